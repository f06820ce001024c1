"""What reviewers say of a file: comments, and decisions with reasons, kept beside it in the order in which they were said.

Each entry names the SHA-256 of the bytes that it is about, so a decision about an older version is never taken for one about
this one; and it is signed with the unit's key where there is one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast, get_args

from coverkit.campaigns.issuers import key_id
from coverkit.campaigns.signature import is_signed, sign
from coverkit.datafile import Table
from coverkit.errors import InputError, UsageError
from coverkit.geometry import Rect
from coverkit.i18n import system_reason, tr
from coverkit.model.storage import strict_json
from coverkit.model.storage.atomic import atomic_write
from coverkit.records import dataclass, replace
from coverkit.report.data import Decision

if TYPE_CHECKING:
    from coverkit.campaigns.issuers import PrivateKey

ENDING = ".review.json"
SCHEMA = 1
SIGNED = b"CoverKit review\n"
"""Begins what is signed: a signature under an entry is good for nothing else."""

EntryKind = Literal["comment", "approved", "returned"]
Signature = Literal["none", "valid", "invalid"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that was said.

    Attributes:
        sha256: of the file's bytes at that time.
        text: the comment, or the reasons.
        by: who said it.
        page, box: what it is about, in mm from the trim's top left; page 0 for the whole file.
        rule_set: version of the rules that had been run; `errors` and `warnings` were open then.
        signer: the key's id, "" when nobody signed.
    """

    kind: EntryKind
    sha256: str
    text: str
    by: str
    time: dt.datetime
    page: int = 0
    box: Rect | None = None
    rule_set: int = 0
    errors: int = 0
    warnings: int = 0
    signer: str = ""
    signature: Signature = "none"


def review_file(path: Path) -> Path:
    """Return where the entries about a file lie."""
    return path.with_name(path.name + ENDING)


def entries(path: Path) -> tuple[Entry, ...]:
    """Return what was said of a file, oldest first.

    Raises:
        InputError: the file of entries cannot be read, is damaged, or was made by a newer CoverKit.
    """
    return tuple(_entry(raw) for raw in _stored(review_file(path)))


def add(path: Path, entry: Entry, key: PrivateKey | None = None) -> tuple[Entry, ...]:
    """Say something of a file; what was said before stays as it is, signatures and all.

    Raises:
        UsageError: nobody is named, or a return gives no reason.
        InputError: the entries that are there cannot be read; they are left alone.
        OutputError: it cannot be written.
    """
    if not entry.by.strip():
        raise UsageError(tr("A decision needs a name."), tr("Write who decides."))
    if entry.kind != "approved" and not entry.text.strip():
        raise UsageError(tr("A return or a comment needs words."), tr("Write what is to be changed."))
    target = review_file(path)
    before = _stored(target)
    body = _encoded(replace(entry, signer="" if key is None else key_id(key)))
    signed = {**body, "signature": "" if key is None else sign(SIGNED, body, key)}
    atomic_write(target, strict_json.dump({"schema": SCHEMA, "entries": [*before, signed]}))
    return entries(path)


def decision(said: tuple[Entry, ...], sha256: str) -> Entry | None:
    """Return the newest decision about these very bytes; None where there is none."""
    about = [one for one in said if one.kind != "comment" and one.sha256 == sha256]
    return about[-1] if about else None


def reported(path: Path, sha256: str) -> Decision | None:
    """Return the decision about these very bytes as reports tell it; None where there is none, or the review is damaged."""
    try:
        found = decision(entries(path), sha256)
    except InputError:
        return None
    if found is None:
        return None
    signed = {"valid": True, "invalid": False, "none": None}[found.signature]
    return Decision(found.kind == "approved", found.by, found.time, found.text, signed)


def _stored(target: Path) -> list[Mapping[str, Any]]:
    if not target.exists():
        return []
    try:
        raw = target.read_bytes()
    except OSError as error:
        raise InputError(
            tr("{path} cannot be read: {reason}.", path=target, reason=system_reason(error)),
            tr("Check that the file exists and that you may read it."),
        ) from error
    data = strict_json.parse(raw, target.name)
    found = data.get("entries") if isinstance(data, dict) and data.get("schema") == SCHEMA else None
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise InputError(
            tr("{name} does not hold a review that this CoverKit can read.", name=target.name),
            tr("Move it away, or install the newest CoverKit."),
        )
    for one in found:
        _entry(one)
    return found


def _entry(raw: Mapping[str, Any]) -> Entry:
    table = Table(raw, ENDING)
    box = table.numbers("box", 4) if table.has("box") else None
    entry = Entry(
        kind=cast("EntryKind", table.text("kind", choices=get_args(EntryKind))),
        sha256=table.text("sha256"),
        text=table.text("text", ""),
        by=table.text("by"),
        time=_time(table),
        page=table.integer("page", 0),
        box=None if box is None else Rect(*box),
        rule_set=table.integer("rule_set", 0),
        errors=table.integer("errors", 0),
        warnings=table.integer("warnings", 0),
        signer=table.text("signer", ""),
    )
    signature = table.text("signature", "")
    table.finish()
    if not entry.signer and not signature:
        return entry
    body = {key: value for key, value in raw.items() if key != "signature"}
    return replace(entry, signature="valid" if is_signed(SIGNED, body, entry.signer, signature) else "invalid")


def _time(table: Table) -> dt.datetime:
    try:
        return dt.datetime.fromisoformat(table.text("time"))
    except ValueError as error:
        raise table.wrong("time", tr("a date with the time of day")) from error


def _encoded(entry: Entry) -> dict[str, Any]:
    box = {} if entry.box is None else {"box": [entry.box.x, entry.box.y, entry.box.width, entry.box.height]}
    return {
        "kind": entry.kind,
        "sha256": entry.sha256,
        "text": entry.text,
        "by": entry.by,
        "time": entry.time.isoformat(timespec="seconds"),
        "page": entry.page,
        **box,
        "rule_set": entry.rule_set,
        "errors": entry.errors,
        "warnings": entry.warnings,
        "signer": entry.signer,
    }
