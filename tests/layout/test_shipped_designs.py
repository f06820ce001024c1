"""Every shipped design in every format, with the shortest and the longest texts, and with art of other shapes."""

from __future__ import annotations

import itertools
import math
from dataclasses import replace

import pytest

from coverkit.campaigns.campaign import Campaign
from coverkit.formats.pages import named_formats
from coverkit.geometry import Rect
from coverkit.layout.cover import Cover
from coverkit.layout.design import design_ids
from coverkit.scene.operations import Fill, GlyphRun, Gradient, Picture, Stroke
from tests.layout.samples import CAMPAIGN, PRINTER, WORDS, Words, cover, placed

FORMATS = tuple(one.page.id for one in named_formats())
LEAST_GAP = 0.8
"""Mm between the ink of two texts."""


def lines(found: Cover, element: str) -> list[Rect]:
    return [one.bounds for one in found.scene.of(element) if isinstance(one, GlyphRun) and one.bounds.area > 0]


def gap(one: Rect, other: Rect) -> float:
    across = max(one.x - other.right, other.x - one.right, 0.0)
    down = max(one.y - other.bottom, other.y - one.bottom, 0.0)
    return math.hypot(across, down)


def nearest(ones: list[Rect], others: list[Rect]) -> float:
    return min(gap(one, other) for one in ones for other in others)


def assert_texts_whole(found: Cover) -> None:
    safe = found.scene.trim.inset(found.printer.safe)
    for one in found.texts():
        assert one.text is not None
        assert not one.text.overset, f"{one.id}: {one.text.overset_text}"
        assert not one.text.missing, one.id
        assert all(safe.contains(box, 0.01) for box in lines(found, one.id)), one.id


def assert_apart(found: Cover) -> None:
    texts = {one.id: lines(found, one.id) for one in found.texts()}
    for one, other in itertools.combinations(texts, 2):
        assert nearest(texts[one], texts[other]) >= LEAST_GAP, (one, other)


def assert_banner_good(found: Cover) -> None:
    banner, campaign = placed(found, "banner"), found.campaign
    assert campaign is not None
    assert banner.art is not None
    rules, box = campaign.banner, banner.box
    least = max(rules.least_width[banner.art.name], rules.least_share[banner.art.name] * found.scene.width)
    assert box.width >= least - 0.01
    assert box.aspect == pytest.approx(banner.art.aspect, rel=rules.aspect_tolerance / 2)
    assert found.scene.trim.inset(found.printer.safe).contains(box, 0.01)
    for one in found.texts():
        assert nearest(lines(found, one.id), [box]) >= rules.clear_space - 0.01, one.id


def assert_lawful_order(found: Cover) -> None:
    """The words BẢN TIN first, the name below them, body and date below the name, all in the upper part."""
    ink = {role: one.used for role in ("label", "name", "body", "date") if (one := found.with_role(role)) is not None}
    label, name, body, date = ink["label"], ink["name"], ink["body"], ink["date"]
    assert label is not None
    assert name is not None
    assert body is not None
    assert date is not None
    assert label.bottom <= 0.4 * found.scene.height
    assert label.bottom < name.y
    assert name.bottom < min(body.y, date.y)
    assert placed(found, "date").plain_text == "Ngày 15 tháng 10 năm 2020"


def assert_picture_seen(found: Cover, share: float) -> None:
    if not found.design.wants_picture:
        return
    hero = placed(found, "hero")
    assert hero.box.height >= share * found.scene.height


@pytest.mark.parametrize("design_id", design_ids())
@pytest.mark.parametrize("format_id", FORMATS)
@pytest.mark.parametrize("length", WORDS)
def test_holds_in_every_format_and_length(design_id: str, format_id: str, length: str) -> None:
    found = cover(design_id, format_id, WORDS[length])
    assert_texts_whole(found)
    assert_apart(found)
    assert_banner_good(found)
    assert_lawful_order(found)
    assert_picture_seen(found, 0.13 if length == "longest" else 0.24)
    slogan = placed(found, "slogan").text
    assert slogan is not None
    assert slogan.size >= CAMPAIGN.slogan_rules.least_size


