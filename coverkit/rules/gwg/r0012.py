"""Rule gwg.r0012: thin lines are not in DeviceGray."""

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
    id="gwg.r0012",
    title=mark("Thin lines over something are not in DeviceGray"),
    subject=FileSubject,
    severity=Severity.WARNING,
    why=mark(
        "Machines read overprinting of DeviceGray differently, so a thin line in it knocks out here and overprints there."
    ),
    remedy=mark("Draw thin grey and black lines in CMYK with black alone, and export again."),
    source=mark("GWG 2022, R0012"),
    options=ScaledOptions,
    certainty="medium",
)
def check(subject: FileSubject, options: ScaledOptions) -> Iterator[Outcome]:
    """Look at thin lines in DeviceGray that lie over something."""
    yield from judged("r0012", subject, options, _breaches, of="overlap")


def _breaches(asked: Asked) -> Iterator[Outcome]:
    for one in paths(asked.pages):
        width = one.way.width
        if one.way.is_grey and width is not None and width < asked.under_pt and one.overlaps:
            message = tr("A line of {width} pt is in DeviceGray.", width=number(width))
            yield problem_at("grey-line", message, one.way, one.page, width, asked.under_pt, "pt")
