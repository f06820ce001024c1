"""Art intake: from what offices have (PDF, AI, SVG, pictures) to sealed art, with a list of what was done on the way."""

from __future__ import annotations

import io
from dataclasses import field
from pathlib import Path

from coverkit.artwork.drawing import Drawing, Raster, scaled
from coverkit.artwork.inking import Inked, InkTable, into_inks
from coverkit.artwork.opacity import resolve_opacity
from coverkit.artwork.pictures import PRINT_PPI, picture_drawing
from coverkit.artwork.sealing import seal_drawing
from coverkit.artwork.svg.reader import svg_drawing
from coverkit.campaigns.art import sealed_art
from coverkit.campaigns.art_rules import require_sealed_art
from coverkit.colour.profile import OutputCondition, bundled_condition
from coverkit.errors import InputError
from coverkit.geometry import MM
from coverkit.i18n import number, system_reason, tr
from coverkit.model.storage.atomic import atomic_write
from coverkit.model.values import Cmyk
from coverkit.preflight.drawing.reader import pdf_drawing
from coverkit.records import dataclass, replace
from coverkit.render.preview_art import art_picture

LARGEST_ART = 32_000_000
"""Bytes of one file in a campaign's package at most."""

_LARGEST_SOURCE = 400_000_000


@dataclass(frozen=True, slots=True)
class ArtOptions:
    """How art is taken in.

    Attributes:
        inks: the campaign's inks by name and screen colour.
        width_mm: width of the art; as the file says if left out.
        page: which page of a PDF; may be left out where there is one.
        title: for the document information; the file's name if left out.
        condition: the press that screen colours are converted for.
    """

    inks: InkTable = field(default_factory=InkTable)
    width_mm: float | None = None
    page: int | None = None
    title: str = ""
    condition: str = "FOGRA39"


@dataclass(frozen=True, slots=True)
class TakenArt:
    """Sealed art and how it came to be.

    Attributes:
        pdf: the bytes of the sealed PDF; `png`: how it looks, proofed.
        width_mm, height_mm: its size.
        steps: what was done, a sentence each.
        warnings: what to look at, a sentence each.
        colours: screen colours and the inks they became.
        ppi: the resolution of its coarsest picture at this size; None without pictures.
        largest_mm: width and height up to which its pictures have 300 ppi; None without pictures.
    """

    pdf: bytes
    png: bytes
    width_mm: float
    height_mm: float
    steps: tuple[str, ...]
    warnings: tuple[str, ...]
    colours: tuple[tuple[str, Cmyk], ...]
    ppi: float | None
    largest_mm: tuple[float, float] | None


def take_art(path: Path, options: ArtOptions | None = None) -> TakenArt:
    """Make sealed art of a file.

    Raises:
        InputError: it cannot be read, or holds what sealed art cannot have; the remedy says what to change where it was drawn.
        UsageError: its page must be named.
    """
    options = options or ArtOptions()
    condition = bundled_condition(options.condition)
    drawing = read_drawing(path, options.page)
    if options.width_mm is not None:
        drawing = scaled(drawing, options.width_mm * MM / drawing.width)
    inked, seen_through = in_flat_inks(drawing, options.inks, condition, path.name)
    pdf = seal_drawing(inked.drawing, options.title or path.stem)
    _require_small(pdf, path.name)
    art = sealed_art(pdf, path.name)
    require_sealed_art(art, path.name)
    ppi = min((item.ppi for item in inked.drawing.items if isinstance(item, Raster)), default=None)
    width, height = inked.drawing.width / MM, inked.drawing.height / MM
    largest = None if ppi is None else (width * ppi / PRINT_PPI, height * ppi / PRINT_PPI)
    return TakenArt(
        pdf,
        _png(art_picture(art, condition)),
        width,
        height,
        _steps(drawing, inked, seen_through, condition),
        _warnings(drawing, inked, ppi, condition),
        tuple(inked.changed.items()),
        ppi,
        largest,
    )


def write_art(taken: TakenArt, out: Path) -> tuple[Path, Path]:
    """Write the sealed PDF and, beside it, the PNG that shows it.

    Raises:
        OutputError: a file cannot be written.
    """
    picture = out.with_suffix(".png")
    atomic_write(out, taken.pdf)
    atomic_write(picture, taken.png)
    return out, picture


def read_drawing(path: Path, page: int | None = None) -> Drawing:
    """Tell by its content what a file is, and read it as a drawing.

    Raises:
        InputError: it cannot be read, or holds what sealed art cannot have.
        UsageError: its page must be named.
    """
    try:
        if path.stat().st_size > _LARGEST_SOURCE:
            raise InputError(
                tr("{name} is larger than CoverKit reads.", name=path.name), tr("Export it again with smaller pictures.")
            )
        data = path.read_bytes()
    except OSError as error:
        raise InputError(
            tr("{path} cannot be read: {reason}.", path=path, reason=system_reason(error)), tr("Check the path.")
        ) from error
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n\0")
    if b"%PDF-" in head[:1024]:
        _refuse_empty_illustrator(data, path.name)
        return pdf_drawing(data, path.name, page)
    if head.startswith((b"<", b"\x1f\x8b")):
        return svg_drawing(data, path.name)
    _refuse_foreign(data, head, path.name)
    return picture_drawing(data, path.name)


