"""What the campaign's dispatch orders."""

from __future__ import annotations
