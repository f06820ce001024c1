"""How a drawn masthead looks on paper, for the form of a unit's profile."""

from __future__ import annotations

from PIL import Image

from coverkit.colour.pictures import PictureStore
from coverkit.colour.profile import bundled_condition
from coverkit.elements.context import Context, TextStyle
from coverkit.elements.masthead import compose_masthead
from coverkit.formats.printers import DEFAULT_PRINTER, printer_profile
from coverkit.geometry import Rect
from coverkit.layout.bake import bake
from coverkit.model.values import BLACK
from coverkit.render.pdf import PaintResources
from coverkit.render.preview import preview
from coverkit.scene.scene import Bleed, Scene
from coverkit.typography.fitting import TextSpec
from coverkit.typography.library import FontLibrary

_WIDTH, _HEIGHT = 80.0, 20.0
"""mm; the masthead stands in the middle of it."""
_FAMILY = "Be Vietnam Pro"


def masthead_picture(drawn: str, dpi: float = 144.0) -> Image.Image:
    """Return a masthead as it prints on white paper, black where it takes the design's colour; 80 × 20 mm.

    Raises:
        InputError: it cannot be read.
    """
    library, condition = FontLibrary.bundled(), bundled_condition(printer_profile(DEFAULT_PRINTER).condition)
    pictures = PictureStore({})
    context = Context("name", Rect(1.0, 1.0, _WIDTH - 2, _HEIGHT - 2), 0.0, 1.0, {}, {}, {}, library, pictures.info)
    style = TextStyle(TextSpec(_FAMILY, align="center", valign="middle"), "")
    composed = compose_masthead(drawn, "", style, BLACK, context)
    scene = Scene(_WIDTH, _HEIGHT, Bleed.even(0.0), bake(list(composed.layers)))
    return preview(scene, PaintResources(library, pictures, condition, {}), dpi, area="trim").image()
