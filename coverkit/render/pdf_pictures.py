"""Pictures as image XObjects: full and in press inks for the press, screen-sized proofs and plates for bitmaps."""

from __future__ import annotations

import io
from typing import assert_never

from PIL import Image

from coverkit.colour.pictures import PictureStore, Realised, channel, cmy_composite, to_srgb_image
from coverkit.records import dataclass
from coverkit.render.pdf_inks import Inks, Policy
from coverkit.render.pdf_objects import Book, Ref, Value
from coverkit.scene.operations import Picture

_SPACES = {"RGB": "/DeviceRGB", "L": "/DeviceGray", "cmyk": "/DeviceCMYK", "gray": "/DeviceGray"}
_REVIEW_QUALITY = 90


@dataclass(frozen=True, slots=True)
class Detail:
    """How much of a picture is taken.

    Attributes:
        px_per_mm: pixels of the bitmap that will be made; None for the full picture.
        max_ppi: full pictures are reduced to it.
        ink_limit: total ink (0 to 4) that veils may add up to.
    """

    px_per_mm: float | None = None
    max_ppi: float = 450.0
    ink_limit: float = 3.0


class ImageShelf:
    """The image XObjects of one book; equal pixels are written once."""

    def __init__(self, book: Book, store: PictureStore, inks: Inks, detail: Detail, compress: bool) -> None:
        self._book = book
        self._store = store
        self._inks = inks
        self._detail = detail
        self._compress = compress
        self._known: dict[str, Ref] = {}
        self.keys: list[str] = []

    def place(self, picture: Picture) -> Ref:
        """Return the image XObject of a placed picture."""
        realised = self._realised(picture)
        if realised.key not in self._known:
            self._known[realised.key] = self._write(realised)
            self.keys.append(realised.key)
        return self._known[realised.key]

    def _realised(self, picture: Picture) -> Realised:
        detail, condition = self._detail, self._inks.condition
        if detail.px_per_mm is not None:
            return self._store.proxy(picture, condition, detail.px_per_mm, ink_limit=detail.ink_limit)
        return self._store.realise(picture, condition, max_ppi=detail.max_ppi, ink_limit=detail.ink_limit)

    def _write(self, realised: Realised) -> Ref:
        if self._inks.on_screen:
            return image_stream(self._book, for_screen(realised, self._inks), self._compress)
        encoded = realised.encoded()
        entries = _entries(encoded.width, encoded.height, _SPACES[encoded.mode])
        entries["/Filter"] = f"/{encoded.filter}"
        if encoded.inverted:
            entries["/Decode"] = [1, 0, 1, 0, 1, 0, 1, 0]
        return self._book.stream(entries, encoded.data)


def image_stream(book: Book, image: Image.Image, compress: bool) -> Ref:
    """Add an image in RGB or grey; alpha becomes a soft mask. Uncompressed for files that only become bitmaps."""
    if image.mode in ("RGBA", "LA"):
        alpha = image.getchannel("A")
        mask = book.stream(_entries(*alpha.size, "/DeviceGray"), alpha.tobytes())
        image = image.convert(image.mode[:-1])
        return book.stream({**_entries(*image.size, _SPACES[image.mode]), "/SMask": mask}, image.tobytes())
    entries = _entries(*image.size, _SPACES[image.mode])
    if not compress:
        return book.stream(entries, image.tobytes())
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=_REVIEW_QUALITY, subsampling=0)
    return book.stream({**entries, "/Filter": "/DCTDecode"}, buffer.getvalue())


def _entries(width: int, height: int, space: str) -> dict[str, Value]:
    return {
        "/Type": "/XObject",
        "/Subtype": "/Image",
        "/Width": width,
        "/Height": height,
        "/ColorSpace": space,
        "/BitsPerComponent": 8,
    }


def for_screen(realised: Realised, inks: Inks) -> Image.Image:
    """Return a picture as a policy shows it: a proof in sRGB, plates as RGB, one plate as grey."""
    match inks.policy:
        case Policy.PROOF | Policy.PRESS:
            return to_srgb_image(realised, inks.condition)
        case Policy.PLATES_CMY:
            return cmy_composite(realised)
        case Policy.PLATE_C:
            return channel(realised, "c")
        case Policy.PLATE_M:
            return channel(realised, "m")
        case Policy.PLATE_Y:
            return channel(realised, "y")
        case Policy.PLATE_K:
            return channel(realised, "k")
        case _:
            assert_never(inks.policy)
