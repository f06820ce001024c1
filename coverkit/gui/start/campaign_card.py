"""A campaign to choose: its banner, title, dispatch, dates, and what is to be known of it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from coverkit.gui.theme.style import current
from coverkit.gui.theme.tokens import RADIUS, SMALL, SPACE

_INSET = 3 * SPACE
_BANNER = 34
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class CampaignCard(QAbstractButton):
    """One choice in the list of campaigns; the words stand as they are, over as many lines as they need."""

    def __init__(
        self,
        name: str,
        title: str,
        lines: tuple[str, ...],
        *,
        binding: bool,
        banner: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """Make a card.

        Args:
            name: `ID@VERSION`, or "" for no campaign.
            title: the campaign's title.
            lines: what stands under it in small type.
            binding: it holds for the issue; others are greyed.
            banner: leave room for its banner.
            parent: the widget that it stands in.
        """
        super().__init__(parent)
        self.name = name
        self._lines = lines
        self._binding = binding
        self._banner_room = _BANNER + 2 * SPACE if banner else 0
        self._banner: QPixmap | None = None
        self.setText(title)
        self.setCheckable(True)
        self.setAccessibleName(title)
        self.setAccessibleDescription(" · ".join(lines))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_banner(self, picture: QPixmap | None) -> None:
        """Show the banner."""
        self._banner = picture
        self.update()

    def sizeHint(self) -> QSize:
        """Return its size at a middling width."""
        return QSize(240, self.heightForWidth(240))

    def minimumSizeHint(self) -> QSize:
        """It may be as narrow as the list gets."""
        return QSize(160, self.heightForWidth(max(160, self.width())))

    def hasHeightForWidth(self) -> bool:
        """The words need more lines where it is narrow."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of banner and words."""
        inner = width - 2 * _INSET
        return 2 * _INSET + self._banner_room + self._words(inner)[-1].bottom() + 1

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card."""
        of = current()
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        strong = self.isChecked() or self.hasFocus()
        pen = 2.0 if strong else 1.0
        painter.setPen(QPen(QColor(of.accent if strong else of.faint if self.underMouse() else of.line), pen))
        painter.setBrush(QColor(of.tint if self.isChecked() else of.raised))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2), RADIUS + 2, RADIUS + 2)
        inner = self.rect().adjusted(_INSET, _INSET, -_INSET, -_INSET)
        if self._banner_room:
            self._draw_banner(painter, QRect(inner.left(), inner.top(), inner.width(), _BANNER))
        painter.translate(inner.left(), inner.top() + self._banner_room)
        texts = (self.text(), *self._lines)
        for number, (text, room) in enumerate(zip(texts, self._words(inner.width()), strict=True)):
            painter.setFont(self._font(number))
            painter.setPen(QColor(of.text if number == 0 and self._binding else of.muted))
            painter.drawText(room, _WRAP, text)

    def _draw_banner(self, painter: QPainter, room: QRect) -> None:
        of = current()
        if self._banner is None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(of.window))
            painter.drawRoundedRect(room, 3, 3)
            return
        scale = min(room.width() / self._banner.width(), room.height() / self._banner.height())
        target = QRectF(room.left(), room.top(), self._banner.width() * scale, self._banner.height() * scale)
        painter.setOpacity(1.0 if self._binding else 0.4)
        painter.drawPixmap(target, self._banner, QRectF(self._banner.rect()))
        painter.setOpacity(1.0)

    def _words(self, width: int) -> list[QRect]:
        rooms: list[QRect] = []
        top = 0
        for number, text in enumerate((self.text(), *self._lines)):
            metrics = QFontMetrics(self._font(number))
            height = metrics.boundingRect(QRect(0, 0, width, 10_000), _WRAP, text).height()
            rooms.append(QRect(0, top, width, height))
            top += height + (SPACE if number == 0 else SPACE // 2)
        return rooms

    def _font(self, number: int) -> QFont:
        font = QFont(self.font())
        if number == 0:
            font.setWeight(QFont.Weight.DemiBold)
        else:
            font.setPointSizeF(SMALL)
        return font
