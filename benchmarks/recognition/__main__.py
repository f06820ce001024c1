"""Measure how well art is recognised: `python -m benchmarks.recognition [--set a|b] [--count 400] [-o build/recognition]`.

Set A is what limits were tuned on; set B has other seeds, designs and photographs and is only measured. Prints a table, writes
it and a line for each page, and draws what went wrong.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np

from benchmarks.recognition import faults, grounds, measure, pages, table


def main(argv: Sequence[str] | None = None) -> int:
    """Make the pages of one set or both, look at them, write the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.recognition", description="Measure how art is recognised.")
    parser.add_argument("--set", choices=("a", "b"), action="append", dest="sets", help="the set (default: both)")
    parser.add_argument("--count", type=int, default=400, help="pages with and pages without art (default: 400 each)")
    parser.add_argument("-o", "--output", type=Path, default=Path("build/recognition"), help="folder for what is written")
    arguments = parser.parse_args(argv)
    folder: Path = arguments.output
    folder.mkdir(parents=True, exist_ok=True)
    for name in arguments.sets or ["a", "b"]:
        text = _measured(name, arguments.count, folder)
        (folder / f"recognition-{name}.md").write_text(text, encoding="utf-8")
        sys.stdout.write(text)
    return 0


def _measured(name: str, count: int, folder: Path) -> str:
    """Measure a set; each page's line is written at once, so that a run that is broken off is not lost."""
    made_of = grounds.stock(name)
    with (folder / f"recognition-{name}.jsonl").open("w", encoding="utf-8") as lines:

        def looked(specimen: pages.Specimen) -> measure.Outcome:
            outcome = _looked(specimen, name, folder)
            lines.write(json.dumps(table.record(outcome), ensure_ascii=False) + "\n")
            lines.flush()
            return outcome

        with_art = [looked(specimen) for specimen in pages.with_art(made_of, count)]
        without = [looked(specimen) for specimen in pages.without_art(made_of, count)]
    return table.markdown(name, with_art, without, list(faults.judged(made_of, max(7, count // 4))))


def _looked(specimen: pages.Specimen, name: str, folder: Path) -> measure.Outcome:
    """Look at a page; draw it if it was judged wrongly: what is true in green, what was seen in magenta."""
    outcome = measure.looked_at(specimen)
    wrong = table.is_wrong(outcome)
    if wrong:
        picture = np.ascontiguousarray(specimen.image[..., ::-1])
        if specimen.truth is not None:
            cv2.polylines(picture, [np.round(specimen.truth.corners).astype(np.int32)], True, (0, 200, 0), 3)
        for one in (*outcome.wrong, *([outcome.found] if outcome.found is not None else [])):
            box = np.array([one.box.x, one.box.y, one.box.right, one.box.bottom]) * specimen.px_per_mm
            x0, y0, x1, y1 = (int(value) for value in np.round(box))
            cv2.rectangle(picture, (x0, y0), (x1, y1), (200, 0, 200), 2)
        kind = "with" if specimen.truth is not None else "without"
        cv2.imwrite(str(folder / f"{name}-{kind}-{outcome.number:03d}.png"), picture)
        sys.stderr.write(f"{name} {kind} {outcome.number}: {wrong}; {outcome.recipe}\n")
    return outcome


if __name__ == "__main__":
    sys.exit(main())
