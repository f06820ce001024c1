"""Covers of the shipped campaigns: designs compose with all; the election's corrected slogan goes by issue date."""

from __future__ import annotations

import datetime as dt

import pytest

from coverkit.app.covers import Changes, new_cover
from coverkit.app.pipeline import Checked, check_cover
from coverkit.app.sample import PHOTOGRAPH, sample_folder
from coverkit.app.units import read_unit
from coverkit.checks.finding import Severity
from coverkit.layout.design import design
from tests.campaigns.test_shipped import APRIL, FEBRUARY, OLD

DATES = {
    "dak-nong-dai-hoi-xii-2020": dt.date(2020, 10, 15),
    "dai-hoi-dang-cac-cap-2025-2030": dt.date(2025, 6, 15),
    "bau-cu-2016": APRIL,
    "130-nam-ngay-sinh-bac-lam-dong-2020": dt.date(2020, 5, 19),
}


def checked(campaign: str, day: dt.date, design_id: str = "cao-nguyen", slogan: str = "") -> Checked:
    slots = {slot.id for slot in design(design_id).slots}
    texts = {"headline": "Mùa vàng trên cao nguyên", "subhead": "Nông dân chuyển sang sản xuất xanh"}
    texts |= {"slogan": slogan} if slogan else {}
    changes = Changes(
        campaign=campaign,
        design=design_id,
        unit=read_unit(sample_folder() / "unit.toml"),
        issue_date=day,
        number="5",
        kind="ban-tin",
        texts={slot: text for slot, text in texts.items() if slot in slots},
        pictures={"hero": sample_folder() / PHOTOGRAPH} if "hero" in slots else {},
    )
    return check_cover(new_cover(changes, day))


def errors(found: Checked) -> list[str]:
    return [f"{one.rule}/{one.code}: {one.problem.message}" for one in found.result.findings if one.severity is Severity.ERROR]


@pytest.mark.parametrize("design_id", ["cao-nguyen", "trang-trong", "o-luoi"])
@pytest.mark.parametrize("campaign", DATES)
def test_designs_compose_with_every_campaign_without_errors(campaign: str, design_id: str) -> None:
    found = checked(campaign, DATES[campaign], design_id)
    assert errors(found) == []
    assert found.cover.campaign is not None


def test_the_old_election_slogan_in_an_issue_of_february_is_right() -> None:
    found = checked("bau-cu-2016", FEBRUARY, slogan=OLD)
    assert errors(found) == []
    assert not [one for one in found.result.findings if one.rule.startswith("campaign.slogan-")]


def test_the_old_election_slogan_in_an_issue_of_april_is_an_error_that_names_its_successor() -> None:
    (message,) = errors(checked("bau-cu-2016", APRIL, slogan=OLD))
    assert message.startswith("campaign.slogan-current/replaced")
    assert "là quyền lợi của mỗi công dân !" in message
    assert "137-CV/BTGTW" in message
