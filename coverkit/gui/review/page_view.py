"""One page of a file on the screen: the real bytes, its boxes, the findings on it. Zoom, pan, values under the cursor."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QBrush, QColor, QImage, QMouseEvent, QPainter, QPen, QPixmap, QResizeEvent, QTransform, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsPixmapItem, QGraphicsRectItem, QGraphicsScene, QGraphicsView, QWidget

from coverkit.checks.finding import Finding
from coverkit.geometry import Rect
from coverkit.gui.review.examination import Examination, Sheet
from coverkit.gui.review.marks import FindingMark
from coverkit.gui.theme.style import current, theme
from coverkit.i18n import number, tr
from coverkit.records import dataclass

_PATIENCE = 80
"""Milliseconds after zooming until sharper pixels are asked for."""
_MARGIN = 8.0
_LEAST, _MOST = 0.4, 60.0
"""Px per mm."""
_STEP = 1.25
_SHARPEST = 24.0
"""Px per mm, about 600 ppi: beyond it PDFium would draw more pixels than a page is worth."""


@dataclass(frozen=True, slots=True)
class Place:
    """What part of a page is in sight: px per mm, and the place in the middle in mm from the trim's top left."""

    scale: float
    x: float
    y: float


class PageView(QGraphicsView):
    """The page that is looked at. Its scene is in mm, with the origin at the trim's top left."""

    pointed_at = Signal(object)
    """Where the cursor is (`QPointF`, mm), None when it left the page."""

    def __init__(self, examination: Examination, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._examination = examination
        self._sheet: Sheet | None = None
        self._fitted = True
        self._trimmed = False
        self._wanted: Place | None = None
        self._held: Place | None = None
        """What another window showed, which stays in the middle until somebody moves the page."""
        self._picture = QGraphicsPixmapItem()
        self._overlay = QGraphicsPixmapItem()
        self._boxes: list[QGraphicsRectItem] = []
        self._marks: list[FindingMark] = []
        self._findings: tuple[tuple[int, Finding], ...] = ()
        self._canvas = QGraphicsScene(self)
        self._canvas.addItem(self._picture)
        self._canvas.addItem(self._overlay)
        self._overlay.setZValue(1)
        self._later = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._later.timeout.connect(self._ask)
        self._dress()
        self._listen()

    def show_findings(self, findings: Sequence[tuple[int, Finding]]) -> None:
        """Mark numbered findings on their page."""
        self._findings = tuple(findings)
        self._mark()

    def show_overlay(self, picture: QImage | None, box: Rect | None) -> None:
        """Lay a picture of a box over the page, a plate or the heat map, or take it off."""
        if picture is None or box is None:
            self._overlay.setPixmap(QPixmap())
        else:
            _lay(self._overlay, picture, box)

    def show_trimmed(self, trimmed: bool) -> None:
        """Show the page as it will be cut, or with its bleed and boxes."""
        self._trimmed = trimmed
        self._mark()
        if self._fitted:
            self.fit()

    def place(self) -> Place | None:
        """Return what part of the page is in sight; None while all of it is."""
        if self._fitted or self._sheet is None:
            return None
        middle = self.mapToScene(self.viewport().rect().center())
        return Place(self.transform().m11(), middle.x(), middle.y())

    def take_up(self, place: Place | None) -> None:
        """Show that part of the page once it is there; None shows all of it."""
        self._wanted = place

    def fit(self) -> None:
        """Show the whole page."""
        self._fitted = True
        if self._sheet is not None:
            shown = self._sheet.trim if self._trimmed else self._sheet.bleed
            self.fitInView(_rect(shown.outset(_MARGIN)), Qt.AspectRatioMode.KeepAspectRatio)
            self._later.start()

    def zoom(self, factor: float) -> None:
        """Zoom by a factor about the anchor."""
        now = self.transform().m11()
        wanted = min(max(now * factor, _LEAST), _MOST)
        self._fitted, self._held = False, None
        self.scale(wanted / now, wanted / now)
        self._later.start()

    def zoom_in(self) -> None:
        """Zoom one step in."""
        self.zoom(_STEP)

    def zoom_out(self) -> None:
        """Zoom one step out."""
        self.zoom(1 / _STEP)

    def go_to(self, finding: Finding) -> None:
        """Bring a finding into view, large enough to judge it."""
        box = finding.problem.box
        for mark in self._marks:
            mark.point_out(mark.finding is finding)
        if box is None or self._sheet is None:
            self.fit()
            return
        room = max(30.0, 0.6 * max(box.width, box.height))
        self._fitted, self._held = False, None
        self.fitInView(_rect(box.outset(room / 2)), Qt.AspectRatioMode.KeepAspectRatio)
        self._later.start()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom to the cursor with Ctrl, else scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(_STEP ** (event.angleDelta().y() / 120))
            event.accept()
        else:
            self._held = None
            super().wheelEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell where the cursor is."""
        point = self.mapToScene(event.position().toPoint())
        inside = self._sheet is not None and _rect(self._sheet.bleed).contains(point)
        self.pointed_at.emit(QPointF(point) if inside else None)
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that the cursor left."""
        self.pointed_at.emit(None)
        super().leaveEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the whole page in view until somebody zooms."""
        super().resizeEvent(event)
        if self._fitted:
            self.fit()
        elif self._held is not None:
            self.centerOn(self._held.x, self._held.y)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let go of the place that another window showed: now it is moved by hand."""
        self._held = None
        super().mousePressEvent(event)

    def _dress(self) -> None:
        self.setScene(self._canvas)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Page"))
        self._paint_ground()
        theme().changed.connect(self._paint_ground)

    def _listen(self) -> None:
        examination = self._examination
        examination.done.connect(lambda found: self._turn_to(examination.page, anew=True))
        examination.page_chosen.connect(lambda page: self._turn_to(page, anew=True))
        examination.page_drawn.connect(self._drawn)
        examination.pointed_out.connect(self.go_to)

    def _paint_ground(self) -> None:
        self.setBackgroundBrush(QBrush(QColor(current().sunken)))

    def _turn_to(self, page: int, anew: bool) -> None:
        self._sheet = self._examination.sheet(page)
        self._canvas.setSceneRect(_rect(self._sheet.bleed.outset(_MARGIN)))
        self._picture.setPixmap(QPixmap())
        self._overlay.setPixmap(QPixmap())
        size = self._sheet.trim
        self.setAccessibleDescription(
            tr("Page {page}, {width} × {height} mm", page=page, width=number(size.width, 1), height=number(size.height, 1))
        )
        self._mark()
        wanted, self._wanted = self._wanted, None
        if wanted is None:
            self.fit()
            return
        self._fitted = False
        self.setTransform(QTransform.fromScale(wanted.scale, wanted.scale))
        self._held = wanted
        self.centerOn(wanted.x, wanted.y)
        self._later.start()

    def _ask(self) -> None:
        sharp = self.transform().m11() * self.devicePixelRatioF()
        self._examination.draw(self._examination.page, min(sharp, _SHARPEST))

    def _drawn(self, page: int, px_per_mm: float, picture: QImage) -> None:
        if page == self._examination.page and self._sheet is not None:
            _lay(self._picture, picture, self._sheet.bleed)

    def _mark(self) -> None:
        for item in (*self._boxes, *self._marks):
            self._canvas.removeItem(item)
        self._boxes, self._marks = [], []
        if self._sheet is None:
            return
        if self._trimmed:
            self._boxes = _covers(self._sheet)
        else:
            self._boxes = [_box(self._sheet.trim, current().good), _box(self._sheet.bleed, current().bad)]
            self._marks = [
                FindingMark(place, finding)
                for place, finding in self._findings
                if finding.problem.box is not None and finding.problem.page == self._examination.page
            ]
        for item in (*self._boxes, *self._marks):
            self._canvas.addItem(item)


def _rect(box: Rect) -> QRectF:
    return QRectF(box.x, box.y, box.width, box.height)


def _lay(item: QGraphicsPixmapItem, picture: QImage, box: Rect) -> None:
    item.setPixmap(QPixmap.fromImage(picture))
    item.setTransformationMode(Qt.TransformationMode.SmoothTransformation)
    item.setScale(box.width / max(1, picture.width()))
    item.setPos(box.x, box.y)


def _box(box: Rect, colour: str) -> QGraphicsRectItem:
    item = QGraphicsRectItem(_rect(box))
    pen = QPen(QColor(colour), 1.0)
    pen.setCosmetic(True)
    item.setPen(pen)
    item.setZValue(2)
    return item


def _covers(sheet: Sheet) -> list[QGraphicsRectItem]:
    """Return covers over what will be cut away."""
    trim, outer = sheet.trim, sheet.bleed.outset(1.0)
    sides = (
        Rect.from_edges(outer.x, outer.y, outer.right, trim.y),
        Rect.from_edges(outer.x, trim.bottom, outer.right, outer.bottom),
        Rect.from_edges(outer.x, trim.y, trim.x, trim.bottom),
        Rect.from_edges(trim.right, trim.y, outer.right, trim.bottom),
    )
    covers = []
    for side in sides:
        item = QGraphicsRectItem(_rect(side))
        item.setPen(QPen(Qt.PenStyle.NoPen))
        item.setBrush(QBrush(QColor(current().sunken)))
        item.setZValue(3)
        covers.append(item)
    return covers
