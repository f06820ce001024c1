"""Tests of the rules of printer profiles, each on files built by hand."""

from __future__ import annotations
