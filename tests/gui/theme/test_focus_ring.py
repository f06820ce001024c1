"""The keyboard's place is seen: a ring around lists and sheets, gone with the focus."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QVBoxLayout, QWidget

from coverkit.gui.desk import Desk
from coverkit.gui.theme.style import current


def test_a_list_that_the_keys_reach_has_a_ring_that_follows_its_size(desk: Desk) -> None:
    window = QWidget()
    field, rows = QLineEdit(window), QListWidget(window)
    rows.addItems(["một", "hai"])
    layout = QVBoxLayout(window)
    layout.addWidget(field)
    layout.addWidget(rows)
    window.resize(300, 300)
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    field.setFocus()

    def ringed() -> bool:
        image = rows.grab().toImage()
        spots = [(image.width() // 2, 1), (1, image.height() // 2), (image.width() - 2, image.height() // 2)]
        return all(QColor(image.pixel(*spot)).name() == current().accent for spot in spots)

    assert not ringed()
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert rows.hasFocus()
    assert ringed()
    window.resize(420, 360)
    QApplication.processEvents()
    assert ringed()
    QTest.keyClick(rows, Qt.Key.Key_Backtab)
    assert not ringed()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton)
    assert rows.hasFocus()
    assert not ringed(), "where the mouse was, the eye is"
