"""What the export does in the background: make, check, write, and look at what lies on the disk. Knows no widget."""

from __future__ import annotations

import hashlib
from pathlib import Path

from coverkit.app.pipeline import Exported, ExportRequest, export, write_files
from coverkit.app.project import Project
from coverkit.app.rulebook import VERSION, rules
from coverkit.errors import InputError
from coverkit.export.png import png_bytes
from coverkit.geometry import Rect
from coverkit.gui.work.worker import Task
from coverkit.i18n import system_reason, tr
from coverkit.records import dataclass
from coverkit.render.raster import rasterise
from coverkit.report.data import CampaignRecord, Report, ReportSubject, SubjectKind, names_of
from coverkit.report.files import wants_pictures, write_report
from coverkit.report.html_page import PagePicture

PICTURE_DPI = 110.0
_PICTURES = (".png",)


@dataclass(frozen=True, slots=True)
class Done:
    """A finished export.

    Attributes:
        paths: the files written, the main one first.
        picture: PNG of the main file as it lies on the disk; empty where it cannot be pictured.
        sha256: of the main file.
        forced: it was written although errors were found.
    """

    exported: Exported
    paths: tuple[Path, ...]
    picture: bytes
    sha256: str
    forced: bool


def run_export(project: Project, request: ExportRequest, out: Path, task: Task) -> Done:
    """Export to a file; a cancelled export has written nothing.

    Raises:
        NotPassedError: it has errors and was not to be forced.
        OutputError: it cannot be written.
        CancelledError: it was cancelled.
    """
    exported = export(project, request, out.stem, task.progress)
    task.progress(0.93, tr("Writing {name}", name=out.name))
    new = [one for one in _names(exported, out) if not one.exists()]
    paths = write_files(exported, out, task.check)
    if task.cancelled:
        for path in new:
            path.unlink(missing_ok=True)
        task.check()
    picture = _picture(paths)
    digest = hashlib.sha256(_read(paths[0])).hexdigest()
    return Done(exported, paths, picture, digest, request.force and bool(exported.result.counts()["error"]))


def report_of(done: Done) -> Report:
    """Return the report of an export: the file as it lies on the disk, and all that was checked on the way."""
    cover = done.exported.cover
    campaign = None if cover.campaign is None else CampaignRecord.of(cover.campaign)
    kind: SubjectKind = "pdf" if done.paths[0].suffix == ".pdf" else "cover"
    trim = (cover.scene.width, cover.scene.height)
    subject = ReportSubject(
        str(done.paths[0]), kind, done.sha256, 1, trim, cover.printer.id, campaign, elements=names_of(cover)
    )
    return Report(subject, done.exported.result, rules(), VERSION)


def save_report(done: Done, path: Path) -> None:
    """Write the report of an export.

    Raises:
        UsageError: the name's ending says no form of report.
        OutputError: it cannot be written.
    """
    scene = done.exported.cover.scene
    pictures = []
    if done.picture and wants_pictures(path):
        size = (scene.width, scene.height)
        pictures = [PagePicture(done.picture, Rect(0.0, 0.0, *size), size, caption=tr("The exported file, trimmed."))]
    write_report(path, report_of(done), pictures)


def _names(exported: Exported, out: Path) -> list[Path]:
    return [out, *(out.with_name(out.stem + file.ending) for file in exported.files[1:])]


def _picture(paths: tuple[Path, ...]) -> bytes:
    main = paths[0]
    if main.suffix == ".pdf":
        return png_bytes(rasterise(_read(main), dpi=PICTURE_DPI, area="trim").image())
    found = next((one for one in paths if one.suffix in _PICTURES), None)
    return b"" if found is None else _read(found)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(
            tr("{path} cannot be read: {reason}.", path=path, reason=system_reason(error)), tr("Check the path.")
        ) from error
