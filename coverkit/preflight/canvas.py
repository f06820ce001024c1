"""What the operators of a content stream work on: state, path being built, resources, and the marks made so far."""

from __future__ import annotations

from typing import Protocol

from coverkit.facts.marks import Layer, Mark, MaskFacts, StateFacts
from coverkit.preflight import values
from coverkit.preflight.fonts import Font
from coverkit.preflight.layers import Layers
from coverkit.preflight.limits import MAX_NESTING, Budget
from coverkit.preflight.resources import Resources
from coverkit.preflight.state import IDENTITY, State
from coverkit.preflight.values import Matrix
from coverkit.records import dataclass


class UsedFont:
    """A font that text was set in: whether any of it paints, and the codes that do."""

    __slots__ = ("codes", "font", "shown")

    def __init__(self, font: Font) -> None:
        self.font = font
        self.shown = False
        self.codes: set[int] = set()


class PageRecord:
    """What the walk over one page gathers."""

    def __init__(self, budget: Budget, fonts: dict[tuple[int, int], Font], layers: Layers) -> None:
        self.budget = budget
        self.fonts = fonts
        self.layers = layers
        self.marks: list[Mark] = []
        self.parts: list[Mark] = []
        self.used_fonts: dict[int, UsedFont] = {}
        self.states: dict[int, StateFacts] = {}
        self.masks: dict[tuple[int, int] | int, MaskFacts] = {}
        self.intents: dict[str, None] = {}
        self.unknown: dict[str, None] = {}
        self.unread: dict[str, None] = {}
        self.large_numbers: dict[float, None] = {}
        self.long_names: dict[str, None] = {}
        self.deepest = 0
        self.operators = 0
        self.walking: set[tuple[int, int]] = set()
        self.walked_aside: set[tuple[int, int]] = set()


@dataclass(frozen=True, slots=True)
class Aside:
    """How to walk content that is not painted where it stands: a pattern's cell, a glyph of a Type 3 font, a soft mask.

    Attributes:
        state: to begin with.
        resources: where the content has none of its own; None for those of the content that uses it.
    """

    state: State
    resources: object = None


class Nested(Protocol):
    """Walks the content of a form, or what stands aside."""

    def __call__(
        self, canvas: Canvas, thing: object, called: str, aside: Aside | None = None, content: bytes | None = None
    ) -> None:
        """Do it; `called` is what a message names it, `content` its decoded content where that is at hand."""


class Canvas:
    """One content stream: its resources and state. The page's record is shared with the forms in it."""

    __slots__ = (
        "base",
        "clipping",
        "layer",
        "level",
        "line_matrix",
        "many_corners",
        "marked",
        "marks",
        "nested",
        "only_rectangle",
        "record",
        "resources",
        "stack",
        "state",
        "text_matrix",
        "xs",
        "ys",
    )

    def __init__(
        self,
        record: PageRecord,
        resources: Resources,
        state: State,
        base: Matrix,
        level: int,
        nested: Nested,
    ) -> None:
        self.marks = record.marks
        self.record = record
        self.resources = resources
        self.state = state
        self.base = base
        self.level = level
        self.nested = nested
        self.stack: list[State] = []
        self.text_matrix = self.line_matrix = IDENTITY
        self.clipping = False
        self.layer: Layer = ""
        self.marked: list[Layer] = []
        self.xs: list[float] = []
        self.ys: list[float] = []
        self.only_rectangle = True
        self.many_corners = False

    def save(self) -> None:
        """Do `q`."""
        if len(self.stack) < MAX_NESTING:
            self.stack.append(self.state.copy())
            if len(self.stack) > self.record.deepest:
                self.record.deepest = len(self.stack)
        else:
            self.record.unread["nesting"] = None

    def restore(self) -> None:
        """Do `Q`; one too many does nothing."""
        if self.stack:
            self.state = self.stack.pop()

    def add(self, mark: Mark) -> None:
        """Keep a mark."""
        self.marks.append(mark)
        self.record.budget.marks -= 1

    def layer_of(self, thing: object) -> Layer:
        """Return what the layers here, and the thing's own, mean for it."""
        own = values.get(thing, "/OC")
        return self.layer if self.layer or own is None else self.record.layers.of(own)

    @property
    def order(self) -> int:
        """The place of the next mark in the order of painting."""
        return len(self.marks)
