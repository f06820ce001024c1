"""Tests of reading PDFs into facts."""

from __future__ import annotations
