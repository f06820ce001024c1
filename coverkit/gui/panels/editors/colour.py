"""Colours: those of the design, or an ink of one's own, shown as the printer's profile prints it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QSizePolicy, QSlider, QVBoxLayout, QWidget

from coverkit.colour.inks import to_srgb
from coverkit.gui.panels.editors.base import Field, ValueEditor
from coverkit.gui.panels.editors.number_box import NumberBox
from coverkit.gui.panels.words import colour_word
from coverkit.gui.theme.style import current
from coverkit.i18n import mark, number, tr
from coverkit.layout.cover import Cover
from coverkit.model.values import BLACK, Cmyk, Value

_ID = Qt.ItemDataRole.UserRole
_OWN = "\0own"
_SWATCH = 18
_INKS = (mark("Cyan"), mark("Magenta"), mark("Yellow"), mark("Black"))


class ColourEditor(ValueEditor):
    """A colour of the design by name, or four inks with sliders."""

    wide = True

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.combo = QComboBox(self)
        self.combo.setAccessibleName(field.label)
        self.combo.setIconSize(QSize(_SWATCH, _SWATCH))
        self.combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.line = QLineEdit(self)
        self.line.setReadOnly(True)
        self.line.setAccessibleName(field.label)
        self.combo.setVisible(not field.locked)
        self.line.setVisible(field.locked)
        self.inks = InkMixer(self)
        self.sample = Swatch(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for part in (self.combo, self.line, self.sample, self.inks):
            layout.addWidget(part)
        self.setFocusProxy(self.line if field.locked else self.combo)
        self._value: str | Cmyk = ""
        self._filled: tuple[object, ...] = ()
        self.combo.activated.connect(self._chosen)
        self.inks.changed = self._mixed

    def show_value(self, value: Value | None) -> None:
        """Show a colour."""
        cover = self.field.cover
        self._value = value if isinstance(value, str | Cmyk) else ""
        self._fill(cover)
        own = isinstance(self._value, Cmyk)
        self.combo.setCurrentIndex(self.combo.findData(_OWN if own else self._value, _ID))
        ink = self._ink(cover)
        self.inks.setVisible(own and not self.field.locked)
        self.inks.show_ink(ink)
        limit = cover.printer.ink_limit
        self.sample.show_ink(screen_colour(ink, cover), ink_words(ink), ink.total * 100 > limit)
        words = tr("Ink of your own") if own else self._words(str(self._value))
        self.line.setText(f"{words}: {ink_words(ink)}")
        self.line.setCursorPosition(0)

    def _fill(self, cover: Cover) -> None:
        colours = cover.design.colours
        wanted = (tuple(colours.items()), cover.condition.id, self.field.info.default)
        if wanted == self._filled:
            return
        self._filled = wanted
        self.combo.clear()
        if self.field.info.default == "":
            self.combo.addItem(self._words(""), "")
        for name, ink in colours.items():
            self.combo.addItem(_icon(screen_colour(ink, cover)), self._words(name), name)
        self.combo.addItem(tr("Ink of your own…"), _OWN)

    def _words(self, name: str) -> str:
        if name:
            return colour_word(name)
        return tr("None") if self.field.info.name.endswith("_to") else tr("The style's colour")

    def _ink(self, cover: Cover) -> Cmyk:
        if isinstance(self._value, Cmyk):
            return self._value
        if self._value in cover.design.colours:
            return cover.design.colours[self._value]
        return self._style_ink(cover)

    def _style_ink(self, cover: Cover) -> Cmyk:
        placed = self.field.placed
        inks = [getattr(layer, "ink", None) for layer in placed.composed.layers] if placed is not None else []
        return next((ink for ink in inks if isinstance(ink, Cmyk)), BLACK)

    def _chosen(self, index: int) -> None:
        picked = self.combo.itemData(index, _ID)
        self.changed.emit(self._ink(self.field.cover) if picked == _OWN else picked)

    def _mixed(self, ink: Cmyk) -> None:
        self.changed.emit(ink)


class InkMixer(QWidget):
    """Four inks in per cent, each with a slider and a number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.changed = _nothing
        self.sliders: list[QSlider] = []
        self.boxes: list[NumberBox] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(2)
        for row, name in enumerate(_INKS):
            label, slider, box = QLabel(tr(name), self), QSlider(Qt.Orientation.Horizontal, self), NumberBox("%", 0, self)
            slider.setRange(0, 100)
            slider.setAccessibleName(tr(name))
            box.setRange(0, 100)
            box.setAccessibleName(tr(name))
            box.setMinimumWidth(68)
            label.setBuddy(box)
            slider.valueChanged.connect(lambda value, to=box: to.setValue(value))
            box.valueChanged.connect(lambda value, to=slider: self._moved(to, value))
            for column, part in enumerate((label, slider, box)):
                grid.addWidget(part, row, column)
            self.sliders.append(slider)
            self.boxes.append(box)

    def show_ink(self, ink: Cmyk) -> None:
        """Show an ink without saying that it changed."""
        for slider, box, share in zip(self.sliders, self.boxes, (ink.c, ink.m, ink.y, ink.k), strict=True):
            for part in (slider, box):
                part.blockSignals(True)
            slider.setValue(round(share * 100))
            box.setValue(round(share * 100))
            for part in (slider, box):
                part.blockSignals(False)

    def _moved(self, slider: QSlider, value: float) -> None:
        slider.blockSignals(True)
        slider.setValue(round(value))
        slider.blockSignals(False)
        self.changed(Cmyk(*(box.value() / 100 for box in self.boxes)))


class Swatch(QWidget):
    """How an ink prints, and its shares in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = QColor("white")
        self._words = ""
        self._too_much = False
        self.setFixedHeight(28)

    def show_ink(self, colour: QColor, words: str, too_much: bool) -> None:
        """Show a colour; `too_much` ink is said."""
        self._colour, self._too_much = colour, too_much
        self._words = tr("{ink} – more than the printer allows", ink=words) if too_much else words
        self.setToolTip(self._words)
        self.setAccessibleName(tr("As it prints: {ink}", ink=self._words))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field of colour and the words beside it."""
        painter, now = QPainter(self), current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(now.faint))
        painter.setBrush(self._colour)
        painter.drawRoundedRect(QRectF(0.5, 0.5, 47, self.height() - 1), 4, 4)
        painter.setPen(QColor(now.bad if self._too_much else now.muted))
        room = self.rect().adjusted(56, 0, 0, 0)
        text = painter.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)


def screen_colour(ink: Cmyk, cover: Cover) -> QColor:
    """Return how an ink looks when it is printed under the cover's output condition."""
    return QColor.fromRgbF(*to_srgb(ink, cover.condition))


def ink_words(ink: Cmyk) -> str:
    """Return the shares of an ink, and their sum."""
    shares: Iterable[tuple[str, float]] = zip("CMYK", (ink.c, ink.m, ink.y, ink.k), strict=True)
    parts = " ".join(f"{letter}{number(share * 100, 0)}" for letter, share in shares)
    return tr("{inks} (total {sum} %)", inks=parts, sum=number(ink.total * 100, 0))


def _nothing(ink: Cmyk) -> None:
    """Stand in for a listener."""


def _icon(colour: QColor) -> QIcon:
    picture = QPixmap(2 * _SWATCH, 2 * _SWATCH)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(current().faint))
    painter.setBrush(colour)
    painter.drawRoundedRect(QRectF(0.5, 0.5, _SWATCH - 1, _SWATCH - 1), 3, 3)
    painter.end()
    return QIcon(picture)
