"""Tests of proofs: what was changed in a checked file is found and named."""

from __future__ import annotations
