"""Pictures of a cover: every view shows the same page at the same size."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from coverkit.app.pictures import render
from coverkit.app.project import Project
from coverkit.render.raster import Area
from tests.app.shelf import Shelf


def _size(project: Project, view: str, area: Area) -> tuple[int, int]:
    with Image.open(io.BytesIO(render(project, 40.0, "ink" if view == "ink" else "proof", area))) as picture:
        return picture.size


@pytest.mark.parametrize("area", ["trim", "bleed"])
def test_the_ink_view_shows_what_the_proof_shows(shelf: Shelf, area: Area) -> None:
    project = shelf.project("trang-trong")
    ink, proof = _size(project, "ink", area), _size(project, "proof", area)
    assert max(abs(ink[0] - proof[0]), abs(ink[1] - proof[1])) <= 1
    assert ink[0] == pytest.approx((190 if area == "trim" else 196) * 40 / 25.4, abs=1.5)
