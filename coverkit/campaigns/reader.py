"""Read a campaign from its files. Every mistake in the data is an error that names the key."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from typing import cast

from coverkit.campaigns.art import page_size
from coverkit.campaigns.campaign import (
    ArtEntry,
    BannerRules,
    Campaign,
    Case,
    Dispatch,
    Period,
    Phase,
    Requirement,
    RuleChange,
    Slogan,
    SloganRules,
    Standing,
    WebBanner,
    WebSize,
    Zone,
)
from coverkit.campaigns.seal import check_seal, content_hash
from coverkit.datafile import Table
from coverkit.errors import InputError
from coverkit.i18n import tr

SCHEMA = 1
LAST_VERSION = 999_999
_LONGEST_ID = 80
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_DEVICE = re.compile(r"con|prn|aux|nul|com\d|lpt\d")
_KINDS = ("ban-tin", "tai-lieu")
_ZONES = ("top", "bottom", "left", "right", "anywhere")
_CASES = ("as-is", "upper")
_PHASES = ("any", "before", "during", "after")
_STANDINGS = ("official", "sample")


def read(files: Mapping[str, bytes], name: str) -> Campaign:
    """Build a campaign from the contents of its files.

    Args:
        files: contents by name relative to the campaign's folder (`campaign.toml`, `slogans.toml`, `art/band.pdf` …).
        name: what messages call the package.

    Raises:
        InputError: a file is missing, or a key is wrong; the message names it.
    """
    table = Table.parse(_need(files, "campaign.toml", name), f"{name}/campaign.toml")
    schema = table.integer("schema")
    if schema < 1:
        raise table.wrong("schema", tr("a number from {least}", least=1))
    if schema > SCHEMA:
        raise InputError(tr("{name} was made for a newer CoverKit.", name=name), tr("Install the newest version of CoverKit."))
    title = table.table("title")
    issues, event = table.table("issues"), table.table("event", optional=True)
    campaign_id, version = _identity(table)
    seal = check_seal(files, campaign_id, version, name)
    campaign = Campaign(
        id=campaign_id,
        version=version,
        standing=cast("Standing", table.text("standing", choices=_STANDINGS)),
        title_vi=title.text("vi"),
        title_en=title.text("en"),
        dispatch=_dispatch(table.table("dispatch")),
        issues=_period(issues),
        event=_period(event),
        event_name=event.text("name", ""),
        kinds=_among(table, "kinds", _KINDS),
        required=tuple(_requirement(one) for one in table.tables("required", optional=False)),
        banner=_banner(table.table("banner")),
        slogan_rules=_slogan_rules(table.table("slogan")),
        slogans=_slogans(files, name),
        art=tuple(_art(one, files, name) for one in table.tables("art", optional=False)),
        web=_web(table.table("web", optional=True)),
        rule_changes=_rule_changes(table.table("rules", optional=True)),
        files=files,
        sha256=content_hash(files),
        seal=seal.state,
        seal_note=seal.note,
    )
    for one in (title, issues, event, table):
        one.finish()
    return campaign


def _need(files: Mapping[str, bytes], file: str, name: str) -> bytes:
    if file not in files:
        raise InputError(tr("{name} has no file “{file}”.", name=name, file=file), tr("Ask the issuer for a complete package."))
    return files[file]


def _identity(table: Table) -> tuple[str, int]:
    """Return id and version, which name folders: nothing else than they can say may stand in them."""
    campaign_id, version = table.text("id"), table.integer("version")
    if not is_campaign_id(campaign_id):
        raise table.wrong("id", tr("small letters a to z, digits and hyphens, at most {most}", most=_LONGEST_ID))
    if not 1 <= version <= LAST_VERSION:
        raise table.wrong("version", tr("a whole number from 1 to {most}", most=LAST_VERSION))
    return campaign_id, version


def is_campaign_id(text: str) -> bool:
    """Tell whether a text can be a campaign's id; it is safe as the name of a folder on every system."""
    return len(text) <= _LONGEST_ID and _ID.fullmatch(text) is not None and _DEVICE.fullmatch(text) is None


