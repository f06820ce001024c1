"""What the window remembers between starts: language, theme, recent files, panels; one file in the person's folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from coverkit import i18n
from coverkit.resources import user_folder

_MOST_RECENT = 12


class Settings:
    """The settings. Values that cannot be read fall back to their defaults: a damaged file must not keep the window shut."""

    def __init__(self, file: Path | None = None) -> None:
        """Open the settings, in the person's folder if no file is named."""
        self._store = QSettings(str(file or user_folder() / "window.ini"), QSettings.Format.IniFormat)

    @property
    def language(self) -> str:
        """`vi` or `en`; the system's until one is chosen."""
        chosen = self.text("language")
        return chosen if chosen in i18n.LANGUAGES else i18n.system_language()

    @property
    def theme(self) -> str:
        """`light`, `dark` or `system`."""
        chosen = self.text("theme")
        return chosen if chosen in ("light", "dark") else "system"

    @property
    def recent(self) -> tuple[Path, ...]:
        """Files opened last, the newest first."""
        return tuple(Path(one) for one in self.text("recent").split("\n") if one)

    def remember(self, file: Path) -> None:
        """Put a file on top of the recent ones."""
        paths = [file.absolute(), *(one for one in self.recent if one != file.absolute())]
        self.put("recent", "\n".join(str(one) for one in paths[:_MOST_RECENT]))

    def forget(self, file: Path) -> None:
        """Take a file off the recent ones."""
        self.put("recent", "\n".join(str(one) for one in self.recent if one != file))

    def text(self, name: str, default: str = "") -> str:
        """Return a text."""
        value = self._store.value(name, default)
        return value if isinstance(value, str) else default

    def flag(self, name: str, default: bool) -> bool:
        """Return a yes or no."""
        return self.text(name, "yes" if default else "no") == "yes"

    def state(self, name: str) -> QByteArray:
        """Return the bytes of a window's layout; empty when there are none."""
        value = self._store.value(name)
        return value if isinstance(value, QByteArray) else QByteArray()

    def put(self, name: str, value: str | bool | QByteArray) -> None:
        """Remember a value."""
        self._store.setValue(name, ("yes" if value else "no") if isinstance(value, bool) else value)
