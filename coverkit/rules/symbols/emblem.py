"""Rule symbols.emblem: a warning where the national emblem is on the cover."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import NoOptions, rule
from coverkit.i18n import mark, tr
from coverkit.layout.cover import Cover
from coverkit.rules.subject.questions import EMBLEM, answer, answered, unanswered


@rule(
    id="symbols.emblem",
    title=mark("The cover does not show the national emblem"),
    subject=Cover,
    severity=Severity.WARNING,
    why=mark(
        "The statutes of the emblem list the papers that bear it; a bản tin is not in the list as the press quotes it. "
        "Whoever reviews the cover should know that the emblem is there."
    ),
    remedy=mark("Take the emblem off the cover, or have the reviewing body agree and accept the finding with that reason."),
    source=mark("Điều lệ 973-TTg (21/07/1956) on the use of Quốc huy, as the press quotes it"),
    certainty="medium",
)
def check(cover: Cover, options: NoOptions) -> Iterator[Outcome]:
    """Go by the answer."""
    shown = answer(cover, EMBLEM)
    if shown is None:
        yield unanswered(cover, EMBLEM)
        return
    yield answered(cover, EMBLEM)
    if shown:
        yield Problem("shown", tr("By the answer given, the cover shows the national emblem (Quốc huy)."))
