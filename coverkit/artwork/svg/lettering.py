"""Text of an SVG as outlines: set with the fonts at hand by the program's own typography. Any other font is refused."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import field

from coverkit.artwork.drawing import Outline, Step, moved
from coverkit.artwork.refusal import not_outlines
from coverkit.artwork.svg.source import SVG
from coverkit.artwork.svg.style import Style, Styles, length
from coverkit.errors import MissingError
from coverkit.i18n import tr
from coverkit.records import dataclass
from coverkit.typography.face import Face
from coverkit.typography.library import FontLibrary
from coverkit.typography.shaping import strip

_WEIGHTS = {"normal": 400, "bold": 700, "bolder": 700, "lighter": 300}
_VERBS = {"M": "m", "L": "l", "C": "c", "Z": "h"}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_REFUSED = ("textPath", "tref", "altGlyph")


@dataclass(slots=True)
class Run:
    """Letters of one style that follow one another, and where the pen is set before them (None: where it stands)."""

    text: str
    style: Style
    x: float | None = None
    y: float | None = None
    dx: float = 0.0
    dy: float = 0.0


@dataclass(slots=True)
class _Chunk:
    """Runs that are anchored together."""

    runs: list[Run] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Lettered:
    """One run as an outline in the text element's coordinates."""

    outline: Outline
    style: Style


def letter(element: ET.Element, style: Style, styles: Styles, fonts: FontLibrary, name: str) -> Iterator[Lettered]:
    """Yield the runs of a text element as outlines, y downwards.

    Raises:
        InputError: a font is not at hand, a letter is missing in it, or the text is set in a way that is not known here.
    """
    runs: list[Run] = []
    _gather(element, style, styles, runs, name)
    _collapse(runs, keeps=element.get(_SPACE) == "preserve")
    x = y = 0.0
    for chunk in _chunks(runs):
        first = chunk.runs[0]
        x = first.x if first.x is not None else x
        y = first.y if first.y is not None else y
        set_runs = [(run, *_set(run, fonts, name)) for run in chunk.runs]
        width = sum(advance + run.dx for run, _, advance in set_runs)
        x -= {"middle": width / 2, "end": width}.get(first.style["text-anchor"], 0.0)
        for run, outline, advance in set_runs:
            x, y = x + run.dx, y + run.dy
            yield Lettered(moved(outline, (1.0, 0.0, 0.0, 1.0, x, y)), run.style)
            x += advance


def _gather(element: ET.Element, style: Style, styles: Styles, runs: list[Run], name: str) -> None:
    if element.get("rotate") or element.get("textLength") or style.get("baseline-shift", "baseline") not in ("baseline", "0"):
        raise not_outlines(name, tr("its letters are turned, stretched or raised one by one"))
    if style["word-spacing"] not in ("normal", "0", "0px") or style["font-variant"] != "normal":
        raise not_outlines(name, tr("its letters are turned, stretched or raised one by one"))
    size = float(style["font-size"][:-2])
    places = {key: [length(one, size, name) for one in re.split(r"[\s,]+", element.get(key, "").strip()) if one]
              for key in ("x", "y", "dx", "dy")}  # fmt: skip
    _add(runs, element.text or "", style, places)
    for child in element:
        tag = str(child.tag).removeprefix(SVG)
        if tag in _REFUSED:
            raise not_outlines(name, tr("it runs along a path"))
        if tag in ("tspan", "a"):
            inner = styles.of(child, style)
            if inner.get("display") != "none":
                _gather(child, inner, styles, runs, name)
        _add(runs, child.tail or "", style, {})


