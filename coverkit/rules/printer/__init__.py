"""What the printer asks of any file, beyond the standard: bleed that is filled, sharp pictures, marks outside the page."""

from __future__ import annotations
