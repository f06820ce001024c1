"""What the law orders of a front cover."""

from __future__ import annotations
