"""Names of series: changes of one field that follow closely are one step of the history."""

from __future__ import annotations

import time

PAUSE = 1.5
"""Seconds without a change after which a new step begins."""


class Series:
    """Names series of edits."""

    def __init__(self) -> None:
        self._field = ""
        self._last = 0.0
        self._number = 0

    def name(self, field: str) -> str:
        """Return the name of the series that a change of a field belongs to, now."""
        now = time.monotonic()
        if field != self._field or now - self._last > PAUSE:
            self._number += 1
        self._field, self._last = field, now
        return f"{field}#{self._number}"
