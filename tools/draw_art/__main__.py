"""``python -m tools.draw_art OUTDIR [--fonts DIR]``: writes band.pdf, column.pdf and square.pdf."""

from __future__ import annotations

import argparse
from pathlib import Path

from tools.draw_art import band, column, pdf, square
from tools.draw_art.title import WHOLE_TITLE, Faces

CAMPAIGN = Path("assets/templates/campaigns/dak-nong-dai-hoi-xii-2020/art")
PIECES = {"band": band.draw, "column": column.draw, "square": square.draw}


def main() -> None:
    """Draw the three pieces."""
    parser = argparse.ArgumentParser(prog="draw_art", description=__doc__)
    parser.add_argument("outdir", type=Path, nargs="?", default=CAMPAIGN)
    parser.add_argument("--fonts", type=Path, default=Path("assets/fonts"))
    options = parser.parse_args()
    faces = Faces.found_in(options.fonts)
    options.outdir.mkdir(parents=True, exist_ok=True)
    for name, draw in PIECES.items():
        canvas = draw(faces)
        data = pdf.write(canvas, f"{WHOLE_TITLE} (mẫu)")
        (options.outdir / f"{name}.pdf").write_bytes(data)
        print(f"{name}: {len(data)} bytes, content {len(canvas.content())} bytes,"
              f" most ink {canvas.most_ink:.0f} %")  # fmt: skip


if __name__ == "__main__":
    main()
