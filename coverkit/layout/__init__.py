"""Document, design, campaign and format become a scene; every opacity is resolved to ink here."""

from __future__ import annotations
