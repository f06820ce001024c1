"""The Inspector: typed fields, steps that belong together, bounds, closed locks that can be read, pictures, slogans."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QToolButton

from coverkit.app.sample import sample_folder
from coverkit.geometry import Rect
from coverkit.gui.panels.editors.choice import SloganEditor
from coverkit.gui.panels.editors.colour import ColourEditor
from coverkit.gui.panels.editors.picture import PictureEditor
from coverkit.gui.panels.editors.text import TextEditor
from coverkit.gui.panels.inspector.document_form import DocumentForm
from coverkit.gui.panels.inspector.element_form import ElementForm
from coverkit.gui.panels.inspector.place_section import changed_box
from coverkit.gui.windows.cover_window import CoverWindow
from coverkit.model import edits
from coverkit.model.document import Document, Element
from coverkit.model.edits import Edited
from coverkit.model.locks import Permissions, PlaceBounds
from coverkit.model.values import Cmyk, PictureValue
from tests.gui.panels.conftest import Until, setting


def _form(window: CoverWindow, element: str) -> ElementForm:
    window.editor.select([element])
    form = window.panels.inspector.form
    assert isinstance(form, ElementForm)
    return form


def _enter(line: QLineEdit, text: str) -> None:
    line.selectAll()
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return)


def test_what_is_typed_is_set_at_once_and_is_one_step(window: CoverWindow) -> None:
    field = _form(window, "headline").fields["text"]
    assert isinstance(field, TextEditor)
    field.text.selectAll()
    QTest.keyClicks(field.text, "Xanh")
    placed = window.editor.placed("headline")
    assert placed is not None
    assert placed.plain_text == "Xanh"
    assert len(window.editor.session.history) == 1
    assert "pt" in field.told.text()
    window.editor.undo()
    assert field.text.toPlainText().startswith("Mùa xanh"), "the field follows what is undone"


def test_text_without_room_is_said(window: CoverWindow) -> None:
    field = _form(window, "headline").fields["text"]
    assert isinstance(field, TextEditor)
    field.text.setPlainText("Rất dài và " * 80)
    assert field.told.property("kind") == "bad"
    assert "dài" in field.told.text()


def test_the_place_is_set_in_mm_and_put_back(window: CoverWindow) -> None:
    form = _form(window, "headline")
    designed = form.place.boxes["x"].value()
    _enter(form.place.boxes["x"].lineEdit(), "20+5/2")
    placed = window.editor.placed("headline")
    assert placed is not None
    assert placed.box.x == pytest.approx(22.5)
    assert form.place.reset.isVisibleTo(form)
    form.place.reset.click()
    assert form.place.boxes["x"].value() == pytest.approx(designed)
    element = window.editor.document.element("headline")
    assert element is None or element.box is None


def test_the_banner_stops_at_its_bounds_and_keeps_its_proportions(window: CoverWindow) -> None:
    form = _form(window, "banner")
    before = window.editor.placed("banner")
    assert before is not None
    _enter(form.place.boxes["width"].lineEdit(), "10")
    placed = window.editor.placed("banner")
    bounds = window.editor.cover.permissions.of("banner").bounds
    assert placed is not None
    assert bounds is not None
    assert placed.box.width == pytest.approx(bounds.least_width)
    assert placed.box.aspect == pytest.approx(before.box.aspect, rel=1e-3)
    assert form.place.boxes["width"].value() == pytest.approx(bounds.least_width, abs=0.01)
    _enter(form.place.boxes["height"].lineEdit(), "24")
    placed = window.editor.placed("banner")
    assert placed is not None
    assert placed.box.height == pytest.approx(24.0)
    assert form.place.boxes["angle"].isReadOnly(), "it may not be turned"


def test_a_changed_box_keeps_to_its_bounds() -> None:
    bounds = PlaceBounds(Rect(10, 10, 100, 50), 20.0, 10.0, 2.0)
    box = Rect(10, 10, 40, 20)
    assert changed_box(box, "x", 500.0, bounds) == Rect(70, 10, 40, 20)
    assert changed_box(box, "height", 30.0, bounds) == Rect(10, 10, 60, 30)
    assert changed_box(box, "width", 1.0, bounds) == Rect(10, 10, 20, 10)
    assert changed_box(box, "y", -5.0, None) == Rect(10, -5, 40, 20)


def test_closed_locks_can_be_read_and_copied_with_the_reason(window: CoverWindow) -> None:
    form = _form(window, "slogan")
    for box in form.place.boxes.values():
        assert box.isReadOnly()
        assert box.text(), "a closed field still shows its number"
    assert "1011/STTTT-TTBCXB" in form.place.reason.text()
    style = form.fields["style"].focusProxy()
    assert isinstance(style, QLineEdit)
    assert style.isReadOnly()
    assert style.text()
    assert style.isEnabled()


def test_slogans_are_those_of_the_issue_date(window: CoverWindow) -> None:
    field = _form(window, "slogan").fields["slogan"]
    assert isinstance(field, SloganEditor)
    options = {one.value: one for one in field.options("")}
    campaign = window.editor.cover.campaign
    assert campaign is not None
    usable = {one.id for one in campaign.slogans_for(window.editor.document.issue.date)}
    assert {name for name, one in options.items() if name and not one.refused} == usable
    assert "17/10/2020" in options["thanh-cong"].refused
    index = field.combo.findData("phuong-cham")
    assert "30/11/2020" in field.combo.itemText(index), "with its days"
    field.combo.setCurrentIndex(index)
    field.combo.activated.emit(index)
    placed = window.editor.placed("slogan")
    assert placed is not None
    assert placed.plain_text.startswith("Đoàn kết")
    assert "Đoàn kết" in field.whole.text()


def test_a_colour_is_chosen_by_name_or_mixed(window: CoverWindow) -> None:
    field = _form(window, "headline").fields["colour"]
    assert isinstance(field, ColourEditor)
    index = field.combo.findData("gold")
    field.combo.activated.emit(index)
    element = window.editor.document.element("headline")
    assert element is not None
    assert element.values["colour"] == "gold"
    field.combo.activated.emit(field.combo.count() - 1)
    assert not field.inks.isHidden()
    field.inks.sliders[0].setValue(40)
    field.inks.sliders[0].setValue(60)
    element = window.editor.document.element("headline")
    assert element is not None
    assert element.values["colour"] == Cmyk(0.6, 0.18, 0.85, 0.0)
    assert "C60" in field.sample.accessibleName()
    for box in field.inks.boxes:
        box.setValue(100)
    assert "400" in field.sample.accessibleName(), "too much ink is said"


def test_a_field_goes_back_to_the_design(window: CoverWindow) -> None:
    form = _form(window, "headline")
    window.editor.perform(setting("headline", size_max=20.0))
    reset = form._resets["size_max"]
    assert reset.isVisibleTo(form)
    reset.click()
    element = window.editor.document.element("headline")
    assert element is not None
    assert "size_max" not in element.values
    assert not reset.isVisibleTo(form)


def test_a_picture_is_replaced_and_cropped(window: CoverWindow, until: Until, monkeypatch: pytest.MonkeyPatch) -> None:
    field = _form(window, "hero").fields["picture"]
    assert isinstance(field, PictureEditor)
    assert "ppi" in field.ppi.text()
    other = sample_folder() / "nui-hoang-hon.jpg"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *arguments: (str(other), ""))
    field.replace.click()
    until(lambda: field.name.text() == other.name)
    _enter(field.zoom.lineEdit(), "150")
    _enter(field.focus_x.lineEdit(), "10")
    element = window.editor.document.element("hero")
    assert element is not None
    value = element.values["picture"]
    assert isinstance(value, PictureValue)
    assert (value.name, value.zoom, value.focus_x) == (other.name, 1.5, 0.1)
    assert field.ppi.property("kind") in ("warning", "bad"), "enlarged, it prints coarser"


def test_a_file_that_is_no_picture_is_refused(window: CoverWindow, until: Until, tmp_path: Path) -> None:
    field = _form(window, "hero").fields["picture"]
    assert isinstance(field, PictureEditor)
    refused: list[str] = []
    window.editor.refused.connect(lambda message, remedy: refused.append(message))
    (tmp_path / "thu.jpg").write_bytes(b"no picture")
    field.take(tmp_path / "thu.jpg")
    until(lambda: bool(refused))
    assert "thu.jpg" in refused[0]
    assert not window.editor.session.history


def test_the_cover_as_a_whole_where_nothing_is_selected(window: CoverWindow) -> None:
    window.editor.select([])
    form = window.panels.inspector.form
    assert isinstance(form, DocumentForm)
    assert form.words["date"].text() == "15/10/2020"
    assert "1011/STTTT-TTBCXB" in form.words["order"].text()
    _activate(form.format, "a4")
    assert window.editor.cover.scene.width == 210.0
    _activate(form.printer, "digital")
    assert window.editor.cover.printer.id == "digital"
    assert len(window.editor.session.history) == 2


def test_several_elements_are_named_together_and_arranged(window: CoverWindow) -> None:
    for number in (1, 2):
        element = Element(f"text-{number}", "text", {"text": "Chữ"}, Rect(20 * number, 100 + 20 * number, 40, 8))
        window.editor.perform(partial(_added, element))
    window.editor.select(["text-1", "text-2"])
    form = window.panels.inspector.form
    assert form is not None
    assert not isinstance(form, ElementForm | DocumentForm)
    align = next(one for one in form.findChildren(QToolButton) if one.defaultAction() is window.actions_["object.align_left"])
    assert align.accessibleName()
    align.click()
    first, second = window.editor.placed("text-1"), window.editor.placed("text-2")
    assert first is not None
    assert second is not None
    assert first.box.x == pytest.approx(second.box.x)
    window.editor.select(["headline"])
    assert isinstance(window.panels.inspector.form, ElementForm)


def _added(element: Element, document: Document, permissions: Permissions) -> Edited:
    return edits.add_element(document, element, permissions)


def _activate(combo: QComboBox, value: str) -> None:
    combo.activated.emit(combo.findData(value))


def test_a_picture_arrives_although_another_element_was_selected_meanwhile(window: CoverWindow, until: Until) -> None:
    field = _form(window, "hero").fields["picture"]
    assert isinstance(field, PictureEditor)
    field.take(sample_folder() / "nui-hoang-hon.jpg")
    window.editor.select(["headline"])
    until(lambda: bool(window.editor.session.history))
    element = window.editor.document.element("hero")
    assert element is not None
    value = element.values["picture"]
    assert isinstance(value, PictureValue)
    assert value.name == "nui-hoang-hon.jpg"
