"""Whether a window can be opened here at all. Loads Qt only to try it, so that what is missing is said instead of a crash."""

from __future__ import annotations

import ctypes
import os
import sys

from coverkit.errors import MissingError
from coverkit.i18n import tr

_ON_XCB = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""Libraries that Qt's plugin for X11 loads, and the Debian packages that hold them; Qt itself aborts without them."""
_ALWAYS = "libegl1 libgl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libxkbcommon0"


def require_window() -> None:
    """Make sure that a window can be opened.

    Raises:
        MissingError: Qt, one of its system libraries or a display is missing; the remedy says what to install or do.
    """
    if sys.platform.startswith("linux") and not os.environ.get("QT_QPA_PLATFORM"):
        _require_display()
    try:
        import PySide6.QtWidgets  # noqa: F401 - only tried
    except ImportError as error:
        if isinstance(error, ModuleNotFoundError):
            raise MissingError(
                tr("The window needs PySide6, which is not installed."), tr("Install CoverKit again, with all it depends on.")
            ) from error
        raise MissingError(
            tr("The window needs a system library that is missing: {reason}.", reason=error),
            _install(_ALWAYS),
        ) from error


def _require_display() -> None:
    if os.environ.get("WAYLAND_DISPLAY"):
        return
    if not os.environ.get("DISPLAY"):
        raise MissingError(
            tr("There is no screen to open the window on (neither DISPLAY nor WAYLAND_DISPLAY is set)."),
            tr("Start it on the desktop, or use the command line: coverkit --help."),
        )
    missing = [package for library, package in _ON_XCB.items() if not _loads(library)]
    if missing:
        raise MissingError(tr("The window needs system libraries that are missing."), _install(" ".join(missing)))


def _install(packages: str) -> str:
    return tr("On Debian or Ubuntu: sudo apt-get install {packages}", packages=packages)


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
