"""Rule printer.trim: every page is cut to the size that the printer was asked for."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import NotAsked, NotChecked, Outcome, Problem, Severity
from coverkit.checks.rule import NoOptions, rule
from coverkit.facts.file import FileSubject
from coverkit.i18n import mark, number, tr


@rule(
    id="printer.trim",
    title=mark("Pages are cut to the size that was ordered"),
    subject=FileSubject,
    severity=Severity.ERROR,
    why=mark("Paper, plates and the knife are set up for one size. A page of another is scaled, or cut where nobody meant it."),
    remedy=mark("Export the file again in the size that was ordered, or order the size that the file has."),
    source=mark("The printer's profile, or what was asked for with --trim"),
    certainty="high",
)
def check(subject: FileSubject, _: NoOptions) -> Iterator[Outcome]:
    """Compare the TrimBox of each page with the size that the printer wants, where one is stated."""
    wanted, tolerance = subject.printer.trim, subject.printer.trim_tolerance
    if wanted is None:
        yield NotAsked()
        return
    limit = f"{number(wanted[0])} × {number(wanted[1])}"
    for page in subject.pages:
        trim = page.trim_mm
        if trim is None:
            yield NotChecked(tr("Page {page} does not say where it is cut (no TrimBox).", page=page.number))
            continue
        sides = (trim.height, trim.width) if page.rotate % 180 else (trim.width, trim.height)
        if max(abs(one - other) for one, other in zip(sides, wanted, strict=True)) > tolerance:
            found = f"{number(sides[0])} × {number(sides[1])}"
            yield Problem(
                "other-size",
                tr("Page {page} is cut to {found} mm; {wanted} mm were ordered.", page=page.number, found=found, wanted=limit),
                page=page.number,
                box=trim,
                measured=found,
                limit=limit,
                unit="mm",
            )
