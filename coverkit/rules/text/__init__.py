"""Letters, words and lines."""

from __future__ import annotations
