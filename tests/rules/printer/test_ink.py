"""printer.ink: the printer's limit on the plates of a finished file."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coverkit import registry
from coverkit.facts.file import FileSubject
from coverkit.facts.ink import OWN_PLATES, InkReport
from coverkit.geometry import Rect
from tests.rules.press.subjects import codes, foreign, result, subject

registry.import_all("coverkit.rules.printer")
PLACE = Rect(20.0, 30.0, 15.0, 15.0)


def inked(percent: float, engine: str = "tiffsep", reason: str = "", printer: str = "offset-coated") -> FileSubject:
    ink = InkReport(percent, PLACE, percent + 10, 0.25, 300.0, engine, page=2)
    return replace(foreign(printer=printer), ink=ink, ink_reason=reason)


def test_ink_fires_above_the_printers_limit() -> None:
    (finding,) = result("printer.ink", inked(302.0)).findings
    problem = finding.problem
    assert (finding.severity.value, problem.code, problem.box, problem.page) == ("warning", "over-limit", PLACE, 2)
    assert (problem.measured, problem.limit, problem.unit) == (302.0, 300.0, "%")
    assert "25 % of the page" in problem.message


def test_ink_stays_quiet_within_the_limit_and_where_the_cover_was_judged() -> None:
    assert codes("printer.ink", inked(301.0)) == []
    assert codes("printer.ink", inked(300.0)) == []
    own = replace(subject(), ink=InkReport(400.0, PLACE, 400.0, 1.0, 300.0, OWN_PLATES))
    with pytest.raises(ValueError, match="not enough values"):
        result("printer.ink", own)


def test_ink_option_tolerance() -> None:
    assert codes("printer.ink", inked(302.0), tolerance_percent=5.0) == []
    assert codes("printer.ink", inked(300.5), tolerance_percent=0.0) == ["over-limit"]


def test_ink_that_was_not_measured_is_not_checked() -> None:
    found = result("printer.ink", replace(foreign(), ink_reason="no engine"))
    assert (found.status.value, found.reason) == ("not_checked", "no engine")
    found = result("printer.ink", inked(100.0, reason="page 1 of 3"))
    assert (found.status.value, found.reason) == ("not_checked", "page 1 of 3")
    assert codes("printer.ink", inked(400.0, reason="page 1 of 3")) == ["over-limit"]
