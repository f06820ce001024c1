"""Publish a campaign from a form: a draft becomes the files of a campaign, is read back, sealed and written as one package."""

from __future__ import annotations

import datetime as dt
import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path

from coverkit.app.art_intake import ArtOptions, TakenArt
from coverkit.app.sealing import Sealed, sealed_files
from coverkit.campaigns.art import sealed_art
from coverkit.campaigns.campaign import ArtEntry, Campaign, Period, Phase, Requirement, Slogan, Zone
from coverkit.campaigns.package import zip_bytes
from coverkit.campaigns.reader import is_campaign_id, read
from coverkit.colour.profile import bundled_condition
from coverkit.errors import InputError
from coverkit.export.png import png_bytes
from coverkit.i18n import mark, tr
from coverkit.model.storage.atomic import atomic_write
from coverkit.records import dataclass, replace
from coverkit.render.preview_art import art_picture
from coverkit.typography.vietnamese import nfc

_LONGEST_ID = 60
_OPEN = Period(None, None)


@dataclass(frozen=True, slots=True)
class DraftArt:
    """A piece of art with its place rules: never narrower than so many mm, and than such a share of the trim width.

    `png` shows how it looks; empty where a campaign has no such picture.
    """

    name: str
    pdf: bytes
    png: bytes
    width_mm: float
    height_mm: float
    least_width_mm: float = 0.0
    least_share: float = 0.0

    @classmethod
    def taken(cls, name: str, art: TakenArt) -> DraftArt:
        """Take art as the intake made it, with usual limits for its shape."""
        wide = art.width_mm > art.height_mm
        least, share = (90.0, 0.55) if wide else (22.0, 0.15)
        return cls(name, art.pdf, art.png, art.width_mm, art.height_mm, min(least, art.width_mm), share)


