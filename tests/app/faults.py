"""Covers with one fault each: documents edited by hand, past the locks, as somebody might with other tools."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from fontTools.ttLib import TTFont
from PIL import Image

from coverkit.app.covers import with_picture
from coverkit.app.project import Project
from coverkit.checks.finding import Severity
from coverkit.formats.pages import page_format
from coverkit.geometry import Rect
from coverkit.model.document import SLOT_KIND, Element
from coverkit.model.values import Value

HORN_AND_TILDE = "ữỮ"
REPLACED = "Nhiệt liệt chào mừng Đại hội Đảng bộ tỉnh Đắk Nông lần thứ XII!"


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, how it is made, which rule must name it, and which others may object too."""

    name: str
    make: Callable[[Project], Project]
    rule: str
    code: str
    severity: Severity = Severity.ERROR
    others: frozenset[str] = frozenset()


def by_hand(project: Project, element: Element) -> Project:
    """Put an element into the document, in the place of one of its id: no edit and no lock is asked."""
    others = tuple(one for one in project.document.elements if one.id != element.id)
    return project.with_document(dataclasses.replace(project.document, elements=(*others, element)))


def _slot(project: Project, name: str, **values: Value) -> Element:
    element = project.document.element(name) or Element(name, SLOT_KIND)
    return dataclasses.replace(element, values={**element.values, **values})


def _place(project: Project, name: str) -> Rect:
    return next(one.box for one in project.compose().placed if one.id == name)


def _text(text: str, box: Rect) -> Element:
    return Element("own-text", "text", {"text": text, "style": "slogan"}, box)


def _stretched(project: Project) -> Project:
    box = _place(project, "banner")
    taller = Rect(box.x, box.bottom - box.height * 1.05, box.width, box.height * 1.05)
    return by_hand(project, dataclasses.replace(_slot(project, "banner"), box=taller))


def _covered(project: Project) -> Project:
    box = _place(project, "banner")
    return by_hand(project, _text("Tin trong số này", box.inset(min(box.width, box.height) / 4)))


def _hidden(project: Project) -> Project:
    return by_hand(project, dataclasses.replace(_slot(project, "banner"), hidden=True))


def _slogan(text: str) -> Callable[[Project], Project]:
    return lambda project: by_hand(project, _slot(project, "slogan", slogan=text))


def _one_letter(project: Project) -> Project:
    (slogan,) = (one for one in project.compose().placed if one.kind == "slogan")
    assert slogan.plain_text.count("biểu") == 1
    return _slogan(slogan.plain_text.replace("biểu", "biếu"))(project)


def _late(project: Project) -> Project:
    issue = dataclasses.replace(project.document.issue, date=dt.date(2020, 12, 1))
    # A slogan that any day may carry, so that nothing but the date is wrong.
    later = project.with_document(dataclasses.replace(project.document, issue=issue))
    return by_hand(later, _slot(later, "slogan", slogan="dang-quang-vinh"))


def _a4(project: Project) -> Project:
    return project.with_document(dataclasses.replace(project.document, format=page_format("a4")))


def _coarse(project: Project) -> Project:
    """Replace the photograph by one of its own frame's shape with 120 pixels per inch."""
    if project.design.slot("hero") is None:
        pytest.skip("a design without a photograph")
    box = _place(project, "hero")
    size = round(box.width / 25.4 * 120), round(box.height / 25.4 * 120)
    sha256 = project.document.pictures()[0]
    buffer = io.BytesIO()
    with Image.open(io.BytesIO(project.file.assets[sha256].data)) as photograph:
        photograph.convert("RGB").resize(size, reducing_gap=2.0).save(buffer, "JPEG", quality=90)
    return with_picture(project, "hero", buffer.getvalue(), "nhỏ.jpg")


def _near_the_trim(project: Project) -> Project:
    """Put a small text into the margin so that its ink begins 1 mm inside the left edge."""
    middle = project.document.format.height / 2
    for width in (7.0, 14.0):  # a design's smallest size may need the wider one
        tried = by_hand(project, _text("Mới", Rect(1.0, middle, width, 8.0)))
        used = next(one.used for one in tried.compose().placed if one.id == "own-text")
        if used is not None:
            return by_hand(project, _text("Mới", Rect(2.0 - used.x, middle, width, 8.0)))
    raise AssertionError(project.design.id)


def _short_of_the_bleed(project: Project) -> Project:
    """End the ground at the trim on the right."""
    name = "hero" if project.design.slot("ground") is None else "ground"
    box = _place(project, name)
    right = project.document.format.width
    return by_hand(project, dataclasses.replace(_slot(project, name), box=Rect(box.x, box.y, right - box.x, box.height)))


def _without_a_letter(project: Project) -> Project:
    """Let the headline's font come with the cover, in a copy without "ữ" and "Ữ" and what makes them up."""
    style = project.design.styles["headline"].spec
    face = project.library.face(style.family, style.weight, style.italic)
    lacking = {*map(ord, HORN_AND_TILDE), 0x0303, 0x031B}
    with TTFont(io.BytesIO(face.data)) as font:
        for table in font["cmap"].tables:
            table.cmap = {code: glyph for code, glyph in table.cmap.items() if code not in lacking}
        buffer = io.BytesIO()
        font.save(buffer)
    document = by_hand(project, _slot(project, "headline", text="Những nương chè trong sương")).document
    return Project.of(dataclasses.replace(project.file, document=document, fonts={"thieu-chu.ttf": buffer.getvalue()}))


def _overset(project: Project) -> Project:
    return by_hand(project, _slot(project, "headline", text="Mùa xanh trên cao nguyên M’Nông " * 60))


LOCKS = frozenset({"campaign.locks"})
CLEAR = frozenset({"campaign.banner-clear-space"})
FAULTS = (
    Fault("banner stretched 5 %", _stretched, "campaign.banner-aspect", "stretched", others=LOCKS | CLEAR),
    Fault(
        "banner covered by a text", _covered, "campaign.banner-uncovered", "covered", others=frozenset({"layout.no-collisions"})
    ),
    Fault("banner missing", _hidden, "campaign.banner-present", "missing", others=LOCKS | {"layout.slots-filled"}),
    Fault("slogan with one letter wrong", _one_letter, "campaign.slogan-exact", "wrong-words"),
    Fault("slogan that was replaced", _slogan(REPLACED), "campaign.slogan-current", "replaced"),
    Fault("issue outside the period", _late, "campaign.issue-date", "outside-period", Severity.WARNING),
    Fault(
        "bản tin in A4", _a4, "law.newsletter-size", "too-large", others=frozenset({"images.resolution", "law.licence-kept"})
    ),
    Fault("photograph of 120 ppi", _coarse, "images.resolution", "below-limit"),
    Fault(
        "text 1 mm from the trim",
        _near_the_trim,
        "layout.safe-area",
        "too-near",
        others=CLEAR | {"colour.contrast"},
    ),
    Fault("ground short of the bleed", _short_of_the_bleed, "layout.bleed-filled", "short-right", others=LOCKS),
    Fault("font without a letter", _without_a_letter, "text.glyphs-present", "missing"),
    Fault("text overset", _overset, "text.fits", "overset"),
)
