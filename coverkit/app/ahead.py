"""Make the pictures of a cover while other work goes on. Decoding, ICC and deflating release the interpreter's lock."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from weakref import WeakKeyDictionary

from coverkit.app.project import Project
from coverkit.colour.pictures import PictureStore
from coverkit.errors import CoverKitError
from coverkit.layout.cover import Cover
from coverkit.scene.operations import Picture

_made: WeakKeyDictionary[PictureStore, frozenset[Picture]] = WeakKeyDictionary()
"""What was made last from each store; a thread that only finds everything made costs 3 ms."""


def open_ahead(path: Path, px_per_mm: float) -> Project:
    """Open a `.cover` file to be shown: its pictures are decoded for the screen while the window is being built.

    Raises:
        InputError: as `Project.open`, or it cannot be composed.
        MissingError: a font or a picture is missing.
    """
    project = Project.open(path)
    pictures = [one for one in project.compose().scene.operations if isinstance(one, Picture)]
    project.pictures.decode_ahead(pictures, project.condition, px_per_mm)
    return project


@contextmanager
def pictures_ahead(project: Project, cover: Cover, plates_dpi: float) -> Iterator[None]:
    """Start on the pictures of the plates, then of the press file, in the background; they are ready when the block ends.

    What is wrong with a picture is not told here: the painter asks for it again and tells it.

    Args:
        project: whose pictures they are.
        cover: the cover, composed.
        plates_dpi: the resolution at which its ink will be measured.
    """
    wanted = [one for one in cover.scene.operations if isinstance(one, Picture)]
    if _made.get(project.press_pictures, frozenset()).issuperset(wanted):
        yield
        return
    worker = threading.Thread(target=_make, args=(project, cover, wanted, plates_dpi), name="pictures")
    worker.start()
    try:
        yield
    finally:
        worker.join()


def _make(project: Project, cover: Cover, wanted: list[Picture], plates_dpi: float) -> None:
    limit = cover.printer.ink_limit / 100
    try:
        for operation in wanted:
            project.pictures.proxy(operation, project.condition, plates_dpi / 25.4, ink_limit=limit)
        for operation in wanted:
            made = project.press_pictures.realise(
                operation, project.condition, max_ppi=cover.printer.picture_ppi, ink_limit=limit
            )
            made.encoded()
    except CoverKitError:
        return
    _made[project.press_pictures] = frozenset(wanted)
