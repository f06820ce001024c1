"""Inks and words of the birthday: morning ivory, highland green, lotus rose."""

from __future__ import annotations

from tools.draw_art.inks import Ink

IVORY: Ink = (0, 2, 14, 0)
MORNING: Ink = (0, 9, 22, 0)
HAZE: Ink = (12, 10, 6, 0)
MIST: Ink = (30, 12, 12, 0)
FAR: Ink = (44, 20, 16, 2)
RANGE: Ink = (62, 24, 38, 8)
FOREST: Ink = (84, 40, 78, 38)
GREEN: Ink = (82, 32, 72, 26)
WATER: Ink = (34, 6, 20, 0)
GARNET: Ink = (10, 100, 84, 22)
GOLD: Ink = (8, 36, 92, 6)

YEARS = "NĂM"
BIRTHDAY = "NGÀY SINH"
PRESIDENT = "CHỦ TỊCH HỒ CHÍ MINH"
DATES = "19/5/1890 – 19/5/2020"
