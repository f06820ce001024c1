"""Examine a file, cover or PDF, for the command line and the window: its report, and the pictures of its pages."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

from coverkit.app import file_check
from coverkit.app.covers import Changes, change_cover
from coverkit.app.decisions import reported
from coverkit.app.file_check import FileChecked
from coverkit.app.pictures import press_output, render
from coverkit.app.pipeline import ExportRequest, check_cover, export
from coverkit.app.project import Project
from coverkit.app.rulebook import VERSION, rules
from coverkit.campaigns import library as campaigns
from coverkit.campaigns.campaign import Campaign
from coverkit.colour.opening import is_picture
from coverkit.errors import CoverKitError, InputError, UsageError
from coverkit.export.png import png_bytes
from coverkit.facts.ink import InkReport
from coverkit.facts.pdf import PdfFacts
from coverkit.formats.printers import DEFAULT_PRINTER, PrinterProfile, printer_profile
from coverkit.geometry import MM, Rect
from coverkit.i18n import system_reason, tr
from coverkit.layout.cover import Cover
from coverkit.model.document import Kind
from coverkit.records import dataclass
from coverkit.render.raster import rasterise
from coverkit.report.data import Report, ReportSubject, SubjectKind
from coverkit.report.html_page import PagePicture

PICTURE_DPI = 110.0
_HEAD = 1024
_LONGEST_PICTURE = 2400
"""Pixels."""
_MOST_PICTURES = 8


@dataclass(frozen=True, slots=True)
class Examined:
    """A file that was examined.

    Attributes:
        report: what was found.
        pictures: pictures its pages, which takes time and is not always wanted.
        pdf: the very bytes that would print: the file itself, of a cover its press file where `printable` was asked for.
        facts: what was read of a PDF; None for a cover.
        cover: the composed cover; None for what is none.
        ink: the measured ink; None where it was not measured.
        ink_reason: why not, or not all of it; "" where it was.
    """

    report: Report
    pictures: Callable[[], Sequence[PagePicture]]
    pdf: bytes = b""
    facts: PdfFacts | None = None
    cover: Cover | None = None
    ink: InkReport | None = None
    ink_reason: str = ""


def kind_of(path: Path) -> SubjectKind:
    """Tell by its first bytes whether a file is a cover, a PDF or a picture, whatever it is called.

    Raises:
        InputError: it is none of these, or cannot be read.
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
    if is_picture(head):
        return "picture"
    raise InputError(
        tr("{path} is neither a cover nor a PDF nor a picture.", path=path),
        tr("Name a .cover file, a PDF, or a JPEG, PNG or TIFF picture of a cover."),
    )


def examine(
    path: Path,
    campaign: str | None = None,
    profile: str | None = None,
    *,
    timed: bool,
    printable: bool = False,
    day: dt.date | None = None,
    kind: Kind | None = None,
    trim: tuple[float, float] | None = None,
    ink: bool = False,
    look: bool = False,
) -> Examined:
    """Check a cover, a PDF or a picture of a cover.

    Args:
        path: the file.
        campaign: check against this campaign instead of its own; None for its own.
        profile: check for this printer instead of its own; None for its own.
        timed: the report tells the time.
        printable: of a cover, make its press file and judge that too, as an export would.
        day: the issue date of what does not tell its own, another program's PDF or a picture; None where it is not known.
        kind: of publication of another program's PDF or a picture; None leaves it to what the cover says.
        trim: width and height in mm that the printer wants of a PDF; None for what its profile says.
        ink: of a PDF, measure the ink; takes a second a page. A cover's is always measured.
        look: look for the campaign's banner and slogan in CoverKit's own files too, also where no campaign is named.

    Raises:
        InputError: the file cannot be read, or is none of these.
        UsageError: there is no such campaign or printer, a picture comes without a campaign, or something is said of a
            cover that it says itself.
    """
    checked = dt.datetime.now().astimezone() if timed else None
    what = kind_of(path)
    if what == "cover":
        _refuse_of_covers(kind, trim)
        return _cover(path, Changes(campaign=campaign, printer=profile, issue_date=day), checked, printable)
    ordered = None if campaign is None else campaigns.load(campaign)
    if what == "picture":
        if trim is not None:
            raise UsageError(tr("A picture does not say where it is cut; --trim is for PDFs."))
        return _picture(path, ordered, printer_profile(profile or DEFAULT_PRINTER), checked, day, kind)
    printer = None if profile is None else printer_profile(profile)
    found = file_check.check_file(
        path, campaign=ordered, printer=printer, day=day, kind=kind, trim=trim, ink=ink, look=look or ordered is not None
    )
    return _pdf(path, found, checked)


