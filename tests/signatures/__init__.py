"""Tests of signatures inside PDFs: throw-away certificates, judges, and every change."""

from __future__ import annotations
