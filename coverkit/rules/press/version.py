"""Rule press.version: nothing in the file needs a newer PDF than the standard knows."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import NoOptions, rule
from coverkit.facts.file import FileSubject
from coverkit.facts.pdf import version_number
from coverkit.i18n import mark, tr
from coverkit.rules.press.reading import is_own


@rule(
    id="press.version",
    title=mark("The PDF version is one that the standard knows"),
    subject=FileSubject,
    severity=Severity.WARNING,
    why=mark("A press RIP of an older make may stop at, or leave out, what came with a newer version of PDF."),
    remedy=mark(
        "Export the file again as PDF/X and send it as it is; saving it in another program may have raised its version."
    ),
    source=mark("ISO 15930-7:2010, 6.1; ISO 15930-4:2003, 5"),
    certainty="medium",
)
def check(subject: FileSubject, _: NoOptions) -> Iterator[Outcome]:
    """Compare the version, and look for what came with PDF 1.5 in files that must do without."""
    pdf, newest = subject.pdf, subject.newest_pdf
    if not pdf.header_version:
        yield Problem("no-header", tr("The file does not begin with a PDF version."), severity=Severity.ERROR)
    if version_number(pdf.version) > version_number(newest):
        yield Problem(
            "too-new",
            tr(
                "The file is PDF {version}; {standard} knows up to {newest}.",
                version=pdf.version,
                standard=subject.standard,
                newest=newest,
            ),
            measured=pdf.version,
            limit=newest,
        )
    yield from _newer_keys(subject)
    if not subject.is_x4:
        yield from _of_pdf_1_5(subject)


def _newer_keys(subject: FileSubject) -> Iterator[Outcome]:
    """Tell of keys that change what is printed where they are known, and do nothing where they are not."""
    states = [(None, key, version) for page in subject.pages for one in page.states for key, version in one.newer]
    told: set[str] = set()
    for number, key, version in (*subject.pdf.objects.newer, *states):
        if version_number(version) > version_number(subject.newest_pdf) and key not in told:
            told.add(key)
            yield Problem(
                "newer-key",
                tr(
                    "{key} came with PDF {version}; a press that knows up to {newest} passes over it and may print otherwise.",
                    key=key,
                    version=version,
                    newest=subject.newest_pdf,
                ),
                element=key if number is None else f"{key}, {number} 0 R",
                measured=version,
                limit=subject.newest_pdf,
            )


def _of_pdf_1_5(subject: FileSubject) -> Iterator[Outcome]:
    pdf, weight = subject.pdf, Severity.ERROR if is_own(subject) else Severity.WARNING
    if pdf.has_object_streams or pdf.has_xref_stream:
        yield Problem(
            "object-streams", tr("The file packs its objects into streams, which came with PDF 1.5."), severity=weight
        )
    if pdf.layers is not None:
        yield Problem("layers", tr("The file has layers, which came with PDF 1.5."), severity=weight)
    for page in subject.pages:
        for image in page.images:
            if image.bits > 8:
                yield Problem(
                    "deep-image",
                    tr("Image {name} has {bits} bits per sample; PDF 1.4 knows 8.", name=image.name or "–", bits=image.bits),
                    element=image.name,
                    page=page.number,
                    box=image.box,
                    measured=float(image.bits),
                    limit=8.0,
                    severity=weight,
                )
