"""A proof as JSON-ready data, and back: versioned and strict."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Any

from coverkit.app.proofs.data import Proof, ProvenArt
from coverkit.datafile import Table
from coverkit.errors import InputError
from coverkit.facts.parts import FileParts, PageParts
from coverkit.geometry import Rect
from coverkit.i18n import tr
from coverkit.report.data import CampaignRecord

SCHEMA = 1
_SHELVES = ("forms", "pictures", "fonts")
_DIGESTS = ("content", "drawing", "annotations", "other")


def encode(proof: Proof) -> dict[str, Any]:
    """Return a proof as data, without its signature."""
    campaign = proof.campaign
    return {
        "schema": SCHEMA,
        "id": proof.id,
        "time": proof.time.isoformat(timespec="seconds"),
        "engine": proof.engine,
        "unit": proof.unit,
        "file": {"name": proof.file, "size": proof.size, "sha256": proof.sha256},
        "parts": _encode_parts(proof.parts),
        "art": [_encode_art(one) for one in proof.art],
        **({} if campaign is None else {"campaign": {one.name: getattr(campaign, one.name) for one in fields(campaign)}}),
        "printer": proof.printer,
        "rule_set": proof.rule_set,
        "check": dict(proof.check),
        "signer": proof.signer,
    }


def decode(data: Mapping[str, Any], file: str) -> tuple[Proof, str]:
    """Return the proof in data that `encode` made, and its signature.

    Raises:
        InputError: a newer schema, an unknown key, or a value that cannot be.
    """
    table = Table(data, file)
    if table.integer("schema") > SCHEMA:
        raise InputError(tr("{name} was made for a newer CoverKit.", name=file), tr("Install the newest version of CoverKit."))
    about = table.table("file")
    check = table.raw("check")
    proof = Proof(
        id=table.text("id"),
        time=_time(table),
        engine=table.text("engine"),
        unit=table.text("unit"),
        file=about.text("name"),
        size=about.integer("size"),
        sha256=about.text("sha256"),
        parts=_parts(table.table("parts")),
        art=tuple(_art(one) for one in table.tables("art", optional=False)),
        campaign=_campaign(table.table("campaign")) if table.has("campaign") else None,
        printer=table.text("printer"),
        rule_set=table.integer("rule_set"),
        check=check if isinstance(check, dict) else {},
        signer=table.text("signer"),
    )
    signature = table.text("signature")
    about.finish()
    table.finish()
    return proof, signature


def _time(table: Table) -> dt.datetime:
    try:
        found = dt.datetime.fromisoformat(table.text("time"))
    except ValueError:
        found = dt.datetime.min
    if found.utcoffset() is None:
        raise table.wrong("time", tr("a date and time with its zone"))
    return found


def _encode_parts(parts: FileParts) -> dict[str, Any]:
    return {
        "metadata": parts.metadata,
        "intent": parts.intent,
        "structure": parts.structure,
        "pages": [_encode_page(page) for page in parts.pages],
    }


def _encode_page(page: PageParts) -> dict[str, Any]:
    shelves = {name: dict(getattr(page, name)) for name in _SHELVES}
    digests = {name: getattr(page, name) for name in _DIGESTS}
    return {"boxes": {name: list(edges) for name, edges in page.boxes.items()}, **shelves, **digests}


def _parts(table: Table) -> FileParts:
    parts = FileParts(
        metadata=table.text("metadata"),
        intent=table.text("intent"),
        structure=table.text("structure"),
        pages=tuple(_page(one) for one in table.tables("pages", optional=False)),
    )
    table.finish()
    return parts


def _page(table: Table) -> PageParts:
    page = PageParts(
        boxes=dict(_edges(table.table("boxes"))),
        forms=_texts(table.table("forms")),
        pictures=_texts(table.table("pictures")),
        fonts=_texts(table.table("fonts")),
        content=table.text("content"),
        drawing=table.text("drawing"),
        annotations=table.text("annotations"),
        other=table.text("other"),
    )
    table.finish()
    return page


def _edges(table: Table) -> Iterator[tuple[str, tuple[float, ...]]]:
    names = table.keys()
    for name in names:
        value = table.raw(name)
        yield name, table.numbers(name, len(value) if isinstance(value, list) else 0)


def _texts(table: Table) -> dict[str, str]:
    names = table.keys()
    return {name: table.text(name) for name in names}


def _encode_art(art: ProvenArt) -> dict[str, Any]:
    box = [round(side, 3) for side in (art.box.x, art.box.y, art.box.width, art.box.height)]
    return {"name": art.name, "page": art.page, "form": art.form, "sha256": art.sha256, "box_mm": box}


def _art(table: Table) -> ProvenArt:
    art = ProvenArt(
        name=table.text("name"),
        page=table.integer("page"),
        form=table.text("form"),
        sha256=table.text("sha256"),
        box=Rect(*table.numbers("box_mm", 4)),
    )
    table.finish()
    return art


def _campaign(table: Table) -> CampaignRecord:
    campaign = CampaignRecord(
        id=table.text("id"),
        version=table.integer("version"),
        sha256=table.text("sha256"),
        seal=table.text("seal"),
        title=table.text("title"),
        sample=table.flag("sample"),
        dispatch=table.text("dispatch"),
        issuer=table.text("issuer"),
    )
    table.finish()
    return campaign
