"""Tests of the model: locks, edits, and the `.cover` file."""

from __future__ import annotations
