"""Check a file for the command line: tell covers and PDFs apart, gather the report and the pictures of its pages."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from coverkit.app import file_check
from coverkit.app.covers import Changes, change_cover
from coverkit.app.file_check import FileChecked
from coverkit.app.pictures import render
from coverkit.app.pipeline import check_cover
from coverkit.app.project import Project
from coverkit.app.rulebook import VERSION, rules
from coverkit.campaigns import library as campaigns
from coverkit.errors import InputError
from coverkit.export.png import png_bytes
from coverkit.formats.printers import printer_profile
from coverkit.geometry import MM, Rect
from coverkit.i18n import system_reason, tr
from coverkit.render.raster import rasterise
from coverkit.report.data import Report, ReportSubject, SubjectKind
from coverkit.report.html_page import PagePicture

PICTURE_DPI = 110.0
_HEAD = 1024
_MOST_PICTURES = 8


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """A report, and how to picture its pages (which takes time and is not always wanted)."""

    report: Report
    pictures: Callable[[], Sequence[PagePicture]]


def kind_of(path: Path) -> SubjectKind:
    """Tell by its first bytes whether a file is a cover or a PDF, whatever it is called.

    Raises:
        InputError: it is neither, or cannot be read.
    """
    try:
        with path.open("rb") as stream:
            head = stream.read(_HEAD)
    except OSError as error:
        raise InputError(
            tr("{path} cannot be read: {reason}.", path=path, reason=system_reason(error)), tr("Check the path.")
        ) from error
    if head.startswith(b"PK"):
        return "cover"
    if b"%PDF-" in head:
        return "pdf"
    raise InputError(tr("{path} is neither a cover nor a PDF.", path=path), tr("Name a .cover file or a PDF."))


def check_file(path: Path, campaign: str | None, profile: str | None, *, timed: bool) -> CheckedFile:
    """Check a cover or a PDF.

    Args:
        path: the file.
        campaign: check against this campaign instead of its own; None for its own.
        profile: check for this printer instead of its own; None for its own.
        timed: the report tells the time.
    """
    checked = dt.datetime.now().astimezone() if timed else None
    if kind_of(path) == "cover":
        return _cover(path, campaign, profile, checked)
    return _pdf(path, campaign, profile, checked)


def _cover(path: Path, campaign: str | None, profile: str | None, checked: dt.datetime | None) -> CheckedFile:
    project = change_cover(Project.open(path), Changes(campaign=campaign, printer=profile))
    found = check_cover(project)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    report = Report(ReportSubject.of_cover(str(path), digest, found.cover), found.result, rules(), VERSION, checked)
    scene = found.cover.scene

    def pictures() -> Sequence[PagePicture]:
        png = render(project, PICTURE_DPI, area="bleed")
        caption = tr("The proof with its bleed; the dashed line is the trim.")
        return (PagePicture(png, scene.bleed_box, (scene.width, scene.height), caption=caption),)

    return CheckedFile(report, pictures)


def _pdf(path: Path, campaign: str | None, profile: str | None, checked: dt.datetime | None) -> CheckedFile:
    printer = None if profile is None else printer_profile(profile)
    found = file_check.check_file(path, campaign=None if campaign is None else campaigns.load(campaign), printer=printer)
    data = path.read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    subject = ReportSubject.of_pdf(str(path), digest, found.facts, found.subject.printer.id, found.campaign)
    report = Report(subject, found.result, rules(), VERSION, checked)
    return CheckedFile(report, lambda: tuple(_pdf_pictures(found, data)))


def _pdf_pictures(found: FileChecked, data: bytes) -> list[PagePicture]:
    caption = tr("The trimmed page; its colours are approximate.")
    pictures = []
    for index, page in enumerate(found.facts.pages[:_MOST_PICTURES]):
        box = page.trim or page.crop or page.media
        if box is None or box.width <= 0 or box.height <= 0:
            continue
        size = (box.width / MM, box.height / MM)
        bitmap = rasterise(data, dpi=PICTURE_DPI, area="trim", page=index)
        pictures.append(PagePicture(png_bytes(bitmap.image()), Rect(0.0, 0.0, *size), size, page.number, caption))
    return pictures
