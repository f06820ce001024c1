"""Placing: slots that refer to one another, own elements, what was moved or hidden."""

from __future__ import annotations

import pytest

from coverkit.errors import InputError
from coverkit.geometry import Rect
from coverkit.model.document import Element
from coverkit.scene.operations import Fill, GlyphRun
from tests.layout.samples import CAMPAIGN, PICTURE, composed, placed, small_design


def slot(name: str, kind: str, box: str, more: str = "") -> str:
    return f'[[slot]]\nid = "{name}"\nkind = "{kind}"\nbox = {box}\n{more}\n'


TWO = slot("a", "panel", '["W / 10", 10, 50, 20]') + slot("b", "panel", '["a.left", "a.bottom + gap", "a.width", 5]')
GAP = '[lengths]\ngap = "2 * u"'


def test_slots_may_refer_to_slots_and_lengths_in_any_order() -> None:
    later = slot("b", "panel", '["a.right", "a.top", "a.height", "gap"]') + slot("a", "panel", "[1, 2, 3, 4]")
    assert placed(composed(small_design(later, GAP)), "b").box == Rect(4, 2, 4, 2)
    assert placed(composed(small_design(TWO, GAP)), "b").box == Rect(19, 32, 50, 5)


def test_operations_come_in_the_order_of_the_slots_then_own_elements() -> None:
    own = Element("own", "panel", {"colour": "red"}, Rect(0, 0, 9, 9))
    found = composed(small_design(TWO, GAP), (own,))
    assert [one.source for one in found.scene.operations] == ["a", "b", "own"]
    assert placed(found, "own").box == Rect(0, 0, 9, 9)
    assert not placed(found, "own").required


def test_a_circle_is_found_and_named() -> None:
    circle = slot("a", "panel", '["b.left", 0, 5, 5]') + slot("b", "panel", '["a.left", 0, 5, 5]')
    with pytest.raises(InputError, match="the places of a, b refer to one another in a circle"):
        composed(small_design(circle))
    with pytest.raises(InputError, match="circle"):
        composed(small_design(slot("a", "text", '[0, "a.end", 5, 5]', 'set = { text = "Chữ" }')))


def test_an_unknown_name_is_an_error() -> None:
    for text in ("c.left", "a.middle", "V"):
        with pytest.raises(InputError, match="small/b"):
            composed(small_design(slot("a", "panel", "[0, 0, 5, 5]") + slot("b", "panel", f'["{text}", 0, 5, 5]')))


def test_what_was_moved_takes_along_what_refers_to_it() -> None:
    found = composed(small_design(TWO, GAP), (Element("a", box=Rect(30, 100, 40, 10)),))
    assert placed(found, "a").box == Rect(30, 100, 40, 10)
    assert placed(found, "b").box == Rect(30, 112, 40, 5)


def test_what_was_turned_is_drawn_turned() -> None:
    found = composed(small_design(TWO, GAP), (Element("a", angle=90.0),))
    (drawn,) = (one for one in found.scene.of("a") if isinstance(one, Fill))
    assert placed(found, "a").angle == 90
    assert drawn.bounds.width == pytest.approx(20)
    assert drawn.bounds.height == pytest.approx(50)


def test_what_is_hidden_shows_nothing_but_keeps_its_place() -> None:
    found = composed(small_design(TWO, GAP), (Element("a", hidden=True),))
    assert placed(found, "a").used is None
    assert [one.source for one in found.scene.operations] == ["b"]
    assert placed(found, "b").box.y == 32


def test_what_has_no_room_shows_nothing() -> None:
    assert placed(composed(small_design(slot("a", "panel", "[0, 0, 5, -1]"))), "a").used is None


def test_own_elements_need_a_place_and_hidden_ones_show_nothing() -> None:
    with pytest.raises(InputError, match="own"):
        composed(small_design(TWO, GAP), (Element("own", "panel"),))
    hidden = Element("own", "panel", {}, Rect(0, 0, 5, 5), hidden=True)
    assert placed(composed(small_design(TWO, GAP), (hidden,)), "own").used is None


