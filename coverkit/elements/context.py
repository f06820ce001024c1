"""What an element is told when it composes, and what it gives back."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from coverkit.campaigns.campaign import ArtEntry, Campaign
from coverkit.colour.pictures import PictureInfo
from coverkit.errors import InputError
from coverkit.geometry import Rect
from coverkit.i18n import tr
from coverkit.model.values import Cmyk
from coverkit.records import dataclass
from coverkit.scene.operations import Operation
from coverkit.typography.fitting import FittedText, TextSpec
from coverkit.typography.library import FontLibrary


@dataclass(frozen=True, slots=True)
class TextStyle:
    """A named style of a design: how to fit the text, and its colour's name."""

    spec: TextSpec
    colour: str


@dataclass(frozen=True, slots=True)
class Tint:
    """A rectangle of ink at an opacity, to be resolved against what lies below: a `Veil` before baking.

    Attributes are those of `scene.operations.Veil`; a Tint over pictures becomes a veil of theirs, over flat ink a flat mix.
    """

    source: str
    box: Rect
    ink: Cmyk
    opacity_start: float
    opacity_end: float
    angle: float = 90.0
    radius: float = 0.0
    blur: float = 0.0
    multiply: bool = False

    @property
    def bounds(self) -> Rect:
        """Bounds in mm."""
        return self.box


Layer = Operation | Tint
"""What elements give: operations, and tints that the layout resolves."""


@dataclass(frozen=True, slots=True)
class Composed:
    """An element in place: its layers in painting order, what it really covers, and how its text went."""

    layers: tuple[Layer, ...]
    used: Rect | None
    text: FittedText | None = None
    plain_text: str = ""
    art: ArtEntry | None = None
    placeholder: bool = False


EMPTY = Composed((), None)


@dataclass(frozen=True, slots=True)
class Context:
    """Where an element composes, and what it may look things up in.

    Attributes:
        box, angle: its place in mm, degrees clockwise about the centre.
        scale: the page's size against 190 × 270 mm; type sizes of styles are multiplied by it.
        variables: names that texts may hold in braces: `{unit}`, `{date}` …
        masthead: the unit's drawn masthead, see `model.document.Unit`; "" for none.
        masthead_words: what it says; "" for the publication's name.
    """

    element: str
    box: Rect
    angle: float
    scale: float
    colours: Mapping[str, Cmyk]
    styles: Mapping[str, TextStyle]
    variables: Mapping[str, str]
    library: FontLibrary
    picture_info: Callable[[str], PictureInfo]
    campaign: Campaign | None = None
    slogan_default: str = ""
    masthead: str = ""
    masthead_words: str = ""

    def colour(self, value: str | Cmyk) -> Cmyk:
        """Return a colour of the design by name, or the ink itself.

        Raises:
            InputError: the design has no colour of that name.
        """
        if isinstance(value, Cmyk):
            return value
        if value not in self.colours:
            raise InputError(
                tr("The design has no colour “{name}”.", name=value), tr("Known: {known}.", known=", ".join(self.colours))
            )
        return self.colours[value]

    def style(self, name: str) -> TextStyle:
        """Return a style of the design; for no name the one for plain text: `subhead`, else the design's last.

        Raises:
            InputError: the design has no style of that name.
        """
        if not name and self.styles:
            return self.styles.get("subhead") or list(self.styles.values())[-1]
        if name not in self.styles:
            raise InputError(
                tr("The design has no style “{name}”.", name=name), tr("Known: {known}.", known=", ".join(self.styles))
            )
        return self.styles[name]
