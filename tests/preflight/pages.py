"""One-page PDFs for tests of reading drawings."""

from __future__ import annotations

import io
from collections.abc import Callable

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf

from coverkit.artwork.drawing import Drawing
from coverkit.preflight.drawing.reader import pdf_drawing

Change = Callable[[Pdf, Dictionary], None]


def pdf(content: str, resources: str = "", change: Change | None = None) -> bytes:
    """Return a PDF of 100 × 50 points with some content; resources are written as PDF writes them, without brackets."""
    document = Pdf.new()
    page = Dictionary(
        Type=Name.Page,
        MediaBox=Array([0, 0, 100, 50]),
        Resources=pikepdf.Object.parse(f"<< {resources} >>".encode()),
        Contents=document.make_stream(content.encode("latin-1")),
    )
    document.pages.append(pikepdf.Page(document.make_indirect(page)))
    if change is not None:
        change(document, document.pages[0].obj)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def drawn(content: str, resources: str = "", change: Change | None = None) -> Drawing:
    """Read a page as a drawing."""
    return pdf_drawing(pdf(content, resources, change), "hình.pdf")
