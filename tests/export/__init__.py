"""Tests of the finished files."""

from __future__ import annotations
