"""Rule gwg.r0009: small black text is printed over what lies below it."""

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
    id="gwg.r0009",
    title=mark("Small black text overprints"),
    subject=FileSubject,
    severity=Severity.WARNING,
    why=mark("Small black text that knocks out leaves white rims around the letters as soon as the plates are off by a hair."),
    remedy=mark("Let small black text overprint (with overprint mode 1) and export again."),
    source=mark("GWG 2022, R0009"),
    options=ScaledOptions,
    certainty="medium",
)
def check(subject: FileSubject, options: ScaledOptions) -> Iterator[Outcome]:
    """Look at small black text that lies over something; DeviceGray is left to rules R0011 and R0013."""
    yield from judged("r0009", subject, options, _breaches, of="overlap")


def _breaches(asked: Asked) -> Iterator[Outcome]:
    for text, one in texts(asked.pages):
        way = one.way
        if size_of(text) >= asked.under_pt or way.is_grey or not way.is_black or not one.overlaps:
            continue
        if not way.overprints:
            message = tr(
                "Black text of {size} pt knocks out what lies below it: {text}.", size=number(size_of(text)), text=said(text)
            )
            yield problem_at("knocks-out", message, way, one.page, size_of(text), asked.under_pt, "pt")
        elif way.colour.space == "DeviceCMYK" and way.element.state.overprint_mode != 1:
            message = tr("Black text overprints without mode 1, so its zeros knock out: {text}.", text=said(text))
            yield problem_at("overprint-mode", message, way, one.page, float(way.element.state.overprint_mode), 1.0)
