"""Small pictures of covers and of designs, kept in a person's cache folder by what they show; made anew when that changes."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import os
import time
from contextlib import suppress
from pathlib import Path

from PIL import Image, ImageOps

from coverkit import __version__
from coverkit.app import sample
from coverkit.app.covers import Changes, new_cover
from coverkit.app.project import Project
from coverkit.campaigns import library as campaigns
from coverkit.campaigns.art import sealed_art
from coverkit.campaigns.campaign import Campaign
from coverkit.colour.pictures import inspect
from coverkit.colour.profile import bundled_condition
from coverkit.errors import CoverKitError, InputError
from coverkit.formats.printers import printer_profile
from coverkit.i18n import system_reason, tr
from coverkit.layout.design import design
from coverkit.model.document import Kind, Unit
from coverkit.model.storage.atomic import atomic_write
from coverkit.records import dataclass, replace
from coverkit.render.preview import preview
from coverkit.render.preview_art import art_picture
from coverkit.resources import cache_folder

HEIGHT = 440
"""Height of the pictures in px: twice what the start page shows, for sharp screens."""
_PROXY = 1200
_BANNER = 640
_PRINTER = "offset-coated"
_MOST = 600
_FRESH = 60.0


@dataclass(frozen=True, slots=True)
class Look:
    """What a design is shown with. Texts left empty are typical ones, and so are pictures.

    Attributes:
        campaign: `ID@VERSION`, or "" for none.
        format: a page format's id, or a size like `190x250`.
        texts: what was typed, by slot.
        pictures: files, by slot.
    """

    design: str
    campaign: str
    format: str
    unit: Unit
    date: dt.date
    number: str = ""
    kind: Kind = "ban-tin"
    texts: tuple[tuple[str, str], ...] = ()
    pictures: tuple[tuple[str, Path], ...] = ()


def of_file(path: Path) -> Path:
    """Return the picture of a saved cover, made if it is not there.

    Raises:
        InputError: the cover is not there or damaged.
        MissingError: a font or a picture is missing.
        OutputError: the cache folder cannot be written.
    """
    target = cached_file(path)
    if target is None:
        raise InputError(tr("{path} cannot be read: {reason}.", path=path, reason=tr("there is no such file or folder")))
    if not target.exists():
        _write(target, Project.open(path))
    return target


def keep_file(path: Path, project: Project) -> None:
    """Make the picture of a cover that was saved just now; what goes wrong shows when it is asked for."""
    with suppress(CoverKitError):
        target = cached_file(path)
        if target is not None and not target.exists():
            _write(target, project)


def cached_file(path: Path) -> Path | None:
    """Return where the picture of a saved cover lies or will lie; None if the cover is not there. Quick."""
    try:
        found = path.stat()
    except OSError:
        return None
    return _place("cover", str(path.absolute()), found.st_mtime_ns, found.st_size)


def of_project(project: Project, name: str) -> Path:
    """Return the picture of a cover that lies in no file; `name` says which it is."""
    target = _place("left", name)
    _write(target, project)
    return target


def of_look(look: Look) -> Path:
    """Return the picture of a design as it looks with a campaign, in a format, with a unit's name; made if it is not there.

    Raises:
        CoverKitError: it cannot be made with what was typed.
    """
    target = _place("design", look, _state(look))
    if not target.exists():
        _write(target, _project(look))
    else:
        with suppress(OSError):
            os.utime(target)
    return target


def of_campaign(campaign: Campaign) -> Path | None:
    """Return the picture of a campaign's widest banner, made if it is not there; None for one without art.

    Raises:
        CoverKitError: the art cannot be drawn, or the cache folder cannot be written.
    """
    widest = max(campaign.art, key=lambda one: one.aspect, default=None)
    if widest is None:
        return None
    target = _place("art", widest.sha256)
    if not target.exists():
        art = sealed_art(campaign.files[widest.file], f"{campaign.id}/{widest.file}")
        made = io.BytesIO()
        picture = art_picture(art, bundled_condition(printer_profile(_PRINTER).condition))
        picture.thumbnail((_BANNER, _BANNER))
        picture.save(made, "PNG")
        _store(target, made.getvalue())
    return target


def reduced(path: Path) -> Path:
    """Return a small copy of a picture, quick to show in every design.

    Raises:
        InputError: it cannot be read, or is no picture that CoverKit takes.
    """
    try:
        found = path.stat()
        target = _place("picture", str(path.absolute()), found.st_mtime_ns, found.st_size).with_suffix(".jpg")
        if target.exists():
            return target
        data = path.read_bytes()
    except OSError as error:
        raise InputError(
            tr("{path} cannot be read: {reason}.", path=path, reason=system_reason(error)), tr("Check the path.")
        ) from error
    inspect(data, path.name)
    with Image.open(io.BytesIO(data)) as image:
        image.draft(None, (_PROXY, _PROXY))
        upright = ImageOps.exif_transpose(image)
        upright.thumbnail((_PROXY, _PROXY))
        made = io.BytesIO()
        upright.convert("RGB").save(made, "JPEG", quality=85)
    _store(target, made.getvalue())
    return target


def _project(look: Look) -> Project:
    slots = {slot.id for slot in design(look.design).slots}
    photographs = {"hero": sample.PHOTOGRAPH, **sample.MORE_PHOTOGRAPHS}
    pictures = {slot: reduced(sample.sample_folder() / name) for slot, name in photographs.items()}
    pictures |= {slot: reduced(path) for slot, path in look.pictures}
    texts = {**sample.TEXTS, **{slot: text for slot, text in look.texts if text.strip()}}
    return new_cover(
        Changes(
            campaign=look.campaign or None,
            design=look.design,
            format=look.format,
            unit=look.unit if look.unit.name else replace(look.unit, name=sample.unit().name),
            issue_date=look.date,
            number=look.number or "1",
            kind=look.kind,
            texts={slot: text for slot, text in texts.items() if slot in slots},
            pictures={slot: path for slot, path in pictures.items() if slot in slots},
        ),
        look.date,
    )


def _write(target: Path, project: Project) -> None:
    cover = project.compose()
    dpi = HEIGHT / (cover.scene.trim.height / 25.4)
    made = io.BytesIO()
    preview(cover.scene, project.resources(), dpi, area="trim").image().save(made, "PNG")
    _store(target, made.getvalue())


def _store(target: Path, data: bytes) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    atomic_write(target, data)
    _sweep(target.parent)


def _sweep(folder: Path) -> None:
    """Throw away what was not looked at for longest, once there are too many; what is fresh may be in use."""
    with suppress(OSError):
        files = sorted((one.stat().st_mtime, one.path) for one in os.scandir(folder) if one.is_file())
        for used, path in files[: max(0, len(files) - _MOST)]:
            if time.time() - used > _FRESH:
                Path(path).unlink(missing_ok=True)


def _state(look: Look) -> tuple[str, ...]:
    shown = campaigns.load(look.campaign).sha256 if look.campaign else ""
    return design(look.design).sha256, shown, *(str(path.stat().st_mtime_ns) for _, path in look.pictures)


def _place(*what: object) -> Path:
    name = hashlib.sha256(repr((__version__, HEIGHT, what)).encode()).hexdigest()[:32]
    return cache_folder() / f"{name}.png"
