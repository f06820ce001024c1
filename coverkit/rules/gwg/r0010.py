"""Rule gwg.r0010: thin black lines are printed over what lies below them."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Severity
from coverkit.checks.rule import rule
from coverkit.facts.file import FileSubject
from coverkit.i18n import mark, number, tr
from coverkit.rules.gwg.asking import Asked, ScaledOptions, judged
from coverkit.rules.gwg.painted import paths
from coverkit.rules.gwg.telling import problem_at


@rule(
    id="gwg.r0010",
    title=mark("Thin black lines overprint"),
    subject=FileSubject,
    severity=Severity.WARNING,
    why=mark("A thin black line that knocks out leaves a white rim along it as soon as the plates are off by a hair."),
    remedy=mark("Let thin black lines overprint (with overprint mode 1) and export again."),
    source=mark("GWG 2022, R0010"),
    options=ScaledOptions,
    certainty="medium",
)
def check(subject: FileSubject, options: ScaledOptions) -> Iterator[Outcome]:
    """Look at thin black lines that lie over something; DeviceGray is left to rules R0012 and R0013."""
    yield from judged("r0010", subject, options, _breaches, of="overlap")


def _breaches(asked: Asked) -> Iterator[Outcome]:
    for one in paths(asked.pages):
        way = one.way
        if way.width is None or way.width >= asked.under_pt or way.is_grey or not way.is_black or not one.overlaps:
            continue
        if not way.overprints:
            message = tr("A black line of {width} pt knocks out what lies below it.", width=number(way.width))
            yield problem_at("knocks-out", message, way, one.page, way.width, asked.under_pt, "pt")
        elif way.colour.space == "DeviceCMYK" and way.element.state.overprint_mode != 1:
            message = tr(
                "A black line of {width} pt overprints without mode 1, so its zeros knock out.", width=number(way.width)
            )
            yield problem_at("overprint-mode", message, way, one.page, float(way.element.state.overprint_mode), 1.0)
