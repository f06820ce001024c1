"""Rule law.issue-number: a note where the issue's number is not on the cover."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import NoOptions, rule
from coverkit.i18n import mark, tr
from coverkit.layout.cover import Cover
from coverkit.rules.subject.words import without_dates


@rule(
    id="law.issue-number",
    title=mark("The issue's number stands on the cover"),
    subject=Cover,
    severity=Severity.NOTE,
    why=mark(
        "For newspapers and magazines the press law of 2016 wants the number on the front page; "
        "for a bản tin it does not say so. Readers and archives still look for it."
    ),
    remedy=mark("Enter the issue's number, or show its place in the design again."),
    source=mark("Luật Báo chí 103/2016/QH13, Điều 46 khoản 1, by analogy; house policy"),
    certainty="policy",
)
def check(cover: Cover, options: NoOptions) -> Iterator[Outcome]:
    """Look for the number as a word of its own in any text."""
    issue = cover.document.issue
    if issue.kind != "ban-tin":
        return
    if not issue.number.strip():
        yield Problem("missing", tr("The issue has no number."))
        return
    number = re.compile(rf"(?<![\w]){re.escape(issue.number.strip())}(?![\w])", re.IGNORECASE)
    if not any(number.search(without_dates(one.plain_text)) for one in cover.texts()):
        yield Problem("not-shown", tr("The number {number} does not stand on the cover.", number=issue.number))
