"""Where things stand: trim, bleed, safe area, collisions."""

from __future__ import annotations
