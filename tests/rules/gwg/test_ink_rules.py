"""Rules R0025 and R0026: ink over any square of 15 mm, as it was measured, or not checked."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import pytest

from coverkit.facts.file import FileSubject
from coverkit.facts.ink import InkReport
from coverkit.formats.gwg import GwgLimit, gwg_variant
from coverkit.geometry import Rect
from coverkit.rules.gwg import asking
from tests.rules.gwg.subjects import GROUND, found, result, subject

PLACE = Rect(20, 30, 15, 15)


def _inked(percent: float, content: bytes = GROUND) -> FileSubject:
    return replace(subject(content), ink=InkReport(percent, PLACE, percent, 0.0, 300.0, "test"))


def _packaging(monkeypatch: pytest.MonkeyPatch, **limits: float) -> None:
    """Let SheetCMYK ask for all inks, as only the variants for packaging do."""
    real = gwg_variant("SheetCMYK")
    limit = GwgLimit("warning", MappingProxyType({"percent": 320.0, "square_mm": 15.0, **limits}))
    variant = replace(real, rules=MappingProxyType({**real.rules, "r0025": limit}))
    monkeypatch.setattr(asking, "gwg_variant", lambda _: variant)


def test_r0026_fires_above_the_limit() -> None:
    outcome = result("r0026", _inked(320.4))
    assert outcome is not None
    (finding,) = outcome.findings
    problem = finding.problem
    assert (finding.severity.value, problem.box, problem.limit, problem.unit) == ("warning", PLACE, 320.0, "%")
    assert problem.measured == pytest.approx(320.4)


def test_r0026_stays_quiet_at_the_limit_after_rounding() -> None:
    assert found("r0026", _inked(320.04)) == []
    assert found("r0026", _inked(100.0)) == []


def test_r0026_is_not_checked_without_a_measurement() -> None:
    outcome = result("r0026", subject(GROUND))
    assert outcome is not None
    assert (outcome.status.value, outcome.reason) == ("not_checked", "no engine")


def test_r0026_is_not_checked_where_spots_were_measured_too() -> None:
    outcome = result("r0026", _inked(330.0, GROUND + b"/Gold cs 1 scn 60 60 9 9 re f"))
    assert outcome is not None
    assert (outcome.status.value, outcome.findings) == ("not_checked", ())
    assert found("r0026", _inked(310.0, GROUND + b"/Gold cs 1 scn 60 60 9 9 re f")) == []


def test_r0026_counts_the_four_inks_alone_where_spots_have_plates_of_their_own() -> None:
    spot = GROUND + b"/Gold cs 1 scn 60 60 9 9 re f"
    other = Rect(40, 50, 15, 15)

    def measured(cmyk: float) -> FileSubject:
        ink = InkReport(400.0, PLACE, 400.0, 0.0, 300.0, "test", ("Gold",), 1, cmyk, other, 2)
        return replace(subject(spot), ink=ink, ink_reason="")

    assert found("r0026", measured(310.0)) == []
    outcome = result("r0026", measured(330.0))
    assert outcome is not None
    (finding,) = outcome.findings
    assert (finding.problem.measured, finding.problem.box, finding.problem.page) == (330.0, other, 2)


def test_r0026_is_not_checked_where_some_pages_were_not_measured() -> None:
    outcome = result("r0026", replace(_inked(100.0), ink_reason="only page 1"))
    assert outcome is not None
    assert (outcome.status.value, outcome.reason) == ("not_checked", "only page 1")
    assert found("r0026", replace(_inked(400.0), ink_reason="only page 1")) == [("ink", "warning")]


@pytest.mark.parametrize(("variant", "limit"), [("SheetSpot", 320), ("MagazineAds", 305), ("WebCMYK", 305), ("Newspaper", 245)])
def test_r0026_option_variant_with_its_limit(variant: str, limit: int) -> None:
    assert found("r0026", _inked(limit + 1), variant=variant) == [("ink", "warning")]
    assert found("r0026", _inked(limit), variant=variant) == []
    assert result("r0026", _inked(400), variant="DigitalPrint") is None


def test_r0025_fires_above_the_limit_with_spots(monkeypatch: pytest.MonkeyPatch) -> None:
    _packaging(monkeypatch)
    assert found("r0025", _inked(330.0, GROUND + b"/Gold cs 1 scn 60 60 9 9 re f")) == [("ink", "warning")]


def test_r0025_stays_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    _packaging(monkeypatch)
    assert found("r0025", _inked(320.0)) == []


def test_r0025_option_variant_that_does_not_ask_and_another_square(monkeypatch: pytest.MonkeyPatch) -> None:
    assert result("r0025", _inked(400.0)) is None
    _packaging(monkeypatch, square_mm=10.0)
    outcome = result("r0025", _inked(400.0))
    assert outcome is not None
    assert outcome.status.value == "not_checked"
