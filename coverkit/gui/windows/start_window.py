"""The start window: recent covers, what was left unsaved, and the page that begins a cover. Painted before anything heavy."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMainWindow, QScrollArea, QStackedWidget, QWidget

from coverkit.errors import CoverKitError
from coverkit.gui import file_actions
from coverkit.gui.actions import SPECS, Actions
from coverkit.gui.start.pictures import Pictures
from coverkit.gui.start.rail import Rail
from coverkit.gui.start.recent_page import RecentPage
from coverkit.gui.theme.logo import logo
from coverkit.gui.theme.style import theme
from coverkit.gui.work.worker import Worker
from coverkit.i18n import tr

if TYPE_CHECKING:
    from coverkit.app.covers import Changes
    from coverkit.app.recovery import Left
    from coverkit.gui.desk import Desk
    from coverkit.gui.start.new_page import Begun, NewPage
    from coverkit.gui.start.shelf import Shelf

_ACTIONS = frozenset(
    {
        "file.new",
        "file.open",
        "file.recent",
        "file.import_campaign",
        "file.publish",
        "file.unit",
        "file.preferences",
        "file.close",
        "file.quit",
        "check.file",
        "window.dark",
        "window.language",
        "help.guide",
        "help.shortcuts",
        "help.about",
    }
)
"""The actions of the table that need no cover."""
_ROOMY = 1060
"""From this width on, px, the rail has room for its words."""


class StartWindow(QMainWindow):
    """The first window. The page that begins a cover is built when what is heavy was loaded in the background."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("checks_pictures", True)
        self._desk = desk
        self._wants_new = False
        self._new: NewPage | None = None
        self._begun: Begun | None = None
        self._shelf: Shelf | None = None
        self._wanted_campaign: tuple[str, dt.date | None] | None = None
        self.worker = Worker(self, "coverkit-start")
        self.pictures = Pictures(self.worker, self)
        self.recent = RecentPage(desk, self.pictures)
        self.setWindowTitle(tr("CoverKit"))
        self.setWindowIcon(logo())
        self._fill_menus()
        self._lay_out()
        self._connect()
        self.resize(self._fitting_size())
        self.painted = False

    @property
    def new(self) -> NewPage | None:
        """The page that begins a cover; None until it is there."""
        return self._new

    def show_recent(self) -> None:
        """Show the recent files as they are now."""
        self.recent.show_recent()

    def show_page_recent(self) -> None:
        """Go to the recent covers."""
        self._wants_new = False
        self._stack.setCurrentWidget(self.recent)
        self._recent_place.setChecked(True)
        self.recent.begin()

    def show_new(self) -> None:
        """Go to the page that begins a cover, now or as soon as it is there."""
        self._wants_new = True
        self._new_place.setChecked(True)
        if self._new is not None:
            self._stack.setCurrentWidget(self._new)
            self._new.begin()

    def choose_campaign(self, name: str, day: dt.date | None) -> None:
        """Begin a cover with a campaign that was added just now, dated so that it binds it."""
        self._wanted_campaign = (name, day)
        self._wants_new = True
        self.reload()

    def reload(self) -> None:
        """Look again at what is at hand: a campaign or design was added."""
        self.worker.submit("shelf", lambda task: _load(), self._loaded, self._failed, urgency=10)

    def built_anew(self) -> StartWindow:
        """Return a start window in the language and theme as they are now."""
        self.worker.close()
        fresh = StartWindow(self._desk)
        fresh._wants_new = self._wants_new
        fresh._begun = None if self._new is None else self._new.begun()
        return fresh

    def paintEvent(self, event: QPaintEvent) -> None:
        """Begin to load what is heavy once the window was painted for the first time."""
        super().paintEvent(event)
        if not self.painted:
            self.painted = True
            QTimer.singleShot(0, self, self.reload)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to the page where there is little."""
        super().resizeEvent(event)
        self._rail.set_narrow(event.size().width() < _ROOMY)
        self._rail_area.setFixedWidth(self._rail.maximumWidth())

    def closeEvent(self, event: QCloseEvent) -> None:
        """End the background work and leave the desk."""
        self.worker.close()
        self._desk.closed(self)
        event.accept()

    def _fill_menus(self) -> None:
        desk = self._desk
        actions = Actions(self, tuple(spec for spec in SPECS if spec.id in _ACTIONS))
        actions.bind("file.new", self.show_new)
        actions.bind("file.open", lambda: file_actions.open_by_dialog(desk, self))
        actions.bind_menu("file.recent", file_actions.recent_menu(desk, self))
        actions.bind("file.close", self.close)
        actions.bind("file.quit", desk.quit)
        actions.bind("check.file", lambda: file_actions.open_pdf_by_dialog(desk, self))
        file_actions.bind_everywhere(actions, self, desk)
        actions.fill(self)
        self.actions_ = actions

    def _lay_out(self) -> None:
        self._rail = self._filled_rail()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.recent)
        self._waiting = QWidget()
        self._stack.addWidget(self._waiting)
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._rail_area = self._scrolled_rail()
        row.addWidget(self._rail_area)
        row.addWidget(self._stack, 1)
        self.setCentralWidget(body)

    def _scrolled_rail(self) -> QScrollArea:
        area = QScrollArea()
        area.setWidget(self._rail)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area

    def _filled_rail(self) -> Rail:
        desk, rail = self._desk, Rail()
        self._new_place = rail.place(tr("New cover"), "file-plus", self.show_new)
        self._recent_place = rail.place(tr("Covers"), "layout-grid", self.show_page_recent)
        self._recent_place.setChecked(True)
        rail.gap()
        rail.action(tr("Open a cover…"), "folder-open", lambda: file_actions.open_by_dialog(desk, self), "Ctrl+O")
        rail.action(tr("Check a PDF…"), "file-check", lambda: file_actions.open_pdf_by_dialog(desk, self))
        rail.action(tr("Add a campaign…"), "stamp", self.actions_["file.import_campaign"].trigger)
        rail.action(tr("Publish a campaign…"), "badge-check", self.actions_["file.publish"].trigger)
        rail.stretch()
        rail.action(tr("Unit profiles…"), "building-2", self.actions_["file.unit"].trigger)
        rail.action(tr("Preferences…"), "settings", self.actions_["file.preferences"].trigger, "Ctrl+,")
        rail.action(tr("Guide"), "book-open", self.actions_["help.guide"].trigger, "F1")
        rail.gap()
        rail.foot(self.actions_["window.language"].trigger, self.actions_["window.dark"].toggle, theme().name == "dark")
        return rail

    def _connect(self) -> None:
        self.recent.new_wanted.connect(self.show_new)
        self.recent.design_wanted.connect(self._begin_with)
        self.recent.sample_wanted.connect(self._open_sample)
        self.recent.opened.connect(self._open)
        self.recent.rescued.connect(self._rescue)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._finish)

    def _loaded(self, loaded: tuple[Shelf, tuple[Left, ...]]) -> None:
        from coverkit.gui.start.new_page import NewPage

        self._shelf, left = loaded
        if self._new is None:
            self._new = NewPage(self._desk, self.pictures)
            self._new.made.connect(self._make)
            self._stack.addWidget(self._new)
        begun, self._begun = self._begun, None
        if begun is not None:
            self._new.content.take_up(begun.content)
        self._new.set_shelf(self._shelf)
        if begun is not None:
            self._new.take_up(begun)
        if self._wanted_campaign is not None:
            self._new.choose_campaign(*self._wanted_campaign)
            self._wanted_campaign = None
        self.recent.show_left(left)
        self.recent.show_designs(self._shelf.designs)
        self.recent.show_pictures()
        self.worker.submit("cover window", lambda task: _load_cover_window(), lambda done: None, self._failed, urgency=-1)
        if self._wants_new:
            self.show_new()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, CoverKitError):
            raise error
        self._tell(error)

    def _make(self, changes: Changes) -> None:
        from coverkit.app.covers import new_cover
        from coverkit.gui.work.waiting import wait_for

        day = changes.issue_date
        assert day is not None
        try:
            project = wait_for(self, tr("Making the cover …"), lambda: new_cover(changes, day))
            self._desk.begin_cover(project)
        except CoverKitError as error:
            self._tell(error)
            return
        self.close()

    def _begin_with(self, design: str) -> None:
        if self._new is not None:
            self._new.designs.choose(design)
            self.show_new()

    def _finish(self) -> None:
        if self._new is not None and self._stack.currentWidget() is self._new:
            self._new.finish()

    def _open(self, path: Path) -> None:
        before = len(self._desk.covers)
        self._desk.open_files([path], self)
        if len(self._desk.covers) > before:
            self.close()

    def _open_sample(self) -> None:
        from coverkit.app.sample import sample_project
        from coverkit.gui.work.waiting import wait_for

        self._desk.begin_cover(wait_for(self, tr("Making the cover …"), sample_project))
        self.close()

    def _rescue(self, left: Left) -> None:
        try:
            self._desk.recover(left)
        except CoverKitError as error:
            self._tell(error)

    def _tell(self, error: CoverKitError) -> None:
        from coverkit.gui.dialogs.messages import show_error

        show_error(self, error.message, error.remedy)

    def _fitting_size(self) -> QSize:
        screen = self.screen().availableGeometry()
        return QSize(min(1280, screen.width() - 20), min(820, screen.height() - 60))


def _load() -> tuple[Shelf, tuple[Left, ...]]:
    from coverkit.app.recovery import left_over
    from coverkit.gui.start.shelf import load_shelf

    return load_shelf(), left_over()


def _load_cover_window() -> None:
    """Load what a cover's window is made of, so that the first one opens as quickly as the others."""
    import coverkit.gui.filing
    import coverkit.gui.windows.cover_window  # noqa: F401 - loaded ahead
