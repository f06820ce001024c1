"""The covers that are measured: CoverKit's sample with eleven headlines, and the words that the jobs change."""

from __future__ import annotations

from pathlib import Path

from coverkit.app.covers import Changes, change_cover
from coverkit.app.project import Project
from coverkit.app.sample import ISSUE_DATE, sample_project

HEADLINES = (
    "Mùa xanh trên cao nguyên M’Nông",
    "Cà phê đặc sản tìm đường ra thế giới",
    "Giữ nước cho mùa khô",
    "Hồ tiêu hữu cơ: từ vườn mẫu đến vùng nguyên liệu",
    "Bơ, sầu riêng và bài toán trồng xen",
    "Những người giữ rừng ở Nâm Nung",
    "Tái canh cà phê, ba năm nhìn lại",
    "Con đường mới của hợp tác xã Thuận An",
    "Chuyển đổi số về tới từng nương rẫy",
    "Mùa ong trên đồi hoa cà phê",
    "Khi nông dân là chuyên gia",
)


def cover(number: int, project: Project | None = None, photograph: Path | None = None, headline: bool = True) -> Project:
    """Return the cover of an issue: another number, date and, if wanted, headline; the same design and photograph."""
    base = sample_project() if project is None else project
    return change_cover(
        base,
        Changes(
            texts={"headline": HEADLINES[number % len(HEADLINES)]} if headline else {},
            number=str(number + 1),
            issue_date=ISSUE_DATE.replace(day=1 + number % 28) if number else ISSUE_DATE,
            pictures={} if photograph is None else {"hero": photograph},
        ),
    )
