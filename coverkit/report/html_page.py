"""The picture of a page in an HTML report, with a numbered box at the place of each finding."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from html import escape

from coverkit.checks.finding import Finding
from coverkit.geometry import Rect
from coverkit.i18n import tr
from coverkit.records import dataclass

_WHOLE = 0.6
"""Share of the page from which a mark is not filled: it would tint everything."""
_EDGE = 8.0
"""Nearer to the edge than this, in mm, a label stands inside its mark."""

Numbered = tuple[int, Finding]


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A bitmap of a page.

    Attributes:
        png: the picture's bytes.
        area: what it shows, in mm from the trim's top left: the bleed box, or the trim.
        trim: width and height of the page in mm.
        page: its number, from 1.
        caption: a line below it.
    """

    png: bytes
    area: Rect
    trim: tuple[float, float]
    page: int = 1
    caption: str = ""


def figure(picture: PagePicture, findings: Sequence[Numbered]) -> str:
    """Return the picture with the marks of the findings on its page."""
    data = base64.b64encode(picture.png).decode("ascii")
    here = [one for one in findings if one[1].problem.page == picture.page]
    marks = "".join(_mark(box, group, picture.area) for box, group in _by_box(here, picture.area))
    caption = f"<figcaption>{escape(picture.caption)}</figcaption>" if picture.caption else ""
    alternative = escape(tr("Page {page} as it will print", page=picture.page))
    return (
        f'<figure><div class="page"><img alt="{alternative}" src="data:image/png;base64,{data}">'
        f"{_trim(picture)}{marks}</div>{caption}</figure>"
    )


def severity_class(finding: Finding) -> str:
    """Return the style class of a finding."""
    return "waived" if finding.status == "waived" else finding.severity.value


def _by_box(findings: Sequence[Numbered], area: Rect) -> list[tuple[Rect, list[Numbered]]]:
    """Findings at the same place share a mark; large marks come first, so that small ones stay on top."""
    groups: dict[Rect, list[Numbered]] = {}
    for one in findings:
        box = one[1].problem.box
        shown = None if box is None else _visible(box, area)
        if shown is not None:
            groups.setdefault(shown, []).append(one)
    return sorted(groups.items(), key=lambda pair: -pair[0].area)


def _visible(box: Rect, area: Rect) -> Rect | None:
    """Return the part of a box that lies in the picture; a line or a point keeps its place, rounded to 0.1 mm."""
    left, right = (min(max(edge, area.x), area.right) for edge in (box.x, box.right))
    top, bottom = (min(max(edge, area.y), area.bottom) for edge in (box.y, box.bottom))
    if box.x > area.right or box.right < area.x or box.y > area.bottom or box.bottom < area.y:
        return None
    return Rect.from_edges(*(round(edge, 1) for edge in (left, top, right, bottom)))


def _mark(box: Rect, group: list[Numbered], area: Rect) -> str:
    worst = severity_class(group[0][1])
    worst += " whole" if box.area > _WHOLE * area.area else ""
    worst += (" low" if box.y - area.y < _EDGE else "") + (" right" if box.x - area.x < _EDGE else "")
    labels = "".join(_label(count, finding) for count, finding in group)
    return f'<div class="mark {worst}" style="{_position(box, area)}"><span class="labels">{labels}</span></div>'


def _label(count: int, finding: Finding) -> str:
    badge = f'<span class="badge {severity_class(finding)}">{count}</span>'
    return f'<a href="#f{count}" title="{escape(finding.problem.message)}">{badge}</a>'


def _trim(picture: PagePicture) -> str:
    trim = Rect(0.0, 0.0, *picture.trim)
    if picture.area.inset(0.05).contains(trim):
        return f'<div class="trim" style="{_position(trim, picture.area)}"></div>'
    return ""


def _position(box: Rect, area: Rect) -> str:
    left, top = (box.x - area.x) / area.width, (box.y - area.y) / area.height
    width, height = box.width / area.width, box.height / area.height
    return f"left:{left:.3%};top:{top:.3%};width:{width:.3%};height:{height:.3%}"
