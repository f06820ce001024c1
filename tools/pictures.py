"""Make the pictures of the README: the sample cover in every design, as the press file will print it.

`python -m tools.pictures` writes `docs/images/<design>.jpg`.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

from PIL import Image

from coverkit.app.pictures import render
from coverkit.app.sample import sample_project
from coverkit.layout.design import design_ids

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "images"
_DPI, _WIDTH, _QUALITY = 150, 560, 90


def main() -> int:
    """Write one picture for each design."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for design_id in design_ids():
        with Image.open(io.BytesIO(render(sample_project(design_id), _DPI))) as picture:
            small = picture.resize((_WIDTH, round(picture.height * _WIDTH / picture.width)), Image.Resampling.LANCZOS)
        path = FOLDER / f"{design_id}.jpg"
        small.convert("RGB").save(path, quality=_QUALITY, subsampling="4:4:4", optimize=True)
        print(path.relative_to(FOLDER.parent.parent))
    return 0


if __name__ == "__main__":
    sys.exit(main())
