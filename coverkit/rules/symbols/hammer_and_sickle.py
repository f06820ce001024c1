"""Rule symbols.hammer-and-sickle: hammer and sickle on a Party flag are drawn as ordered, by the answer of a person."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import rule
from coverkit.i18n import mark, tr
from coverkit.layout.cover import Cover
from coverkit.records import dataclass
from coverkit.rules.subject.questions import HAMMER_AND_SICKLE, PARTY_FLAG, by_answers


@dataclass(frozen=True, slots=True)
class Options:
    """Options.

    Attributes:
        since: issues from this day fall under the regulation.
    """

    since: dt.date = dt.date(2023, 2, 27)


@rule(
    id="symbols.hammer-and-sickle",
    title=mark("Hammer and sickle are drawn as the Party orders"),
    subject=Cover,
    severity=Severity.ERROR,
    why=mark(
        "The regulation of 2023 gives their place, size and angle; flags with a sign too small or upside down were the reason. "
        "A program cannot see it in a picture: a person compares with the official drawing."
    ),
    remedy=mark("Take the Party flag from the official drawing, then answer the question again."),
    source=mark("Quy định 99-QĐ/TW (27/02/2023), Điều 1 khoản 2"),
    options=Options,
    certainty="high",
)
def check(cover: Cover, options: Options) -> Iterator[Outcome]:
    """Go by the answers, for issues that the regulation meets."""
    if cover.document.issue.date < options.since:
        return
    if (yield from by_answers(cover, ((PARTY_FLAG, False), (HAMMER_AND_SICKLE, True)))):
        yield Problem("shown-wrongly", tr("By the answers given, hammer and sickle are drawn otherwise than ordered."))
