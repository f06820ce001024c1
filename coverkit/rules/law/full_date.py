"""Rule law.full-date: a bản tin states day, month and year, and it is the date of the issue."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import rule
from coverkit.i18n import mark, tr
from coverkit.layout.cover import Cover
from coverkit.records import dataclass
from coverkit.rules.law.new_law import weighed
from coverkit.rules.subject.masthead import NEW_LAW, date
from coverkit.rules.subject.words import dates_in


@dataclass(frozen=True, slots=True)
class Options:
    """Options.

    Attributes:
        unconfirmed_from: issues from this day fall under the new law, whose text is not known here: the message says so.
    """

    unconfirmed_from: dt.date = NEW_LAW


@rule(
    id="law.full-date",
    title=mark("A bản tin states day, month and year of publication"),
    subject=Cover,
    severity=Severity.WARNING,
    why=mark(
        "The press law of 2016 wants “ngày, tháng, năm”. “Tháng 10/2020” alone is common, and short of it. "
        "The printed date should be the issue date given in CoverKit."
    ),
    remedy=mark("Write the full date, for instance “Ngày 15 tháng 10 năm 2020”."),
    source=mark("Luật Báo chí 103/2016/QH13, Điều 34 khoản 1; from 01/07/2026 to be confirmed (Luật Báo chí 126/2025/QH15)"),
    options=Options,
)
def check(cover: Cover, options: Options) -> Iterator[Outcome]:
    """Read the dates in the date's element; that there is one at all is law.masthead-order's matter."""
    found, day = date(cover), cover.document.issue.date
    if cover.document.issue.kind != "ban-tin" or found is None:
        return
    stated = dates_in(found.plain_text)
    if not stated:
        incomplete = Problem(
            "incomplete",
            tr("{name} says “{text}”: day, month and year are wanted.", name=found.name, text=found.plain_text),
            element=found.id,
            box=found.used,
            measured=found.plain_text,
        )
        yield weighed(incomplete, day, options.unconfirmed_from)
    elif day not in stated:
        yield Problem(
            "differs",
            tr(
                "{name} says {stated}; the issue is dated {date}.",
                name=found.name,
                stated=f"{stated[0]:%d/%m/%Y}",
                date=f"{day:%d/%m/%Y}",
            ),
            element=found.id,
            box=found.used,
            measured=stated[0].isoformat(),
            limit=day.isoformat(),
            remedy=tr("Correct the date on the cover or the issue date."),
        )
