"""One page: each operation of a scene as content operators, with the resources they name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import assert_never

from coverkit.campaigns.art import SealedArt
from coverkit.errors import MissingError
from coverkit.geometry import Rect
from coverkit.i18n import tr
from coverkit.model.values import Cmyk
from coverkit.records import dataclass
from coverkit.render.pdf_art import place_art, place_art_pixels
from coverkit.render.pdf_fonts import Faces, PlacedFont
from coverkit.render.pdf_inks import Inks, Policy, overprints
from coverkit.render.pdf_objects import Book, Ref, Value
from coverkit.render.pdf_pictures import ImageShelf
from coverkit.render.pdf_shading import axial_shading
from coverkit.render.pdf_shapes import Sheet, number, numbers
from coverkit.render.pdf_text import run_outline, show_run
from coverkit.scene.operations import Art, Fill, GlyphRun, Gradient, Operation, Picture, Stroke
from coverkit.scene.path import Path

_OVERPRINT: dict[str, Value] = {"/Type": "/ExtGState", "/OP": True, "/op": True, "/OPM": 1}


@dataclass(slots=True)
class Stock:
    """What the pages of one book share: its fonts, images and art, each written once.

    Attributes:
        fonts: by the keys of their faces; runs in other faces become outlines.
        art_px_per_mm: as in `PaintOptions`.
        placed: the form XObjects of art so far, by the hash of its file.
    """

    book: Book
    inks: Inks
    faces: Faces
    fonts: Mapping[str, PlacedFont]
    shelf: ImageShelf
    art: Mapping[str, SealedArt]
    art_px_per_mm: float | None
    compress: bool
    placed: dict[str, Ref] = field(default_factory=dict)

    def place_art(self, sha256: str, box: Rect) -> tuple[Ref, tuple[float, float]]:
        """Return the form XObject of sealed art, and its size in points.

        Raises:
            MissingError: there is none of that hash.
        """
        art = self.art.get(sha256)
        if art is None:
            raise MissingError(
                tr("The campaign's art {name} is not there.", name=sha256[:12]), tr("Install the campaign's package again.")
            )
        size = art.width, art.height
        if self.art_px_per_mm is not None and self.inks.on_screen:
            return place_art_pixels(self.book, art, self.inks, box, self.art_px_per_mm), size
        if sha256 not in self.placed:
            self.placed[sha256] = place_art(self.book, art, self.inks, self.compress)
        return self.placed[sha256], size


class PagePainter:
    """Writes the content of one page."""

    def __init__(self, stock: Stock, sheet: Sheet) -> None:
        self._stock = stock
        self._sheet = sheet
        self._inks = stock.inks
        self._lines: list[str] = []
        self._named: dict[str, dict[str, Value]] = {"/Font": {}, "/XObject": {}, "/Shading": {}, "/ExtGState": {}}

    def content(self) -> bytes:
        """Return the page's content."""
        return ("\n".join(self._lines) + "\n").encode("ascii")

    def resources(self) -> dict[str, Value]:
        """Return what the content names."""
        return {kind: names for kind, names in self._named.items() if names}

    def clip(self) -> None:
        """Begin to paint within the trim only, until `unclip`."""
        self._lines += ["q", f"{self._sheet.outline(Path.rectangle(self._sheet.trim))} W n"]

    def unclip(self) -> None:
        """End what `clip` began."""
        self._lines.append("Q")

    def paint(self, operation: Operation) -> None:
        """Write one operation; state it changes is restored."""
        match operation:
            case Fill():
                paint = "f*" if operation.even_odd else "f"
                body = [self._inks.fill(operation.ink), self._sheet.outline(operation.path), paint]
                self._inked(operation.ink, operation.overprint, body)
            case Stroke():
                self._inked(operation.ink, operation.overprint, self._stroke(operation))
            case Gradient():
                name = self._name("/Shading", "Sh", axial_shading(operation, self._sheet, self._inks))
                self._lines += ["q", self._sheet.outline(operation.path), f"W n {name} sh", "Q"]
            case GlyphRun():
                self._inked(operation.ink, operation.overprint, self._text(operation))
            case Picture():
                self._picture(operation)
            case Art():
                self._art(operation)
            case _:
                assert_never(operation)

    def _inked(self, ink: Cmyk, wanted: bool, body: list[str]) -> None:
        if not overprints(ink, wanted):
            self._lines += ["q", *body, "Q"]
        elif self._inks.paints_black_overprint:
            on = [f"{self._overprint()} gs"] if self._inks.policy is Policy.PRESS else []
            self._lines += ["q", *on, *body, "Q"]

    def _overprint(self) -> str:
        self._named["/ExtGState"]["/Over"] = _OVERPRINT
        return "/Over"

    def _stroke(self, operation: Stroke) -> list[str]:
        state = f"{number(operation.width)} w {'1 J 1 j' if operation.round_ends else '0 J 0 j'}"
        if operation.dash:
            state += f" [{numbers(*operation.dash)}] 0 d"
        return [self._inks.stroke(operation.ink), state, self._sheet.outline(operation.path), "S"]

    def _text(self, run: GlyphRun) -> list[str]:
        if not run.glyphs:
            return []
        font = self._stock.fonts.get(run.face)
        if font is None:
            outline = run_outline(run, self._stock.faces.by_key(run.face))
            return [self._inks.fill(run.ink), self._sheet.outline(outline), "f"] if outline.segments else []
        self._named["/Font"][font.name] = font.ref
        return [show_run(run, self._sheet, font, self._inks.fill(run.ink))]

    def _picture(self, operation: Picture) -> None:
        name = self._name("/XObject", "Im", self._stock.shelf.place(operation))
        clip = [f"{self._sheet.outline(operation.clip)} W n"] if operation.clip else []
        self._lines += ["q", *clip, self._sheet.placing(operation.box, operation.angle), f"{name} Do", "Q"]

    def _art(self, operation: Art) -> None:
        ref, size = self._stock.place_art(operation.sha256, operation.box)
        name = self._name("/XObject", "Art", ref)
        matrix = self._sheet.placing(operation.box, operation.angle, size, operation.mirrored)
        self._lines += ["q", matrix, f"{name} Do", "Q"]

    def _name(self, kind: str, prefix: str, value: Value) -> str:
        names = self._named[kind]
        for name, known in names.items():
            if known is value:
                return name
        name = f"/{prefix}{len(names)}"
        names[name] = value
        return name
