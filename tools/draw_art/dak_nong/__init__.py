"""Sample art of `dak-nong-dai-hoi-xii-2020`: dawn over the plateau, gong, longhouse, M'Nông brocade."""

from __future__ import annotations

from tools.draw_art.dak_nong import band, column, square
from tools.draw_art.dak_nong.words import WHOLE_TITLE as TITLE

PIECES = {"band": band.draw, "column": column.draw, "square": square.draw}

__all__ = ["PIECES", "TITLE"]
