"""Several elements are resized by the handles of the frame around them: one step, locks and bounds hold, proportions too."""

from __future__ import annotations

import dataclasses
import math

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from coverkit.geometry import Rect
from coverkit.gui.canvas.grouping import group_frame, scaled
from coverkit.gui.canvas.steps import turning
from coverkit.layout.cover import Placed
from tests.gui.canvas.conftest import ALT, CTRL, SHIFT, Page

MINE, YOURS = Rect(20, 70, 40, 20), Rect(100, 75, 40, 20)
FRAME = Rect(20, 70, 120, 25)


def _select(page: Page, *ids: str) -> None:
    page.editor.select(ids)


def _placed(page: Page, name: str) -> Placed:
    found = page.editor.placed(name)
    assert found is not None
    return found


def _near(box: Rect, *sides: float) -> None:
    assert (box.x, box.y, box.width, box.height) == pytest.approx(sides, abs=0.3)


def test_a_corner_scales_all_about_the_opposite_one_in_one_step(page: Page) -> None:
    steps = len(page.editor.session.done)
    _select(page, "mine", "yours")
    page.drag((140, 95), (80, 120))
    _near(page.box("mine"), 20, 70, 20, 40)
    _near(page.box("yours"), 60, 80, 20, 40)
    assert len(page.editor.session.done) == steps + 1
    assert "2" in page.editor.session.done[-1].name
    page.editor.undo()
    assert (page.box("mine"), page.box("yours")) == (MINE, YOURS)


def test_shift_keeps_the_proportions_and_alt_the_middle(page: Page) -> None:
    _select(page, "mine", "yours")
    page.drag((140, 95), (80, 96), SHIFT)
    _near(page.box("mine"), 20, 70, 20, 10)
    _near(page.box("yours"), 60, 72.5, 20, 10)
    page.editor.undo()
    _select(page, "mine", "yours")
    page.drag((140, 82.5), (170, 82.5), CTRL | ALT)
    _near(page.box("mine"), -10, 70, 60, 20)
    _near(page.box("yours"), 110, 75, 60, 20)


def test_escape_takes_it_back(page: Page) -> None:
    from PySide6.QtTest import QTest

    from tests.gui.canvas.conftest import LEFT, PLAIN

    document = page.editor.document
    _select(page, "mine", "yours")
    QTest.mousePress(page.canvas, LEFT, PLAIN, page.at(140, 95))
    page.move(page.at(150, 110), CTRL)
    page.move(page.at(160, 120), CTRL)
    page.key(Qt.Key.Key_Escape)
    QTest.mouseRelease(page.canvas, LEFT, PLAIN, page.at(160, 120))
    assert page.editor.document is document
    assert page.box("mine") == MINE


def test_what_is_locked_stays_and_is_no_part_of_the_frame(page: Page) -> None:
    permissions = page.editor.cover.permissions
    locked = next(one for one in page.editor.cover.texts() if not permissions.of(one.id).place_open)
    _select(page, "mine", "yours", locked.id)
    before = page.box(locked.id)
    page.drag((140, 95), (80, 120))
    _near(page.box("mine"), 20, 70, 20, 40)
    assert page.box(locked.id) == before


def test_official_art_among_them_keeps_its_proportions_and_its_least_size(page: Page) -> None:
    permissions = page.editor.cover.permissions
    banner = next(one for one in page.editor.cover.placed if one.kind == "banner")
    bounds = permissions.of(banner.id).bounds
    assert bounds is not None
    _select(page, banner.id, "mine")
    frame = group_frame([_placed(page, banner.id), _placed(page, "mine")])
    assert frame is not None
    page.drag((frame.right, frame.bottom), (frame.x + 5, frame.y + 5))
    after = page.box(banner.id)
    assert bounds.holds(after)
    assert after.width >= bounds.least_width - 0.01
    share = page.box("mine").width / MINE.width
    assert after.width / banner.box.width == pytest.approx(share, abs=0.01)
    assert page.box("mine").aspect == pytest.approx(MINE.aspect, abs=0.01)


def test_a_turned_element_keeps_its_angle(page: Page) -> None:
    page.editor.perform(turning("mine", 90.0))
    one = _placed(page, "mine")
    frame = group_frame([one, _placed(page, "yours")])
    assert frame is not None
    _select(page, "mine", "yours")
    page.drag((frame.right, frame.centre.y), (frame.right + frame.width, frame.centre.y))
    after = _placed(page, "mine")
    assert after.angle == 90.0
    # Across the page, it is its height that grows.
    assert (after.box.width, after.box.height) == pytest.approx((40, 40), abs=0.5), (
        "across the page it is its height that grows"
    )


def test_scaling_there_and_back_gives_the_same_boxes(page: Page) -> None:
    small = Rect(30, 40, 13, 90)
    for angle in (0.0, 90.0, 37.0):
        one = dataclasses.replace(_placed(page, "mine"), angle=angle)
        there = scaled(one, FRAME, small)
        if not angle % 90:
            again = scaled(dataclasses.replace(one, box=there), small, FRAME)
            _near(again, MINE.x, MINE.y, MINE.width, MINE.height)
        assert math.isclose(there.centre.x, 30 + 20 * 13 / 120)


def test_the_frame_and_its_handles_are_drawn_and_one_alone_has_its_own(page: Page) -> None:
    _select(page, "mine", "yours")
    with_group = page.canvas.grab().toImage()
    spot = page.at(140, 70)
    assert with_group.pixelColor(spot) == QColor("#ffffff"), "a handle at the frame's corner, where no element has one"
    _select(page, "mine")
    assert page.canvas.grab().toImage().pixelColor(spot) != QColor("#ffffff")
