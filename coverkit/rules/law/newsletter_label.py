"""Rule law.newsletter-label: a bản tin says "BẢN TIN" in capitals in its upper part."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import rule
from coverkit.i18n import mark, number, tr
from coverkit.layout.cover import Cover
from coverkit.records import dataclass
from coverkit.rules.law.new_law import weighed
from coverkit.rules.subject.ink import shown_text
from coverkit.rules.subject.masthead import LABEL, NEW_LAW, ink_of_words, label


@dataclass(frozen=True, slots=True)
class Options:
    """Options.

    Attributes:
        upper_share: how much of the page's height is its upper part (house policy; the law gives no number).
        unconfirmed_from: issues from this day fall under the new law, whose text is not known here: only a warning.
    """

    upper_share: float = 0.4
    unconfirmed_from: dt.date = NEW_LAW


@rule(
    id="law.newsletter-label",
    title=mark("A bản tin says “BẢN TIN” in the upper part of the cover"),
    subject=Cover,
    severity=Severity.ERROR,
    why=mark(
        "The press law of 2016 wants the words “BẢN TIN” in the upper part of page one. "
        "How far the upper part reaches is not said; CoverKit takes the upper two fifths."
    ),
    remedy=mark("Show the design's label “BẢN TIN” again, or write it in capitals near the top."),
    source=mark(
        "Luật Báo chí 103/2016/QH13, Điều 34 khoản 1; from 01/07/2026 to be confirmed (Luật Báo chí 126/2025/QH15); "
        "the share of the page is house policy"
    ),
    options=Options,
)
def check(cover: Cover, options: Options) -> Iterator[Outcome]:
    """Look for the words as they are printed, and where their middle lies."""
    issue = cover.document.issue
    if issue.kind == "ban-tin":
        yield from (weighed(problem, issue.date, options.unconfirmed_from) for problem in _problems(cover, options))


def _problems(cover: Cover, options: Options) -> Iterator[Problem]:
    found = label(cover)
    if found is None:
        yield _missing(cover)
        return
    box = ink_of_words(cover, found, LABEL)
    limit = options.upper_share * cover.scene.height
    if box is not None and box.centre.y > limit:
        yield Problem(
            "too-low",
            tr(
                "“BẢN TIN” stands {y} mm from the top; the upper part of this page ends at {limit} mm.",
                y=number(box.centre.y, 1),
                limit=number(limit, 1),
            ),
            element=found.id,
            box=box,
            measured=round(box.centre.y, 1),
            limit=round(limit, 1),
            unit="mm",
        )


def _missing(cover: Cover) -> Problem:
    small = next((one for one in cover.texts() if LABEL.casefold() in shown_text(one).casefold()), None)
    if small is None:
        return Problem("missing", tr("The words “BẢN TIN” do not stand on the cover."))
    return Problem(
        "not-capitals",
        tr("{name} says “{text}”; “BẢN TIN” is written in capitals.", name=small.name, text=shown_text(small)),
        element=small.id,
        box=small.used,
        measured=shown_text(small),
        limit=LABEL,
    )
