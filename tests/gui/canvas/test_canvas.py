"""The canvas in a real window, by mouse and keys."""

from __future__ import annotations

import hashlib
import json
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coverkit.app import covers
from coverkit.app.pipeline import ExportRequest, export
from coverkit.app.project import Project
from coverkit.app.sample import MORE_PHOTOGRAPHS, sample_folder
from coverkit.geometry import Point
from coverkit.gui.canvas import arrivals
from coverkit.gui.canvas.clipboard import MIME
from coverkit.gui.canvas.contents import picture_of, written_text
from coverkit.gui.canvas.handles import place
from coverkit.gui.canvas.steps import guiding, setting
from coverkit.gui.canvas.viewport import Viewport
from coverkit.gui.desk import Desk
from coverkit.gui.theme.style import current
from coverkit.gui.windows.cover_window import CoverWindow
from coverkit.model.storage import bundle
from tests.gui.canvas.conftest import ALT, CTRL, LEFT, PLAIN, SHIFT, Page


def test_a_click_selects_the_topmost_and_goes_deeper_when_repeated(page: Page) -> None:
    page.click(40, 80)
    assert page.selection() == ("mine",)
    page.click(40, 80)
    assert page.selection() == ("hero",), "the design's own shades come last"
    page.click(120, 85, SHIFT)
    assert page.selection() == ("hero", "yours")
    page.click(40, 80, ALT)
    assert len(page.editor.selection) == 1
    QTest.mouseClick(page.canvas, LEFT, PLAIN, QPoint(4, 4))
    assert page.selection() == ()


def test_a_frame_is_drawn_around_what_is_selected(page: Page) -> None:
    def colours() -> set[str]:
        image = page.canvas.grab().toImage()
        spot = page.at(page.box("mine").x, page.middle("mine").y - 4)
        return {QColor(image.pixel(x, spot.y())).name() for x in range(spot.x() - 3, spot.x() + 4)}

    assert current().frame not in colours()
    page.click(40, 80)
    assert current().frame in colours()


def test_a_drag_moves_in_one_step_that_is_taken_back_by_keys(page: Page) -> None:
    before, steps = page.box("mine"), len(page.editor.session.done)
    page.drag((40, 80), (52, 95))
    after = page.box("mine")
    tolerance = page.canvas.viewport.mm(1)
    assert after.x == pytest.approx(before.x + 12, abs=tolerance)
    assert after.y == pytest.approx(before.y + 15, abs=tolerance)
    assert after.width == before.width
    assert len(page.editor.session.done) == steps + 1
    page.until(lambda: page.canvas.bitmaps.is_sharp)
    page.key(Qt.Key.Key_Z, CTRL)
    assert page.box("mine") == before


def test_the_page_shows_what_was_dragged_where_it_was_dropped(page: Page) -> None:
    page.drag((40, 80), (40, 110))
    page.until(lambda: page.canvas.bitmaps.is_sharp)
    page.editor.select(())
    image = page.canvas.grab().toImage()
    gold = QColor(image.pixel(page.at(30, 110)))
    assert gold.red() > 200
    assert gold.blue() < 120


def test_escape_takes_a_drag_back(page: Page) -> None:
    before, steps = page.box("mine"), len(page.editor.session.done)
    QTest.mousePress(page.canvas, LEFT, PLAIN, page.at(40, 80))
    page.move(page.at(60, 90), PLAIN)
    page.until(lambda: page.box("mine") != before)
    page.key(Qt.Key.Key_Escape)
    assert page.box("mine") == before
    assert len(page.editor.session.done) == steps
    QTest.mouseRelease(page.canvas, LEFT, PLAIN, page.at(60, 90))


def test_things_catch_on_one_another_unless_ctrl_is_held(page: Page) -> None:
    page.drag((40, 80), (40, 85.6), PLAIN)
    assert page.box("mine").y == pytest.approx(page.box("yours").y, abs=0.002)


def test_what_is_locked_stays_and_says_why(page: Page) -> None:
    heard: list[str] = []
    page.editor.refused.connect(lambda message, remedy: heard.append(message))
    name, steps = page.box("name"), len(page.editor.session.done)
    page.drag((name.centre.x, name.centre.y), (name.centre.x + 10, name.centre.y + 10))
    assert page.selection() == ("name",)
    assert page.box("name") == name
    assert len(page.editor.session.done) == steps
    assert len(heard) == 1
    assert page.canvas.note.words == heard[0]
    page.key(Qt.Key.Key_Right)
    assert page.box("name") == name
    assert len(heard) == 2


