"""Rule press.transparency: nothing shines through; CoverKit resolves every opacity before the file is written."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import NoOptions, rule
from coverkit.facts.marks import FormMark, ImageMark, StateFacts
from coverkit.facts.page import PageFacts
from coverkit.facts.press import PressSubject
from coverkit.i18n import mark, number, tr
from coverkit.rules.press.reading import incomplete

_OPAQUE = ("Normal", "Compatible")


@rule(
    id="press.transparency",
    title=mark("Nothing in the file is transparent"),
    subject=PressSubject,
    severity=Severity.ERROR,
    why=mark(
        "Live transparency is resolved by the printer's machine, each in its way: seams, shifted colours, "
        "letters turned to pixels. PDF/X-1a forbids it, and CoverKit writes none."
    ),
    remedy=mark("Export the file again with CoverKit; another program may have added to it."),
    source=mark("ISO 15930-4:2003, 6.16; house policy for PDF/X-4"),
    certainty="high",
)
def check(subject: PressSubject, _: NoOptions) -> Iterator[Outcome]:
    """Look for opacity, blend modes, soft masks and groups."""
    yield from incomplete(subject)
    for page in subject.pages:
        if page.group is not None:
            yield Problem("page-group", tr("Page {page} is a transparency group.", page=page.number), page=page.number)
        for state in page.states:
            yield from _state(page, state)
        for one in page.marks:
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


def _state(page: PageFacts, state: StateFacts) -> Iterator[Outcome]:
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
