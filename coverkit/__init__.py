"""CoverKit: covers that carry an official campaign, and print-ready PDFs proven right."""

from __future__ import annotations

__version__ = "0.1.0"