def test_official_art_stops_at_its_bounds(page: Page) -> None:
    page.editor.select(("banner",))
    before = page.box("banner")
    bounds = page.editor.cover.permissions.of("banner").bounds
    assert bounds is not None
    corner = place("se", before, 0.0)
    page.drag((corner.x, corner.y), (corner.x - 150, corner.y - 20))
    after = page.box("banner")
    assert after.width == pytest.approx(bounds.least_width, abs=0.01)
    assert after.aspect == pytest.approx(before.aspect, rel=1e-4)
    page.drag((after.centre.x, after.centre.y), (after.centre.x, after.centre.y - 90))
    assert bounds.holds(page.box("banner"))


def test_handles_resize_and_turn(page: Page) -> None:
    page.editor.select(("mine",))
    before = page.box("mine")
    page.drag((before.right, before.bottom), (before.right + 15, before.bottom + 5))
    after = page.box("mine")
    assert (after.x, after.y) == (before.x, before.y)
    assert after.width == pytest.approx(before.width + 15, abs=page.canvas.viewport.mm(1))
    knob = place("turn", after, 0.0, page.canvas.viewport.mm(22))
    page.drag((knob.x, knob.y), (after.right + 40, after.centre.y), SHIFT)
    placed = page.editor.placed("mine")
    assert placed is not None
    assert placed.angle == 90


def test_arrows_nudge_and_a_burst_is_one_step(page: Page) -> None:
    page.editor.select(("mine",))
    before, steps = page.box("mine"), len(page.editor.session.done)
    page.key(Qt.Key.Key_Right)
    page.key(Qt.Key.Key_Right)
    page.key(Qt.Key.Key_Down, SHIFT)
    page.key(Qt.Key.Key_Left, CTRL)
    after = page.box("mine")
    assert (round(after.x - before.x, 3), round(after.y - before.y, 3)) == (1.9, 10.0)
    assert len(page.editor.session.done) == steps + 1


def test_a_rubber_band_selects_what_it_touches(page: Page) -> None:
    page.drag((10, 66), (145, 98), PLAIN)
    assert set(page.editor.selection) == {"mine", "yours"}


def test_tab_goes_through_the_page_and_on_to_the_next_control(page: Page) -> None:
    page.editor.select(())
    seen = []
    for _ in range(60):
        page.key(Qt.Key.Key_Tab)
        if not page.canvas.hasFocus():
            break
        seen.append(page.editor.selection[0])
    assert {"mine", "yours", "words", "name", "banner", "headline"} <= set(seen)
    assert len(seen) == len(set(seen))
    assert not page.canvas.hasFocus()
    assert page.canvas.accessibleDescription()


def test_text_is_written_in_place_with_caret_selection_and_its_own_undo(page: Page) -> None:
    steps = len(page.editor.session.done)
    page.double(*_middle_of_ink(page, "words"))
    writing = page.canvas.writing
    assert writing is not None
    page.key(Qt.Key.Key_End, CTRL)
    QTest.keyClicks(page.canvas, " va tw")
    assert written_text(page.editor.cover, "words") == "Chữ của tôi va tw"
    page.key(Qt.Key.Key_Home)
    page.key(Qt.Key.Key_Right, CTRL | SHIFT)
    assert writing.writing.state.selected == "Chữ "
    page.key(Qt.Key.Key_Delete)
    assert written_text(page.editor.cover, "words") == "của tôi va tw"
    page.key(Qt.Key.Key_Z, CTRL)
    assert written_text(page.editor.cover, "words") == "Chữ của tôi va tw"
    page.key(Qt.Key.Key_Escape)
    assert page.canvas.writing is None
    assert len(page.editor.session.done) == steps + 1
    page.key(Qt.Key.Key_Z, CTRL)
    assert written_text(page.editor.cover, "words") == "Chữ của tôi"


def test_letters_of_shortcuts_are_written(page: Page) -> None:
    page.editor.select(("words",))
    page.key(Qt.Key.Key_Return)
    QTest.keyClicks(page.canvas, "TWC")
    assert written_text(page.editor.cover, "words") == "TWC"
    assert not page.canvas.view.is_on("preview")


