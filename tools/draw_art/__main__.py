"""``python -m tools.draw_art [CAMPAIGN …] [--out DIR]``: writes band.pdf, column.pdf and square.pdf of each campaign."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tools.draw_art import bau_cu_2016, dai_hoi_2025, dak_nong, lam_dong_130, pdf
from tools.draw_art.canvas import Canvas
from tools.draw_art.setting import Faces

HOME = Path("assets/templates/campaigns")
FONTS = Path("assets/fonts")
OSWALD, ANTON = "Oswald/Oswald-Bold.ttf", "Anton/Anton-Regular.ttf"
SAIRA = ("Saira Condensed/SairaCondensed-Bold.ttf", "Saira Condensed/SairaCondensed-Black.ttf")
BARLOW = ("Barlow Condensed/BarlowCondensed-Bold.ttf", "Barlow Condensed/BarlowCondensed-Black.ttf")
SERIF = ("Lora/Lora-Bold.ttf", "Playfair Display/PlayfairDisplay-Black.ttf")


@dataclass(frozen=True)
class Suite:
    """The pieces of one campaign, the faces they are lettered in, and the title their files carry."""

    title: str
    faces: tuple[str, str]
    pieces: Mapping[str, Callable[[Faces], Canvas]]


SUITES = {
    "dak-nong-dai-hoi-xii-2020": Suite(dak_nong.TITLE, (OSWALD, ANTON), dak_nong.PIECES),
    "dai-hoi-dang-cac-cap-2025-2030": Suite(dai_hoi_2025.TITLE, SAIRA, dai_hoi_2025.PIECES),
    "bau-cu-2016": Suite(bau_cu_2016.TITLE, BARLOW, bau_cu_2016.PIECES),
    "130-nam-ngay-sinh-bac-lam-dong-2020": Suite(lam_dong_130.TITLE, SERIF, lam_dong_130.PIECES),
}


def main() -> None:
    """Draw the pieces of the campaigns named, or of all."""
    parser = argparse.ArgumentParser(prog="draw_art", description=__doc__)
    parser.add_argument("campaigns", nargs="*", help=", ".join(SUITES))
    parser.add_argument("--out", type=Path, default=HOME, help="holds one folder per campaign")
    options = parser.parse_args()
    for campaign in options.campaigns or SUITES:
        folder = options.out / campaign / "art"
        folder.mkdir(parents=True, exist_ok=True)
        print(campaign)
        for name, data in drawn(campaign).items():
            (folder / f"{name}.pdf").write_bytes(data)


def drawn(campaign: str) -> dict[str, bytes]:
    """The files of a campaign's art by name; the same every time."""
    suite = SUITES[campaign]
    words, number = suite.faces
    faces = Faces.of(FONTS / words, FONTS / number)
    files = {}
    for name, draw in suite.pieces.items():
        canvas = draw(faces)
        files[name] = pdf.write(canvas, f"{suite.title} (mẫu)")
        print(f"  {name}: {len(files[name])} bytes, content {len(canvas.content())}, most ink {canvas.most_ink:.0f} %")
    return files


if __name__ == "__main__":
    main()
