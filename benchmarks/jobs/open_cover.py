"""Open a heavy cover: `coverkit FILE` in a running program until its page is painted, `pillow FILE` its pictures alone.

Writes the seconds as JSON on standard output.
"""

from __future__ import annotations

import io
import json
import os
import sys
import tempfile
import time
import zipfile
from pathlib import Path

if not os.environ.get("DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_PATIENCE = 60.0
_QUIET = 1.0
"""Seconds that the start page stands at least."""
_SCREEN = 800
"""Px of the pictures' longer side on the screen."""


def coverkit(file: Path) -> float:
    """Open the file as a person does, with the start page standing; return the seconds until its page is on the screen."""
    from coverkit.gui.desk import Desk
    from coverkit.gui.launch import dress, new_application
    from coverkit.gui.settings import Settings
    from coverkit.gui.windows.cover_window import CoverWindow

    application = new_application()
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(Path(folder) / "window.ini")
        dress(application, settings)
        desk = Desk(application, settings)
        page = desk.show_start()
        # A person who opens a file has seen the start page: its own pictures are there.
        quiet = time.perf_counter() + _QUIET
        while page.worker.busy or time.perf_counter() < quiet:
            application.processEvents()
            time.sleep(0.005)
        start = time.perf_counter()
        desk.open_file(file)
        window = desk.windows[-1]
        assert isinstance(window, CoverWindow)
        while not window.canvas.bitmaps.is_current and time.perf_counter() - start < _PATIENCE:
            application.processEvents()
            time.sleep(0.001)
        window.canvas.repaint()
        return time.perf_counter() - start


def pillow(file: Path) -> float:
    """Read every picture in the file and decode it at the size of a screen, one after the other."""
    from PIL import Image

    start = time.perf_counter()
    with zipfile.ZipFile(file) as archive:
        for name in archive.namelist():
            if name.startswith("assets/"):
                with Image.open(io.BytesIO(archive.read(name))) as picture:
                    picture.draft("RGB", (_SCREEN, _SCREEN))
                    picture.load()
    return time.perf_counter() - start


if __name__ == "__main__":
    found = {"coverkit": coverkit, "pillow": pillow}[sys.argv[1]](Path(sys.argv[2]))
    sys.stdout.write(json.dumps(found))
    sys.stdout.flush()
    os._exit(0)
