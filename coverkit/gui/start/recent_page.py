"""The page of what was made before: covers left unsaved by a crash on top, then those opened last, each with its picture."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QScrollArea, QVBoxLayout, QWidget

from coverkit.gui.start.card import Card
from coverkit.gui.start.design_grid import placeholder
from coverkit.gui.start.grid import CardGrid
from coverkit.gui.start.pictures import Pictures
from coverkit.gui.start.rescued import Rescued
from coverkit.gui.theme.headings import heading
from coverkit.gui.theme.icons import icon
from coverkit.gui.theme.tokens import SPACE
from coverkit.i18n import tr

if TYPE_CHECKING:
    from coverkit.app.recovery import Left
    from coverkit.gui.desk import Desk
    from coverkit.layout.design import Design


class RecentPage(QWidget):
    """Recent covers. `new` is asked for by the first card."""

    new_wanted = Signal()
    sample_wanted = Signal()
    opened = Signal(object)
    """A file was chosen (`pathlib.Path`)."""
    design_wanted = Signal(str)
    """A cover should be begun with this design."""
    rescued = Signal(object)
    """A cover that was left unsaved was chosen (`app.recovery.Left`)."""

    def __init__(self, desk: Desk, pictures: Pictures) -> None:
        super().__init__()
        self._desk = desk
        self._pictures = pictures
        self._ready = False
        self._cards: dict[Path, Card] = {}
        self._rescued = Rescued(self.rescued.emit)
        self._grid = CardGrid(least=148)
        self._designs = CardGrid(least=148)
        self._designs.set_cards([placeholder() for _ in range(8)])
        self._empty = self._empty_state()
        self._lay_out()
        self.show_recent()

    @property
    def cards(self) -> dict[Path, Card]:
        """The cards of the recent files."""
        return dict(self._cards)

    @property
    def cards_all(self) -> Sequence[Card]:
        """The card that begins a cover, and those of the recent files."""
        return self._grid.cards

    @property
    def design_cards(self) -> Sequence[Card]:
        """The cards of the designs."""
        return self._designs.cards

    def begin(self) -> None:
        """Put the cursor on the first card."""
        if self._grid.cards:
            self._grid.cards[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_recent(self) -> None:
        """Show the recent covers as they are now. Quick: pictures come later."""
        covers = [path for path in self._desk.settings.recent if path.suffix.lower() == ".cover"]
        self._cards = {path: self._card(path) for path in covers}
        new = Card(tr("New cover"), "Ctrl+N", sign="plus")
        new.clicked.connect(lambda checked=False: self.new_wanted.emit())
        self._grid.set_cards([new, *self._cards.values()])
        self._grid.setVisible(bool(covers))
        self._empty.setVisible(not covers)
        if self._ready:
            self.show_pictures()

    def show_pictures(self) -> None:
        """Have the pictures of the covers made; called when what is heavy is loaded."""
        from coverkit.app import thumbnails

        self._ready = True
        for path, card in self._cards.items():
            key = thumbnails.cached_file(path)
            if key is None:
                continue
            self._pictures.ask(
                f"recent {path}",
                key,
                lambda path=path: thumbnails.of_file(path),  # type: ignore[misc] # mypy cannot type a default in a lambda
                card.set_picture,
                urgency=5,
            )

    def show_left(self, left: tuple[Left, ...]) -> None:
        """Show covers that were left unsaved."""
        from coverkit.app import thumbnails

        self._rescued.show_left(left)
        for one in left:
            self._pictures.ask(
                f"left {one.folder.name}",
                (one.folder, one.time),
                lambda one=one: thumbnails.of_project(one.open(), one.folder.name),  # type: ignore[misc] # the same
                lambda picture, one=one: self._rescued.show_picture(one, picture),  # type: ignore[misc] # the same
                urgency=6,
            )

    def show_designs(self, designs: Sequence[Design]) -> None:
        """Show the designs, each as it looks in the sample campaign."""
        from coverkit.app import sample, thumbnails

        cards = []
        for one in designs:
            name, _, character = one.name.partition(" – ")
            card = Card(name, character)
            card.setToolTip(one.about)
            card.clicked.connect(lambda checked=False, name=one.id: self.design_wanted.emit(name))
            look = thumbnails.Look(one.id, f"{sample.CAMPAIGN}@1", sample.FORMAT, sample.unit(), sample.ISSUE_DATE, "10")
            self._pictures.ask(
                f"strip {one.id}",
                look,
                lambda look=look: thumbnails.of_look(look),  # type: ignore[misc] # mypy cannot type a default in a lambda
                card.set_picture,
                urgency=4,
            )
            cards.append(card)
        self._designs.set_cards(cards)

    def _card(self, path: Path) -> Card:
        try:
            changed = dt.datetime.fromtimestamp(path.stat().st_mtime)
            line = f"{changed:%d/%m/%Y %H:%M}"
            missing = False
        except OSError:
            line, missing = tr("The file is not there"), True
        card = Card(path.stem, line)
        card.setToolTip(str(path))
        card.dimmed = missing
        card.clicked.connect(lambda checked=False: self._open(path))
        card.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        card.customContextMenuRequested.connect(lambda point: self._menu(path, card, point))
        return card

    def _open(self, path: Path) -> None:
        self.opened.emit(path)

    def _menu(self, path: Path, card: Card, point: QPoint) -> None:
        menu = QMenu(card)
        menu.addAction(icon("folder-open"), tr("&Open")).triggered.connect(lambda checked=False: self._open(path))
        show = menu.addAction(icon("folder"), tr("Show in its &folder"))
        show.triggered.connect(lambda checked=False: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent))))
        menu.addAction(icon("x"), tr("&Take off the list")).triggered.connect(lambda checked=False: self._forget(path))
        menu.exec(card.mapToGlobal(point))

    def _forget(self, path: Path) -> None:
        self._desk.settings.forget(path)
        self.show_recent()

    def _lay_out(self) -> None:
        inner = QWidget()
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(8 * SPACE, 7 * SPACE, 8 * SPACE, 6 * SPACE)
        layout.setSpacing(4 * SPACE)
        layout.addWidget(self._rescued)
        layout.addWidget(heading(tr("Covers"), "display"))
        layout.addWidget(self._grid)
        layout.addWidget(self._empty)
        layout.addSpacing(2 * SPACE)
        layout.addWidget(heading(tr("Begin with a design")))
        layout.addWidget(self._designs)
        layout.addStretch(1)
        hint = QHBoxLayout()
        hint.setSpacing(2 * SPACE)
        sign = QLabel()
        sign.setPixmap(icon("file-down", "muted").pixmap(16, 16))
        words = QLabel(tr("Drop a cover, a campaign or a PDF anywhere on the window to open it."))
        words.setProperty("kind", "small")
        words.setWordWrap(True)
        hint.addWidget(sign)
        hint.addWidget(words, 1)
        layout.addLayout(hint)
        area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def _empty_state(self) -> QWidget:
        holder = QFrame()
        holder.setProperty("kind", "card")
        outer = QHBoxLayout(holder)
        outer.setContentsMargins(6 * SPACE, 6 * SPACE, 6 * SPACE, 6 * SPACE)
        outer.setSpacing(6 * SPACE)
        sign = QLabel()
        sign.setPixmap(icon("layout-template", "accent").pixmap(56, 56))
        outer.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout()
        layout.setSpacing(2 * SPACE)
        outer.addLayout(layout, 1)
        layout.addWidget(heading(tr("Your first cover")))
        layout.addWidget(
            heading(
                tr("Choose the campaign and a design, write a headline, drop in a photograph. Ten minutes are enough."), "muted"
            )
        )
        layout.addSpacing(2 * SPACE)
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        new = QPushButton(tr("New cover"))
        new.setProperty("kind", "primary")
        new.clicked.connect(lambda: self.new_wanted.emit())
        sample = QPushButton(tr("Look at the sample cover"))
        sample.clicked.connect(lambda: self.sample_wanted.emit())
        row.addWidget(new)
        row.addWidget(sample)
        row.addStretch(1)
        layout.addLayout(row)
        return holder
