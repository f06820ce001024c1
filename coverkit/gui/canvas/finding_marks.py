"""Findings on the page: a number at each place, its message when the pointer is over it, a frame around the one pointed out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from coverkit.checks.finding import Finding, Severity
from coverkit.geometry import Rect
from coverkit.gui.canvas.drawing import frame, pen, small_font
from coverkit.gui.canvas.viewport import Viewport
from coverkit.gui.theme.style import current
from coverkit.layout.cover import Cover, Placed
from coverkit.records import dataclass

_RADIUS = 9.0


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding with its number and its place in mm.

    Attributes:
        home: where its element stood when it was judged; None for what has no element.
        before: how many marks stand in the same corner already.
    """

    number: int
    finding: Finding
    box: Rect
    home: Rect | None
    before: int


class FindingMarks:
    """The marks of one cover; they stay, paler, until a changed cover is judged again."""

    def __init__(self) -> None:
        self._marks: tuple[Mark, ...] = ()
        self._boxes: dict[str, Rect] = {}
        self._stale = False
        self.pointed: Finding | None = None

    def take(self, findings: tuple[Finding, ...], cover: Cover) -> None:
        """Take up what was found, each with its place in the list as its number, as panels and reports count.

        What has no place of its own stands at its element, or nowhere.
        """
        boxes = {one.id: one.box.rotated_bounds(one.angle) for one in cover.placed}
        homes = {one.id: one.box for one in cover.placed}
        marks: list[Mark] = []
        corners: Counter[tuple[int, int]] = Counter()
        for number, finding in enumerate(findings, start=1):
            box = finding.problem.box or boxes.get(finding.problem.element)
            if box is not None and finding.problem.page == 1 and finding.status == "open":
                corner = round(box.right), round(box.y)
                marks.append(Mark(number, finding, box, homes.get(finding.problem.element), corners[corner]))
                corners[corner] += 1
        self._marks, self._stale = tuple(marks), False

    def follow(self, placed: Iterable[Placed]) -> None:
        """Let marks go with elements that were moved since they were judged."""
        self._boxes = {one.id: one.box for one in placed} if self._marks else {}

    def outdate(self) -> None:
        """Say that the cover has changed since."""
        self._stale = True

    def place_of(self, finding: Finding, cover: Cover) -> Rect | None:
        """Return where a finding is."""
        known = next((mark.box for mark in self._marks if mark.finding == finding), None)
        if known is not None or finding.problem.box is not None:
            return known or finding.problem.box
        return next((one.box for one in cover.placed if one.id == finding.problem.element), None)

    def under(self, viewport: Viewport, x: float, y: float) -> str:
        """Return the messages of the marks at a place in px, one a line."""
        hit = [mark for mark in self._marks if _distance(self._spot(viewport, mark), x, y) <= _RADIUS + 2]
        return "\n".join(f"{one.number}. {one.finding.problem.message}" for one in hit)

    def paint(self, painter: QPainter, viewport: Viewport) -> None:
        """Draw the marks."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(small_font(painter, bold=True))
        painter.setOpacity(0.45 if self._stale else 1.0)
        for mark in self._marks:
            ink, back = _colours(mark.finding.severity)
            if mark.finding == self.pointed:
                frame(painter, viewport, self._box(mark), 0.0, ink, width=2.0)
            spot = self._spot(viewport, mark)
            painter.setPen(pen(ink, 1.5))
            painter.setBrush(QColor(back))
            painter.drawEllipse(spot, _RADIUS, _RADIUS)
            painter.setPen(QColor(ink))
            field = QRectF(spot.x() - _RADIUS, spot.y() - _RADIUS, 2 * _RADIUS, 2 * _RADIUS)
            painter.drawText(field, Qt.AlignmentFlag.AlignCenter, str(mark.number))
        painter.setOpacity(1.0)

    def _spot(self, viewport: Viewport, mark: Mark) -> QPointF:
        """Return the middle of a mark: the top right corner of its place; marks of one corner stand side by side."""
        box = self._box(mark)
        return QPointF(viewport.x(box.right) - mark.before * (2 * _RADIUS + 2), viewport.y(box.y))

    def _box(self, mark: Mark) -> Rect:
        """Return its place, gone with its element."""
        now = self._boxes.get(mark.finding.problem.element)
        if now is None or mark.home is None:
            return mark.box
        return mark.box.moved(now.x - mark.home.x, now.y - mark.home.y)


def _distance(spot: QPointF, x: float, y: float) -> float:
    return float(((spot.x() - x) ** 2 + (spot.y() - y) ** 2) ** 0.5)


def _colours(severity: Severity) -> tuple[str, str]:
    colours = current()
    match severity:
        case Severity.ERROR:
            return colours.bad, colours.bad_back
        case Severity.WARNING:
            return colours.warning, colours.warning_back
        case Severity.NOTE:
            return colours.text, colours.surface
