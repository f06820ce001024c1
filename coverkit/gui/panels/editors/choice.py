"""Choices: styles of the design, slogans and art of the campaign; and yes or no."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from coverkit.campaigns.campaign import Period, Slogan
from coverkit.elements.slogan import slogan_text
from coverkit.gui.panels.editors.base import Field, ValueEditor
from coverkit.gui.panels.words import style_word
from coverkit.i18n import mark, number, tr
from coverkit.model.values import Value
from coverkit.records import dataclass

_WIDE = 520
"""Of the list of slogans, px."""
_ID = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Option:
    """Something that can be chosen; what cannot, now, stands greyed with the reason."""

    value: str
    words: str
    refused: str = ""
    hint: str = ""


class ChoiceEditor(ValueEditor):
    """One of several, in a list that folds out; closed by a lock it is a line that can be copied."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.combo = QComboBox(self)
        self.combo.setAccessibleName(field.label)
        self.combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.combo.setMinimumContentsLength(10)
        self.combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.line = QLineEdit(self)
        self.line.setReadOnly(True)
        self.line.setAccessibleName(field.label)
        self.combo.setVisible(not field.locked)
        self.line.setVisible(field.locked)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(4)
        self.body.addWidget(self.combo)
        self.body.addWidget(self.line)
        self.setFocusProxy(self.line if field.locked else self.combo)
        self._options: tuple[Option, ...] = ()
        self.combo.activated.connect(lambda index: self.changed.emit(self.combo.itemData(index, _ID)))

    def options(self, value: str) -> tuple[Option, ...]:
        """Return what can be chosen; the value that is set is among it."""
        raise NotImplementedError

    def show_value(self, value: Value | None) -> None:
        """Show the choice."""
        chosen = value if isinstance(value, str) else ""
        options = self.options(chosen)
        if options != self._options:
            self._options = options
            self._fill()
        row = next((place for place, one in enumerate(options) if one.value == chosen), -1)
        self.combo.setCurrentIndex(row)
        words = options[row].words if row >= 0 else chosen
        self.combo.setToolTip(words)
        self.line.setToolTip(words)
        if self.line.text() != words:
            self.line.setText(words)
            self.line.setCursorPosition(0)

    def _fill(self) -> None:
        model = QStandardItemModel(self.combo)
        for one in self._options:
            item = QStandardItem(one.words)
            item.setData(one.value, _ID)
            item.setToolTip(one.refused or one.hint or one.words)
            item.setEnabled(not one.refused)
            if one.refused or one.hint:
                item.setText(tr("{words} – {reason}", words=one.words, reason=one.refused or one.hint))
            model.appendRow(item)
        self.combo.setModel(model)


class StyleEditor(ChoiceEditor):
    """A text style of the design."""

    def options(self, value: str) -> tuple[Option, ...]:
        """Return the design's styles."""
        styles = self.field.cover.design.styles
        default = () if value else (Option("", tr("Plain text of the design")),)
        named = tuple(Option(name, _style_words(name, styles[name].spec.family)) for name in styles)
        return (*default, *named)


class ArtEditor(ChoiceEditor):
    """The campaign's art that a banner shows."""

    def options(self, value: str) -> tuple[Option, ...]:
        """Return the campaign's art, and the choice by what fits."""
        campaign = self.field.cover.campaign
        found = [Option("", tr("What fits the design best"))]
        for one in campaign.art if campaign is not None else ():
            size = tr("{width} × {height} mm", width=number(one.width), height=number(one.height))
            found.append(Option(one.name, f"{_art_word(one.name)} ({size})"))
        if value and all(one.value != value for one in found):
            found.append(Option(value, value, tr("not in this campaign")))
        return tuple(found)


class SloganEditor(ChoiceEditor):
    """An official slogan that is valid on the issue's date; the others stand greyed, with their days."""

    wide = True

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        # The days stand at the end of a line: of a long slogan the middle gives way.
        self.combo.view().setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.combo.view().setMinimumWidth(_WIDE)
        self.whole = QLabel(self)
        self.whole.setWordWrap(True)
        self.whole.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.about = QLabel(self)
        self.about.setWordWrap(True)
        self.about.setProperty("kind", "small")
        self.body.addWidget(self.whole)
        self.body.addWidget(self.about)

    def options(self, value: str) -> tuple[Option, ...]:
        """Return the campaign's slogans, those that may be used first."""
        campaign, day = self.field.cover.campaign, self.field.cover.document.issue.date
        found = [Option("", tr("The one that fits the issue's date"))]
        if campaign is not None:
            usable = campaign.slogans_for(day)
            found += [Option(one.id, one.text, hint=days(one.valid)) for one in usable]
            others = [one for one in campaign.slogans if one not in usable]
            found += [Option(one.id, one.text, _why_not(one)) for one in others]
        if value and all(one.value != value for one in found):
            found.append(Option(value, value, tr("not a slogan of this campaign")))
        return tuple(found)

    def show_value(self, value: Value | None) -> None:
        """Show the choice, its whole text, its days and its source."""
        super().show_value(value)
        cover, placed = self.field.cover, self.field.placed
        chosen = value if isinstance(value, str) else ""
        text = placed.plain_text if placed is not None and placed.plain_text else slogan_text(chosen, cover.campaign)
        self.whole.setText(f"“{text}”" if text else "")
        slogan = None
        if cover.campaign is not None:
            slogan = next((one for one in cover.campaign.slogans if one.id == chosen or one.text == text), None)
        self.about.setText("" if slogan is None else _about(slogan))
        self.about.setVisible(slogan is not None)


class FlagEditor(ValueEditor):
    """Yes or no."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.box = QCheckBox(tr("Yes"), self)
        self.box.setAccessibleName(field.label)
        self.box.setEnabled(not field.locked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box)
        self.setFocusProxy(self.box)
        self.box.clicked.connect(lambda on: self.changed.emit(bool(on)))

    def show_value(self, value: Value | None) -> None:
        """Show yes or no."""
        self.box.setChecked(value is True)


def days(period: Period) -> str:
    """Return a period in words."""
    match period.first, period.last:
        case None, None:
            return tr("without limit of time")
        case first, None:
            return tr("from {first}", first=f"{first:%d/%m/%Y}")
        case None, last:
            return tr("until {last}", last=f"{last:%d/%m/%Y}")
        case first, last:
            return tr("from {first} to {last}", first=f"{first:%d/%m/%Y}", last=f"{last:%d/%m/%Y}")


_PHASES = {"before": mark("before the event"), "during": mark("during the event"), "after": mark("after the event")}


def _why_not(slogan: Slogan) -> str:
    phase = tr(_PHASES[slogan.phase]) if slogan.phase in _PHASES else ""
    return ", ".join(part for part in (tr("only {days}", days=days(slogan.valid)), phase) if part)


def _about(slogan: Slogan) -> str:
    sample = tr("sample text") if slogan.standing == "sample" else ""
    return " · ".join(part for part in (days(slogan.valid), sample, slogan.source) if part)


def _style_words(name: str, family: str) -> str:
    return tr("{style} ({family})", style=style_word(name), family=family)


_ART = {"band": mark("Horizontal band"), "column": mark("Vertical band"), "square": mark("Square")}


def _art_word(name: str) -> str:
    return tr(_ART.get(name, name))
