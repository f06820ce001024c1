"""CoverKit: the editor's cycle. A letter more of the headline is typed, the cover composed, painted and rasterised at 144 dpi.

Writes the milliseconds of each edit as JSON on standard output.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from benchmarks.covers import HEADLINES
from coverkit.app.project import Project
from coverkit.app.session import Edit, Session
from coverkit.model.edits import set_values
from coverkit.render.preview import preview

DPI = 144.0
_WARM_UP = 5
_FIRST = 6
"""Letters there before the typing starts."""


def run(source: Path, edits: int) -> list[float]:
    """Return the time of each edit in ms, after some that are not counted."""
    session = Session(Project.open(source))
    found = []
    for text in _typed(edits + _WARM_UP):
        start = time.perf_counter()
        session.apply(_headline(text))
        cover = session.project.compose()
        bitmap = preview(cover.scene, session.project.resources(), DPI, ink_limit=cover.printer.ink_limit / 100)
        found.append((time.perf_counter() - start) * 1000)
        assert bitmap.width > 0
    return found[_WARM_UP:]


def _headline(text: str) -> Edit:
    return lambda document, permissions: set_values(document, "headline", {"text": text}, permissions)


def _typed(count: int) -> list[str]:
    """Return what the headline is after each key: one headline after another, letter by letter."""
    texts = [headline[:end] for headline in HEADLINES for end in range(_FIRST, len(headline) + 1)]
    return [texts[index % len(texts)] for index in range(count)]


if __name__ == "__main__":
    sys.stdout.write(json.dumps(run(Path(sys.argv[1]), int(sys.argv[2]))))