TEXTS = slot("a", "text", "[10, 20, 100, 30]", 'set = { text = "{publication}" }\nopen = ["content"]') + slot(
    "b", "panel", '["a.ink_right", "a.end", 5, "a.size + 1"]', 'when = "a.shown"'
)


def test_slots_follow_the_ink_of_texts() -> None:
    found = composed(small_design(TEXTS))
    used = placed(found, "a").used
    assert used is not None
    follower = placed(found, "b")
    assert (follower.box.x, follower.box.y) == (used.right, used.bottom)
    assert follower.box.height == pytest.approx(1 + 12 * 25.4 / 72)
    assert follower.used is not None


def test_an_empty_text_begins_and_ends_at_its_box() -> None:
    found = composed(
        small_design(TEXTS + slot("c", "panel", '["a.ink_left", "a.start", 5, 5]')), (Element("a", values={"text": ""}),)
    )
    assert placed(found, "b").box.y == 20
    assert placed(found, "b").used is None
    assert placed(found, "c").box.y == 50


def test_a_neighbour_can_share_the_first_baseline() -> None:
    more = slot("c", "text", '[120, "a.first - 0.7 * 10", 50, 10]', 'set = { text = "Ấn", style = "side" }')
    style = '[styles.side]\nfamily = "Lora"\nsize = [8, 8]\nvalign = "baseline"'
    found = composed(small_design(TEXTS + more, style))
    lines = [one for one in found.scene.operations if isinstance(one, GlyphRun)]
    assert lines[0].origin.y == pytest.approx(lines[-1].origin.y)
    empty = (Element("a", values={"text": ""}),)
    assert placed(composed(small_design(TEXTS + more, style), empty), "c").box.y == pytest.approx(20 - 7)


def test_a_banner_tells_its_proportions() -> None:
    art = slot("a", "banner", '[0, 0, 100, "100 / aspect"]', "set = { shape = 5 }")
    other = slot("b", "panel", '[0, 0, "10 * a.aspect", "10 * aspect"]')
    found = composed(small_design(art + other), campaign=CAMPAIGN)
    assert placed(found, "a").box.height == pytest.approx(20, abs=0.01)
    assert placed(found, "b").box.width == pytest.approx(50, abs=0.01)
    assert placed(found, "b").box.height == 10
    named = composed(small_design(art + other), (Element("a", values={"art": "square"}),), CAMPAIGN)
    assert placed(named, "a").box.height == pytest.approx(100, abs=0.01)
    alone = composed(small_design(art + other))
    assert placed(alone, "a").used is None
    assert placed(alone, "a").box.height == 100


FILLED = """
[[slot]]
id = "t"
kind = "text"
box = [0, 0, "9 if t.filled else 5", 9]
[[slot]]
id = "p"
kind = "picture"
when = "p.filled"
box = [0, 20, 9, 9]
[[slot]]
id = "s"
kind = "slogan"
box = [0, 40, "9 if s.filled else 5", 9]
set = { style = "body" }
[[slot]]
id = "b"
kind = "banner"
box = [0, 60, "9 if b.filled else 5", 9]
[[slot]]
id = "f"
kind = "panel"
box = [0, 80, "9 if f.filled else 5", 9]
"""


@pytest.mark.parametrize(
    ("elements", "with_campaign", "filled"),
    [
        ((), False, "f"),
        ((Element("t", values={"text": "Chữ"}), Element("p", values={"picture": PICTURE})), True, "tpsbf"),
        ((Element("t", values={"text": " "}),), True, "sbf"),
        ((Element("t", values={"text": "{parent}"}), Element("b", hidden=True)), True, "sf"),
    ],
)
def test_a_place_may_ask_whether_it_is_filled(elements: tuple[Element, ...], with_campaign: bool, filled: str) -> None:
    found = composed(small_design(FILLED), elements, CAMPAIGN if with_campaign else None)
    assert {one.id for one in found.placed if one.id != "p" and one.box.width == 9} == set(filled) - {"p"}
    assert (placed(found, "p").used is not None) == ("p" in filled)
