"""Fonts, shaping, line breaking and copy fitting: the only floor that measures text."""

from __future__ import annotations
