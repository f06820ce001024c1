"""Bitmaps for the canvas, made in the background: the whole page, a part of it, some elements alone. PDFium's own pixels."""

from __future__ import annotations

from PySide6.QtGui import QImage

from coverkit.geometry import Rect
from coverkit.gui.canvas.view import Mode
from coverkit.layout.cover import Cover
from coverkit.records import dataclass, replace
from coverkit.render.pdf import PaintResources, Policy
from coverkit.render.plates import ink_view, separations
from coverkit.render.preview import preview
from coverkit.render.raster import Bitmap, Clip
from coverkit.scene.operations import Crop, Operation, Picture
from coverkit.scene.scene import Bleed, Scene

_POLICIES: dict[Mode, Policy] = {
    "c": Policy.PLATE_C,
    "m": Policy.PLATE_M,
    "y": Policy.PLATE_Y,
    "k": Policy.PLATE_K,
}
_MOST_INK_SCALE = 6.0
"""Px per mm of the ink view: it is measured, not looked at letter by letter."""
_MOST_PICTURE_SCALE = 450 / 25.4
"""Px per mm of pictures, as fine as the press file has them; beyond, pixels are only enlarged."""


@dataclass(frozen=True, slots=True)
class Shot:
    """A bitmap of the bleed box or a part of it.

    Attributes:
        image: the pixels.
        scale: px per mm across and down; whole pictures have whole pixels, so the two may differ by a trifle.
        left, top: place of the image in the whole picture, in px.
        cover: of which state it is.
    """

    image: QImage
    scale: tuple[float, float]
    left: int
    top: int
    cover: Cover
    mode: Mode

    @property
    def box(self) -> Rect:
        """What it covers, in mm from the trim's top left."""
        bleed = self.cover.scene.bleed_box
        across, down = self.scale
        width, height = self.image.width() / across, self.image.height() / down
        return Rect(bleed.x + self.left / across, bleed.y + self.top / down, width, height)


def whole_size(scene: Scene, scale: float) -> tuple[int, int]:
    """Return the size in px of a whole picture at a scale in px per mm."""
    return max(1, round(scene.bleed_box.width * scale)), max(1, round(scene.bleed_box.height * scale))


def page_shot(cover: Cover, resources: PaintResources, scale: float, mode: Mode) -> Shot:
    """Return the whole bleed box at a scale in px per mm."""
    if mode == "ink":
        return _ink_shot(cover, resources, min(scale, _MOST_INK_SCALE))
    size = whole_size(cover.scene, scale)
    policy = _POLICIES.get(mode, Policy.PROOF)
    bitmap = preview(cover.scene, resources, scale * 25.4, policy=policy, ink_limit=_limit(cover), size=size)
    return Shot(image_of(bitmap), _scales(cover.scene, size), 0, 0, cover, mode)


def part_shot(cover: Cover, resources: PaintResources, scale: float, mode: Mode, clip: Clip) -> Shot:
    """Return a part of the bleed box at a scale: letters, lines and art exactly as they are there."""
    size = whole_size(cover.scene, scale)
    across, down = _scales(cover.scene, size)
    bleed = cover.scene.bleed_box
    box = Rect(bleed.x + clip[0] / across, bleed.y + clip[1] / down, clip[2] / across, clip[3] / down).outset(0.5)
    bitmap = preview(
        restricted(cover.scene, box),
        resources,
        min(scale, _MOST_PICTURE_SCALE) * 25.4,
        policy=_POLICIES.get(mode, Policy.PROOF),
        ink_limit=_limit(cover),
        final=True,
        size=size,
        clip=clip,
    )
    return Shot(image_of(bitmap), (across, down), clip[0], clip[1], cover, mode)


