"""The status bar of a cover's window: zoom, pointer, picture, ink, what was refused, and the light that sums up the checks."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QLabel, QSizePolicy, QStatusBar, QToolButton, QWidget

from coverkit.geometry import Point
from coverkit.gui.canvas.canvas import Canvas
from coverkit.gui.canvas.densitometer import Inks
from coverkit.gui.editor import Editor
from coverkit.gui.theme.style import current, theme
from coverkit.i18n import number, tr

_ZOOMS = (25, 50, 75, 100, 150, 200, 300, 400, 800)
_SHOWN = 8000
_DOT = 12


class CoverStatusBar(QStatusBar):
    """The status bar; `checks_wanted` when the light is clicked."""

    checks_wanted = Signal()

    def __init__(self, editor: Editor, canvas: Canvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self.zoom = _ZoomBox(canvas, self)
        self._place = _label(tr("Place of the pointer, in mm from the trim's top left"))
        self._ppi = _label(tr("Effective resolution of the selected picture"))
        self._ink = _label(tr("Ink under the pointer: cyan, magenta, yellow, black and their sum, in per cent"))
        self._words = QLabel(self)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._words.setAccessibleName(tr("Messages"))
        self.light = Light(editor, self)
        self.light.clicked.connect(self.checks_wanted)
        self.setSizeGripEnabled(False)
        self.addWidget(self.zoom)
        self.addWidget(self._place)
        self.addWidget(self._ink)
        self.addWidget(self._ppi)
        self.addWidget(self._words, 1)
        self.addPermanentWidget(self.light)
        self._forget = QTimer(self)
        self._forget.setSingleShot(True)
        self._forget.timeout.connect(lambda: self.say(""))
        canvas.pointed.connect(self._point)
        canvas.inked.connect(self._show_ink)
        canvas.resolved.connect(self._show_ppi)
        canvas.busy.connect(lambda words: self.say(words, passing=False))
        editor.refused.connect(lambda message, remedy: self.say(f"{message} {remedy}".strip(), kind="warning"))
        self._show_ppi(None)

    def showEvent(self, event: QShowEvent) -> None:
        """Give the readings sizes that stay: else each move of the pointer would lay out the whole window anew."""
        super().showEvent(event)
        for label, widest in ((self._place, _place_words(-888.8, -888.8)), (self._ink, _ink_words((100.0,) * 4, 400.0))):
            label.setFixedSize(label.fontMetrics().horizontalAdvance(widest) + 8, label.sizeHint().height())

    @property
    def words(self) -> str:
        """The message that is shown."""
        return self._words.toolTip()

    def say(self, words: str, *, kind: str = "", passing: bool = True) -> None:
        """Show a message; it goes after some seconds, unless it is about something that lasts."""
        self._words.setProperty("kind", kind)
        self._words.style().polish(self._words)
        self._words.setText(words)
        self._words.setToolTip(words)
        self._forget.stop()
        if words and passing:
            self._forget.start(_SHOWN)

    def _point(self, place: object) -> None:
        if isinstance(place, Point):
            words = _place_words(place.x, place.y)
        else:
            words = ""
        self._place.setText(words)

    def _show_ink(self, inks: object) -> None:
        if not isinstance(inks, Inks):
            self._ink.setText("")
            return
        self._ink.setText(_ink_words((inks.cyan, inks.magenta, inks.yellow, inks.black), inks.total))
        kind = "bad" if inks.total > inks.limit + 0.5 else ""
        if self._ink.property("kind") != kind:
            self._ink.setProperty("kind", kind)
            self._ink.style().polish(self._ink)

    def _show_ppi(self, ppi: object) -> None:
        self._ppi.setVisible(ppi is not None)
        if isinstance(ppi, float):
            self._ppi.setText(tr("{ppi} ppi", ppi=number(ppi, 0)))


class _ZoomBox(QComboBox):
    """Shows the zoom and takes another."""

    def __init__(self, canvas: Canvas, parent: QWidget) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setAccessibleName(tr("Zoom"))
        self.setToolTip(tr("Zoom; 100 % is true size on this screen"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFixedWidth(104)
        self.addItem(tr("Fit"), 0)
        for percent in _ZOOMS:
            self.addItem(tr("{percent} %", percent=percent), percent)
        self.activated.connect(self._chosen)
        field = self.lineEdit()
        assert field is not None
        field.returnPressed.connect(self._typed)
        field.setAccessibleName(tr("Zoom"))
        canvas.viewport_changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Show the zoom as it is."""
        percent = self._canvas.navigation.percent
        self.setEditText(tr("{percent} %", percent=number(percent, 0)))

    def _chosen(self, index: int) -> None:
        percent = self.itemData(index)
        if percent:
            self._canvas.navigation.zoom_percent(float(percent))
        else:
            self._canvas.navigation.fit()
        self.follow()
        self._canvas.setFocus()

    def _typed(self) -> None:
        digits = "".join(letter for letter in self.currentText().replace(",", ".") if letter in "0123456789.")
        try:
            percent = float(digits)
        except ValueError:
            percent = 0.0
        if percent > 0:
            self._canvas.navigation.zoom_percent(percent)
        self.follow()
        self._canvas.setFocus()


