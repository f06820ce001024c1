"""Covers made by hand for the tests of rules: real fonts and real fitting, no design. A test states only what matters to it."""

from __future__ import annotations

import datetime as dt
import importlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

from coverkit.campaigns.campaign import (
    ArtEntry,
    BannerRules,
    Campaign,
    Dispatch,
    Period,
    Requirement,
    Slogan,
    SloganRules,
    WebBanner,
)
from coverkit.checks.configuration import Configuration, RuleSettings
from coverkit.checks.finding import Finding, Problem, RuleResult, Status
from coverkit.checks.rule import Rule
from coverkit.checks.runner import run
from coverkit.colour.pictures import PictureInfo
from coverkit.colour.profile import bundled_condition
from coverkit.elements.context import EMPTY, Composed
from coverkit.facts.ink import InkReport
from coverkit.formats.printers import printer_profile
from coverkit.geometry import Point, Rect, turn
from coverkit.layout.bake import bake
from coverkit.layout.cover import Cover, Placed
from coverkit.layout.design import Design, Slot
from coverkit.model.document import Document, Issue, PackageRef, PageFormat, Unit
from coverkit.model.locks import Permissions
from coverkit.model.values import BLACK, Cmyk
from coverkit.scene.operations import Art, Crop, Fill, GlyphRun, Operation, Picture, Stroke, Veil
from coverkit.scene.path import Path
from coverkit.scene.scene import Bleed, Scene
from coverkit.typography.fitting import TextSpec, fit
from coverkit.typography.library import FontLibrary
from coverkit.typography.runs import glyph_runs

LIBRARY = FontLibrary.bundled()
FAMILY = "Be Vietnam Pro"
YELLOW, RED = Cmyk(0.0, 0.0, 1.0, 0.0), Cmyk(0.0, 1.0, 1.0, 0.0)
DAY = dt.date(2020, 10, 15)

WELCOME = "Nhiệt liệt chào mừng Đại hội đại biểu Đảng bộ tỉnh Đắk Nông lần thứ XII, nhiệm kỳ 2020 – 2025!"
MOTTO = "Đoàn kết – Dân chủ – Kỷ cương – Hành động – Phát triển"
AFTER = "Chào mừng thành công Đại hội đại biểu Đảng bộ tỉnh Đắk Nông lần thứ XII!"
REPLACED = "Chào mừng Đại hội Đảng bộ tỉnh!"
BAND = ArtEntry("band", "art/band.pdf", "ba" * 32, 300.0, 60.0)
SQUARE = ArtEntry("square", "art/square.pdf", "50" * 32, 100.0, 100.0)
_OCTOBER = Period(dt.date(2020, 10, 1), dt.date(2020, 10, 31))
_ALL = Period(dt.date(2020, 10, 1), dt.date(2020, 11, 30))

CAMPAIGN = Campaign(
    id="congress",
    version=1,
    standing="official",
    title_vi="Đại hội đại biểu Đảng bộ tỉnh Đắk Nông lần thứ XII, nhiệm kỳ 2020 – 2025",
    title_en="12th Congress",
    dispatch=Dispatch("Công văn 1011/STTTT-TTBCXB", dt.date(2020, 10, 2), "Sở Thông tin và Truyền thông", "Bìa 1"),
    issues=_ALL,
    event=Period(dt.date(2020, 10, 14), dt.date(2020, 10, 16)),
    event_name="Đại hội",
    kinds=("ban-tin", "tai-lieu"),
    required=(Requirement("banner", 1, "Bìa 1"), Requirement("slogan", 1, "Bìa 1")),
    banner=BannerRules(("anywhere",), {"band": 90.0}, {"band": 0.55}, 3.0, 0.005),
    slogan_rules=SloganRules(8.0, ("as-is", "upper")),
    slogans=(
        Slogan("welcome", WELCOME, _OCTOBER, "any", (REPLACED,), "Danh sách", "official"),
        Slogan("motto", MOTTO, _ALL, "any", (), "Danh sách", "official"),
        Slogan("after", AFTER, _ALL, "after", (), "Danh sách", "official"),
    ),
    art=(BAND, SQUARE),
    web=WebBanner((), "", ""),
    rule_changes=(),
    files={},
    sha256="ca" * 32,
    seal="valid",
)
UNIT = Unit(
    name="Trung tâm Khuyến nông tỉnh Đắk Nông",
    publication="Khuyến nông Đắk Nông",
    licence_number="12/GP-XBBT",
    licence_date=dt.date(2020, 1, 15),
    responsible="Nguyễn Văn An",
    printer="Công ty In Gia Nghĩa",
    print_run=500,
    periodicity="Hằng quý",
    pages=32,
)
WHOLE = Crop(0.0, 0.0, 1.0, 1.0)
OPEN = Permissions(MappingProxyType({}))
PHOTO = "f0" * 32
INFO = PictureInfo(
    width=3000,
    height=2000,
    mode="rgb",
    bits=8,
    format="jpeg",
    has_alpha=False,
    has_profile=True,
    profile_name="sRGB",
    exif_turned=False,
    adobe_inverted=False,
    dpi=None,
    baseline=True,
)


