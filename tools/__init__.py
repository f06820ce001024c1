"""Tools for those who work on CoverKit; not part of the program."""

from __future__ import annotations
