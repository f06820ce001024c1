"""Pictures: which, how sharp it prints, and what of it shows."""

from __future__ import annotations

import hashlib
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFileDialog, QGridLayout, QLabel, QVBoxLayout, QWidget
from shiboken6 import isValid

from coverkit.colour.inspection import PictureInfo
from coverkit.colour.pictures import effective_ppi, inspect
from coverkit.errors import CoverKitError, InputError
from coverkit.gui.panels.editors.base import Field, ValueEditor
from coverkit.gui.panels.editors.number_box import NumberBox
from coverkit.gui.panels.parts import look, name_button, push_button
from coverkit.gui.theme.icons import icon
from coverkit.gui.work.worker import Task
from coverkit.i18n import number, system_reason, tr
from coverkit.layout.cover import Placed
from coverkit.model import edits
from coverkit.model.entrance import GREATEST_ZOOM
from coverkit.model.values import PictureValue, Value
from coverkit.records import replace
from coverkit.scene.operations import Picture

FILTER = "*.jpg *.jpeg *.png *.tif *.tiff *.webp"
_THUMB = 72


class PictureEditor(ValueEditor):
    """A picture: replace it, enlarge it in its frame, choose what stays visible; its effective resolution, live."""

    wide = True

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.name, self.facts, self.ppi = QLabel(self), QLabel(self), QLabel(self)
        self.thumb = QLabel(self)
        self.thumb.setFixedSize(_THUMB, _THUMB)
        self.thumb.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.thumb.setProperty("kind", "muted")
        self.replace = push_button(tr("Replace…"), "image", self)
        self.replace.clicked.connect(self.choose)
        self.zoom = self._box(tr("Enlarged"), "%", 100, GREATEST_ZOOM * 100)
        self.focus_x = self._box(tr("From the left"), "%", 0, 100)
        self.focus_y = self._box(tr("From the top"), "%", 0, 100)
        self.crop = QWidget(self)
        self._lay_out()
        self._value: PictureValue | None = None
        self._pictured = ""
        self.setFocusProxy(self.replace)
        for box in (self.zoom, self.focus_x, self.focus_y):
            box.valueChanged.connect(lambda shown: self._cropped())
        if field.locked:
            self.replace.setEnabled(False)
            for box in (self.zoom, self.focus_x, self.focus_y):
                box.lock()

    def show_value(self, value: Value | None) -> None:
        """Show a picture and its numbers."""
        self._value = value if isinstance(value, PictureValue) else None
        self.crop.setVisible(self._value is not None)
        name_button(self.replace, tr("Replace…") if self._value is not None else tr("Choose a picture…"))
        if self._value is None:
            self.name.setText(tr("No picture yet"))
            self.facts.setText(tr("Choose one here, or drop a file on the frame."))
            self.ppi.clear()
            self._pictured = ""
            self.thumb.setPixmap(icon("image", "faint").pixmap(32, 32))
            return
        info = self.field.editor.project.pictures.info(self._value.sha256)
        self.name.setText(self._value.name)
        self.facts.setText(facts_of(info))
        self._tell_ppi()
        self.zoom.show_number(self._value.zoom * 100)
        self.focus_x.show_number(self._value.focus_x * 100)
        self.focus_y.show_number(self._value.focus_y * 100)
        self._ask_picture(self._value.sha256)

    def choose(self) -> None:
        """Ask for a file, and show it in the frame."""
        where, _ = QFileDialog.getOpenFileName(self, tr("Choose a picture"), "", tr("Pictures ({endings})", endings=FILTER))
        if where:
            self.take(Path(where))

    def take(self, path: Path) -> None:
        """Look at a file in the background, then put it into the frame."""
        editor, element, name = self.field.editor, self.field.element, self.field.info.name

        def read(task: Task) -> partial[PictureValue]:
            data = read_picture(path)
            inspect(data, path.name)
            return partial(editor.take_in, data, path.name, hashlib.sha256(data).hexdigest())

        def show(take_in: object) -> None:
            # Another element may be selected by now, and this editor gone.
            assert isinstance(take_in, partial)
            value = take_in()
            editor.perform(lambda document, permissions: edits.set_values(document, element, {name: value}, permissions))

        editor.in_background(f"picture {element}", read, show, urgency=2)

    def _cropped(self) -> None:
        if self._value is not None:
            shares = self.focus_x.value() / 100, self.focus_y.value() / 100
            zoom = max(1.0, self.zoom.value() / 100)
            self.changed.emit(replace(self._value, focus_x=shares[0], focus_y=shares[1], zoom=zoom))

    def _tell_ppi(self) -> None:
        placed = self.field.placed
        words, kind = ("", "muted") if placed is None else ppi_words(self.field, placed)
        self.ppi.setText(words)
        look(self.ppi, kind)

    def _ask_picture(self, sha256: str) -> None:
        if sha256 == self._pictured:
            return
        self._pictured = sha256
        asset = self.field.editor.project.file.assets.get(sha256)
        if asset is None:
            return
        data = asset.data
        self.field.editor.in_background(
            f"thumbnail {self.field.element}", lambda task: thumbnail(data, 2 * _THUMB), self._show_picture, urgency=-2
        )

    def _show_picture(self, made: object) -> None:
        assert isinstance(made, QImage)
        if not isValid(self.thumb):
            return
        picture = QPixmap.fromImage(made)
        picture.setDevicePixelRatio(2)
        self.thumb.setPixmap(picture)

    def _box(self, name: str, unit: str, least: float, most: float) -> NumberBox:
        box = NumberBox(unit, 1, self)
        box.setRange(least, most)
        box.setAccessibleName(name)
        box.setProperty("words", name)
        return box

    def _lay_out(self) -> None:
        for words, kind in ((self.name, ""), (self.facts, "small"), (self.ppi, "muted")):
            words.setWordWrap(True)
            words.setProperty("kind", kind)
        top = QGridLayout()
        top.setHorizontalSpacing(8)
        top.addWidget(self.thumb, 0, 0, 4, 1)
        for row, part in enumerate((self.name, self.facts, self.ppi)):
            top.addWidget(part, row, 1)
        top.setColumnStretch(1, 1)
        grid = QGridLayout(self.crop)
        grid.setContentsMargins(0, 0, 0, 0)
        for row, box in enumerate((self.zoom, self.focus_x, self.focus_y)):
            label = QLabel(str(box.property("words")), self.crop)
            label.setBuddy(box)
            grid.addWidget(label, row, 0)
            grid.addWidget(box, row, 1)
        grid.setColumnStretch(0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self.replace)
        layout.addWidget(self.crop)


