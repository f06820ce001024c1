"""Text of old fonts pasted on the page: it is recognised, and what arrives is Unicode where the person agrees."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication

from coverkit.app.sample import sample_project
from coverkit.gui.desk import Desk
from coverkit.gui.dialogs.paste import PasteDialog
from coverkit.gui.windows.cover_window import CoverWindow

OLD = "Céng hoµ x· héi chñ nghÜa ViÖt Nam ®éc lËp"
NEW = "Cộng hoà xã hội chủ nghĩa Việt Nam độc lập"


@pytest.mark.parametrize("agrees", [True, False])
def test_old_text_is_offered_for_conversion(
    desk: Desk, until: Callable[[Callable[[], bool]], None], monkeypatch: pytest.MonkeyPatch, agrees: bool
) -> None:
    window = desk.open_cover(sample_project(), None).window
    assert isinstance(window, CoverWindow)
    until(lambda: window.editor.findings is not None)
    before = window.editor.document
    code = PasteDialog.DialogCode.Accepted if agrees else PasteDialog.DialogCode.Rejected
    monkeypatch.setattr(PasteDialog, "exec", lambda dialog: code)
    mime = QMimeData()
    mime.setText(OLD)
    QApplication.clipboard().setMimeData(mime)
    window.editor.select(())
    window.canvas.setFocus()
    window.actions_["edit.paste"].trigger()
    texts = [one.values.get("text") for one in window.editor.document.elements]
    assert (NEW in texts) is agrees
    assert OLD not in texts
    assert agrees or window.editor.document is before
