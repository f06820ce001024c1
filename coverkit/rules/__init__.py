"""The rule book: one rule per file, in a folder per area. Rules see a subject and nothing else: no screen, no file."""

from __future__ import annotations
