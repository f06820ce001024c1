"""Pictures as drawings: all pixels kept, at the size that is asked for, that the file names, or that 300 ppi give."""

from __future__ import annotations

from coverkit.artwork.drawing import Drawing, Pixels, Raster
from coverkit.colour.picture_inks import whole_picture
from coverkit.colour.pictures import PictureInfo

PRINT_PPI = 300.0


def picture_drawing(data: bytes, name: str) -> Drawing:
    """Read a JPEG, PNG, TIFF or WebP file; clear parts stay clear.

    Raises:
        InputError: it cannot be read.
    """
    info, pixels = _read(data, name)
    across = down = PRINT_PPI
    if info.dpi is not None and min(info.dpi) >= 72.5:
        across, down = (info.dpi[1], info.dpi[0]) if info.exif_turned else info.dpi
    width, height = pixels.width / across * 72.0, pixels.height / down * 72.0
    return Drawing(width, height, (Raster(matrix=(width, 0.0, 0.0, height, 0.0, 0.0), pixels=pixels),))


def read_pixels(data: bytes, name: str) -> Pixels:
    """Return the pixels of a picture file, upright.

    Raises:
        InputError: it cannot be read.
    """
    return _read(data, name)[1]


def _read(data: bytes, name: str) -> tuple[PictureInfo, Pixels]:
    info, image, profile = whole_picture(data, name)
    alpha = b""
    if "A" in image.getbands():
        clear = image.getchannel("A")
        alpha = b"" if clear.getextrema() == (255, 255) else clear.tobytes()
        image = image.convert(image.mode[:-1])
    return info, Pixels(image.mode, image.width, image.height, image.tobytes(), profile, alpha)
