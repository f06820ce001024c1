"""The campaigns that a person imported: one folder for each version, `<id>/<version>/`, in the person's own data.

Versions stay side by side; none is ever changed, so what a cover was made with can be found again.
"""

from __future__ import annotations

import itertools
import os
import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from coverkit.campaigns.reader import is_campaign_id
from coverkit.model.storage.folders import not_written
from coverkit.model.storage.patience import put_in_place
from coverkit.resources import user_folder

_VERSION = re.compile(r"[1-9]\d{0,5}")
_numbers = itertools.count(1)


def folder_of(campaign_id: str, version: int) -> Path:
    """Return the folder that a version lies in, whether it is there or not."""
    return user_folder() / "campaigns" / campaign_id / str(version)


def installed() -> tuple[tuple[str, int], ...]:
    """Return id and version of every campaign that was imported, in order."""
    return tuple(sorted((one.name, version) for one in _folders(user_folder() / "campaigns") for version in versions(one.name)))


def versions(campaign_id: str) -> tuple[int, ...]:
    """Return the versions of a campaign that were imported, oldest first."""
    if not is_campaign_id(campaign_id):
        return ()
    folders = _folders(user_folder() / "campaigns" / campaign_id)
    return tuple(sorted(int(one.name) for one in folders if _VERSION.fullmatch(one.name)))


def install(campaign_id: str, version: int, files: Mapping[str, bytes]) -> Path:
    """Write a version's files, whole or not at all; one that is there is replaced.

    Args:
        campaign_id: as the campaign states it.
        version: the same.
        files: contents by plain name, already judged.

    Raises:
        OutputError: the person's own folder cannot be written.
    """
    target = folder_of(campaign_id, version)
    fresh = target.with_name(f".new-{os.getpid()}-{next(_numbers)}")
    try:
        for name, data in files.items():
            path = fresh / name
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
        if target.exists():
            _take_away(target)
        put_in_place(fresh, target)
    except OSError as error:
        raise not_written(target, error) from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return target


def remove(campaign_id: str, version: int) -> None:
    """Take a version away.

    Raises:
        OutputError: it cannot be taken away.
    """
    target = folder_of(campaign_id, version)
    try:
        _take_away(target)
        with suppress(OSError):
            target.parent.rmdir()
    except OSError as error:
        raise not_written(target, error) from error


def _take_away(folder: Path) -> None:
    """Rename first: half a campaign must never stand under its name."""
    old = folder.with_name(f".old-{os.getpid()}-{next(_numbers)}")
    put_in_place(folder, old)
    shutil.rmtree(old)


def _folders(folder: Path) -> Iterator[Path]:
    with suppress(OSError):
        yield from (Path(entry.path) for entry in os.scandir(folder) if entry.is_dir() and not entry.name.startswith("."))
