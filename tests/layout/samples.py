"""Documents, materials and texts that the layout tests share."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from coverkit.campaigns.campaign import Campaign
from coverkit.campaigns.library import shipped
from coverkit.colour.pictures import PictureStore
from coverkit.colour.profile import bundled_condition
from coverkit.formats.pages import page_format
from coverkit.formats.printers import printer_profile
from coverkit.layout.compose import Materials, compose
from coverkit.layout.cover import Cover, Placed
from coverkit.layout.design import Design, design, parse_design
from coverkit.model.document import Document, Element, Issue, PackageRef, Unit
from coverkit.model.values import PictureValue
from coverkit.resources import assets, read_bytes
from coverkit.typography.library import FontLibrary

CAMPAIGN = shipped("dak-nong-dai-hoi-xii-2020")
LIBRARY = FontLibrary.bundled()
PRINTER = printer_profile("offset-coated")
CONDITION = bundled_condition(PRINTER.condition)
PHOTO = read_bytes(assets() / "samples" / "doi-che-suong-som.jpg")
PICTURE = PictureValue(hashlib.sha256(PHOTO).hexdigest(), "doi-che-suong-som.jpg", focus_x=0.85)
STORE = PictureStore({PICTURE.sha256: PHOTO})


@dataclass(frozen=True, slots=True)
class Words:
    """What is written on a cover."""

    publication: str
    unit: str
    parent: str
    number: str
    headline: str
    subhead: str
    teasers: tuple[str, ...]
    slogan: str

    def elements(self) -> tuple[Element, ...]:
        """Return the texts as elements, picture included."""
        texts = {"headline": self.headline, "subhead": self.subhead, "credit": CREDIT if self.subhead else ""}
        texts |= {f"teaser_{index}": text for index, text in enumerate(self.teasers, 1)}
        return (
            Element("hero", values={"picture": PICTURE}),
            Element("slogan", values={"slogan": self.slogan}),
            *(Element(name, values={"text": text}) for name, text in texts.items()),
        )


CREDIT = "Ảnh: Aitzol Berasategi, CC BY 4.0"

WORDS: Mapping[str, Words] = {
    "shortest": Words("Đất Việt", "Ủy ban nhân dân tỉnh", "", "", "Mùa vàng", "", (), "dang-quang-vinh"),
    "typical": Words(
        "Khuyến nông Đắk Nông",
        "Trung tâm Khuyến nông tỉnh Đắk Nông",
        "Sở Nông nghiệp và Phát triển nông thôn",
        "10",
        "Mùa xanh trên cao nguyên M’Nông",
        "Nông dân Đắk Nông chuyển sang sản xuất xanh, lập thành tích chào mừng Đại hội đại biểu Đảng bộ tỉnh lần thứ XII",
        ("Tái canh cà phê: kinh nghiệm từ Đắk Mil", "Hồ tiêu hữu cơ: chín bước cần nhớ"),
        "",
    ),
    "longest": Words(
        "Thông tin Khoa học, Công nghệ và Đổi mới sáng tạo phục vụ phát triển nông thôn tỉnh Đắk Nông",
        "Trung tâm Ứng dụng tiến bộ khoa học, công nghệ và Khuyến nông, Khuyến lâm tỉnh Đắk Nông",
        "Sở Nông nghiệp và Phát triển nông thôn, Sở Khoa học và Công nghệ tỉnh Đắk Nông phối hợp",
        "10 (128)",
        "Nghiên cứu, chuyển giao tiến bộ kỹ thuật: những đường hướng giữ vững vùng nguyên liệu cà phê, hồ tiêu, mắc ca"
        " bền vững ở các huyện biên giới",
        "Từ vụ mùa năm 2020, hơn ba nghìn hộ nông dân ở Đắk Mil, Đắk Song, Tuy Đức và Krông Nô cùng tham gia chương trình"
        " sản xuất theo tiêu chuẩn hữu cơ; sản lượng, thu nhập và độ che phủ rừng đều tăng so với cùng kỳ năm trước",
        (
            "Tái canh cà phê trên đất bazan thoái hóa: kinh nghiệm từ mười hai hợp tác xã huyện Đắk Mil",
            "Hồ tiêu hữu cơ: chín bước cần nhớ từ chọn giống, ủ phân đến thu hái và phơi sấy đúng cách",
            "Chuyển đổi số ở hợp tác xã Krông Nô: sổ tay điện tử, truy xuất nguồn gốc, bán hàng trên mạng",
            "Lịch thời vụ quý IV và những điều cần lưu ý khi mùa mưa kết thúc muộn ở vùng cao Tây Nguyên",
        ),
        "Toàn Đảng bộ, toàn dân và các lực lượng vũ trang tỉnh Đắk Nông thi đua lập thành tích chào mừng Đại hội đại biểu"
        " Đảng bộ tỉnh lần thứ XII, nhiệm kỳ 2020 – 2025!",
    ),
}


def cover(design_id: str, format_id: str, words: Words, campaign: Campaign | None = CAMPAIGN) -> Cover:
    """Compose a shipped design with texts."""
    found = design(design_id)
    elements = tuple(one for one in words.elements() if found.slot(one.id) is not None)
    unit = Unit(name=words.unit, parent=words.parent, publication=words.publication)
    return composed(found, elements, campaign, format_id=format_id, unit=unit, number=words.number)


def composed(
    found: Design,
    elements: tuple[Element, ...] = (),
    campaign: Campaign | None = None,
    *,
    format_id: str = "ban-tin-190x270",
    unit: Unit | None = None,
    number: str = "",
) -> Cover:
    """Compose a design with elements."""
    issue = Issue(dt.date(2020, 10, 15), number)
    own = Unit(name="Trung tâm") if unit is None else unit
    document = Document(PackageRef(found.id, 1), page_format(format_id), issue, own, elements=elements)
    return compose(document, Materials(found, campaign, PRINTER, CONDITION, LIBRARY, STORE.info))


def small_design(slots: str, extra: str = "") -> Design:
    """Return a design of a few slots: TOML of `[[slot]]` tables, and of what comes before them."""
    return parse_design(HEAD.replace("@", extra).encode() + slots.encode(), "small")


HEAD = """
schema = 1
id = "small"
version = 1
name_vi = "Nhỏ"
name_en = "Small"
about_vi = "Thử"
about_en = "Test"
[colours]
red = [0, 100, 90, 0]
[styles.body]
family = "Lora"
size = [8, 12]
@
"""


def placed(found: Cover, element: str) -> Placed:
    """Return an element of a cover."""
    return next(one for one in found.placed if one.id == element)
