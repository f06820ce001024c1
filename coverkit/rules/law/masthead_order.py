"""Rule law.masthead-order: BẢN TIN, then the name after or under it, then body and date under the name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import rule
from coverkit.i18n import mark, tr
from coverkit.layout.cover import Cover, Placed
from coverkit.records import dataclass
from coverkit.rules.law.new_law import weighed
from coverkit.rules.subject import masthead
from coverkit.rules.subject.ink import baseline_of, bounds_of
from coverkit.rules.subject.masthead import LABEL, NEW_LAW, ink_of_words

_PARTS: tuple[tuple[str, Callable[[Cover], Placed | None], str, str], ...] = (
    (
        "body",
        masthead.body,
        mark("The name of the publishing body does not stand on the cover."),
        mark("The publishing body ({part}) does not stand under the publication's name ({name})."),
    ),
    (
        "date",
        masthead.date,
        mark("The date of publication does not stand on the cover."),
        mark("The date ({part}) does not stand under the publication's name ({name})."),
    ),
)


@dataclass(frozen=True, slots=True)
class Options:
    """Options.

    Attributes:
        tolerance_mm: so much higher still counts as under.
        unconfirmed_from: issues from this day fall under the new law, whose text is not known here: only a warning.
    """

    tolerance_mm: float = 0.5
    unconfirmed_from: dt.date = NEW_LAW


@rule(
    id="law.masthead-order",
    title=mark("The masthead of a bản tin has the order of the law"),
    subject=Cover,
    severity=Severity.ERROR,
    why=mark(
        "The press law of 2016 gives an order: “BẢN TIN”, the name after or under it, "
        "and the publishing body and the full date under the name. It says nothing of sizes or fonts."
    ),
    remedy=mark("Move the parts into this order, or choose a design whose masthead has it."),
    source=mark("Luật Báo chí 103/2016/QH13, Điều 34 khoản 1; from 01/07/2026 to be confirmed (Luật Báo chí 126/2025/QH15)"),
    options=Options,
)
def check(cover: Cover, options: Options) -> Iterator[Outcome]:
    """Compare the ink of the parts with the name's last baseline."""
    issue = cover.document.issue
    if issue.kind == "ban-tin":
        yield from (weighed(problem, issue.date, options.unconfirmed_from) for problem in _problems(cover, options))


def _problems(cover: Cover, options: Options) -> Iterator[Problem]:
    name = masthead.name(cover)
    if name is None:
        yield Problem("name-missing", tr("The publication's name does not stand on the cover."))
        return
    yield from _after_label(cover, name, options.tolerance_mm)
    for code, find, absent, misplaced in _PARTS:
        part = find(cover)
        if part is None:
            yield Problem(f"{code}-missing", tr(absent))
        elif part.id != name.id:
            yield from _under(cover, name, part, (code, misplaced), options.tolerance_mm)


def _after_label(cover: Cover, name: Placed, tolerance: float) -> Iterator[Problem]:
    label = masthead.label(cover)
    if label is None or label.id == name.id:
        return
    first, second = ink_of_words(cover, label, LABEL), bounds_of(cover, name)
    if first is None or second is None:
        return
    under = second.centre.y > first.centre.y and baseline_of(cover, name) > first.bottom - tolerance
    after = second.x >= first.right - tolerance and second.bottom > first.y
    if not (under or after):
        yield Problem(
            "name-before-label",
            tr("The publication's name ({name}) stands before “BẢN TIN”, not after or under it.", name=name.name),
            element=name.id,
            box=second,
            measured=round(second.y, 1),
            limit=round(first.bottom, 1),
            unit="mm",
        )


def _under(cover: Cover, name: Placed, part: Placed, what: tuple[str, str], tolerance: float) -> Iterator[Problem]:
    box, line = bounds_of(cover, part), baseline_of(cover, name)
    if box is None or box.y >= line - tolerance:
        return
    code, message = what
    yield Problem(
        f"{code}-not-under-name",
        tr(message, part=part.name, name=name.name),
        element=part.id,
        box=box,
        measured=round(box.y, 1),
        limit=round(line, 1),
        unit="mm",
    )
