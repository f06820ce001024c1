"""Tests of coverkit.artwork."""

from __future__ import annotations
