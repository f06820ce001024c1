"""Print through the system's dialog: the same PDF page, rasterised at the printer's resolution, at its true size.

What an office printer gives is a proof: a line on the sheet says so.
"""

from __future__ import annotations

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from coverkit.app.project import Project
from coverkit.gui.editor import Editor
from coverkit.gui.export.presets import suggested_stem
from coverkit.i18n import tr
from coverkit.layout.cover import Cover
from coverkit.render.preview import preview
from coverkit.render.raster import Bitmap

_MOST_DPI = 400
"""More gives no visible gain on paper, and an A4 page of 1200 dpi is 400 MB."""
_LINE, _GAP = 5.0, 2.0
"""Height of the line that says what the sheet is, and its distance from the cover, in mm."""
_LETTERS = 7.5
_RED = QColor(180, 20, 20)


def print_cover(editor: Editor, parent: QWidget) -> None:
    """Ask for the printer and print the trimmed cover at its true size, in the background up to the pixels."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    prepare(printer, editor.cover)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(tr("Print"))
    if dialog.exec() == QDialog.DialogCode.Accepted:
        project = editor.session.project
        cover, dpi = editor.cover, dpi_of(printer)
        words = notice()
        # A printer may be painted on by any thread; here it takes a second or two.
        job = lambda task: paint(printer, cover, pixels(project, cover, dpi), words)  # noqa: E731
        editor.in_background("print", job, lambda _: None, 2)
    dialog.deleteLater()


def prepare(printer: QPrinter, cover: Cover) -> None:
    """Set up a printer for a cover: its trim size as the paper, no margins, a name for the queue."""
    size = QSizeF(cover.scene.width, cover.scene.height)
    printer.setFullPage(True)
    printer.setPageSize(QPageSize(size, QPageSize.Unit.Millimeter, cover.document.format.id))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
    printer.setDocName(suggested_stem(cover.document))
    printer.setCreator("CoverKit")


def dpi_of(printer: QPrinter) -> int:
    """Return the resolution to print at."""
    return min(printer.resolution(), _MOST_DPI)


def pixels(project: Project, cover: Cover, dpi: int) -> Bitmap:
    """Return the trimmed cover as PDFium draws it."""
    limit = cover.printer.ink_limit / 100
    return preview(cover.scene, project.resources(), dpi, area="trim", ink_limit=limit, final=True)


def notice() -> str:
    """Return the line that says what the sheet is."""
    return tr("PRINTED PROOF – NOT FOR THE PRESS")


def paint(printer: QPrinter, cover: Cover, made: Bitmap, words: str) -> None:
    """Put the pixels on the paper: at true size, in the middle; only a cover larger than the paper is made smaller.

    Args:
        printer: prepared, and chosen by the person.
        cover: what is printed.
        made: its pixels.
        words: as `notice` returns them.
    """
    image = QImage(made.data, made.width, made.height, made.width * 3, QImage.Format.Format_RGB888)
    painter = QPainter(printer)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    place = target(printer, cover)
    painter.drawImage(place, image)
    _say(painter, printer, place, words)
    painter.end()


def _say(painter: QPainter, printer: QPrinter, cover: QRectF, words: str) -> None:
    """Write the notice below the cover; where the paper has no room there, in a white field on the cover's own foot."""
    dots = printer.resolution() / 25.4
    font = QFont(painter.font())
    font.setPixelSize(round(_LETTERS / 72 * printer.resolution()))
    painter.setFont(font)
    paper = printer.pageLayout().fullRectPixels(printer.resolution())
    width = painter.fontMetrics().horizontalAdvance(words) + 2 * _GAP * dots
    below = cover.bottom() + _GAP * dots
    has_room = below + _LINE * dots <= paper.height()
    field = QRectF(cover.left(), below if has_room else cover.bottom() - _LINE * dots, width, _LINE * dots)
    painter.fillRect(field, Qt.GlobalColor.white)
    painter.setPen(_RED)
    painter.drawText(field, Qt.AlignmentFlag.AlignCenter, words)


def target(printer: QPrinter, cover: Cover) -> QRectF:
    """Return where on the paper the cover lies, in the printer's own dots."""
    paper = printer.pageLayout().fullRectPixels(printer.resolution())
    dots = printer.resolution() / 25.4
    width, height = cover.scene.width * dots, cover.scene.height * dots
    scale = min(1.0, paper.width() / width, paper.height() / height)
    width, height = width * scale, height * scale
    return QRectF((paper.width() - width) / 2, (paper.height() - height) / 2, width, height)
