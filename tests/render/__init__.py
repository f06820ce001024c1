"""Tests of the painter, the rasteriser, plates and marks."""

from __future__ import annotations
