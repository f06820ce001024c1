"""Files that appear whole or not at all. Knows nothing of what is written; used by saving and by every export."""

from __future__ import annotations

import errno
import io
import itertools
import os
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from coverkit.errors import OutputError
from coverkit.i18n import system_reason, tr
from coverkit.model.storage.patience import put_in_place

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
    staged = _Staged(path)
    try:
        with _telling(path):
            with staged.stream() as stream:
                yield stream
            staged.take_place()
    finally:
        staged.discard()


def write_together(files: Sequence[tuple[Path, bytes]], still_wanted: Callable[[], None]) -> None:
    """Write files that belong together: the content of all lies on the disk before the first takes its place.

    A full disk, a pulled stick, or what `still_wanted` raises leaves every older file as it was. Only places are taken after
    that, one after the other, which no system does for several files at once: the files have to name one another, so that
    whoever reads them sees where a program died in between.

    Args:
        files: where to and what, in the order in which they take their places. The one that others may hold open comes first:
            where it cannot be replaced, none is.
        still_wanted: is called before the first place is taken.

    Raises:
        OutputError: as `atomic_write`.
    """
    staged = [_Staged(path) for path, _ in files]
    try:
        for one, (path, data) in zip(staged, files, strict=True):
            with _telling(path), one.stream() as stream:
                stream.write(data)
        still_wanted()
        for one, (path, _) in zip(staged, files, strict=True):
            with _telling(path):
                one.take_place()
    finally:
        for one in staged:
            one.discard()


class _Staged:
    """A file that is written under a name of its own, beside the place that it takes when it is whole."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._target = path
        self._temporary: Path | None = None

    @contextmanager
    def stream(self) -> Iterator[BinaryIO]:
        """Give the stream to write to; when the block ends well, all of it lies on the disk."""
        self._target = Path(os.path.realpath(self._path))
        mode = _mode_of(self._target)
        self._temporary, descriptor = _create(self._target)
        with _stream(descriptor) as stream:
            yield stream
            stream.flush()
            os.fsync(descriptor)
        if mode is not None:
            self._temporary.chmod(mode)

    def take_place(self) -> None:
        """Become the file."""
        assert self._temporary is not None
        put_in_place(self._temporary, self._target)
        self._temporary = None
        _sync_folder(self._target.parent)

    def discard(self) -> None:
        """Leave nothing behind that did not become the file."""
        if self._temporary is not None:
            with suppress(OSError):
                self._temporary.unlink(missing_ok=True)


@contextmanager
def _telling(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise _output_error(path, error) from error


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
