"""Make the press pictures of a cover while other work goes on. Decoding, ICC and deflating release the interpreter's lock."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from coverkit.app.project import Project
from coverkit.errors import CoverKitError
from coverkit.layout.cover import Cover
from coverkit.scene.operations import Picture


@contextmanager
def press_pictures_ahead(project: Project, cover: Cover) -> Iterator[None]:
    """Start on the pictures of the press file in the background, and have them ready when the block ends.

    What is wrong with a picture is not told here: the painter asks for it again and tells it.
    """
    worker = threading.Thread(target=_make, args=(project, cover), name="press pictures")
    worker.start()
    try:
        yield
    finally:
        worker.join()


def _make(project: Project, cover: Cover) -> None:
    project.condition.deflated()
    for operation in cover.scene.operations:
        if isinstance(operation, Picture):
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