@dataclass(frozen=True)
class Part:
    """An element for a cover: what it composed to, and what is known of its slot."""

    id: str
    kind: str
    box: Rect
    composed: Composed
    role: str = ""
    angle: float = 0.0
    required: bool = False
    when: str = "1"


def text(
    id: str,
    words: str,
    x: float = 20.0,
    y: float = 100.0,
    *,
    size: float = 14.0,
    width: float = 150.0,
    height: float = 30.0,
    ink: Cmyk = BLACK,
    role: str = "",
    kind: str = "text",
    upper: bool = False,
    angle: float = 0.0,
    leading: float = 1.2,
    library: FontLibrary = LIBRARY,
    family: str = FAMILY,
) -> Part:
    """Return a text at a fixed size whose ink begins at the top of its box."""
    spec = TextSpec(family, 400, False, size, size, leading=leading, case="upper" if upper else "as-is")
    box = Rect(x, y, width, height)
    fitted = fit(words, spec, box, library)
    lines = tuple(_turned(line, box, angle) for line in glyph_runs(fitted, id, ink, library))
    return Part(id, kind, box, Composed(lines, fitted.ink, fitted, words), role, angle)


def slogan(words: str = WELCOME, y: float = 200.0, *, size: float = 12.0, upper: bool = False) -> Part:
    """Return a slogan element."""
    return text("slogan", words, 20.0, y, size=size, kind="slogan", upper=upper)


def banner(
    x: float = 20.0,
    y: float = 230.0,
    width: float = 150.0,
    height: float | None = None,
    *,
    art: ArtEntry = BAND,
    sha256: str = "",
    angle: float = 0.0,
    mirrored: bool = False,
    id: str = "banner",
) -> Part:
    """Return a banner in the art's own proportions, unless a height says otherwise."""
    box = Rect(x, y, width, width / art.aspect if height is None else height)
    placed = Art(id, sha256 or art.sha256, box, angle, mirrored)
    return Part(id, "banner", box, Composed((placed,), placed.bounds, art=art), angle=angle)


def panel(id: str, box: Rect, ink: Cmyk = RED) -> Part:
    """Return a flat field of ink."""
    return Part(id, "panel", box, Composed((Fill(id, Path.rectangle(box), ink),), box))


def picture(id: str, box: Rect, *, crop: Crop = WHOLE, veils: tuple[Veil, ...] = ()) -> Part:
    """Return a photo of `INFO`'s size in a box."""
    return Part(id, "picture", box, Composed((Picture(id, PHOTO, box, crop, veils),), box))


def line(id: str, start: Point, end: Point, width: float, ink: Cmyk = BLACK) -> Part:
    """Return a straight line, its width in points."""
    stroke = Stroke(id, Path.line(start, end), ink, width)
    return Part(id, "line", stroke.bounds, Composed((stroke,), stroke.bounds))


def drawn(id: str, *operations: Operation, kind: str = "shape") -> Part:
    """Return an element of any operations."""
    box = operations[0].bounds
    return Part(id, kind, box, Composed(operations, box))


def empty(id: str, *, required: bool = True, when: str = "1") -> Part:
    """Return a slot that shows nothing."""
    return Part(id, "text", Rect(20.0, 20.0, 50.0, 10.0), EMPTY, required=required, when=when)


def masthead() -> tuple[Part, ...]:
    """Return a masthead in the order of the law."""
    return (
        text("label", "BẢN TIN", 20.0, 12.0, size=14),
        text("name", "Khuyến nông Đắk Nông", 20.0, 20.0, size=28),
        text("body", "Trung tâm Khuyến nông tỉnh Đắk Nông", 20.0, 36.0, size=10),
        text("date", "Số 03 · Ngày 15 tháng 10 năm 2020", 20.0, 44.0, size=10),
    )


