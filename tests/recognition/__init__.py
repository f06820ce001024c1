"""Tests of recognising by looking and by reading."""

from __future__ import annotations
