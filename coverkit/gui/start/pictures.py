"""Pictures of the start page, made in the background and kept: asked for by what they show, delivered when they are there."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QPixmap
from shiboken6 import isValid

from coverkit.errors import CoverKitError
from coverkit.gui.work.worker import Worker

_MOST = 96


class Pictures(QObject):
    """Pictures by key. For each place only the picture asked for last is made."""

    def __init__(self, worker: Worker, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = worker
        self._kept: OrderedDict[Hashable, QPixmap] = OrderedDict()

    def ask(
        self,
        place: str,
        key: Hashable,
        make: Callable[[], Path | None],
        show: Callable[[QPixmap | None], None],
        urgency: int = 0,
    ) -> None:
        """Show a picture: at once if it is kept, else when it was made.

        Args:
            place: where it is shown; a newer wish for the same place takes the place of an older one.
            key: what it shows.
            make: makes it in the background and returns its file; None, or an error, shows nothing.
            show: takes it.
            urgency: the greater, the sooner.
        """
        kept = self._kept.get(key)
        if kept is not None:
            self._worker.cancel(place)
            self._kept.move_to_end(key)
            show(kept)
            return
        self._worker.submit(
            place,
            lambda task: make(),
            lambda path: self._came(key, path, show),
            lambda error: self._failed(error, key, show),
            urgency,
        )

    def _failed(self, error: Exception, key: Hashable, show: Callable[[QPixmap | None], None]) -> None:
        """Show nothing where there is nothing to show: a damaged file, a text that a design has no room for."""
        if not isinstance(error, CoverKitError):
            raise error
        self._came(key, None, show)

    def _came(self, key: Hashable, path: Path | None, show: Callable[[QPixmap | None], None]) -> None:
        picture = QPixmap() if path is None else QPixmap(str(path))
        if not picture.isNull():
            self._kept[key] = picture
            while len(self._kept) > _MOST:
                self._kept.popitem(last=False)
        if _is_there(show):
            show(None if picture.isNull() else picture)


def _is_there(show: Callable[[QPixmap | None], None]) -> bool:
    """Tell whether the card that a picture was asked for is still there: lists are filled anew while pictures are made."""
    owner = getattr(show, "__self__", None)
    return not isinstance(owner, QObject) or isValid(owner)
