"""Tests of batches: tables as people save them, and covers that come whole or not at all."""

from __future__ import annotations
