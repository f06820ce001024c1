"""Dialogs: what they show comes from the program's own data, and what is chosen there is done."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)

from coverkit import __version__
from coverkit.app import sample
from coverkit.app.pasting import examine
from coverkit.app.sample import sample_project
from coverkit.app.units import kept_units, save_unit
from coverkit.campaigns import library
from coverkit.gui.actions import SPECS
from coverkit.gui.desk import Desk, OpenCover
from coverkit.gui.dialogs import campaign as campaign_dialog
from coverkit.gui.dialogs import masthead_field, paste
from coverkit.gui.dialogs.about import AboutDialog
from coverkit.gui.dialogs.campaign import CampaignDialog
from coverkit.gui.dialogs.details import DetailsDialog
from coverkit.gui.dialogs.fields import choose
from coverkit.gui.dialogs.guide import GuideWindow, guide_folder, show_guide
from coverkit.gui.dialogs.preferences import PreferencesDialog
from coverkit.gui.dialogs.shortcuts import ShortcutsDialog
from coverkit.gui.dialogs.units import UnitsDialog
from coverkit.gui.panels.editors.number_box import NumberBox
from coverkit.gui.windows.cover_window import CoverWindow
from coverkit.model.document import Unit
from coverkit.resources import assets
from tests.artwork.svgs import svg

Until = Callable[[Callable[[], bool]], None]
TCVN3 = "Trung t©m KhuyÕn n«ng tØnh §¾k N«ng"
UNICODE = "Trung tâm Khuyến nông tỉnh Đắk Nông"


@pytest.fixture
def opened(desk: Desk) -> OpenCover:
    return desk.open_cover(sample_project(), None)


@pytest.fixture(autouse=True)
def no_units_left() -> Iterator[None]:
    yield
    for kept in kept_units():
        kept.path.unlink()


def _press(dialog: QWidget, text: str) -> None:
    button = next(one for one in dialog.findChildren(QPushButton) if one.text().replace("&", "") == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def _primary(dialog: QWidget) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.property("kind") == "primary")


def test_cover_details_are_one_step_that_can_be_undone(desk: Desk, opened: OpenCover) -> None:
    before = opened.editor.document
    dialog = DetailsDialog(desk, opened.editor, opened.window)
    dialog.show()
    dialog.issue.number.setText("12")
    choose(dialog.issue.format, "a5")
    choose(dialog.printer, "digital")
    dialog.designs.choose("trang-trong")
    dialog.issue.date.setDate(dt.date(2016, 4, 1))  # type: ignore[arg-type] # PySide takes Python's dates
    refused: list[str] = []
    opened.editor.refused.connect(lambda message, remedy: refused.append(message))
    QApplication.processEvents()
    card = next(one for one in dialog.campaigns.cards if one.name.startswith("bau-cu-2016"))
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    QTest.mouseClick(_primary(dialog), Qt.MouseButton.LeftButton)
    assert refused == []
    now = opened.editor.document
    assert (now.issue.number, now.format.id, now.printer, now.design.id) == ("12", "a5", "digital", "trang-trong")
    assert now.campaign is not None
    assert now.campaign.id == "bau-cu-2016"
    assert opened.editor.project.campaign is not None
    assert len(opened.editor.session.history) == 1
    opened.editor.undo()
    assert opened.editor.document == before


def test_cover_details_left_alone_change_nothing(desk: Desk, opened: OpenCover) -> None:
    dialog = DetailsDialog(desk, opened.editor, opened.window)
    dialog.show()
    QTest.mouseClick(_primary(dialog), Qt.MouseButton.LeftButton)
    assert opened.editor.session.history == ()
    assert not opened.editor.session.dirty


def test_details_show_designs_with_the_cover_s_own_words(desk: Desk, opened: OpenCover, until: Until) -> None:
    dialog = DetailsDialog(desk, opened.editor, opened.window)
    dialog.show()
    until(lambda: all(card.has_picture for card in dialog.designs.cards))
    dialog.reject()


def test_a_unit_is_entered_kept_and_changed(desk: Desk) -> None:
    dialog = UnitsDialog(desk, None)
    dialog.show()
    _press_primary_and_expect(dialog, open_still=False)
    dialog = UnitsDialog(desk, None)
    dialog.show()
    name, date = dialog.form.fields["name"].control, dialog.form.fields["licence_date"]
    publication = dialog.form.fields["publication"].control
    assert isinstance(name, QLineEdit)
    assert isinstance(publication, QLineEdit)
    assert isinstance(date.control, QLineEdit)
    publication.setText("Bản tin Y tế")
    _press_primary_and_expect(dialog, open_still=True)
    assert dialog.form.fields["name"].complaint
    name.setText("Sở Y tế tỉnh Đắk Nông")
    date.control.setText("31/02/2020")
    _press_primary_and_expect(dialog, open_still=True)
    assert date.complaint
    date.control.setText("28/02/2020")
    run = dialog.form.fields["print_run"].control
    assert isinstance(run, QSpinBox)
    run.setValue(500)
    _press_primary_and_expect(dialog, open_still=False)
    (kept,) = kept_units()
    assert kept.unit == Unit(
        name="Sở Y tế tỉnh Đắk Nông", publication="Bản tin Y tế", licence_date=dt.date(2020, 2, 28), print_run=500
    )
    assert desk.settings.text("unit") == "Sở Y tế tỉnh Đắk Nông"


def test_a_unit_s_masthead_is_drawn_shown_and_taken_off(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save_unit(sample.unit(), "mau")
    path = tmp_path / "măng-sét.svg"
    path.write_bytes(svg('<rect width="90" height="20" fill="#0b6b3a"/><rect y="24" width="60" height="10" fill="#c8102e"/>'))
    dialog = UnitsDialog(desk, None)
    dialog.show()
    form = dialog.form
    words = form.fields["masthead_words"]
    assert not words.isVisibleTo(form)
    assert not form.masthead.picture.isVisibleTo(form)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    QTest.mouseClick(form.masthead.take, Qt.MouseButton.LeftButton)
    assert form.masthead.picture.isVisibleTo(form)
    image = form.masthead.picture.pixmap().toImage()
    colours = [image.pixelColor(x, image.height() // 4) for x in range(0, image.width(), 3)]
    assert any(one.green() > one.red() + 30 for one in colours)
    assert isinstance(words.control, QLineEdit)
    words.control.setText("Bản tin Khuyến nông")
    _press_primary_and_expect(dialog, open_still=False)
    (kept,) = kept_units()
    assert kept.unit.masthead_words == "Bản tin Khuyến nông"
    assert kept.unit.masthead_outline.count(";") == 1
    again = UnitsDialog(desk, None)
    again.show()
    QTest.mouseClick(again.form.masthead.off, Qt.MouseButton.LeftButton)
    assert not again.form.masthead.picture.isVisibleTo(again)
    _press_primary_and_expect(again, open_still=False)
    assert kept_units()[0].unit == sample.unit()


def test_what_is_no_masthead_is_told_and_changes_nothing(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(masthead_field, "show_error", lambda _, message, remedy: told.append(message))
    path = tmp_path / "a.svg"
    path.write_bytes(svg(""))
    dialog = UnitsDialog(desk, None)
    dialog.form.masthead.take_in(path)
    assert told[0].startswith("a.svg")
    assert dialog.form.unit.masthead_outline == ""
    before = dialog.form.masthead.note.text()
    dialog.form.masthead.show_drawn("nonzero")
    assert dialog.form.masthead.note.text() != before
    assert not dialog.form.masthead.picture.isVisibleTo(dialog)
    dialog.reject()


def _press_primary_and_expect(dialog: QWidget, open_still: bool) -> None:
    QTest.mouseClick(_primary(dialog), Qt.MouseButton.LeftButton)
    assert dialog.isVisible() is open_still


def test_fields_and_rulers_measure_in_another_unit_at_once(desk: Desk, opened: OpenCover, until: Until) -> None:
    before = opened.window
    dialog = PreferencesDialog(desk, before)
    assert dialog.lengths.currentData() == "mm"
    choose(dialog.lengths, "cm")
    dialog.show()
    QTest.mouseClick(_primary(dialog), Qt.MouseButton.LeftButton)
    until(lambda: opened.window is not before)
    assert desk.settings.text("length") == "cm"
    window = opened.window
    assert isinstance(window, CoverWindow)
    opened.editor.select(["headline"])
    placed = opened.editor.placed("headline")
    assert placed is not None
    boxes = [one for one in window.panels.inspector.findChildren(NumberBox) if one.suffix().endswith("cm")]
    assert len(boxes) >= 4
    assert boxes[0].value() == pytest.approx(placed.box.x, abs=0.001)
    desk.measure("mm")
    until(lambda: opened.window is not window)


def test_preferences_are_kept_and_worn_at_once(desk: Desk, opened: OpenCover, until: Until) -> None:
    save_unit(sample.unit())
    before = opened.window
    dialog = PreferencesDialog(desk, opened.window)
    choose(dialog.language, "en")
    choose(dialog.theme, "dark")
    choose(dialog.printer, "digital")
    choose(dialog.autosave, 10)
    dialog.show()
    QTest.mouseClick(_primary(dialog), Qt.MouseButton.LeftButton)
    until(lambda: opened.window is not before)
    settings = desk.settings
    assert (settings.language, settings.theme, settings.text("printer"), settings.text("autosave")) == (
        "en",
        "dark",
        "digital",
        "10",
    )
    assert settings.text("unit") == sample.unit().name
    desk.wear("light")
    until(lambda: settings.theme == "light")


def test_every_shortcut_is_listed_and_found_without_tones(desk: Desk) -> None:
    dialog = ShortcutsDialog(None)
    shown = [line.text(0) for _, lines in dialog.groups for line in lines]
    assert len(shown) >= sum(1 for spec in SPECS if spec.shortcut)
    dialog.search.setText("hoan tac")
    left = [line.text(0) for _, lines in dialog.groups for line in lines if not line.isHidden()]
    assert left == ["Hoàn tác"]


def test_no_key_is_given_twice() -> None:
    keys = [key for spec in SPECS for key in spec.shortcut.split()]
    assert sorted(keys) == sorted(set(keys))


def test_about_names_version_and_licences_of_all_that_came_along(desk: Desk) -> None:
    dialog = AboutDialog(None)
    names = [part.name for part in dialog.parts]
    assert names[0] == f"CoverKit {__version__}"
    fonts = {one.name for one in (assets() / "fonts").iterdir() if (one / "OFL.txt").is_file()}
    assert fonts <= set(names)
    assert "Lucide" in names
    assert any(name.startswith("reportlab") for name in names)
    assert all(part.text for part in dialog.parts[: 2 + len(fonts)])
    dialog.list.setCurrentRow(names.index("Lucide"))
    assert "ISC" in dialog.text.toPlainText()


def test_a_dropped_campaign_is_shown_and_added_only_when_wanted(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, until: Until
) -> None:
    found = library.find("bau-cu-2016")
    text = found.files["campaign.toml"].decode().replace("version = 1", "version = 2", 1)
    files = {name: data for name, data in found.files.items() if name != "seal.json"} | {"campaign.toml": text.encode()}
    from coverkit.campaigns.package import zip_bytes

    path = tmp_path / "bau-cu.campaign"
    path.write_bytes(zip_bytes(files))
    said: list[str] = []

    def answer(accept: bool) -> Callable[[CampaignDialog], int]:
        def run(dialog: CampaignDialog) -> int:
            said.extend(one.text() for one in dialog.findChildren(QLabel))
            return int(CampaignDialog.DialogCode.Accepted if accept else CampaignDialog.DialogCode.Rejected)

        return run

    monkeypatch.setattr(campaign_dialog.CampaignDialog, "exec", answer(accept=False))
    desk.open_files([path])
    assert library.newest_version("bau-cu-2016") == 1
    assert any("Công văn 137-CV/BTGTW" in one for one in said)
    monkeypatch.setattr(campaign_dialog.CampaignDialog, "exec", answer(accept=True))
    desk.open_files([path])
    assert library.newest_version("bau-cu-2016") == 2
    start = desk.start_window()
    assert start is not None
    until(lambda: start.new is not None and start.new.campaigns.name == "bau-cu-2016@2")
    from coverkit.campaigns import installed

    installed.remove("bau-cu-2016", 2)


def test_pasted_text_in_an_old_code_is_shown_both_ways(monkeypatch: pytest.MonkeyPatch, application: QApplication) -> None:
    shown: list[tuple[str, str]] = []

    def accept(dialog: paste.PasteDialog) -> int:
        shown.append((dialog.before.toPlainText(), dialog.after.toPlainText()))
        return int(paste.PasteDialog.DialogCode.Accepted)

    monkeypatch.setattr(paste.PasteDialog, "exec", accept)
    data = QMimeData()
    data.setText(TCVN3)
    assert paste.pasted_text(None, data) == UNICODE
    assert shown == [(TCVN3, UNICODE)]
    monkeypatch.setattr(paste.PasteDialog, "exec", lambda dialog: int(paste.PasteDialog.DialogCode.Rejected))
    assert paste.pasted_text(None, data) is None


def test_pasted_unicode_asks_nothing_and_is_composed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paste.PasteDialog, "exec", lambda dialog: pytest.fail("asked"))
    data = QMimeData()
    data.setText("Tie\u0302\u0301ng Vie\u0323\u0302t\r\nhai")
    assert paste.pasted_text(None, data) == "Tiếng Việt\nhai"
    assert paste.pasted_text(None, QMimeData()) is None


def test_the_paste_dialog_takes_the_text_as_it_came_or_in_capitals(application: QApplication) -> None:
    text = "trung t©m khuyÕn n«ng"
    dialog = paste.PasteDialog(text, (), examine(text), None)
    dialog.show()
    dialog.capitals.setChecked(True)
    assert dialog.chosen == "TRUNG TÂM KHUYẾN NÔNG"
    cancel, as_it_came, _ = list(dialog.findChildren(QPushButton))
    QTest.mouseClick(as_it_came, Qt.MouseButton.LeftButton)
    assert dialog.chosen == text
    assert cancel.text()


def test_fonts_of_pasted_html_are_read() -> None:
    html = '<p style="font-family:.VnTime,serif"><font face="VNI-Times">x</font></p>'
    assert paste.font_names(html) == (".VnTime", "serif", "VNI-Times")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_guide_is_there_in_both_languages_with_its_pictures(desk: Desk, language: str, until: Until) -> None:
    desk.speak(language)
    show_guide(desk)
    (window,) = desk.windows
    assert isinstance(window, GuideWindow)
    assert window.contents.count() >= 8
    window.contents.setCurrentRow(window.contents.count() - 1)
    assert window.text.verticalScrollBar().value() > 0
    assert window.look_for("SHA-256")
    assert not window.look_for("không có chữ nào như thế này")
    page = (guide_folder() / ("huong-dan.md" if language == "vi" else "guide.md")).read_text("utf-8")
    pictures = re.findall(r"!\[[^]]+\]\(([^)]+)\)", page)
    assert len(pictures) >= 6
    assert all((guide_folder() / one).is_file() for one in pictures)
    show_guide(desk)
    assert desk.windows == [window]


def test_every_control_has_a_name(desk: Desk, until: Until) -> None:
    start = desk.show_start()
    until(lambda: start.new is not None)
    opened = desk.open_cover(sample_project(), None)
    windows: list[QWidget] = [
        start,
        DetailsDialog(desk, opened.editor, None),
        UnitsDialog(desk, None),
        PreferencesDialog(desk, None),
        ShortcutsDialog(None),
        AboutDialog(None),
    ]
    nameless = [
        f"{type(window).__name__}: {type(one).__name__} {one.objectName()}"
        for window in windows
        for one in window.findChildren(QWidget)
        if one.window() is window and one.focusPolicy() != Qt.FocusPolicy.NoFocus and not _named(one)
    ]
    for window in windows[1:]:
        assert isinstance(window, QDialog)
        window.reject()
    assert nameless == []


def _named(one: QWidget) -> bool:
    if one.accessibleName() or not one.isEnabled():
        return True
    if isinstance(one, QAbstractButton) and one.text():
        return True
    # Parts that Qt itself puts into its controls are read with them.
    above = one.parentWidget()
    return one.objectName().startswith("qt_") or (above is not None and bool(above.accessibleName()))
