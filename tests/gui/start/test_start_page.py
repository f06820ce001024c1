"""From the start page to an open cover: by mouse, and by keyboard alone."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from coverkit.app import sample
from coverkit.app.file_check import check_file
from coverkit.app.units import save_unit, units_folder
from coverkit.gui.desk import Desk, OpenCover
from coverkit.gui.export.dialog import FOLDER, ExportDialog
from coverkit.gui.start.campaign_card import CampaignCard
from coverkit.gui.start.new_page import NewPage
from coverkit.gui.windows.start_window import StartWindow

Until = Callable[[Callable[[], bool]], None]
LEFT = Qt.MouseButton.LeftButton
CAMPAIGN = "dak-nong-dai-hoi-xii-2020@1"


@pytest.fixture
def unit_kept() -> Iterator[None]:
    kept = save_unit(sample.unit(), replace=True)
    yield
    kept.path.unlink()


@pytest.fixture
def start(desk: Desk, until: Until) -> StartWindow:
    window = desk.show_start()
    until(lambda: window.new is not None)
    return window


def _page(start: StartWindow) -> NewPage:
    assert start.new is not None
    return start.new


def _click(widget: QWidget) -> None:
    QTest.mouseClick(widget, LEFT)


def _card(page: NewPage, name: str) -> CampaignCard:
    QApplication.processEvents()
    return next(card for card in page.campaigns.cards if card.name == name)


def test_a_cover_by_mouse_from_the_start_page_to_the_press_file(
    desk: Desk, start: StartWindow, unit_kept: None, until: Until, tmp_path: Path
) -> None:
    _click(start.recent.cards_all[0])
    page = _page(start)
    assert page.isVisible()
    page.issue.date.setDate(QDate(2020, 10, 15))
    assert page.campaigns.name == CAMPAIGN, "the one that binds this date is chosen by itself"
    page.show_units()
    _click(page.designs.cards[page.designs.names.index("o-luoi")])
    until(lambda: page.designs.cards[page.designs.names.index("o-luoi")].has_picture)
    page.issue.number.setText("10")
    headline = page.content.field("headline")
    assert headline is not None
    QTest.keyClicks(headline.control, "Vu mua moi")
    page.content.put("teaser_1", "Tái canh cà phê")
    _drop(page.content.well("hero"), sample.sample_folder() / "nui-hoang-hon.jpg")
    _click(page.make_button)
    until(lambda: bool(desk.covers))
    (opened,) = desk.covers
    document = opened.editor.document
    assert (document.design.id, document.issue.number, document.unit) == ("o-luoi", "10", sample.unit())
    assert document.campaign is not None
    headline_element = document.element("headline")
    assert headline_element is not None
    assert headline_element.values["text"] == "Vu mua moi"
    assert len(document.pictures()) == 1
    assert {"banner", "slogan"} <= {one.id for one in opened.editor.cover.placed}
    assert opened.window.isWindowModified(), "it lies in no file yet"
    assert not start.isVisible()
    _export_by_keyboard(opened, desk, tmp_path, until)


def _export_by_keyboard(opened: OpenCover, desk: Desk, folder: Path, until: Until) -> None:
    """Go on to the end: Ctrl+E, Enter, and the file is there and passes the check of any PDF."""
    until(lambda: opened.editor.findings is not None)
    desk.settings.put(FOLDER, str(folder))
    QTest.keyClick(opened.window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    dialog = opened.window.findChild(ExportDialog)
    assert isinstance(dialog, ExportDialog)
    until(lambda: dialog.setup.export_button.isEnabled())
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    until(lambda: dialog.pages.currentWidget() is dialog.made)
    (pdf,) = folder.glob("*.pdf")
    assert not [one for one in check_file(pdf).result.findings if one.severity == "error"]
    QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_a_cover_by_keyboard_alone(desk: Desk, start: StartWindow, unit_kept: None, until: Until) -> None:
    page = _page(start)
    page.show_units()
    QTest.keyClick(start, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert _focus() is page.issue.date
    _type("15102020")
    assert page.issue.date.date() == QDate(2020, 10, 15)
    _tab_to(page.issue.number)
    _type("11")
    _tab_to(_card(page, CAMPAIGN))
    _tab_to(page.designs.cards[0])
    _press(Qt.Key.Key_Right)
    assert page.designs.chosen == page.designs.names[1]
    field = page.content.field("headline")
    assert field is not None
    _tab_to(field.control)
    _type("Vu mua moi")
    QTest.keyClick(_focus(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    until(lambda: bool(desk.covers))
    document = desk.covers[0].editor.document
    assert (document.issue.number, document.design.id) == ("11", page.designs.names[1])


def test_tab_goes_through_the_columns_in_the_order_of_the_eye(start: StartWindow, unit_kept: None) -> None:
    page = _page(start)
    page.show_units()
    start.show_new()
    parts = (page.issue, page.campaigns, page.designs, page.unit, page.content, page.make_button)

    def passed() -> list[int]:
        page.begin()
        seen: list[int] = []
        while True:
            at = next((number for number, part in enumerate(parts) if part is _focus() or part.isAncestorOf(_focus())), None)
            if at is None:
                return seen
            seen.append(at)
            _press(Qt.Key.Key_Tab)

    first = passed()
    assert first == sorted(first)
    assert set(first) == set(range(len(parts)))
    page.issue.date.setDate(QDate(2020, 10, 15))
    page.designs.cards[0].setFocus()
    _press(Qt.Key.Key_Right)
    QApplication.processEvents()
    later = passed()
    assert later == sorted(later), "cards of another date and fields of another design keep their places"
    assert set(later) == set(first)


def test_what_is_missing_is_said_at_its_field(start: StartWindow) -> None:
    page = _page(start)
    start.show_new()
    page.content.put("headline", "")
    page.issue.number.clear()
    _click(page.make_button)
    headline = page.content.field("headline")
    assert headline is not None
    assert page.issue.number_field.complaint
    assert page.unit.first_field.complaint
    assert headline.complaint
    assert page.issue.number.hasFocus()
    QTest.keyClicks(headline.control, "a")
    assert not headline.complaint
    page.issue.number.setText("3")
    assert not page.issue.number_field.complaint


def test_campaigns_stand_by_the_date_of_the_issue(start: StartWindow) -> None:
    page = _page(start)
    start.show_new()
    page.issue.date.setDate(QDate(2020, 5, 19))
    assert page.campaigns.name == "130-nam-ngay-sinh-bac-lam-dong-2020@1"
    page.issue.date.setDate(QDate(2021, 3, 5))
    assert page.campaigns.name == "", "none binds this date"
    _click(_card(page, CAMPAIGN))
    assert page.campaigns.name == CAMPAIGN
    assert "30/11/2020" in page.campaigns.use_date.text()
    _click(page.campaigns.use_date)
    assert page.issue.date.date() == QDate(2020, 11, 30)
    assert page.campaigns.name == CAMPAIGN
    assert not page.campaigns.use_date.isVisible()


def test_what_was_typed_stays_when_the_design_changes(start: StartWindow) -> None:
    page = _page(start)
    start.show_new()
    page.designs.choose("o-luoi")
    page.content.put("headline", "Tít")
    page.content.put("teaser_4", "Bốn")
    page.designs.choose("le-hoi")
    assert page.content.field("teaser_4") is None
    assert dict(page.content.texts) == {"headline": "Tít"}
    page.designs.choose("o-luoi")
    assert dict(page.content.texts) == {"headline": "Tít", "teaser_4": "Bốn"}


def test_a_picture_dropped_anywhere_on_the_page_fills_the_first_place(start: StartWindow) -> None:
    page = _page(start)
    start.show_new()
    page.designs.choose("ghep-anh")
    first, second = (sample.sample_folder() / name for name in ("nui-hoang-hon.jpg", "dong-co-trong-nang.jpg"))
    _drop(page, first)
    _drop(page, second)
    assert dict(page.content.pictures) == {"hero": first, "picture_2": second}


def test_a_design_of_the_first_page_begins_a_cover(start: StartWindow, until: Until) -> None:
    until(lambda: start.recent.design_cards[0].has_picture)
    _click(start.recent.design_cards[4])
    assert _page(start).isVisible()
    assert _page(start).designs.chosen == "le-hoi"


def test_recent_covers_are_shown_and_opened(desk: Desk, until: Until, tmp_path: Path) -> None:
    from coverkit.app import covers

    path = tmp_path / "so-10.cover"
    covers.save(sample.sample_project(), path)
    desk.settings.remember(tmp_path / "gone.cover")
    desk.settings.remember(path)
    start = desk.show_start()
    card = start.recent.cards[path]
    assert start.recent.cards[tmp_path / "gone.cover"].dimmed
    until(lambda: card.has_picture)
    QTest.keyClick(card, Qt.Key.Key_Space)
    until(lambda: bool(desk.covers))
    assert desk.covers[0].editor.path == path
    assert not desk.covers[0].window.isWindowModified()


def test_nothing_heavy_is_loaded_before_the_first_window_is_painted() -> None:
    program = (
        "import os, sys\n"
        "os.environ.setdefault('QT_QPA_PLATFORM', 'offscreen')\n"
        "from coverkit.gui.launch import open_desk\n"
        "application, desk = open_desk()\n"
        "start = desk.show_start()\n"
        "while not start.painted: application.processEvents()\n"
        "print([name for name in ('numpy', 'PIL', 'reportlab', 'pikepdf', 'coverkit.app') if name in sys.modules])\n"
        "os._exit(0)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "[]"


def test_units_are_offered_once_they_are_kept(start: StartWindow, unit_kept: None) -> None:
    page = _page(start)
    assert _page(start).unit.unit is None
    page.show_units()
    assert page.unit.unit == sample.unit()
    assert list(units_folder().glob("*.toml"))


def _focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def _press(key: Qt.Key) -> None:
    QTest.keyClick(_focus(), key)


def _type(text: str) -> None:
    QTest.keyClicks(_focus(), text)


def _tab_to(widget: QWidget) -> None:
    for _ in range(60):
        if _focus() is widget:
            return
        _press(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never came to {widget.accessibleName()}")


def _drop(target: QWidget | None, path: Path) -> None:
    assert target is not None
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(target.rect().center(), copy, data, LEFT, none)
    QApplication.sendEvent(target, entered)
    assert entered.isAccepted()
    dropped = QDropEvent(QPointF(target.rect().center()), copy, data, LEFT, none, QEvent.Type.Drop)
    QApplication.sendEvent(target, dropped)
    assert dropped.isAccepted()
