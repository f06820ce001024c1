"""Where the program's own data lies (fonts, profiles, templates), and where a person's own: campaigns, trusted issuers."""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path

from coverkit.errors import MissingError
from coverkit.i18n import system_reason, tr


@cache
def assets() -> Path:
    """Return the `assets` folder: beside the package in a checkout, inside it where the wheel was installed."""
    package = Path(__file__).resolve().parent
    for candidate in (package.parent / "assets", package / "assets"):
        if (candidate / "templates").is_dir():
            return candidate
    raise MissingError(
        tr("CoverKit's own data folder “assets” was not found."), tr("Install CoverKit again: its files are not complete.")
    )


def read_bytes(path: Path) -> bytes:
    """Read one of the program's own files.

    Raises:
        MissingError: the file is not there, so the installation is damaged.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise MissingError(
            tr("{path} cannot be read: {reason}.", path=path, reason=system_reason(error)),
            tr("Install CoverKit again: its files are not complete."),
        ) from error


def user_folder() -> Path:
    """Return the folder of a person's own data, which may not exist yet; the variable COVERKIT_CONFIG names another."""
    if chosen := os.environ.get("COVERKIT_CONFIG"):
        return Path(chosen)
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA") or Path.home() / "AppData" / "Roaming") / "CoverKit"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "CoverKit"
    xdg = os.environ.get("XDG_CONFIG_HOME", "")
    return (Path(xdg) if Path(xdg).is_absolute() else Path.home() / ".config") / "coverkit"


def cache_folder() -> Path:
    """Return the folder of pictures that can be made again, which may not exist yet; COVERKIT_CONFIG moves it too."""
    if chosen := os.environ.get("COVERKIT_CONFIG"):
        return Path(chosen) / "cache"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "CoverKit" / "cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "CoverKit"
    xdg = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(xdg) if Path(xdg).is_absolute() else Path.home() / ".cache") / "coverkit"
