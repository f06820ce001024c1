"""A card: a picture with a name and a line under it. It is a button, so keyboard and screen readers know it."""

from __future__ import annotations

import re

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from coverkit.gui.theme.icons import icon
from coverkit.gui.theme.style import current
from coverkit.gui.theme.tokens import RADIUS, SMALL, SPACE

_INSET = 3 * SPACE
_TITLE_LINES = 2
_PIECES = re.compile(r"[^\s_-]*[_-]+|\S+?(?=[_-]|\s|$)\s*|\s+")


class Card(QAbstractButton):
    """A card. While `picture` is not there, a quiet sheet of paper stands for it, with an icon if one is named."""

    def __init__(self, title: str, line: str, parent: QWidget | None = None, sign: str = "") -> None:
        super().__init__(parent)
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(line)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.dimmed = False
        self._line = line
        self._sign = sign
        self._aspect = 190 / 270
        self._picture: QPixmap | None = None

    @property
    def has_picture(self) -> bool:
        """Tell whether its picture is there."""
        return self._picture is not None

    def set_picture(self, picture: QPixmap | None) -> None:
        """Show a picture, or paper."""
        self._picture = picture
        self.update()

    def set_aspect(self, aspect: float) -> None:
        """Say how wide the picture is for its height, so that paper stands at its place before it comes."""
        self._aspect = aspect
        self.update()

    def set_line(self, line: str) -> None:
        """Change the line under the name."""
        self._line = line
        self.setAccessibleDescription(line)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of a card of middling width."""
        return QSize(168, self.heightForWidth(168))

    def hasHeightForWidth(self) -> bool:
        """Its height follows its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return its height: the picture of an upright page, and room for the words."""
        return _INSET + round((width - 2 * _INSET) * 1.42) + 2 * SPACE + self._words_height() + 2 * SPACE

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        self._draw_field(painter)
        room = self.rect().adjusted(_INSET, _INSET, -_INSET, -(self._words_height() + 3 * SPACE))
        if self.dimmed:
            painter.setOpacity(0.45)
        self._draw_picture(painter, room)
        painter.setOpacity(1.0)
        self._draw_words(painter, room.bottom() + 2 * SPACE)

    def _draw_field(self, painter: QPainter) -> None:
        of = current()
        edge = of.accent if self.isChecked() or self.hasFocus() else of.faint if self.underMouse() else of.line
        width = 2.0 if self.isChecked() or self.hasFocus() else 1.0
        field = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.setPen(QPen(QColor(edge), width))
        painter.setBrush(QColor(of.tint if self.isChecked() else of.raised))
        painter.drawRoundedRect(field, RADIUS + 2, RADIUS + 2)
        if self.isChecked() and self.hasFocus():
            painter.setPen(QPen(QColor(of.text), 1.0, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(field.adjusted(3, 3, -3, -3), RADIUS, RADIUS)

    def _draw_picture(self, painter: QPainter, room: QRect) -> None:
        of = current()
        aspect = self._aspect if self._picture is None else self._picture.width() / max(1, self._picture.height())
        width = min(float(room.width()), room.height() * aspect)
        height = width / aspect
        page = QRectF(room.center().x() + 0.5 - width / 2, room.bottom() + 1 - height, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        for spread in (3.0, 2.0, 1.0):
            painter.setBrush(QColor(0, 0, 0, 14))
            painter.drawRoundedRect(page.adjusted(-spread, -spread + 1, spread, spread + 1), 3, 3)
        if self._picture is not None:
            painter.drawPixmap(page, self._picture, QRectF(self._picture.rect()))
            return
        painter.setBrush(QColor(of.surface if self._sign else of.window))
        painter.setPen(QPen(QColor(of.line), 1.0))
        painter.drawRect(page)
        if self._sign:
            side = 36
            icon(self._sign, "accent").paint(
                painter, QRect(0, 0, side, side).translated(page.center().toPoint() - QRect(0, 0, side, side).center())
            )

    def _draw_words(self, painter: QPainter, top: int) -> None:
        of = current()
        width = self.width() - 2 * _INSET
        font = self._title_font()
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(QColor(of.muted if self.dimmed else of.text))
        for text in _lines(self.text(), metrics, width, _TITLE_LINES):
            painter.drawText(_INSET, top + metrics.ascent(), text)
            top += metrics.height()
        small = self._small_font()
        metrics = QFontMetrics(small)
        painter.setFont(small)
        painter.setPen(QColor(of.muted))
        painter.drawText(
            _INSET, top + SPACE // 2 + metrics.ascent(), metrics.elidedText(self._line, Qt.TextElideMode.ElideRight, width)
        )

    def _words_height(self) -> int:
        titles = QFontMetrics(self._title_font()).height() * _TITLE_LINES
        return titles + SPACE // 2 + QFontMetrics(self._small_font()).height()

    def _title_font(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _small_font(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(SMALL)
        return font


def _lines(text: str, metrics: QFontMetrics, width: int, most: int) -> list[str]:
    """Break a text into lines at spaces and after hyphens, the last one elided; it fills its lines from the top."""
    lines: list[str] = []
    pieces = _PIECES.findall(text.strip())
    while pieces and len(lines) < most - 1:
        taken = 1
        while taken < len(pieces) and metrics.horizontalAdvance("".join(pieces[: taken + 1]).rstrip()) <= width:
            taken += 1
        lines.append(metrics.elidedText("".join(pieces[:taken]).rstrip(), Qt.TextElideMode.ElideRight, width))
        pieces = pieces[taken:]
    if pieces:
        lines.append(metrics.elidedText("".join(pieces).rstrip(), Qt.TextElideMode.ElideRight, width))
    return lines
