"""Judge finished PDFs: what was just written against its cover, and any PDF of CoverKit's by its own record."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
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
from coverkit.facts.pdf import PdfFacts
from coverkit.facts.press import ExpectedArt, PressSubject, Standard
from coverkit.formats.printers import PrinterProfile, printer_profile
from coverkit.geometry import Rect
from coverkit.i18n import tr
from coverkit.layout.cover import Cover
from coverkit.preflight.inspect import inspect


@dataclass(frozen=True, slots=True)
class CheckedPdf:
    """A PDF that was checked: its facts, what it says of itself, and the result.

    Attributes:
        record: CoverKit's own properties by name (`Campaign`, `Trim` …).
        campaign: the campaign that its art was compared with.
    """

    facts: PdfFacts
    record: Mapping[str, str]
    subject: PressSubject
    campaign: Campaign | None
    result: CheckResult


def check_press(data: bytes, standard: str, cover: Cover, art: Mapping[str, SealedArt]) -> CheckResult:
    """Check a file that was just written against the cover it was made from."""
    scene = cover.scene
    expected = tuple(
        _expected(placed.art.name, art[placed.art.sha256], placed.box, placed.angle)
        for placed in cover.of_kind("banner")
        if placed.art is not None
    )
    subject = PressSubject(
        pdf=inspect(data, "PDF"),
        standard=cast("Standard", standard),
        trim_mm=(scene.width, scene.height),
        bleed_mm=(scene.bleed.left, scene.bleed.top, scene.bleed.right, scene.bleed.bottom),
        condition_id=cover.condition.id,
        profile_sha256=cover.condition.sha256,
        art=expected,
        ink=cover.ink,
        ink_reason=cover.ink_reason,
    )
    return run(rules(), subject)


def check_pdf(path: Path, campaign: Campaign | None = None, printer: PrinterProfile | None = None) -> CheckedPdf:
    """Check a PDF that CoverKit wrote, by the record inside it.

    Args:
        path: the file.
        campaign: compare the art with this campaign's instead of the one that the record names.
        printer: compare standard, bleed and output condition with this printer's instead of the file's own.

    Raises:
        InputError: it cannot be read, or CoverKit did not write it.
    """
    facts = inspect(path, path.name)
    record = _record(facts)
    if not record.get("Trim") or not record.get("Bleed"):
        raise InputError(
            tr("{name} was not written by CoverKit: it holds no record of what it should be.", name=path.name),
            tr("This version checks covers and the PDFs that it exported itself."),
        )
    campaign = campaign or _campaign(record)
    try:
        subject = _subject(facts, record, campaign, printer)
    except (ValueError, IndexError) as error:
        raise InputError(
            tr("{name}: the record that CoverKit left inside was changed.", name=path.name), tr("Export the cover again.")
        ) from error
    return CheckedPdf(facts, record, subject, campaign, run(rules(), subject))


def _record(facts: PdfFacts) -> dict[str, str]:
    values = facts.xmp.values if facts.xmp is not None else {}
    prefix = f"{{{RECORD_NAMESPACE}}}"
    return {name.removeprefix(prefix): value for name, value in values.items() if name.startswith(prefix)}


def _campaign(record: Mapping[str, str]) -> Campaign | None:
    try:
        return campaigns.find(record["Campaign"], int(record["CampaignVersion"])) if record.get("Campaign") else None
    except (UsageError, KeyError, ValueError):
        return None


def _subject(
    facts: PdfFacts, record: Mapping[str, str], campaign: Campaign | None, printer: PrinterProfile | None
) -> PressSubject:
    width, height = (float(number) for number in record["Trim"].split("x"))
    left, top, right, bottom = (float(number) for number in record["Bleed"].split())
    claimed = facts.info.get("GTS_PDFXVersion")
    standard: Standard = "PDF/X-1a:2003" if claimed is not None and "X-1a" in claimed.value else "PDF/X-4"
    if printer is None:
        printer = printer_profile(record.get("Printer", "offset-coated"))
    else:
        standard, bleed = printer.standard, printer.bleed
        left, top, right, bottom = bleed.left, bleed.top, bleed.right, bleed.bottom
    condition = bundled_condition(printer.condition)
    return PressSubject(
        pdf=facts,
        standard=standard,
        trim_mm=(width, height),
        bleed_mm=(left, top, right, bottom),
        condition_id=condition.id,
        profile_sha256=condition.sha256,
        art=_recorded_art(record, campaign),
        ink_reason=tr("The ink of a finished PDF is not measured in this version."),
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
    return digest(key.art.resources)
