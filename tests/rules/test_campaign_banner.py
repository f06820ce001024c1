"""campaign.banner-*: present, official, unstretched, large enough, in its zone, clear, whole."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coverkit.campaigns.campaign import Zone
from coverkit.geometry import Point, Rect
from coverkit.model.values import BLACK
from coverkit.scene.operations import Fill, Stroke
from coverkit.scene.path import Path
from tests.rules.covers import (
    CAMPAIGN,
    SQUARE,
    YELLOW,
    banner,
    branded,
    codes,
    cover,
    drawn,
    findings,
    line,
    masthead,
    only,
    panel,
    slogan,
    text,
)

PRESENT, ASPECT, SIZE = "campaign.banner-present", "campaign.banner-aspect", "campaign.banner-size"
ZONE, CLEAR, UNCOVERED = "campaign.banner-zone", "campaign.banner-clear-space", "campaign.banner-uncovered"


def test_banner_present_fires_without_a_banner() -> None:
    problem = only(PRESENT, cover(*masthead(), slogan()))
    assert problem.code == "missing"
    assert (problem.measured, problem.limit) == (0.0, 1.0)
    assert "Công văn 1011/STTTT-TTBCXB" in problem.message


def test_banner_present_fires_for_art_of_another_hash() -> None:
    faked = cover(slogan(), banner(sha256="0" * 64))
    assert codes(PRESENT, faked) == [("missing", "error"), ("unknown-art", "error")]


def test_banner_present_fires_for_a_banner_off_the_page() -> None:
    assert codes(PRESENT, cover(slogan(), banner(x=300.0))) == [("missing", "error")]


def test_banner_present_stays_quiet_where_nothing_is_ordered() -> None:
    import datetime as dt

    bare = cover(*masthead())
    assert codes(PRESENT, branded()) == []
    assert codes(PRESENT, cover(*masthead(), date=dt.date(2020, 12, 1))) == []
    assert codes(PRESENT, cover(*masthead(), campaign=None)) == []
    assert codes(PRESENT, cover(*masthead(), campaign=replace(CAMPAIGN, kinds=("tai-lieu",)))) == []
    assert codes(PRESENT, bare) != []


def test_banner_aspect_fires_when_stretched() -> None:
    problem = only(ASPECT, cover(banner(width=150.0, height=30.0 / 1.05)))
    assert problem.code == "stretched"
    assert problem.measured == pytest.approx(5.0, abs=0.01)
    assert "+5 %: it is" in problem.message
    assert codes(ASPECT, cover(banner(height=31.0))) == [("stretched", "error")]


def test_banner_aspect_fires_when_turned_or_mirrored() -> None:
    assert codes(ASPECT, cover(banner(angle=3.0))) == [("turned", "error")]
    assert codes(ASPECT, cover(banner(mirrored=True))) == [("mirrored", "error")]


def test_banner_aspect_stays_quiet_within_the_campaigns_tolerance() -> None:
    assert codes(ASPECT, cover(banner())) == []
    assert codes(ASPECT, cover(banner(angle=360.0))) == []
    assert codes(ASPECT, cover(banner(height=30.0 * 1.004))) == []


def test_banner_aspect_option_and_campaign_set_the_tolerance() -> None:
    stretched = cover(banner(height=30.0 * 1.02))
    assert codes(ASPECT, stretched) == [("stretched", "error")]
    assert codes(ASPECT, stretched, tolerance=0.03) == []
    wide = replace(CAMPAIGN, banner=replace(CAMPAIGN.banner, aspect_tolerance=0.03))
    assert codes(ASPECT, cover(banner(height=30.0 * 1.02), campaign=wide)) == []


def test_banner_size_fires_below_width_and_share() -> None:
    found = findings(SIZE, cover(banner(width=80.0)))
    assert [one.code for one in found] == ["too-narrow", "too-small-share"]
    assert (found[0].problem.measured, found[0].problem.limit) == (80.0, 90.0)
    assert found[1].problem.measured == pytest.approx(42.1)


def test_banner_size_stays_quiet_at_the_limit_and_for_art_without_one() -> None:
    assert codes(SIZE, cover(banner(width=104.5))) == []
    assert codes(SIZE, cover(banner(width=10.0, art=SQUARE))) == []


def test_banner_size_option_allows_for_rounding() -> None:
    small = cover(banner(width=104.4))
    assert codes(SIZE, small) == [("too-small-share", "error")]
    assert codes(SIZE, small, tolerance_mm=0.2) == []


@pytest.mark.parametrize(
    ("zone", "good", "bad"),
    [
        ("top", (20.0, 10.0), (20.0, 230.0)),
        ("bottom", (20.0, 230.0), (20.0, 10.0)),
        ("left", (5.0, 100.0), (80.0, 100.0)),
        ("right", (80.0, 100.0), (5.0, 100.0)),
    ],
)
def test_banner_zone_fires_outside_and_not_inside(zone: Zone, good: tuple[float, float], bad: tuple[float, float]) -> None:
    campaign = replace(CAMPAIGN, banner=replace(CAMPAIGN.banner, zones=(zone,)))
    assert codes(ZONE, cover(banner(*good, 105.0), campaign=campaign)) == []
    assert codes(ZONE, cover(banner(*bad, 105.0), campaign=campaign)) == [("wrong-zone", "error")]


def test_banner_zone_stays_quiet_anywhere() -> None:
    assert codes(ZONE, cover(banner(20.0, 120.0))) == []


def test_banner_zone_option_widens_the_zones() -> None:
    campaign = replace(CAMPAIGN, banner=replace(CAMPAIGN.banner, zones=("top",)))
    middle = cover(banner(20.0, 110.0), campaign=campaign)
    assert codes(ZONE, middle) == [("wrong-zone", "error")]
    assert codes(ZONE, middle, share=0.5) == []


def test_banner_clear_space_fires_for_a_text_too_near() -> None:
    problem = only(CLEAR, cover(banner(y=230.0), text("note", "GHI", y=262.0, size=12)))
    assert problem.code == "too-near"
    assert problem.measured == pytest.approx(2.0, abs=0.05)
    assert "the note" in problem.message


def test_banner_clear_space_stays_quiet_for_grounds_and_far_texts() -> None:
    ground = panel("ground", Rect(-3, 200, 196, 73))
    assert codes(CLEAR, cover(ground, banner(y=230.0), text("note", "GHI", y=263.2, size=12))) == []


def test_banner_clear_space_option_sets_the_distance() -> None:
    near = cover(banner(y=230.0), text("note", "GHI", y=262.0, size=12))
    assert codes(CLEAR, near, least_mm=1.5) == []
    assert codes(CLEAR, near, least_mm=0.0) == []
    assert codes(CLEAR, cover(banner(y=230.0), text("note", "GHI", y=265.0, size=12)), least_mm=6.0) == [("too-near", "error")]


def test_banner_uncovered_fires_for_a_text_over_it() -> None:
    problem = only(UNCOVERED, cover(banner(), text("note", "Bản in thử", y=240.0, size=20)))
    assert problem.code == "covered"
    assert problem.element == "note"
    assert "the banner" in problem.message


def test_banner_uncovered_fires_for_a_curve_or_line_across_it() -> None:
    disc = drawn("disc", Fill("disc", Path.circle(Point(95.0, 225.0), 10.0), YELLOW))
    assert codes(UNCOVERED, cover(banner(), disc)) == [("covered", "error")]
    across = line("rule", Point(0.0, 245.0), Point(190.0, 245.0), 1.0)
    assert codes(UNCOVERED, cover(banner(), across)) == [("covered", "error")]


def test_banner_uncovered_fires_when_it_is_cut_off() -> None:
    problem = only(UNCOVERED, cover(banner(x=45.0)))
    assert problem.code == "cut-off"
    assert problem.measured == pytest.approx(5.0)


def test_banner_uncovered_stays_quiet_for_what_lies_below_beside_or_around_it() -> None:
    frame = drawn("frame", Stroke("frame", Path.rectangle(Rect(5, 5, 180, 260)), BLACK, 2.0))
    ring_path = Path((*Path.rectangle(Rect(0, 0, 190, 270)).segments, *Path.rectangle(Rect(10, 10, 170, 255)).segments))
    ring = drawn("ring", Fill("ring", ring_path, YELLOW, even_odd=True))
    near_disc = drawn("disc", Fill("disc", Path.circle(Point(10.0, 220.0), 12.0), YELLOW))
    below = panel("ground", Rect(-3, 200, 196, 73))
    beside = panel("beside", Rect(20, 260, 150, 5))
    assert codes(UNCOVERED, cover(below, banner(y=230.0), frame, ring, near_disc, beside)) == []


def test_banner_uncovered_option_is_the_overlap_that_counts() -> None:
    slight = cover(banner(y=230.0), panel("edge", Rect(20, 259.5, 150, 5)))
    assert codes(UNCOVERED, slight) == [("covered", "error")]
    assert codes(UNCOVERED, slight, tolerance_mm=0.6) == []
