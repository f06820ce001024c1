"""The demo: the sample cover composed, checked and exported, with its reports, into one folder."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from coverkit.app.covers import save
from coverkit.app.pictures import render
from coverkit.app.pipeline import Exported, ExportRequest, export, write_files
from coverkit.app.project import Project
from coverkit.app.rulebook import VERSION, rules
from coverkit.app.sample import sample_project
from coverkit.errors import OutputError
from coverkit.i18n import system_reason, tr
from coverkit.model.storage.atomic import atomic_write
from coverkit.records import dataclass
from coverkit.report.data import Report, ReportSubject
from coverkit.report.html_page import PagePicture
from coverkit.report.html_report import html_report
from coverkit.report.json_report import json_report

PREVIEW_DPI = 144.0

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Demo:
    """What the demo made."""

    report: Report
    paths: tuple[Path, ...]


def run_demo(folder: Path, progress: Progress) -> Demo:
    """Make the sample cover and everything of it.

    Args:
        folder: where to; it is made if it is not there.
        progress: is told what is done next.

    Raises:
        OutputError: something cannot be written there.
        NotPassedError: the sample has errors (it should not).
    """
    _make_folder(folder)
    progress(tr("Composing the sample cover …"))
    project, cover = sample_project(), folder / "demo.cover"
    save(project, cover)
    progress(tr("Exporting PDF/X-4 and checking it …"))
    exported = export(project, ExportRequest("pdf-x4"), "demo")
    paths = [cover, *write_files(exported, folder / "demo.pdf")]
    progress(tr("Exporting PDF/X-1a and checking it …"))
    paths += _export(project, "pdf-x1a", folder / "demo-x1a.pdf")
    progress(tr("Making the preview and the reports …"))
    picture = render(project, PREVIEW_DPI)
    report = _report(cover, exported)
    trim = exported.cover.scene.trim
    page = PagePicture(picture, trim, (trim.width, trim.height))
    for name, data in (
        ("demo.png", picture),
        ("demo-report.html", html_report(report, (page,)).encode()),
        ("demo-report.json", json_report(report).encode()),
    ):
        atomic_write(folder / name, data)
        paths.append(folder / name)
    return Demo(report, tuple(paths))


def _export(project: Project, output: str, out: Path) -> tuple[Path, ...]:
    return write_files(export(project, ExportRequest(output), out.stem), out)


def _report(cover: Path, exported: Exported) -> Report:
    digest = hashlib.sha256(cover.read_bytes()).hexdigest()
    subject = ReportSubject.of_cover(cover.name, digest, exported.cover)
    return Report(subject, exported.result, rules(), VERSION)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(
            tr("The folder {path} cannot be made: {reason}.", path=folder, reason=system_reason(error)),
            tr("Choose another folder."),
        ) from error