def test_a_click_puts_the_caret_between_the_letters_that_print(page: Page) -> None:
    page.editor.select(("words",))
    page.key(Qt.Key.Key_Return)
    writing = page.canvas.writing
    assert writing is not None
    caret = writing.map.caret(4)
    page.click(caret.x, caret.baseline - 1.0)
    assert writing.writing.state.caret == 4
    assert writing.writing.state.selected == ""


def test_a_picture_is_cropped_by_drag_wheel_and_keys(page: Page) -> None:
    before = picture_of(page.editor.cover, "hero")
    assert before is not None
    page.editor.select(("hero",))
    page.key(Qt.Key.Key_C)
    assert page.tool() == "crop"
    page.drag((95, 150), (75, 150))
    panned = picture_of(page.editor.cover, "hero")
    assert panned is not None
    assert panned.focus_x > before.focus_x
    spot = QPointF(page.at(95, 150))
    turned = QWheelEvent(
        spot, spot, QPoint(), QPoint(0, 240), Qt.MouseButton.NoButton, PLAIN, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(page.canvas, turned)
    zoomed = picture_of(page.editor.cover, "hero")
    assert zoomed is not None
    assert zoomed.zoom > 1
    page.key(Qt.Key.Key_Return)
    assert page.tool() == "select"
    page.key(Qt.Key.Key_Z, CTRL)
    assert picture_of(page.editor.cover, "hero") == before, "the whole session is one step"


def test_ctrl_and_the_wheel_zoom_at_the_pointer(page: Page) -> None:
    spot = QPointF(page.at(40, 80))
    before = page.canvas.viewport
    turned = QWheelEvent(
        spot, spot, QPoint(), QPoint(0, 360), Qt.MouseButton.NoButton, CTRL, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(page.canvas, turned)
    after = page.canvas.viewport
    assert after.scale > before.scale * 1.5
    assert after.page(spot.x(), spot.y()).x == pytest.approx(before.page(spot.x(), spot.y()).x, abs=0.3)
    page.key(Qt.Key.Key_0, CTRL)
    assert page.canvas.viewport == before


def test_zoomed_in_the_visible_part_is_sharp_and_follows_edits(page: Page) -> None:
    words = page.box("words")
    page.editor.select(("words",))
    page.canvas.navigation.zoom_to(20.0)
    page.canvas.navigation.show(words)
    page.until(lambda: page.canvas.bitmaps.is_sharp)
    before = page.canvas.grab().toImage()
    page.editor.perform(setting("words", {"text": "khác"}))
    page.until(lambda: page.canvas.bitmaps.is_sharp)
    assert page.canvas.grab().toImage() != before


def test_guides_come_out_of_the_rulers_and_go_back(page: Page) -> None:
    from coverkit.gui.canvas.rulers import Ruler

    across = next(one for one in page.window.findChildren(Ruler) if one.width() > one.height())
    start = across.mapFromGlobal(page.canvas.mapToGlobal(page.at(50, 0)))
    QTest.mousePress(across, LEFT, PLAIN, QPoint(start.x(), 10))
    target = page.at(50, 140)
    QTest.mouseMove(across, across.mapFromGlobal(page.canvas.mapToGlobal(target)))
    QTest.mouseRelease(across, LEFT, PLAIN, across.mapFromGlobal(page.canvas.mapToGlobal(target)))
    ((axis, where),) = page.canvas.view.guides
    assert axis == "y"
    assert where == pytest.approx(140, abs=3)
    QTest.mousePress(page.canvas, LEFT, PLAIN, page.at(50, where))
    page.move(page.at(50, 60), PLAIN)
    page.move(QPoint(200, -12), PLAIN)
    QTest.mouseRelease(page.canvas, LEFT, PLAIN, QPoint(200, -12))
    assert _guides(page.window) == ()
    assert page.editor.document.guides == ()
    page.editor.undo()
    assert _guides(page.window) == (("y", where),)
    page.editor.undo()
    assert _guides(page.window) == ()


def test_guides_are_saved_with_the_cover_and_never_printed(page: Page, desk: Desk, tmp_path: Path) -> None:
    plain = _printed(page.editor.session.project)
    page.editor.perform(guiding((("x", 63.5), ("y", 101.25))))
    project = page.editor.session.project
    assert _printed(project) == plain
    covers.save(project, tmp_path / "a.cover")
    desk.open_files([tmp_path / "a.cover"])
    again = desk.windows[-1]
    assert isinstance(again, CoverWindow)
    assert again is not page.window
    assert _guides(again) == (("x", 63.5), ("y", 101.25))
    assert again.canvas.view.shows("guides")
    again.actions_["view.clear_guides"].trigger()
    assert _guides(again) == ()
    assert again.isWindowModified()
    again.editor.undo()
    assert _guides(again) == (("x", 63.5), ("y", 101.25))


def _guides(window: CoverWindow) -> tuple[tuple[str, float], ...]:
    return window.canvas.view.guides


def _printed(project: Project) -> bytes:
    return export(project, ExportRequest("pdf-x4")).files[0].data


def test_elements_are_copied_with_their_pictures_and_official_ones_are_not(page: Page) -> None:
    page.editor.select(("hero", "words", "banner"))
    page.key(Qt.Key.Key_C, CTRL)
    packed = json.loads(bytes(QGuiApplication.clipboard().mimeData().data(MIME).data()))
    assert {one["kind"] for one in packed["document"]["elements"]} == {"picture", "text"}
    assert len(packed["pictures"]) == 1
    page.key(Qt.Key.Key_V, CTRL)
    kinds = [placed.kind for one in page.editor.selection if (placed := page.editor.placed(one)) is not None]
    assert kinds == ["picture", "text"]
    page.key(Qt.Key.Key_Delete)
    assert page.selection() == ()


def test_a_damaged_clipboard_is_refused_in_words(page: Page) -> None:
    heard: list[str] = []
    page.editor.refused.connect(lambda message, remedy: heard.append(message))
    mime = QMimeData()
    mime.setData(MIME, b"{]")
    QGuiApplication.clipboard().setMimeData(mime)
    page.key(Qt.Key.Key_V, CTRL)
    assert len(heard) == 1


def test_a_picture_dropped_on_a_frame_fills_it(page: Page) -> None:
    before = picture_of(page.editor.cover, "hero")
    file = sample_folder() / MORE_PHOTOGRAPHS["picture_2"]
    _drop(page, file, Point(95, 130))
    page.until(lambda: picture_of(page.editor.cover, "hero") != before)
    now = picture_of(page.editor.cover, "hero")
    assert now is not None
    assert now.name == file.name


def test_a_picture_is_read_inspected_and_hashed_beside_the_window(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    """Hashing a picture of 100 megapixels takes longer than a frame; the window's own thread does none of it."""
    threads: list[str] = []
    real = hashlib.sha256

    def noted(data: bytes = b"") -> object:
        if len(data) > 100_000:
            threads.append(threading.current_thread().name)
        return real(data)

    for module in (arrivals, bundle):
        monkeypatch.setattr(module.hashlib, "sha256", noted)
    file = sample_folder() / MORE_PHOTOGRAPHS["picture_2"]
    _drop(page, file, Point(95, 130))
    page.until(lambda: getattr(picture_of(page.editor.cover, "hero"), "name", "") == file.name)
    value = picture_of(page.editor.cover, "hero")
    assert value is not None
    assert value.sha256 == real(file.read_bytes()).hexdigest()
    assert threads
    assert threading.main_thread().name not in threads


def test_a_damaged_picture_is_refused_and_nothing_changes(page: Page, tmp_path: Path) -> None:
    heard: list[str] = []
    page.editor.refused.connect(lambda message, remedy: heard.append(message))
    broken = tmp_path / "hong.jpg"
    broken.write_bytes((sample_folder() / MORE_PHOTOGRAPHS["picture_2"]).read_bytes()[:5000])
    steps = len(page.editor.session.done)
    _drop(page, broken, Point(95, 130))
    page.until(lambda: bool(heard))
    assert len(page.editor.session.done) == steps


@pytest.mark.parametrize("mode", ["c", "k", "ink"])
def test_plates_and_ink_are_shown(page: Page, mode: str) -> None:
    page.canvas.view.set_mode(mode)  # type: ignore[arg-type]  # one of the modes
    page.until(lambda: page.canvas.bitmaps.is_current)
    spot = page.at(95, 150)
    colour = QColor(page.canvas.grab().toImage().pixel(spot))
    assert colour.red() == colour.green() == colour.blue(), "a plate is grey, and here no limit is passed"


def test_the_trimmed_preview_fits_the_trim_and_leaves_a_chosen_zoom_alone(page: Page) -> None:
    canvas, view = page.canvas, page.canvas.view
    with_bleed = canvas.viewport
    view.switch("preview", True)
    trim = canvas.editor.cover.scene.trim
    assert canvas.viewport.scale > with_bleed.scale
    assert canvas.viewport.scale == Viewport.fitting(trim, canvas.width(), canvas.height()).scale
    view.switch("preview", False)
    assert canvas.viewport == with_bleed
    canvas.navigation.zoom_percent(150)
    chosen = canvas.viewport
    view.switch("preview", True)
    assert canvas.viewport == chosen


def test_the_trimmed_preview_shows_the_page_and_nothing_else(page: Page) -> None:
    page.editor.select(("mine",))
    page.key(Qt.Key.Key_W)
    page.until(lambda: page.canvas.bitmaps.is_sharp)
    image = page.canvas.grab().toImage()
    outside = page.at(-1.5, 120)
    assert QColor(image.pixel(outside)).name() != QColor(image.pixel(page.at(1.5, 120))).name()
    edge = page.at(20, 72)
    assert current().frame not in {QColor(image.pixel(edge.x() + x, edge.y())).name() for x in range(-3, 4)}


def test_ink_under_the_pointer_and_effective_resolution_are_told(page: Page) -> None:
    inks: list[object] = []
    page.canvas.inked.connect(inks.append)
    page.move(page.at(30, 75), PLAIN)

    def told() -> bool:
        page.move(page.at(30, 75), PLAIN)
        return inks[-1] is not None

    page.until(told)
    gold = inks[-1]
    assert gold.total == pytest.approx(103, abs=3)  # type: ignore[attr-defined]  # 0, 18, 85, 0
    resolved: list[object] = []
    page.canvas.resolved.connect(resolved.append)
    page.editor.select(("hero",))
    assert isinstance(resolved[-1], float)


def test_alignment_and_order_are_steps(page: Page) -> None:
    page.editor.select(("mine", "yours"))
    page.window.actions_["object.align_top"].trigger()
    assert page.box("mine").y == page.box("yours").y
    page.editor.select(("mine",))
    page.window.actions_["object.front"].trigger()
    assert [one.id for one in page.editor.document.elements if one.kind][-1] == "mine"


def test_the_slogan_menu_offers_those_of_the_day(page: Page) -> None:
    from coverkit.gui.canvas.commands.objects import ObjectCommands

    menu = ObjectCommands(page.canvas, page.editor, page.window.desk.settings).slogan_menu("slogan")
    campaign = page.editor.cover.campaign
    assert campaign is not None
    wanted = [one.text for one in campaign.slogans_for(page.editor.document.issue.date)]
    offered = [action for action in menu.actions() if action.isCheckable()]
    assert [one.text() for one in offered] == wanted
    assert sum(one.isChecked() for one in offered) == 1
    offered[-1].trigger()
    placed = page.editor.placed("slogan")
    assert placed is not None
    assert placed.plain_text == wanted[-1]
    menu.deleteLater()


def test_every_action_of_the_canvas_is_bound(page: Page) -> None:
    assert not [one for one in page.window.actions_.unbound if one.startswith(("edit.", "object.", "view."))]


def _middle_of_ink(page: Page, name: str) -> tuple[float, float]:
    placed = page.editor.placed(name)
    assert placed is not None
    assert placed.used is not None
    return placed.used.centre.x, placed.used.centre.y


def _drop(page: Page, file: Path, at: Point) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    spot = QPointF(page.at(at.x, at.y))
    enter = QDragEnterEvent(spot.toPoint(), Qt.DropAction.CopyAction, mime, LEFT, PLAIN)
    QApplication.sendEvent(page.canvas, enter)
    assert enter.isAccepted()
    assert page.canvas.target == "hero"
    event = QDropEvent(spot, Qt.DropAction.CopyAction, mime, LEFT, PLAIN)
    QApplication.sendEvent(page.canvas, event)
    assert event.isAccepted()
