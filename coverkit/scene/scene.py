"""The composed page."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.geometry import Rect
from coverkit.records import dataclass
from coverkit.scene.operations import Operation


@dataclass(frozen=True, slots=True)
class Bleed:
    """How far the art runs over the trim at each edge, in mm."""

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def even(cls, margin: float) -> Bleed:
        """Return the same bleed on all edges."""
        return cls(margin, margin, margin, margin)


@dataclass(frozen=True, slots=True)
class Scene:
    """One page: its trim size in mm, its bleed, and the operations in painting order."""

    width: float
    height: float
    bleed: Bleed
    operations: tuple[Operation, ...]

    @property
    def trim(self) -> Rect:
        """The trim box: at the origin."""
        return Rect(0.0, 0.0, self.width, self.height)

    @property
    def bleed_box(self) -> Rect:
        """The trim and the bleed around it."""
        return self.trim.inset(-self.bleed.left, -self.bleed.top, -self.bleed.right, -self.bleed.bottom)

    def of(self, source: str) -> Iterator[Operation]:
        """Return the operations that came from an element."""
        return (operation for operation in self.operations if operation.source == source)
