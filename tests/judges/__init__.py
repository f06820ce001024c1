"""Independent judges of PDFs: other programs, and the Arlington tables. Where one is missing, its tests say so and skip."""

from __future__ import annotations
