"""Rule colour.thin-lines: lines are thick enough to print, and thin ones are printed with one ink."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import rule
from coverkit.i18n import mark, number, tr
from coverkit.layout.cover import Cover
from coverkit.model.values import Cmyk
from coverkit.records import dataclass
from coverkit.rules.subject.branding import name_of
from coverkit.rules.subject.shapes import POINT
from coverkit.scene.operations import Fill, Operation, Stroke
from coverkit.scene.path import Path


@dataclass(frozen=True, slots=True)
class Options:
    """Options, in points.

    Attributes:
        least_pt: thinner lines are a finding.
        several_pt: thinner lines in more than one ink are a finding.
    """

    least_pt: float = 0.25
    several_pt: float = 0.5


@rule(
    id="colour.thin-lines",
    title=mark("Lines are thick enough to print"),
    subject=Cover,
    severity=Severity.WARNING,
    why=mark(
        "A hairline that a screen shows may vanish on the plate. "
        "A thin line in several inks falls apart into coloured lines where the plates do not meet."
    ),
    remedy=mark("Make the line thicker, or use one ink."),
    source=mark("GWG 2022 R0018 and R0019 (0.25 pt); house policy for lines in several inks"),
    options=Options,
    certainty="medium",
)
def check(cover: Cover, options: Options) -> Iterator[Outcome]:
    """Look at strokes, and at rectangles so thin that they are lines."""
    seen: set[tuple[str, str]] = set()
    for operation in cover.scene.operations:
        line = _line(operation)
        if line is None:
            continue
        width, ink = line
        code, limit = _verdict(width, ink, options)
        if code and (operation.source, code) not in seen:
            seen.add((operation.source, code))
            yield Problem(
                code,
                tr(
                    "{name} has a line of {width} pt; at least {limit} pt are wanted for it.",
                    name=name_of(cover, operation.source),
                    width=number(width),
                    limit=number(limit),
                ),
                element=operation.source,
                box=operation.bounds,
                measured=round(width, 3),
                limit=limit,
                unit="pt",
            )


def _verdict(width: float, ink: Cmyk, options: Options) -> tuple[str, float]:
    if width < options.least_pt - 1e-6:
        return "too-thin", options.least_pt
    several = sum(part > 0 for part in (ink.c, ink.m, ink.y, ink.k)) > 1
    if several and width < options.several_pt - 1e-6:
        return "several-inks", options.several_pt
    return "", 0.0


def _line(operation: Operation) -> tuple[float, Cmyk] | None:
    match operation:
        case Stroke(ink=ink, width=width):
            return width, ink
        case Fill(path=path, ink=ink) if path == Path.rectangle(path.bounds()):
            return min(path.bounds().width, path.bounds().height) / POINT, ink
        case _:
            return None
