"""The banner's outlines out of its sealed PDF, for peers that cannot place a PDF: filled and stroked paths in flat inks.

Gradients become their middle ink, which is less work for those peers than the art itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypedDict

import pypdf


class Outline(TypedDict):
    """A path: its segments as PDF operators with numbers (y upwards, points), and how it is painted."""

    segments: list[tuple[str, list[float]]]
    ink: tuple[float, ...]
    even_odd: bool
    stroke: float


@dataclass(slots=True)
class _Reader:
    shadings: Any
    fill: tuple[float, ...] = (0, 0, 0, 1)
    line: tuple[float, ...] = (0, 0, 0, 1)
    width: float = 1.0
    path: list[tuple[str, list[float]]] = field(default_factory=list)
    found: list[Outline] = field(default_factory=list)

    def take(self, operator: str, numbers: list[float], name: str) -> None:
        match operator:
            case "m" | "l" | "c" | "h":
                self.path.append((operator, numbers))
            case "k":
                self.fill = tuple(numbers)
            case "K":
                self.line = tuple(numbers)
            case "w":
                self.width = numbers[0]
            case "f" | "f*":
                self._paint(self.fill, even_odd=operator == "f*")
            case "S":
                self._paint(self.line, stroke=self.width)
            case "sh":
                self._paint(_middle(self.shadings[name]["/Function"]))
            case _:
                """State and clipping: a clip's path stays until its gradient paints it."""

    def _paint(self, ink: tuple[float, ...], even_odd: bool = False, stroke: float = 0.0) -> None:
        self.found.append({"segments": self.path, "ink": ink, "even_odd": even_odd, "stroke": stroke})
        self.path = []


def outlines(pdf: Path) -> tuple[list[Outline], tuple[float, float]]:
    """Return the outlines of a one-page PDF, and its size in points."""
    page = pypdf.PdfReader(pdf).pages[0]
    content = page.get_contents()
    resources: Any = page["/Resources"]
    reader = _Reader(resources.get("/Shading", {}))
    data = b"" if content is None else content.get_data()
    for operator, numbers, name in _operations(data.decode("ascii").split()):
        reader.take(operator, numbers, name)
    return reader.found, (float(page.mediabox.width), float(page.mediabox.height))


def svg(found: Sequence[Outline], size: tuple[float, float]) -> str:
    """Return outlines as SVG in device-cmyk() inks."""
    width, height = size
    shapes = "\n".join(_svg_path(one, height) for one in found)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}">\n{shapes}\n</svg>\n'


def _operations(tokens: Iterable[str]) -> Iterable[tuple[str, list[float], str]]:
    numbers: list[float] = []
    name = ""
    for token in tokens:
        if token.startswith("/"):
            name = token
        elif token[0].isalpha():
            yield token, numbers, name
            numbers = []
        else:
            numbers.append(float(token))


def _middle(function: Any) -> tuple[float, ...]:
    parts = function.get_object().get("/Functions")
    one = parts[len(parts) // 2].get_object() if parts else function.get_object()
    return tuple(float(share) for share in one["/C0"])


def _svg_path(outline: Outline, height: float) -> str:
    words = {"m": "M", "l": "L", "c": "C", "h": "Z"}
    data = " ".join(
        words[operator] + " ".join(f"{height - one if index % 2 else one:.3f}" for index, one in enumerate(numbers))
        for operator, numbers in outline["segments"]
    )
    ink = f"device-cmyk({' '.join(f'{share:g}' for share in outline['ink'])})"
    if outline["stroke"]:
        return f'<path d="{data}" fill="none" stroke="{ink}" stroke-width="{outline["stroke"]:g}"/>'
    rule = ' fill-rule="evenodd"' if outline["even_odd"] else ""
    return f'<path d="{data}" fill="{ink}"{rule}/>'
