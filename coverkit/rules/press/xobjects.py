"""Rule press.xobjects: no PostScript, no stand-ins for data that lie elsewhere, no second version of a picture."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import NotChecked, Outcome, Problem, Severity
from coverkit.checks.rule import NoOptions, rule
from coverkit.facts.file import FileSubject
from coverkit.i18n import mark, tr
from coverkit.rules.press.reading import is_own

_KINDS = {
    "postscript": mark("PostScript"),
    "references": mark("a page of another file (reference XObject)"),
    "opi": mark("a stand-in for a picture on the printer's server (OPI)"),
    "alternates": mark("a second version of a picture"),
}


@rule(
    id="press.xobjects",
    title=mark("Pictures and forms are complete in themselves"),
    subject=FileSubject,
    severity=Severity.ERROR,
    why=mark("What is replaced or run on the printer's machine may print differently from what was proofed."),
    remedy=mark("Export the file again as PDF/X with every picture and page embedded in full."),
    source=mark("ISO 15930-7:2010, 6.3, 6.14 and 6.16; ISO 15930-4:2003, 6.10 and 6.12"),
    certainty="high",
)
def check(subject: FileSubject, _: NoOptions) -> Iterator[Outcome]:
    """Look at all XObjects of the file."""
    objects = subject.pdf.objects
    found = {
        "postscript": objects.postscript,
        "references": objects.references,
        "opi": objects.opi,
        "alternates": objects.alternates if is_own(subject) else objects.printing_alternates,
    }
    for code, numbers in found.items():
        if numbers:
            yield Problem(
                code,
                tr("Object {number} is {what}.", number=numbers[0], what=tr(_KINDS[code])),
                measured=float(len(numbers)),
                limit=0.0,
            )
    for page in subject.pages:
        if page.has_thumbnail:
            yield Problem(
                "thumbnail",
                tr(
                    "Page {page} brings a small picture of itself; programs may show it instead, and it is never printed.",
                    page=page.number,
                ),
                page=page.number,
                severity=Severity.NOTE,
            )
    if not objects.complete:
        yield NotChecked(tr("Not all objects of the file could be read."))
