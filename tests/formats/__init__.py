"""Tests of page formats, printers and variants."""

from __future__ import annotations