def shaped(shape: str) -> Campaign:
    """Return the campaign with art of one shape only."""
    named = {entry.name: entry for entry in CAMPAIGN.art}
    entry = {
        "6:1": replace(named["band"], width=240.0, height=40.0),
        "5:1": named["band"],
        "3:1": replace(named["band"], width=180.0, height=60.0),
        "square": named["square"],
        "column": named["column"],
    }[shape]
    return replace(CAMPAIGN, art=(entry,))


@pytest.mark.parametrize("design_id", design_ids())
@pytest.mark.parametrize("format_id", FORMATS)
@pytest.mark.parametrize("shape", ["6:1", "5:1", "3:1", "square", "column"])
def test_takes_art_of_any_shape(design_id: str, format_id: str, shape: str) -> None:
    for words in WORDS.values():
        found = cover(design_id, format_id, words, shaped(shape))
        assert_texts_whole(found)
        assert_apart(found)
        assert_banner_good(found)


@pytest.mark.parametrize("design_id", design_ids())
@pytest.mark.parametrize("slogan", [one.id for one in CAMPAIGN.slogans])
def test_sets_every_official_slogan_whole(design_id: str, slogan: str) -> None:
    for format_id in FORMATS:
        found = cover(design_id, format_id, replace(WORDS["typical"], slogan=slogan))
        assert_texts_whole(found)
        assert_banner_good(found)


def optional(words: Words) -> list[Words]:
    """Return the words with every choice of optional texts left out."""
    choices = itertools.product((words.subhead, ""), ((), words.teasers[:1], words.teasers[:3]), (words.number, ""))
    return [replace(words, subhead=subhead, teasers=teasers, number=number) for subhead, teasers, number in choices]


@pytest.mark.parametrize("design_id", design_ids())
def test_texts_left_out_leave_no_hole(design_id: str) -> None:
    for words in optional(WORDS["longest"]):
        found = cover(design_id, FORMATS[0], words)
        assert_texts_whole(found)
        assert_apart(found)
        down = sorted((one.used.y, one.used.bottom) for one in found.placed if one.kind in SEEN and one.used is not None)
        reached = down[0][1]
        for top, bottom in down:
            assert top - reached <= AIR.get(design_id, 0.1) * found.scene.height
            reached = max(reached, bottom)


AIR = {"chu-lon": 0.13}
"""Share of the height that a design leaves empty on purpose, where it is more than a tenth."""
SEEN = ("text", "slogan", "banner", "picture")


@pytest.mark.parametrize("design_id", design_ids())
def test_a_teaser_alone_does_not_need_the_first(design_id: str) -> None:
    words = replace(WORDS["typical"], teasers=("", "Chỉ có tin vắn thứ hai"))
    found = cover(design_id, FORMATS[0], words)
    assert_texts_whole(found)
    assert_apart(found)


@pytest.mark.parametrize("design_id", design_ids())
def test_stands_without_a_campaign(design_id: str) -> None:
    found = cover(design_id, FORMATS[0], WORDS["typical"], None)
    assert placed(found, "banner").used is None
    assert placed(found, "slogan").used is None
    assert_texts_whole(found)
    assert_lawful_order(found)


@pytest.mark.parametrize("design_id", design_ids())
@pytest.mark.parametrize("format_id", FORMATS)
def test_grounds_reach_the_bleed(design_id: str, format_id: str) -> None:
    """What comes near the trim's edge crosses it as far as the bleed; nothing ends between."""
    found = cover(design_id, format_id, WORDS["typical"])
    bleed, trim = found.scene.bleed_box, found.scene.trim
    for one in found.scene.operations:
        if not isinstance(one, Fill | Gradient | Picture):
            continue
        box = one.bounds
        for edge, out, inside in (
            (box.x, bleed.x, trim.x + PRINTER.safe),
            (-box.right, -bleed.right, -trim.right + PRINTER.safe),
            (box.y, bleed.y, trim.y + PRINTER.safe),
            (-box.bottom, -bleed.bottom, -trim.bottom + PRINTER.safe),
        ):
            assert edge <= out + 1e-6 or edge >= inside - 1e-6, one.source


@pytest.mark.parametrize("design_id", design_ids())
def test_thin_lines_and_small_black_type_are_one_ink(design_id: str) -> None:
    found = cover(design_id, "145x205", WORDS["longest"])
    for one in found.scene.operations:
        if isinstance(one, GlyphRun) and one.size < 8:
            assert one.ink.is_black_only, one.source
        if isinstance(one, Stroke) and one.width < 1:
            assert one.ink.is_black_only, one.source
