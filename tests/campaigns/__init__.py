"""Tests of campaigns: packages, seals, issuers, imports."""

from __future__ import annotations
