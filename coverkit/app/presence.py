"""A lock file that says which program uses a folder. The system lets go of it when the program ends, however it ends."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path

_NO_LOCKS = frozenset({errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EINVAL, errno.ENOSYS})
"""What file systems say that know no locks; then the process number in the file has to do."""


class Presence:
    """Holds a lock file until `leave`, or until the program ends."""

    def __init__(self, path: Path) -> None:
        """Take the lock.

        Raises:
            OSError: it cannot be made, or another program holds it.
        """
        self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            os.write(self._descriptor, str(os.getpid()).encode())
            _lock(self._descriptor)
        except OSError:
            os.close(self._descriptor)
            raise

    def leave(self) -> None:
        """Let go of the lock."""
        with suppress(OSError):
            os.close(self._descriptor)


def is_held(path: Path) -> bool:
    """Tell whether a program that lives, this one included, holds a lock file."""
    try:
        descriptor = os.open(path, os.O_RDWR)
    except FileNotFoundError:
        return False
    except OSError:
        return True
    try:
        return not _lock(descriptor) and _lives(os.read(descriptor, 20))
    except OSError:
        return True
    finally:
        os.close(descriptor)


if sys.platform == "win32":

    def _lock(descriptor: int) -> bool:
        """Lock a byte far behind the number; Windows forbids others to read what is locked.

        Raises:
            BlockingIOError: another holds it.
        """
        import msvcrt

        os.lseek(descriptor, 1 << 20, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            raise BlockingIOError(errno.EAGAIN, error.strerror) from error
        os.lseek(descriptor, 0, os.SEEK_SET)
        return True

else:

    def _lock(descriptor: int) -> bool:
        """Lock a file; return False where the file system knows no locks.

        Raises:
            BlockingIOError: another holds it.
        """
        import fcntl

        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno in _NO_LOCKS:
                return False
            raise
        return True


def _lives(number: bytes) -> bool:
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return False
    except (ValueError, OverflowError):
        return False
    except OSError:
        return True
    return True
