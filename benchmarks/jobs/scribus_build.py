"""Peer: Scribus builds its document of the page. Runs inside Scribus, before anything is timed.

Arguments: the page in JSON, and the .sla to write.
"""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path
from typing import Any

scribus: Any = importlib.import_module("scribus")


def build(page: dict[str, Any], out: str) -> None:
    """Make the document; the bleed's offsets are the document's own."""
    size, bleed = (page["width"], page["height"]), page["bleed"]
    millimetres = scribus.UNIT_MILLIMETERS
    scribus.newDocument(size, (0, 0, 0, 0), scribus.PORTRAIT, 1, millimetres, scribus.PAGE_1, 0, 1)
    scribus.setUnit(millimetres)
    scribus.setBleeds(bleed, bleed, bleed, bleed)
    banner = _import_banner(page["banner"])
    _photograph(page["photograph"])
    for index, fade in enumerate(page["fades"]):
        _fade(fade, f"fade{index}")
    _place_banner(banner, page["banner"])
    for index, rule in enumerate(page["rules"]):
        line = scribus.createLine(rule["x0"], rule["y0"], rule["x1"], rule["y1"], f"rule{index}")
        scribus.setLineWidth(rule["width"], line)
        scribus.setLineColor(_colour(rule["ink"]), line)
    for index, text in enumerate(page["texts"][0]):
        _text(text, f"text{index}")
    scribus.saveDocAs(out)


def _photograph(photograph: dict[str, Any]) -> None:
    left, top, width, height = photograph["box"]
    frame = scribus.createImage(left, top, width, height, "photograph")
    scribus.loadImage(photograph["rgb"], frame)
    crop_left, crop_top, crop_right, _ = photograph["crop"]
    shown = (crop_right - crop_left) * photograph["pixels"][0]
    scale = width / 25.4 * photograph["ppi"] / shown
    points = 72 / photograph["ppi"] * scale
    scribus.setScaleImageToFrame(False, False, frame)
    scribus.setImageScale(scale, scale, frame)
    scribus.setImageOffset(-crop_left * photograph["pixels"][0] * points, -crop_top * photograph["pixels"][1] * points, frame)


def _import_banner(banner: dict[str, Any]) -> str:
    """Import the PDF as vectors. Without a window Scribus puts a page of its own before ours: the art moves, the page goes."""
    before = set(scribus.getAllObjects())
    scribus.placeVectorFile(banner["pdf"], 0, 0)
    group: str = next(name for name in scribus.getAllObjects() if name not in before)
    while scribus.pageCount() > 1:
        scribus.gotoPage(scribus.pageCount())
        scribus.moveObjectAbs(0, 0, group)
        scribus.deletePage(1)
    return group


def _place_banner(group: str, banner: dict[str, Any]) -> None:
    """Scale the art and place it over the photograph. The import does not clip the art, so that some of it stands out."""
    left, top, width, height = banner["box"]
    scribus.scaleGroup(width / banner["width"], group)
    size = scribus.getSize(group)
    scribus.moveObjectAbs(left, top + (height - size[1]) / 2, group)
    scribus.deselectAll()
    scribus.selectObject(group)
    scribus.moveSelectionToFront()


def _fade(fade: dict[str, Any], name: str) -> None:
    """Draw a fade as a gradient of opacity, as a designer would."""
    frame, ink = scribus.createRect(*fade["box"], name), _colour(fade["ink"])
    scribus.setLineColor("None", frame)
    scribus.setGradientFill(scribus.FILL_VERTICALG, ink, 100, ink, 100, frame)
    scribus.setGradientStop(ink, 100, fade["top"], 0.0, frame)
    scribus.setGradientStop(ink, 100, fade["foot"], 1.0, frame)


def _text(text: dict[str, Any], name: str) -> None:
    top = text["y"] - text["ascent"] * text["size"] / 72 * 25.4
    frame = scribus.createText(text["x"], top, text["width"] * 1.2 + 10, text["size"], name)
    scribus.setText(text["text"], frame)
    scribus.setFont(f"{text['family']} {text['style']}", frame)
    scribus.setFontSize(text["size"], frame)
    scribus.setTextColor(_colour(text["ink"]), frame)
    scribus.setFirstLineOffset(scribus.FLOP_FONTASCENT, frame)


def _colour(ink: list[float]) -> str:
    name = "ink " + " ".join(f"{share:g}" for share in ink)
    if name not in scribus.getColorNames():
        scribus.defineColorCMYKFloat(name, *(share * 100 for share in ink))
    return name


if __name__ == "__main__":
    build(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")), sys.argv[2])
