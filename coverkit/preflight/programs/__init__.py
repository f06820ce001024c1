"""Embedded font programs, read as far as preflight needs: which glyphs are there, and how wide they are."""

from __future__ import annotations
