"""Finished PDFs of CoverKit's: what was just written is judged by its cover, an older one by the record inside it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import lru_cache
from typing import cast

from coverkit.app.rulebook import rules
from coverkit.campaigns import library as campaigns
from coverkit.campaigns.art import SealedArt, sealed_art
from coverkit.campaigns.campaign import Campaign
from coverkit.checks.runner import CheckResult, run
from coverkit.colour.profile import bundled_condition
from coverkit.errors import InputError, UsageError
from coverkit.export.metadata import RECORD_NAMESPACE
from coverkit.facts.digest import digest
from coverkit.facts.parts import FileParts
from coverkit.facts.pdf import PdfFacts
from coverkit.facts.press import ExpectedArt, PressSubject
from coverkit.facts.standard import CLAIM_KEY, Standard
from coverkit.formats.printers import DEFAULT_PRINTER, PrinterProfile, printer_profile
from coverkit.geometry import Rect
from coverkit.i18n import tr
from coverkit.layout.cover import Cover
from coverkit.preflight.inspect import inspect_with_parts

_OF_PRINTER = "printer."
"""What the printer asks for was judged on the cover: the same things in the same words need not be told twice."""


def check_press(
    data: bytes, standard: str, cover: Cover, art: Mapping[str, SealedArt]
) -> tuple[PressSubject, CheckResult, FileParts]:
    """Check a file that was just written against the cover it was made from.

    Returns: what was read of it, what the rules say, and the digests of its parts, which its proof will hold.
    """
    scene = cover.scene
    expected = tuple(
        _expected(placed.art.name, art[placed.art.sha256], placed.box, placed.angle)
        for placed in cover.of_kind("banner")
        if placed.art is not None
    )
    facts, parts = inspect_with_parts(data, "PDF")
    subject = PressSubject(
        pdf=facts,
        printer=cover.printer,
        standard=cast("Standard", standard),
        trim_mm=(scene.width, scene.height),
        bleed_mm=(scene.bleed.left, scene.bleed.top, scene.bleed.right, scene.bleed.bottom),
        condition_id=cover.condition.id,
        profile_sha256=cover.condition.sha256,
        art=expected,
        ink=cover.ink,
        ink_reason=cover.ink_reason,
    )
    return subject, run((one for one in rules() if not one.id.startswith(_OF_PRINTER)), subject), parts


def record_of(facts: PdfFacts) -> Mapping[str, str]:
    """Return CoverKit's own properties in a file by name (`Campaign`, `Trim` …); none in a file of another program's."""
    values = facts.xmp.values if facts.xmp is not None else {}
    prefix = f"{{{RECORD_NAMESPACE}}}"
    return {name.removeprefix(prefix): value for name, value in values.items() if name.startswith(prefix)}


def recorded_campaign(record: Mapping[str, str]) -> Campaign | None:
    """Return the campaign that a record names, None when it names none or that one is not at hand."""
    try:
        return campaigns.find(record["Campaign"], int(record["CampaignVersion"])) if record.get("Campaign") else None
    except (UsageError, KeyError, ValueError):
        return None


def own_subject(
    facts: PdfFacts, record: Mapping[str, str], campaign: Campaign | None, printer: PrinterProfile | None
) -> PressSubject:
    """Return a file of CoverKit's with what its record says it was meant to be.

    Args:
        facts: what was read of it.
        record: what `record_of` finds in it.
        campaign: its art is compared with this campaign's.
        printer: compare standard, bleed and output condition with this printer's instead of the file's own.

    Raises:
        InputError: the record was changed.
    """
    try:
        return _subject(facts, record, campaign, printer)
    except (ValueError, IndexError, KeyError) as error:
        raise InputError(
            tr("{name}: the record that CoverKit left inside was changed.", name=facts.name), tr("Export the cover again.")
        ) from error


def _subject(
    facts: PdfFacts, record: Mapping[str, str], campaign: Campaign | None, printer: PrinterProfile | None
) -> PressSubject:
    width, height = (float(number) for number in record["Trim"].split("x"))
    left, top, right, bottom = (float(number) for number in record["Bleed"].split())
    claimed = facts.info.get(CLAIM_KEY)
    standard: Standard = "PDF/X-1a:2003" if claimed is not None and "X-1a" in claimed.value else "PDF/X-4"
    if printer is None:
        printer = printer_profile(record.get("Printer", DEFAULT_PRINTER))
    else:
        standard, bleed = printer.standard, printer.bleed
        left, top, right, bottom = bleed.left, bleed.top, bleed.right, bleed.bottom
    condition = bundled_condition(printer.condition)
    return PressSubject(
        pdf=facts,
        printer=printer,
        standard=standard,
        trim_mm=(width, height),
        bleed_mm=(left, top, right, bottom),
        condition_id=condition.id,
        profile_sha256=condition.sha256,
        art=_recorded_art(record, campaign),
        ink_reason=tr("The ink of this PDF was not measured."),
    )


def _recorded_art(record: Mapping[str, str], campaign: Campaign | None) -> tuple[ExpectedArt, ...]:
    """Return the art that the record names; its hash is the campaign's where that is at hand, never the file's own word."""
    found = []
    for entry in filter(None, (part.strip() for part in record.get("Art", "").split(";"))):
        name, sha256, *numbers = entry.split(" ")
        x, y, width, height, angle = (float(number) for number in numbers)
        known = campaign.art_named(name) if campaign is not None else None
        if campaign is not None and known is not None:
            sealed = sealed_art(campaign.files[known.file], f"{campaign.id}/{known.file}")
            found.append(_expected(name, sealed, Rect(x, y, width, height), angle))
        else:
            found.append(ExpectedArt(name, sha256, Rect(x, y, width, height), "", angle))
    return tuple(found)


def _expected(name: str, sealed: SealedArt, box: Rect, angle: float) -> ExpectedArt:
    raw = hashlib.sha256(sealed.stream).hexdigest()
    return ExpectedArt(name, sealed.content_sha256, box, _digest_of(_ArtKey(sealed)), angle, raw)


class _ArtKey:
    """Sealed art that is known by its hash: its resources cannot be hashed."""

    def __init__(self, art: SealedArt) -> None:
        self.art = art

    def __hash__(self) -> int:
        return hash(self.art.sha256)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _ArtKey) and other.art.sha256 == self.art.sha256


@lru_cache(maxsize=64)
def _digest_of(key: _ArtKey) -> str:
    return digest(key.art.comparable)
