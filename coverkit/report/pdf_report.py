"""Reports as PDF for files and mail: A4, set with our own typography and painted by our own painter."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from coverkit.checks.finding import Finding, RuleResult, Status
from coverkit.colour.pictures import PictureStore
from coverkit.colour.profile import bundled_condition
from coverkit.geometry import Point, Rect
from coverkit.i18n import language, tr
from coverkit.model.values import WHITE, Cmyk
from coverkit.records import dataclass
from coverkit.render.pdf import Finish, PaintOptions, PaintResources, Policy, paint
from coverkit.render.pdf_pictures import Detail
from coverkit.report import wording
from coverkit.report.data import Report, reasons
from coverkit.report.html_page import PagePicture
from coverkit.report.pdf_paper import BOTTOM, LEFT, RIGHT, TOP, WIDTH, Paper, Style, Typesetter
from coverkit.scene.operations import Crop, Picture
from coverkit.typography.library import FontLibrary

_CONDITION = "FOGRA39"
_PX_PER_MM = 6.0
_PICTURE = 66.0
_INK, _SOFT, _FAINT = Cmyk(0.6, 0.4, 0.3, 0.8), Cmyk(0.3, 0.2, 0.15, 0.55), Cmyk(0.2, 0.12, 0.1, 0.4)
_RULE, _GROUND = Cmyk(0.06, 0.03, 0.02, 0.12), Cmyk(0.03, 0.02, 0.01, 0.03)
_SAMPLE = Cmyk(0.0, 0.03, 0.16, 0.01)
_TONES = {
    Status.PASS: Cmyk(0.75, 0.25, 0.8, 0.25),
    Status.NOTE: Cmyk(0.85, 0.5, 0.1, 0.15),
    Status.WARNING: Cmyk(0.1, 0.6, 1.0, 0.25),
    Status.ERROR: Cmyk(0.15, 0.95, 0.9, 0.15),
    Status.NOT_CHECKED: Cmyk(0.2, 0.12, 0.1, 0.45),
    Status.CRASH: Cmyk(0.5, 0.95, 0.2, 0.3),
}
_BODY, _SMALL, _TINY = Style(9.0, ink=_INK), Style(8.0, ink=_SOFT), Style(7.2, ink=_SOFT)
_HEADING = Style(12.5, 700, _INK)


@dataclass(frozen=True, slots=True)
class _Shown:
    """The picture at the side: the paper box it takes and the part of the page that it shows."""

    page: int
    box: Rect
    area: Rect

    def where(self, box: Rect) -> Rect | None:
        """Return where a box of the page lies on the paper; None when it does not show."""
        scale = self.box.width / self.area.width
        seen = box.intersection(self.area)
        if seen is None:
            return None
        left, top = self.box.x + (seen.x - self.area.x) * scale, self.box.y + (seen.y - self.area.y) * scale
        return Rect(left, top, seen.width * scale, seen.height * scale)


def pdf_report(report: Report, pictures: Sequence[PagePicture] = ()) -> bytes:
    """Return the report as a PDF; the same report gives the same bytes.

    Args:
        report: what was found.
        pictures: the first of them is shown, with the findings of its page marked.

    Raises:
        MissingError: the report's font or the output profile is not there.
    """
    library = FontLibrary.bundled()
    paper = Paper(Typesetter(library))
    _head(paper, report)
    shown, stock = _picture(paper, pictures)
    _findings(paper, report, shown)
    _rules(paper, report)
    _end(paper, report)
    resources = PaintResources(library, PictureStore(stock), bundled_condition(_CONDITION))
    info = {"Title": tr("Check report: {name}", name=report.subject.name), "Creator": f"CoverKit {report.coverkit}"}
    options = PaintOptions(detail=Detail(px_per_mm=_PX_PER_MM), compress=True)
    return paint(paper.scenes(), Policy.PROOF, resources, options, Finish((1, 6), info, language=language()))


def _head(paper: Paper, report: Report) -> None:
    when = "" if report.checked is None else wording.moment(report.checked)
    title = Style(8.5, 700, _INK)
    paper.at("CoverKit", title, Point(LEFT, paper.y))
    paper.at(tr("Check report"), _SMALL, Point(LEFT + paper.set.width("CoverKit", title) + 2.5, paper.y))
    paper.at(when, _SMALL, Point(RIGHT - paper.set.width(when, _SMALL), paper.y))
    paper.y += 7.0
    paper.text(report.subject.name, Style(20.0, 700, _INK))
    paper.y += 2.5
    _verdict(paper, report)
    sample = wording.sample_warning(report.subject.campaign)
    if sample:
        _band(paper, sample, _SAMPLE, _SMALL)
    paper.y += 3.0
    for name, value in wording.facts(report):
        left, label_end = LEFT + 40.0, paper.y + paper.set.height(name, _SMALL, 38.0)
        paper.at(name, _SMALL, Point(LEFT, paper.y), 38.0)
        paper.text(value, Style(8.0, ink=_INK), left)
        paper.y = max(paper.y, label_end) + 0.4


def _verdict(paper: Paper, report: Report) -> None:
    top = paper.y
    _band(paper, wording.verdict(report), _GROUND, Style(11.0, 600, _INK), 3.5)
    paper.box(Rect(LEFT, top, 1.8, paper.y - top - 1.5), _TONES[report.result.status])


def _band(paper: Paper, text: str, ground: Cmyk, style: Style, padding: float = 1.8) -> None:
    height = paper.set.height(text, style, RIGHT - LEFT - 12.0)
    paper.box(Rect(LEFT, paper.y, RIGHT - LEFT, height + 2 * padding), ground)
    paper.at(text, style, Point(LEFT + 6.0, paper.y + padding), RIGHT - LEFT - 12.0)
    paper.y += height + 2 * padding + 1.5


def _picture(paper: Paper, pictures: Sequence[PagePicture]) -> tuple[_Shown | None, dict[str, bytes]]:
    paper.y += 4.0
    paper.need(40.0)
    paper.text(tr("Findings"), _HEADING)
    paper.y += 2.0
    if not pictures:
        return None, {}
    first = pictures[0]
    height = _PICTURE * first.area.height / first.area.width
    paper.need(min(height, BOTTOM - TOP))
    box = Rect(LEFT, paper.y, _PICTURE, height)
    shown = _Shown(first.page, box, first.area)
    sha256 = hashlib.sha256(first.png).hexdigest()
    paper.add(Picture("report", sha256, box, Crop(0.0, 0.0, 1.0, 1.0)))
    paper.frame(box, _FAINT, 0.4)
    trim = shown.where(Rect(0.0, 0.0, *first.trim))
    if trim is not None and first.area.inset(0.05).contains(Rect(0.0, 0.0, *first.trim)):
        paper.frame(trim, _FAINT, 0.4, (2.0, 2.0))
    paper.at(first.caption, _TINY, Point(LEFT, box.bottom + 1.2), _PICTURE)
    return shown, {sha256: first.png}


def _findings(paper: Paper, report: Report, shown: _Shown | None) -> None:
    """Set the findings beside the picture, and over the whole width from the next page on."""
    left = LEFT if shown is None else LEFT + _PICTURE + 7.0
    if shown is not None:
        _marks(paper, report, shown)
    for count, finding in enumerate(report.findings, 1):
        if paper.need(_card_height(paper, finding, report, left)):
            left = LEFT
        _card(paper, count, finding, report, left)
    if not report.findings and report.judged:
        paper.text(tr("There is nothing to mend."), _BODY, left)
    if shown is not None and left > LEFT:
        paper.y = max(paper.y, shown.box.bottom + 6.0)


def _marks(paper: Paper, report: Report, shown: _Shown) -> None:
    taken: dict[tuple[float, float], int] = {}
    for count, finding in enumerate(report.findings, 1):
        problem = finding.problem
        place = None if problem.box is None or problem.page != shown.page else shown.where(problem.box)
        if place is None:
            continue
        paper.frame(place, _tone(finding), 1.0)
        corner = (round(place.x), round(place.y))
        _badge(paper, count, finding, Point(place.x + 4.2 * taken.get(corner, 0), place.y))
        taken[corner] = taken.get(corner, 0) + 1


def _badge(paper: Paper, count: int, finding: Finding, centre: Point) -> None:
    style = Style(6.5, 700, WHITE)
    paper.disc(centre, 2.0, _tone(finding))
    paper.at(str(count), style, Point(centre.x - paper.set.width(str(count), style) / 2 - 0.15, centre.y - 1.5))


def _tone(finding: Finding) -> Cmyk:
    return _TONES[Status.NOT_CHECKED if finding.status == "waived" else Status(finding.severity.value)]


def _lines(finding: Finding, report: Report) -> tuple[tuple[str, Style], ...]:
    small = ((text, _TINY) for text in wording.small_print(finding, report.subject))
    comparison = (wording.comparison(finding), Style(8.0, 600, _INK))
    name = (f"{finding.rule}/{finding.code}", Style(6.8, ink=_FAINT))
    return ((finding.problem.message, Style(9.5, 600, _INK)), (finding.remedy, _BODY), comparison, *small, name)


def _card_height(paper: Paper, finding: Finding, report: Report, left: float) -> float:
    return 4.5 + sum(paper.set.height(text, style, RIGHT - left - 6.5) + 0.5 for text, style in _lines(finding, report) if text)


def _card(paper: Paper, count: int, finding: Finding, report: Report, left: float) -> None:
    _badge(paper, count, finding, Point(left + 2.0, paper.y + 2.4))
    for text, style in _lines(finding, report):
        if text:
            paper.text(text, style, left + 6.5)
            paper.y += 0.5
    paper.y += 1.5
    paper.line(_RULE, left)
    paper.y += 2.5


def _rules(paper: Paper, report: Report) -> None:
    paper.y += 5.0
    paper.need(30.0)
    paper.text(tr("All rules ({count})", count=len(report.rules)), _HEADING)
    paper.y += 2.0
    for rule in report.rules:
        _row(paper, rule, report)


def _row(paper: Paper, rule: RuleResult, report: Report) -> None:
    tone, title = _TONES[rule.status], tr(report.title_of(rule.id))
    why, ids = " ".join(reasons(rule)), Style(6.6, ink=_FAINT)
    left = LEFT + 33.0
    texts = [(title, Style(8.2, ink=_INK)), (rule.id, ids), (why, _TINY)]
    paper.need(3.0 + sum(paper.set.height(text, style, RIGHT - left) for text, style in texts))
    paper.line(_RULE)
    paper.y += 1.2
    paper.disc(Point(LEFT + 1.2, paper.y + 1.9), 0.9, tone)
    paper.at(wording.status_word(rule.status), Style(8.0, 600, tone), Point(LEFT + 4.0, paper.y), 28.0)
    for text, style in texts:
        paper.text(text, style, left)
    paper.y += 1.2


def _end(paper: Paper, report: Report) -> None:
    paper.need(18.0)
    paper.line(_RULE)
    paper.y += 3.0
    paper.text(wording.limits_of_report(), _TINY)
    pages = len(paper.pages)
    for number, operations in enumerate(paper.pages, 1):
        text = tr("{name} · page {page} of {pages}", name=report.subject.name, page=number, pages=pages)
        operations += paper.set.runs(text, _TINY, Point(LEFT, 284.0), WIDTH - 2 * LEFT)