@dataclass(frozen=True, slots=True)
class DraftSlogan:
    """A slogan as it is typed in; without dates it is good as long as the campaign."""

    text: str
    first: dt.date | None = None
    last: dt.date | None = None
    phase: Phase = "any"
    replaces: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A campaign while it is being made. What is missing is told by `gaps`.

    Attributes:
        banner_clause, slogan_clause: the words of the dispatch that order them; empty where it does not.
        clear_space_mm: around the banner.
        least_size_pt: of slogans.
    """

    title_vi: str = ""
    title_en: str = ""
    id: str = ""
    version: int = 1
    official: bool = True
    number: str = ""
    date: dt.date | None = None
    issuer: str = ""
    clause: str = ""
    issues: Period = _OPEN
    event_name: str = ""
    event: Period = _OPEN
    newsletters: bool = True
    documents: bool = True
    banner_clause: str = ""
    slogan_clause: str = ""
    zones: tuple[Zone, ...] = ("anywhere",)
    clear_space_mm: float = 3.0
    least_size_pt: float = 8.0
    capitals: bool = True
    art: tuple[DraftArt, ...] = ()
    slogans: tuple[DraftSlogan, ...] = ()

    @property
    def campaign_id(self) -> str:
        """The id that was given, else one made of the title."""
        return self.id or suggested_id(self.title_vi, self.issues.first)


@dataclass(frozen=True, slots=True)
class Gap:
    """What a draft lacks: the step of the form and a sentence (a message, still to be translated)."""

    step: str
    message: str


def suggested_id(title: str, day: dt.date | None = None) -> str:
    """Return an id made of a title: plain letters, words joined by hyphens, and the year."""
    plain = unicodedata.normalize("NFD", title.lower().replace("đ", "d"))
    words = re.findall(r"[a-z0-9]+", "".join(one for one in plain if not unicodedata.combining(one)))
    made = ""
    for word in words:
        if len(made) + len(word) + 1 > _LONGEST_ID - 5:
            break
        made = f"{made}-{word}" if made else word
    year = "" if day is None or str(day.year) in made else f"-{day.year}"
    return f"{made}{year}" if made else ""


def gaps(draft: Draft) -> tuple[Gap, ...]:
    """Return what is missing or cannot be, in the order of the form; empty when the draft can be published."""
    return tuple(Gap(step, message) for step, wrong, message in _wanted(draft) if wrong)


def _wanted(draft: Draft) -> Iterator[tuple[str, bool, str]]:
    yield "dispatch", not draft.title_vi.strip(), mark("The campaign needs a title.")
    yield (
        "dispatch",
        bool(draft.title_vi) and not is_campaign_id(draft.campaign_id),
        mark("The id may have a–z, 0–9 and hyphens."),
    )
    yield "dispatch", not draft.number.strip(), mark("The number of the dispatch is missing.")
    yield "dispatch", draft.date is None, mark("The date of the dispatch is missing.")
    yield "dispatch", not draft.issuer.strip(), mark("Who issued the dispatch is missing.")
    yield "dispatch", not draft.clause.strip(), mark("What the dispatch orders is missing.")
    yield "period", draft.issues.first is None or draft.issues.last is None, mark("Say from when to when issues carry it.")
    yield "period", _backwards(draft.issues) or _backwards(draft.event), mark("A last day lies before its first.")
    yield "period", not (draft.newsletters or draft.documents), mark("Choose at least one kind of publication.")
    yield "art", not draft.art, mark("There is no art yet.")
    yield "art", len({one.name for one in draft.art}) < len(draft.art), mark("Two pieces of art have the same name.")
    yield "slogans", not draft.slogans, mark("There is no slogan yet.")
    yield "slogans", any(not one.text.strip() for one in draft.slogans), mark("A slogan has no text.")
    yield (
        "slogans",
        any(_backwards(Period(one.first, one.last)) for one in draft.slogans),
        mark("A last day lies before its first."),
    )
    nothing = not (draft.banner_clause.strip() or draft.slogan_clause.strip())
    yield "rules", nothing, mark("Say what must stand on the cover: a banner, a slogan or both.")
    yield "rules", not draft.zones, mark("Choose where the banner may stand.")


def _backwards(period: Period) -> bool:
    return period.first is not None and period.last is not None and period.last < period.first


def campaign_files(draft: Draft) -> Mapping[str, bytes]:
    """Return the files of the campaign: its data, slogans and art.

    Raises:
        InputError: the draft has gaps; the message is the first of them.
    """
    for gap in gaps(draft):
        raise InputError(tr(gap.message), tr("Fill it in, then publish again."))
    files = {"campaign.toml": _campaign(draft).encode(), "slogans.toml": _slogans(draft).encode()}
    for one in draft.art:
        files[f"art/{one.name}.pdf"] = one.pdf
        if one.png:
            files[f"art/{one.name}.png"] = one.png
    return files


def tried(draft: Draft) -> Campaign:
    """Return the unsealed campaign as it will be read, for looking at covers with it; raises as `campaign_files` does."""
    return read(campaign_files(draft), draft.campaign_id)


def publish(draft: Draft, key: Path, day: dt.date, out: Path) -> Sealed:
    """Seal the campaign and write its package.

    Args:
        draft: the campaign.
        key: the issuer's private key file.
        day: the day of sealing.
        out: the `.campaign` file.

    Raises:
        InputError: the draft has gaps, its art is not sealed art, or the key is none.
        OutputError: the package cannot be written.
    """
    campaign = sealed_files(campaign_files(draft), draft.campaign_id, key, day)
    atomic_write(out, zip_bytes(campaign.files))
    return Sealed(campaign, out)


def draft_of(campaign: Campaign) -> Draft:
    """Return the draft of the next version of a campaign, with pictures of its art.

    Raises:
        InputError: its art cannot be read.
    """
    clauses = {one.element: one.clause for one in campaign.required}
    rules = campaign.banner
    art = tuple(
        DraftArt(
            one.name,
            campaign.files[one.file],
            campaign.files.get(f"art/{one.name}.png") or _picture(campaign, one),
            one.width,
            one.height,
            rules.least_width.get(one.name, 0.0),
            rules.least_share.get(one.name, 0.0),
        )
        for one in campaign.art
    )
    return Draft(
        title_vi=campaign.title_vi,
        title_en=campaign.title_en,
        id=campaign.id,
        version=campaign.version + 1,
        official=campaign.standing == "official",
        number=campaign.dispatch.number,
        date=campaign.dispatch.date,
        issuer=campaign.dispatch.issuer,
        clause=campaign.dispatch.clause,
        issues=campaign.issues,
        event_name=campaign.event_name,
        event=campaign.event,
        newsletters="ban-tin" in campaign.kinds,
        documents="tai-lieu" in campaign.kinds,
        banner_clause=clauses.get("banner", ""),
        slogan_clause=clauses.get("slogan", ""),
        zones=rules.zones,
        clear_space_mm=rules.clear_space,
        least_size_pt=campaign.slogan_rules.least_size,
        capitals="upper" in campaign.slogan_rules.cases,
        art=art,
        slogans=tuple(_draft_slogan(one) for one in campaign.slogans),
    )


def _picture(campaign: Campaign, entry: ArtEntry) -> bytes:
    art = sealed_art(campaign.files[entry.file], f"{campaign.id}/{entry.file}")
    return png_bytes(art_picture(art, bundled_condition(ArtOptions().condition)))


def _draft_slogan(one: Slogan) -> DraftSlogan:
    return DraftSlogan(one.text, one.valid.first, one.valid.last, one.phase, "\n".join(one.replaces), one.source)


def _campaign(draft: Draft) -> str:
    kinds = [kind for kind, wanted in (("ban-tin", draft.newsletters), ("tai-lieu", draft.documents)) if wanted]
    required = [
        Requirement(element, 1, clause)
        for element, clause in (("banner", draft.banner_clause), ("slogan", draft.slogan_clause))
        if clause.strip()
    ]
    lines = [
        "schema = 1",
        f"id = {_text(draft.campaign_id)}",
        f"version = {draft.version}",
        f"standing = {_text('official' if draft.official else 'sample')}",
        f"kinds = {_texts(kinds)}",
        "\n[title]",
        f"vi = {_text(draft.title_vi)}",
        f"en = {_text(draft.title_en or draft.title_vi)}",
        "\n[dispatch]",
        f"number = {_text(draft.number)}",
        f"date = {draft.date}",
        f"issuer = {_text(draft.issuer)}",
        f"clause = {_text(draft.clause)}",
        "\n[issues]",
        *_period(draft.issues),
        "\n[event]",
        *([f"name = {_text(draft.event_name)}"] if draft.event_name.strip() else []),
        *_period(draft.event),
    ]
    for one in required:
        lines += ["\n[[required]]", f"element = {_text(one.element)}", "count = 1", f"clause = {_text(one.clause)}"]
    lines += ["\n[banner]", f"zones = {_texts(draft.zones)}", f"clear_space_mm = {draft.clear_space_mm:g}"]
    lines += ["\n[banner.least_width_mm]", *(f"{_text(one.name)} = {one.least_width_mm:g}" for one in draft.art)]
    lines += ["\n[banner.least_share]", *(f"{_text(one.name)} = {one.least_share:g}" for one in draft.art)]
    cases = ["as-is", "upper"] if draft.capitals else ["as-is"]
    lines += ["\n[slogan]", f"least_size_pt = {draft.least_size_pt:g}", f"cases = {_texts(cases)}"]
    for art in draft.art:
        lines += ["\n[[art]]", f"name = {_text(art.name)}", f"file = {_text(f'art/{art.name}.pdf')}"]
    return "\n".join(lines) + "\n"


def _slogans(draft: Draft) -> str:
    lines: list[str] = []
    for place, one in enumerate(draft.slogans, 1):
        replaced = [line for line in one.replaces.splitlines() if line.strip()]
        lines += [
            "[[slogan]]",
            f'id = "khau-hieu-{place}"',
            f"text = {_text(one.text)}",
            *_period(Period(one.first, one.last)),
            f"phase = {_text(one.phase)}",
            *([f"replaces = {_texts(replaced)}"] if replaced else []),
            f"source = {_text(one.source or draft.number)}",
            f"standing = {_text('official' if draft.official else 'sample')}\n",
        ]
    return "\n".join(lines)


def _period(period: Period) -> list[str]:
    return [f"{name} = {day}" for name, day in (("first", period.first), ("last", period.last)) if day is not None]


def _text(text: str) -> str:
    """Return a text as TOML writes it: JSON's strings are TOML's, once control characters are gone."""
    clean = "".join(one for one in nfc(text).strip() if unicodedata.category(one) != "Cc" or one in "\n\t")
    return json.dumps(clean, ensure_ascii=False)


def _texts(texts: list[str] | tuple[str, ...]) -> str:
    return "[" + ", ".join(_text(one) for one in texts) + "]"


def with_art(draft: Draft, art: DraftArt) -> Draft:
    """Return the draft with a piece of art; one of the same name is replaced."""
    others = tuple(one for one in draft.art if one.name != art.name)
    return replace(draft, art=(*others, art))
