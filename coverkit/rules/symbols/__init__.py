"""Rules about the symbols of the state and the Party. One rule per file."""

from __future__ import annotations
