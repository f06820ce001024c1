"""How well a campaign's art is found by looking: generated pages, what is true of them, and what was recognised."""

from __future__ import annotations
