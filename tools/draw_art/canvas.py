"""A page that collects fills, strokes and gradients as PDF operators."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from tools.draw_art.geometry import Path
from tools.draw_art.inks import MAX_INK, Gradient, Ink, total

POINTS_PER_MM = 72 / 25.4
THINNEST = 0.2
"""Mm: at 45 % of the drawn size, the least that the campaigns allow, that is still 0.25 pt (GWG 2022, R0019)."""


def number(value: float, places: int = 3) -> str:
    """A PDF number without needless zeros."""
    text = f"{value:.{places}f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


class Canvas:
    """One page; all lengths come in millimetres and go out in points."""

    def __init__(self, width: float, height: float) -> None:
        self.width, self.height = width, height
        self.gradients: list[Gradient] = []
        self.most_ink = 0.0
        self._lines: list[str] = []

    def content(self) -> bytes:
        """The content stream."""
        return ("\n".join(self._lines) + "\n").encode("ascii")

    def fill(self, path: Path, ink: Ink, *, even_odd: bool = False, places: int = 3) -> None:
        """Fill a path with one ink, its coordinates rounded to ``places``."""
        self._lines += [self._ink(ink, "k"), self._path(path, places), "f*" if even_odd else "f"]

    def stroke(self, path: Path, ink: Ink, width: float, *, round_ends: bool = False) -> None:
        """Draw a line along a path, never thinner than prints at the art's least size."""
        width = max(width, THINNEST)
        style = " 1 J 1 j" if round_ends else " 0 J 0 j"
        self._lines += [
            self._ink(ink, "K"),
            number(width * POINTS_PER_MM) + " w" + style,
            self._path(path),
            "S",
        ]

    def shade(self, path: Path, gradient: Gradient, *, even_odd: bool = False) -> None:
        """Fill a path with a gradient."""
        with self.clip(path, even_odd=even_odd):
            self._lines.append(f"/{self._shading(gradient)} sh")

    @contextmanager
    def clip(self, path: Path, *, even_odd: bool = False) -> Iterator[None]:
        """Confine what is drawn inside the block to a path."""
        self._lines += ["q", self._path(path), "W* n" if even_odd else "W n"]
        yield
        self._lines.append("Q")

    def _shading(self, gradient: Gradient) -> str:
        for _, ink in gradient.stops:
            self._weigh(ink)
        if gradient not in self.gradients:
            self.gradients.append(gradient)
        return f"Sh{self.gradients.index(gradient)}"

    def _weigh(self, ink: Ink) -> None:
        self.most_ink = max(self.most_ink, total(ink))
        if self.most_ink > MAX_INK:
            raise ValueError(f"{total(ink)} per cent of ink in {ink}")

    def _ink(self, ink: Ink, operator: str) -> str:
        self._weigh(ink)
        return " ".join(number(part / 100, 4) for part in ink) + " " + operator

    def _path(self, path: Path, places: int = 3) -> str:
        words: list[str] = []
        for operator, points in path.segments:
            for x, y in points:
                words += [number(x * POINTS_PER_MM, places), number(y * POINTS_PER_MM, places)]
            words.append(operator)
        return " ".join(words)
