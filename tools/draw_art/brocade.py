"""Strips of M'Nông brocade, woven on a grid of square cells."""

from __future__ import annotations

from tools.draw_art.canvas import THINNEST, Canvas
from tools.draw_art.geometry import Path, rectangle, trace_cells
from tools.draw_art.inks import BASALT, CREAM, NIGHT, RED, YELLOW, Ink

PERIOD = 14
ROWS = 13
THREADS: dict[str, Ink] = {"r": RED, "y": YELLOW, "w": CREAM}


def _cell(x: int, y: int) -> str:
    """The thread at a cell: a great lozenge, a small one between two, teeth along both edges."""
    rise = abs(y - ROWS // 2)
    great, small = abs(x - PERIOD // 2) + rise, min(x, PERIOD - x) + rise
    if great <= 6:
        return "wwryyrr"[great] if great != 5 else "."
    if small <= 2:
        return "ywy"[small] if small != 1 else "."
    if rise == 6 and min(x, PERIOD - x) <= 3:
        return "y"
    if rise == 5 and min(x, PERIOD - x) <= 1:
        return "y"
    return "."


def _woven(columns: int) -> list[str]:
    return ["".join(_cell(x % PERIOD, y) for x in range(columns)) for y in range(ROWS)]


def strip(canvas: Canvas, x: float, y: float, width: float, height: float) -> None:
    """A brocade strip of whole periods, framed by gold threads, filling the given rectangle."""
    thread = height / (ROWS + 6)
    periods = max(1, round(width / (PERIOD * thread)))
    size = width / (periods * PERIOD)
    canvas.fill(rectangle(x, y, width, height), NIGHT)
    band = size * ROWS
    floor = y + (height - band) / 2
    for mark, ink in THREADS.items():
        unit = trace_cells(_woven(PERIOD), mark, size)
        whole = Path()
        for period in range(periods):
            whole.add(unit.moved(x + period * PERIOD * size, floor))
        canvas.fill(whole, ink)
    edge = (height - band) / 2
    for level in (y, y + height - edge * 0.42):
        canvas.fill(rectangle(x, level, width, edge * 0.42), YELLOW)
    for level in (y + edge * 0.42, y + height - edge * 0.62):
        canvas.fill(rectangle(x, level, width, max(edge * 0.2, THINNEST)), BASALT)
