"""Rule law.not-for-sale: a reminder that a book that is not sold says so on its back cover."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import NoOptions, rule
from coverkit.i18n import mark, tr
from coverkit.layout.cover import Cover
from coverkit.rules.subject.questions import NOT_FOR_SALE, answer, answered


@rule(
    id="law.not-for-sale",
    title=mark("A tài liệu in book form says “sách không bán” on its back cover"),
    subject=Cover,
    severity=Severity.WARNING,
    why=mark(
        "The publishing law wants “sách không bán” on a book that is not sold. That it stands on Bìa 4 is practice in Hà Nội. "
        "CoverKit makes the front cover only, so it can but remind."
    ),
    remedy=mark("Have “sách không bán” set on Bìa 4."),
    source=mark("Luật Xuất bản 19/2012/QH13, Điều 27 khoản 1; the place by practice in Hà Nội (second-hand)"),
    certainty="medium",
)
def check(cover: Cover, options: NoOptions) -> Iterator[Outcome]:
    """Remind until someone has answered; then go by the answer."""
    if cover.document.issue.kind != "tai-lieu":
        return
    stated = answer(cover, NOT_FOR_SALE)
    if stated is None:
        yield Problem(
            "reminder",
            tr("Remember “sách không bán” on Bìa 4, if this tài liệu is a book."),
            severity=Severity.NOTE,
            remedy=tr("Look at Bìa 4 and answer the question {id}.", id=NOT_FOR_SALE),
        )
        return
    yield answered(cover, NOT_FOR_SALE)
    if not stated:
        yield Problem("missing", tr("By the answer given, “sách không bán” does not stand on Bìa 4."))
