"""Rule law.newsletter-size: a bản tin is not larger than the law allows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import rule
from coverkit.i18n import mark, number, tr
from coverkit.layout.cover import Cover
from coverkit.records import dataclass
from coverkit.rules.subject.masthead import NEW_LAW


@dataclass(frozen=True, slots=True)
class Options:
    """Options.

    Attributes:
        short_mm, long_mm: greatest shorter and longer side.
        unconfirmed_from: issues from this day fall under the new law, whose text is not known here: only a warning.
    """

    short_mm: float = 190.0
    long_mm: float = 270.0
    unconfirmed_from: dt.date = NEW_LAW


@rule(
    id="law.newsletter-size",
    title=mark("A bản tin is at most 19 × 27 cm"),
    subject=Cover,
    severity=Severity.ERROR,
    why=mark(
        "The press law of 2016 limits the size of a bản tin to 19 × 27 cm; A4 is larger than that. "
        "If your licence names a larger size, accept this finding and give the licence as the reason."
    ),
    remedy=mark("Choose the format 190 × 270 mm."),
    source=mark("Luật Báo chí 103/2016/QH13, Điều 34 khoản 1; from 01/07/2026 to be confirmed (Luật Báo chí 126/2025/QH15)"),
    options=Options,
)
def check(cover: Cover, options: Options) -> Iterator[Outcome]:
    """Compare the trim size, whichever way it is turned."""
    document = cover.document
    if document.issue.kind != "ban-tin":
        return
    width, height = cover.scene.width, cover.scene.height
    short, long = min(width, height), max(width, height)
    if short <= options.short_mm + 0.05 and long <= options.long_mm + 0.05:
        return
    unconfirmed = document.issue.date >= options.unconfirmed_from
    sides = {"width": width, "height": height, "short": options.short_mm, "long": options.long_mm}
    names = {name: number(side) for name, side in sides.items()}
    message = (
        tr(
            "The page is {width} × {height} mm. Until 30/06/2026 a bản tin was at most {short} × {long} mm; "
            "what holds since is to be confirmed.",
            **names,
        )
        if unconfirmed
        else tr("The page is {width} × {height} mm; a bản tin is at most {short} × {long} mm.", **names)
    )
    yield Problem(
        "too-large-unconfirmed" if unconfirmed else "too-large",
        message,
        box=cover.scene.trim,
        measured="{width}×{height}".format(**names),
        limit="{short}×{long}".format(**names),
        unit="mm",
        severity=Severity.WARNING if unconfirmed else None,
    )
