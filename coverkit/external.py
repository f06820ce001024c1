"""Programs that help where they are installed: where they lie, and how they are run without a window of their own."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TypedDict

_NO_WINDOW = 0x0800_0000
"""CREATE_NO_WINDOW: a program of the console that is run by one without would open a black window."""


class Quietly(TypedDict, total=False):
    """What `subprocess` is told, besides the command."""

    creationflags: int


def quietly() -> Quietly:
    """Return what keeps a program's console window away."""
    return Quietly(creationflags=_NO_WINDOW) if sys.platform == "win32" else Quietly()


def find_program(names: Sequence[str], on_windows: Sequence[str] = ()) -> str | None:
    """Return the path of the first program that is there, None for none.

    Args:
        names: as on the search path.
        on_windows: patterns below the folders of installed programs, which are rarely on the search path; of several
            versions the last by name is taken.
    """
    found = next((path for name in names if (path := shutil.which(name)) is not None), None)
    return found or (_installed(on_windows) if sys.platform == "win32" else None)


def _installed(patterns: Sequence[str]) -> str | None:
    homes = (os.environ.get(name) for name in ("ProgramW6432", "ProgramFiles", "ProgramFiles(x86)"))
    below = os.environ.get("LOCALAPPDATA")
    roots = [*dict.fromkeys(Path(home) for home in homes if home), *([Path(below) / "Programs"] if below else [])]
    for pattern in patterns:
        for root in roots:
            if files := sorted(root.glob(pattern)):
                return str(files[-1])
    return None
