"""Sample art of `bau-cu-2016`: a ballot box, ballots in the air, seats of an assembly."""

from __future__ import annotations

from tools.draw_art.bau_cu_2016 import band, column, square

TITLE = "Bầu cử đại biểu Quốc hội khóa XIV và đại biểu Hội đồng nhân dân các cấp nhiệm kỳ 2016 – 2021"
PIECES = {"band": band.draw, "column": column.draw, "square": square.draw}
