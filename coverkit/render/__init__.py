"""From a scene to PDF bytes, and from PDF bytes to pixels. The only package that uses reportlab and pypdfium2."""

from __future__ import annotations
