"""Tests of the Ghent Workgroup's rules, each on files built by hand."""

from __future__ import annotations
