"""On the smallest pages, where the official art is smallest, no line of it is thinner than presses print."""

from __future__ import annotations

import pytest

from coverkit.app.pipeline import ExportRequest, export
from coverkit.app.sample import sample_project
from coverkit.checks.finding import Severity


@pytest.mark.parametrize("page_format", ["a5", "145x205", "160x240"])
def test_a_cover_of_a_small_page_goes_to_press_without_a_warning(page_format: str) -> None:
    found = export(sample_project("toi-gian", page_format), ExportRequest("pdf-x4")).result.findings
    assert [one for one in found if one.severity is not Severity.NOTE] == []
