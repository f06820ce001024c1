"""Printer profiles: the size that is ordered is optional, and must be a size."""

from __future__ import annotations

from pathlib import Path

import pytest

from coverkit.errors import InputError
from coverkit.formats import printers
from coverkit.formats.printers import printer_profile, printer_profiles

SHIPPED = (printers._FOLDER / "offset-coated.toml").read_text(encoding="utf-8")


def _read(folder: Path, more: str) -> printers.PrinterProfile:
    path = folder / "own.toml"
    path.write_text(f"{SHIPPED}{more}\n", encoding="utf-8")
    return printers._read(path)


def test_shipped_profiles_print_any_size() -> None:
    assert {one.trim for one in printer_profiles()} == {None}
    assert printer_profile("offset-coated").trim_tolerance == 0.5


def test_a_profile_may_name_a_size_and_its_tolerance(tmp_path: Path) -> None:
    found = _read(tmp_path, "trim_mm = [190, 270.5]\ntrim_tolerance_mm = 1")
    assert (found.trim, found.trim_tolerance) == ((190.0, 270.5), 1.0)
    assert _read(tmp_path, "trim_mm = [0, 0]").trim is None


@pytest.mark.parametrize("wrong", ["trim_mm = [190, 0]", "trim_mm = [-1, 5]", "trim_mm = [190]", "trim_tolerance_mm = -1"])
def test_what_is_no_size_is_refused(tmp_path: Path, wrong: str) -> None:
    with pytest.raises(InputError, match=r"own\.toml"):
        _read(tmp_path, wrong)
