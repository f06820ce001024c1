"""Which objects of a file anything leads to. What was left behind by editing lies in many files, and nobody meets it."""

from __future__ import annotations

import pikepdf

from coverkit.preflight import values

_MOST = 1_000_000
"""Values that are looked at."""


def reachable(trailer: object) -> frozenset[int] | None:
    """Return the numbers of the objects that can be reached from a trailer; None when there are too many values to tell."""
    seen: set[tuple[int, int]] = set()
    waiting = [trailer]
    room = _MOST
    while waiting:
        value = waiting.pop()
        key = values.identity(value)
        if key is not None:
            if key in seen:
                continue
            seen.add(key)
        inner = values.items(value) if isinstance(value, pikepdf.Array) else [one for _, one in values.entries(value)]
        room -= len(inner)
        if room < 0:
            return None
        waiting += [one for one in inner if isinstance(one, pikepdf.Array | pikepdf.Dictionary | pikepdf.Stream)]
    return frozenset(number for number, _ in seen)
