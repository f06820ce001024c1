"""Comparing how two files look."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from coverkit.app.comparing import compare
from coverkit.errors import InputError


def page(path: Path, *boxes: tuple[int, int, int, int], size: tuple[int, int] = (300, 400)) -> Path:
    image = Image.new("RGB", size, "white")
    for box in boxes:
        ImageDraw.Draw(image).rectangle(box, fill=(180, 20, 30))
    image.save(path)
    return path


def test_the_same_page_does_not_differ(tmp_path: Path) -> None:
    found = compare(page(tmp_path / "a.png", (20, 30, 90, 60)), page(tmp_path / "b.png", (20, 30, 90, 60)))
    assert (found.share, found.places, found.resized) == (0.0, (), False)


def test_what_differs_is_placed_and_measured(tmp_path: Path) -> None:
    first = page(tmp_path / "a.png")
    found = compare(first, page(tmp_path / "b.png", (20, 30, 99, 69), (200, 300, 219, 309)))
    assert len(found.places) == 2
    assert found.places[0].x <= 20 <= 99 <= found.places[0].right
    assert found.share == pytest.approx((80 * 40 + 20 * 10) / 120_000)
    assert tuple(found.difference()[50, 50]) == (200, 20, 40)
    assert np.array_equal(found.overlay(0.0), found.before.pixels)
    assert np.array_equal(found.overlay(1.0), found.after.pixels)


def test_another_shape_is_said(tmp_path: Path) -> None:
    assert compare(page(tmp_path / "a.png"), page(tmp_path / "b.png", size=(300, 300))).resized
    assert not compare(page(tmp_path / "a.png"), page(tmp_path / "c.png", size=(600, 800))).resized


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 broken", b"%PDF-1.4 broken", b"\x89PNG\r\n\x1a\nbroken"])
def test_damaged_files_are_named(tmp_path: Path, data: bytes) -> None:
    broken = tmp_path / "hỏng"
    broken.write_bytes(data)
    with pytest.raises(InputError) as caught:
        compare(page(tmp_path / "a.png"), broken)
    assert caught.value.remedy