def _refuse_of_covers(kind: Kind | None, trim: tuple[float, float] | None) -> None:
    if kind is not None or trim is not None:
        raise UsageError(
            tr("A cover knows its own kind and size; --kind and --trim are for files of other programs."),
            tr("Change the cover instead: coverkit edit, or another page format."),
        )


def _cover(path: Path, changes: Changes, checked: dt.datetime | None, printable: bool) -> Examined:
    project = change_cover(Project.open(path), changes)
    pdf = b""
    if printable:
        made = export(project, ExportRequest(press_output(project.printer), force=True), path.stem)
        cover, result, pdf = made.cover, made.result, made.files[0].data
    else:
        found = check_cover(project)
        cover, result = found.cover, found.result
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    about = ReportSubject.of_cover(str(path), digest, cover)
    report = Report(about, result, rules(), VERSION, checked, decision=reported(path, digest))
    scene = cover.scene

    def pictures() -> Sequence[PagePicture]:
        png = render(project, PICTURE_DPI, area="bleed")
        caption = tr("The proof with its bleed; the dashed line is the trim.")
        return (PagePicture(png, scene.bleed_box, (scene.width, scene.height), caption=caption),)

    return Examined(report, pictures, pdf, cover=cover, ink=cover.ink)


def _picture(
    path: Path,
    campaign: Campaign | None,
    printer: PrinterProfile,
    checked: dt.datetime | None,
    day: dt.date | None,
    kind: Kind | None,
) -> Examined:
    from coverkit.app.picture_check import check_picture, shown

    data = path.read_bytes()
    found = check_picture(data, path.name, campaign, printer, day, kind)
    digest = hashlib.sha256(data).hexdigest()
    subject = ReportSubject.of_picture(str(path), digest, found.size_mm, printer.id, found.subject.campaign)
    page = found.subject.pages[0]

    def pictures() -> Sequence[PagePicture]:
        png = png_bytes(shown(data, path.name, _LONGEST_PICTURE))
        return (PagePicture(png, page.trim, (page.width, page.height), caption=tr("The picture that was checked.")),)

    return Examined(Report(subject, found.result, rules(), VERSION, checked), pictures)


def _pdf(path: Path, found: FileChecked, checked: dt.datetime | None) -> Examined:
    data = path.read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    subject = ReportSubject.of_pdf(str(path), digest, found.subject, found.campaign)
    report = Report(subject, found.result, rules(), VERSION, checked, decision=reported(path, digest))
    ink, reason = found.subject.ink, found.subject.ink_reason
    return Examined(report, lambda: tuple(_pdf_pictures(found, data)), data, found.facts, ink=ink, ink_reason=reason)


def _pdf_pictures(found: FileChecked, data: bytes) -> list[PagePicture]:
    caption = tr("The trimmed page; its colours are approximate.")
    pictures = []
    for index, page in enumerate(found.facts.pages[:_MOST_PICTURES]):
        box = page.trim or page.crop or page.media
        if box is None or box.width <= 0 or box.height <= 0:
            continue
        size = (box.width / MM, box.height / MM)
        dpi = min(PICTURE_DPI, _LONGEST_PICTURE * 72.0 / max(box.width, box.height))
        try:
            bitmap = rasterise(data, dpi=dpi, area="trim", page=index)
        except CoverKitError:
            # The report tells what is wrong with the file; a page that cannot be pictured is no reason to have none.
            continue
        pictures.append(PagePicture(png_bytes(bitmap.image()), Rect(0.0, 0.0, *size), size, page.number, caption))
    return pictures
