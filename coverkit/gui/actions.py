"""All actions of a cover's window in one table: menus, tool bar, shortcuts and the list of shortcuts are made of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from coverkit.gui.theme.icons import icon
from coverkit.i18n import mark, tr
from coverkit.records import dataclass


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """An action.

    Attributes:
        id: `menu.name`.
        text: what it is called, marked for the catalogue; `&` marks the key of menus.
        shortcut: in Qt's portable form; several are parted by spaces.
        checkable: it is on or off.
        separated: a line stands above it in its menu.
        under: the text of a submenu, "" for the menu itself.
    """

    id: str
    text: str
    shortcut: str = ""
    icon: str = ""
    checkable: bool = False
    separated: bool = False
    under: str = ""

    @property
    def menu(self) -> str:
        """The id of the menu that it stands in."""
        return self.id.partition(".")[0]


MENUS = (
    ("file", mark("&File")),
    ("edit", mark("&Edit")),
    ("object", mark("&Object")),
    ("view", mark("&View")),
    ("check", mark("&Check")),
    ("window", mark("&Window")),
    ("help", mark("&Help")),
)

_ALIGN = mark("Align")
_PROOF = mark("Proof")
_OVERLAYS = mark("Overlays")

SPECS: tuple[ActionSpec, ...] = (
    ActionSpec("file.new", mark("&New cover…"), "Ctrl+N", "file-plus"),
    ActionSpec("file.open", mark("&Open…"), "Ctrl+O", "folder-open"),
    ActionSpec("file.recent", mark("Open &recent"), icon="clock"),
    ActionSpec("file.save", mark("&Save"), "Ctrl+S", "save", separated=True),
    ActionSpec("file.save_as", mark("Save &as…"), "Ctrl+Shift+S", "save-all"),
    ActionSpec("file.revert", mark("&Revert to the saved file"), icon="rotate-ccw"),
    ActionSpec("file.import_campaign", mark("Add a &campaign…"), icon="stamp", separated=True),
    ActionSpec("file.publish", mark("Pu&blish a campaign…"), icon="badge-check"),
    ActionSpec("file.place_picture", mark("&Place a picture…"), "Ctrl+D", "image"),
    ActionSpec("file.export", mark("&Export for the printer…"), "Ctrl+E", "file-down", separated=True),
    ActionSpec("file.print", mark("&Print…"), "Ctrl+P", "printer"),
    ActionSpec("file.setup", mark("Cover &details…"), "Ctrl+I", "calendar", separated=True),
    ActionSpec("file.unit", mark("&Unit profiles…"), icon="building-2"),
    ActionSpec("file.preferences", mark("P&references…"), "Ctrl+,", "settings"),
    ActionSpec("file.close", mark("&Close"), "Ctrl+W", separated=True),
    ActionSpec("file.quit", mark("&Quit"), "Ctrl+Q"),
    ActionSpec("edit.undo", mark("&Undo"), "Ctrl+Z", "undo-2"),
    ActionSpec("edit.redo", mark("&Redo"), "Ctrl+Shift+Z Ctrl+Y", "redo-2"),
    ActionSpec("edit.cut", mark("Cu&t"), "Ctrl+X", "scissors", separated=True),
    ActionSpec("edit.copy", mark("&Copy"), "Ctrl+C", "copy"),
    ActionSpec("edit.paste", mark("&Paste"), "Ctrl+V", "clipboard-paste"),
    ActionSpec("edit.duplicate", mark("&Duplicate"), "Ctrl+J", "copy-plus"),
    ActionSpec("edit.delete", mark("De&lete"), "Del", "trash-2"),
    ActionSpec("edit.select_all", mark("Select &all"), "Ctrl+A", separated=True),
    ActionSpec("edit.select_none", mark("Select &nothing"), "Ctrl+Shift+A"),
    ActionSpec("object.text", mark("Add &text"), "T", "type"),
    ActionSpec("object.picture", mark("Add p&icture…"), "", "image"),
    ActionSpec("object.panel", mark("Add a &colour field"), "", "square"),
    ActionSpec("object.line", mark("Add a &line"), "", "minus"),
    ActionSpec("object.edit", mark("&Edit the content"), "Return", "pencil", separated=True),
    ActionSpec("object.reset_place", mark("Put &back where the design has it"), icon="rotate-ccw"),
    ActionSpec("object.hide", mark("&Hide"), "Ctrl+H", "eye-off"),
    ActionSpec("object.show_all", mark("&Show everything hidden"), icon="eye"),
    ActionSpec("object.front", mark("Bring to &front"), "Ctrl+Shift+]", "bring-to-front", separated=True),
    ActionSpec("object.forward", mark("Bring for&ward"), "Ctrl+]", "arrow-up"),
    ActionSpec("object.backward", mark("Send back&ward"), "Ctrl+[", "arrow-down"),
    ActionSpec("object.back", mark("Send to bac&k"), "Ctrl+Shift+[", "send-to-back"),
    ActionSpec("object.align_left", mark("Left edges"), icon="align-start-vertical", separated=True, under=_ALIGN),
    ActionSpec("object.align_centre", mark("Centres, across"), icon="align-center-vertical", under=_ALIGN),
    ActionSpec("object.align_right", mark("Right edges"), icon="align-end-vertical", under=_ALIGN),
    ActionSpec("object.align_top", mark("Top edges"), icon="align-start-horizontal", under=_ALIGN),
    ActionSpec("object.align_middle", mark("Centres, down"), icon="align-center-horizontal", under=_ALIGN),
    ActionSpec("object.align_bottom", mark("Bottom edges"), icon="align-end-horizontal", under=_ALIGN),
    ActionSpec("object.distribute_across", mark("Distribute across"), icon="align-horizontal-distribute-center", under=_ALIGN),
    ActionSpec("object.distribute_down", mark("Distribute down"), icon="align-vertical-distribute-center", under=_ALIGN),
    ActionSpec("object.fill_frame", mark("Fill the frame with the picture"), icon="maximize", separated=True),
    ActionSpec("object.crop", mark("&Crop the picture"), "C", "crop"),
    ActionSpec("view.zoom_in", mark("Zoom &in"), "Ctrl++ Ctrl+=", "zoom-in"),
    ActionSpec("view.zoom_out", mark("Zoom &out"), "Ctrl+-", "zoom-out"),
    ActionSpec("view.fit", mark("&Fit the page"), "Ctrl+0", "maximize"),
    ActionSpec("view.actual", mark("&Actual size"), "Ctrl+1", "scan"),
    ActionSpec("view.selection", mark("Zoom to the &selection"), "Ctrl+2"),
    ActionSpec("view.preview", mark("&Preview, trimmed"), "W", "eye", checkable=True, separated=True),
    ActionSpec("view.rulers", mark("&Rulers"), "Ctrl+R", "ruler", checkable=True),
    ActionSpec("view.guides", mark("&Guides"), "Ctrl+;", checkable=True),
    ActionSpec("view.snap", mark("S&nap"), "Ctrl+Shift+;", "magnet", checkable=True),
    ActionSpec("view.clear_guides", mark("Remove all guides")),
    ActionSpec("view.overlay_bleed", mark("Bleed and trim"), checkable=True, separated=True, under=_OVERLAYS),
    ActionSpec("view.overlay_safe", mark("Safe area"), checkable=True, under=_OVERLAYS),
    ActionSpec("view.overlay_clear", mark("Clear space of official elements"), checkable=True, under=_OVERLAYS),
    ActionSpec("view.overlay_locks", mark("Locked elements"), checkable=True, under=_OVERLAYS),
    ActionSpec("view.overlay_findings", mark("Findings"), checkable=True, under=_OVERLAYS),
    ActionSpec("view.proof", mark("As it prints"), checkable=True, separated=True, under=_PROOF),
    ActionSpec("view.plate_c", mark("Cyan plate"), checkable=True, under=_PROOF),
    ActionSpec("view.plate_m", mark("Magenta plate"), checkable=True, under=_PROOF),
    ActionSpec("view.plate_y", mark("Yellow plate"), checkable=True, under=_PROOF),
    ActionSpec("view.plate_k", mark("Black plate"), checkable=True, under=_PROOF),
    ActionSpec("view.ink", mark("Total ink coverage"), checkable=True, under=_PROOF),
    ActionSpec("check.next", mark("&Next finding"), "F8", "arrow-down"),
    ActionSpec("check.previous", mark("&Previous finding"), "Shift+F8", "arrow-up"),
    ActionSpec("check.mend", mark("&Mend this finding"), "Ctrl+M", "wrench", separated=True),
    ActionSpec("check.mend_all", mark("Mend &everything that can be mended"), "Ctrl+Shift+M"),
    ActionSpec("check.waive", mark("&Accept this finding…"), icon="check"),
    ActionSpec("check.questions", mark("&Questions only you can answer…"), icon="circle-help"),
    ActionSpec("check.report", mark("Save the &report…"), icon="file-text", separated=True),
    ActionSpec("check.file", mark("Check a finished &file…"), icon="file-check"),
    ActionSpec("window.start", mark("&Start page"), "Ctrl+Shift+N", "layout-grid"),
    ActionSpec("window.objects", mark("&Objects"), "F2", "layers", checkable=True, separated=True),
    ActionSpec("window.inspector", mark("&Inspector"), "F3", "sliders-horizontal", checkable=True),
    ActionSpec("window.checks", mark("&Checks"), "F4", "list-checks", checkable=True),
    ActionSpec("window.campaign", mark("Ca&mpaign"), "F6", "stamp", checkable=True),
    ActionSpec("window.history", mark("&History"), "F7", "history", checkable=True),
    ActionSpec("window.reset", mark("&Reset the panels")),
    ActionSpec("window.dark", mark("&Dark"), icon="moon", checkable=True, separated=True),
    ActionSpec("window.language", mark("Tiếng Việt / &English"), icon="languages"),
    ActionSpec("help.guide", mark("&Guide"), "F1", "book-open"),
    ActionSpec("help.shortcuts", mark("&Keyboard shortcuts"), "Ctrl+/", "keyboard"),
    ActionSpec("help.about", mark("&About CoverKit"), icon="info", separated=True),
)

TOOL_BAR = (
    "file.save",
    "edit.undo",
    "edit.redo",
    "",
    "object.text",
    "file.place_picture",
    "object.crop",
    "",
    "view.fit",
    "view.preview",
    "view.snap",
)
"""What stands in the tool bar; an empty id is a gap."""


class Actions(QObject):
    """The actions of one window. Every one is bound to what it does; `unbound` names those that are not, for a test."""

    def __init__(self, window: QMainWindow, specs: tuple[ActionSpec, ...] = SPECS) -> None:
        super().__init__(window)
        self._specs = specs
        self._bound: set[str] = set()
        self._actions = {spec.id: _action(spec, window) for spec in specs}
        window.addActions(list(self._actions.values()))

    def __getitem__(self, action_id: str) -> QAction:
        """Return an action by its id."""
        return self._actions[action_id]

    def bind(self, action_id: str, handler: Callable[[], object]) -> None:
        """Say what an action does when it is triggered."""
        self._actions[action_id].triggered.connect(lambda checked=False: handler())
        self._bound.add(action_id)

    def bind_toggle(self, action_id: str, handler: Callable[[bool], object], on: bool = False) -> None:
        """Say what an action does when it is switched on or off, and how it stands at first."""
        action = self._actions[action_id]
        action.setChecked(on)
        action.toggled.connect(handler)
        self._bound.add(action_id)

    def bind_menu(self, action_id: str, menu: QMenu) -> None:
        """Have an action show a menu beside it."""
        self._actions[action_id].setMenu(menu)
        self._bound.add(action_id)

    @property
    def unbound(self) -> tuple[str, ...]:
        """Ids of actions that do nothing."""
        return tuple(spec.id for spec in self._specs if spec.id not in self._bound)

    def fill(self, window: QMainWindow) -> dict[str, QMenu]:
        """Fill the window's menu bar; return the menus by id."""
        menus: dict[str, QMenu] = {}
        for menu_id, text in MENUS:
            specs = [spec for spec in self._specs if spec.menu == menu_id]
            if specs:
                menus[menu_id] = self._menu(window.menuBar().addMenu(tr(text)), specs)
        return menus

    def _menu(self, menu: QMenu, specs: list[ActionSpec]) -> QMenu:
        under: dict[str, QMenu] = {}
        for spec in specs:
            target = menu
            if spec.separated:
                menu.addSeparator()
            if spec.under:
                if spec.under not in under:
                    under[spec.under] = menu.addMenu(tr(spec.under))
                target = under[spec.under]
            target.addAction(self._actions[spec.id])
        return menu


def _action(spec: ActionSpec, window: QMainWindow) -> QAction:
    action = QAction(tr(spec.text), window)
    action.setObjectName(spec.id)
    action.setCheckable(spec.checkable)
    if spec.icon:
        action.setIcon(icon(spec.icon))
    if spec.shortcut:
        action.setShortcuts([QKeySequence(one) for one in spec.shortcut.split()])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    plain = tr(spec.text).replace("&", "").rstrip("…")
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    action.setToolTip(f"{plain} ({keys})" if keys else plain)
    return action
