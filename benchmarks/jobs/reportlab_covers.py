"""Peer: plain reportlab drawing the same page: the finished CMYK picture, outlines, rules, text, crop marks."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from benchmarks.page import Page, read

_MM = 72 / 25.4
_MARGIN, _MARK = 12.0, 5.0


def run(page: Page, out: Path, count: int) -> None:
    """Draw covers, each into its own file; what they share is read once."""
    rl_config.useA85 = 0
    for font in {text["font"] for text in page["texts"][0]}:
        pdfmetrics.registerFont(TTFont(Path(font).stem, font))
    banner = json.loads(Path(page["banner"]["outlines"]).read_text(encoding="utf-8"))
    photograph = ImageReader(page["photograph"]["cmyk"])
    for number in range(count):
        path = out.with_stem(f"{out.stem}-{number}") if number else out
        _draw(page, number, banner, photograph, path)


def _draw(page: Page, number: int, banner: dict[str, Any], photograph: ImageReader, path: Path) -> None:
    edge = page["bleed"] + _MARGIN
    size = ((page["width"] + 2 * edge) * _MM, (page["height"] + 2 * edge) * _MM)
    trim = (edge * _MM, edge * _MM, size[0] - edge * _MM, size[1] - edge * _MM)
    bleed = tuple(one + sign * page["bleed"] * _MM for one, sign in zip(trim, (-1, -1, 1, 1), strict=True))
    canvas: Any = Canvas(str(path), size, pageCompression=1, pdfVersion=(1, 6), trimBox=trim, bleedBox=bleed)
    canvas.translate(edge * _MM, (edge + page["height"]) * _MM)
    left, top, width, height = page["photograph"]["box"]
    canvas.drawImage(photograph, left * _MM, -(top + height) * _MM, width * _MM, height * _MM)
    _draw_banner(canvas, page, banner)
    for rule in page["rules"]:
        canvas.setStrokeColorCMYK(*rule["ink"])
        canvas.setLineWidth(rule["width"])
        canvas.line(rule["x0"] * _MM, -rule["y0"] * _MM, rule["x1"] * _MM, -rule["y1"] * _MM)
    for text in page["texts"][number]:
        canvas.setFillColorCMYK(*text["ink"])
        canvas.setFont(Path(text["font"]).stem, text["size"])
        canvas.drawString(text["x"] * _MM, -text["y"] * _MM, text["text"])
    _draw_marks(canvas, page)
    canvas.save()


def _draw_banner(canvas: Any, page: Page, banner: dict[str, Any]) -> None:
    left, top, width, height = page["banner"]["box"]
    canvas.saveState()
    canvas.translate(left * _MM, -(top + height) * _MM)
    canvas.scale(width * _MM / banner["size"][0], width * _MM / banner["size"][0])
    clip = canvas.beginPath()
    clip.rect(0, 0, *banner["size"])
    canvas.clipPath(clip, stroke=0, fill=0)
    for outline in banner["outlines"]:
        path = canvas.beginPath()
        draw = {"m": path.moveTo, "l": path.lineTo, "c": path.curveTo, "h": path.close}
        for operator, numbers in outline["segments"]:
            draw[operator](*numbers)
        if outline["stroke"]:
            canvas.setStrokeColorCMYK(*outline["ink"])
            canvas.setLineWidth(outline["stroke"])
            canvas.drawPath(path, stroke=1, fill=0)
        else:
            canvas.setFillColorCMYK(*outline["ink"])
            canvas.drawPath(path, stroke=0, fill=1, fillMode=0 if outline["even_odd"] else 1)
    canvas.restoreState()


def _draw_marks(canvas: Any, page: Page) -> None:
    canvas.setStrokeColorCMYK(1, 1, 1, 1)
    canvas.setLineWidth(0.25)
    near, far = page["bleed"] + 1, page["bleed"] + 1 + _MARK
    width, height = page["width"], page["height"]
    for x in (0.0, width):
        canvas.line(x * _MM, near * _MM, x * _MM, far * _MM)
        canvas.line(x * _MM, -(height + near) * _MM, x * _MM, -(height + far) * _MM)
    for y in (0.0, height):
        canvas.line(-far * _MM, -y * _MM, -near * _MM, -y * _MM)
        canvas.line((width + near) * _MM, -y * _MM, (width + far) * _MM, -y * _MM)


if __name__ == "__main__":
    run(read(Path(sys.argv[1])), Path(sys.argv[2]), int(sys.argv[3]))