def lifted_shot(
    cover: Cover, operations: tuple[Operation, ...], resources: PaintResources, scale: float, mode: Mode, clip: Clip | None
) -> Shot:
    """Return some operations of a cover alone; with a clip on clear ground, else on paper."""
    scene = replace(cover.scene, operations=operations)
    size = whole_size(scene, scale)
    policy = _POLICIES.get(mode, Policy.PROOF)
    bitmap = preview(
        scene,
        resources,
        scale * 25.4,
        policy=policy,
        ink_limit=_limit(cover),
        size=size,
        clip=clip,
        clear=clip is not None and policy is Policy.PROOF,
    )
    left, top = (clip[0], clip[1]) if clip else (0, 0)
    return Shot(image_of(bitmap), _scales(scene, size), left, top, cover, mode)


def clip_of(scene: Scene, box: Rect, scale: float, margin: int = 2) -> Clip:
    """Return the pixels of a whole picture that a box in mm covers."""
    across, down = _scales(scene, whole_size(scene, scale))
    left, top = int((box.x - scene.bleed_box.x) * across) - margin, int((box.y - scene.bleed_box.y) * down) - margin
    return left, top, int(box.width * across) + 2 * margin + 1, int(box.height * down) + 2 * margin + 1


def restricted(scene: Scene, box: Rect) -> Scene:
    """Return a scene with what matters in a box: the rest is left out, upright pictures are cut to it."""
    operations = tuple(_cut(one, box) for one in scene.operations if _touches(one.bounds, box))
    return replace(scene, operations=operations)


def picture_alone(picture: Picture, resources: PaintResources, most: int) -> QImage:
    """Return the whole picture of a frame, uncut and without veils, with at most so many px along its longer side."""
    info = resources.pictures.info(picture.sha256)
    scale = most / max(info.width, info.height)
    width, height = max(1.0, info.width * scale), max(1.0, info.height * scale)
    alone = Picture("", picture.sha256, Rect(0.0, 0.0, width, height), Crop(0.0, 0.0, 1.0, 1.0))
    scene = Scene(width, height, Bleed.even(0.0), (alone,))
    return image_of(preview(scene, resources, 25.4, size=(round(width), round(height))))


def image_of(bitmap: Bitmap) -> QImage:
    """Return a bitmap in the format that Qt paints fastest."""
    formats = {
        "RGB": (QImage.Format.Format_RGB888, QImage.Format.Format_RGB32),
        "L": (QImage.Format.Format_Grayscale8, QImage.Format.Format_RGB32),
        "RGBA": (QImage.Format.Format_RGBA8888, QImage.Format.Format_ARGB32_Premultiplied),
    }
    given, wanted = formats[bitmap.mode]
    image = QImage(bitmap.data, bitmap.width, bitmap.height, bitmap.width * len(bitmap.mode), given)
    return image.convertToFormat(wanted)


def _ink_shot(cover: Cover, resources: PaintResources, scale: float) -> Shot:
    limit = cover.printer.ink_limit
    bitmap = ink_view(separations(cover.scene, resources, scale * 25.4, limit / 100), limit)
    return Shot(image_of(bitmap), _scales(cover.scene, (bitmap.width, bitmap.height)), 0, 0, cover, "ink")


def _scales(scene: Scene, size: tuple[int, int]) -> tuple[float, float]:
    return size[0] / scene.bleed_box.width, size[1] / scene.bleed_box.height


def _limit(cover: Cover) -> float:
    return cover.printer.ink_limit / 100


def _touches(bounds: Rect, box: Rect) -> bool:
    # Lines have bounds without area: they must not be lost.
    return bounds.x <= box.right and bounds.right >= box.x and bounds.y <= box.bottom and bounds.bottom >= box.y


def _cut(operation: Operation, box: Rect) -> Operation:
    if not isinstance(operation, Picture) or operation.angle % 360 or operation.box.width <= 0 or operation.box.height <= 0:
        return operation
    common = operation.box.intersection(box)
    if common is None:
        return operation
    whole, crop = operation.box, operation.crop
    across, down = (crop.right - crop.left) / whole.width, (crop.bottom - crop.top) / whole.height
    part = Crop(
        crop.left + (common.x - whole.x) * across,
        crop.top + (common.y - whole.y) * down,
        crop.left + (common.right - whole.x) * across,
        crop.top + (common.bottom - whole.y) * down,
    )
    return replace(operation, box=common, crop=part)
