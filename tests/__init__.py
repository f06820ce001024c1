"""All tests; the folders mirror coverkit/."""

from __future__ import annotations
