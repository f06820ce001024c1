"""Peer: Typst drawing the same page, its compiler kept from cover to cover. Run by the peers' own Python."""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path
from typing import Any

from benchmarks.page import Page, read

_SOURCE = """
#let page-data = json(bytes(sys.inputs.page))
#let ink(i) = cmyk(i.at(0) * 100%, i.at(1) * 100%, i.at(2) * 100%, i.at(3) * 100%)
#set page(width: page-data.width * 1mm, height: page-data.height * 1mm, margin: 0mm, bleed: page-data.bleed * 1mm)
#let put(box, body) = place(top + left, dx: box.at(0) * 1mm, dy: box.at(1) * 1mm, body)
#let photo = page-data.photograph
#put(photo.box, image(photo.rgb, width: photo.box.at(2) * 1mm, height: photo.box.at(3) * 1mm, fit: "cover"))
#put(page-data.banner.box, image(page-data.banner.pdf, width: page-data.banner.box.at(2) * 1mm))
#for rule in page-data.rules {
  place(top + left, line(
    start: (rule.x0 * 1mm, rule.y0 * 1mm), end: (rule.x1 * 1mm, rule.y1 * 1mm), stroke: rule.width * 1pt + ink(rule.ink)))
}
#for line in page-data.lines {
  put((line.x, line.y), box(width: 0mm, height: 0mm, place(bottom + left, text(
    font: line.family.split(" ExtraCondensed").first(), stretch: if "ExtraCondensed" in line.family { 62.5% } else { 100% },
    weight: line.weight, size: line.size * 1pt, fill: ink(line.ink), lang: "vi",
    top-edge: "baseline", bottom-edge: "baseline", box(width: page-data.width * 1mm, line.text)))))
}
"""


def run(page: Page, out: Path, count: int) -> None:
    """Draw covers, each into its own file."""
    typst: Any = importlib.import_module("typst")
    folders = sorted({str(Path(text["font"]).parent) for text in page["texts"][0]})
    source = out.with_suffix(".typ")
    source.write_text(_SOURCE, encoding="utf-8")
    compiler = typst.Compiler(str(source), root="/", font_paths=folders, ignore_system_fonts=True)
    for number in range(count):
        path = out.with_stem(f"{out.stem}-{number}") if number else out
        data = {**{key: value for key, value in page.items() if key != "texts"}, "lines": page["texts"][number]}
        inputs = {"page": json.dumps(data, ensure_ascii=False)}
        path.write_bytes(compiler.compile(format="pdf", sys_inputs=inputs))


if __name__ == "__main__":
    run(read(Path(sys.argv[1])), Path(sys.argv[2]), int(sys.argv[3]))
