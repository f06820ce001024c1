"""Tests that follow the guides from start to end."""

from __future__ import annotations
