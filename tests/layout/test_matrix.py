"""Every design × format × campaign × length of text, judged by the rules of layout, text, colour and campaign: no errors.

Ink coverage and the record of a file are judged elsewhere; here nothing is painted.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from coverkit.app.rulebook import configuration, rules
from coverkit.campaigns.campaign import Campaign
from coverkit.campaigns.library import shipped, shipped_ids
from coverkit.checks.finding import Severity
from coverkit.checks.runner import run
from coverkit.formats.pages import named_formats
from coverkit.layout.cover import Cover
from coverkit.layout.design import design, design_ids
from coverkit.model.document import Element, Kind
from tests.layout.samples import CAMPAIGN, PICTURE, WORDS, Words, composed, cover, elements
from tests.layout.test_shipped_designs import (
    assert_apart,
    assert_banner_good,
    assert_picture_seen,
    assert_texts_whole,
)

FORMATS = tuple(one.page for one in named_formats())


def slogan_of(campaign: Campaign, length: str) -> str:
    """Return the shortest, the middle or the longest slogan that is valid on the campaign's day."""
    fitting = sorted(campaign.slogans_for(_day(campaign)), key=lambda one: len(one.text))
    return fitting[{"shortest": 0, "typical": len(fitting) // 2, "longest": -1}[length]].id


def _day(campaign: Campaign) -> dt.date:
    day = campaign.event.first or campaign.issues.last
    assert day is not None
    return day


def matrix_cover(design_id: str, format_id: str, campaign: Campaign, length: str) -> Cover:
    """Compose one cover of the matrix; larger pages than a bản tin may have are those of a tài liệu."""
    words: Words = replace(WORDS[length], slogan=slogan_of(campaign, length))
    page = next(one for one in FORMATS if one.id == format_id)
    kind: Kind = "ban-tin" if page.width <= 190 and page.height <= 270 else "tai-lieu"
    return cover(design_id, format_id, words, campaign, _day(campaign), kind)


@pytest.mark.parametrize("design_id", design_ids())
@pytest.mark.parametrize("format_id", [one.id for one in FORMATS])
def test_no_cover_of_the_matrix_has_errors(design_id: str, format_id: str) -> None:
    for campaign_id in shipped_ids():
        for length in WORDS:
            found = matrix_cover(design_id, format_id, shipped(campaign_id), length)
            where = f"{campaign_id}/{length}"
            assert not complaints(found), where
            assert_texts_whole(found)
            assert_apart(found)
            assert_banner_good(found)
            assert_picture_seen(found, 0.13 if length == "longest" else 0.2)


MORE = ("picture_2", "picture_3", "picture_4")


@pytest.mark.parametrize("design_id", [one for one in design_ids() if design(one).slot(MORE[0]) is not None])
@pytest.mark.parametrize("format_id", [one.id for one in FORMATS])
@pytest.mark.parametrize("filled", [MORE[:1], MORE[1:2], MORE[1:], MORE], ids="+".join)
def test_frames_may_stay_empty(design_id: str, format_id: str, filled: tuple[str, ...]) -> None:
    """A frame without a picture vanishes: no placeholder, and the texts still fit."""
    own = [Element(slot, values={"picture": PICTURE}) for slot in filled]
    for words in WORDS.values():
        chosen = tuple(one for one in (*elements(words), *own) if design(design_id).slot(one.id) is not None)
        found = composed(design(design_id), chosen, format_id=format_id, campaign=CAMPAIGN, unit=words.publisher())
        assert {one.id for one in found.of_kind("picture")} == {"hero", *filled}
        assert_texts_whole(found)
        assert_apart(found)
        assert_picture_seen(found, 0.13)


def complaints(found: Cover) -> list[str]:
    """Return errors, and warnings that a design could have avoided."""
    result = run(rules(), found, configuration(found.campaign, found.printer))
    return [
        f"{rule.id}/{finding.code}: {finding.problem.message}"
        for rule in result.rules
        for finding in rule.findings
        if finding.severity is Severity.ERROR
        or (finding.severity is Severity.WARNING and rule.id.startswith(("layout.", "colour.", "text.")))
    ]
