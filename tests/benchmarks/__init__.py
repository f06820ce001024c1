"""Tests of the benchmarks: the jobs work, the tables hold; no time is asserted."""

from __future__ import annotations
