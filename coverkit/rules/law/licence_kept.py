"""Rule law.licence-kept: size, pages, print run, printer and periodicity are those that the licence states."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coverkit.checks.finding import NotChecked, Outcome, Problem, Severity
from coverkit.checks.rule import rule
from coverkit.i18n import mark, number, tr
from coverkit.layout.cover import Cover
from coverkit.model.document import Unit
from coverkit.records import dataclass
from coverkit.typography.vietnamese import tone_normalised

_SIDES = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:cm|mm)?\s*[x×*]\s*(\d+(?:[.,]\d+)?)\s*(cm|mm)?", re.IGNORECASE)
_NAMED = {"a3": (297.0, 420.0), "a4": (210.0, 297.0), "a5": (148.0, 210.0), "a6": (105.0, 148.0)}
_LARGEST_CM = 60.0
"""Sides up to this are centimetres where no unit stands beside them."""


@dataclass(frozen=True, slots=True)
class Options:
    """Options.

    Attributes:
        tolerance_mm: by which a side may differ.
    """

    tolerance_mm: float = 1.0


@rule(
    id="law.licence-kept",
    title=mark("Size, pages, print run and printer are those of the licence"),
    subject=Cover,
    severity=Severity.WARNING,
    why=mark(
        "A licence to publish a bản tin states its size, number of pages, print run, periodicity and printer. "
        "An issue that departs from them needs the licensing body's consent."
    ),
    remedy=mark("Keep to the licence, or ask the body that issued it; correct the unit's profile where it is out of date."),
    source=mark("Luật Báo chí 103/2016/QH13, what a licence for a bản tin states"),
    options=Options,
    certainty="medium",
)
def check(cover: Cover, options: Options) -> Iterator[Outcome]:
    """Compare what the unit's profile says of the licence with this issue."""
    unit = cover.document.unit
    if cover.document.issue.kind != "ban-tin":
        return
    if not _states_anything(unit):
        yield NotChecked(tr("The unit's profile does not say what its licence states (size, pages, print run, printer)."))
        return
    yield from _size(cover, options)
    yield from _counts(unit)
    yield from _words(unit)


def _states_anything(unit: Unit) -> bool:
    texts = unit.licence_format or unit.licence_printer or unit.licence_periodicity
    return bool(texts or unit.licence_pages or unit.licence_print_run)


def _size(cover: Cover, options: Options) -> Iterator[Outcome]:
    stated = cover.document.unit.licence_format
    sizes = licensed_sizes(stated)
    if stated and not sizes:
        yield NotChecked(tr("The licensed size “{size}” is not understood; write it like 19 x 27 cm.", size=stated))
        return
    own = sorted((cover.scene.width, cover.scene.height))
    fits = any(
        all(abs(one - other) <= options.tolerance_mm for one, other in zip(own, sorted(size), strict=True)) for size in sizes
    )
    if sizes and not fits:
        found = f"{number(cover.scene.width)} × {number(cover.scene.height)}"
        yield Problem(
            "size",
            tr("The page is {found} mm; the licence states {stated}.", found=found, stated=stated),
            box=cover.scene.trim,
            measured=found,
            limit=stated,
        )


def licensed_sizes(stated: str) -> tuple[tuple[float, float], ...]:
    """Return the sizes in mm that a licence's words state: "19 x 27 cm", "190x270", "A4"; several are told apart by commas."""
    found: list[tuple[float, float]] = []
    for match in _SIDES.finditer(stated):
        sides = [float(match[group].replace(",", ".")) for group in (1, 2)]
        unit = (match[3] or "").lower()
        factor = 10.0 if unit == "cm" or (not unit and max(sides) <= _LARGEST_CM) else 1.0
        found.append((sides[0] * factor, sides[1] * factor))
    words = re.findall(r"[a-z]\d\b", stated.lower())
    return (*found, *(_NAMED[word] for word in words if word in _NAMED))


def _counts(unit: Unit) -> Iterator[Problem]:
    if unit.licence_pages and unit.pages and unit.pages != unit.licence_pages:
        yield Problem(
            "pages",
            tr("The issue has {found} pages; the licence states {stated}.", found=unit.pages, stated=unit.licence_pages),
            measured=float(unit.pages),
            limit=float(unit.licence_pages),
        )
    if unit.licence_print_run and unit.print_run and unit.print_run != unit.licence_print_run:
        yield Problem(
            "print-run",
            tr("{found} copies are printed; the licence states {stated}.", found=unit.print_run, stated=unit.licence_print_run),
            measured=float(unit.print_run),
            limit=float(unit.licence_print_run),
        )


def _words(unit: Unit) -> Iterator[Problem]:
    if _differ(unit.printer, unit.licence_printer):
        yield Problem(
            "printer",
            tr("The printer is {found}; the licence names {stated}.", found=unit.printer, stated=unit.licence_printer),
            measured=unit.printer,
            limit=unit.licence_printer,
        )
    if _differ(unit.periodicity, unit.licence_periodicity):
        yield Problem(
            "periodicity",
            tr("It appears “{found}”; the licence states “{stated}”.", found=unit.periodicity, stated=unit.licence_periodicity),
            measured=unit.periodicity,
            limit=unit.licence_periodicity,
        )


def _differ(one: str, other: str) -> bool:
    return bool(one and other) and _form(one) != _form(other)


def _form(text: str) -> str:
    return " ".join(tone_normalised(text).casefold().split()).rstrip(".")
