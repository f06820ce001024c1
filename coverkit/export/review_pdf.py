"""A PDF for reviewers: the trimmed page as it will look, with a strip below that says it is not for print."""

from __future__ import annotations

from dataclasses import field

from coverkit.export.metadata import information, xmp_packet
from coverkit.export.output import ExportContext, ExportedFile, Output
from coverkit.geometry import Point, Rect
from coverkit.i18n import mark
from coverkit.model.values import BLACK, Cmyk
from coverkit.records import dataclass
from coverkit.scene.operations import Fill, GlyphRun, Operation
from coverkit.scene.path import Path
from coverkit.typography.shaping import shape

NOTICE = "BẢN DUYỆT – KHÔNG DÙNG ĐỂ IN"
NOTICE_EN = "REVIEW COPY – NOT FOR PRINT"

_STRIP = 9.0
_RED = Cmyk(0.0, 0.95, 0.9, 0.1)
_GREY = Cmyk(0.0, 0.0, 0.0, 0.65)
_SIZE, _SMALL = 8.0, 6.5
_BASELINE, _INDENT = 5.6, 4.0


@dataclass(frozen=True, slots=True)
class ReviewOptions:
    """Options of the review PDF."""

    dpi: float = field(default=150.0, metadata={"help": mark("resolution of the pictures")})


def _write(context: ExportContext, options: ReviewOptions) -> tuple[ExportedFile, ...]:
    from coverkit.render.pdf import Finish, PaintOptions, Policy, paint
    from coverkit.render.pdf_pictures import Detail

    detail = Detail(px_per_mm=options.dpi / 25.4, ink_limit=context.printer.ink_limit / 100)
    paint_options = PaintOptions(detail=detail, trimmed=True, strip=_STRIP, marks=_strip(context), compress=True)
    finish = Finish(
        version=(1, 6),
        info=information(context.record, ""),
        metadata=lambda content: xmp_packet(context.record, context.campaign, "", content),
        language=context.record.language,
    )
    return (ExportedFile(".pdf", paint(context.scene, Policy.PROOF, context.resources, paint_options, finish)),)


def _strip(context: ExportContext) -> tuple[Operation, ...]:
    """Return the strip below the page: a red rule, the notice in both languages, and which issue it is."""
    trim = context.scene.trim
    rule = Fill("review", Path.rectangle(Rect(trim.x, trim.bottom, trim.width, 0.6)), _RED)
    notice, after = _text(context, NOTICE, _SIZE, trim.x + _INDENT, _RED)
    english, after = _text(context, NOTICE_EN, _SMALL, after + 3.0, _GREY)
    about, end = _text(context, f"{context.record.issue} · {context.record.created:%d/%m/%Y}", _SMALL, after + 6.0, BLACK)
    shift = trim.right - _INDENT - end
    if shift < 0:
        return rule, notice
    about, _ = _text(context, about.text, _SMALL, after + 6.0 + shift, BLACK)
    return rule, notice, english, about


def _text(context: ExportContext, text: str, size: float, left: float, ink: Cmyk) -> tuple[GlyphRun, float]:
    """Return a line of the strip, and where it ends."""
    line = shape(text, context.face, size)
    origin = Point(left, context.scene.trim.bottom + _BASELINE)
    box = line.ink.moved(origin.x, origin.y)
    return GlyphRun("review", context.face.key, size, origin, line.glyphs, line.text, ink, box), left + line.width


OUTPUT = Output("review-pdf", mark("Review PDF, not for print"), ".pdf", ReviewOptions, _write)
