"""Make a contact sheet and a thumbnail of every design, as the press file will print it.

`python -m tools.contact_sheets [DESIGN …]` writes `docs/designs/<design>.jpg` (columns: the formats, all at one scale; rows:
the campaigns; the length of the texts changes along both) and `thumbnail.png` beside each `design.toml`.
"""

from __future__ import annotations

import datetime as dt
import io
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from coverkit.app.covers import Changes, change_cover
from coverkit.app.pictures import render
from coverkit.app.project import Project
from coverkit.app.sample import MORE_PHOTOGRAPHS, PHOTOGRAPH, sample_folder, sample_project
from coverkit.campaigns.campaign import Campaign
from coverkit.campaigns.library import shipped, shipped_ids
from coverkit.formats.pages import named_formats
from coverkit.layout.design import design_ids
from coverkit.resources import assets
from tools.words import WORDS, Words

ROOT = Path(__file__).resolve().parent.parent
SHEETS = ROOT / "docs" / "designs"
PHOTOGRAPHS = (PHOTOGRAPH, *MORE_PHOTOGRAPHS.values())
LENGTHS = ("typical", "longest", "shortest")
NEWSLETTER = (190.0, 270.0)
"""The largest page of a bản tin, in mm; larger ones are tài liệu không kinh doanh."""

_DPI = 27.5
_OVERSAMPLED = 3
_MARGIN, _CAPTION = 14, 22
_GROUND, _INK = (226, 226, 222), (70, 70, 70)
_MOST_SHEET, _MOST_THUMBNAIL = 400_000, 40_000
_THUMBNAIL_WIDTH = 240


def main(arguments: Sequence[str]) -> int:
    """Write the sheets and thumbnails of the designs named, or of all."""
    SHEETS.mkdir(parents=True, exist_ok=True)
    for design_id in arguments or design_ids():
        sheet = SHEETS / f"{design_id}.jpg"
        sheet.write_bytes(_jpeg(contact_sheet(design_id)))
        small = assets() / "templates" / "designs" / design_id / "thumbnail.png"
        small.write_bytes(_png(_picture(sample_project(design_id), 150, _THUMBNAIL_WIDTH)))
        print(sheet.relative_to(ROOT), small.relative_to(ROOT))
    return 0


def contact_sheet(design_id: str) -> Image.Image:
    """Return a picture of a design in every format with every campaign."""
    rows = [_row(design_id, shipped(campaign_id), index) for index, campaign_id in enumerate(shipped_ids())]
    width = max(row.width for row in rows)
    whole = Image.new("RGB", (width, sum(row.height for row in rows)), _GROUND)
    top = 0
    for row in rows:
        whole.paste(row, (0, top))
        top += row.height
    return whole


def _row(design_id: str, campaign: Campaign, index: int) -> Image.Image:
    begun = _with_campaign(_begun(design_id, index), campaign)
    cells = []
    for column, one in enumerate(named_formats()):
        length = LENGTHS[(index + column) % len(LENGTHS)]
        project = _written(begun, campaign, one.page.id, WORDS[length], length)
        width = round(one.page.width / 25.4 * _DPI)
        cells.append((_picture(project, _DPI * _OVERSAMPLED, width), f"{one.page.id} · {length}"))
    return _captioned(cells, campaign.id)


def _begun(design_id: str, index: int) -> Project:
    """Return a cover with a photograph of its own; a design with several pictures shows one fewer from row to row."""
    first = PHOTOGRAPHS[index % len(PHOTOGRAPHS)]
    project = sample_project(design_id, photograph=first)
    more = [slot for slot in MORE_PHOTOGRAPHS if project.design.slot(slot) is not None]
    kept = tuple(one for one in project.document.elements if one.id not in more)
    project = project.with_document(replace(project.document, elements=kept))
    rest = [sample_folder() / name for name in PHOTOGRAPHS if name != first]
    shown = more[: max(0, len(more) - index)]
    return change_cover(project, Changes(pictures=dict(zip(shown, rest, strict=False))))


def _with_campaign(project: Project, campaign: Campaign) -> Project:
    return change_cover(project, Changes(campaign=campaign.id, issue_date=_day(campaign)))


def _written(project: Project, campaign: Campaign, format_id: str, words: Words, length: str) -> Project:
    slots = {slot.id for slot in project.design.slots}
    cleared = dict.fromkeys(("headline", "subhead", "credit", *(f"teaser_{index}" for index in range(1, 5))), "")
    texts: Mapping[str, str] = {**cleared, **words.by_slot(), "slogan": _slogan(campaign, length)}
    page = next(one.page for one in named_formats() if one.page.id == format_id)
    return change_cover(
        project,
        Changes(
            format=format_id,
            unit=words.publisher(),
            number=words.number,
            kind="ban-tin" if page.width <= NEWSLETTER[0] and page.height <= NEWSLETTER[1] else "tai-lieu",
            texts={slot: text for slot, text in texts.items() if slot in slots},
        ),
    )


def _day(campaign: Campaign) -> dt.date:
    return campaign.event.first or campaign.issues.last or dt.date(2020, 1, 1)


def _slogan(campaign: Campaign, length: str) -> str:
    fitting = sorted(campaign.slogans_for(_day(campaign)), key=lambda one: len(one.text))
    return fitting[{"shortest": 0, "typical": len(fitting) // 2, "longest": -1}[length]].id


def _picture(project: Project, dpi: float, width: int) -> Image.Image:
    with Image.open(io.BytesIO(render(project, dpi))) as picture:
        return picture.convert("RGB").resize((width, round(picture.height * width / picture.width)), Image.Resampling.LANCZOS)


def _captioned(cells: Sequence[tuple[Image.Image, str]], title: str) -> Image.Image:
    tallest = max(picture.height for picture, _ in cells)
    width = sum(picture.width + _MARGIN for picture, _ in cells) + _MARGIN
    row = Image.new("RGB", (width, tallest + 2 * _CAPTION + _MARGIN), _GROUND)
    draw = ImageDraw.Draw(row)
    fonts = assets() / "fonts" / "Be Vietnam Pro"
    draw.text((_MARGIN, 6), title, _INK, ImageFont.truetype(fonts / "BeVietnamPro-Bold.ttf", 13))
    left = _MARGIN
    for picture, caption in cells:
        row.paste(picture, (left, _CAPTION + tallest - picture.height + 4))
        draw.text((left, _CAPTION + tallest + 7), caption, _INK, ImageFont.truetype(fonts / "BeVietnamPro-Regular.ttf", 11))
        left += picture.width + _MARGIN
    return row


def _jpeg(picture: Image.Image) -> bytes:
    """Return a JPEG of the best quality that stays small."""
    return _smallest(
        lambda quality: _encoded(picture, "JPEG", quality=quality, optimize=True), (88, 82, 76, 70, 60), _MOST_SHEET
    )


def _png(picture: Image.Image) -> bytes:
    """Return a PNG of the most colours that stays small."""
    return _smallest(
        lambda colours: _encoded(picture.quantize(colours, dither=Image.Dither.NONE), "PNG", optimize=True),
        (256, 160, 96, 64, 40),
        _MOST_THUMBNAIL,
    )


def _smallest(encode: Callable[[int], bytes], choices: Sequence[int], most: int) -> bytes:
    data = b""
    for choice in choices:
        data = encode(choice)
        if len(data) < most:
            break
    return data


def _encoded(picture: Image.Image, kind: str, **options: int) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, kind, **options)
    return buffer.getvalue()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
