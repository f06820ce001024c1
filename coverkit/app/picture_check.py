"""Check a picture of a cover: a photograph, a scan or an exported picture proves what can be seen on it, and nothing else."""

from __future__ import annotations

import datetime as dt

import numpy as np
from PIL import Image

from coverkit.app.codes import page_codes
from coverkit.app.rulebook import configuration, rules
from coverkit.app.sight import can_look, can_read, looked_at, no_eyes, no_reader, read_off
from coverkit.campaigns.campaign import Campaign
from coverkit.checks.finding import RuleResult, Status
from coverkit.checks.runner import CheckResult, run
from coverkit.colour.decoding import decode
from coverkit.colour.inspection import embedded_profile, inspect
from coverkit.colour.profile import bundled_condition
from coverkit.colour.transforms import to_srgb
from coverkit.errors import UsageError
from coverkit.facts.codes import CodesSubject
from coverkit.facts.file import FileSubject
from coverkit.facts.press import PressSubject
from coverkit.facts.sight import SightPage, SightSubject
from coverkit.formats.printers import DEFAULT_PRINTER, PrinterProfile, printer_profile
from coverkit.i18n import tr
from coverkit.model.document import Kind
from coverkit.records import dataclass, replace
from coverkit.scene.operations import Crop

_USUAL_WIDTH = 210.0
"""mm: how wide the page is taken to be where the picture does not say; only shares are judged then."""

_LIKELY_MM = (90.0, 450.0)
"""How wide a cover may be; a resolution that makes it otherwise (72 by habit) says nothing."""

_ALL = Crop(0.0, 0.0, 1.0, 1.0)
_LONGEST = 3600
"""Pixels that are looked at."""


@dataclass(frozen=True, slots=True)
class PictureChecked:
    """A picture that was checked: what was seen on it, and what the rules say."""

    subject: SightSubject
    result: CheckResult

    @property
    def size_mm(self) -> tuple[float, float] | None:
        """Width and height of the cover, None where the picture does not say."""
        page = self.subject.pages[0]
        return (page.width, page.height) if page.measured else None


def check_picture(
    data: bytes,
    name: str,
    campaign: Campaign | None,
    printer: PrinterProfile,
    day: dt.date | None = None,
    kind: Kind | None = None,
) -> PictureChecked:
    """Check a picture of a cover.

    Args:
        data: a JPEG, PNG, TIFF or WebP file.
        name: what messages call it.
        campaign: what to look for.
        printer: whose settings count.
        day: the issue date, None where it is not known.
        kind: of publication, None where it is not known.

    Raises:
        UsageError: no campaign is named, so that there is nothing to look for.
        InputError: the picture cannot be read.
    """
    if campaign is None:
        raise UsageError(
            tr("{name} is a picture: it can only be searched for a campaign.", name=name),
            tr("Name the campaign: --campaign ID (see “coverkit campaigns list”)."),
        )
    subject, codes = _seen(data, name, campaign, day)
    subject = replace(subject, kind=kind or "")
    setup = configuration(campaign, printer)
    found = run(rules(), subject, setup).joined_with(run(rules(), codes, setup))
    return PictureChecked(subject, found.joined_with(_undecided()))


def _seen(data: bytes, name: str, campaign: Campaign, day: dt.date | None) -> tuple[SightSubject, CodesSubject]:
    info = inspect(data, name)
    width = info.width * 25.4 / info.dpi[0] if info.dpi and info.dpi[0] > 0 else 0.0
    measured = _LIKELY_MM[0] <= width <= _LIKELY_MM[1]
    width = width if measured else _USUAL_WIDTH
    page = SightPage(1, width, width * info.height / info.width, measured=measured, scan=True)
    scale = min(1.0, _LONGEST / max(info.width, info.height))
    size = (max(1, round(info.width * scale)), max(1, round(info.height * scale)))
    image = np.asarray(_upright(data, name, size), np.uint8)
    px_per_mm = image.shape[1] / width
    art = looked_at(image, px_per_mm, campaign) if can_look() else ()
    slogans, reason = read_off(image, px_per_mm, campaign, day) if can_read() else ((), no_reader())
    art_reason = "" if can_look() else no_eyes()
    grey = np.asarray(Image.fromarray(image).convert("L"), np.uint8)
    codes = page_codes(grey, (page.width, page.height)) if can_look() else ()
    seen = SightSubject(campaign, day, (page,), art, slogans, art_reason, reason, text_recognised=not reason)
    return seen, CodesSubject(codes, art_reason)


def shown(data: bytes, name: str, longest: int) -> Image.Image:
    """Return a picture for a report, its longer side so many pixels at most.

    Raises:
        InputError: it cannot be read.
    """
    return _upright(data, name, (longest, longest))


def _upright(data: bytes, name: str, size: tuple[int, int]) -> Image.Image:
    """Return a picture in sRGB, upright, of a size at most."""
    info, profile = inspect(data, name, whole=False), embedded_profile(data, name)
    if profile is None and info.mode == "cmyk":
        profile = bundled_condition(printer_profile(DEFAULT_PRINTER).condition).profile
    if profile is None:
        return decode(data, name, _ALL, size).convert("RGB")
    return decode(data, name, _ALL, size, lambda band: to_srgb(band, profile))


def _undecided() -> CheckResult:
    """Return that nothing of the file standard was checked, rule by rule."""
    reason = tr("A picture does not show this; check the PDF that goes to the printer.")
    judged = [one for one in rules() if one.subject in (FileSubject, PressSubject)]
    return CheckResult(tuple(RuleResult(one.id, Status.NOT_CHECKED, reason) for one in judged))
