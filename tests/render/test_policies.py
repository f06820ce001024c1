"""One painter: what the policies share, and that the same input gives the same bytes."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from coverkit.geometry import Point, Rect
from coverkit.model.values import BLACK, WHITE, Cmyk
from coverkit.render.pdf import PaintOptions, Policy, paint
from coverkit.render.pdf_pictures import Detail
from coverkit.scene.gradients import even_stops
from coverkit.scene.operations import Art, Crop, Fill, Gradient, Operation, Picture, Stroke
from coverkit.scene.path import Path
from tests.render.scenes import CYAN, RED, cmyk_picture, content, opened, resources, run, scene, sha, tiny_art

PICTURE = cmyk_picture(["CMYK" * 8] * 8)
ART = tiny_art(shading=True)
KNOWN = resources([PICTURE], [ART])
_COLOUR = re.compile(r"(?:-?[\d.]+ )+(?:k|K|rg|RG|g|G)(?=\s)")


def _operations() -> tuple[Operation, ...]:
    return (
        Fill("bg", Path.rectangle(Rect(-3, -3, 66, 96)), Cmyk(0.1, 0.2, 0.3, 0)),
        Picture("p", sha(PICTURE), Rect(0, 0, 60, 30), Crop(0, 0, 1, 0.5), angle=10, clip=Path.circle(Point(30, 15), 12)),
        Gradient("g", Path.rounded(Rect(5, 35, 20, 9), 2), Point(5, 35), Point(25, 35), even_stops(CYAN, RED)),
        Stroke("s", Path.line(Point(0, 50), Point(60, 50)), RED, 1.5, (3, 2)),
        Art("a", ART.sha256, Rect(5, 60, 40, 20), 5, True),
        run("Bản tin", 5, 55, 20, WHITE),
        run("chữ nhỏ in đè", 5, 58, 8, BLACK, overprint=True),
        run("nghiêng", 40, 80, 12, RED, angle=-20, tracking=40.0),
    )


def _bare(text: str) -> str:
    return _COLOUR.sub("COLOUR", text).replace("/Over gs\n", "")


def test_streams_are_equal_but_for_colours() -> None:
    page = scene(*_operations(), width=60, height=90, bleed=3)
    press = _bare(content(paint(page, Policy.PRESS, KNOWN)))
    assert press.count("COLOUR") == 5
    assert press == _bare(content(paint(page, Policy.PROOF, KNOWN, PaintOptions(detail=Detail(px_per_mm=4.0)))))
    assert press == _bare(content(paint(page, Policy.PROOF, KNOWN, PaintOptions(art_px_per_mm=4.0))))
    assert press == _bare(content(paint(page, Policy.PLATE_K, KNOWN)))
    without = replace(page, operations=tuple(one for one in page.operations if not getattr(one, "overprint", False)))
    less = _bare(content(paint(without, Policy.PRESS, KNOWN)))
    for policy in (Policy.PLATES_CMY, Policy.PLATE_C, Policy.PLATE_M, Policy.PLATE_Y):
        # The fonts of the skipped run are still there under their names, so only its text object is missing.
        assert less == _bare(content(paint(page, policy, KNOWN)))


@pytest.mark.parametrize("policy", list(Policy))
def test_same_input_same_bytes_and_another_scene_another_id(policy: Policy) -> None:
    page = scene(*_operations(), width=60, height=90, bleed=3)
    fresh = resources([PICTURE], [ART])
    assert paint(page, policy, KNOWN) == paint(page, policy, fresh)
    moved = replace(page, operations=(*page.operations[:-1], run("nghiêng", 40, 80.1, 12, RED)))
    with opened(paint(page, policy, KNOWN)) as one, opened(paint(moved, policy, KNOWN)) as other:
        first, second = one.trailer.ID
        assert bytes(first) == bytes(second)
        assert bytes(first) != bytes(other.trailer.ID[0])


def test_press_colours_are_the_inks_themselves() -> None:
    text = content(paint(scene(*_operations(), width=60, height=90, bleed=3), Policy.PRESS, KNOWN))
    assert {match[0] for match in _COLOUR.finditer(text)} == {
        "0.1 0.2 0.3 0 k",
        "0 1 1 0 K",
        "0 0 0 0 k",
        "0 0 0 1 k",
        "0 1 1 0 k",
    }


def test_several_pages_share_fonts_pictures_and_art() -> None:
    page = scene(*_operations(), width=60, height=90, bleed=3)
    pdf = paint([page, page, page], Policy.PRESS, KNOWN)
    with opened(pdf) as document:
        assert len(document.pages) == 3
        assert len({entry.objgen for one in document.pages for entry in one.Resources.XObject.values()}) == 2
        assert len({entry.objgen for one in document.pages for entry in one.Resources.Font.values()}) == 1
    assert len(pdf) < 1.2 * len(paint(page, Policy.PRESS, KNOWN)) + 8000


def test_equal_pictures_stand_in_the_file_once() -> None:
    twice = [Picture("p", sha(PICTURE), Rect(x, 0, 20, 20), Crop(0, 0, 1, 1)) for x in (0, 30)]
    with opened(paint(scene(*twice, width=60, height=90), Policy.PRESS, KNOWN)) as document:
        assert len(document.pages[0].Resources.XObject) == 1


def test_ids_do_not_hang_on_the_time() -> None:
    pdf = paint(scene(width=10, height=10), Policy.PRESS, resources())
    assert b"Date" not in pdf
    assert b"ReportLab" not in pdf
    assert b"Helvetica" not in pdf
