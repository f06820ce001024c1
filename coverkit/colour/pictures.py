"""Pictures for the page: from files to the inks of the press, cropped, reduced, veiled, and remembered.

Nothing outside this package decodes or converts a picture.
"""

from __future__ import annotations

import hashlib
import os
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Literal

from PIL import Image, ImageChops

from coverkit.colour import transforms, veils
from coverkit.colour.decoding import decode, pixel_box
from coverkit.colour.grey import press_table
from coverkit.colour.inspection import PictureInfo, embedded_profile, inspect
from coverkit.colour.profile import OutputCondition
from coverkit.colour.realised import Box, Encoded, Ink, Kind, Realised, channel, cmy_composite, to_srgb_image
from coverkit.errors import CoverKitError, MissingError
from coverkit.i18n import tr
from coverkit.records import replace
from coverkit.scene.operations import Crop, Picture, Veil

if TYPE_CHECKING:
    from concurrent.futures import Future

__all__ = [
    "Encoded",
    "Ink",
    "PictureInfo",
    "PictureStore",
    "Realised",
    "channel",
    "cmy_composite",
    "effective_ppi",
    "inspect",
    "to_srgb_image",
]

_WHOLE = Crop(0.0, 0.0, 1.0, 1.0)
_PASS_FACTOR = 1.5
_LEAST_PROXY = 640
_DECODERS = min(4, os.cpu_count() or 1)
"""Pictures decoded at once; each takes the memory of a reduced picture."""


def effective_ppi(info: PictureInfo, picture: Picture) -> float:
    """Return the effective resolution of a placed picture: the smaller of both axes, in pixels per inch."""
    box = pixel_box(picture.crop, info.width, info.height)
    return min((box[2] - box[0]) / picture.box.width, (box[3] - box[1]) / picture.box.height) * 25.4


