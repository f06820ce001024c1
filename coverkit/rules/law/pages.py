"""Rule law.pages: a bản tin has no more pages than the law allows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from coverkit.checks.finding import NotChecked, Outcome, Problem, Severity
from coverkit.checks.rule import rule
from coverkit.i18n import mark, tr
from coverkit.layout.cover import Cover
from coverkit.records import dataclass
from coverkit.rules.subject.masthead import NEW_LAW


@dataclass(frozen=True, slots=True)
class Options:
    """Options.

    Attributes:
        most: greatest number of pages.
        unconfirmed_from: issues from this day fall under the new law, whose text is not known here: only a warning.
    """

    most: int = 64
    unconfirmed_from: dt.date = NEW_LAW


@rule(
    id="law.pages",
    title=mark("A bản tin has at most 64 pages"),
    subject=Cover,
    severity=Severity.ERROR,
    why=mark(
        "The press law of 2016 limits a bản tin to 64 pages. The number comes from the unit's profile, not from the cover."
    ),
    remedy=mark("Correct the number of pages in the unit's profile, or shorten the issue."),
    source=mark("Luật Báo chí 103/2016/QH13, Điều 34 khoản 1; from 01/07/2026 to be confirmed (Luật Báo chí 126/2025/QH15)"),
    options=Options,
)
def check(cover: Cover, options: Options) -> Iterator[Outcome]:
    """Compare the pages that the unit's profile states."""
    document = cover.document
    pages = document.unit.pages
    if document.issue.kind != "ban-tin":
        return
    if pages == 0:
        yield NotChecked(tr("The unit's profile does not say how many pages the issue has."))
    elif pages > options.most:
        unconfirmed = document.issue.date >= options.unconfirmed_from
        yield Problem(
            "too-many-unconfirmed" if unconfirmed else "too-many",
            tr(
                "The issue has {pages} pages. Until 30/06/2026 a bản tin had at most {most}; "
                "what holds since is to be confirmed.",
                pages=pages,
                most=options.most,
            )
            if unconfirmed
            else tr("The issue has {pages} pages; a bản tin has at most {most}.", pages=pages, most=options.most),
            measured=float(pages),
            limit=float(options.most),
            severity=Severity.WARNING if unconfirmed else None,
        )
