"""The sample cover: a real photograph and an invented unit, for the first try, the tests and the benchmarks."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from coverkit.app.covers import Changes, new_cover
from coverkit.app.project import Project
from coverkit.app.units import read_unit
from coverkit.layout.design import design
from coverkit.model.document import Unit
from coverkit.resources import assets
from coverkit.rules.subject.questions import (
    EMBLEM,
    FLAG_AS_DRAWN_UP,
    FLAG_GROUNDS,
    FLAGS_IN_ORDER,
    HAMMER_AND_SICKLE,
    MAP,
    NATIONAL_FLAG,
    NO_ADVERTISING,
    PARTY_FLAG,
    POLITICAL_BODY,
    SYMBOLS,
    SYMBOLS_CLEAR,
)

CAMPAIGN = "dak-nong-dai-hoi-xii-2020"
DESIGN = "cao-nguyen"
FORMAT = "ban-tin-190x270"
ISSUE_DATE = dt.date(2020, 10, 15)
PHOTOGRAPH = "doi-che-suong-som.jpg"
MORE_PHOTOGRAPHS = {
    "picture_2": "nui-hoang-hon.jpg",
    "picture_3": "mat-troi-tren-mat-nuoc.jpg",
    "picture_4": "dong-co-trong-nang.jpg",
}
"""For designs with several pictures."""

ANSWERS = {
    NO_ADVERTISING: True,
    SYMBOLS: True,
    MAP: False,
    EMBLEM: False,
    PARTY_FLAG: True,
    NATIONAL_FLAG: True,
    FLAG_AS_DRAWN_UP: True,
    HAMMER_AND_SICKLE: True,
    FLAGS_IN_ORDER: True,
    FLAG_GROUNDS: True,
    SYMBOLS_CLEAR: True,
    POLITICAL_BODY: True,
}
"""What someone says who looked at the photographs and the banner: it flies the flags of the nation and the Party."""

TEXTS = {
    "headline": "Mùa xanh trên cao nguyên M’Nông",
    "subhead": (
        "Nông dân Đắk Nông chuyển sang sản xuất xanh, lập thành tích chào mừng "
        "Đại hội đại biểu Đảng bộ tỉnh lần thứ XII, nhiệm kỳ 2020 – 2025"
    ),
    "teaser_1": "Tái canh cà phê: kinh nghiệm từ Đắk Mil",
    "teaser_2": "Hồ tiêu hữu cơ: chín bước cần nhớ",
    "teaser_3": "Nước tưới mùa khô: tính đủ, dùng đúng",
}


def sample_folder() -> Path:
    """Return where the sample's photographs and unit lie."""
    return assets() / "samples"


def unit() -> Unit:
    """Return the invented unit."""
    return read_unit(sample_folder() / "unit.toml")


def sample_project(design_id: str = DESIGN, page_format: str = FORMAT, photograph: str = PHOTOGRAPH) -> Project:
    """Return the sample cover in a design and a format."""
    slots = {slot.id for slot in design(design_id).slots}
    photographs = {"hero": photograph, **MORE_PHOTOGRAPHS}
    return new_cover(
        Changes(
            campaign=CAMPAIGN,
            design=design_id,
            format=page_format,
            unit=unit(),
            issue_date=ISSUE_DATE,
            number="10",
            kind="ban-tin" if page_format == FORMAT else "tai-lieu",
            texts={slot: text for slot, text in TEXTS.items() if slot in slots},
            pictures={slot: sample_folder() / name for slot, name in photographs.items() if slot in slots},
            answers=ANSWERS,
        ),
        ISSUE_DATE,
    )
