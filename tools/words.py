"""The shortest, typical and longest texts that occur on covers: for contact sheets and for the tests of designs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from coverkit.model.document import Unit

CREDIT = "Ảnh: Aitzol Berasategi, CC BY 4.0"


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

    def by_slot(self) -> Mapping[str, str]:
        """Return the texts by slot, the slogan left out."""
        texts = {"headline": self.headline, "subhead": self.subhead, "credit": CREDIT if self.subhead else ""}
        return texts | {f"teaser_{index}": text for index, text in enumerate(self.teasers, 1)}

    def publisher(self) -> Unit:
        """Return the unit that publishes."""
        return Unit(name=self.unit, parent=self.parent, publication=self.publication)


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
