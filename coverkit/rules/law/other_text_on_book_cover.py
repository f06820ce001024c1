"""Rule law.other-text-on-book-cover: a note where the publishing law and a campaign's dispatch may collide. Never a block."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import NoOptions, rule
from coverkit.i18n import mark, tr
from coverkit.layout.cover import Cover


@rule(
    id="law.other-text-on-book-cover",
    title=mark("The front cover of a tài liệu in book form carries no other text"),
    subject=Cover,
    severity=Severity.NOTE,
    why=mark(
        "As it is commonly read, the publishing law lets the front cover of a book carry its title, authors and body only. "
        "A dispatch that orders banner and slogan there says otherwise; whoever reviews the cover should know the dispatch."
    ),
    remedy=mark("If it is a book, show the dispatch to the licensing body with the cover. A leaflet or poster is not meant."),
    source=mark("Luật Xuất bản 19/2012/QH13, Điều 27 (second-hand), against the campaign's dispatch"),
    certainty="medium",
)
def check(cover: Cover, options: NoOptions) -> Iterator[Outcome]:
    """Name the campaign's elements on the cover of a tài liệu."""
    if cover.document.issue.kind != "tai-lieu":
        return
    shown = [one for one in cover.placed if one.official and one.used is not None]
    if shown:
        yield Problem(
            "branding",
            tr(
                "The cover carries {names}, ordered by {dispatch}.",
                names=", ".join(one.name for one in shown),
                dispatch=cover.campaign.dispatch.citation if cover.campaign is not None else "–",
            ),
            element=shown[0].id,
            box=shown[0].used,
        )
