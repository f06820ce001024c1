"""The size that was ordered is compared with what each page is cut to, within the tolerance, as viewers turn it."""

from __future__ import annotations

import pytest
from pikepdf import Pdf

from coverkit.app.rulebook import rules
from coverkit.checks.runner import run
from coverkit.facts.file import FileSubject
from coverkit.formats.printers import printer_profile
from coverkit.preflight.inspect import inspect
from coverkit.records import replace
from tests.preflight.files import TRIM, built


def _told(trim: tuple[float, float] | None, data: bytes | None = None, tolerance: float = 0.5) -> list[str] | None:
    printer = replace(printer_profile("offset-coated"), trim=trim, trim_tolerance=tolerance)
    subject = FileSubject(pdf=inspect(built() if data is None else data, "a.pdf"), printer=printer, standard="PDF/X-4")
    found = run([one for one in rules() if one.id == "printer.trim"], subject).rules
    return [one.code for one in found[0].findings] if found else None


def test_only_where_a_size_was_ordered() -> None:
    assert _told(None) is None


@pytest.mark.parametrize(
    ("width", "height", "expected"), [(0, 0, []), (0.4, -0.4, []), (0.6, 0, ["other-size"]), (0, -1, ["other-size"])]
)
def test_within_the_tolerance(width: float, height: float, expected: list[str]) -> None:
    assert _told((TRIM[0] + width, TRIM[1] + height)) == expected


def test_a_page_that_viewers_turn_is_as_wide_as_it_is_seen() -> None:
    def turned(pdf: Pdf) -> None:
        pdf.pages[0].obj.Rotate = 90

    assert _told((TRIM[1], TRIM[0]), built(turned)) == []
    assert _told(TRIM, built(turned)) == ["other-size"]
