"""Questions that only a person can answer: yes, no, or not yet."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from coverkit.app.pipeline import Checked
from coverkit.gui.panels.parts import button_row, fit_to_screen, push_button
from coverkit.gui.theme.tokens import SPACE
from coverkit.i18n import tr
from coverkit.layout.cover import Cover
from coverkit.model import edits
from coverkit.model.document import Document
from coverkit.model.edits import Changed, Edit, Edited
from coverkit.model.locks import Permissions
from coverkit.rules.subject.questions import QUESTIONS, Question, answer

Reply = bool | None


class QuestionsDialog(QDialog):
    """All questions; a no to a wide one answers the narrower ones below it."""

    def __init__(self, cover: Cover, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Questions only you can answer"))
        fit_to_screen(self, 620, 620)
        self._given: dict[str, Reply] = {name: cover.document.answers.get(name) for name in QUESTIONS}
        self._before = dict(self._given)
        self.radios: dict[str, dict[Reply, QRadioButton]] = {}
        self._rows: dict[str, QWidget] = {}
        intro = QLabel(tr("No program can see this in a picture. The answers stay in the cover and in its reports."), self)
        intro.setWordWrap(True)
        intro.setProperty("kind", "muted")
        content = QWidget(self)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 3 * SPACE, 0)
        column.setSpacing(3 * SPACE)
        for one in QUESTIONS.values():
            row = self._row(one, content)
            self._rows[one.id] = row
            column.addWidget(row)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(content)
        done, cancel = push_button(tr("Keep the answers"), "check", self, "primary"), QPushButton(tr("Cancel"), self)
        done.setDefault(True)
        done.clicked.connect(self.accept)
        cancel.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(5 * SPACE, 5 * SPACE, 3 * SPACE, 4 * SPACE)
        layout.setSpacing(3 * SPACE)
        layout.addWidget(intro)
        layout.addWidget(area, 1)
        layout.addLayout(button_row(cancel, done))
        self._judge()

    def edit(self) -> Edit:
        """Return the edit that keeps the answers, as one step."""
        changed = {name: reply for name, reply in self._given.items() if reply != self._before[name]}

        def keep(document: Document, permissions: Permissions) -> Edited:
            for name, reply in changed.items():
                document = edits.answer(document, name, reply).document
            return Edited(document, Changed(), tr("Answer questions"))

        return keep

    def _row(self, question: Question, parent: QWidget) -> QWidget:
        row = QWidget(parent)
        text, why = QLabel(tr(question.text), row), QLabel(tr(question.why), row)
        text.setWordWrap(True)
        why.setWordWrap(True)
        why.setProperty("kind", "small")
        choices, group = QHBoxLayout(), QButtonGroup(row)
        choices.setSpacing(4 * SPACE)
        self.radios[question.id] = {}
        for reply, words in ((True, tr("Yes")), (False, tr("No")), (None, tr("Not answered"))):
            radio = QRadioButton(words, row)
            radio.setAccessibleName(f"{tr(question.text)} {words}")
            radio.setChecked(self._given[question.id] is reply)
            radio.clicked.connect(partial(self._answer, question.id, reply))
            group.addButton(radio)
            choices.addWidget(radio)
            self.radios[question.id][reply] = radio
        choices.addStretch(1)
        column = QVBoxLayout(row)
        column.setContentsMargins(6 * SPACE * _depth(question), 0, 0, 0)
        column.setSpacing(SPACE)
        for label in (text, why):
            column.addWidget(label)
        column.addLayout(choices)
        return row

    def _answer(self, question: str, reply: Reply, checked: bool = False) -> None:
        self._given[question] = reply
        self._judge()

    def _judge(self) -> None:
        """Close the questions that a wider no has answered."""
        for name, row in self._rows.items():
            row.setEnabled(not self._answered_by_wider(name))

    def _answered_by_wider(self, name: str) -> bool:
        wider = QUESTIONS[name].within
        return bool(wider) and (self._given[wider] is False or self._answered_by_wider(wider))


def open_questions(checked: Checked) -> tuple[str, ...]:
    """Return the questions that rules wait for."""
    waiting = " ".join(result.reason for result in checked.result.rules)
    return tuple(name for name in QUESTIONS if f"({name})" in waiting and answer(checked.cover, name) is None)


def ask_questions(cover: Cover, parent: QWidget) -> Edit | None:
    """Ask; return the edit that keeps the answers, None where the person thought better of it."""
    dialog = QuestionsDialog(cover, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog.edit() if dialog.exec() == QDialog.DialogCode.Accepted else None


def _depth(question: Question) -> int:
    return 0 if not question.within else 1 + _depth(QUESTIONS[question.within])
