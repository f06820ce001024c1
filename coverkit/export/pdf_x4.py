"""PDF/X-4 (ISO 15930-7): PDF 1.6, inks as they are."""

from __future__ import annotations

from coverkit.export.output import ExportContext, ExportedFile, Output
from coverkit.export.press import PressOptions, press_pdf
from coverkit.i18n import mark


def _write(context: ExportContext, options: PressOptions) -> tuple[ExportedFile, ...]:
    return (ExportedFile(".pdf", press_pdf(context, options, "PDF/X-4")),)


OUTPUT = Output("pdf-x4", mark("PDF/X-4 for the press"), ".pdf", PressOptions, _write, "PDF/X-4")
