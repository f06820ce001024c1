"""Rename where virus scanners, indexers and viewers hold files for moments: Windows refuses, and a little later not."""

from __future__ import annotations

import sys
import time
from pathlib import Path

WAITS = (0.02, 0.05, 0.1, 0.2, 0.4, 0.8)
"""Seconds between attempts; together a little longer than a scanner looks at a new file."""


def put_in_place(source: Path, target: Path) -> None:
    """Rename a file or a folder; a file that is there is replaced.

    Raises:
        OSError: it cannot be done, nor a moment later where that may help.
    """
    for wait in WAITS if sys.platform == "win32" else ():
        try:
            source.replace(target)
        except PermissionError:
            time.sleep(wait)
        else:
            return
    source.replace(target)
