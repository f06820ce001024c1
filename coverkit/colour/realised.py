"""A picture in the inks of the press: its pixels, its plates, its proof, and its bytes for the PDF."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from typing import Literal

from PIL import Image, ImageChops

from coverkit.colour import transforms
from coverkit.colour.grey import proof_table
from coverkit.colour.profile import OutputCondition
from coverkit.records import dataclass

Ink = Literal["c", "m", "y", "k"]
Kind = Literal["cmyk", "gray"]
Box = tuple[int, int, int, int]

_QUALITY = 93
_SMALL = 64 * 1024
_FLAT_COLOURS = {"CMYK": 256, "L": 32}


@dataclass(frozen=True, slots=True)
class Encoded:
    """The bytes of an image XObject.

    Attributes:
        data: the stream as it stands in the PDF.
        filter: how it is compressed.
        width, height: pixels.
        mode: "cmyk" for DeviceCMYK, "gray" for DeviceGray; 8 bits per component.
        inverted: 255 means no ink in a CMYK stream, so the image needs /Decode [1 0 1 0 1 0 1 0].
    """

    data: bytes
    filter: Literal["DCTDecode", "FlateDecode"]
    width: int
    height: int
    mode: Kind
    inverted: bool


class Realised:
    """A picture in the inks of the press. Equal keys mean equal pixels.

    Attributes:
        key: names source, crop, size, veils and condition.
        mode: "cmyk", or "gray" for black ink alone.
        width, height: pixels.
    """

    def __init__(
        self,
        key: str,
        mode: Kind,
        size: tuple[int, int],
        make: Callable[[], Image.Image],
        original: Encoded | None = None,
        under: tuple[Realised, Box | None] | None = None,
    ) -> None:
        """Describe a picture.

        Args:
            key: names it.
            mode: its inks.
            size: pixels across and down.
            make: makes the image when it is first needed.
            original: the file's own bytes, where they may stand in the PDF.
            under: the picture that this one differs from in one box only, or nowhere.
        """
        self.key = key
        self.mode: Kind = mode
        self.width, self.height = size
        self._make = make
        self._image: Image.Image | None = None
        self._encoded = original
        self._original = original
        self._under = under
        self._proofs: dict[str, Image.Image] = {}

    @property
    def image(self) -> Image.Image:
        """The pixels: mode CMYK (255 is full ink) or L (255 is paper). Not to be changed."""
        if self._image is None:
            self._image = self._make()
        return self._image

    @property
    def pixels(self) -> bytes:
        """The pixels as DeviceCMYK or DeviceGray samples, row by row."""
        return self.image.tobytes()

    @property
    def is_original(self) -> bool:
        """Tell whether `encoded` hands over the picture file's own bytes."""
        return self._original is not None

    @property
    def cost(self) -> int:
        """Bytes that this holds in memory, all its forms counted."""
        size = self.width * self.height
        held = size * (4 if self.mode == "cmyk" else 1) + size * 4 * len(self._proofs)
        return held + (len(self._encoded.data) if self._encoded else 0)

    def encoded(self) -> Encoded:
        """Return the bytes for the PDF: the original JPEG where it may pass, a JPEG for photographs, else deflated.

        Deterministic; made once. JPEG is written at quality 93 without chroma subsampling.
        """
        if self._encoded is None:
            self._encoded = self._encode()
        return self._encoded

    def _encode(self) -> Encoded:
        image = self.image
        size = image.width * image.height * len(image.getbands())
        if size <= _SMALL or image.getcolors(_FLAT_COLOURS[image.mode]) is not None:
            return Encoded(zlib.compress(image.tobytes(), 6), "FlateDecode", self.width, self.height, self.mode, False)
        buffer = io.BytesIO()
        image.save(buffer, "JPEG", quality=_QUALITY, subsampling=0)
        # Pillow writes CMYK as Adobe's programs do: marker APP14, values inverted.
        return Encoded(buffer.getvalue(), "DCTDecode", self.width, self.height, self.mode, self.mode == "cmyk")

    def proof(self, condition: OutputCondition) -> Image.Image:
        """Return an RGB image of how it prints (see `to_srgb_image`); made once per condition."""
        found = self._proofs.get(condition.sha256)
        if found is None:
            found = self._proofs[condition.sha256] = self._proof(condition)
        return found

    def _proof(self, condition: OutputCondition) -> Image.Image:
        """Convert; only the part that differs where the rest is converted already."""
        if self._under is None:
            return _proof(self.image, condition)
        below, box = self._under
        proof = below.proof(condition)
        if box is not None:
            proof = proof.copy()
            proof.paste(_proof(self.image.crop(box), condition), box)
        return proof


def to_srgb_image(realised: Realised, condition: OutputCondition) -> Image.Image:
    """Return an RGB proof in sRGB: relative colorimetric with black point compensation. Not to be changed."""
    return realised.proof(condition)


def channel(realised: Realised, ink: Ink) -> Image.Image:
    """Return the plate of one ink as an L image: 255 is no ink."""
    if realised.mode == "gray":
        return realised.image if ink == "k" else Image.new("L", realised.image.size, 255)
    return ImageChops.invert(realised.image.getchannel("cmyk".index(ink)))


def cmy_composite(realised: Realised) -> Image.Image:
    """Return three plates at once as an RGB image: red is 255 - cyan, green 255 - magenta, blue 255 - yellow."""
    if realised.mode == "gray":
        return Image.new("RGB", realised.image.size, "white")
    return Image.merge("RGB", [ImageChops.invert(realised.image.getchannel(index)) for index in range(3)])


def _proof(image: Image.Image, condition: OutputCondition) -> Image.Image:
    if image.mode == "L":
        return Image.merge("RGB", [image.point(table) for table in proof_table(condition.profile)])
    return transforms.to_srgb(image, condition.profile)