def _among(table: Table, key: str, known: tuple[str, ...]) -> tuple[str, ...]:
    values = table.texts(key)
    if not values or any(value not in known for value in values):
        raise table.wrong(key, ", ".join(known))
    return values


def _dispatch(table: Table) -> Dispatch:
    found = Dispatch(
        table.text("number"),
        table.optional_date("date"),
        table.text("issuer"),
        table.text("clause"),
        table.texts("rests_on", ()),
    )
    table.finish()
    return found


def _period(table: Table) -> Period:
    found = Period(table.optional_date("first"), table.optional_date("last"))
    if found.first and found.last and found.first > found.last:
        raise table.wrong("last", tr("a day not before the first"))
    return found


def _requirement(table: Table) -> Requirement:
    found = Requirement(table.text("element", choices=("banner", "slogan")), table.integer("count"), table.text("clause"))
    table.finish()
    return found


def _banner(table: Table) -> BannerRules:
    found = BannerRules(
        zones=cast("tuple[Zone, ...]", _among(table, "zones", _ZONES)),
        least_width=_numbers_by_name(table.table("least_width_mm", optional=True)),
        least_share=_numbers_by_name(table.table("least_share", optional=True)),
        clear_space=table.number("clear_space_mm", least=0),
        aspect_tolerance=table.number("aspect_tolerance", 0.005, least=0),
    )
    table.finish()
    return found


def _numbers_by_name(table: Table) -> Mapping[str, float]:
    return {key: table.number(key, least=0) for key in table.keys()}  # noqa: SIM118 - a Table is no mapping


def _slogan_rules(table: Table) -> SloganRules:
    found = SloganRules(table.number("least_size_pt", least=0), cast("tuple[Case, ...]", _among(table, "cases", _CASES)))
    table.finish()
    return found


def _slogans(files: Mapping[str, bytes], name: str) -> tuple[Slogan, ...]:
    table = Table.parse(_need(files, "slogans.toml", name), f"{name}/slogans.toml")
    slogans = tuple(_slogan(one) for one in table.tables("slogan", optional=False))
    table.finish()
    ids = [slogan.id for slogan in slogans]
    if len(set(ids)) != len(ids):
        raise table.wrong("slogan", tr("an id of its own for every slogan"))
    return slogans


def _slogan(table: Table) -> Slogan:
    found = Slogan(
        id=table.text("id"),
        text=table.text("text"),
        valid=_period(table),
        phase=cast("Phase", table.text("phase", "any", choices=_PHASES)),
        replaces=table.texts("replaces", ()),
        source=table.text("source"),
        standing=cast("Standing", table.text("standing", choices=_STANDINGS)),
    )
    table.finish()
    return found


def _art(table: Table, files: Mapping[str, bytes], name: str) -> ArtEntry:
    file = table.text("file")
    data = _need(files, file, name)
    width, height = page_size(data, f"{name}/{file}")
    found = ArtEntry(table.text("name"), file, hashlib.sha256(data).hexdigest(), width, height)
    table.finish()
    return found


def _web(table: Table) -> WebBanner:
    sizes = []
    for one in table.tables("size"):
        sizes.append(WebSize(one.integer("width"), one.integer("height"), one.text("art")))
        one.finish()
    found = WebBanner(tuple(sizes), table.text("link", ""), table.text("alternative", ""))
    table.finish()
    return found


def _rule_changes(table: Table) -> tuple[RuleChange, ...]:
    changes: list[RuleChange] = []
    for rule_id in table.keys():  # noqa: SIM118 - a Table is no mapping
        one = table.table(rule_id)
        reason = one.text("reason")
        options = one.table("options", optional=True)
        changes += [RuleChange(rule_id, key, options.raw(key), reason) for key in options.keys()]  # noqa: SIM118
        severities = one.table("severities", optional=True)
        for code in severities.keys():  # noqa: SIM118 - a Table is no mapping
            value = severities.text(code, choices=("note", "warning", "error", "off"))
            changes.append(RuleChange(rule_id, "", value, reason, code))
        one.finish()
    return tuple(changes)
