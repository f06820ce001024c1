"""Ink over a square, against the limit of a variant (GWG 2022, D0027 and D0028). No verdicts of its own."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import NotChecked, Outcome, Problem
from coverkit.i18n import number, tr
from coverkit.rules.gwg.asking import Asked
from coverkit.rules.gwg.spots import active_spots

_MEASURED_SIDE = 15.0
_DECIMALS = 1


def over_limit(asked: Asked, cmyk_only: bool) -> Iterator[Outcome]:
    """Yield a problem when the mean over any square is above the limit.

    Args:
        asked: with the limits `percent` and `square_mm`.
        cmyk_only: sum the four inks of the press alone; else all inks.
    """
    ink, limit = asked.subject.ink, asked.limit["percent"]
    if ink is None:
        yield NotChecked(asked.subject.ink_reason or tr("The ink was not measured."))
        return
    if asked.limit["square_mm"] != _MEASURED_SIDE:
        yield NotChecked(tr("Ink is measured over squares of {side} mm only.", side=number(_MEASURED_SIDE)))
        return
    mean, place, page = ink.mean_15mm(cmyk_only=cmyk_only)
    measured = round(mean, _DECIMALS)
    if measured > limit and cmyk_only and not ink.spots and active_spots(asked.pages):
        yield NotChecked(tr("The ink was measured with the spot colours in it, which do not count here."))
    elif measured > limit:
        yield Problem(
            "ink",
            tr(
                "The ink is {measured} % on average over 15 mm (limit {limit} %).",
                measured=number(measured, 1),
                limit=number(limit),
            ),
            page=page,
            box=place,
            measured=measured,
            limit=limit,
            unit="%",
        )
    elif asked.subject.ink_reason:
        yield NotChecked(asked.subject.ink_reason)
