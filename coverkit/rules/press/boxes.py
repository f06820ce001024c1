"""Rule press.boxes: the page boxes say exactly where the cover is cut, and how far it bleeds at each edge."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import rule
from coverkit.facts.file import FileSubject
from coverkit.facts.page import Box, PageFacts
from coverkit.facts.press import PressSubject
from coverkit.geometry import MM
from coverkit.i18n import mark, number, tr
from coverkit.records import dataclass

_NEST_TOLERANCE, _NEST_TOLERANCE_OF_OTHERS = 0.01, 0.5
"""In pt. Other programs round each box for itself, which no press can see."""
_LEAST, _MOST = 3.0, 14_400.0
_EDGES = (mark("left"), mark("top"), mark("right"), mark("bottom"))


@dataclass(frozen=True, slots=True)
class Options:
    """Options.

    Attributes:
        tolerance_mm: by which trim and bleed may be off.
        marks_room_mm: sheet around the bleed that marks need; 0 asks for none.
    """

    tolerance_mm: float = 0.01
    marks_room_mm: float = 3.0


@rule(
    id="press.boxes",
    title=mark("Trim, bleed and sheet are stated and lie within one another"),
    subject=FileSubject,
    severity=Severity.ERROR,
    why=mark("The printer's imposition places and cuts the page by these boxes, without looking at it."),
    remedy=mark(
        "Export the file again as PDF/X with its trim and bleed; if it went through another program since, use the original."
    ),
    source=mark("ISO 15930-7:2010, 6.12; ISO 15930-4:2003, 6.8; GWG 2022, R0002 to R0004"),
    options=Options,
    certainty="high",
)
def check(subject: FileSubject, options: Options) -> Iterator[Outcome]:
    """Look at the boxes of each page; those of CoverKit's files are exactly those of the cover."""
    for page in subject.pages:
        yield from _presence(page)
        if not isinstance(subject, PressSubject):
            yield from _nesting(page, _NEST_TOLERANCE_OF_OTHERS)
            continue
        yield from _nesting(page, _NEST_TOLERANCE)
        yield from _turned(page)
        if page.trim is not None:
            yield from _trim(page, page.trim, subject, options)
            yield from _bleed(page, page.trim, subject, options)
        yield from _room(page, options)


def _presence(page: PageFacts) -> Iterator[Outcome]:
    if page.media is None:
        yield Problem("media-missing", tr("Page {page} has no MediaBox.", page=page.number), page=page.number)
    if page.trim is None and page.art is None:
        yield Problem("trim-missing", tr("Page {page} has no TrimBox.", page=page.number), page=page.number)
    if page.trim is not None and page.art is not None:
        yield Problem(
            "trim-and-art",
            tr("Page {page} has a TrimBox and an ArtBox; only one may be there.", page=page.number),
            page=page.number,
        )
    stated = {"MediaBox": page.media, "CropBox": page.crop, "BleedBox": page.bleed, "TrimBox": page.trim, "ArtBox": page.art}
    for name, box in stated.items():
        if box is not None and not all(_LEAST <= side <= _MOST for side in (box.width, box.height)):
            yield Problem(
                "side",
                tr("{name} has a side shorter than 3 pt or longer than 14 400 pt.", name=name),
                page=page.number,
                element=name,
            )


def _turned(page: PageFacts) -> Iterator[Outcome]:
    if page.rotate % 360:
        yield Problem(
            "rotated",
            tr("Page {page} is turned by {angle} degrees.", page=page.number, angle=page.rotate),
            page=page.number,
            measured=float(page.rotate),
            limit=0.0,
        )
    if page.has_user_unit:
        yield Problem(
            "user-unit",
            tr("Page {page} changes the unit of length.", page=page.number),
            page=page.number,
            measured=page.user_unit,
        )
    if page.crop is not None and page.media is not None and page.crop.differs(page.media) > _NEST_TOLERANCE:
        yield Problem("crop", tr("Page {page} shows only a part of its sheet (CropBox).", page=page.number), page=page.number)


def _nesting(page: PageFacts, tolerance: float) -> Iterator[Outcome]:
    inner = page.trim or page.art
    called = "TrimBox" if page.trim is not None else "ArtBox"
    outermost, its_name = (page.bleed, "BleedBox") if page.bleed is not None else (inner, called)
    pairs = (
        ("BleedBox", page.bleed, called, inner),
        ("CropBox", page.crop, its_name, outermost),
        ("MediaBox", page.media, its_name, outermost),
    )
    for outer_name, outer, inner_name, box in pairs:
        if outer is not None and box is not None and (over := outer.overshoot(box)) > tolerance:
            yield Problem(
                "outside",
                tr("{inner} sticks out of {outer} by {over} pt.", inner=inner_name, outer=outer_name, over=number(over)),
                page=page.number,
                element=inner_name,
                measured=over,
                limit=0.0,
                unit="pt",
            )


def _trim(page: PageFacts, trim: Box, subject: PressSubject, options: Options) -> Iterator[Outcome]:
    found = (trim.width / MM, trim.height / MM)
    if any(abs(is_ - wanted) > options.tolerance_mm for is_, wanted in zip(found, subject.trim_mm, strict=True)):
        is_, wanted = (f"{number(width)} × {number(height)}" for width, height in (found, subject.trim_mm))
        yield Problem(
            "trim-size",
            tr("The TrimBox is {found} mm; the cover is {wanted} mm.", found=is_, wanted=wanted),
            page=page.number,
            measured=is_,
            limit=wanted,
            unit="mm",
        )


def _bleed(page: PageFacts, trim: Box, subject: PressSubject, options: Options) -> Iterator[Outcome]:
    # Without a BleedBox, the bleed is the CropBox or the MediaBox by the rules of PDF; that is never what was meant.
    margins = (page.bleed or trim).margins(trim)
    for edge, found, wanted in zip(_EDGES, margins, subject.bleed_mm, strict=True):
        if abs(found - wanted) > options.tolerance_mm:
            yield Problem(
                "bleed-size",
                tr(
                    "The bleed at the edge “{edge}” is {found} mm; it should be {wanted} mm.",
                    edge=tr(edge),
                    found=number(found),
                    wanted=number(wanted),
                ),
                page=page.number,
                element=edge,
                measured=found,
                limit=wanted,
                unit="mm",
            )


def _room(page: PageFacts, options: Options) -> Iterator[Outcome]:
    inner = page.bleed or page.trim
    if page.media is None or inner is None or options.marks_room_mm <= 0:
        return
    room = min(page.media.margins(inner))
    if room < options.marks_room_mm - options.tolerance_mm:
        yield Problem(
            "no-room-for-marks",
            tr(
                "The sheet reaches {room} mm over the bleed; marks need {wanted} mm.",
                room=number(room),
                wanted=number(options.marks_room_mm),
            ),
            page=page.number,
            measured=room,
            limit=options.marks_room_mm,
            unit="mm",
            severity=Severity.NOTE,
        )
