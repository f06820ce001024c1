"""The pictures in sealed art as a policy shows them: on the screen and for plates; the press has their bytes as they are."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from PIL import Image

from coverkit.campaigns.art import ArtPicture
from coverkit.colour.realised import Realised
from coverkit.render.pdf_art_copy import ArtKey
from coverkit.render.pdf_inks import Inks
from coverkit.render.pdf_pictures import for_screen


@lru_cache(maxsize=8)
def shown_pictures(key: ArtKey, inks: Inks) -> Mapping[str, Image.Image]:
    """Return the pictures of art by name, in RGB or grey; made once per art, policy and press.

    Raises:
        ValueError: the pixels of one are damaged.
    """
    return {name: for_screen(_realised(name, picture), inks) for name, picture in key.art.pictures.items()}


def _realised(name: str, picture: ArtPicture) -> Realised:
    width, height = (side for side in (picture.entries["/Width"], picture.entries["/Height"]) if isinstance(side, int))
    cmyk = picture.entries["/ColorSpace"] == "/DeviceCMYK"
    image = Image.frombytes("CMYK" if cmyk else "L", (width, height), picture.samples())
    return Realised(name, "cmyk" if cmyk else "gray", image.size, lambda: image)
