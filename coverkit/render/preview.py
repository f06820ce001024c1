"""Quick bitmaps of a scene: what the canvas, thumbnails and reviewers' pictures show."""

from __future__ import annotations

from coverkit.render.pdf import PaintOptions, PaintResources, Policy, paint
from coverkit.render.pdf_pictures import Detail
from coverkit.render.raster import Area, Bitmap, Clip, rasterise
from coverkit.scene.scene import Scene


def preview(
    scene: Scene,
    resources: PaintResources,
    dpi: float = 144.0,
    *,
    policy: Policy = Policy.PROOF,
    area: Area = "bleed",
    ink_limit: float = 3.0,
    final: bool = False,
    size: tuple[int, int] | None = None,
    clip: Clip | None = None,
    clear: bool = False,
) -> Bitmap:
    """Return how a scene prints, or one of its plates (dark is ink).

    Args:
        scene: the page.
        resources: what it refers to.
        dpi: pixels per inch.
        policy: PROOF, or a plate.
        area: the bleed box or the trim box.
        ink_limit: as `Detail.ink_limit`.
        final: draw art afresh instead of from kept pixels; slower by 20 to 40 ms, a trace sharper.
        size: exact size of the whole picture, for `dpi`; as `rasterise`.
        clip: as `rasterise`.
        clear: without paper, as `rasterise`; not for plates.

    Raises:
        MissingError: as `paint`.
        ValueError: PRESS, which is no bitmap's policy.
    """
    if policy is Policy.PRESS:
        raise ValueError("a bitmap of the press file is made from its own bytes")
    px = dpi / 25.4
    detail = Detail(px_per_mm=px, ink_limit=ink_limit)
    pdf = paint(scene, policy, resources, PaintOptions(detail=detail, art_px_per_mm=None if final else px))
    grey = policy in (Policy.PLATE_C, Policy.PLATE_M, Policy.PLATE_Y, Policy.PLATE_K)
    return rasterise(pdf, dpi=dpi, size=size, grey=grey, area=area, clear=clear, clip=clip)
