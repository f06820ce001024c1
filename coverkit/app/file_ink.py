"""The ink of any PDF: its plates as numbers, for a densitometer, pictures of them, and the report that rules judge.

The plates of a cover that is composed come from its scene (`render.plates`); those of a finished PDF from Ghostscript, where it
is installed. Where it is not, pages of flat DeviceCMYK, such as those of CoverKit's own press files, are separated by rewriting
them (`preflight.separating`); the ink of all others is not checked, and that is said.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from coverkit.errors import CoverKitError, InputError, MissingError, UsageError
from coverkit.facts.ink import FILE_PLATES, InkReport
from coverkit.facts.marks import PROCESS
from coverkit.facts.page import Box, PageFacts
from coverkit.facts.pdf import PdfFacts
from coverkit.geometry import MM, Point, Rect
from coverkit.i18n import system_reason, tr
from coverkit.preflight.inspect import inspect
from coverkit.preflight.profiles import press_profile
from coverkit.preflight.separating.pages import ink_pages
from coverkit.records import dataclass, replace
from coverkit.render import tiffsep
from coverkit.render.coverage import coverage, heat_map
from coverkit.render.raster import Bitmap, rasterise
from coverkit.render.tiffsep import PageBox, PlateRequest

DPI = 72.0
"""Resolution for means over millimetres: 42 px to the square of 15 mm."""
MOST_SECONDS, PAGE_SECONDS = 30.0, 9.0
"""For all pages of a file together, and for one."""
_MOST_PAGES = 24
_FULL = 255
_PRESS = ("Cyan", "Magenta", "Yellow", "Black")

Plane = NDArray[np.uint8]


@dataclass(frozen=True, slots=True, eq=False)
class InkPlates:
    """The plates of a page, unturned.

    Attributes:
        planes: by the name of the ink, those of the press first: amounts from 0 to 255, row by row from the top.
        box: what they cover, in mm from the trim's top left.
        page: the page, from 1.
        engine: what made them.
    """

    planes: Mapping[str, Plane]
    box: Rect
    page: int
    engine: str

    @property
    def spots(self) -> tuple[str, ...]:
        """The names of the plates beside the four of the press."""
        return tuple(name for name in self.planes if name not in PROCESS)

    def total(self, names: Sequence[str] | None = None) -> NDArray[np.uint16]:
        """Return the sum of all plates, or of some."""
        chosen = self.planes if names is None else {name: self.planes[name] for name in names if name in self.planes}
        total = np.zeros(next(iter(self.planes.values())).shape, np.uint16)
        for plane in chosen.values():
            total += plane
        return total

    def at(self, point: Point) -> Mapping[str, float] | None:
        """Return the inks at a place (mm from the trim's top left) in per cent; None beside the plates."""
        rows, columns = next(iter(self.planes.values())).shape
        column = int((point.x - self.box.x) / self.box.width * columns)
        row = int((point.y - self.box.y) / self.box.height * rows)
        if point.x < self.box.x or point.y < self.box.y or column >= columns or row >= rows:
            return None
        return {name: float(plane[row, column]) * 100 / _FULL for name, plane in self.planes.items()}


def measure(source: Path | bytes, page: int = 1, dpi: float = DPI) -> InkPlates:
    """Return the plates of a page over its bleed.

    Args:
        source: the file, or its bytes.
        page: its number, from 1.
        dpi: pixels per inch.

    Raises:
        MissingError: Ghostscript is not installed, and the page holds what is not measured without it.
        UsageError: there is no such page.
        InputError: the file cannot be read or drawn.
    """
    data = _bytes(source)
    facts = inspect(data, source.name if isinstance(source, Path) else "")
    if not 1 <= page <= len(facts.pages):
        raise UsageError(tr("There is no page {page}.", page=page), tr("The file has {count} pages.", count=len(facts.pages)))
    return plates_of(data, facts.pages[page - 1], dpi, press_profile(data))


def plates_of(pdf: bytes, page: PageFacts, dpi: float, profile: bytes, seconds: float = PAGE_SECONDS) -> InkPlates:
    """Return the plates of a page that was read already; raises as `measure` does.

    Args:
        pdf: the file's bytes.
        page: what was read of the page.
        dpi: pixels per inch.
        profile: as `preflight.profiles.press_profile` returns it.
        seconds: after which it is given up.
    """
    if tiffsep.ghostscript() is None:
        return _own_plates(pdf, page, dpi)
    name, box = _widest(page)
    unit = page.user_unit
    request = PlateRequest(page.number, name, (box.width * unit, box.height * unit), dpi, profile, seconds)
    planes = {ink: np.rot90(plane, page.rotate // 90) for ink, plane in tiffsep.plates(pdf, request).items()}
    ordered = [name for name in PROCESS if name in planes] + [name for name in planes if name not in PROCESS]
    program = tiffsep.ghostscript()
    engine = f"Ghostscript {program[1] if program else ''} tiffsep"
    return InkPlates({ink: planes[ink] for ink in ordered}, _place(page, box), page.number, engine)


def _own_plates(pdf: bytes, page: PageFacts, dpi: float) -> InkPlates:
    """Return the plates of a page of flat DeviceCMYK, through PDFium.

    Raises:
        MissingError: it holds more than that.
        InputError: it cannot be drawn.
    """
    _, box = _widest(page)
    try:
        separated = ink_pages(pdf, page.number, box)
    except InputError as error:
        raise MissingError(error.message, tr("Install Ghostscript to have the ink of any PDF measured.")) from error
    scale = page.user_unit * dpi / 72
    size = max(1, round(box.width * scale)), max(1, round(box.height * scale))
    planes = {}
    for number, name in enumerate(_PRESS):
        grey = np.frombuffer(rasterise(separated, size=size, grey=True, page=number).data, np.uint8)
        planes[name] = _FULL - grey.reshape(size[1], size[0])
    return InkPlates(planes, _place(page, box), page.number, FILE_PLATES)


def ink_report(plates: InkPlates, limit: float) -> InkReport:
    """Measure the ink of a page: of all inks, and where there are others of the four of the press alone."""
    report = replace(coverage(plates.total(), plates.box, limit, plates.engine), page=plates.page, spots=plates.spots)
    if not plates.spots:
        return report
    cmyk = coverage(plates.total(PROCESS), plates.box, limit, plates.engine)
    return replace(report, cmyk_mean_15mm=cmyk.max_mean_15mm, cmyk_place=cmyk.place, cmyk_page=plates.page)


def file_ink(pdf: bytes, facts: PdfFacts, limit: float) -> tuple[InkReport | None, str]:
    """Measure a file: return the report of the page with most ink, and why not all was measured ("" where it was).

    Args:
        pdf: the file's bytes.
        facts: what was read of it.
        limit: the printer's limit in per cent.
    """
    profile, end = press_profile(pdf), time.monotonic() + MOST_SECONDS
    worst: InkReport | None = None
    for done, page in enumerate(facts.pages):
        if done == _MOST_PAGES or (left := end - time.monotonic()) <= 0:
            return worst, tr("The ink of the first {count} pages was measured, of {pages}.", count=done, pages=facts.page_count)
        try:
            report = ink_report(plates_of(pdf, page, DPI, profile, min(left, PAGE_SECONDS)), limit)
        except CoverKitError as error:
            return worst, tr("The ink of page {page} was not measured: {reason}", page=page.number, reason=error.message)
        worst = report if worst is None else _worse(worst, report)
    return worst, "" if len(facts.pages) == facts.page_count else tr("Not all pages were read.")


def _worse(one: InkReport, other: InkReport) -> InkReport:
    """Join the reports of two pages: where most of all inks lies, and where most of the four alone, if that is elsewhere."""
    first, second = (one, other) if one.max_mean_15mm >= other.max_mean_15mm else (other, one)
    spots = tuple(dict.fromkeys((*one.spots, *other.spots)))
    if not spots:
        return first
    mean, place, page = max((each.mean_15mm(cmyk_only=True) for each in (first, second)), key=lambda found: found[0])
    return replace(first, spots=spots, cmyk_mean_15mm=mean, cmyk_place=place, cmyk_page=page)


def heat_picture(plates: InkPlates, limit: float) -> Bitmap:
    """Return a picture of the total ink: the more, the darker; from yellow to red where it is above the limit (per cent)."""
    return heat_map(plates.total(), limit)


def plate_picture(plates: InkPlates, ink: str) -> Bitmap:
    """Return a picture of one plate: dark is ink. One that the page does not have is blank."""
    plane = plates.planes.get(ink)
    rows, columns = next(iter(plates.planes.values())).shape
    grey = np.full((rows, columns), _FULL, np.uint8) if plane is None else _FULL - plane
    return Bitmap(columns, rows, "L", np.ascontiguousarray(grey).tobytes())


def _bytes(source: Path | bytes) -> bytes:
    if isinstance(source, bytes):
        return source
    try:
        return source.read_bytes()
    except OSError as error:
        raise InputError(
            tr("{path} cannot be read: {reason}.", path=source, reason=system_reason(error)), tr("Check the path.")
        ) from error


def _widest(page: PageFacts) -> tuple[PageBox, Box]:
    """Return the box that the plates cover: the bleed, else the next that the page states."""
    boxes: tuple[tuple[PageBox, Box | None], ...] = (
        ("bleed", page.bleed),
        ("trim", page.trim),
        ("art", page.art),
        ("crop", page.crop),
        ("media", page.media),
    )
    for name, box in boxes:
        # What sticks out of the medium is not there.
        inside = None if box is None else _common(box, page.media or box)
        if inside is not None:
            return name, inside
    raise InputError(tr("Page {page} has no size.", page=page.number), tr("Export or send the file again."))


def _common(one: Box, other: Box) -> Box | None:
    left, bottom = max(one.left, other.left), max(one.bottom, other.bottom)
    right, top = min(one.right, other.right), min(one.top, other.top)
    return Box(left, bottom, right, top) if right > left and top > bottom else None


def _place(page: PageFacts, box: Box) -> Rect:
    origin = page.trim or page.crop or page.media or box
    scale = page.user_unit / MM
    return Rect((box.left - origin.left) * scale, (origin.top - box.top) * scale, box.width * scale, box.height * scale)
