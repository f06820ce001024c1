"""Pictures that arrive by drop, paste or dialog: read and looked at in the background, then put where they were meant."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QMimeData
from PySide6.QtGui import QImage

from coverkit.colour.pictures import inspect
from coverkit.errors import CoverKitError, InputError
from coverkit.geometry import Point
from coverkit.gui.canvas import picking
from coverkit.gui.canvas.contents import picture_of
from coverkit.gui.canvas.creation import new_picture
from coverkit.gui.canvas.steps import adding, setting
from coverkit.i18n import system_reason, tr
from coverkit.layout.cover import Cover
from coverkit.records import dataclass

if TYPE_CHECKING:
    from coverkit.gui.canvas.canvas import Canvas
    from coverkit.gui.work.worker import Task

ENDINGS = (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".webp")


@dataclass(frozen=True, slots=True)
class Arrival:
    """A picture that was read: its bytes with their SHA-256, name and proportions."""

    data: bytes
    sha256: str
    name: str
    aspect: float


def picture_files(mime: QMimeData) -> tuple[Path, ...]:
    """Return the picture files that something dropped or pasted names."""
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    return tuple(path for path in paths if path.suffix.lower() in ENDINGS)


def frame_for(cover: Cover, at: Point) -> str | None:
    """Return the picture frame that a picture dropped at a place goes into: the one there, else the first empty one."""
    for name in picking.at(cover, at):
        one = next(placed for placed in cover.placed if placed.id == name)
        if one.kind == "picture" and cover.permissions.of(name).content_open:
            return name
    return empty_frame(cover)


def empty_frame(cover: Cover) -> str | None:
    """Return the first empty picture frame."""
    empty = (
        one.id
        for one in picking.shown(cover)
        if one.kind == "picture" and picture_of(cover, one.id) is None and cover.permissions.of(one.id).content_open
    )
    return next(empty, None)


class Arrivals:
    """Takes pictures in. Large ones take their time; the window stays alive meanwhile."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._count = 0

    def files(self, paths: Sequence[Path], at: Point, frame: str | None = None) -> None:
        """Read picture files and place them, the first one into a frame."""
        for index, path in enumerate(paths):
            self._begin(path.name, partial(_read, path), at, frame if index == 0 else None)

    def image(self, image: QImage, at: Point, frame: str | None = None) -> None:
        """Place a picture that comes as pixels, from another program's clipboard."""
        self._begin(tr("pasted picture"), lambda task: _packed(image), at, frame)

    def _begin(self, name: str, work: Callable[[Task], Arrival], at: Point, frame: str | None) -> None:
        self._count += 1
        self._canvas.busy.emit(tr("Reading {name}…", name=name))

        worker = self._canvas.editor.worker
        worker.submit(f"picture-{self._count}", work, lambda found: self._place(found, at, frame), self._failed, 5)

    def _place(self, found: Arrival, at: Point, frame: str | None) -> None:
        self._canvas.busy.emit("")
        editor = self._canvas.editor
        value = editor.take_in(found.data, found.name, found.sha256)
        if frame is not None and editor.placed(frame) is not None:
            if editor.perform(setting(frame, {"picture": value})):
                editor.select((frame,))
            return
        element = new_picture(editor.cover, at, value, found.aspect)
        if editor.perform(adding(element)):
            editor.select((element.id,))

    def _failed(self, error: Exception) -> None:
        self._canvas.busy.emit("")
        if not isinstance(error, CoverKitError):
            raise error
        self._canvas.editor.refused.emit(error.message, error.remedy)


def _read(path: Path, task: Task) -> Arrival:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(
            tr("{path} cannot be read: {reason}.", path=path, reason=system_reason(error)), tr("Check the path.")
        ) from error
    return _inspected(data, path.name)


def _inspected(data: bytes, name: str) -> Arrival:
    info = inspect(data, name)
    return Arrival(data, hashlib.sha256(data).hexdigest(), name, info.width / info.height)


def _packed(image: QImage) -> Arrival:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, b"PNG")
    return _inspected(bytes(buffer.data().data()), "picture.png")
