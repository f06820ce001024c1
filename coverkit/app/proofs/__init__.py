"""Proofs of checks: written beside press files, and read to tell what was changed since."""

from __future__ import annotations
