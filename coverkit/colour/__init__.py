"""Colour: output conditions, inks, and pictures in the inks of the press. The only package that knows ICC profiles."""

from __future__ import annotations
