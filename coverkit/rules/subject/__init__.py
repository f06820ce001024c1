"""What several rules ask of a composed cover. No verdicts here: a rule decides, this only reads."""

from __future__ import annotations
