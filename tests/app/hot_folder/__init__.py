"""Tests of the hot folder: nothing is lost, doubled or half there."""

from __future__ import annotations
