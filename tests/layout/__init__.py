"""Tests of the layout: expressions, designs, places, baking, and the shipped designs in every format."""

from __future__ import annotations
