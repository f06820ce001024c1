"""Tell which files in a folder have arrived whole: nobody says when a copy over the network is done."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from coverkit.app.proofs.data import ENDING
from coverkit.errors import InputError
from coverkit.i18n import system_reason, tr
from coverkit.records import dataclass

_UNFINISHED = (".part", ".partial", ".filepart", ".tmp", ".temp", ".crdownload", ".download", ".opdownload", "~")
_NO_FILES = frozenset(("thumbs.db", "desktop.ini"))
_HEAD, _PDF_TAIL, _ZIP_TAIL = 1024, 2048, 66_000


@dataclass(frozen=True, slots=True)
class _Seen:
    """How a file looked, and since when it has looked so."""

    size: int
    changed: int
    since: float


class Arrivals:
    """The files of a folder. One is ready when it stopped growing and looks complete, or stopped growing long ago."""

    def __init__(self, folder: Path, settle: float, patience: float) -> None:
        """Watch a folder.

        Args:
            folder: the folder itself; folders inside it are not looked at.
            settle: seconds for which a file must look the same.
            patience: seconds after which a file that never became complete is taken as it is.
        """
        self._folder = folder
        self._settle = settle
        self._patience = patience
        self._seen: dict[str, _Seen] = {}
        self.waiting: tuple[str, ...] = ()

    def look(self, now: float) -> list[Path]:
        """Return the files that are ready, by name; `waiting` then names the others.

        Args:
            now: seconds of a clock that never goes back.

        Raises:
            InputError: the folder cannot be read.
        """
        found = self._files()
        self._seen = {name: self._aged(name, state, now) for name, state in found.items()}
        ready = [name for name in sorted(found) if self._is_ready(name, now)]
        self.waiting = tuple(sorted(found.keys() - set(ready)))
        return [self._folder / name for name in ready]

    def _files(self) -> dict[str, tuple[int, int]]:
        found = {}
        try:
            with os.scandir(self._folder) as entries:
                for entry in entries:
                    # What vanishes while it is looked at is no arrival.
                    with suppress(FileNotFoundError):
                        if is_arrival(entry.name) and entry.is_file():
                            about = entry.stat()
                            found[entry.name] = (about.st_size, about.st_mtime_ns)
        except OSError as error:
            raise InputError(
                tr("{path} cannot be read: {reason}.", path=self._folder, reason=system_reason(error)), tr("Check the path.")
            ) from error
        return found

    def _aged(self, name: str, state: tuple[int, int], now: float) -> _Seen:
        before = self._seen.get(name)
        if before is not None and (before.size, before.changed) == state:
            return before
        return _Seen(*state, now)

    def _is_ready(self, name: str, now: float) -> bool:
        age = now - self._seen[name].since
        return age >= self._settle and (age >= self._patience or is_complete(self._folder / name))


def is_arrival(name: str) -> bool:
    """Tell whether a name is that of a file to be sorted: none that is hidden or unfinished; a proof goes with its file."""
    small = name.lower()
    return not (small.startswith((".", "~$")) or small in _NO_FILES or small.endswith((*_UNFINISHED, ENDING)))


def is_complete(path: Path) -> bool:
    """Tell whether a file ends as its kind ends: a PDF with its end mark, a cover with its table of contents.

    One that cannot be opened is not complete: whoever writes it may keep it closed.
    """
    try:
        with path.open("rb") as stream:
            head = stream.read(_HEAD)
            size = stream.seek(0, os.SEEK_END)
            stream.seek(max(0, size - _ZIP_TAIL))
            tail = stream.read()
    except OSError:
        return False
    if b"%PDF-" in head:
        return b"%%EOF" in tail[-_PDF_TAIL:]
    if head.startswith(b"PK"):
        return b"PK\x05\x06" in tail
    return bool(head)
