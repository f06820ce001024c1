"""Load and save `.cover` files: the only place where the model meets the disk."""

from __future__ import annotations

from pathlib import Path

from coverkit.errors import InputError
from coverkit.i18n import system_reason, tr
from coverkit.model.storage.atomic import replacing
from coverkit.model.storage.bundle import CoverFile
from coverkit.model.storage.container import entries_of, read_stream, write_entries


def load(path: Path) -> CoverFile:
    """Load a cover.

    Raises:
        InputError: it is not there or unreadable, or refused as `read_bytes` does.
    """
    try:
        if path.exists() and not path.is_file():
            raise InputError(tr("{path} is not a file.", path=path), tr("Choose a file whose name ends in .cover."))
        with path.open("rb") as stream:
            return read_stream(stream, path.name)
    except OSError as error:
        raise InputError(
            tr("{path} cannot be read: {reason}.", path=path, reason=system_reason(error)),
            tr("Check the path, and that you may read the file."),
        ) from error


def save(path: Path, cover: CoverFile) -> None:
    """Save a cover, whole or not at all.

    Raises:
        InputError: the document is wrong in itself, or a picture it uses is missing.
        OutputError: it is too large, or cannot be written there; an older file stays as it was.
    """
    entries = entries_of(cover)
    with replacing(path) as stream:
        write_entries(entries, stream)
