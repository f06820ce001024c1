"""Make the press pictures of a cover while other work goes on. Decoding, ICC and deflating release the interpreter's lock."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from weakref import WeakKeyDictionary

from coverkit.app.project import Project
from coverkit.colour.pictures import PictureStore
from coverkit.errors import CoverKitError
from coverkit.layout.cover import Cover
from coverkit.scene.operations import Picture

_made: WeakKeyDictionary[PictureStore, frozenset[Picture]] = WeakKeyDictionary()
"""What was made last from each store; a thread that only finds everything made costs 3 ms."""


@contextmanager
def press_pictures_ahead(project: Project, cover: Cover) -> Iterator[None]:
    """Start on the pictures of the press file in the background, and have them ready when the block ends.

    What is wrong with a picture is not told here: the painter asks for it again and tells it.
    """
    wanted = [one for one in cover.scene.operations if isinstance(one, Picture)]
    if _made.get(project.press_pictures, frozenset()).issuperset(wanted):
        yield
        return
    worker = threading.Thread(target=_make, args=(project, cover, wanted), name="press pictures")
    worker.start()
    try:
        yield
    finally:
        worker.join()


def _make(project: Project, cover: Cover, wanted: list[Picture]) -> None:
    project.condition.deflated()
    for operation in wanted:
        try:
            made = project.press_pictures.realise(
                operation,
                project.condition,
                max_ppi=cover.printer.picture_ppi,
                ink_limit=cover.printer.ink_limit / 100,
            )
            made.encoded()
        except CoverKitError:
            return
    _made[project.press_pictures] = frozenset(wanted)
