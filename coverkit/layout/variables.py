"""The names that texts of a design may hold in braces, filled from the unit and the issue."""

from __future__ import annotations

from collections.abc import Mapping

from coverkit.model.document import Document

LABELS = {"ban-tin": "BẢN TIN", "tai-lieu": "TÀI LIỆU KHÔNG KINH DOANH"}
"""What stands first on the cover, by kind; for a bản tin the law's own words (Luật Báo chí 2016, Điều 34)."""


def text_variables(document: Document) -> Mapping[str, str]:
    """Return the value of each name; what is unknown of the unit is empty."""
    unit, issue = document.unit, document.issue
    day = issue.date
    return {
        "label": LABELS[issue.kind],
        "publication": unit.publication or unit.short_name or unit.name,
        "unit": unit.name,
        "unit_short": unit.short_name or unit.name,
        "parent": unit.parent,
        "address": unit.address,
        "licence": unit.licence_number,
        "number": issue.number,
        "issue": f"Số {issue.number}" if issue.number else "",
        "day": f"{day.day:02d}",
        "month": f"{day.month:02d}" if day.month < 3 else str(day.month),
        "year": str(day.year),
        "date": f"Ngày {day.day:02d} tháng {day.month:02d} năm {day.year}"
        if day.month < 3
        else f"Ngày {day.day:02d} tháng {day.month} năm {day.year}",
        "date_short": f"{day.day:02d}/{day.month:02d}/{day.year}",
    }
