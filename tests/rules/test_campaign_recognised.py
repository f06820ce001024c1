"""campaign.recognised-*: banner and slogans as they were found in finished files and pictures."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from coverkit import registry
from coverkit.app.rulebook import configuration
from coverkit.campaigns.campaign import RuleChange
from coverkit.campaigns.slogans import compare
from coverkit.checks.configuration import Configuration, RuleSettings
from coverkit.checks.finding import RuleResult, Status
from coverkit.checks.rule import registered
from coverkit.checks.runner import run
from coverkit.facts.sight import ArtSighting, SightPage, SightSubject, SloganSighting
from coverkit.formats.printers import printer_profile
from coverkit.geometry import Rect
from tests.rules.covers import AFTER, CAMPAIGN, MOTTO, REPLACED

PRESENT, ASPECT = "campaign.recognised-banner-present", "campaign.recognised-banner-aspect"
SIZE, ZONE = "campaign.recognised-banner-size", "campaign.recognised-banner-zone"
UNCOVERED, COLOUR = "campaign.recognised-banner-uncovered", "campaign.recognised-banner-colour"
SAID, EXACT = "campaign.recognised-slogan-present", "campaign.recognised-slogan-exact"
CURRENT, LEGIBLE = "campaign.recognised-slogan-current", "campaign.recognised-slogan-legible"
DATES, DATE, SEAL = "campaign.recognised-slogan-dates", "campaign.recognised-issue-date", "campaign.recognised-seal"
KIND = "campaign.recognised-kind"

DAY = dt.date(2020, 10, 15)
PAGE = SightPage(1, 190.0, 270.0)
BAND = ArtSighting("band", 1, "drawing", Rect(20.0, 200.0, 150.0, 30.0), 150.0, 30.0, 0.0, 0.0, 1.0)
SEEN = replace(BAND, manner="looking", confidence=0.99, colour_off=1.0)


def slogan(text: str = MOTTO, **changes: Any) -> SloganSighting:
    """Return a slogan that was found."""
    found = SloganSighting(1, text, Rect(20.0, 180.0, 100.0, 6.0), 12.0, compare(text, CAMPAIGN, DAY))
    return replace(found, **changes)


def subject(
    *art: ArtSighting, slogans: tuple[SloganSighting, ...] = (), page: SightPage = PAGE, **changes: Any
) -> SightSubject:
    """Return a file in which this was found."""
    return replace(SightSubject(CAMPAIGN, DAY, (page,), art, slogans), **changes)


def result(rule_id: str, found: SightSubject, **options: object) -> RuleResult:
    """Run one rule."""
    registry.import_all("coverkit.rules.campaign")
    (made,) = (one for one in registered() if one.id == rule_id)
    return run([made], found, Configuration({rule_id: RuleSettings(options)})).rules[0]


def codes(rule_id: str, found: SightSubject, **options: object) -> list[tuple[str, str]]:
    """Return code and severity of each finding."""
    return [(one.code, one.severity.value) for one in result(rule_id, found, **options).findings]


def test_recognised_banner_present_fires() -> None:
    assert codes(PRESENT, subject()) == [("missing", "error")]
    assert codes(PRESENT, subject(replace(BAND, page=2))) == [("elsewhere", "error")]
    assert codes(PRESENT, subject(replace(SEEN, confidence=0.7))) == [("unsure", "warning")]
    assert codes(PRESENT, subject(replace(SEEN, confidence=0.3))) == [("missing", "error")]


def test_recognised_banner_present_tells_a_copy_from_the_sealed_drawing() -> None:
    assert codes(PRESENT, subject(SEEN)) == [("not-sealed", "note")]
    assert codes(PRESENT, subject(SEEN, page=replace(PAGE, scan=True))) == []


def test_recognised_banner_present_stays_quiet() -> None:
    assert codes(PRESENT, subject(BAND)) == []
    assert codes(PRESENT, subject(day=dt.date(2021, 1, 1))) == []


@pytest.mark.parametrize("rule_id", [PRESENT, ASPECT, SIZE, ZONE, UNCOVERED, COLOUR])
def test_without_eyes_nothing_of_the_banner_is_checked(rule_id: str) -> None:
    found = result(rule_id, subject(art_reason="No OpenCV."))
    assert (found.status, found.reason) == (Status.NOT_CHECKED, "No OpenCV.")


def test_recognised_banner_aspect_fires() -> None:
    wide = replace(SEEN, height=29.0, stretch=150.0 / 29.0 / 5.0 - 1.0)
    assert codes(ASPECT, subject(wide)) == [("stretched", "error")]
    assert codes(ASPECT, subject(replace(BAND, angle=-2.0))) == [("turned", "error")]
    assert codes(ASPECT, subject(replace(BAND, mirrored=True))) == [("mirrored", "error")]
    assert codes(ASPECT, subject(replace(wide, confidence=0.8))) == [("stretched", "warning")]


def test_recognised_banner_aspect_stays_quiet() -> None:
    assert codes(ASPECT, subject(BAND)) == []
    assert codes(ASPECT, subject(replace(SEEN, height=29.6))) == []
    assert codes(ASPECT, subject(replace(BAND, height=29.6))) == [("stretched", "error")]
    assert codes(ASPECT, subject(replace(SEEN, angle=-2.0), page=replace(PAGE, scan=True))) == []


def test_recognised_banner_aspect_option() -> None:
    assert codes(ASPECT, subject(replace(SEEN, height=29.0)), tolerance=0.05) == []
    assert codes(ASPECT, subject(replace(BAND, angle=-2.0)), upright_degrees=3.0) == []
    assert codes(ASPECT, subject(replace(BAND, angle=-2.0), page=replace(PAGE, scan=True)), scan_degrees=1.0) != []


def test_recognised_banner_size_fires() -> None:
    small = replace(SEEN, width=60.0, height=12.0)
    assert codes(SIZE, subject(small)) == [("too-narrow", "error"), ("too-small-share", "error")]


def test_recognised_banner_size_of_a_picture_without_resolution_is_a_share_only() -> None:
    found = result(SIZE, subject(replace(SEEN, width=60.0, height=12.0), page=replace(PAGE, measured=False)))
    assert [one.code for one in found.findings] == ["too-small-share"]
    assert "how large" in found.reason


def test_recognised_banner_size_stays_quiet_within_what_pixels_can_tell() -> None:
    least = CAMPAIGN.banner.least_width["band"]
    assert codes(SIZE, subject(replace(BAND, width=150.0))) == []
    assert ("too-narrow", "error") not in codes(SIZE, subject(replace(SEEN, width=least * 0.985)))
    assert ("too-narrow", "error") in codes(SIZE, subject(replace(BAND, width=least * 0.985)))


def test_recognised_banner_size_option() -> None:
    least = CAMPAIGN.banner.least_width["band"]
    assert ("too-narrow", "error") not in codes(SIZE, subject(replace(BAND, width=least * 0.985)), tolerance_mm=5.0)


def test_recognised_banner_zone_fires_and_says_where() -> None:
    top = replace(CAMPAIGN, banner=replace(CAMPAIGN.banner, zones=("top",)))
    (finding,) = result(ZONE, subject(BAND, campaign=top)).findings
    assert finding.code == "wrong-zone"
    assert finding.problem.box == BAND.box
    assert finding.problem.element == "band"


def test_recognised_banner_zone_stays_quiet() -> None:
    assert codes(ZONE, subject(BAND)) == []


def test_recognised_banner_zone_option() -> None:
    top = replace(CAMPAIGN, banner=replace(CAMPAIGN.banner, zones=("top",)))
    assert codes(ZONE, subject(BAND, campaign=top), share=0.9) == []


def test_recognised_banner_uncovered_fires() -> None:
    assert codes(UNCOVERED, subject(replace(SEEN, covered=0.1))) == [("covered", "error")]
    assert codes(UNCOVERED, subject(replace(SEEN, cropped=0.1))) == [("cropped", "error")]


def test_recognised_banner_uncovered_stays_quiet() -> None:
    assert codes(UNCOVERED, subject(replace(SEEN, covered=0.01, cropped=0.005))) == []


def test_recognised_banner_uncovered_option() -> None:
    spoilt = subject(replace(SEEN, covered=0.1, cropped=0.1))
    assert codes(UNCOVERED, spoilt, most_covered=0.2, most_cropped=0.2) == []


def test_recognised_banner_colour_fires() -> None:
    assert codes(COLOUR, subject(replace(SEEN, colour_off=14.0))) == [("recoloured", "warning")]


def test_recognised_banner_colour_stays_quiet() -> None:
    assert codes(COLOUR, subject(BAND)) == []
    assert codes(COLOUR, subject(replace(SEEN, colour_off=14.0), page=replace(PAGE, scan=True))) == []


def test_recognised_banner_colour_option() -> None:
    found = subject(replace(SEEN, colour_off=14.0))
    assert codes(COLOUR, found, most_difference=15.0) == []
    assert codes(COLOUR, replace(found, pages=(replace(PAGE, scan=True),)), most_on_scan=10.0) != []


def test_recognised_slogan_present_fires() -> None:
    assert codes(SAID, subject()) == [("missing", "error")]
    assert codes(SAID, subject(text_recognised=True)) == [("missing", "warning")]


def test_recognised_slogan_present_stays_quiet() -> None:
    assert codes(SAID, subject(slogans=(slogan(),))) == []
    assert codes(SAID, subject(day=dt.date(2021, 1, 1))) == []
    assert result(SAID, subject(text_reason="Outlines.")).status is Status.NOT_CHECKED


def test_recognised_slogan_exact_fires() -> None:
    wrong = slogan(MOTTO.replace("Kỷ", "Kỳ"))
    assert codes(EXACT, subject(slogans=(wrong,))) == [("wrong-words", "error")]
    assert codes(EXACT, subject(slogans=(replace(wrong, recognised=True),))) == [("wrong-words", "warning")]
    assert codes(EXACT, subject(slogans=(slogan(MOTTO.replace("–", "—")),))) == [("written-differently", "note")]
    as_is = replace(CAMPAIGN, slogan_rules=replace(CAMPAIGN.slogan_rules, cases=("as-is",)))
    assert codes(EXACT, subject(slogans=(slogan(MOTTO.upper()),), campaign=as_is)) == [("capitals", "error")]


def test_recognised_slogan_exact_stays_quiet() -> None:
    assert codes(EXACT, subject(slogans=(slogan(),))) == []


def test_recognised_slogan_current_fires() -> None:
    assert codes(CURRENT, subject(slogans=(slogan(REPLACED),))) == [("replaced", "error")]


def test_recognised_slogan_current_stays_quiet() -> None:
    assert codes(CURRENT, subject(slogans=(slogan(),))) == []


def test_recognised_slogan_legible_fires() -> None:
    assert codes(LEGIBLE, subject(slogans=(slogan(size=5.0),))) == [("too-small", "error")]


def test_recognised_slogan_legible_stays_quiet() -> None:
    least = max(6.0, CAMPAIGN.slogan_rules.least_size)
    assert codes(LEGIBLE, subject(slogans=(slogan(size=least),))) == []
    assert result(LEGIBLE, subject(slogans=(slogan(size=0.0, recognised=True),))).status is Status.NOT_CHECKED


def test_recognised_slogan_legible_option() -> None:
    assert codes(LEGIBLE, subject(slogans=(slogan(size=18.0),)), least_pt=20.0) == [("too-small", "error")]
    assert codes(LEGIBLE, subject(slogans=(slogan(size=18.0),)), least_pt=20.0, tolerance_pt=3.0) == []


def test_recognised_slogan_dates_fires() -> None:
    assert codes(DATES, subject(slogans=(slogan(AFTER),)))[0][1] == "warning"


def test_recognised_slogan_dates_stays_quiet() -> None:
    assert codes(DATES, subject(slogans=(slogan(),))) == []
    assert result(DATES, subject(slogans=(slogan(AFTER),), day=None)).status is Status.NOT_CHECKED


def test_recognised_issue_date_fires() -> None:
    assert codes(DATE, subject(day=None)) == [("no-date", "note")]
    assert codes(DATE, subject(BAND, day=dt.date(2021, 1, 1))) == [("outside-period", "warning")]


def test_recognised_issue_date_stays_quiet() -> None:
    assert codes(DATE, subject(BAND)) == []
    assert codes(DATE, subject(day=dt.date(2021, 1, 1))) == []


def test_recognised_seal_fires() -> None:
    assert codes(SEAL, subject(campaign=replace(CAMPAIGN, seal="invalid"))) == [("invalid", "error")]


def test_recognised_seal_stays_quiet() -> None:
    assert codes(SEAL, subject(campaign=replace(CAMPAIGN, seal="valid"))) == []


def test_recognised_kind_fires_where_the_campaign_is_for_another() -> None:
    documents = replace(CAMPAIGN, kinds=("tai-lieu",))
    assert codes(KIND, subject(BAND, campaign=documents, kind="ban-tin")) == [("not-meant", "warning")]
    assert codes(KIND, subject(slogans=(slogan(),), campaign=documents, kind="ban-tin")) == [("not-meant", "warning")]
    assert codes(KIND, subject(BAND, campaign=documents, kind="tai-lieu")) == []
    assert codes(KIND, subject(campaign=documents, kind="ban-tin")) == []


def test_recognised_kind_stays_quiet_where_nothing_tells_it_or_any_will_do() -> None:
    assert result(KIND, subject(BAND, campaign=replace(CAMPAIGN, kinds=("tai-lieu",)))).status is Status.NOT_CHECKED
    # A campaign for every kind asks nothing.
    assert result(KIND, subject(BAND, campaign=replace(CAMPAIGN, kinds=("ban-tin", "tai-lieu")))).status is Status.PASS


def test_what_a_campaign_changes_on_covers_holds_in_finished_files() -> None:
    changes = (
        RuleChange(rule="campaign.banner-size", name="tolerance_mm", value=7.0, code="", reason="the office said so"),
        RuleChange(rule="campaign.banner-present", name="", value="warning", code="missing", reason="only advice"),
        RuleChange(rule="campaign.recognised-banner-zone", name="", value="off", code="outside", reason="not in files"),
    )
    setup = configuration(replace(CAMPAIGN, rule_changes=changes), printer_profile("offset-coated"))
    assert setup.rules["campaign.recognised-banner-size"].options == {"tolerance_mm": 7.0}
    assert setup.rules["campaign.recognised-banner-zone"].overrides["outside"].severity is None
    (found,) = run([one for one in registered() if one.id == PRESENT], subject(), setup).rules
    assert [(one.severity.value, one.override_reason) for one in found.findings] == [("warning", "only advice")]


def test_an_option_that_only_the_rule_for_covers_has_stays_there() -> None:
    change = RuleChange(rule="campaign.banner-present", name="nothing_here", value=1, code="", reason="x")
    setup = configuration(replace(CAMPAIGN, rule_changes=(change,)), printer_profile("offset-coated"))
    assert dict(setup.rules[PRESENT].options) == {}


def test_what_is_said_of_the_rule_for_files_itself_wins() -> None:
    changes = tuple(
        RuleChange(rule=rule, name="tolerance_mm", value=value, code="", reason="x")
        for rule, value in (("campaign.banner-size", 7.0), (SIZE, 2.0))
    )
    setup = configuration(replace(CAMPAIGN, rule_changes=changes), printer_profile("offset-coated"))
    assert setup.rules[SIZE].options == {"tolerance_mm": 2.0}
