"""Rule gwg.r0011: small text is not in DeviceGray."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Severity
from coverkit.checks.rule import rule
from coverkit.facts.file import FileSubject
from coverkit.i18n import mark, number, tr
from coverkit.rules.gwg.asking import Asked, ScaledOptions, judged
from coverkit.rules.gwg.painted import texts
from coverkit.rules.gwg.telling import problem_at, said
from coverkit.rules.gwg.ways import size_of


@rule(
    id="gwg.r0011",
    title=mark("Small text over something is not in DeviceGray"),
    subject=FileSubject,
    severity=Severity.WARNING,
    why=mark("Machines read overprinting of DeviceGray differently, so small text in it knocks out here and overprints there."),
    remedy=mark("Set small grey and black text in CMYK with black alone, and export again."),
    source=mark("GWG 2022, R0011"),
    options=ScaledOptions,
    certainty="medium",
)
def check(subject: FileSubject, options: ScaledOptions) -> Iterator[Outcome]:
    """Look at small text in DeviceGray that lies over something."""
    yield from judged("r0011", subject, options, _breaches, of="overlap")


def _breaches(asked: Asked) -> Iterator[Outcome]:
    for text, one in texts(asked.pages):
        if one.way.is_grey and size_of(text) < asked.under_pt and one.overlaps:
            message = tr("Text of {size} pt is in DeviceGray: {text}.", size=number(size_of(text)), text=said(text))
            yield problem_at("grey-text", message, one.way, one.page, size_of(text), asked.under_pt, "pt")
