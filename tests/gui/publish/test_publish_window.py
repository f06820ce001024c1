"""An issuing body publishes a campaign, from the empty form to the package."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit

from coverkit.app.sealing import make_key
from coverkit.campaigns import library
from coverkit.gui.desk import Desk
from coverkit.gui.publish.list_steps import SlogansStep
from coverkit.gui.publish.publish_window import PublishWindow
from coverkit.gui.publish.words_steps import DispatchStep, PeriodStep, RulesStep
from coverkit.resources import assets

Until = Callable[[Callable[[], bool]], None]
BAND = assets() / "templates" / "campaigns" / "bau-cu-2016" / "art" / "band.pdf"


@pytest.fixture
def window(desk: Desk) -> PublishWindow:
    made = PublishWindow(desk)
    desk.show(made)
    return made


def test_from_the_empty_form_to_a_package_that_units_can_read(window: PublishWindow, until: Until, tmp_path: Path) -> None:
    dispatch, period, slogans, rules = (window.steps[place] for place in (0, 1, 3, 4))
    assert isinstance(dispatch, DispatchStep)
    assert isinstance(period, PeriodStep)
    assert isinstance(slogans, SlogansStep)
    assert isinstance(rules, RulesStep)
    QTest.keyClicks(dispatch.title_vi, "Ngay chuyen doi so")
    QTest.keyClicks(dispatch.number, "Cong van 12/STTTT")
    QTest.keyClicks(dispatch.issuer, "So Thong tin")
    QTest.keyClicks(dispatch.clause, "In tren Bia 1")
    window.forward.click()
    stated = period.issues.stated
    QTest.mouseClick(stated, Qt.MouseButton.LeftButton, pos=QPoint(12, stated.height() // 2))
    assert stated.isChecked()
    window.forward.click()
    window.take_in(BAND, "band")
    until(lambda: len(window.draft.art) == 1)
    window.forward.click()
    slogans.add.click()
    QTest.keyClicks(slogans.text, "Chuyen doi so vi nhan dan")
    window.forward.click()
    QTest.keyClicks(rules.banner, "Mot bang-ron tren Bia 1")
    window.forward.click()
    assert not window.seal.seal.isEnabled(), "there is no key yet"
    window.seal.key.setText(str(_key(tmp_path)))
    assert window.seal.seal.isEnabled()
    assert window.seal.seal_to(tmp_path / "so.campaign")
    read = library.load(str(tmp_path / "so.campaign"))
    assert (read.title_vi, read.slogans[0].text) == ("Ngay chuyen doi so", "Chuyen doi so vi nhan dan")
    assert read.seal == "unknown-issuer"
    assert window.close()


def test_long_texts_show_their_start(window: PublishWindow, until: Until) -> None:
    window.open_campaign("bau-cu-2016")
    until(lambda: bool(window.draft.title_vi))
    for row in range(window.list.count()):
        window.list.setCurrentRow(row)
    lines = [one for step in window.steps for one in step.findChildren(QLineEdit) if one.text()]
    filled = [one for one in lines if not isinstance(one.parent(), QAbstractSpinBox)]
    assert len(filled) > 4
    assert {one.cursorPosition() for one in filled} == {0}


def test_art_that_cannot_be_is_refused_with_what_to_do(window: PublishWindow, until: Until, tmp_path: Path) -> None:
    broken = tmp_path / "hỏng.pdf"
    broken.write_bytes(b"%PDF-1.4 broken")
    window.take_in(broken, "band")
    until(lambda: window.art.told.property("kind") == "bad")
    assert "hỏng.pdf" in window.art.told.text()
    assert not window.draft.art


def test_a_new_version_begins_with_what_is_there(window: PublishWindow, until: Until) -> None:
    window.open_campaign("bau-cu-2016")
    until(lambda: window.draft.version == 2)
    assert len(window.draft.art) == 3
    assert all(one.png for one in window.draft.art)
    for row in range(len(window.steps)):
        before = window.draft
        window.list.setCurrentRow(row)
        assert window.draft == before, "looking at a step changes nothing"
    assert window.close()


def _key(folder: Path) -> Path:
    return make_key(folder / "so.pem", "Sở", dt.date(2026, 1, 1), None).private
