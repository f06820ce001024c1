"""Start the window. The first window is painted before anything heavy is loaded."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from coverkit import i18n
from coverkit.gui import lengths
from coverkit.gui.settings import Settings
from coverkit.gui.theme.style import apply, system_theme
from coverkit.gui.theme.tokens import ThemeName

if TYPE_CHECKING:
    from coverkit.gui.desk import Desk


def run(paths: Sequence[Path] = ()) -> int:
    """Open the start page, or the files that are named; return when the last window is closed."""
    application, desk = open_desk()
    QTimer.singleShot(0, lambda: _begin(desk, paths))
    if not paths:
        desk.show_start()
    return application.exec()


def open_desk() -> tuple[QApplication, Desk]:
    """Return the application and its desk."""
    from coverkit.gui.desk import Desk

    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # A background thread that computes gives the window its turn after a millisecond, not after five.
    sys.setswitchinterval(0.001)
    application = new_application()
    settings = Settings()
    dress(application, settings)
    return application, Desk(application, settings)


def _begin(desk: Desk, paths: Sequence[Path]) -> None:
    from coverkit.gui.theme.logo import logo

    gc.enable()
    desk.application.setWindowIcon(logo())
    desk.open_files(paths)
    if not desk.windows:
        desk.show_start()


def new_application() -> QApplication:
    """Return the application with its names."""
    _own_place_in_the_task_bar()
    # Asking for the style afterwards would have Qt for Python make twenty enumerations that the first window does not need.
    application = QApplication([*sys.argv[:1], "-style", "fusion"])
    application.setApplicationName("CoverKit")
    application.setOrganizationName("CoverKit")
    application.setDesktopFileName("coverkit")
    application.focusChanged.connect(_show_focus)
    return application


def _show_focus(left: QWidget | None, reached: QWidget | None) -> None:
    """Have a ring drawn around a list or sheet that has the keys; nothing is loaded for it before there is one."""
    if any(one is not None and one.inherits("QAbstractScrollArea") for one in (left, reached)):
        from coverkit.gui.theme.focus_ring import follow

        follow(left, reached)


def _own_place_in_the_task_bar() -> None:
    """Windows else shows the window under Python's icon."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID("CoverKit")


def dress(application: QApplication, settings: Settings) -> None:
    """Speak the language and wear the theme that the person chose."""
    i18n.activate(settings.language)
    lengths.show_in(settings.text("length"))
    QLocale.setDefault(QLocale(QLocale.Language.Vietnamese if i18n.language() == "vi" else QLocale.Language.English))
    chosen: ThemeName = "dark" if settings.theme == "dark" else "light"
    apply(application, system_theme(application) if settings.theme == "system" else chosen)