class PictureStore:
    """The pictures of a cover by the SHA-256 of their files, with what was made of them.

    May be used by one thread at a time, or by several one after the other: each call holds a lock.
    """

    def __init__(
        self, data: Mapping[str, bytes], names: Mapping[str, str] | None = None, *, cache_bytes: int = 256 << 20
    ) -> None:
        """Keep pictures.

        Args:
            data: the files by their SHA-256; looked at when needed, so it may grow.
            names: what to call them in messages.
            cache_bytes: how much of what was made is kept, the longest unused going first.
        """
        self._data = data
        self._names = names or {}
        self._infos: dict[str, PictureInfo] = {}
        self._made: OrderedDict[str, Realised] = OrderedDict()
        self._limit = cache_bytes
        self._lock = threading.RLock()
        self._ahead: dict[str, Future[None]] = {}

    def add(self, sha256: str, data: bytes, name: str) -> None:
        """Take in another picture; what was made of the others stays at hand."""
        with self._lock:
            self._data = {**self._data, sha256: data}
            self._names = {**self._names, sha256: name}

    def info(self, sha256: str) -> PictureInfo:
        """Tell what a picture is; reads only its header.

        Raises:
            MissingError: there is no such picture.
            InputError: as `inspect`.
        """
        # Asked for while composing, in the window's own thread: what is known must not wait for a picture being decoded.
        known = self._infos.get(sha256)
        if known is not None:
            return known
        with self._lock:
            if sha256 not in self._infos:
                self._infos[sha256] = inspect(self._bytes(sha256), self._name(sha256), whole=False)
            return self._infos[sha256]

    def realise(
        self,
        picture: Picture,
        condition: OutputCondition,
        *,
        max_ppi: float,
        intent: Literal["press"] = "press",
        ink_limit: float = 3.0,
    ) -> Realised:
        """Make the pixels of a placed picture in the inks of the press.

        Args:
            picture: which, its crop, box and veils (veils lie in the box's own frame when it is turned).
            condition: the press.
            max_ppi: reduced to it, never enlarged.
            intent: only "press".
            ink_limit: greatest total ink (0 to 4) that veils may add up to.

        Raises:
            MissingError: there is no such picture.
            InputError: as `inspect`.
        """
        with self._lock:
            original = self._original(picture, condition, max_ppi)
            if original is not None:
                return original
            size = _target(picture, max_ppi / 25.4)
            base = self._base(picture.sha256, picture.crop, size, condition)
            return self._veiled(base, picture, picture.veils, ink_limit)

    def proxy(self, picture: Picture, condition: OutputCondition, px_per_mm: float, *, ink_limit: float = 3.0) -> Realised:
        """Make the pixels of a placed picture for the screen.

        They are taken from a reduced copy of the whole picture in the inks of the press, which is kept: a new crop costs a
        resize, new veils cost only themselves.

        Raises:
            MissingError: there is no such picture.
            InputError: as `inspect`.
        """
        begun = self._ahead.pop(picture.sha256, None)
        if begun is not None:
            begun.result()
        with self._lock:
            level = self._level(picture, px_per_mm, condition)
            size = _target(picture, px_per_mm)
            key = _key("proxy", level.key, picture.crop, size)
            box = pixel_box(picture.crop, level.width, level.height)
            size = min(size[0], box[2] - box[0]), min(size[1], box[3] - box[1])
            found = self._keep(key, level.mode, size, lambda: level.image.resize(size, Image.Resampling.HAMMING, box=box))
            # One by one, each kept: when the shadow of a text changes, the fade below it is not laid again.
            for veil in picture.veils:
                found = self._veiled(found, picture, (veil,), ink_limit)
            return found

    def decode_ahead(self, pictures: Iterable[Picture], condition: OutputCondition, px_per_mm: float) -> None:
        """Begin to decode pictures for the screen, several at once; whoever asks for one of them waits until it is there.

        What is wrong with a picture is not told here, but to who asks for it.
        """
        # Loaded here, for the window alone: the command line starts without it.
        from concurrent.futures import ThreadPoolExecutor

        pool = ThreadPoolExecutor(_DECODERS, "pictures")
        for one in {picture.sha256: picture for picture in pictures}.values():
            self._ahead[one.sha256] = pool.submit(self._decode, one, condition, px_per_mm)
        pool.shutdown(wait=False)

    def _decode(self, picture: Picture, condition: OutputCondition, px_per_mm: float) -> None:
        with suppress(CoverKitError):
            size = self._level_size(picture, px_per_mm)
            key, mode, size = self._base_key(picture.sha256, _WHOLE, size, condition)
            # Not under the lock: that is the point of it.
            image = self._convert(picture.sha256, _WHOLE, size, condition)
            with self._lock:
                self._keep(key, mode, size, lambda: image)

    def _original(self, picture: Picture, condition: OutputCondition, max_ppi: float) -> Realised | None:
        """Return the file itself where it can stand in the PDF as it is."""
        info = self.info(picture.sha256)
        if not (info.mode == "cmyk" and info.baseline and picture.crop == _WHOLE and not info.exif_turned):
            return None
        if picture.veils or effective_ppi(info, picture) > max_ppi * _PASS_FACTOR:
            return None
        if info.has_profile and self._profile(picture.sha256, condition) is not None:
            return None
        size = info.width, info.height
        data = self._bytes(picture.sha256)
        encoded = Encoded(data, "DCTDecode", *size, "cmyk", info.adobe_inverted)
        key = _key("original", picture.sha256)
        return self._keep(key, "cmyk", size, lambda: decode(data, self._name(picture.sha256), _WHOLE, size), encoded)

    def _level(self, picture: Picture, px_per_mm: float, condition: OutputCondition) -> Realised:
        """Return the whole picture, halved as often as the need allows."""
        return self._base(picture.sha256, _WHOLE, self._level_size(picture, px_per_mm), condition)

    def _level_size(self, picture: Picture, px_per_mm: float) -> tuple[int, int]:
        info = self.info(picture.sha256)
        need = max(
            picture.box.width * px_per_mm / max(1e-9, (picture.crop.right - picture.crop.left) * info.width),
            picture.box.height * px_per_mm / max(1e-9, (picture.crop.bottom - picture.crop.top) * info.height),
        )
        halvings = 0
        while 2 ** (halvings + 1) * need <= 1 and max(info.width, info.height) >> (halvings + 1) >= _LEAST_PROXY:
            halvings += 1
        return -(-info.width // 2**halvings), -(-info.height // 2**halvings)

    def _base(self, sha256: str, crop: Crop, size: tuple[int, int], condition: OutputCondition) -> Realised:
        key, mode, size = self._base_key(sha256, crop, size, condition)
        return self._keep(key, mode, size, lambda: self._convert(sha256, crop, size, condition))

    def _base_key(
        self, sha256: str, crop: Crop, size: tuple[int, int], condition: OutputCondition
    ) -> tuple[str, Kind, tuple[int, int]]:
        info = self.info(sha256)
        box = pixel_box(crop, info.width, info.height)
        size = min(size[0], box[2] - box[0]), min(size[1], box[3] - box[1])
        key = _key(sha256, crop, size, condition.sha256)
        mode: Kind = "gray" if info.mode == "gray" else "cmyk"
        return key, mode, size

    def _convert(self, sha256: str, crop: Crop, size: tuple[int, int], condition: OutputCondition) -> Image.Image:
        info = self.info(sha256)
        source = self._profile(sha256, condition) if info.has_profile else None
        finish = _finish(info, source, condition)
        return decode(self._bytes(sha256), self._name(sha256), crop, size, finish)

    def _veiled(self, base: Realised, picture: Picture, laid: tuple[Veil, ...], ink_limit: float) -> Realised:
        if not laid:
            return base
        coloured = any(veil.ink.c or veil.ink.m or veil.ink.y for veil in laid)
        mode: Kind = "gray" if base.mode == "gray" and not coloured else "cmyk"
        grid = veils.Grid(picture.box, base.width, base.height)
        own = [_relative(veil, picture) for veil in laid]
        key = _key("veiled", base.key, own, picture.box.width, picture.box.height, ink_limit)
        under = (base, veils.reach(laid[0], grid)) if len(laid) == 1 else None
        size = base.width, base.height
        return self._keep(key, mode, size, lambda: _bake(base, mode, laid, grid, ink_limit), under=under)

    def _keep(
        self,
        key: str,
        mode: Kind,
        size: tuple[int, int],
        make: Callable[[], Image.Image],
        original: Encoded | None = None,
        under: tuple[Realised, Box | None] | None = None,
    ) -> Realised:
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = Realised(key, mode, size, make, original, under)
            if original is None:
                _ = found.image
        self._made.move_to_end(key)
        total = sum(one.cost for one in self._made.values())
        while total > self._limit and len(self._made) > 1:
            total -= self._made.popitem(last=False)[1].cost
        return found

    def _profile(self, sha256: str, condition: OutputCondition) -> bytes | None:
        """Return the picture's own profile, or None where it has none or describes the very inks of the press."""
        profile = embedded_profile(self._bytes(sha256), self._name(sha256))
        if profile is not None and self.info(sha256).mode == "cmyk" and transforms.same_inks(profile, condition.profile):
            return None
        return profile

    def _name(self, sha256: str) -> str:
        return self._names.get(sha256, sha256[:12])

    def _bytes(self, sha256: str) -> bytes:
        try:
            return self._data[sha256]
        except KeyError as error:
            raise MissingError(
                tr("The picture {name} is not there.", name=self._name(sha256)), tr("Choose the picture again.")
            ) from error


def _finish(info: PictureInfo, source: bytes | None, condition: OutputCondition) -> Callable[[Image.Image], Image.Image] | None:
    """Return what turns a picture's pixels into inks; None where they are the inks."""
    if info.mode == "gray":
        table = press_table(source, condition.profile)
        return lambda band: band.point(table)
    if info.mode == "cmyk" and source is None:
        return None
    mode: transforms.Mode = "CMYK" if info.mode == "cmyk" else "RGB"
    return transforms.converter(mode, source, condition.profile)


def _target(picture: Picture, px_per_mm: float) -> tuple[int, int]:
    """Return the greatest size in whole pixels that does not exceed a resolution."""
    return max(1, int(picture.box.width * px_per_mm + 1e-6)), max(1, int(picture.box.height * px_per_mm + 1e-6))


def _relative(veil: Veil, picture: Picture) -> Veil:
    box = veil.box.moved(-picture.box.x, -picture.box.y)
    rounded = replace(box, x=round(box.x, 6), y=round(box.y, 6))
    return replace(veil, box=rounded)


def _key(*parts: object) -> str:
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def _bake(base: Realised, mode: Kind, laid: tuple[Veil, ...], grid: veils.Grid, ink_limit: float) -> Image.Image:
    if base.mode == "cmyk":
        image = base.image.copy()
        veils.bake(image, laid, grid, ink_limit)
        return image
    black = ImageChops.invert(base.image)
    if mode == "gray":
        veils.bake(black, laid, grid, ink_limit)
        return ImageChops.invert(black)
    image = Image.merge("CMYK", [*(Image.new("L", black.size, 0) for _ in range(3)), black])
    veils.bake(image, laid, grid, ink_limit)
    return image
