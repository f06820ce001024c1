"""Print-ready PDFs: what PDF/X-4 and PDF/X-1a share. One pass: the painter writes pages, intent, XMP and sealed art."""

from __future__ import annotations

from dataclasses import field

from coverkit.export.metadata import information, xmp_packet
from coverkit.export.output import ExportContext
from coverkit.formats.printers import Standard
from coverkit.i18n import mark
from coverkit.records import dataclass

_VERSIONS: dict[Standard, tuple[int, int]] = {"PDF/X-4": (1, 6), "PDF/X-1a:2003": (1, 4)}


@dataclass(frozen=True, slots=True)
class PressOptions:
    """Options of the press files."""

    marks: bool = field(default=True, metadata={"help": mark("the marks that the printer asks for, outside the bleed")})
    outlines: bool = field(default=False, metadata={"help": mark("text as outlines (it can no longer be selected)")})


def press_pdf(context: ExportContext, options: PressOptions, standard: Standard) -> bytes:
    """Return a print-ready PDF.

    Raises:
        MissingError: a font, picture or art that the scene names is not there.
    """
    from coverkit.render.marks import press_marks, sheet_margin
    from coverkit.render.pdf import Finish, Intent, PaintOptions, Policy, paint
    from coverkit.render.pdf_pictures import Detail

    printer = context.printer
    kinds = printer.marks if options.marks else ()
    paint_options = PaintOptions(
        detail=Detail(max_ppi=printer.picture_ppi, ink_limit=printer.ink_limit / 100),
        outlines=options.outlines or printer.outlines,
        margin=sheet_margin(kinds),
        marks=press_marks(context.scene, kinds, slug_text(context, standard), context.face),
        compress=True,
    )
    condition = context.resources.condition
    finish = Finish(
        version=_VERSIONS[standard],
        info=information(context.record, standard),
        intent=Intent(condition.id, condition.registry, condition.info, condition.deflated(), condition.channels),
        metadata=lambda content: xmp_packet(context.record, context.campaign, standard, content),
        language=context.record.language,
    )
    return paint(context.scene, Policy.PRESS, context.resources, paint_options, finish)


def slug_text(context: ExportContext, standard: str) -> str:
    """Return the text of the slug line."""
    record = context.record
    size = f"{context.scene.width:g} × {context.scene.height:g} mm"
    parts = (record.author, record.issue, f"{record.created:%d/%m/%Y}", size, standard, context.resources.condition.id)
    return " · ".join(part for part in parts if part)
