"""Documents and covers for the tests: one by hand, and any that hypothesis can think of."""

from __future__ import annotations

import datetime as dt
import hashlib
import unicodedata
from types import MappingProxyType

from hypothesis import strategies as st

from coverkit.geometry import Rect
from coverkit.model.document import Document, Element, Guide, Issue, PackageRef, PageFormat, Unit, Waiver
from coverkit.model.entrance import cleaned_text
from coverkit.model.storage.bundle import Asset, CoverFile
from coverkit.model.values import Cmyk, PictureValue, Value

PHOTO = b"\xff\xd8\xff\xe0" + bytes(range(256)) * 3
PHOTO_SHA = hashlib.sha256(PHOTO).hexdigest()
PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)

DOCUMENT = Document(
    design=PackageRef("khoi-sac", 2, "a" * 64),
    format=PageFormat("ban-tin", 190.0, 270.0),
    issue=Issue(dt.date(2020, 10, 2), "09/2020"),
    unit=Unit("Sở Thông tin và Truyền thông tỉnh Đắk Nông", licence_date=dt.date(2020, 1, 15), print_run=500, pages=24),
    campaign=PackageRef("dak-nong-dai-hoi-xii-2020", 1, "b" * 64),
    elements=(
        Element("headline", values=MappingProxyType({"text": "Đại hội lần thứ XII", "ink": Cmyk(0.0, 1.0, 1.0, 0.1)})),
        Element("photo", values=MappingProxyType({"picture": PictureValue(PHOTO_SHA, "hồ Tà Đùng.jpg", 0.25, 0.5, 1.5)})),
        Element("note-1", "text", MappingProxyType({"text": "Ghi chú", "bold": True}), Rect(10.0, 20.0, 50.0, 12.5), 4.0, True),
    ),
    answers=MappingProxyType({"law.symbols": True}),
    waivers=(Waiver("law.format", "too-large", "Giấy phép cho khổ A4", "Lê Thị Hoa", dt.date(2020, 9, 30)),),
)
COVER = CoverFile(
    DOCUMENT,
    MappingProxyType({PHOTO_SHA: Asset(PHOTO, "hồ Tà Đùng.jpg")}),
    MappingProxyType({"BeVietnamPro-Bold.ttf": b"\0\1\0\0" + bytes(60)}),
    b"PK\3\4 the campaign",
    PNG,
)

_texts = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp")), max_size=30).map(cleaned_text)
_ids = st.from_regex(r"[a-z0-9._-]{1,64}", fullmatch=True)
_shares = st.floats(0, 1).map(lambda number: number + 0.0)
_dates = st.dates()
_sizes = st.floats(0.01, 9_000)
_places = st.floats(-9_000, 9_000).map(lambda number: number + 0.0)
_pictures = st.builds(PictureValue, st.just(PHOTO_SHA), _texts, _shares, _shares, st.floats(1, 1000))
_values: st.SearchStrategy[Value] = st.one_of(
    _texts,
    st.booleans(),
    st.floats(allow_nan=False, allow_infinity=False).map(lambda number: number + 0.0),
    st.builds(Cmyk, _shares, _shares, _shares, _shares),
    _pictures,
)
_packages = st.builds(PackageRef, _ids, st.integers(0, 10_000), st.sampled_from(("", "0" * 64)))
_elements = st.builds(
    Element,
    _ids,
    st.sampled_from(("", "text", "picture")),
    st.dictionaries(_ids, _values, max_size=4).map(MappingProxyType),
    st.none() | st.builds(Rect, _places, _places, _sizes, _sizes),
    st.none() | st.floats(-360, 360).map(lambda number: number + 0.0),
    st.booleans(),
)
documents = st.builds(
    Document,
    _packages,
    st.builds(PageFormat, _ids, _sizes, _sizes),
    st.builds(Issue, _dates, _texts, st.sampled_from(("ban-tin", "tai-lieu"))),
    st.builds(
        Unit,
        *(_texts,) * 6,
        licence_date=st.none() | _dates,
        responsible=_texts,
        printer=_texts,
        print_run=st.integers(0, 1_000_000),
        periodicity=_texts,
        pages=st.integers(0, 999),
    ),
    st.none() | _packages,
    _ids,
    st.lists(_elements, max_size=4, unique_by=lambda element: element.id).map(tuple),
    st.dictionaries(_ids, st.booleans(), max_size=3).map(MappingProxyType),
    st.lists(st.builds(Waiver, _ids, _ids, _texts, _texts, _dates), max_size=2).map(tuple),
    st.lists(st.builds(Guide, st.sampled_from(("x", "y")), _places), max_size=3).map(tuple),
)


def decomposed(text: str) -> str:
    """Return a text as macOS writes file names: in NFD."""
    return unicodedata.normalize("NFD", text)
