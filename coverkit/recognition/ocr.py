"""Read text off pixels with Tesseract, where that program and its Vietnamese data are installed."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from functools import cache

import cv2

from coverkit.external import find_program, quietly
from coverkit.geometry import Rect
from coverkit.recognition.lines import Piece
from coverkit.recognition.reference import Pixels

LANGUAGE = "vie"
DPI = 300.0
"""Resolution that Tesseract reads best; small type needs it."""

_SECONDS = 90
_CONFIDENT = 30.0
"""Percent, by the program's own word; below it pictures pass for letters."""

_COLUMNS = ("level", "page", "block", "paragraph", "line", "word", "left", "top", "width", "height", "confidence", "text")


@cache
def program() -> str | None:
    """Return the program that reads Vietnamese, None where there is none. Looked for once."""
    found = find_program(("tesseract",), ("Tesseract-OCR/tesseract.exe",))
    if found is None:
        return None
    try:
        listed = subprocess.run([found, "--list-langs"], capture_output=True, timeout=20, check=False, **quietly())
    except (OSError, subprocess.SubprocessError):
        return None
    # The folder that it names may hold letters of any code page.
    return found if LANGUAGE.encode() in listed.stdout.split() else None


def read(image: Pixels, px_per_mm: float) -> tuple[Piece, ...] | None:
    """Return the words on a picture, line by line, with their places in mm from its top left.

    Args:
        image: height × width × 3, sRGB.
        px_per_mm: its resolution; it is enlarged or reduced to what is read best.

    Returns:
        What was read; None where the program is missing or failed.
    """
    tool = program()
    if tool is None:
        return None
    scale = DPI / 25.4 / px_per_mm
    grey = cv2.cvtColor(image, cv2.COLOR_RGB2GRAY)
    sized = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC)
    _, data = cv2.imencode(".png", sized)
    order = [tool, "stdin", "stdout", "-l", LANGUAGE, "--psm", "11", "--dpi", str(round(DPI)), "tsv"]
    try:
        done = subprocess.run(order, input=data.tobytes(), capture_output=True, timeout=_SECONDS, check=False, **quietly())
    except (OSError, subprocess.SubprocessError):
        return None
    if done.returncode != 0:
        return None
    return tuple(_lines(done.stdout.decode("utf-8", "replace"), px_per_mm * scale))


def _lines(table: str, px_per_mm: float) -> Iterator[Piece]:
    """Yield one piece for each line of Tesseract's table."""
    words: dict[tuple[str, ...], list[tuple[str, Rect]]] = {}
    for row in table.splitlines()[1:]:
        cells = dict(zip(_COLUMNS, row.split("\t"), strict=False))
        if len(cells) < len(_COLUMNS) or not cells["text"].strip() or float(cells["confidence"]) < _CONFIDENT:
            continue
        left, top, width, height = (float(cells[name]) / px_per_mm for name in ("left", "top", "width", "height"))
        key = (cells["block"], cells["paragraph"], cells["line"])
        words.setdefault(key, []).append((cells["text"], Rect(left, top, width, height)))
    for line in words.values():
        box = line[0][1]
        for _, other in line[1:]:
            box = box.union(other)
        yield Piece(" ".join(text for text, _ in line), box, 0.0, recognised=True)
