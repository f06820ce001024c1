"""Rule gwg.r0037: limits follow the scale of the page and the distance it is seen from."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Remark, Severity
from coverkit.checks.rule import rule
from coverkit.facts.file import FileSubject
from coverkit.i18n import mark, number, tr
from coverkit.rules.gwg.asking import Asked, ScaledOptions, judged


@rule(
    id="gwg.r0037",
    title=mark("Sizes are judged as they will be printed and seen"),
    subject=FileSubject,
    severity=Severity.ERROR,
    why=mark("A banner is drawn small and seen from afar: what counts is the size in print and the distance."),
    remedy=mark("Tell the scale and the distance in the options of the rules, as agreed with the printer."),
    source=mark("GWG 2022, R0037"),
    options=ScaledOptions,
    certainty="high",
)
def check(subject: FileSubject, options: ScaledOptions) -> Iterator[Outcome]:
    """Say which scale and distance the other rules go by."""
    yield from judged("r0037", subject, options, _breaches, of="document")


def _breaches(asked: Asked) -> Iterator[Outcome]:
    yield Remark(
        tr(
            "Limits go by a scale of {scale} and a distance of {distance} m.",
            scale=number(asked.scale),
            distance=number(asked.distance),
        )
    )
