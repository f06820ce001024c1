"""Inks and words of the congress campaign: lacquer reds, and one gold."""

from __future__ import annotations

from tools.draw_art.inks import Ink

LACQUER: Ink = (12, 100, 95, 42)
CLARET: Ink = (8, 100, 95, 26)
SCARLET: Ink = (0, 98, 92, 6)
FLAME: Ink = (0, 88, 90, 0)
GHOST: Ink = (6, 100, 95, 17)  # the drum, a breath lighter than the ground
GOLD_HEM: tuple[Ink, ...] = ((0, 45, 100, 10), (0, 4, 60, 0), (0, 28, 100, 0), (0, 2, 40, 0), (0, 38, 100, 8))
CLOTH: tuple[Ink, Ink, Ink] = (CLARET, SCARLET, FLAME)

CONGRESS = "ĐẠI HỘI ĐẢNG BỘ CÁC CẤP"
TERM = "NHIỆM KỲ 2025 – 2030"
TOWARDS = "TIẾN TỚI ĐẠI HỘI ĐẠI BIỂU TOÀN QUỐC LẦN THỨ XIV CỦA ĐẢNG"