def _add(runs: list[Run], text: str, style: Style, places: dict[str, list[float]]) -> None:
    most = max((len(listed) for listed in places.values()), default=0)
    if most > 1:
        # Each letter has a place of its own, as CorelDRAW writes them.
        letters = list(text)
        for index, one in enumerate(letters):
            at = {key: listed[index] for key, listed in places.items() if index < len(listed)}
            runs.append(Run(one, style, at.get("x"), at.get("y"), at.get("dx", 0.0), at.get("dy", 0.0)))
        return
    single = {key: listed[0] for key, listed in places.items() if listed}
    if text or single:
        runs.append(Run(text, style, single.get("x"), single.get("y"), single.get("dx", 0.0), single.get("dy", 0.0)))


def _collapse(runs: list[Run], *, keeps: bool) -> None:
    """Make spaces of white space, one where there are several, none at the ends, as SVG does."""
    last_is_space = True
    for run in runs:
        text = re.sub(r"[\t\r\n]", " ", run.text) if keeps else re.sub(r"\s+", " ", run.text.replace("\n", " "))
        if not keeps and (last_is_space or run.x is not None) and text.startswith(" "):
            text = text[1:]
        run.text = text
        last_is_space = text.endswith(" ") if text else last_is_space
    if not keeps:
        for run in reversed(runs):
            run.text = run.text.rstrip(" ")
            if run.text:
                break


def _chunks(runs: list[Run]) -> Iterator[_Chunk]:
    chunk = _Chunk()
    for run in runs:
        if (run.x is not None or run.y is not None) and any(one.text for one in chunk.runs):
            yield chunk
            chunk = _Chunk()
        elif run.x is not None or run.y is not None:
            # An empty run that only set the pen: the next one takes what it does not set itself.
            earlier = chunk.runs[-1] if chunk.runs else None
            run.x = run.x if run.x is not None or earlier is None else earlier.x
            run.y = run.y if run.y is not None or earlier is None else earlier.y
            chunk = _Chunk()
        if run.text or not chunk.runs:
            if chunk.runs and not chunk.runs[-1].text:
                previous = chunk.runs.pop()
                run.x, run.y = previous.x if run.x is None else run.x, previous.y if run.y is None else run.y
            chunk.runs.append(run)
    if any(one.text for one in chunk.runs):
        yield chunk


def _set(run: Run, fonts: FontLibrary, name: str) -> tuple[Outline, float]:
    """Return a run's outline from the pen at the origin, and its advance, in px."""
    face = _face(run.style, fonts, name)
    size = float(run.style["font-size"][:-2])
    spacing = run.style["letter-spacing"]
    tracking = 0.0 if spacing == "normal" else length(spacing, size, name) / size * 1000.0
    line = strip(run.text, face, tracking)
    if line.missing:
        raise not_outlines(name, tr("the font “{font}” lacks {letters}", font=face.family, letters=", ".join(line.missing)))
    unit = size / face.upem
    steps: list[Step] = []
    for glyph in line.glyphs:
        drawn = tuple(
            (_VERBS[step.verb], tuple(n for point in step.points for n in (point.x, point.y)))
            for step in face.outline(glyph.gid)
        )
        steps += moved(drawn, (unit, 0.0, 0.0, -unit, glyph.x * size, glyph.y * size))
    return tuple(steps), line.width * size + (tracking * size / 1000.0 if line.glyphs else 0.0)


def _face(style: Style, fonts: FontLibrary, name: str) -> Face:
    weight = style["font-weight"]
    wanted = _WEIGHTS.get(weight) or (int(weight) if weight.isdigit() else 400)
    italic = style["font-style"] in ("italic", "oblique")
    known = {family.name.lower(): family.name for family in fonts.families()}
    families = [family.strip(" '\"") for family in style["font-family"].split(",")]
    for family in families[:1]:
        if family.lower() in known:
            try:
                face = fonts.face(known[family.lower()], wanted, italic)
            except MissingError:
                continue
            if abs(face.weight - wanted) <= 100 and face.italic == italic:
                return face
    wish = f"{families[0] or '?'} {wanted}" + (" italic" if italic else "")
    raise not_outlines(name, tr("the font “{font}” is not at hand", font=wish))
