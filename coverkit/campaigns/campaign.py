"""What a campaign says. Nothing about one campaign is written in code: all of it is read from `campaign.toml`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Literal

from coverkit.i18n import language
from coverkit.records import dataclass

Standing = Literal["official", "sample"]
Zone = Literal["top", "bottom", "left", "right", "anywhere"]
Phase = Literal["any", "before", "during", "after"]
Case = Literal["as-is", "upper"]


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day, both included; None is open."""

    first: dt.date | None = None
    last: dt.date | None = None

    def holds(self, day: dt.date) -> bool:
        """Tell whether a day lies within."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class Dispatch:
    """The order that the campaign carries out; its date is None where no source states it."""

    number: str
    date: dt.date | None
    issuer: str
    clause: str
    rests_on: tuple[str, ...] = ()

    @property
    def citation(self) -> str:
        """How it is cited: "Công văn 1011/STTTT-TTBCXB, 02/10/2020"."""
        return self.number if self.date is None else f"{self.number}, {self.date:%d/%m/%Y}"


@dataclass(frozen=True, slots=True)
class Requirement:
    """An element that must stand on the cover: `banner` or `slogan`, at least so many."""

    element: str
    count: int
    clause: str


@dataclass(frozen=True, slots=True)
class ArtEntry:
    """One piece of art of the campaign: a file, its size as drawn in mm, and its SHA-256."""

    name: str
    file: str
    sha256: str
    width: float
    height: float

    @property
    def aspect(self) -> float:
        """Width over height."""
        return self.width / self.height


@dataclass(frozen=True, slots=True)
class BannerRules:
    """Where and how the banner may stand. Sizes in mm, shares of the trim width."""

    zones: tuple[Zone, ...]
    least_width: Mapping[str, float]
    least_share: Mapping[str, float]
    clear_space: float
    aspect_tolerance: float


@dataclass(frozen=True, slots=True)
class SloganRules:
    """How slogans may be set."""

    least_size: float
    cases: tuple[Case, ...]


@dataclass(frozen=True, slots=True)
class Slogan:
    """An exact text with its own validity.

    Attributes:
        replaces: earlier texts that this one corrects; using one of them is an error that names this slogan.
        phase: before, during or after the event, or any.
    """

    id: str
    text: str
    valid: Period
    phase: Phase
    replaces: tuple[str, ...]
    source: str
    standing: Standing


@dataclass(frozen=True, slots=True)
class WebSize:
    """A web banner's size in px and the art it is made of."""

    width: int
    height: int
    art: str


@dataclass(frozen=True, slots=True)
class WebBanner:
    """The web banner that the dispatch asks for: sizes, link, alternative text."""

    sizes: tuple[WebSize, ...]
    link: str
    alternative: str


@dataclass(frozen=True, slots=True)
class RuleChange:
    """An option or a severity that the campaign changes for one rule, with its reason.

    `code` is empty for an option; then `name` and `value` say which. Else `value` is the severity, or "off".
    """

    rule: str
    name: str
    value: object
    reason: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class Campaign:
    """One campaign, with the bytes of its files."""

    id: str
    version: int
    standing: Standing
    title_vi: str
    title_en: str
    dispatch: Dispatch
    issues: Period
    event: Period
    event_name: str
    kinds: tuple[str, ...]
    required: tuple[Requirement, ...]
    banner: BannerRules
    slogan_rules: SloganRules
    slogans: tuple[Slogan, ...]
    art: tuple[ArtEntry, ...]
    web: WebBanner
    rule_changes: tuple[RuleChange, ...]
    files: Mapping[str, bytes]
    sha256: str
    seal: Literal["valid", "unsigned", "invalid", "unknown-issuer"]
    seal_note: str = ""

    @property
    def title(self) -> str:
        """The title in the reader's language."""
        return self.title_vi if language() == "vi" else self.title_en

    def art_named(self, name: str) -> ArtEntry | None:
        """Return a piece of art by name."""
        return next((entry for entry in self.art if entry.name == name), None)

    def art_of(self, sha256: str) -> ArtEntry | None:
        """Return a piece of art by the SHA-256 of its file."""
        return next((entry for entry in self.art if entry.sha256 == sha256), None)

    def slogan(self, slogan_id: str) -> Slogan | None:
        """Return a slogan by id."""
        return next((slogan for slogan in self.slogans if slogan.id == slogan_id), None)

    def slogans_for(self, day: dt.date) -> tuple[Slogan, ...]:
        """Return the slogans that may stand in an issue of that date, the best fitting phase first."""
        usable = [slogan for slogan in self.slogans if slogan.valid.holds(day) and slogan.phase in ("any", self.phase(day))]
        return tuple(sorted(usable, key=lambda slogan: slogan.phase == "any"))

    def phase(self, day: dt.date) -> Phase:
        """Tell whether a day lies before, in or after the event."""
        if self.event.first is not None and day < self.event.first:
            return "before"
        if self.event.last is not None and day > self.event.last:
            return "after"
        return "during" if self.event.first or self.event.last else "any"
