"""Sample art of `130-nam-ngay-sinh-bac-lam-dong-2020`: lotus, Langbiang in the mist, pines."""

from __future__ import annotations

from tools.draw_art.lam_dong_130 import band, column, square

TITLE = "130 năm Ngày sinh Chủ tịch Hồ Chí Minh 19/5/1890 – 19/5/2020"
PIECES = {"band": band.draw, "column": column.draw, "square": square.draw}
