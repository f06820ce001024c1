"""Compose a cover: place everything, resolve every tint, return the scene with what the rules want to know."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from coverkit.campaigns.campaign import Campaign
from coverkit.colour.pictures import PictureInfo
from coverkit.colour.profile import OutputCondition
from coverkit.elements.context import Context
from coverkit.formats.printers import PrinterProfile
from coverkit.geometry import Rect
from coverkit.layout.bake import bake
from coverkit.layout.cover import Cover, Placed
from coverkit.layout.design import Design
from coverkit.layout.names import element_name
from coverkit.layout.permissions import PageBoxes, permissions_for
from coverkit.layout.place import Placer, Standing
from coverkit.layout.variables import text_variables
from coverkit.model.document import Document
from coverkit.model.locks import Permissions
from coverkit.records import dataclass
from coverkit.scene.scene import Scene
from coverkit.typography.library import FontLibrary

REFERENCE = (190.0, 270.0)
"""The page that designs are drawn for, in mm; sizes of type scale from it."""


@dataclass(frozen=True, slots=True)
class Materials:
    """What composing needs beside the document."""

    design: Design
    campaign: Campaign | None
    printer: PrinterProfile
    condition: OutputCondition
    library: FontLibrary
    picture_info: Callable[[str], PictureInfo]


def compose(document: Document, materials: Materials) -> Cover:
    """Compose a document.

    Raises:
        InputError: the design's data or a value of the document is wrong.
        MissingError: a font or a picture is missing.
    """
    placer = _placer(document, materials)
    standing = placer.all()
    layers = [layer for one in standing for layer in one.composed.layers]
    page = document.format
    return Cover(
        document=document,
        design=materials.design,
        campaign=materials.campaign,
        printer=materials.printer,
        condition=materials.condition,
        permissions=_permissions(document, materials, placer),
        scene=Scene(page.width, page.height, materials.printer.bleed, bake(layers)),
        placed=tuple(_placed(one, materials.campaign) for one in standing),
        pictures=_pictures(document, materials.picture_info),
        library=materials.library,
    )


def permissions(document: Document, materials: Materials) -> Permissions:
    """Return the locks of a document's slots, and within what its open ones may be moved on its page."""
    return _permissions(document, materials, _placer(document, materials))


def _permissions(document: Document, materials: Materials, placer: Placer) -> Permissions:
    trim, bleed = Rect(0.0, 0.0, document.format.width, document.format.height), materials.printer.bleed
    boxes = PageBoxes(
        trim, trim.inset(materials.printer.safe), trim.inset(-bleed.left, -bleed.top, -bleed.right, -bleed.bottom)
    )
    return permissions_for(materials.design, materials.campaign, placer, boxes)


def _placer(document: Document, materials: Materials) -> Placer:
    page, bleed = document.format, materials.printer.bleed
    scale = min(page.width / REFERENCE[0], page.height / REFERENCE[1])
    names = {
        "W": page.width,
        "H": page.height,
        "u": scale,
        "safe": materials.printer.safe,
        "bleed": max(bleed.left, bleed.top, bleed.right, bleed.bottom),
    }
    context = Context(
        element="",
        box=Rect(0.0, 0.0, page.width, page.height),
        angle=0.0,
        scale=scale,
        colours=materials.design.colours,
        styles=materials.design.styles,
        variables=text_variables(document),
        library=materials.library,
        picture_info=materials.picture_info,
        campaign=materials.campaign,
        slogan_default=_default_slogan(document, materials.campaign),
        masthead=document.unit.masthead_outline,
        masthead_words=document.unit.masthead_words,
    )
    return Placer(document, materials.design, names, context)


def _default_slogan(document: Document, campaign: Campaign | None) -> str:
    fitting = campaign.slogans_for(document.issue.date) if campaign is not None else ()
    return fitting[0].id if fitting else (campaign.slogans[0].id if campaign is not None and campaign.slogans else "")


def _placed(one: Standing, campaign: Campaign | None) -> Placed:
    slot = one.slot
    ordered = campaign is not None or one.kind not in ("banner", "slogan")
    return Placed(
        id=one.id,
        kind=one.kind,
        role=one.id if slot is None else slot.role,
        name=element_name(one.id, one.kind, "" if slot is None else slot.name),
        box=one.box,
        angle=one.angle,
        composed=one.composed,
        required=slot is not None and slot.required and one.wanted and ordered,
        element=one.element,
    )


def _pictures(document: Document, info: Callable[[str], PictureInfo]) -> Mapping[str, PictureInfo]:
    return {sha256: info(sha256) for sha256 in document.pictures()}
