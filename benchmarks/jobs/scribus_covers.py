"""Peer: Scribus opens its document, sets the words of each cover, exports PDF/X-4. Runs inside Scribus.

Arguments: the page in JSON, the .sla, the PDF to write, how many, and `jpeg` or `flate`.
"""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path
from typing import Any

scribus: Any = importlib.import_module("scribus")

_X4, _PRESS = 10, 1
_METHODS = {"jpeg": 1, "flate": 2}
_BEST = 0


def run(page: dict[str, Any], document: str, out: Path, count: int, method: str) -> None:
    """Export covers, each into its own file."""
    scribus.openDoc(document)
    for number in range(count):
        _set_words(page["texts"][0], page["texts"][number])
        _export(page, out.with_name(f"{out.stem}-{number}{out.suffix}") if number else out, method)


def _set_words(first: list[dict[str, Any]], wanted: list[dict[str, Any]]) -> None:
    """Set the words, and their type again, which new words lose; a headline of other length keeps its place here."""
    lines = {slot: [one["text"] for one in wanted if one["slot"] == slot] for slot in {one["slot"] for one in wanted}}
    for index, text in enumerate(first):
        left, frame = lines.get(text["slot"], []), f"text{index}"
        scribus.setText(left.pop(0) if left else " ", frame)
        scribus.setFont(f"{text['family']} {text['style']}", frame)
        scribus.setFontSize(text["size"], frame)
        scribus.setTextColor("ink " + " ".join(f"{share:g}" for share in text["ink"]), frame)


def _export(page: dict[str, Any], path: Path, method: str) -> None:
    pdf = scribus.PDFfile()
    pdf.file = str(path)
    pdf.version = _X4
    pdf.outdst = _PRESS
    pdf.compress = 1
    pdf.compressmtd = _METHODS[method]
    pdf.quality = _BEST
    pdf.useDocBleeds = True
    pdf.bleedl = pdf.bleedr = pdf.bleedt = pdf.bleedb = page["bleed"]
    pdf.cropMarks = True
    pdf.registrationMarks = True
    pdf.colorMarks = True
    pdf.markOffset = 1
    pdf.fontEmbedding = 0
    pdf.info = "Cover"
    pdf.save()


if __name__ == "__main__":
    run(
        json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")),
        sys.argv[2],
        Path(sys.argv[3]),
        int(sys.argv[4]),
        sys.argv[5],
    )
