"""PDF/X-1a:2003 (ISO 15930-4): PDF 1.4, for presses whose software knows nothing newer."""

from __future__ import annotations

from coverkit.export.output import ExportContext, ExportedFile, Output
from coverkit.export.press import PressOptions, press_pdf
from coverkit.i18n import mark


def _write(context: ExportContext, options: PressOptions) -> tuple[ExportedFile, ...]:
    return (ExportedFile(".pdf", press_pdf(context, options, "PDF/X-1a:2003")),)


OUTPUT = Output("pdf-x1a", mark("PDF/X-1a for older presses"), ".pdf", PressOptions, _write, "PDF/X-1a:2003")
