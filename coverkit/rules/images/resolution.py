"""Rule images.resolution: pictures have enough pixels for the size they are printed at."""

from __future__ import annotations

import math
from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import rule
from coverkit.colour.pictures import effective_ppi
from coverkit.i18n import mark, number, tr
from coverkit.layout.cover import Cover
from coverkit.records import dataclass
from coverkit.rules.subject.branding import name_of
from coverkit.scene.operations import Picture


@dataclass(frozen=True, slots=True)
class Options:
    """Options, in pixels per inch at the printed size.

    Attributes:
        error_ppi: below it, an error.
        warning_ppi: below it, a warning.
    """

    error_ppi: float = 150.0
    warning_ppi: float = 225.0


@rule(
    id="images.resolution",
    title=mark("Pictures are sharp at their printed size"),
    subject=Cover,
    severity=Severity.ERROR,
    why=mark(
        "What counts is the effective resolution: the picture's pixels over its printed size. "
        "Pictures from messages or web pages look sharp on a screen and blurred on paper."
    ),
    remedy=mark("Use the original photo, print it smaller, or enlarge it less within its frame."),
    source=mark("GWG 2022 R0031 (sheet-fed: error to 149 ppi, warning to 224 ppi); the printer's profile"),
    options=Options,
    certainty="medium",
)
def check(cover: Cover, options: Options) -> Iterator[Outcome]:
    """Measure each picture as it is placed and cropped."""
    for operation in cover.scene.operations:
        if not isinstance(operation, Picture) or operation.sha256 not in cover.pictures:
            continue
        info = cover.pictures[operation.sha256]
        ppi = effective_ppi(info, operation)
        if ppi >= options.warning_ppi:
            continue
        bad = ppi < options.error_ppi
        growth = options.warning_ppi / ppi
        yield Problem(
            "below-limit" if bad else "below-good",
            tr(
                "{name} has {ppi} ppi at {width} × {height} mm; {good} ppi are good, less than {limit} ppi is "
                "refused. It has {has_x} × {has_y} pixels; {need_x} × {need_y} are needed.",
                name=name_of(cover, operation.source),
                ppi=number(ppi, 1),
                width=number(operation.box.width, 0),
                height=number(operation.box.height, 0),
                good=number(options.warning_ppi),
                limit=number(options.error_ppi),
                has_x=info.width,
                has_y=info.height,
                need_x=math.ceil(round(info.width * growth, 3)),
                need_y=math.ceil(round(info.height * growth, 3)),
            ),
            element=operation.source,
            box=operation.bounds,
            measured=round(ppi, 1),
            limit=options.error_ppi if bad else options.warning_ppi,
            unit="ppi",
            severity=None if bad else Severity.WARNING,
        )
