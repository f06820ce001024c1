"""Folders of the person's own: made when something is first kept there."""

from __future__ import annotations

from pathlib import Path

from coverkit.errors import OutputError
from coverkit.i18n import system_reason, tr


def make_folder(path: Path) -> None:
    """Make a folder, and those above it, where they are not there yet.

    Raises:
        OutputError: it cannot be made.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise not_written(path, error) from error


def not_written(path: Path, error: OSError) -> OutputError:
    """Return what people are told where the system does not let a folder or a file be written."""
    return OutputError(
        tr("{path} cannot be written: {reason}.", path=path, reason=system_reason(error)),
        tr("Choose another folder, or ask for the right to write there."),
    )
