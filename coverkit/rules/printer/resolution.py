"""Rule printer.resolution: pictures in the file are sharp enough at the size they are printed."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import NotAsked, Outcome, Problem, Severity
from coverkit.checks.rule import rule
from coverkit.facts.file import FileSubject
from coverkit.facts.marks import ImageMark
from coverkit.facts.page import PageFacts
from coverkit.formats.gwg import gwg_variant
from coverkit.i18n import mark, number, tr
from coverkit.records import dataclass
from coverkit.rules.press.reading import incomplete


@dataclass(frozen=True, slots=True)
class Options:
    """Options.

    Attributes:
        smallest_px: images no wider and no higher are patterns or rules, and do not count.
    """

    smallest_px: int = 16


@rule(
    id="printer.resolution",
    title=mark("Pictures are sharp at their printed size"),
    subject=FileSubject,
    severity=Severity.ERROR,
    why=mark(
        "What counts is the effective resolution: the picture's pixels over its printed size. "
        "Pictures from messages or web pages look sharp on a screen and blurred on paper."
    ),
    remedy=mark("Use the original photo, print it smaller, or enlarge it less within its frame."),
    source=mark("The printer's profile; GWG 2022 R0031"),
    options=Options,
    certainty="high",
)
def check(subject: FileSubject, options: Options) -> Iterator[Outcome]:
    """Compare every picture that is seen on the page with the printer's limits; each picture once, where it is worst.

    Where the Ghent Workgroup's variant asks for as much, its own rule (R0031) tells the same and this one is left out.
    """
    refused, good = subject.printer.refuse_ppi, subject.printer.least_ppi
    limit = gwg_variant(subject.gwg_variant).rules.get("r0031")
    if limit is not None and limit["error_ppi"] + 1 >= refused and limit["warning_ppi"] + 1 >= good:
        yield NotAsked()
        return
    yield from incomplete(subject)
    for page in subject.pages:
        worst: dict[tuple[str, int, int], ImageMark] = {}
        for one in _counted(page, options):
            known = worst.get((one.name, one.width, one.height))
            if one.ppi < good and (known is None or one.ppi < known.ppi):
                worst[one.name, one.width, one.height] = one
        for one in worst.values():
            bad = one.ppi < refused
            yield Problem(
                "below-limit" if bad else "below-good",
                tr(
                    "Picture {name} has {ppi} ppi at {width} × {height} mm; {good} ppi are good, "
                    "less than {limit} ppi is refused.",
                    name=one.name or "–",
                    ppi=number(one.ppi, 0),
                    width=number(one.box.width, 0),
                    height=number(one.box.height, 0),
                    good=number(good),
                    limit=number(refused),
                ),
                element=one.name,
                page=page.number,
                box=one.seen,
                measured=round(one.ppi, 1),
                limit=refused if bad else good,
                unit="ppi",
                severity=None if bad else Severity.WARNING,
            )


def _counted(page: PageFacts, options: Options) -> Iterator[ImageMark]:
    for one in page.images:
        seen = one.seen is not None and not one.layer and one.bits > 1
        if seen and max(one.width, one.height) > options.smallest_px and _on_page(page, one):
            yield one


def _on_page(page: PageFacts, one: ImageMark) -> bool:
    return page.trim_mm is None or (one.seen is not None and page.trim_mm.intersection(one.seen) is not None)
