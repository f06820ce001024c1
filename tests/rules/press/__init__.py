"""Tests of the press rules, each on files built by hand."""

from __future__ import annotations
