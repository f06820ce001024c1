"""Rule press.graphics-state: no curves, halftones or unknown modes that change the tones on the printer's machine."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import NoOptions, rule
from coverkit.facts.file import FileSubject
from coverkit.facts.marks import StateFacts
from coverkit.i18n import mark, tr
from coverkit.rules.press.reading import incomplete

_BLEND_MODES = frozenset(
    (
        *("Normal", "Compatible", "Multiply", "Screen", "Overlay", "Darken", "Lighten", "ColorDodge", "ColorBurn"),
        *("HardLight", "SoftLight", "Difference", "Exclusion", "Hue", "Saturation", "Color", "Luminosity"),
    )
)
_INTENTS = frozenset(("AbsoluteColorimetric", "RelativeColorimetric", "Perceptual", "Saturation"))
_HALFTONES = (1, 5)


@rule(
    id="press.graphics-state",
    title=mark("No setting changes the tones on the printer's machine"),
    subject=FileSubject,
    severity=Severity.ERROR,
    why=mark(
        "Transfer curves and halftones in a file override those of the press, so tones print lighter or darker than proofed."
    ),
    remedy=mark(
        "Export the file again without transfer functions, halftones and unknown blend modes; presets for PDF/X leave them out."
    ),
    source=mark("ISO 15930-7:2010, 6.13 and 6.23; ISO 15930-4:2003, 6.9"),
    certainty="medium",
)
def check(subject: FileSubject, _: NoOptions) -> Iterator[Outcome]:
    """Look at every graphics state that a page sets."""
    yield from incomplete(subject)
    for page in subject.pages:
        for state in page.states:
            for code, what in _objections(state):
                yield Problem(
                    code, tr("A graphics state sets {what}.", what=what), element=state.name, page=page.number, measured=what
                )
        for intent in page.rendering_intents:
            if intent not in _INTENTS:
                yield Problem(
                    "rendering-intent",
                    tr("“{name}” is no rendering intent.", name=intent or "–"),
                    page=page.number,
                    measured=intent,
                )


def _objections(state: StateFacts) -> Iterator[tuple[str, str]]:
    if state.transfer:
        yield "transfer", "TR"
    if state.transfer2 not in ("", "Default"):
        yield "transfer", "TR2"
    if state.halftone_phase:
        yield "halftone", "HTP"
    if state.halftone_name or (state.halftone_type is not None and state.halftone_type not in _HALFTONES):
        yield "halftone", "HT"
    for mode in state.blend_modes:
        if mode not in _BLEND_MODES:
            yield "blend-mode", f"BM {mode}"
