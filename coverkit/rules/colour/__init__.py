"""Ink, contrast and what a press can hold."""

from __future__ import annotations
