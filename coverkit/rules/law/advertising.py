"""Rule law.advertising: a bản tin carries no advertising; a person confirms it, and words that sell are pointed at."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import rule
from coverkit.i18n import mark, tr
from coverkit.layout.cover import Cover
from coverkit.records import dataclass, replace
from coverkit.rules.law.new_law import weighed
from coverkit.rules.subject.codes import OFFICES, SHOPS, code_problems
from coverkit.rules.subject.masthead import NEW_LAW
from coverkit.rules.subject.questions import NO_ADVERTISING, answer, answered, unanswered
from coverkit.typography.vietnamese import nfc

_PRICE = re.compile(r"(?<![\d.,])\d{1,3}(?:[.,]\d{3})+\s?(?:₫|đ|vnđ|vnd)(?![\w/])")
"""A price tag. News of a market says "đồng/kg" and is left in peace."""

_NO_SALE = r"(?!\s+(?:thành|trị)\b)"
"""“Giảm giá thành” (lower costs) and “giá trị” (value) sell nothing."""


@dataclass(frozen=True, slots=True)
class Options:
    """Options.

    Attributes:
        words: words that sell; they are looked for in every letter case.
        prices: whether price tags such as “99.000đ” are pointed at.
        shops: domains where one buys: a QR code that leads there is a warning, as one for a payment is; others are notes.
        offices: domains of the state and the Party: a code that leads there is no matter.
        unconfirmed_from: issues from this day fall under the new law, whose text is not known here: the message says so.
    """

    words: tuple[str, ...] = ("khuyến mãi", "khuyến mại", "hotline", "giảm giá")
    prices: bool = True
    shops: tuple[str, ...] = SHOPS
    offices: tuple[str, ...] = OFFICES
    unconfirmed_from: dt.date = NEW_LAW


@rule(
    id="law.advertising",
    title=mark("A bản tin carries no advertising"),
    subject=Cover,
    severity=Severity.WARNING,
    why=mark(
        "The press law of 2016 allows no advertising in a bản tin. What is advertising, a person decides: "
        "words, prices and QR codes on small or square pictures are hints only; other pictures are not looked at."
    ),
    remedy=mark("Take the advertising off."),
    source=mark("Luật Báo chí 103/2016/QH13, Điều 34 khoản 1; from 01/07/2026 to be confirmed (Luật Báo chí 126/2025/QH15)"),
    options=Options,
)
def check(cover: Cover, options: Options) -> Iterator[Outcome]:
    """Go by the answer; while there is none, point at words that sell."""
    issue = cover.document.issue
    if issue.kind != "ban-tin":
        return
    free = answer(cover, NO_ADVERTISING)
    if free is None:
        yield unanswered(cover, NO_ADVERTISING)
        for hint in _hints(cover, options):
            yield weighed(hint, issue.date, options.unconfirmed_from)
        return
    yield answered(cover, NO_ADVERTISING)
    if not free:
        problem = Problem("advertising", tr("By the answer given, the bản tin carries advertising."))
        yield weighed(problem, issue.date, options.unconfirmed_from)


def _hints(cover: Cover, options: Options) -> Iterator[Problem]:
    selling = [re.compile(rf"(?<!\w){re.escape(nfc(word).casefold())}(?!\w){_NO_SALE}") for word in options.words]
    for one in cover.texts():
        words = nfc(one.plain_text).casefold()
        found = next(
            (match[0] for form in (*selling, *([_PRICE] if options.prices else [])) if (match := form.search(words))), ""
        )
        if found:
            yield Problem(
                "hint",
                tr("{name} says “{words}”, which may be advertising.", name=one.name, words=found),
                element=one.id,
                box=one.used,
                measured=found,
                remedy=_remedy(),
            )
    names = {one.id: one.name for one in cover.placed}
    for code in cover.codes:
        for problem in code_problems(code, names.get(code.element, code.element), options.shops, options.offices):
            yield replace(problem, remedy=_remedy())


def _remedy() -> str:
    return tr("If it is none, answer the question {id} with yes; else take it off.", id=NO_ADVERTISING)
