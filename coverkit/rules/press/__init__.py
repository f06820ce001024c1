"""The finished file: PDF/X-4 and PDF/X-1a, by the objects in it. Silence means that no violation was found, no more."""

from __future__ import annotations
