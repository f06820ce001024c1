"""A real window for every test, offscreen or under Xvfb; a Qt warning, an error in a slot or a left-over thread fails it."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType

import pytest

if not os.environ.get("COVERKIT_SCREEN"):
    # On one screen, windows of tests that run side by side take the keyboard from one another: `make test-screen` runs alone.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

pytest.importorskip("PySide6.QtWidgets", reason="the window needs PySide6 and its system libraries")

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from coverkit import i18n
from coverkit.gui.desk import Desk
from coverkit.gui.launch import dress, new_application
from coverkit.gui.settings import Settings

_HARMLESS = ("This plugin does not support", "propagateSizeHints")


@pytest.fixture(scope="session")
def application() -> QApplication:
    found = QApplication.instance()
    return found if isinstance(found, QApplication) else new_application()


@pytest.fixture(autouse=True)
def nothing_amiss(application: QApplication) -> Iterator[None]:
    said: list[str] = []
    before = set(threading.enumerate())

    def hear(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if not message.startswith(_HARMLESS):
            said.append(message)

    def raised(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        said.append(f"{kind.__name__}: {error}")
        sys.__excepthook__(kind, error, trace)

    qInstallMessageHandler(hear)
    hook, sys.excepthook = sys.excepthook, raised
    language = i18n.language()
    yield
    for window in application.topLevelWidgets():
        window.close()
    application.processEvents()
    i18n.activate(language)
    sys.excepthook = hook
    qInstallMessageHandler(None)
    assert not said
    left = [one.name for one in threading.enumerate() if one not in before and one.name.startswith("coverkit")]
    assert not left, "threads left over"


@pytest.fixture
def desk(application: QApplication, tmp_path: Path) -> Desk:
    settings = Settings(tmp_path / "window.ini")
    settings.put("language", "vi")
    settings.put("theme", "light")
    dress(application, settings)
    made = Desk(application, settings)
    made.ask_unsaved = lambda parent, name: "discard"
    return made


@pytest.fixture
def until(application: QApplication) -> Callable[[Callable[[], bool]], None]:
    """Let the window live until something is so; a test that waits for what never comes fails after a minute."""

    def wait(so: Callable[[], bool]) -> None:
        end = time.monotonic() + 60
        while not so():
            assert time.monotonic() < end, "waited in vain"
            application.processEvents()
            time.sleep(0.002)

    return wait
