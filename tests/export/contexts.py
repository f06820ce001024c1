"""A small but complete cover to export."""

from __future__ import annotations

import datetime as dt
from functools import cache

from coverkit import resources as shipped
from coverkit.campaigns.art import sealed_art
from coverkit.campaigns.campaign import Campaign
from coverkit.campaigns.reader import read
from coverkit.export.output import ExportContext, Record
from coverkit.formats.printers import printer_profile
from coverkit.geometry import Rect
from coverkit.model.values import BLACK, WHITE, Cmyk
from coverkit.render.pdf import PaintResources
from coverkit.scene.operations import Art, Crop, Fill, Picture
from coverkit.scene.path import Path
from coverkit.scene.scene import Scene
from coverkit.typography.library import FontLibrary
from tests.render.scenes import CONDITION, resources, run, scene, sha

TITLE = "Bản tin <Nội bộ> & “Đắk Nông” số 10"
ISSUE = "Số 10 (tháng 10/2020)"
UNIT = "Sở Thông tin và Truyền thông"
HANOI = dt.timezone(dt.timedelta(hours=7))


@cache
def campaign() -> Campaign:
    folder = shipped.assets() / "templates" / "campaigns" / "dak-nong-dai-hoi-xii-2020"
    files = {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
    return read(files, folder.name)


@cache
def _cover() -> tuple[Scene, PaintResources]:
    photo = (shipped.assets() / "samples" / "nui-hoang-hon.jpg").read_bytes()
    entry = campaign().art[0]
    art = sealed_art(campaign().files[entry.file], entry.file)
    page = scene(
        Fill("bg", Path.rectangle(Rect(-3, -3, 151, 211)), Cmyk(0.1, 0, 0.2, 0)),
        Picture("hero", sha(photo), Rect(-3, -3, 151, 120), Crop(0, 0, 1, 0.9)),
        Art("banner", art.sha256, Rect(10, 150, 125, 25)),
        run("BẢN TIN NỘI BỘ", 10, 25, 32, WHITE),
        run("Chào mừng Đại hội, số 10 năm 2020", 10, 130, 9, BLACK, overprint=True),
        width=145,
        height=205,
        bleed=3,
    )
    return page, resources([photo], [art])


def context(result: str = "pass", printer: str = "offset-coated", title: str = TITLE) -> ExportContext:
    page, known = _cover()
    record = Record(
        title=title,
        author=UNIT,
        issue=ISSUE,
        created=dt.datetime(2020, 10, 15, 8, 30, tzinfo=HANOI),
        result=result,
        rule_set="1",
        design="mat-troi",
        design_version=2,
        engine="0.1.0",
    )
    face = FontLibrary.bundled().face("Be Vietnam Pro", 400)
    return ExportContext(page, printer_profile(printer), known, record, face, "bia-1", campaign())


__all__ = ["CONDITION", "HANOI", "ISSUE", "TITLE", "UNIT", "campaign", "context"]
