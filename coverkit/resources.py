"""Where the program's own data lies: fonts, profiles, templates."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from coverkit.errors import MissingError
from coverkit.i18n import tr


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
            tr("{path} cannot be read: {reason}", path=path, reason=error.strerror or error),
            tr("Install CoverKit again: its files are not complete."),
        ) from error
