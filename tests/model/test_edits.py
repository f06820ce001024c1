"""Edits: what they change, what they refuse, and that the locks hold."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coverkit.errors import LockedError, UsageError
from coverkit.geometry import Rect
from coverkit.model import edits
from coverkit.model.document import Document, Element, Guide, Issue, PackageRef, PageFormat, Unit, Waiver
from coverkit.model.edits import Changed, Edited, Violation
from coverkit.model.entrance import LONGEST_TEXT
from coverkit.model.locks import CLOSED, OPEN, Lock, Locks, Permissions
from coverkit.model.values import Cmyk, PictureValue, Value
from tests.model.samples import DOCUMENT, decomposed, documents

REASON = "Locked by Công văn 1011/STTTT-TTBCXB: position"
BARE = replace(DOCUMENT, elements=(), answers=MappingProxyType({}), waivers=())
BOX = Rect(5.0, 5.0, 100.0, 30.0)
TEXT = Element("note-1", "text", MappingProxyType({"text": "Ghi chú"}), BOX)

Edit = Callable[[Document, Permissions], Edited]
GUARDED: dict[str, tuple[Lock, Edit]] = {
    "place": ("place", lambda document, locks: edits.place(document, "banner", BOX, locks)),
    "turn": ("place", lambda document, locks: edits.turn(document, "banner", 5.0, locks)),
    "hide": ("place", lambda document, locks: edits.hide(document, "banner", locks)),
    "style": ("style", lambda document, locks: edits.set_values(document, "banner", {"ink": Cmyk(0, 0, 0, 1)}, locks)),
    "content": ("content", lambda document, locks: edits.set_values(document, "banner", {"text": "Chào"}, locks)),
}


def permissions(**open_locks: bool) -> Permissions:
    place, style, content = (open_locks.get(name, False) for name in ("place", "style", "content"))
    banner = Locks(place, style, content, REASON)
    return Permissions({"banner": banner, "headline": OPEN, "photo": OPEN, "seal": CLOSED}, frozenset({"ink", "size"}))


@pytest.mark.parametrize("name", GUARDED)
def test_only_its_own_lock_opens_an_edit(name: str) -> None:
    lock, edit = GUARDED[name]
    others = permissions(**{other: other != lock for other in ("place", "style", "content")})
    with pytest.raises(LockedError) as caught:
        edit(BARE, others)
    assert "banner" in caught.value.message
    assert REASON in caught.value.message
    assert caught.value.remedy
    edited = edit(BARE, permissions(**{lock: True}))
    assert edited.document != BARE
    assert edited.changed == Changed(frozenset({"banner"}))
    assert "banner" in edited.name


def test_a_refusal_names_what_people_see() -> None:
    named = Permissions({"banner": Locks(reason=REASON, name="Official banner")})
    with pytest.raises(LockedError, match=r"^“Official banner \(banner\)” cannot be moved"):
        edits.hide(BARE, "banner", named)


@pytest.mark.parametrize("name", GUARDED)
def test_violations_finds_what_an_open_lock_let_in(name: str) -> None:
    lock, edit = GUARDED[name]
    document = edit(DOCUMENT, permissions(**{lock: True})).document
    assert edits.violations(document, permissions(**{lock: True})) == ()
    assert edits.violations(document, permissions()) == (Violation("banner", lock, REASON),)
    restored = edits.restore(document, permissions())
    assert restored.document == DOCUMENT
    assert restored.changed.elements == {"banner"}
    assert edits.restore(DOCUMENT, permissions()).document is DOCUMENT


def test_restore_keeps_what_is_allowed() -> None:
    values: dict[str, Value] = {"text": "Chào", "ink": Cmyk(0, 0, 0, 1)}
    element = Element("banner", "text", MappingProxyType(values), BOX, 3.0, True)
    document = replace(BARE, elements=(element,))
    assert {one.lock for one in edits.violations(document, permissions())} == {"place", "style", "content"}
    kept = edits.restore(document, permissions(style=True)).document
    assert kept.elements == (Element("banner", values=MappingProxyType({"ink": Cmyk(0, 0, 0, 1)})),)


def test_a_lock_without_a_reason_says_who_keeps_it() -> None:
    with pytest.raises(LockedError, match="design keeps it closed"):
        edits.hide(BARE, "seal", permissions())


def test_a_hand_edited_override_can_always_be_taken_back() -> None:
    values: dict[str, Value] = {"text": "Chào"}
    document = replace(BARE, elements=(Element("banner", values=MappingProxyType(values), box=BOX, angle=1.0, hidden=True),))
    document = edits.clear_value(document, "banner", "text").document
    document = edits.place(document, "banner", None, permissions()).document
    document = edits.turn(document, "banner", None, permissions()).document
    assert edits.show(document, "banner").document == BARE


def test_texts_enter_in_nfc_with_plain_line_ends() -> None:
    text = decomposed("Đại hội Đảng bộ") + "\r\ntỉnh\u2028Đắk Nông\vXII"
    edited = edits.set_values(BARE, "headline", {"text": text}, permissions())
    element = edited.document.element("headline")
    assert element is not None
    assert element.values["text"] == "Đại hội Đảng bộ\ntỉnh\nĐắk Nông\nXII"
    unit = edits.set_unit(BARE, Unit(decomposed("Sở Tài chính"))).document.unit
    assert unit.name == "Sở Tài chính"
    picture = PictureValue("0" * 64, decomposed("hồ.jpg"))
    placed = edits.set_values(BARE, "photo", {"picture": picture}, permissions()).document.elements[0].values["picture"]
    assert placed == PictureValue("0" * 64, "hồ.jpg")


@pytest.mark.parametrize(
    "value",
    [
        "x" * (LONGEST_TEXT + 1),
        "bell\a",
        "lone \ud800",
        float("nan"),
        float("-inf"),
        Cmyk(0, 0, 0, 1.01),
        Cmyk(0, 0, 0, float("nan")),
        PictureValue("abc", "a.jpg"),
        PictureValue("0" * 64, "a.jpg", focus_x=1.5),
        PictureValue("0" * 64, "a.jpg", zoom=0.5),
    ],
)
def test_values_out_of_bounds_are_refused(value: Value) -> None:
    with pytest.raises(UsageError, match="headline") as caught:
        edits.set_values(BARE, "headline", {"text": value}, permissions())
    assert caught.value.remedy


@pytest.mark.parametrize("box", [Rect(0, 0, 0, 5), Rect(0, 0, 5, -1), Rect(20_000, 0, 5, 5), Rect(0, float("nan"), 5, 5)])
def test_impossible_boxes_are_refused(box: Rect) -> None:
    with pytest.raises(UsageError):
        edits.place(BARE, "headline", box, permissions())


def test_angles_are_kept_within_a_turn() -> None:
    assert edits.turn(BARE, "headline", -90.0, permissions()).document.elements[0].angle == 270.0
    with pytest.raises(UsageError):
        edits.turn(BARE, "headline", float("inf"), permissions())


def test_unknown_elements_and_fields_are_refused() -> None:
    with pytest.raises(UsageError, match="nobody") as caught:
        edits.place(BARE, "nobody", BOX, permissions())
    assert "headline" in caught.value.remedy
    with pytest.raises(UsageError):
        edits.set_values(BARE, "headline", {"Not A Field": 1.0}, permissions())


NO_OPS: dict[str, Callable[[Document], Edited]] = {
    "same values": lambda document: edits.set_values(document, "headline", {"text": "Đại hội lần thứ XII"}, permissions()),
    "same in NFD": lambda document: edits.set_values(
        document, "headline", {"text": decomposed("Đại hội lần thứ XII")}, permissions()
    ),
    "no values": lambda document: edits.set_values(document, "banner", {}, permissions()),
    "clear nothing": lambda document: edits.clear_value(document, "banner", "text"),
    "same box": lambda document: edits.place(document, "note-1", Rect(10, 20, 50, 12.5), permissions()),
    "no box": lambda document: edits.place(document, "banner", None, permissions()),
    "same angle": lambda document: edits.turn(document, "note-1", 364.0, permissions()),
    "hidden already": lambda document: edits.hide(document, "note-1", permissions()),
    "seen already": lambda document: edits.show(document, "headline"),
    "same order": lambda document: edits.reorder(document, "note-1", 9),
    "issue": lambda document: edits.set_issue(document, replace(document.issue)),
    "unit": lambda document: edits.set_unit(document, replace(document.unit)),
    "format": lambda document: edits.set_format(document, PageFormat("ban-tin", 190, 270)),
    "design": lambda document: edits.set_design(document, replace(document.design)),
    "campaign": lambda document: edits.set_campaign(document, document.campaign),
    "printer": lambda document: edits.set_printer(document, document.printer),
    "waive": lambda document: edits.waive(document, replace(document.waivers[0])),
    "unwaive": lambda document: edits.unwaive(document, "law.format", "other"),
    "answer": lambda document: edits.answer(document, "law.symbols", True),
    "no answer": lambda document: edits.answer(document, "law.other", None),
}


@pytest.mark.parametrize("name", NO_OPS)
def test_edits_that_change_nothing_return_the_same_document(name: str) -> None:
    edited = NO_OPS[name](DOCUMENT)
    assert edited.document is DOCUMENT
    assert edited.changed == Changed()
    assert edited.name


def test_true_and_one_are_different_values() -> None:
    document = edits.set_values(BARE, "headline", {"size": True}, permissions()).document
    edited = edits.set_values(document, "headline", {"size": 1.0}, permissions()).document
    assert edited.elements[0].values["size"] is not True


def test_the_page_edits_change_their_part_and_say_so() -> None:
    issue = Issue(dt.date(2021, 1, 1))
    assert edits.set_issue(BARE, issue) == Edited(replace(BARE, issue=issue), Changed(page=True), "Change the issue")
    assert edits.set_design(BARE, PackageRef("other", 1)).document.design.id == "other"
    assert edits.set_format(BARE, PageFormat("a5", 148, 210)).document.format.width == 148
    assert edits.set_printer(BARE, "newsprint").document.printer == "newsprint"
    edited = edits.set_campaign(BARE, None)
    assert edited.document.campaign is None
    assert edited.changed == Changed(page=True, campaign=True)


def test_page_edits_refuse_what_could_not_be_saved() -> None:
    attempts: tuple[Callable[[], Edited], ...] = (
        lambda: edits.set_design(BARE, PackageRef("No Such", 1)),
        lambda: edits.set_campaign(BARE, PackageRef("", 1)),
        lambda: edits.set_format(BARE, PageFormat("a5", 0, 210)),
        lambda: edits.set_printer(BARE, "../x"),
        lambda: edits.set_unit(BARE, Unit(print_run=-1)),
        lambda: edits.set_unit(BARE, Unit(name="x" * 20_001)),
        lambda: edits.answer(BARE, "a b", True),
        lambda: edits.waive(BARE, Waiver("law.format", "too large", "Vì", "Hoa", dt.date(2020, 1, 1))),
    )
    for wrong in attempts:
        with pytest.raises(UsageError):
            wrong()


def test_waivers_need_a_reason_and_a_name_and_replace_one_another() -> None:
    waiver = Waiver("law.format", "too-large", "Giấy phép", "Hoa", dt.date(2020, 1, 1))
    for wrong in (replace(waiver, reason=" "), replace(waiver, by="")):
        with pytest.raises(UsageError, match=r"law\.format"):
            edits.waive(BARE, wrong)
    document = edits.waive(edits.waive(BARE, waiver).document, replace(waiver, reason="Khác")).document
    assert [one.reason for one in document.waivers] == ["Khác"]
    assert edits.unwaive(document, "law.format", "too-large").document == BARE


def test_answers_can_be_changed_and_taken_back() -> None:
    document = edits.answer(BARE, "law.symbols", False).document
    assert document.answers == {"law.symbols": False}
    assert edits.answer(document, "law.symbols", None).document == BARE


def test_guides_are_kept_in_order_and_once_and_compose_nothing() -> None:
    wanted = (Guide("y", 20), Guide("x", 95), Guide("x", -3.5), Guide("y", 20.0))
    edited = edits.set_guides(BARE, wanted)
    assert edited.document.guides == (Guide("x", -3.5), Guide("x", 95.0), Guide("y", 20.0))
    assert edited.changed == Changed()
    assert edits.set_guides(edited.document, reversed(wanted)).document is edited.document
    assert edits.set_guides(edited.document, ()).document == BARE
    for refused in ([Guide("x", 1e6)], [Guide("x", float("nan"))], [Guide("x", at) for at in range(201)]):
        with pytest.raises(UsageError):
            edits.set_guides(BARE, refused)


def test_free_elements_are_added_copied_reordered_and_removed() -> None:
    document = edits.add_element(BARE, TEXT, permissions()).document
    copied = edits.duplicate(document, "note-1", permissions())
    (copy,) = copied.changed.elements
    assert copied.document.element(copy) == replace(TEXT, id="note-2", box=BOX.moved(5, 5))
    lowered = edits.reorder(copied.document, copy, 0).document
    assert [element.id for element in lowered.elements] == ["note-2", "note-1"]
    assert edits.remove_element(lowered, "note-2").document == document
    assert edits.remove_element(document, "note-1").document == BARE


def test_slots_stay_below_free_elements_whatever_came_first() -> None:
    document = edits.add_element(BARE, TEXT, permissions()).document
    document = edits.set_values(document, "photo", {"zoom": 1.0}, permissions()).document
    document = edits.set_values(document, "headline", {"text": "A"}, permissions()).document
    assert [element.id for element in document.elements] == ["headline", "photo", "note-1"]


@pytest.mark.parametrize(
    "element",
    [
        Element("banner", "text"),
        Element("seal", "text"),
        Element("note-1", ""),
        Element("Note 1", "text"),
        Element("note-1", "text", MappingProxyType({"size": float("inf")})),
        Element("note-1", "text", box=Rect(0, 0, 0, 0)),
    ],
)
def test_no_free_element_can_slip_past_a_lock_or_a_bound(element: Element) -> None:
    with pytest.raises(UsageError):
        edits.add_element(BARE, element, permissions())


def test_taken_names_are_refused_and_fresh_ones_found() -> None:
    document = edits.add_element(BARE, TEXT, permissions()).document
    with pytest.raises(UsageError, match="note-1"):
        edits.add_element(document, TEXT, permissions())
    guarded = Permissions({"note-2": CLOSED})
    assert edits.fresh_id(document, "note", guarded) == "note-3"
    assert len(edits.fresh_id(document, "n" * 64, guarded)) <= 64


def test_what_belongs_to_the_design_cannot_be_removed_copied_or_reordered() -> None:
    attempts: tuple[Callable[[], Edited], ...] = (
        lambda: edits.remove_element(DOCUMENT, "headline"),
        lambda: edits.duplicate(DOCUMENT, "headline", permissions()),
        lambda: edits.reorder(DOCUMENT, "banner", 0),
    )
    for wrong in attempts:
        with pytest.raises(UsageError):
            wrong()


@given(documents, st.text(st.characters(min_codepoint=32, max_codepoint=126) | st.sampled_from("ửỆĐ"), max_size=20))
@settings(max_examples=40)
def test_setting_and_clearing_a_value_ends_where_it_began(document: Document, text: str) -> None:
    document = replace(document, elements=())
    edited = edits.set_values(document, "headline", {"text": text}, permissions())
    assert edited.document != document
    assert edits.clear_value(edited.document, "headline", "text").document == document
