"""A block of text that fits itself between its least and greatest size."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field

from coverkit.elements.context import EMPTY, Composed, Context
from coverkit.elements.kinds import element
from coverkit.elements.masthead import NAME, compose_masthead
from coverkit.geometry import turn, union_all
from coverkit.model.values import Cmyk
from coverkit.records import dataclass, replace
from coverkit.scene.operations import GlyphRun
from coverkit.typography.fitting import TextSpec, fit
from coverkit.typography.runs import glyph_runs
from coverkit.typography.vietnamese import nfc

_NAME = re.compile(r"\{([a-z_]+)\}")

SMALL_BLACK = 12.0
"""Black text below so many points overprints (GWG 2022, R0009): a knocked-out hairline around it would show misregister."""

_ROUNDING = 0.05
"""Type of just that size may measure a trifle less in the finished file."""


@element("text")
@dataclass(frozen=True, slots=True)
class Text:
    """A text in a style of the design.

    Attributes:
        text: may hold names in braces (`{unit}`, `{date}`), filled from the unit and the issue.
        style: a style of the design; empty takes the one it has for plain text.
        colour: another colour than the style's: a colour of the design, or an ink.
        size_min, size_max: other limits than the style's, in points; 0 keeps the style's.
    """

    text: str = ""
    style: str = field(default="", metadata={"lock": "style"})
    colour: str | Cmyk = field(default="", metadata={"lock": "style"})
    size_min: float = field(default=0.0, metadata={"lock": "style"})
    size_max: float = field(default=0.0, metadata={"lock": "style"})

    def compose(self, context: Context) -> Composed:
        """Fit the text into the box; the publication's name is the unit's drawn masthead where there is one."""
        if context.masthead and self.text.strip() == NAME:
            words = context.masthead_words.strip() or fill_in(self.text, context.variables)
            return compose_masthead(context.masthead, words, context.style(self.style), self.colour, context)
        return compose_text(
            fill_in(self.text, context.variables), self.style, self.colour, context, self.size_min, self.size_max
        )


def fill_in(text: str, variables: Mapping[str, str]) -> str:
    """Fill names in braces; what has no value leaves nothing behind, and neither does the separator beside it."""
    filled = _NAME.sub(lambda match: variables.get(match[1], match[0]), nfc(text))
    lines = [re.sub(r"\s+", " ", line).strip(" ·|–—") for line in filled.split("\n")]
    return "\n".join(line for line in lines if line)


def compose_text(
    text: str, style_name: str, colour: str | Cmyk, context: Context, size_min: float = 0.0, size_max: float = 0.0
) -> Composed:
    """Fit a finished text in a style into the context's box."""
    if not text.strip():
        return EMPTY
    style = context.style(style_name)
    spec = scaled(style.spec, context.scale)
    spec = replace(spec, size_min=size_min or spec.size_min, size_max=max(size_max or spec.size_max, size_min or spec.size_min))
    fitted = fit(text, spec, context.box, context.library)
    ink = context.colour(colour or style.colour)
    overprint = ink.is_black_only and fitted.size < SMALL_BLACK + _ROUNDING
    runs = glyph_runs(fitted, context.element, ink, context.library, overprint)
    if context.angle:
        runs = tuple(turned(run, context) for run in runs)
        return Composed(runs, union_all([run.bounds for run in runs]), fitted, text)
    return Composed(runs, fitted.ink, fitted, text)


def turned(run: GlyphRun, context: Context) -> GlyphRun:
    """Return a run turned about the middle of the context's box."""
    moved = turn(run.origin, context.box.centre, context.angle)
    dx, dy = moved.x - run.origin.x, moved.y - run.origin.y
    return replace(run, origin=moved, angle=context.angle, ink_box=run.ink_box.moved(dx, dy))


def scaled(spec: TextSpec, scale: float) -> TextSpec:
    """Return a style for another page size; never below the least size that stays legible in print (6 pt)."""
    least = max(6.0, spec.size_min * scale)
    return replace(spec, size_min=least, size_max=max(least, spec.size_max * scale))
