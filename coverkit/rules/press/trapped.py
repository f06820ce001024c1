"""Rule press.trapped: the file says whether it was trapped, in the one way that counts."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import NoOptions, rule
from coverkit.facts.file import FileSubject
from coverkit.i18n import mark, tr

_PROPERTY = "{http://ns.adobe.com/pdf/1.3/}Trapped"


@rule(
    id="press.trapped",
    title=mark("The file says whether it was trapped"),
    subject=FileSubject,
    severity=Severity.ERROR,
    why=mark("Trapping twice, or never, shows as dark or white seams between colours. The printer goes by this entry."),
    remedy=mark("Export the file again as PDF/X; set “Trapped” to False unless the file was trapped."),
    source=mark("ISO 15930-7:2010, 6.9; ISO 15930-4:2003, 6.6"),
    certainty="high",
)
def check(subject: FileSubject, _: NoOptions) -> Iterator[Outcome]:
    """Look at type and value, and compare with the XMP metadata."""
    entry = subject.pdf.info.get("Trapped")
    if entry is None:
        yield Problem("missing", tr("The document information does not say whether the file was trapped."), limit="False")
        return
    if entry.kind != "name" or entry.value not in ("True", "False"):
        yield Problem(
            "not-true-or-false",
            tr("Trapped is {value} ({kind}); it must be the name True or False.", value=entry.value or "–", kind=entry.kind),
            measured=entry.value,
        )
    xmp = subject.pdf.xmp
    said = xmp.values.get(_PROPERTY, "") if xmp is not None else ""
    if said and said != entry.value:
        yield Problem(
            "differs",
            tr("Trapped: the document information says {info}, the XMP metadata {xmp}.", info=entry.value or "–", xmp=said),
            measured=entry.value,
            limit=said,
        )
