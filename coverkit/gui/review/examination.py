"""A file that is being looked at: its report, its pages as pixels, its ink, all made in the background."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from coverkit.app.examining import Examined, examine
from coverkit.app.picture_campaign import likely_campaign
from coverkit.campaigns import library as campaigns
from coverkit.checks.finding import Finding
from coverkit.errors import CoverKitError
from coverkit.geometry import MM, Rect
from coverkit.gui.work.worker import Task, Worker
from coverkit.records import dataclass, replace
from coverkit.render.raster import Bitmap, rasterise
from coverkit.report.data import Decision
from coverkit.report.html_page import PagePicture

_PICTURES = frozenset({".png", ".jpg", ".jpeg", ".tif", ".tiff"})
"""Endings of pictures, which can only be held against a campaign."""


def _seen_on(path: Path) -> str | None:
    """Return the campaign that is seen on a picture, or any where none is; None for a file that is no picture."""
    if path.suffix.lower() not in _PICTURES:
        return None
    try:
        found = likely_campaign(path.read_bytes(), path.name)
    except OSError:
        # Reading it once more says so in words.
        return None
    return found or next((one.id for one in campaigns.known()), None)


@dataclass(frozen=True, slots=True)
class _Read:
    """A file as it was read; of a picture, the picture itself."""

    examined: Examined
    still: PagePicture | None


class Examination(QObject):
    """One file. Parts of the window hear from it and know nothing of one another."""

    began = Signal()
    """The file is being read and judged."""
    done = Signal(object)
    """It was judged (`app.examining.Examined`)."""
    refined = Signal(object)
    """It was judged again, with its ink measured (`app.examining.Examined`); everything else is as it was."""
    failed = Signal(str, str)
    """It cannot be read: message and remedy."""
    page_drawn = Signal(int, float, QImage)
    """A page's number from 1, its resolution in px per mm, and its pixels, with the bleed."""
    page_chosen = Signal(int)
    """Another page is looked at, from 1."""
    pointed_out = Signal(object)
    """A finding (`checks.finding.Finding`) is to be shown on the page."""

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self.campaign: str | None = None
        self.printer: str | None = None
        self.examined: Examined | None = None
        self.page = 1
        self._still: PagePicture | None = None
        self.worker = Worker(self, "coverkit-review")

    def start(self) -> None:
        """Read and judge the file, for the campaign and the printer that are chosen; ink, which takes longer, afterwards."""
        path, chosen, printer = self.path, self.campaign, self.printer
        self.worker.cancel("ink")
        self.began.emit()

        def work(task: Task) -> _Read:
            campaign = chosen or _seen_on(path)
            examined = examine(path, campaign, printer, timed=True, printable=True, look=True)
            still = None if examined.pdf else examined.pictures()[0]
            return _Read(examined, still)

        self.worker.submit("examine", work, self._judged, self._broken, urgency=2)

    def _measure(self) -> None:
        """Measure the ink of a PDF in the background, and judge it anew with that."""
        path, campaign, printer = self.path, self.campaign, self.printer
        if self.examined is None or self.examined.facts is None:
            return

        def work(task: Task) -> Examined:
            return examine(path, campaign, printer, timed=True, ink=True, look=True)

        self.worker.submit("ink", work, self._refine, self._broken, urgency=-1)

    def _refine(self, examined: object) -> None:
        assert isinstance(examined, Examined)
        self.examined = examined
        self.refined.emit(examined)

    def close(self) -> None:
        """End the background work."""
        self.worker.close()

    def choose_page(self, number: int) -> None:
        """Look at a page, from 1."""
        if 1 <= number <= self.page_count and number != self.page:
            self.page = number
            self.page_chosen.emit(number)

    def point_out(self, finding: Finding) -> None:
        """Show a finding on its page."""
        self.choose_page(finding.problem.page)
        self.pointed_out.emit(finding)

    def decided(self, decision: Decision | None) -> None:
        """Put a decision into the report, so that it is in what is saved from now on."""
        if self.examined is not None:
            self.examined = replace(self.examined, report=replace(self.examined.report, decision=decision))

    def draw(self, number: int, px_per_mm: float, name: str = "page") -> None:
        """Ask for a page's pixels; of requests of one name the newest counts."""
        pdf = b"" if self.examined is None else self.examined.pdf
        if self._still is not None:
            self.page_drawn.emit(number, px_per_mm, QImage.fromData(self._still.png))
        if not pdf:
            return

        def work(task: Task) -> Bitmap:
            return rasterise(pdf, dpi=px_per_mm * 25.4, area="bleed", page=number - 1)

        self.worker.submit(name, work, lambda bitmap: self.page_drawn.emit(number, px_per_mm, image(bitmap)), self._broken, 1)

    def in_background(
        self, name: str, work: Callable[[Task], object], done: Callable[[object], None], urgency: int = 0
    ) -> None:
        """Do something in the background; errors are told by `failed`."""
        self.worker.submit(name, work, done, self._broken, urgency)

    @property
    def page_count(self) -> int:
        """How many pages were read."""
        if self.examined is None:
            return 0
        return 1 if self.examined.facts is None else len(self.examined.facts.pages)

    def sheet(self, number: int) -> Sheet:
        """Return a page's boxes."""
        assert self.examined is not None
        if self._still is not None:
            return Sheet(self._still.area, self._still.area, False)
        if self.examined.facts is None:
            assert self.examined.cover is not None
            scene = self.examined.cover.scene
            return Sheet(scene.trim, scene.bleed_box, True)
        page = self.examined.facts.pages[number - 1]
        media = page.crop or page.media
        trim = page.trim or media
        bleed = page.bleed or media
        if trim is None or bleed is None:
            return Sheet(Rect(0, 0, 210, 297), Rect(0, 0, 210, 297), False)
        left, top, right, bottom = bleed.margins(trim)
        width, height = trim.width / MM, trim.height / MM
        return Sheet(
            Rect(0, 0, width, height), Rect(-left, -top, width + left + right, height + top + bottom), page.trim is not None
        )

    def _judged(self, read: object) -> None:
        assert isinstance(read, _Read)
        self.examined, self._still = read.examined, read.still
        self.page = min(self.page, max(1, self.page_count))
        self.done.emit(read.examined)
        self._measure()

    def _broken(self, error: Exception) -> None:
        if not isinstance(error, CoverKitError):
            raise error
        self.failed.emit(error.message, error.remedy)


class Sheet:
    """Boxes of a page in mm, origin at the trim's top left; `stated` tells whether the file names its trim."""

    def __init__(self, trim: Rect, bleed: Rect, stated: bool) -> None:
        self.trim = trim
        self.bleed = bleed
        self.stated = stated


def image(bitmap: object) -> QImage:
    """Return a bitmap as Qt's image, with pixels of its own."""
    assert isinstance(bitmap, Bitmap)
    kinds = {"RGB": QImage.Format.Format_RGB888, "RGBA": QImage.Format.Format_RGBA8888, "L": QImage.Format.Format_Grayscale8}
    row = bitmap.width * len(bitmap.mode)
    return QImage(bitmap.data, bitmap.width, bitmap.height, row, kinds[bitmap.mode]).copy()
