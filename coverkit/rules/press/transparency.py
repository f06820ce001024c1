"""Rule press.transparency: what shines through is blended as the standard allows, or there is nothing of it."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import NoOptions, rule
from coverkit.facts.file import FileSubject
from coverkit.facts.marks import FormMark, ImageMark, StateFacts
from coverkit.facts.page import PageFacts
from coverkit.i18n import mark, number, tr
from coverkit.rules.press.intent import fits, intent_space
from coverkit.rules.press.reading import incomplete, is_own

_OPAQUE = ("Normal", "Compatible")


@rule(
    id="press.transparency",
    title=mark("Transparency is blended in the colours of the press, or there is none"),
    subject=FileSubject,
    severity=Severity.ERROR,
    why=mark(
        "Live transparency is resolved by the printer's machine. Where the file does not say in which colours, "
        "each does it in its way: shifted colours, seams, letters turned to pixels. "
        "PDF/X-1a and PDF/X-3 forbid it, and CoverKit writes none."
    ),
    remedy=mark("Export the file again with CMYK as its transparency blend space, or flatten the transparency before export."),
    source=mark("ISO 15930-7:2010, 6.20; ISO 15930-4:2003, 6.16; GWG 2022, R0030; house policy for CoverKit's own files"),
    certainty="medium",
)
def check(subject: FileSubject, _: NoOptions) -> Iterator[Outcome]:
    """Look for opacity, blend modes, soft masks and groups; in PDF/X-4, at the group of a page that uses them."""
    yield from incomplete(subject)
    for page in subject.pages:
        if subject.is_x4 and not is_own(subject):
            yield from _group(page, subject)
            continue
        if page.group is not None:
            yield Problem("page-group", tr("Page {page} is a transparency group.", page=page.number), page=page.number)
        yield from _uses(page)


def _group(page: PageFacts, subject: FileSubject) -> Iterator[Outcome]:
    """Judge the page's own group: 13 of 13 conforming files that use transparency have one, in the colours of the intent."""
    wanted = intent_space(subject)
    if page.group is not None and page.group.chain and not fits(page.group.chain, wanted):
        yield Problem(
            "blend-space",
            tr(
                "Page {page} blends in {space}, which does not fit the output intent ({wanted}).",
                page=page.number,
                space=page.group.chain[-1],
                wanted=wanted,
            ),
            page=page.number,
            measured=page.group.chain[-1],
            limit=f"Device{wanted}",
        )
    first = next(_uses(page), None)
    if first is None:
        return
    if page.group is None:
        code, message = "no-page-group", tr("Page {page} uses transparency, but has no transparency group.", page=page.number)
    elif not page.group.chain:
        code, message = (
            "no-blend-space",
            tr("Page {page} uses transparency, but does not say in which colours.", page=page.number),
        )
    else:
        return
    yield Problem(
        code,
        f"{message} {first.message}",
        element=first.element,
        page=page.number,
        box=first.box,
        limit=f"Device{wanted}",
        severity=Severity.WARNING,
    )


def _uses(page: PageFacts) -> Iterator[Problem]:
    """Yield every use of transparency on a page."""
    for state in page.states:
        yield from _state(page, state)
    for one in (*page.marks, *page.parts):
        if isinstance(one, ImageMark) and one.soft_mask:
            yield Problem(
                "image-mask",
                tr("Image {name} has a soft mask.", name=one.name or "–"),
                element=one.name,
                page=page.number,
                box=one.box,
            )
        if isinstance(one, FormMark) and one.group is not None:
            yield Problem(
                "form-group",
                tr("{name} is a transparency group.", name=one.name),
                element=one.name,
                page=page.number,
                box=one.box,
            )


def _state(page: PageFacts, state: StateFacts) -> Iterator[Problem]:
    for key, alpha in (("ca", state.fill_alpha), ("CA", state.stroke_alpha)):
        if alpha is not None and alpha != 1.0:
            yield Problem(
                "opacity",
                tr("Something is painted with an opacity of {alpha} % ({key}).", alpha=number(alpha * 100, 1), key=key),
                element=state.name,
                page=page.number,
                measured=alpha,
                limit=1.0,
            )
    for mode in state.blend_modes:
        if mode not in _OPAQUE:
            yield Problem(
                "blend-mode",
                tr("Something is blended ({mode}).", mode=mode),
                element=state.name,
                page=page.number,
                measured=mode,
                limit="Normal",
            )
    if state.soft_mask:
        yield Problem("soft-mask", tr("Something is painted through a soft mask."), element=state.name, page=page.number)