@dataclass(frozen=True)
class Setting:
    """What a cover is made in."""

    campaign: Campaign | None = CAMPAIGN
    document: Document = field(
        default_factory=lambda: Document(
            design=PackageRef("by-hand", 1),
            format=PageFormat("ban-tin-190x270", 190.0, 270.0),
            issue=Issue(DAY, "03", "ban-tin"),
            unit=UNIT,
        )
    )
    bleed: float = 3.0
    info: PictureInfo = INFO
    ink: InkReport | None = None
    permissions: Permissions = OPEN
    library: FontLibrary = LIBRARY


def cover(*parts: Part, **changes: Any) -> Cover:
    """Compose parts into a cover, in painting order. Changes name fields of `Setting`, of the issue, or `width`, `height`."""
    setting = _setting(changes)
    document = setting.document
    layers = [layer for part in parts for layer in part.composed.layers]
    return Cover(
        document=document,
        design=_design(parts),
        campaign=setting.campaign,
        printer=printer_profile("offset-coated"),
        condition=bundled_condition("FOGRA39"),
        permissions=setting.permissions,
        scene=Scene(document.format.width, document.format.height, Bleed.even(setting.bleed), bake(layers)),
        placed=tuple(_placed(part, document) for part in parts),
        pictures={PHOTO: setting.info},
        library=setting.library,
        ink=setting.ink,
    )


def branded(*parts: Part, **changes: Any) -> Cover:
    """Return a cover with masthead, banner and slogan that the rules have nothing against, and more parts on top."""
    return cover(*masthead(), slogan(), banner(), *parts, **changes)


def rule(rule_id: str) -> Rule:
    """Return a rule; its module is named as it is."""
    area, name = rule_id.split(".")
    found = importlib.import_module(f"coverkit.rules.{area}.{name.replace('-', '_')}").check
    assert isinstance(found, Rule)
    assert found.id == rule_id
    return found


def result(rule_id: str, subject: object, **options: object) -> RuleResult:
    """Run one rule."""
    setup = Configuration({rule_id: RuleSettings(options)})
    outcome = run([rule(rule_id)], subject, setup).rules[0]
    assert outcome.status is not Status.CRASH, outcome.reason
    return outcome


def findings(rule_id: str, subject: object, **options: object) -> tuple[Finding, ...]:
    """Return what one rule finds."""
    return result(rule_id, subject, **options).findings


def codes(rule_id: str, subject: object, **options: object) -> list[tuple[str, str]]:
    """Return code and severity of each finding of one rule."""
    return [(one.code, one.severity.value) for one in findings(rule_id, subject, **options)]


def only(rule_id: str, subject: object, **options: object) -> Problem:
    """Return the problem of the single finding of a rule."""
    (found,) = findings(rule_id, subject, **options)
    return found.problem


def _setting(changes: Mapping[str, Any]) -> Setting:
    setting = Setting(**{name: value for name, value in changes.items() if name in Setting.__dataclass_fields__})
    document = setting.document
    issue = {name: value for name, value in changes.items() if name in ("date", "number", "kind")}
    size = {name: value for name, value in changes.items() if name in ("width", "height")}
    rest = {name: value for name, value in changes.items() if name in ("unit", "elements", "answers")}
    known = {*Setting.__dataclass_fields__, *issue, *size, *rest}
    assert not set(changes) - known, f"unknown: {set(changes) - known}"
    document = replace(document, issue=replace(document.issue, **issue), format=replace(document.format, **size), **rest)
    return replace(setting, document=document)


def _design(parts: tuple[Part, ...]) -> Design:
    slots = tuple(
        Slot(
            part.id,
            part.kind,
            ("0", "0", "1", "1"),
            part.when,
            "0",
            {},
            (),
            (),
            part.required,
            part.role or part.id,
            False,
            "",
            "",
        )
        for part in parts
    )
    return Design("by-hand", 1, "Tay", "By hand", "", "", False, {}, {}, {}, slots, "de" * 32)


def _placed(part: Part, document: Document) -> Placed:
    return Placed(
        id=part.id,
        kind=part.kind,
        role=part.role or part.id,
        name=f"the {part.id}",
        box=part.box,
        angle=part.angle,
        composed=part.composed,
        required=part.required,
        element=document.element(part.id),
    )


def _turned(run_: GlyphRun, box: Rect, angle: float) -> GlyphRun:
    if not angle:
        return run_
    moved = turn(run_.origin, box.centre, angle)
    dx, dy = moved.x - run_.origin.x, moved.y - run_.origin.y
    return replace(run_, origin=moved, angle=angle, ink_box=run_.ink_box.moved(dx, dy))
