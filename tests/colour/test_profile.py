"""Output conditions and the checks of their profiles."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest

from coverkit.colour.profile import bundled_condition, bundled_conditions, load_condition
from coverkit.errors import InputError, UsageError
from tests.colour.builders import fogra39, rgb_profile


@pytest.mark.parametrize("name", bundled_conditions())
def test_bundled_conditions_load_and_say_who_they_are(name: str) -> None:
    condition = bundled_condition(name)
    assert condition.id == name
    assert condition.registry == "http://www.color.org"
    assert load_condition(condition.profile).id == name
    assert condition.channels == 4


def test_the_deflated_stream_is_the_profile_and_made_once() -> None:
    condition = fogra39()
    assert zlib.decompress(condition.deflated()) == condition.profile
    assert condition.deflated() is condition.deflated()


def test_unknown_condition_names_the_known_ones() -> None:
    with pytest.raises(UsageError) as caught:
        bundled_condition("FOGRA99")
    assert "FOGRA39" in caught.value.remedy


def test_a_file_of_a_printers_own(tmp_path: Path) -> None:
    file = tmp_path / "press.icc"
    file.write_bytes(fogra39().profile)
    assert load_condition(file, condition_id="Press 4", registry="").id == "Press 4"
    with pytest.raises(InputError, match="nowhere"):
        load_condition(tmp_path / "nowhere.icc")


def _changed(at: int, value: bytes) -> bytes:
    profile = fogra39().profile
    return profile[:at] + value + profile[at + len(value) :]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "not an ICC profile"),
        (b"%PDF-1.6" * 100, "not an ICC profile"),
        (_changed(8, b"\x05"), "version 5"),
        (_changed(12, b"mntr"), "output device"),
        (_changed(16, b"RGB "), "RGB, not CMYK"),
        (_changed(20, b"Luv "), "Lab"),
        (_changed(fogra39().profile.index(b"B2A0"), b"XXXX"), "B2A0"),
        (fogra39().profile[:-1000], "cut short"),
        (rgb_profile(), "output device"),
    ],
)
def test_refuses_what_pdf_x_may_not_use(data: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason) as caught:
        load_condition(data, label="press.icc")
    assert "press.icc" in caught.value.message
    assert caught.value.remedy


def test_refuses_damaged_tables() -> None:
    profile = fogra39().profile
    start = int.from_bytes(profile[profile.index(b"A2B1") + 4 :][:4], "big")
    with pytest.raises(InputError, match="damaged"):
        load_condition(profile[:start] + b"\xff" * 64 + profile[start + 64 :])
