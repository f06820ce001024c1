"""Zip archives read with suspicion and written in one fixed way: covers and campaigns. The only user of zipfile.

What is kept of a hostile file is bounded: stored entries cannot be larger than the file itself, packed ones share PACKED.
"""

from __future__ import annotations

import os
import re
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import BinaryIO

from coverkit.errors import InputError
from coverkit.i18n import tr
from coverkit.records import dataclass

MOST_ENTRIES = 400
LARGEST = 256_000_000
LARGEST_TOTAL = 600_000_000
PACKED = 64_000_000
LONGEST_NAME = 200

_DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)
_END_SIZE = 22
_LOCATOR_SIZE = 20
_HEADER_SIZE = 30
# A name, and an extra field as other programs write it, for each entry.
_DIRECTORY_ENTRY = 46 + 4 * LONGEST_NAME + 100
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    OSError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OverflowError,
    LookupError,
)


@dataclass(frozen=True, slots=True)
class Bounds:
    """How large an archive may be.

    Attributes:
        entries: how many files it holds at most.
        largest, total, packed: bytes at most of one file, of all, and of all that are compressed.
    """

    entries: int
    largest: int
    total: int
    packed: int


def _of_covers() -> Bounds:
    return Bounds(MOST_ENTRIES, LARGEST, LARGEST_TOTAL, PACKED)


def damaged(file: str, reason: str) -> InputError:
    """Return the error for a file that is not as it was written."""
    return InputError(
        tr("{file} is damaged: {reason}.", file=file, reason=reason),
        tr("Copy the file again from where it came, or open an older copy."),
    )


def refused(file: str, reason: str) -> InputError:
    """Return the error for a file that CoverKit never wrote so: it may have been made to do harm."""
    return InputError(
        tr("{file} is refused: {reason}.", file=file, reason=reason),
        tr("This file is not in the form CoverKit saves. Please ask the sender for the original."),
    )


def write(entries: Mapping[str, bytes], packed: frozenset[str], stream: BinaryIO) -> None:
    """Write an archive with the entries in their order; equal entries give equal bytes.

    Args:
        entries: contents by name.
        packed: the names that are compressed; all others are stored as they are.
        stream: where to; it must be able to seek.
    """
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in entries.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system = 3
            entry.external_attr = 0o100644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED if name in packed else zipfile.ZIP_STORED
            archive.writestr(entry, data)


