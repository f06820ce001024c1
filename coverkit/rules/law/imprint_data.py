"""Rule law.imprint-data: what the law wants on the last page is known."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import NoOptions, rule
from coverkit.i18n import mark, tr
from coverkit.layout.cover import Cover
from coverkit.model.document import Unit


@rule(
    id="law.imprint-data",
    title=mark("What the imprint must state is known"),
    subject=Cover,
    severity=Severity.WARNING,
    why=mark(
        "The foot of the last page states the licence, the printer, the print run and who is responsible. "
        "It does not belong on the cover, but an issue without it cannot be filed."
    ),
    remedy=mark("Fill in the missing entries of the unit's profile."),
    source=mark("Luật Báo chí 103/2016/QH13, Điều 34 khoản 1; for tài liệu Luật Xuất bản 19/2012/QH13, Điều 27 khoản 1"),
)
def check(cover: Cover, options: NoOptions) -> Iterator[Outcome]:
    """List the entries that the unit's profile lacks, in one finding."""
    issue = cover.document.issue
    missing = _missing(cover.document.unit, issue.kind == "ban-tin")
    if missing:
        yield Problem(
            "incomplete",
            tr("The unit's profile does not say: {missing}.", missing=", ".join(missing)),
            measured=float(len(missing)),
            limit=0.0,
        )


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
