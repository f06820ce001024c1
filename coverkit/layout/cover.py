"""The composed cover: what rules judge before any file exists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from coverkit.campaigns.campaign import ArtEntry, Campaign
from coverkit.colour.pictures import PictureInfo
from coverkit.colour.profile import OutputCondition
from coverkit.elements.context import Composed
from coverkit.facts.codes import CodeMark
from coverkit.facts.ink import InkReport
from coverkit.formats.printers import PrinterProfile
from coverkit.geometry import Rect
from coverkit.layout.design import Design
from coverkit.model.document import Document, Element
from coverkit.model.locks import Permissions
from coverkit.records import dataclass
from coverkit.scene.scene import Scene
from coverkit.typography.fitting import FittedText
from coverkit.typography.library import FontLibrary


@dataclass(frozen=True, slots=True)
class Placed:
    """One element as it came to stand on the page.

    Attributes:
        id: the slot's or the element's own id.
        kind: its element type.
        role: what the law calls it (`label`, `name`, `body`, `date` …), else the id.
        box, angle: its frame, in mm from the trim's top left, and degrees clockwise.
        used: what its ink really covers; None when it is empty.
        required: the design wants it filled, and its condition holds.
        official: it is the campaign's banner or slogan.
    """

    id: str
    kind: str
    role: str
    name: str
    box: Rect
    angle: float
    composed: Composed
    required: bool
    element: Element | None

    @property
    def used(self) -> Rect | None:
        """What its ink covers."""
        return self.composed.used

    @property
    def text(self) -> FittedText | None:
        """How its text was fitted; None for what is no text."""
        return self.composed.text

    @property
    def plain_text(self) -> str:
        """Its text before case mapping."""
        return self.composed.plain_text

    @property
    def art(self) -> ArtEntry | None:
        """The campaign's art that it shows."""
        return self.composed.art

    @property
    def official(self) -> bool:
        """Tell whether it carries the campaign."""
        return self.kind in ("banner", "slogan")


@dataclass(frozen=True, slots=True)
class Cover:
    """A composed cover with everything that rules may want to know.

    Attributes:
        codes: QR codes on its pictures; only looked for where a rule asks.
        newest_campaign_version: the newest version of its campaign on this computer; None where that is not known.
    """

    document: Document
    design: Design
    campaign: Campaign | None
    printer: PrinterProfile
    condition: OutputCondition
    permissions: Permissions
    scene: Scene
    placed: tuple[Placed, ...]
    pictures: Mapping[str, PictureInfo]
    library: FontLibrary
    ink: InkReport | None = None
    ink_reason: str = ""
    codes: tuple[CodeMark, ...] = ()
    newest_campaign_version: int | None = None

    def with_role(self, role: str) -> Placed | None:
        """Return the element of a role that shows something, or None."""
        return next((one for one in self.placed if one.role == role and one.used is not None), None)

    def of_kind(self, kind: str) -> Iterator[Placed]:
        """Return the elements of a type that show something."""
        return (one for one in self.placed if one.kind == kind and one.used is not None)

    def texts(self) -> Iterator[Placed]:
        """Return every element that shows text."""
        return (one for one in self.placed if one.text is not None and one.used is not None)
