"""Reading designs: the shipped ones, and what is wrong in others."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from coverkit.elements.kinds import kinds
from coverkit.errors import InputError, UsageError
from coverkit.layout.design import design, design_ids, parse_design
from coverkit.model.values import Cmyk
from coverkit.resources import assets
from tests.layout.samples import HEAD, WORDS, cover, small_design

SLOT = '[[slot]]\nid = "a"\nkind = "text"\nbox = [0, "W / 2", 10, 10]\n'


def test_reads_slots_styles_and_colours() -> None:
    found = small_design(SLOT + 'open = ["content"]\nset = { text = "Chữ" }\n')
    slot = found.slot("a")
    assert slot is not None
    assert slot.box == ("0", "W / 2", "10", "10")
    assert (slot.role, slot.name_vi, slot.when, slot.angle) == ("a", "a", "1", "0")
    assert found.colours["red"] == Cmyk(0, 1, 0.9, 0)
    assert found.colours["black"].is_black_only
    assert found.styles["body"].spec.size_max == 12
    assert found.slot("b") is None


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("schema = 1", "schema = 2", "newer"),
        ('id = "small"', "id = 3", "id"),
        ("red = [0, 100, 90, 0]", "red = [0, 101, 90, 0]", "red"),
        ("red = [0, 100, 90, 0]", "red = [0, 100, 90]", "red"),
        ("size = [8, 12]", "size = 8", "size"),
        ("size = [8, 12]", 'size = [8, 12]\nvalign = "centre"', "valign"),
        ("size = [8, 12]", 'size = [8, 12]\ncolour = "blue"', "colour"),
        ("size = [8, 12]", "size = [8, 12]\nleading = 0.5", "leading"),
        ("size = [8, 12]", "size = [8, 12]\nweigth = 700", "weigth"),
        ('kind = "text"', 'kind = "sticker"', "kind"),
        ('box = [0, "W / 2", 10, 10]', "box = [0, 1, 10]", "box"),
        ('box = [0, "W / 2", 10, 10]', 'box = "all"', "box"),
        (SLOT, SLOT + 'open = ["colour"]\n', "open"),
        (SLOT, SLOT + 'set = { txt = "Chữ" }\n', "txt"),
        (SLOT, SLOT + "set = { text = 3 }\n", "text"),
        (SLOT, SLOT + "angle = true\n", "angle"),
        (SLOT, SLOT + SLOT, "slot"),
        (SLOT, SLOT + "requird = true\n", "requird"),
        (SLOT, "", "slot"),
    ],
)
def test_wrong_data_is_named(old: str, new: str, named: str) -> None:
    whole = HEAD.replace("@", "") + SLOT
    assert old in whole
    with pytest.raises(InputError) as caught:
        parse_design(whole.replace(old, new).encode(), "small")
    assert named in str(caught.value)
    assert caught.value.remedy


def test_an_unknown_design_names_the_known_ones() -> None:
    with pytest.raises(UsageError) as caught:
        design("khong-co")
    assert all(name in caught.value.remedy for name in design_ids())


@pytest.mark.parametrize("design_id", design_ids())
def test_shipped_designs_are_whole(design_id: str) -> None:
    found = design(design_id)
    assert found.id == design_id
    assert all((found.name_vi, found.name_en, found.about_vi, found.about_en))
    assert {"label", "name", "body", "date"} <= {slot.role for slot in found.slots if slot.required}
    assert {"banner", "slogan"} <= {slot.kind for slot in found.slots if slot.required}
    assert {slot.fields["style"] for slot in found.slots if "style" in slot.fields} <= set(found.styles)
    assert {slot.kind for slot in found.slots} <= set(kinds())
    assert all(slot.name_vi != slot.id != slot.name_en for slot in found.slots if slot.form)


@pytest.mark.parametrize("design_id", design_ids())
def test_what_the_law_and_the_dispatch_order_stays_locked(design_id: str) -> None:
    permissions = cover(design_id, "ban-tin-190x270", WORDS["typical"]).permissions
    for name in ("label", "name", "body", "date"):
        locks = permissions.of(name)
        assert not any((locks.place_open, locks.style_open, locks.content_open)), name
    banner = permissions.of("banner")
    assert not any((banner.style_open, banner.content_open))
    assert banner.bounds is not None
    assert not banner.bounds.turns
    assert not banner.bounds.hides
    assert permissions.of("slogan").content_open
    assert not permissions.of("slogan").place_open
    assert "1011" in permissions.of("banner").reason
    assert permissions.of("headline").content_open


@pytest.mark.parametrize("design_id", design_ids())
def test_small_type_keeps_its_size_on_the_smallest_page(design_id: str) -> None:
    found, scale = design(design_id), 205 / 270
    for name, style in found.styles.items():
        ink = found.colours[style.colour]
        least = 6.0 if ink.is_black_only else 8.0
        assert style.spec.size_min * scale >= least - 1e-9, name


@pytest.mark.parametrize("design_id", design_ids())
def test_every_design_has_a_thumbnail_and_a_contact_sheet(design_id: str) -> None:
    thumbnail = assets() / "templates" / "designs" / design_id / "thumbnail.png"
    with Image.open(thumbnail) as picture:
        assert picture.width == 240
    assert thumbnail.stat().st_size < 40_000
    sheet = Path(__file__).parents[2] / "docs" / "designs" / f"{design_id}.jpg"
    assert sheet.stat().st_size < 400_000
