"""Rule law.imprint-data: what the law wants on the last page is known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import rule
from coverkit.i18n import mark, tr
from coverkit.layout.cover import Cover
from coverkit.model.document import Unit
from coverkit.records import dataclass
from coverkit.rules.law.new_law import weighed
from coverkit.rules.subject.masthead import NEW_LAW


@dataclass(frozen=True, slots=True)
class Options:
    """Options.

    Attributes:
        unconfirmed_from: issues from this day fall under the new law, whose text is not known here: the message says so.
    """

    unconfirmed_from: dt.date = NEW_LAW


@rule(
    id="law.imprint-data",
    title=mark("What the imprint must state is known"),
    subject=Cover,
    severity=Severity.WARNING,
    why=mark(
        "For a bản tin, the foot of the last page must state the licence, the printer, the print run, how often it appears "
        "and who is responsible (press law of 2016); for a tài liệu, Điều 27 of the publishing law says what is stated. "
        "It does not belong on the cover; check that it is complete before the issue is deposited."
    ),
    remedy=mark("Fill in the missing entries of the unit's profile."),
    source=mark(
        "Luật Báo chí 103/2016/QH13, Điều 34 khoản 1; from 01/07/2026 to be confirmed (Luật Báo chí 126/2025/QH15); "
        "for tài liệu Luật Xuất bản 19/2012/QH13, Điều 27 khoản 1"
    ),
    options=Options,
)
def check(cover: Cover, options: Options) -> Iterator[Outcome]:
    """List the entries that the unit's profile lacks, in one finding."""
    issue = cover.document.issue
    missing = _missing(cover.document.unit, issue.kind == "ban-tin")
    if missing:
        problem = Problem(
            "incomplete",
            tr("The unit's profile does not say: {missing}.", missing=", ".join(missing)),
            measured=float(len(missing)),
            limit=0.0,
        )
        yield weighed(problem, issue.date, options.unconfirmed_from) if issue.kind == "ban-tin" else problem


def _missing(unit: Unit, newsletter: bool) -> list[str]:
    wanted = [
        (bool(unit.licence_number), tr("the licence's number")),
        (bool(unit.printer), tr("the printer")),
        (unit.print_run > 0, tr("the print run")),
    ]
    if newsletter:
        wanted += [
            (unit.licence_date is not None, tr("the licence's date")),
            (bool(unit.periodicity), tr("how often it appears")),
            (bool(unit.responsible), tr("who is responsible")),
        ]
    return [name for known, name in wanted if not known]
