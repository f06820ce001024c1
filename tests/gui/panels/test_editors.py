"""Every field of every element type has an editor with a name; numbers can be reckoned."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QValidator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coverkit.elements.kinds import FieldInfo, field_infos, kinds
from coverkit.gui import lengths
from coverkit.gui.panels.editors.base import Field
from coverkit.gui.panels.editors.choose import editor_class, editor_for
from coverkit.gui.panels.editors.colour import ink_words
from coverkit.gui.panels.editors.number_box import NumberBox
from coverkit.gui.panels.words import has_field_word
from coverkit.gui.windows.cover_window import CoverWindow
from coverkit.i18n import activate
from coverkit.model.values import Cmyk, PictureValue


def test_every_field_has_an_editor_and_a_word(window: CoverWindow) -> None:
    for kind, info in [(name, one) for name in kinds() for one in field_infos(name).values()]:
        assert has_field_word(info.name), info.name
        for locked in (False, True):
            editor = editor_for(Field(window.editor, "headline", kind, info, locked), window)
            editor.show_value(info.default)
            assert editor.accessibleName()
            assert editor.focusProxy() is not None, "the keys get into it"


def test_every_type_of_value_has_an_editor() -> None:
    for value_type in (str, bool, float, Cmyk, PictureValue):
        assert editor_class("of-no-kind", FieldInfo("unheard", (value_type,), None, "style"))
    with pytest.raises(TypeError, match="no editor"):
        editor_class("of-no-kind", FieldInfo("unheard", (bytes,), None, "style"))


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("12,5 mm", 12.5), ("190/2", 95.0), ("10 + 5*2", 20.0), ("(3+4)/2 mm", 3.5), ("-3", -3.0), ("12 +", 7.0), ("1/0", 7.0)],
)
def test_numbers_are_reckoned_and_nonsense_leaves_them(typed: str, shown: float, application: QApplication) -> None:
    box = NumberBox()
    box.setValue(7.0)
    assert box.valueFromText(typed) == shown


@pytest.mark.parametrize(
    ("typed", "mm"),
    [
        ("3 pt", 25.4 / 24),
        ("1,2 cm", 12.0),
        ("1in", 25.4),
        ('1/2"', 12.7),
        ("10+5 mm", 15.0),
        ("2 CM", 20.0),
        ("(1+1)/2 cm", 10.0),
    ],
)
def test_a_length_takes_the_unit_that_is_typed(typed: str, mm: float, application: QApplication) -> None:
    box = NumberBox()
    line = box.lineEdit()
    line.setText(typed)
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert box.value() == pytest.approx(mm)
    size = NumberBox("pt", 2)
    size.lineEdit().setText("25,4 mm")
    QTest.keyClick(size, Qt.Key.Key_Return)
    assert size.value() == pytest.approx(72)


@pytest.mark.parametrize(
    ("unit", "text", "typed", "mm"),
    [("cm", "2,54", "3", 30.0), ("in", "1", "2", 50.8), ("pt", "72", "36", 12.7), ("mm", "25,4", "3", 3.0)],
)
def test_fields_show_another_unit_and_hold_mm(unit: str, text: str, typed: str, mm: float, application: QApplication) -> None:
    activate("vi")
    lengths.show_in(unit)
    try:
        box = NumberBox()
        box.setValue(25.4)
        assert box.text() == f"{text}\N{NO-BREAK SPACE}{unit}"
        box.lineEdit().setText(typed)
        QTest.keyClick(box, Qt.Key.Key_Return)
        assert box.value() == pytest.approx(mm)
        assert NumberBox("%").suffix() == "%"
        assert NumberBox("pt").suffix().endswith("pt")
    finally:
        lengths.show_in("mm")


def test_a_unit_can_be_begun_and_no_other_letters_typed(application: QApplication) -> None:
    box = NumberBox()
    assert box.validate("3 p", 0) == QValidator.State.Intermediate
    assert box.validate("3 pt", 0) == QValidator.State.Acceptable
    assert box.validate("3 pt\N{NO-BREAK SPACE}mm", 0) == QValidator.State.Acceptable
    assert box.validate("3 kg", 0) == QValidator.State.Invalid
    assert NumberBox("%").validate("3 cm", 0) == QValidator.State.Invalid


def test_letters_cannot_be_typed_and_sums_can_be_begun(application: QApplication) -> None:
    box = NumberBox()
    assert box.validate("2 + x", 0) == QValidator.State.Invalid
    assert box.validate("2 +", 0) == QValidator.State.Intermediate
    assert box.validate("2 + 3 mm", 0) == QValidator.State.Acceptable


def test_numbers_are_written_as_the_reader_writes_them(application: QApplication) -> None:
    activate("vi")
    box = NumberBox()
    box.setValue(12.5)
    assert box.text() == "12,5\N{NO-BREAK SPACE}mm"
    assert ink_words(Cmyk(0.0, 0.5, 0.0, 0.0)).startswith("C0 M50 Y0 K0")
