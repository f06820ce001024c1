"""Pictures of a cover: proofs, press bytes, single plates and total ink coverage, as PNG."""

from __future__ import annotations

from typing import Literal, get_args

from PIL import Image

from coverkit.app.pipeline import Checked
from coverkit.app.project import Project
from coverkit.app.record import export_context
from coverkit.checks.runner import CheckResult
from coverkit.errors import UsageError
from coverkit.export.output import output
from coverkit.export.png import png_bytes
from coverkit.formats.printers import PrinterProfile
from coverkit.i18n import tr
from coverkit.layout.cover import Cover
from coverkit.render.pdf import Policy
from coverkit.render.plates import ink_view, separations
from coverkit.render.preview import preview
from coverkit.render.raster import Area, rasterise

View = Literal["proof", "press", "c", "m", "y", "k", "ink"]
VIEWS: tuple[View, ...] = get_args(View)

_PLATES = {"c": Policy.PLATE_C, "m": Policy.PLATE_M, "y": Policy.PLATE_Y, "k": Policy.PLATE_K}
_LEAST_DPI, _MOST_DPI = 10.0, 1200.0


def render(project: Project, dpi: float, view: View = "proof", area: Area = "trim") -> bytes:
    """Return a picture of a cover as PNG.

    Args:
        project: the cover.
        dpi: pixels per inch.
        view: `proof` as it will look, `press` the press file's own bytes rasterised (with bleed and marks), a plate, or `ink`,
            total ink coverage: the more, the darker, and yellow to red where it is above the limit.
        area: what of the page, for all views but `press`.

    Raises:
        UsageError: dpi is out of bounds.
        InputError: the cover cannot be composed.
    """
    check_resolution(dpi)
    cover = project.compose()
    if view == "press":
        image = rasterise(press_bytes(project, cover), dpi=dpi, area="media").image()
    elif view == "ink":
        image = _ink(project, cover, dpi, area)
    else:
        policy = _PLATES.get(view, Policy.PROOF)
        image = preview(cover.scene, project.resources(), dpi, policy=policy, area=area, final=True).image()
    return png_bytes(image, dpi)


def check_resolution(dpi: float) -> None:
    """Refuse a resolution at which no picture is made.

    Raises:
        UsageError: it is out of bounds.
    """
    if not _LEAST_DPI <= dpi <= _MOST_DPI:
        raise UsageError(tr("A picture cannot be made at {dpi} dpi.", dpi=f"{dpi:g}"), tr("Choose between 10 and 1200."))


def press_output(printer: PrinterProfile) -> str:
    """Return the id of the output that a printer wants."""
    return "pdf-x1a" if printer.standard == "PDF/X-1a:2003" else "pdf-x4"


def press_bytes(project: Project, cover: Cover) -> bytes:
    """Return the press file of a cover, unchecked, for looking at."""
    wanted = output(press_output(cover.printer))
    context = export_context(project, Checked(cover, CheckResult(())), "cover")
    return wanted.write(context, wanted.options())[0].data


def _ink(project: Project, cover: Cover, dpi: float, area: Area) -> Image.Image:
    limit = cover.printer.ink_limit
    image = ink_view(separations(cover.scene, project.resources(), dpi, limit / 100), limit).image()
    if area != "trim":
        return image
    scene = cover.scene
    across, down = image.width / scene.bleed_box.width, image.height / scene.bleed_box.height
    left, top = round(scene.bleed.left * across), round(scene.bleed.top * down)
    return image.crop((left, top, left + round(scene.width * across), top + round(scene.height * down)))
