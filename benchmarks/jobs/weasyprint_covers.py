"""Peer: WeasyPrint drawing the same page as PDF/X-4. Run by the peers' own Python."""

from __future__ import annotations

import importlib
import sys
from html import escape
from pathlib import Path
from typing import Any

from benchmarks.page import Box, Ink, Page, Text, read


def run(page: Page, out: Path, count: int) -> None:
    """Draw covers, each into its own file."""
    weasyprint: Any = importlib.import_module("weasyprint")
    for number in range(count):
        path = out.with_stem(f"{out.stem}-{number}") if number else out
        weasyprint.HTML(string=_html(page, number), base_url="/").write_pdf(
            str(path), pdf_variant="pdf/x-4", output_intent="device-cmyk"
        )


def _html(page: Page, number: int) -> str:
    photograph, banner = page["photograph"], page["banner"]
    faces = {text["font"]: text for text in page["texts"][number]}
    rules = "".join(
        f'<hr style="{_at((one["x0"], one["y0"], one["x1"] - one["x0"], 0))};border:0;'
        f'border-top:{one["width"]}pt solid {_ink(one["ink"])}">'
        for one in page["rules"]
    )
    return (
        f'<html lang="vi"><head><title>Cover</title><style>'
        f"@page {{ size: {page['width']}mm {page['height']}mm; margin: 0; bleed: {page['bleed']}mm; marks: crop }}"
        f"@color-profile device-cmyk {{ src: url({Path(page['profile']).as_uri()}); components: c, m, y, k }}"
        f"{''.join(_face(one) for one in faces.values())}"
        f"body {{ margin: 0 }} img, hr, p {{ position: absolute; margin: 0; white-space: pre }}</style></head><body>"
        f'<img src="{Path(photograph["rgb"]).as_uri()}" style="{_at(photograph["box"])};object-fit:cover">'
        f'<img src="{Path(banner["svg"]).as_uri()}" style="{_at(banner["box"])}">'
        f"{rules}{''.join(_line(one) for one in page['texts'][number])}</body></html>"
    )


def _face(text: Text) -> str:
    family = f"font-family: '{text['family']}'; font-weight: {text['weight']}"
    return f"@font-face {{ {family}; src: url('{Path(text['font']).as_uri()}') }}"


def _line(text: Text) -> str:
    top = text["y"] - text["size"] / 72 * 25.4
    style = (
        f"left:{text['x']}mm;top:{top}mm;font:{text['weight']} {text['size']}pt/1 '{text['family']}';color:{_ink(text['ink'])}"
    )
    return f'<p style="{style}">{escape(text["text"])}</p>'


def _at(box: Box) -> str:
    return f"left:{box[0]}mm;top:{box[1]}mm;width:{box[2]}mm;height:{box[3]}mm"


def _ink(ink: Ink) -> str:
    return f"device-cmyk({' '.join(f'{share:g}' for share in ink)})"


if __name__ == "__main__":
    run(read(Path(sys.argv[1])), Path(sys.argv[2]), int(sys.argv[3]))
