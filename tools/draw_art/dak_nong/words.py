"""The congress's title, and its number and term side by side."""

from __future__ import annotations

from tools.draw_art.canvas import Canvas
from tools.draw_art.inks import STRAW
from tools.draw_art.setting import Faces, golden, plain

CONGRESS = "ĐẠI HỘI ĐẠI BIỂU"
PARTY_BODY = "ĐẢNG BỘ TỈNH ĐẮK NÔNG"
WHICH = "LẦN THỨ XII,"
TERM = "NHIỆM KỲ"
YEARS = "2020 – 2025"
WHOLE_TITLE = f"{CONGRESS} {PARTY_BODY} {WHICH} {TERM} {YEARS}"


def which_and_when(canvas: Canvas, faces: Faces, x: float, y: float, width: float) -> float:
    """The number of the congress, large, with its term stacked beside it; returns the cap height."""
    years_share, term_share, between = 0.435, 0.43, 0.28
    unit_which = faces.number.line(WHICH, 1.0, 8).width
    unit_years = faces.words.line(YEARS, years_share, 0, 0.55).width
    cap = width / (unit_which + between + unit_years)
    golden(canvas, faces.number.line(WHICH, cap, 8), x, y, cap, shadow=cap * 0.035)
    side = x + cap * (unit_which + between)
    plain(canvas, faces.words.line(YEARS, cap * years_share, 0, 0.55), side, y, STRAW)
    term = faces.words.spread(TERM, cap * term_share, cap * unit_years, 0.45)
    plain(canvas, term, side, y + cap * (1 - term_share), STRAW)
    return cap
