"""Sample art of `dai-hoi-dang-cac-cap-2025-2030`: silk, the Đông Sơn drum, hammer and sickle."""

from __future__ import annotations

from tools.draw_art.dai_hoi_2025 import band, column, square

TITLE = "Đại hội đảng bộ các cấp nhiệm kỳ 2025 – 2030"
PIECES = {"band": band.draw, "column": column.draw, "square": square.draw}