def _refuse_foreign(data: bytes, head: bytes, name: str) -> None:
    """Refuse kinds of files that only their own program reads, each with how to export from it."""
    if head.startswith(b"%!"):
        raise InputError(
            tr("{name} is PostScript (EPS, or AI without PDF inside).", name=name),
            tr("Illustrator: Save As > Illustrator, with “Create PDF Compatible File”; or export a PDF."),
        )
    if (head.startswith(b"RIFF") and data[8:11].upper() == b"CDR") or (
        head.startswith(b"PK") and b"corel" in data[:400].lower()
    ):
        raise InputError(
            tr("{name} is a CorelDRAW file, which only CorelDRAW reads.", name=name),
            tr("CorelDRAW: convert text to curves (Ctrl+Q), then File > Publish to PDF, and take that file."),
        )
    if head.startswith(b"8BPS"):
        raise InputError(
            tr("{name} is a Photoshop file.", name=name),
            tr("Photoshop: flatten the layers and save as TIFF at 300 ppi or more."),
        )


def _refuse_empty_illustrator(data: bytes, name: str) -> None:
    from coverkit.facts.marks import TextMark
    from coverkit.preflight.inspect import inspect

    if b"Illustrator" not in data:
        return
    facts = inspect(data, name)
    words = " ".join(one.text for page in facts.pages[:1] for one in page.marks if isinstance(one, TextMark))
    if "without PDF Content" in " ".join(words.split()):
        raise InputError(
            tr("{name} was saved by Illustrator without a PDF inside.", name=name),
            tr("Illustrator: Save As > Illustrator, with “Create PDF Compatible File”; or export a PDF."),
        )


def in_flat_inks(drawing: Drawing, table: InkTable, condition: OutputCondition, name: str) -> tuple[Inked, int]:
    """Return a drawing in flat inks, and how many things were seen through.

    Raises:
        InputError: something is seen through that cannot be resolved.
    """
    try:
        flat, count = resolve_opacity(drawing, name)
    except InputError:
        # Screen colours over inks can only be mixed once both are inks.
        inked = into_inks(drawing, table, condition)
        flat, count = resolve_opacity(inked.drawing, name)
        return replace(inked, drawing=flat), count
    return into_inks(flat, table, condition), count


def _require_small(pdf: bytes, name: str) -> None:
    if len(pdf) > LARGEST_ART:
        raise InputError(
            tr(
                "{name} would take {size} MB as sealed art; a campaign's file may have {limit} MB.",
                name=name,
                size=number(len(pdf) / 1e6, 0),
                limit=LARGEST_ART // 1_000_000,
            ),
            tr("Save its pictures with fewer pixels: 300 ppi at the size of printing are enough."),
        )


def _png(image: object) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, "PNG", optimize=True)  # type: ignore[attr-defined]  # a Pillow image
    return buffer.getvalue()


def _steps(drawing: Drawing, inked: Inked, seen_through: int, condition: OutputCondition) -> tuple[str, ...]:
    found = [
        (drawing.outlined, tr("{count} pieces of text became outlines.", count=drawing.outlined)),
        (seen_through, tr("{count} things that were seen through became flat colours.", count=seen_through)),
        (inked.kept, tr("{count} ink mixtures stay as they are.", count=inked.kept)),
        (inked.named, tr("{count} named inks were taken from the table of inks.", count=inked.named)),
        (inked.matched, tr("{count} screen colours were taken from the table of inks.", count=inked.matched)),
        (
            inked.converted,
            tr("{count} colours were converted to inks for {condition}.", count=inked.converted, condition=condition.name),
        ),
        (inked.neutral, tr("{count} greys and blacks became black ink alone.", count=inked.neutral)),
        (
            inked.pictures,
            tr("{count} pictures were converted to inks, with all their pixels.", count=inked.pictures),
        ),
    ]
    return tuple(sentence for count, sentence in found if count)


def _warnings(drawing: Drawing, inked: Inked, ppi: float | None, condition: OutputCondition) -> tuple[str, ...]:
    found = [_DROPPED[one]() for one in drawing.dropped if one in _DROPPED]
    if inked.most > _MOST_INK:
        found.append(
            tr(
                "A colour has {ink} % of ink; presses take {limit} %. Make it lighter where it was drawn.",
                ink=number(inked.most * 100, 0),
                limit=number(_MOST_INK * 100, 0),
            )
        )
    if ppi is not None and ppi < PRINT_PPI - 0.5:
        found.append(
            tr(
                "Its coarsest picture has {ppi} ppi at this size; print wants {wanted}.",
                ppi=number(ppi, 0),
                wanted=number(PRINT_PPI),
            )
        )
    return tuple(found)


_MOST_INK = 3.0
_DROPPED = {
    "display:none": lambda: tr("Hidden parts were left out."),
    "hidden layers": lambda: tr("Hidden layers were left out."),
    "annotations": lambda: tr("Comments and form fields of the PDF were left out."),
    "overprint": lambda: tr("Overprint was taken off: inks that should show below do not."),
    "script": lambda: tr("Scripts were left out."),
    "foreignObject": lambda: tr("Parts that are no SVG were left out; look whether something is missing."),
}
