"""Reading text off pixels, where Tesseract and its Vietnamese data are installed; without them nothing is claimed."""

from __future__ import annotations

import subprocess
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from coverkit.campaigns.library import shipped
from coverkit.recognition import ocr
from coverkit.recognition.reference import Pixels
from coverkit.recognition.slogans import slogans_in
from coverkit.resources import assets

CAMPAIGN = shipped("dak-nong-dai-hoi-xii-2020")
MOTTO = CAMPAIGN.slogans[2].text
PX_PER_MM = 200 / 25.4


def pictured(text: str) -> Pixels:
    """Return a text as a scan at 200 dpi would show it."""
    font = ImageFont.truetype(str(assets() / "fonts" / "Lora" / "Lora-Bold.ttf"), 48)
    image = Image.new("RGB", (round(font.getlength(text)) + 120, 160), (250, 248, 240))
    ImageDraw.Draw(image).text((60, 50), text, (150, 20, 20), font)
    return np.asarray(image, np.uint8)


@pytest.mark.skipif(ocr.program() is None, reason="Tesseract with Vietnamese is not installed")
def test_a_slogan_is_read_off_pixels() -> None:
    found = ocr.read(pictured(MOTTO), PX_PER_MM)
    assert found is not None
    (one,) = slogans_in(found, CAMPAIGN, None)
    assert one.recognised
    assert one.match.slogan is not None
    assert one.match.slogan.text == MOTTO
    assert one.box.x == pytest.approx(60 / PX_PER_MM, abs=1.5)


def test_a_program_that_is_missing_fails_or_hangs_reads_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    image = pictured(MOTTO)
    for tool in (None, "/no/such/program", "false"):
        monkeypatch.setattr(ocr, "program", lambda tool=tool: tool)
        assert ocr.read(image, PX_PER_MM) is None

    def hangs(*_: object, **__: object) -> None:
        raise subprocess.TimeoutExpired("tesseract", 1)

    monkeypatch.setattr(ocr, "program", lambda: "tesseract")
    monkeypatch.setattr(subprocess, "run", hangs)
    assert ocr.read(image, PX_PER_MM) is None


def test_strange_tables_are_no_crash(monkeypatch: pytest.MonkeyPatch) -> None:
    head = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"
    first, second = (f"5\t1\t1\t1\t1\t{word}\t{10 + 60 * word}\t10\t50\t20\t91\t" for word in (1, 2))
    rows = f"{first}Đoàn\n{second}kết\nrubbish\n5\t1\t1\t1\t2\t1\t0\t0\t1\t1\t-1\t\n"
    monkeypatch.setattr(ocr, "program", lambda: "tesseract")
    done = subprocess.CompletedProcess((), 0, (head + rows).encode(), b"")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: done)
    found = ocr.read(pictured("x"), PX_PER_MM)
    assert found is not None
    assert [one.text for one in found] == ["Đoàn kết"]
