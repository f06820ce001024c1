"""Take pictures of the real windows, in Vietnamese, for the README and the guide: `python -m tools.screenshots`.

Nothing is arranged for the picture but what a person would do: covers are saved and opened, designs chosen, files exported.
They go to `docs/images/window-*.jpg`.
"""

from __future__ import annotations

import io
import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PIL import Image
from PySide6.QtCore import QBuffer, QDate
from PySide6.QtWidgets import QDialog, QWidget

from coverkit.app import covers, sample
from coverkit.app.project import Project
from coverkit.app.units import save_unit
from coverkit.gui.desk import Desk, OpenCover
from coverkit.gui.export.dialog import ExportDialog
from coverkit.gui.launch import open_desk
from coverkit.gui.review.file_window import FileWindow
from coverkit.gui.windows.cover_window import CoverWindow
from coverkit.gui.windows.start_window import StartWindow
from coverkit.model import edits
from coverkit.model.document import Document
from coverkit.model.edits import Edited
from coverkit.model.locks import Permissions

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "images"
_WIDTH, _HEIGHT, _QUALITY = 1280, 800, 92
_PATIENCE = 60.0
_RECENT = (("cao-nguyen", "10"), ("le-hoi", "9"), ("toi-gian", "8"), ("hai-mau", "7"))
_LONG = "Mùa xanh trên cao nguyên M’Nông và những người giữ lửa nghề trồng cà phê. "


@dataclass(frozen=True, slots=True)
class Studio:
    """Where pictures are taken: the desk, a folder for covers, and what makes the window live on."""

    desk: Desk
    folder: Path
    live: Callable[[], None]

    def until(self, so: Callable[[], bool]) -> None:
        """Let the windows live until something is so."""
        end = time.monotonic() + _PATIENCE
        while not so():
            if time.monotonic() > end:
                raise SystemExit("a window never came to where its picture is taken")
            self.live()
            time.sleep(0.005)

    def rest(self, seconds: float = 0.5) -> None:
        """Let the windows live for a while."""
        end = time.monotonic() + seconds
        self.until(lambda: time.monotonic() > end)

    def shoot(self, widget: QWidget, name: str) -> None:
        """Take a picture of a window."""
        path = FOLDER / f"window-{name}.jpg"
        path.write_bytes(_small(widget))
        print(path.relative_to(FOLDER.parent.parent))


def main() -> int:
    """Take every picture."""
    with tempfile.TemporaryDirectory() as own:
        os.environ["COVERKIT_CONFIG"] = str(Path(own) / "own")
        # Paths in the pictures are those of nobody's computer.
        os.chdir(own)
        folder = Path("Bản tin")
        folder.mkdir()
        save_unit(sample.unit())
        application, desk = open_desk()
        desk.ask_unsaved = lambda parent, name: "discard"
        desk.speak("vi")
        desk.wear("light")
        studio = Studio(desk, folder, application.processEvents)
        studio.rest(0.2)
        FOLDER.mkdir(parents=True, exist_ok=True)
        _start_pages(studio)
        _cover_windows(studio)
        for window in list(desk.windows):
            window.close()
        studio.live()
    return 0


def _start_pages(studio: Studio) -> None:
    for design, number in reversed(_RECENT):
        path = studio.folder / f"khuyen-nong-so-{number}.cover"
        covers.save(covers.change_cover(sample.sample_project(design), covers.Changes(number=number)), path)
        studio.desk.settings.remember(path)
    start = studio.desk.show_start()
    start.resize(_WIDTH, _HEIGHT)
    _settle(studio, start)
    studio.shoot(start, "start")
    start.show_new()
    page = start.new
    assert page is not None
    page.issue.date.setDate(QDate(sample.ISSUE_DATE.year, sample.ISSUE_DATE.month, sample.ISSUE_DATE.day))
    page.issue.number.setText("10")
    page.designs.choose("le-hoi")
    for slot in ("headline", "subhead"):
        page.content.put(slot, sample.TEXTS[slot])
    well = page.content.well("hero")
    assert well is not None
    well.set_path(sample.sample_folder() / "nui-hoang-hon.jpg")
    _settle(studio, start)
    studio.shoot(start, "new")
    start.close()


def _cover_windows(studio: Studio) -> None:
    path = studio.folder / "khuyen-nong-so-10.cover"
    opened = _opened(studio, Project.open(path), path)
    opened.editor.select(["banner"])
    studio.rest(1.0)
    studio.shoot(opened.window, "cover")
    _findings(studio, opened)
    pdf = _exported(studio, opened)
    _checked_file(studio, pdf)
    _dark(studio, opened)


def _findings(studio: Studio, opened: OpenCover) -> None:
    opened.editor.perform(partial(_too_long))
    studio.until(lambda: opened.editor.findings is not None)
    window = opened.window
    assert isinstance(window, CoverWindow)
    window.actions_["check.next"].trigger()
    studio.rest(1.0)
    studio.shoot(window, "checks")
    opened.editor.undo()
    studio.until(lambda: opened.editor.findings is not None)


def _exported(studio: Studio, opened: OpenCover) -> Path:
    window = opened.window
    assert isinstance(window, CoverWindow)
    window.actions_["file.export"].trigger()
    dialog = window.findChild(ExportDialog)
    assert isinstance(dialog, QDialog)
    studio.rest(0.5)
    out = dialog.setup.out
    dialog.start()
    studio.until(lambda: dialog.pages.currentWidget() is dialog.made)
    studio.rest(0.5)
    studio.shoot(dialog, "export")
    dialog.close()
    return out


def _checked_file(studio: Studio, pdf: Path) -> None:
    studio.desk.open_files([pdf])
    window = next(one for one in studio.desk.windows if isinstance(one, FileWindow))
    window.resize(_WIDTH, _HEIGHT)
    studio.until(lambda: window.examination.examined is not None)
    studio.until(lambda: not window.examination.worker.busy)
    studio.rest(1.0)
    studio.shoot(window, "file")
    window.close()


def _dark(studio: Studio, opened: OpenCover) -> None:
    before = opened.window
    studio.desk.wear("dark")
    studio.until(lambda: opened.window is not before)
    studio.until(lambda: opened.editor.findings is not None)
    opened.editor.select(["headline"])
    studio.rest(1.5)
    studio.shoot(opened.window, "dark")
    studio.desk.wear("light")
    studio.rest(0.5)


def _opened(studio: Studio, project: Project, path: Path) -> OpenCover:
    opened = studio.desk.open_cover(project, path)
    opened.window.resize(_WIDTH, _HEIGHT)
    studio.until(lambda: opened.editor.findings is not None)
    studio.rest(1.0)
    return opened


def _settle(studio: Studio, start: StartWindow) -> None:
    studio.until(lambda: start.new is not None)
    studio.rest(1.0)
    studio.until(lambda: not start.worker.busy)
    studio.rest(0.3)


def _too_long(document: Document, permissions: Permissions) -> Edited:
    return edits.set_values(document, "headline", {"text": (_LONG * 3).strip()}, permissions)


def _small(widget: QWidget) -> bytes:
    """Return a window's pixels as a JPEG: letters stay sharp at this quality, photographs smooth, files small."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    widget.grab().save(buffer, "PNG")
    made = io.BytesIO()
    with Image.open(io.BytesIO(bytes(buffer.data().data()))) as picture:
        picture.convert("RGB").save(made, "JPEG", quality=_QUALITY, subsampling="4:4:4", optimize=True)
    return made.getvalue()


if __name__ == "__main__":
    sys.exit(main())
