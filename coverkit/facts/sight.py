"""What of a campaign was found on finished pages, by the drawing's bytes or by looking, and what the pages say. No verdicts."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from coverkit.campaigns.campaign import Campaign
from coverkit.campaigns.slogans import SloganMatch
from coverkit.geometry import Rect
from coverkit.model.document import Kind
from coverkit.records import dataclass

Manner = Literal["drawing", "looking"]
"""The sealed drawing itself was found in the file, or something that looks like the art on the page's pixels."""


@dataclass(frozen=True, slots=True)
class ArtSighting:
    """A piece of a campaign's art on a page. Places and sizes in mm from the trim's top left.

    Attributes:
        art: what the campaign calls it.
        box: upright bounds on the page.
        width, height: its sides along its own axes.
        angle: degrees clockwise as viewers show the page, above -180 up to 180; of a mirrored one, that of its mirror image.
        stretch: width over height by that of the art, less one: 0.03 is 3 % too wide.
        skew: by how many degrees its sides are off a right angle.
        cropped: share of its area that is cut off, at the page's edge or along a whole side.
        covered: share of the rest that does not look like the art: something lies over it, or it was changed.
        colour_off: mean CIEDE2000 difference of what is seen of it; None where that was not measured.
        confidence: 0 to 1 that it is this art; 1 for its own drawing.
    """

    art: str
    page: int
    manner: Manner
    box: Rect
    width: float
    height: float
    angle: float
    stretch: float
    confidence: float
    skew: float = 0.0
    mirrored: bool = False
    cropped: float = 0.0
    covered: float = 0.0
    colour_off: float | None = None


@dataclass(frozen=True, slots=True)
class SloganSighting:
    """A text on a page that is a slogan of the campaign, or is meant to be one.

    Attributes:
        text: as it reads, spaces put as the slogan has them.
        box: around its lines, in mm from the trim's top left.
        size: of its type in pt, the smallest of its pieces; 0 where that is not known.
        match: what it is to the campaign.
        recognised: it was read off the pixels, so single letters may be misread.
    """

    page: int
    text: str
    box: Rect
    size: float
    match: SloganMatch
    recognised: bool = False


@dataclass(frozen=True, slots=True)
class SightPage:
    """A page that was looked at.

    Attributes:
        width, height: of the trim in mm.
        measured: these are true sizes; False for a picture that does not state its resolution.
        scan: it is one picture, so it may lie askew by the scanner, and its text cannot be read.
        rotate: degrees by which viewers turn it clockwise; places and sizes are those of the page unturned, angles as seen.
    """

    number: int
    width: float
    height: float
    measured: bool = True
    scan: bool = False
    rotate: int = 0

    @property
    def trim(self) -> Rect:
        """Its trim."""
        return Rect(0.0, 0.0, self.width, self.height)


@dataclass(frozen=True, slots=True)
class SightSubject:
    """The campaign in a finished file: what rules judge that look for banner and slogans in any PDF or picture.

    Attributes:
        day: the issue date; None where nobody said it.
        pages: those that were looked at; the front cover is the first.
        art_reason: why the pages' pixels were not searched, "" if they were.
        text_reason: why a slogan that is not in `slogans` may stand there all the same, "" where that cannot be.
        text_recognised: text was read off the pixels, so that a slogan that is not found may have been overlooked.
        kind: of publication, as somebody said or the words BẢN TIN on the front cover tell; "" where neither does.
    """

    campaign: Campaign
    day: dt.date | None
    pages: tuple[SightPage, ...]
    art: tuple[ArtSighting, ...]
    slogans: tuple[SloganSighting, ...]
    art_reason: str = ""
    text_reason: str = ""
    text_recognised: bool = False
    kind: Kind | Literal[""] = ""

    def page(self, number: int) -> SightPage:
        """Return a page by number."""
        return next(page for page in self.pages if page.number == number)
