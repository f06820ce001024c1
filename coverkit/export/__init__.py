"""Finished files from a composed cover: one module per output. Returns bytes; whoever calls writes them."""

from __future__ import annotations
