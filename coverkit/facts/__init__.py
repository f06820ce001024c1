"""Facts: what was read or measured, as plain data. No verdicts, and no library that could read a file."""

from __future__ import annotations
