"""Pictures as they are placed."""

from __future__ import annotations
