"""Tests of the tools that write what is checked in."""

from __future__ import annotations
