"""Rule symbols.map: where a map of Việt Nam is shown, someone has looked at its islands."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import NoOptions, rule
from coverkit.i18n import mark, tr
from coverkit.layout.cover import Cover
from coverkit.rules.subject.questions import ISLANDS, MAP, answer, answered, unanswered


@rule(
    id="symbols.map",
    title=mark("A map of Việt Nam shows Hoàng Sa and Trường Sa"),
    subject=Cover,
    severity=Severity.WARNING,
    why=mark(
        "The authority of Đà Nẵng forbade publications whose map misrepresents the country's sovereignty; others may, too. "
        "CoverKit does not look into pictures; it asks."
    ),
    remedy=mark("Use a map that shows both archipelagos, then answer the question again."),
    source=mark("The order of Sở Thông tin và Truyền thông Đà Nẵng on maps in publications, as the press reports it"),
    certainty="medium",
)
def check(cover: Cover, options: NoOptions) -> Iterator[Outcome]:
    """Go by the answers about a map and its islands."""
    shown = answer(cover, MAP)
    if shown is None:
        yield unanswered(cover, MAP)
        return
    yield answered(cover, MAP)
    if not shown:
        return
    islands = answer(cover, ISLANDS)
    if islands is not None:
        yield answered(cover, ISLANDS)
    if islands is None:
        yield Problem(
            "islands-unconfirmed",
            tr("The cover shows a map of Việt Nam, and nobody has confirmed that Hoàng Sa and Trường Sa are on it."),
            remedy=tr("Look at the map and answer the question {id}.", id=ISLANDS),
        )
    elif not islands:
        yield Problem("islands-missing", tr("By the answer given, the map of Việt Nam lacks Hoàng Sa or Trường Sa."))
