"""The program `coverkit`: without arguments, or with files to open, the window; else the command line."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from pathlib import Path

OPENED = frozenset({".cover", ".pdf", ".campaign", ".png", ".jpg", ".jpeg", ".tif", ".tiff"})
"""Endings of files that the window opens when they are dropped on the program's icon or opened from a file manager."""

_ERROR_SIGN = 0x10


def entry() -> None:
    """Run the program."""
    arguments = sys.argv[1:]
    if opens_window(arguments):
        sys.exit(_window([Path(name) for name in arguments]))
    from coverkit.cli.main import entry as command_line

    command_line()


def begin_window() -> None:
    """Get ready to open a window.

    Raises:
        MissingError: Qt, one of its libraries or a screen is missing.
    """
    from coverkit import i18n
    from coverkit.gui.readiness import require_window

    i18n.activate(i18n.system_language())
    # What is loaded at the start stays; looking through it for garbage would take a tenth of the start.
    gc.disable()
    require_window()


def _window(paths: Sequence[Path]) -> int:
    from coverkit.errors import MissingError

    try:
        begin_window()
    except MissingError as error:
        _tell(error.message, error.remedy)
        return error.exit_code
    from coverkit.gui.launch import run

    return run(paths)


def window_entry() -> None:
    """Run the program without a console, as Windows starts it from an icon: the window, whatever it is given."""
    sys.exit(_window([Path(name) for name in sys.argv[1:]]))


def _tell(message: str, remedy: str) -> None:
    """Say why there is no window: where there is a terminal there, else in the system's own message box."""
    # Without a console, Windows gives no standard error.
    if sys.stderr is not None:
        sys.stderr.write(f"{message}\n{remedy}\n")
    elif sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.MessageBoxW(None, f"{message}\n\n{remedy}", "CoverKit", _ERROR_SIGN)


def opens_window(arguments: Sequence[str]) -> bool:
    """Tell whether these arguments are for the window: none, or nothing but files that it opens."""
    return all(Path(name).suffix.lower() in OPENED and Path(name).is_file() for name in arguments)