class Light(QToolButton):
    """The state of the checks at a glance: grey while not judged, green, yellow or red with the count."""

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._colour = ""
        self._words = ""
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        editor.checked.connect(lambda checked: self.follow())
        editor.check_began.connect(self.follow)
        theme().changed.connect(self.follow)
        self.follow()

    @property
    def colour(self) -> str:
        """`unknown`, `good`, `warning` or `bad`."""
        return self._colour

    @property
    def words(self) -> str:
        """What stands beside the dot."""
        return self._words

    def follow(self) -> None:
        """Show what was found last."""
        findings = self._editor.findings
        if findings is None:
            self._say("unknown", tr("Checking…"), tr("The cover is being checked"))
            return
        counts = findings.result.counts()
        errors, warnings = counts["error"] + counts["crash"], counts["warning"]
        if errors:
            told = tr("{errors} errors, {warnings} warnings", errors=errors, warnings=warnings)
            self._say("bad", str(errors), told)
        elif warnings:
            self._say("warning", str(warnings), tr("{count} warnings, no errors", count=warnings))
        else:
            self._say("good", *_ready_words(counts["note"], counts["not_checked"]))

    def sizeHint(self) -> QSize:
        """Return the size of the dot and the words."""
        return QSize(_DOT + 26 + self.fontMetrics().horizontalAdvance(self._words), 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dot and the words."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(str(getattr(current(), "faint" if self._colour == "unknown" else self._colour))))
        top = (self.height() - _DOT) // 2
        painter.drawEllipse(8, top, _DOT, _DOT)
        painter.setPen(QColor(current().text))
        field = self.rect().adjusted(_DOT + 14, 0, -4, 0)
        painter.drawText(field, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._words)

    def _say(self, colour: str, words: str, told: str) -> None:
        self._colour, self._words = colour, words
        self.setAccessibleName(tr("Checks: {result}", result=told))
        self.setToolTip(tr("{result}. Click to see the list.", result=told))
        self.updateGeometry()
        self.update()


def _ready_words(notes: int, unchecked: int) -> tuple[str, str]:
    """Return what stands beside the green light, and the whole of it: what is left to read or to look at is never hidden."""
    parts, told = [tr("Ready")], [tr("No errors and no warnings: the cover can be exported")]
    if notes:
        parts.append(tr("notes: {count}", count=notes))
        told.append(tr("Notes: {count}", count=notes))
    if unchecked:
        parts.append(tr("not checked: {count}", count=unchecked))
        told.append(tr("Rules that could not be checked: {count}", count=unchecked))
    return " · ".join(parts), ". ".join(told)


def _place_words(x: float, y: float) -> str:
    return tr("X {x}  Y {y} mm", x=number(round(x, 1), 1), y=number(round(y, 1), 1))


def _ink_words(inks: tuple[float, ...], total: float) -> str:
    shown = {name: number(value, 0) for name, value in zip(("c", "m", "y", "k", "total"), (*inks, total), strict=True)}
    return tr("C {c}  M {m}  Y {y}  K {k}  Σ {total} %", **shown)


def _label(name: str) -> QLabel:
    label = QLabel()
    label.setAccessibleName(name)
    label.setToolTip(name)
    return label
