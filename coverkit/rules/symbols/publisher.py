"""Rule symbols.publisher: a note where the Party flag is shown by a publisher outside the political system."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import rule
from coverkit.i18n import mark, tr
from coverkit.layout.cover import Cover
from coverkit.records import dataclass
from coverkit.rules.subject.questions import PARTY_FLAG, POLITICAL_BODY, by_answers


@dataclass(frozen=True, slots=True)
class Options:
    """Options.

    Attributes:
        since: issues from this day fall under the regulation.
    """

    since: dt.date = dt.date(2023, 2, 27)


@rule(
    id="symbols.publisher",
    title=mark("Who prints the Party flag is a body of the political system"),
    subject=Cover,
    severity=Severity.NOTE,
    why=mark(
        "The regulation of 2023 names bodies of the political system as those that may print the image of the Party flag "
        "for great occasions and information work."
    ),
    remedy=mark("Ask the body that reviews the cover whether you may show the Party flag."),
    source=mark("Quy định 99-QĐ/TW (27/02/2023), Điều 16"),
    options=Options,
)
def check(cover: Cover, options: Options) -> Iterator[Outcome]:
    """Go by the answers, for issues that the regulation meets."""
    if cover.document.issue.date < options.since:
        return
    if (yield from by_answers(cover, ((PARTY_FLAG, False), (POLITICAL_BODY, True)))):
        yield Problem(
            "other-body", tr("By the answers given, the cover shows the Party flag, and the publisher is no such body.")
        )
