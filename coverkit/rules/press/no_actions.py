"""Rule press.no-actions: the file only prints. No scripts, links, forms, comments or attachments."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import NotChecked, Outcome, Problem, Severity
from coverkit.checks.rule import NoOptions, rule
from coverkit.facts.file import FileSubject
from coverkit.facts.page import Box, PageFacts
from coverkit.i18n import mark, tr
from coverkit.rules.press.reading import softened

_VIEWER_BOXES = ("MediaBox", "BleedBox")
_FOR_PRINTERS = ("PrinterMark", "TrapNet")
"""Kinds of annotations that belong to the making of plates; they have rules of their own."""


@rule(
    id="press.no-actions",
    title=mark("The file holds nothing that acts or lies over the page"),
    subject=FileSubject,
    severity=Severity.ERROR,
    why=mark("Scripts and attachments make mail and printers' systems refuse a file; comments and form fields may print."),
    remedy=mark("Export the file again as PDF/X, without links, form fields, bookmarks, comments and attachments."),
    source=mark("ISO 15930-7:2010, 6.7, 6.17, 6.18, 6.21, 6.22 and 6.26; ISO 15930-4:2003, 6.13, 6.14 and 6.17"),
    certainty="high",
)
def check(subject: FileSubject, _: NoOptions) -> Iterator[Outcome]:
    """Look at the catalog, every object and every annotation."""
    yield from _document(subject)
    for page in subject.pages:
        yield from _page(page)
    if not subject.pdf.objects.complete:
        yield NotChecked(tr("Not all objects of the file could be read."))


def _document(subject: FileSubject) -> Iterator[Outcome]:
    pdf = subject.pdf
    kinds = sorted({kind for _, kind in pdf.objects.actions})
    if pdf.has_javascript or kinds or pdf.has_open_action or pdf.objects.additional_actions:
        yield Problem(
            "actions",
            tr("The file holds actions: {kinds}.", kinds=", ".join(kinds) or "JavaScript, OpenAction, AA"),
            measured=", ".join(kinds),
        )
    if pdf.has_xfa:
        yield Problem("xfa", tr("The file holds an XFA form."))
    if pdf.has_forms:
        yield Problem("form", tr("The file holds a form."), severity=Severity.WARNING)
    if pdf.embedded_files or pdf.objects.embedded:
        names = ", ".join(pdf.embedded_files)
        yield Problem(
            "attachments",
            tr("The file holds other files: {names}.", names=names or "?"),
            measured=names,
            severity=softened(subject),
        )
    if pdf.has_alternate_presentations:
        yield Problem("presentations", tr("The file holds alternate presentations."))
    for key, value in pdf.viewer_boxes.items():
        if value not in _VIEWER_BOXES:
            yield Problem(
                "viewer-box",
                tr("{key} asks programs to show or print only the {box}.", key=key, box=value),
                element=key,
                measured=value,
                limit="MediaBox",
            )


def _page(page: PageFacts) -> Iterator[Outcome]:
    if page.has_alternate_presentation:
        yield Problem("presentations", tr("Page {page} has an alternate presentation.", page=page.number), page=page.number)
    around = page.bleed or page.trim or page.art or page.media
    for one in page.annotations:
        if one.subtype in _FOR_PRINTERS:
            continue
        if around is None or _touches(one.rect, around):
            yield Problem(
                "annotation",
                tr(
                    "An annotation ({kind}) lies on the printed area of page {page}.", kind=one.subtype or "–", page=page.number
                ),
                element=one.subtype,
                page=page.number,
                measured=one.subtype,
            )


def _touches(rect: Box, around: Box) -> bool:
    return rect.left < around.right and rect.right > around.left and rect.bottom < around.top and rect.top > around.bottom
