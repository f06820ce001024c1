"""Reports as files: the ending of the name says which form."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from coverkit.errors import UsageError
from coverkit.i18n import tr
from coverkit.model.storage.atomic import atomic_write
from coverkit.report.data import Report
from coverkit.report.html_page import PagePicture
from coverkit.report.html_report import html_report
from coverkit.report.json_report import json_report
from coverkit.report.pdf_report import pdf_report
from coverkit.report.text_report import text_report

ENDINGS = (".html", ".json", ".pdf", ".txt")
_PICTURED = (".html", ".pdf")


def ending_of(path: Path) -> str:
    """Return the ending that says which form a report takes.

    Raises:
        UsageError: there is no such form.
    """
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise UsageError(
            tr("A report cannot be saved as {path}.", path=path),
            tr("The name must end with one of: {endings}.", endings=", ".join(ENDINGS)),
        )
    return ending


def wants_pictures(path: Path) -> bool:
    """Tell whether this form of the report shows the pages."""
    return path.suffix.lower() in _PICTURED


def write_report(path: Path, report: Report, pictures: Sequence[PagePicture] = ()) -> None:
    """Write a report, whole or not at all.

    Raises:
        UsageError: the name's ending says no form of report.
        OutputError: it cannot be written.
    """
    match ending_of(path):
        case ".html":
            data = html_report(report, pictures).encode()
        case ".json":
            data = json_report(report).encode()
        case ".pdf":
            data = pdf_report(report, pictures)
        case _:
            data = text_report(report).encode()
    atomic_write(path, data)
