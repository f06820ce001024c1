"""Export from the window: chosen, watched, cancelled, refused, made all the same; what was made passes, and is shown."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox

from coverkit.app.pipeline import export, write_files
from coverkit.app.sample import sample_project
from coverkit.gui.desk import Desk
from coverkit.gui.export import job
from coverkit.gui.export.dialog import FOLDER, ExportDialog
from coverkit.gui.export.presets import presets_for, suggested_stem
from coverkit.gui.windows.cover_window import CoverWindow
from coverkit.model import edits
from tests.cli.runner import run

Until = Callable[[Callable[[], bool]], None]


@pytest.fixture
def dialog(desk: Desk, tmp_path: Path, until: Until) -> ExportDialog:
    folder = tmp_path / "ra"
    folder.mkdir()
    desk.settings.put(FOLDER, str(folder))
    window = desk.open_cover(sample_project(), None).window
    assert isinstance(window, CoverWindow)
    until(lambda: window.editor.findings is not None)
    window.actions_["file.export"].trigger()
    found = window.findChild(ExportDialog)
    assert found is not None
    return found


def _window(dialog: ExportDialog) -> CoverWindow:
    window = dialog.parent()
    assert isinstance(window, CoverWindow)
    return window


def _choose(dialog: ExportDialog, output: str) -> None:
    dialog.setup.choose(next(one.key for one in dialog.setup.presets if one.output == output))


def _spoil(window: CoverWindow) -> None:
    text = "Một tít rất dài không thể nào đặt vừa " * 12
    window.editor.perform(lambda document, permissions: edits.set_values(document, "headline", {"text": text}, permissions))


def test_a_press_file_is_made_by_keys_alone_and_passes_its_check(dialog: ExportDialog, until: Until) -> None:
    told: list[tuple[float, str]] = []
    dialog._run.worker.progressed.connect(lambda name, share, doing: told.append((share, doing)))
    out = dialog.setup.out
    assert out.name == "khuyen-nong-dak-nong-so-10-2020-10-15.pdf"
    QTest.keyClick(dialog.setup.export_button, Qt.Key.Key_Space)
    until(lambda: dialog.pages.currentWidget() is dialog.made)
    assert len(told) >= 5, "the progress moves through the real steps"
    assert [share for share, _ in told] == sorted(share for share, _ in told)
    assert len({doing for _, doing in told}) == len(told)
    ran = run("check", out, "--json")
    assert (ran.code, json.loads(ran.out)["subject"]["kind"]) == (0, "pdf")
    assert str(out) in dialog.made.files.text()
    picture = dialog.made.picture.pixmap()
    assert picture.width() / picture.height() == pytest.approx(190 / 270, rel=0.02)
    assert (out.parent / f"{out.stem}.check.json").is_file()


def test_what_can_be_exported_follows_the_cover_and_its_printer(dialog: ExportDialog) -> None:
    editor = _window(dialog).editor
    presets = presets_for(editor.cover)
    assert presets[0].printer == editor.cover.printer.id
    assert {one.output for one in presets} == {"pdf-x4", "pdf-x1a", "review-pdf", "png", "web-banner"}
    editor.perform(lambda document, permissions: edits.set_campaign(document, None))
    assert "web-banner" not in {one.output for one in presets_for(editor.cover)}
    assert suggested_stem(editor.document).isascii()


def test_options_are_those_of_the_output(dialog: ExportDialog, until: Until) -> None:
    _choose(dialog, "png")
    assert dialog.setup.out.suffix == ".png"
    assert dialog.setup.options is not None
    assert set(dialog.setup.options.fields) == {"dpi"}
    dialog.setup.options.fields["dpi"].setValue(40.0)  # type: ignore[union-attr]  # a number, as the name says
    dialog.start()
    until(lambda: dialog.pages.currentWidget() is dialog.made)
    with Image.open(dialog.setup.out) as picture:
        assert picture.size == (round(190 / 25.4 * 40), round(270 / 25.4 * 40))
    _choose(dialog, "pdf-x4")
    assert isinstance(dialog.setup.options.fields["outlines"], QCheckBox)


def test_another_printers_preset_is_judged_for_that_printer(dialog: ExportDialog, until: Until) -> None:
    _choose(dialog, "pdf-x1a")
    printer = dialog.setup.preset.printer
    assert printer == "legacy-rip"
    dialog.start()
    until(lambda: dialog.pages.currentWidget() is dialog.made)
    assert b"PDF/X-1a" in dialog.setup.out.read_bytes()
    assert _window(dialog).editor.document.printer != printer, "the cover itself stays as it is"


def test_cancel_leaves_nothing_behind(dialog: ExportDialog, until: Until, monkeypatch: pytest.MonkeyPatch) -> None:
    reached, go_on = threading.Event(), threading.Event()

    def slow(*arguments: object) -> object:
        made = export(*arguments)  # type: ignore[arg-type]  # handed on as they came
        reached.set()
        go_on.wait(20)
        return made

    monkeypatch.setattr(job, "export", slow)
    dialog.start()
    until(reached.is_set)
    editor = _window(dialog).editor
    editor.perform(lambda document, permissions: edits.set_printer(document, "digital"))
    assert editor.cover.printer.id == "digital", "the cover can be edited meanwhile"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.pages.currentWidget() is dialog.setup
    go_on.set()
    until(lambda: not dialog._run.worker.busy)
    assert list(dialog.setup.out.parent.iterdir()) == []
    assert dialog.isVisible()


def test_files_that_were_written_while_cancel_was_pressed_are_taken_away(
    dialog: ExportDialog, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    def late(*arguments: object) -> object:
        paths = write_files(*arguments)  # type: ignore[arg-type]  # handed on as they came
        dialog._run.worker.cancel("export")
        return paths

    monkeypatch.setattr(job, "write_files", late)
    dialog.start()
    until(lambda: not dialog._run.worker.busy)
    assert list(dialog.setup.out.parent.iterdir()) == []


def test_errors_are_listed_and_nothing_is_written_unless_it_is_wanted_all_the_same(dialog: ExportDialog, until: Until) -> None:
    _spoil(_window(dialog))
    until(lambda: _window(dialog).editor.findings is not None)
    dialog.start()
    until(lambda: dialog.pages.currentWidget() is dialog.refused)
    findings = _window(dialog).editor.findings
    assert findings is not None
    errors = [one.problem.message for one in findings.result.findings if one.severity == "error"]
    assert dialog.refused.list.lines == errors
    assert not dialog.setup.out.exists()
    dialog.refused.force_button.click()
    until(lambda: dialog.pages.currentWidget() is dialog.made)
    assert b"not-passed" in dialog.setup.out.read_bytes()
    assert dialog.made.title.text()


def test_the_report_folder_and_file_are_at_hand(
    dialog: ExportDialog, until: Until, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(QUrl(url).toLocalFile()))
    dialog.start()
    until(lambda: dialog.pages.currentWidget() is dialog.made)
    dialog.made.folder_button.click()
    dialog.made.file_button.click()
    assert opened == [str(dialog.setup.out.parent), str(dialog.setup.out)]
    for name in ("bao-cao.html", "bao-cao.pdf"):
        dialog.save_report(tmp_path / name)
        until((tmp_path / name).is_file)
    page = (tmp_path / "bao-cao.html").read_text("utf-8")
    assert dialog.setup.out.name in page
    assert dialog.made.hash.text().removeprefix("SHA-256 ") in page
    dialog.made.again_button.click()
    assert dialog.pages.currentWidget() is dialog.setup
    assert not dialog.setup.note.isHidden()
    window = _window(dialog)
    dialog.made.close_button.click()
    until(lambda: window.findChild(ExportDialog) is None)


def test_a_folder_that_is_not_there_is_said_before_anything_is_made(dialog: ExportDialog, tmp_path: Path) -> None:
    dialog.setup.place.setText(str(tmp_path / "khong-co" / "bia"))
    assert not dialog.setup.export_button.isEnabled()
    assert "khong-co" in dialog.setup.note.text()
    dialog.setup.place.setText(str(tmp_path / "bia.PDF"))
    assert dialog.setup.out == tmp_path / "bia.PDF"


def test_closing_the_window_ends_an_export(dialog: ExportDialog, until: Until) -> None:
    worker, window = dialog._run.worker, _window(dialog)
    dialog.start()
    window.close()
    until(lambda: not worker._thread.is_alive())


def test_closing_the_dialog_ends_an_export(dialog: ExportDialog, until: Until) -> None:
    worker, window, folder = dialog._run.worker, _window(dialog), dialog.setup.out.parent
    dialog.start()
    dialog.close()
    until(lambda: window.findChild(ExportDialog) is None and not worker._thread.is_alive())
    assert list(folder.iterdir()) == []


def test_an_export_goes_on_while_the_windows_are_built_anew(
    dialog: ExportDialog, desk: Desk, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    reached, go_on = threading.Event(), threading.Event()

    def slow(*arguments: object) -> object:
        reached.set()
        go_on.wait(20)
        return export(*arguments)  # type: ignore[arg-type]  # handed on as they came

    monkeypatch.setattr(job, "export", slow)
    window, run = _window(dialog), dialog._run
    dialog.setup.place.setText(str(dialog.setup.out.with_name("ten-khac")))
    dialog.start()
    until(reached.is_set)
    desk.speak("en")
    until(lambda: desk.windows[0] is not window)
    fresh = _dialog_of(desk)
    assert fresh is not dialog
    assert fresh._run is run
    assert fresh.pages.currentWidget() is fresh.progress
    assert fresh.progress.cancel.text() == "Cancel"
    desk.wear("dark")
    until(lambda: _dialog_of(desk) is not fresh)
    fresh = _dialog_of(desk)
    go_on.set()
    until(lambda: fresh.pages.currentWidget() is fresh.made)
    assert fresh.setup.out.name == "ten-khac.pdf"
    assert fresh.setup.out.is_file()
    assert fresh.made.hash.text()
    desk.wear("light")
    until(lambda: _dialog_of(desk) is not fresh)
    again = _dialog_of(desk)
    assert again.pages.currentWidget() is again.made
    assert again.made.hash.text() == fresh.made.hash.text()
    desk.windows[0].close()
    until(lambda: not run.worker._thread.is_alive())


def test_what_was_refused_and_chosen_is_there_in_another_theme(dialog: ExportDialog, desk: Desk, until: Until) -> None:
    _spoil(_window(dialog))
    _choose(dialog, "pdf-x1a")
    dialog.start()
    until(lambda: dialog.pages.currentWidget() is dialog.refused)
    lines = dialog.refused.list.lines
    desk.wear("dark")
    until(lambda: _dialog_of(desk) is not dialog)
    fresh = _dialog_of(desk)
    assert fresh.pages.currentWidget() is fresh.refused
    assert fresh.refused.list.lines == lines
    assert fresh.setup.preset.output == "pdf-x1a"
    fresh.reject()
    until(lambda: not fresh._run.worker._thread.is_alive())


def _dialog_of(desk: Desk) -> ExportDialog:
    found = desk.windows[0].findChild(ExportDialog)
    assert found is not None
    return found
