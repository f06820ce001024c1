"""Certifying signatures inside PDFs, through pyHanko, which is optional: signing, reading, and trusted certificates."""

from __future__ import annotations