class Archive:
    """An archive that somebody sent. Opening it checks names, sizes and layout before any content is read."""

    def __init__(self, stream: BinaryIO, file: str, bounds: Bounds | None = None) -> None:
        """Read the directory; without bounds, those of covers hold.

        Raises:
            InputError: no zip, cut off, or laid out as CoverKit never does.
        """
        self._file = file
        bounds = bounds or _of_covers()
        _check_end(stream, file, bounds)
        with _readable(file):
            self._archive = zipfile.ZipFile(stream)
            found = self._archive.infolist()
        _check_entries(found, file, bounds)
        _check_layout(found, stream.seek(0, os.SEEK_END), self._archive.start_dir, file)
        self._entries = {entry.orig_filename: entry for entry in found}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all entries, in the order of the directory."""
        return tuple(self._entries)

    def read(self, name: str, limit: int = LARGEST) -> bytes:
        """Return the content of an entry; reading stops at its declared size.

        Raises:
            InputError: it is not there, larger than the limit in bytes, or damaged.
        """
        entry = self._entries.get(name)
        if entry is None:
            raise damaged(self._file, tr("“{entry}” is missing", entry=name))
        if entry.file_size > limit:
            raise refused(self._file, tr("“{entry}” is too large", entry=name))
        with _readable(self._file), self._archive.open(entry) as content:
            data = content.read(entry.file_size + 1)
        if len(data) != entry.file_size:
            raise damaged(self._file, tr("“{entry}” has not the size it states", entry=name))
        return data


@contextmanager
def _readable(file: str) -> Iterator[None]:
    try:
        yield
    except _BROKEN as error:
        raise damaged(file, tr("technical detail: {reason}", reason=str(error) or type(error).__name__)) from error


def _check_end(stream: BinaryIO, file: str, bounds: Bounds) -> None:
    """Look at the end record before zipfile does: it would read a directory of any size into memory."""
    size = stream.seek(0, os.SEEK_END)
    stream.seek(max(0, size - _END_SIZE - _LOCATOR_SIZE))
    tail = stream.read(_END_SIZE + _LOCATOR_SIZE)
    end = tail[-_END_SIZE:]
    if len(end) < _END_SIZE or end[:4] != b"PK\5\6" or end[-2:] != b"\0\0":
        stream.seek(0)
        if stream.read(4) == b"PK\3\4":
            raise damaged(file, tr("it is cut short"))
        raise InputError(
            tr("{file} is not a cover file.", file=file), tr("Open a file that CoverKit saved; its name ends in .cover.")
        )
    count, directory_size = struct.unpack("<HL", end[10:16])
    if count > bounds.entries or directory_size > bounds.entries * _DIRECTORY_ENTRY or tail.startswith(b"PK\6\7"):
        raise refused(file, tr("it holds too many files"))


def _check_entries(entries: list[zipfile.ZipInfo], file: str, bounds: Bounds) -> None:
    if len(entries) > bounds.entries:
        raise refused(file, tr("it holds too many files"))
    for entry in entries:
        if wrong := _wrong_with(entry, bounds):
            raise refused(file, tr("“{entry}” {wrong}", entry=_shown(entry.orig_filename), wrong=wrong))
    names = {entry.orig_filename.casefold() for entry in entries}
    if len(names) < len(entries):
        raise refused(file, tr("it holds a file twice"))
    packed = sum(entry.file_size for entry in entries if entry.compress_type != zipfile.ZIP_STORED)
    if packed > bounds.packed or sum(entry.file_size for entry in entries) > bounds.total:
        raise refused(file, tr("its content is too large"))


def _wrong_with(entry: zipfile.ZipInfo, bounds: Bounds) -> str:
    kind = entry.external_attr >> 28
    if not is_plain_name(entry.orig_filename):
        return tr("is not a plain file name")
    if kind not in (0, 8) or entry.is_dir():
        return tr("is not a plain file but a link or a folder")
    if entry.flag_bits & 1 or entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return tr("is packed in a way that CoverKit does not use")
    if entry.file_size > bounds.largest:
        return tr("is too large")
    if entry.compress_type == zipfile.ZIP_STORED and entry.file_size != entry.compress_size:
        return tr("has not the size it states")
    return ""


def is_plain_name(name: str) -> bool:
    """Tell whether an entry's name is a relative path without tricks: NFC, printable, no way out, no drive."""
    parts = name.split("/")
    return (
        len(name) <= LONGEST_NAME
        and name.isprintable()
        and unicodedata.is_normalized("NFC", name)
        and not set(name) & set('\\:*?"<>|')
        and all(part and part == part.strip() and not part.endswith(".") and not is_device_name(part) for part in parts)
    )


def is_device_name(name: str) -> bool:
    """Tell whether Windows keeps a name for one of its devices, whatever ending follows."""
    return _DEVICES.fullmatch(name) is not None


def _check_layout(entries: list[zipfile.ZipInfo], size: int, directory: int, file: str) -> None:
    """Refuse entries that lie over one another or reach beyond the file: one small piece could be read a thousand times."""
    free_from = 0
    for entry in sorted(entries, key=lambda one: one.header_offset):
        if entry.header_offset < free_from:
            raise refused(file, tr("its files lie over one another"))
        free_from = entry.header_offset + _HEADER_SIZE + len(entry.orig_filename) + entry.compress_size
    if free_from > min(size, directory):
        raise damaged(file, tr("it is cut short"))


def _shown(name: str) -> str:
    return ascii(name[:60])[1:-1]
