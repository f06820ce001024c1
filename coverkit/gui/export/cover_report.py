"""The report of a cover that is open: as `coverkit check` writes it, of the cover as it is. Knows no widget."""

from __future__ import annotations

import hashlib
from pathlib import Path

from coverkit.app.pictures import render
from coverkit.app.pipeline import check_cover
from coverkit.app.project import Project
from coverkit.app.rulebook import VERSION, rules
from coverkit.i18n import tr
from coverkit.report.data import Report, ReportSubject
from coverkit.report.files import wants_pictures, write_report
from coverkit.report.html_page import PagePicture

_DPI = 110.0


def write_cover_report(project: Project, cover_file: Path | None, path: Path) -> None:
    """Check a cover and write the report.

    Args:
        project: the cover as it is, saved or not.
        cover_file: its file; None where it has none yet. Its hash stands in the report only if there is one.
        path: of the report; its ending says the form.

    Raises:
        UsageError: the ending says no form of report.
        OutputError: it cannot be written.
    """
    checked = check_cover(project)
    digest = "" if cover_file is None or not cover_file.is_file() else hashlib.sha256(cover_file.read_bytes()).hexdigest()
    name = tr("(not saved yet)") if cover_file is None else str(cover_file)
    report = Report(ReportSubject.of_cover(name, digest, checked.cover), checked.result, rules(), VERSION)
    pictures = []
    if wants_pictures(path):
        scene = checked.cover.scene
        caption = tr("The proof with its bleed; the dashed line is the trim.")
        png = render(project, _DPI, area="bleed")
        pictures = [PagePicture(png, scene.bleed_box, (scene.width, scene.height), caption=caption)]
    write_report(path, report, pictures)
