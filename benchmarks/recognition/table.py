"""The table of what was measured, and what counts as wrong."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Sequence

import numpy as np

from benchmarks.recognition.faults import KINDS, Verdict
from benchmarks.recognition.measure import Outcome

_SIZE, _STRETCH = 0.02, 0.017
"""Limits: error of a size; stretch from which `campaign.recognised-banner-aspect` speaks for the shipped campaigns."""

_COLOUR = 8.0
"""ΔE00 from which `campaign.recognised-banner-colour` speaks of a page that was not scanned."""


def is_wrong(outcome: Outcome) -> str:
    """Return what is wrong with what was recognised, "" for nothing."""
    if outcome.truth is None:
        return "false alarm" if outcome.found is not None else ""
    if outcome.found is None:
        return "not found"
    faults = []
    if outcome.wrong:
        faults.append("false alarm besides")
    if max(abs(outcome.width_off), abs(outcome.height_off)) > _SIZE:
        faults.append(f"size off by {outcome.width_off:+.3f}, {outcome.height_off:+.3f}")
    if (abs(outcome.found.stretch) > _STRETCH) != (outcome.truth.stretch != 0):
        faults.append(f"stretch {outcome.found.stretch:+.3f} for {outcome.truth.stretch:+.3f}")
    if outcome.found.covered > 0.03 or abs(outcome.found.cropped - outcome.truth.outside) > 0.02:
        faults.append(f"covered {outcome.found.covered:.3f}, cropped {outcome.found.cropped:.3f} though it is not")
    return ", ".join(faults)


def record(outcome: Outcome) -> dict[str, object]:
    """Return a page's result as plain data."""
    found, truth = outcome.found, outcome.truth
    values: dict[str, object] = {
        "page": outcome.number,
        "with_art": truth is not None,
        "recipe": outcome.recipe,
        "wrong": is_wrong(outcome),
    }
    if found is not None:
        values |= {"art": found.art, "confidence": round(found.confidence, 4), "colour_off": found.colour_off}
    if found is not None and truth is not None:
        values |= {
            "width_mm": [round(truth.width, 2), round(found.width, 2)],
            "height_mm": [round(truth.height, 2), round(found.height, 2)],
            "angle": [round(truth.angle, 2), round(found.angle, 2)],
            "stretch": [round(truth.stretch, 4), round(found.stretch, 4)],
        }
    return values | {"seconds": round(outcome.seconds, 2)}


def markdown(name: str, with_art: Sequence[Outcome], without: Sequence[Outcome], faulty: Sequence[Verdict]) -> str:
    """Return the table of a set."""
    found = [one for one in with_art if one.found is not None]
    false = sum(one.found is not None for one in without)
    besides = sum(bool(one.wrong) for one in with_art)
    seconds = [one.seconds for one in (*with_art, *without)]
    rows = [
        ("pages with art, found", _share(len(found), len(with_art)), "≥ 98 %"),
        ("pages without art, false alarms", _share(false, len(without)), "≤ 0.5 %"),
        ("false alarms besides the art", _share(besides, len(with_art)), "≤ 0.5 %"),
        *(_errors("width", [one.width_off for one in found], 100, "%", "≤ 2 %")),
        *(_errors("height", [one.height_off for one in found], 100, "%", "≤ 2 %")),
        *(_errors("stretch", [one.stretch_off for one in found], 100, "points", "")),
        *(_errors("angle", [one.angle_off for one in found], 1, "°", "")),
        ("stretched by 3 to 8 %, told", _told(found, stretched=True), ""),
        ("not stretched, told so", _told(found, stretched=False), ""),
        ("least confidence of art that is there", f"{min(one.found.confidence for one in found if one.found):.3f}", ""),
        ("seconds a page, median and most", f"{statistics.median(seconds):.2f}, {max(seconds):.2f}", ""),
        *_colours(found),
        *_faults(faulty),
    ]
    lines = [f"# Recognition, set {name.upper()}", "", "| measured | result | goal |", "|---|---|---|"]
    return "\n".join([*lines, *(f"| {what} | {result} | {goal} |" for what, result, goal in rows), ""])


def _share(count: int, total: int) -> str:
    return f"{count} of {total} ({count / max(1, total) * 100:.2f} %)"


def _errors(name: str, values: Sequence[float], factor: float, unit: str, goal: str) -> Iterator[tuple[str, str, str]]:
    off = np.abs(values) * factor
    shares = f"{np.median(off):.3f}, {np.quantile(off, 0.98):.2f}, {off.max():.2f} {unit}"
    within = f"; within {_SIZE * 100:.0f} %: {_share(int((off <= _SIZE * 100).sum()), len(off))}" if goal else ""
    yield f"error of {name}: median, 98th percentile, most", shares + within, goal


def _told(found: Sequence[Outcome], *, stretched: bool) -> str:
    meant = [one for one in found if one.truth is not None and (one.truth.stretch != 0) == stretched]
    right = sum((abs(one.found.stretch) > _STRETCH) == stretched for one in meant if one.found is not None)
    return _share(right, len(meant))


def _colours(found: Sequence[Outcome]) -> Iterator[tuple[str, str, str]]:
    for kind in ("scan", "as drawn or JPEG"):
        off = [
            one.found.colour_off or 0.0
            for one in found
            if one.found is not None and ("scan" in one.recipe) == (kind == "scan") and "grey" not in one.recipe
        ]
        if off:
            yield f"ΔE00 of unchanged art, {kind}: median, most", f"{np.median(off):.1f}, {max(off):.1f}", ""


def _faults(faulty: Sequence[Verdict]) -> Iterator[tuple[str, str, str]]:
    for kind in KINDS:
        every = [one for one in faulty if one.kind == kind]
        seen = [one for one in every if one.seen is not None]
        right = sum(is_told(one) for one in seen)
        yield f"art {kind}: found; told rightly", f"{_share(len(seen), len(every))}; {_share(right, len(every))}", ""


def is_told(one: Verdict) -> bool:
    """Tell whether what was seen of a fault that was found is about right."""
    assert one.seen is not None
    if one.kind in ("recoloured", "grey"):
        return one.seen > _COLOUR
    if one.kind == "turned":
        return abs((one.seen - one.amount + 180) % 360 - 180) < 3.0
    return abs(one.seen - one.amount) < 0.05
