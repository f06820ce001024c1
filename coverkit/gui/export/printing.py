"""Print through the system's dialog: the same PDF page, rasterised at the printer's resolution, at its true size."""

from __future__ import annotations

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from coverkit.app.project import Project
from coverkit.gui.editor import Editor
from coverkit.gui.export.presets import suggested_stem
from coverkit.i18n import tr
from coverkit.layout.cover import Cover
from coverkit.render.preview import preview
from coverkit.render.raster import Bitmap

_MOST_DPI = 600
"""More gives no visible gain on paper, and an A4 page of 1200 dpi is 400 MB."""


def print_cover(editor: Editor, parent: QWidget) -> None:
    """Ask for the printer and print the trimmed cover at its true size, in the background up to the pixels."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    prepare(printer, editor.cover)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(tr("Print"))
    if dialog.exec() == QDialog.DialogCode.Accepted:
        project = editor.session.project
        cover, dpi = editor.cover, dpi_of(printer)
        editor.in_background("print", lambda task: pixels(project, cover, dpi), lambda made: paint(printer, cover, made), 2)
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


def paint(printer: QPrinter, cover: Cover, made: object) -> None:
    """Put the pixels on the paper: at true size, in the middle; only a cover larger than the paper is made smaller."""
    assert isinstance(made, Bitmap)
    image = QImage(made.data, made.width, made.height, made.width * 3, QImage.Format.Format_RGB888)
    painter = QPainter(printer)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(target(printer, cover), image)
    painter.end()


def target(printer: QPrinter, cover: Cover) -> QRectF:
    """Return where on the paper the cover lies, in the printer's own dots."""
    paper = printer.pageLayout().fullRectPixels(printer.resolution())
    dots = printer.resolution() / 25.4
    width, height = cover.scene.width * dots, cover.scene.height * dots
    scale = min(1.0, paper.width() / width, paper.height() / height)
    width, height = width * scale, height * scale
    return QRectF((paper.width() - width) / 2, (paper.height() - height) / 2, width, height)
