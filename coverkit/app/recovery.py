"""What survives a crash: unsaved covers in a person's own folder, one folder each, locked by the program that edits them.

    recovery/<name>/lock            held while the program lives; the system lets go of it even after `kill -9`
    recovery/<name>/base-N.cover    the pictures, fonts and campaign, written when one of them is new
    recovery/<name>/state.json      the document, its name, and which base it goes with; written after every change

`state.json` is replaced in one step and written last, so at every moment it and the base it names belong together.
"""

from __future__ import annotations

import datetime as dt
import itertools
import os
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from coverkit.app.presence import Presence, is_held
from coverkit.app.project import Project
from coverkit.datafile import Table
from coverkit.errors import CoverKitError, InputError, OutputError
from coverkit.i18n import system_reason, tr
from coverkit.model.storage import files, schema, strict_json
from coverkit.model.storage.atomic import atomic_write
from coverkit.model.storage.bundle import CoverFile
from coverkit.records import dataclass, replace
from coverkit.resources import user_folder

SCHEMA = 1
STATE = "state.json"
LOCK = "lock"
_LARGEST = 16_000_000
_STALE = 3600
_numbers = itertools.count(1)


def recovery_folder() -> Path:
    """Return where unsaved covers are kept, whether it is there or not."""
    return user_folder() / "recovery"


class Keeper:
    """Keeps one open cover safe. Its methods may be called from any thread; one waits for the other."""

    def __init__(self, folder: Path | None = None) -> None:
        """Keep covers under a folder, the person's own if none is named; nothing is made before there is something to keep."""
        self._root = folder or recovery_folder()
        self._folder: Path | None = None
        self._presence: Presence | None = None
        self._base: CoverFile | None = None
        self._count = 0
        self._turn = threading.Lock()

    @property
    def folder(self) -> Path | None:
        """Where the cover is kept now; None while there is nothing to keep."""
        return self._folder

    def keep(self, project: Project, name: str, path: Path | None, changed: dt.datetime) -> None:
        """Write the cover as it is now.

        Args:
            project: the cover.
            name: by which people know it.
            path: its file, if it has one.
            changed: when.

        Raises:
            OutputError: the person's own folder cannot be written; what was kept before is still there.
        """
        with self._turn:
            folder = self._folder or self._open()
            if self._base is None or not _goes_with(self._base, project):
                self._write_base(folder, project)
            state = {
                "schema": SCHEMA,
                "name": name,
                "path": "" if path is None else str(path),
                "time": changed.isoformat(timespec="seconds"),
                "base": _base_name(self._count),
                "document": schema.encode(project.document),
            }
            atomic_write(folder / STATE, strict_json.dump(state))
            self._drop_old_bases(folder)

    def drop(self) -> None:
        """Forget the cover: it was saved, or is not wanted."""
        with self._turn:
            folder, presence = self._folder, self._presence
            self._folder = self._presence = self._base = None
            if folder is not None:
                _take_away(folder)
            if presence is not None:
                presence.leave()

    def _open(self) -> Path:
        folder = self._root / f"{dt.datetime.now():%Y%m%d-%H%M%S}-{os.getpid()}-{next(_numbers)}"
        try:
            folder.mkdir(parents=True)
            self._presence = Presence(folder / LOCK)
        except OSError as error:
            raise OutputError(
                tr("{path} cannot be written: {reason}.", path=self._root, reason=system_reason(error)),
                tr("Changes are not kept safe against a crash. Save often, and ask for the right to write there."),
            ) from error
        self._folder = folder
        return folder

    def _write_base(self, folder: Path, project: Project) -> None:
        packed = project.packed()
        self._count += 1
        files.save(folder / _base_name(self._count), packed)
        used = packed.used_assets("recovery")
        self._base = replace(packed, document=project.document, campaign=project.file.campaign, assets=used)

    def _drop_old_bases(self, folder: Path) -> None:
        for number in range(1, self._count):
            with suppress(OSError):
                (folder / _base_name(number)).unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class Left:
    """A cover that was left unsaved by a program that is no longer there.

    Attributes:
        name: by which people know it.
        path: the file that it was opened from, if there was one.
        time: of the last change.
        base: the file to open as it is, where the newer state is damaged.
    """

    folder: Path
    name: str
    path: Path | None
    time: dt.datetime
    base: Path | None = None

    def open(self) -> Project:
        """Return the cover as it was after the last change that was kept.

        Raises:
            InputError: it is damaged.
        """
        if self.base is not None:
            return Project.open(self.base)
        table = _state(self.folder)
        file = files.load(self.folder / table.text("base"))
        document = schema.decode(table.raw("document"), self.name)
        return Project.of(replace(file, document=document))

    def discard(self) -> None:
        """Throw it away."""
        _take_away(self.folder)


def left_over(folder: Path | None = None) -> tuple[Left, ...]:
    """Return the covers that were left unsaved, the newest first. Those of programs that still run are theirs."""
    found = [one for path in _folders(folder or recovery_folder()) if (one := _left(path)) is not None]
    return tuple(sorted(found, key=lambda one: one.time, reverse=True))


def _left(folder: Path) -> Left | None:
    if is_held(folder / LOCK):
        return None
    if not (folder / STATE).exists():
        _clear(folder)
        return None
    try:
        table = _state(folder)
        path = table.text("path")
        return Left(folder, table.text("name"), Path(path) if path else None, dt.datetime.fromisoformat(table.text("time")))
    except (CoverKitError, ValueError):
        # Whatever is wrong with the state, the base is a whole cover file and worth showing.
        return _from_base(folder)


def _from_base(folder: Path) -> Left | None:
    bases = sorted(folder.glob("base-*.cover"), key=lambda one: one.stat().st_mtime)
    if not bases:
        return None
    return Left(folder, bases[-1].name, None, dt.datetime.fromtimestamp(bases[-1].stat().st_mtime), bases[-1])


def _state(folder: Path) -> Table:
    path = folder / STATE
    try:
        with path.open("rb") as stream:
            raw = stream.read(_LARGEST + 1)
    except OSError as error:
        raise InputError(
            tr("{path} cannot be read: {reason}.", path=path, reason=system_reason(error)), tr("Check the path.")
        ) from error
    data = strict_json.parse(raw, STATE)
    if not isinstance(data, dict):
        raise InputError(tr("{file} is damaged: {reason}.", file=path, reason=tr("it holds no document")))
    table = Table(data, STATE)
    if table.integer("schema") > SCHEMA:
        raise schema.newer(STATE)
    return table


def _folders(root: Path) -> Iterator[Path]:
    with suppress(OSError):
        yield from sorted(Path(one.path) for one in os.scandir(root) if one.is_dir())


def _goes_with(base: CoverFile, project: Project) -> bool:
    """Tell whether all that a document needs lies in a base that was written."""
    file = project.file
    return (
        base.document.campaign == file.document.campaign
        and base.campaign is file.campaign
        and base.fonts is file.fonts
        and set(file.document.pictures()) <= set(base.assets)
    )


def _clear(folder: Path) -> None:
    """Take away what never became a kept cover; a fresh folder may be another program's that has not locked it yet."""
    with suppress(OSError):
        if time.time() - folder.stat().st_mtime > _STALE:
            shutil.rmtree(folder, ignore_errors=True)


def _base_name(number: int) -> str:
    return f"base-{number}.cover"


def _take_away(folder: Path) -> None:
    """Take the state away first: half a folder must never be offered."""
    with suppress(OSError):
        (folder / STATE).unlink(missing_ok=True)
    shutil.rmtree(folder, ignore_errors=True)