def read_picture(path: Path) -> bytes:
    """Return a file's bytes.

    Raises:
        InputError: it cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(
            tr("{path} cannot be read: {reason}.", path=path, reason=system_reason(error)), tr("Check the path.")
        ) from error


def facts_of(info: PictureInfo) -> str:
    """Return size, colours and format of a picture in words."""
    modes = {"rgb": "RGB", "cmyk": "CMYK", "gray": tr("greys")}
    return tr(
        "{width} × {height} px, {mode}, {format}",
        width=info.width,
        height=info.height,
        mode=modes.get(str(info.mode), str(info.mode)),
        format=info.format.upper(),
    )


def ppi_words(field: Field, placed: Placed) -> tuple[str, str]:
    """Return the effective resolution of a placed picture in words, and the look of the words by the printer's limits."""
    shown = next((one for one in placed.composed.layers if isinstance(one, Picture)), None)
    info = field.cover.pictures.get(shown.sha256) if shown is not None else None
    if shown is None or info is None:
        return "", "muted"
    ppi, printer = effective_ppi(info, shown), field.cover.printer
    words = tr("{ppi} ppi on the page", ppi=number(ppi, 0))
    if ppi < printer.refuse_ppi:
        return tr("{words}: too coarse (at least {least})", words=words, least=number(printer.refuse_ppi, 0)), "bad"
    if ppi < printer.least_ppi:
        return tr("{words}: below {wanted}", words=words, wanted=number(printer.least_ppi, 0)), "warning"
    return words, "good"


def thumbnail(data: bytes, most: int) -> QImage:
    """Return a small upright picture, at most so many pixels on its longer side."""
    import io

    from PIL import Image, ImageOps

    try:
        with Image.open(io.BytesIO(data)) as opened:
            opened.draft("RGB", (most, most))
            small = ImageOps.exif_transpose(opened).convert("RGB")
    except (OSError, ValueError) as error:
        raise CoverKitError(tr("The picture cannot be shown: {reason}.", reason=error), tr("Choose it again.")) from error
    small.thumbnail((most, most))
    return QImage(small.tobytes(), small.width, small.height, small.width * 3, QImage.Format.Format_RGB888).copy()
