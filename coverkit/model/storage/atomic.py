"""Files that appear whole or not at all. Knows nothing of what is written; used by saving and by every export."""

from __future__ import annotations

import errno
import io
import itertools
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from coverkit.errors import OutputError
from coverkit.i18n import system_reason, tr

if TYPE_CHECKING:
    from typing_extensions import Buffer

CHUNK = 1 << 20
"""Bytes written at once, at most: a full disk or a pulled stick is noticed early."""

_numbers = itertools.count(1)


def atomic_write(path: Path, data: bytes | Iterable[bytes]) -> None:
    """Write a file, or leave what was there before.

    Args:
        path: where to.
        data: the content, whole or in pieces.

    Raises:
        OutputError: disk full, no permission, no such folder, a folder in the way.
    """
    with replacing(path) as stream:
        for piece in (data,) if isinstance(data, bytes) else data:
            stream.write(piece)


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Give a stream that can seek; what is written there becomes the file when the block ends well.

    A link is followed, the mode of a file that is replaced is kept.

    Raises:
        OutputError: as `atomic_write`.
    """
    temporary: Path | None = None
    try:
        target = Path(os.path.realpath(path))
        mode = _mode_of(target)
        temporary, descriptor = _create(target)
        with _stream(descriptor) as stream:
            yield stream
            stream.flush()
            os.fsync(descriptor)
        if mode is not None:
            temporary.chmod(mode)
        temporary.replace(target)
        temporary = None
        _sync_folder(target.parent)
    except OSError as error:
        raise _output_error(path, error) from error
    finally:
        if temporary is not None:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)


class _Descriptor(io.RawIOBase):
    """An open file descriptor that takes at most CHUNK bytes at once; the buffer above it asks again for the rest."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def write(self, data: Buffer, /) -> int:
        return os.write(self._descriptor, memoryview(data)[:CHUNK])

    def seek(self, offset: int, whence: int = os.SEEK_SET, /) -> int:
        return os.lseek(self._descriptor, offset, whence)

    def writable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def close(self) -> None:
        if not self.closed:
            super().close()
            os.close(self._descriptor)


@contextmanager
def _stream(descriptor: int) -> Iterator[BinaryIO]:
    raw = _Descriptor(descriptor)
    stream = io.BufferedWriter(raw, CHUNK)
    try:
        yield cast("BinaryIO", stream)
        stream.flush()
    finally:
        # Closing the raw file first throws away what could not be written, instead of trying once more.
        raw.close()
        with suppress(ValueError):
            stream.close()


def _mode_of(target: Path) -> int | None:
    """Return the mode of the file that will be replaced, or None for a new one."""
    if not target.exists():
        return None
    mode = target.stat().st_mode
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
    if not stat.S_ISREG(mode) or not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))
    return stat.S_IMODE(mode)


def _create(target: Path) -> tuple[Path, int]:
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    while True:
        # The start of the name is enough: with all of it the temporary name could be too long for the file system.
        temporary = target.with_name(f".{target.name[:40]}.tmp-{os.getpid()}-{next(_numbers)}")
        with suppress(FileExistsError):
            return temporary, os.open(temporary, flags, 0o666)


def _sync_folder(folder: Path) -> None:
    """Make the new name last through a power cut, where the system can; the file itself is safe already."""
    if os.name != "posix":
        return
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _output_error(path: Path, error: OSError) -> OutputError:
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            reason = tr("there is no room left")
            remedy = tr("Free some space, or save to another place. What was there before is unchanged.")
        case errno.EACCES | errno.EPERM | errno.EROFS:
            reason = tr("it is protected, or open in another program")
            remedy = tr("Close it there, ask for permission, or save to another place.")
        case errno.ENOENT | errno.ENOTDIR:
            reason = tr("there is no such folder")
            remedy = tr("Make the folder “{folder}” first, or save to another place.", folder=path.parent)
        case errno.EISDIR:
            reason = tr("there is a folder of that name")
            remedy = tr("Choose another name.")
        case _:
            reason = system_reason(error)
            remedy = tr("Save to another place. What was there before is unchanged.")
    return OutputError(tr("{path} cannot be written: {reason}.", path=path, reason=reason), remedy)
