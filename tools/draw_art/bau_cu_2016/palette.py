"""Inks and words of the election: a clear sky, the flag's red, and paper white."""

from __future__ import annotations

from tools.draw_art.inks import Ink, Stops

SKY_HIGH: Ink = (62, 18, 0, 0)
SKY: Ink = (34, 5, 0, 0)
SKY_LOW: Ink = (10, 0, 2, 0)
DAYLIGHT: Ink = (0, 0, 6, 0)
NAVY: Ink = (100, 78, 10, 28)
BLUE: Ink = (92, 58, 0, 6)
POPPY: Ink = (0, 100, 96, 6)
CLOTH: tuple[Ink, Ink, Ink] = ((6, 100, 98, 20), (0, 100, 98, 4), (0, 86, 90, 0))
GOLD_HEM: tuple[Ink, ...] = ((0, 34, 100, 4), (0, 6, 60, 0), (0, 24, 100, 0), (0, 4, 44, 0), (0, 34, 100, 4))
SEATS: Stops = [(0, (0, 92, 95, 0)), (0.35, (0, 55, 95, 0)), (0.6, (0, 22, 80, 0)), (0.8, (24, 4, 10, 0)), (1, (38, 8, 0, 0))]

ELECTION = "BẦU CỬ"
ASSEMBLY = "ĐẠI BIỂU QUỐC HỘI KHÓA XIV"
COUNCILS = "VÀ ĐẠI BIỂU HỘI ĐỒNG NHÂN DÂN CÁC CẤP"
TERM = "NHIỆM KỲ 2016 – 2021"
