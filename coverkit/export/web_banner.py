"""The campaign's banner for a website: a PNG in each size that the campaign asks for, and HTML to paste.

The art is fitted whole, never stretched; paper shows where the proportions differ.
"""

from __future__ import annotations

from html import escape
from urllib.parse import quote

from coverkit.campaigns.art import sealed_art
from coverkit.campaigns.campaign import Campaign, WebSize
from coverkit.errors import MissingError, UsageError
from coverkit.export.output import ExportContext, ExportedFile, Output
from coverkit.export.png import png_bytes
from coverkit.geometry import Rect
from coverkit.i18n import mark, tr
from coverkit.records import dataclass
from coverkit.scene.operations import Art
from coverkit.scene.scene import Bleed, Scene


@dataclass(frozen=True, slots=True)
class WebOptions:
    """The web banner has no options: sizes, link and text are the campaign's."""


def _write(context: ExportContext, options: WebOptions) -> tuple[ExportedFile, ...]:
    campaign = context.campaign
    if campaign is None or not campaign.web.sizes:
        raise UsageError(
            tr("This cover's campaign has no web banner."), tr("Choose a campaign that has one, or another kind of output.")
        )
    html = ExportedFile(".html", _snippet(campaign, context.stem).encode())
    pictures = [ExportedFile(_ending(size), _picture(context, campaign, size)) for size in campaign.web.sizes]
    return (html, *pictures)


def fitted(width: float, height: float, aspect: float) -> Rect:
    """Return where art of an aspect lies in an area when it is fitted whole and centred."""
    wide, high = (width, width / aspect) if aspect >= width / height else (height * aspect, height)
    return Rect((width - wide) / 2, (height - high) / 2, wide, high)


def _picture(context: ExportContext, campaign: Campaign, size: WebSize) -> bytes:
    from coverkit.render.pdf import PaintResources, Policy, paint
    from coverkit.render.raster import rasterise

    entry = campaign.art_named(size.art)
    if entry is None or entry.file not in campaign.files:
        raise MissingError(
            tr("The campaign {campaign} has no art “{art}”.", campaign=campaign.id, art=size.art),
            tr("Install the campaign's package again."),
        )
    art = sealed_art(campaign.files[entry.file], entry.file)
    box = fitted(size.width, size.height, art.width / art.height)
    scene = Scene(size.width, size.height, Bleed.even(0.0), (Art("banner", art.sha256, box),))
    known = context.resources
    resources = PaintResources(known.faces, known.pictures, known.condition, {art.sha256: art})
    pdf = paint(scene, Policy.PROOF, resources)
    return png_bytes(rasterise(pdf, size=(size.width, size.height)).image())


def _snippet(campaign: Campaign, stem: str) -> str:
    lines = [f"<!-- {_comment(campaign.title_vi)} -->"]
    for size in campaign.web.sizes:
        lines += [
            f'<a href="{escape(campaign.web.link)}" title="{escape(campaign.web.alternative)}">',
            f'  <img src="{quote(stem + _ending(size))}" width="{size.width}" height="{size.height}"'
            f' alt="{escape(campaign.web.alternative)}" lang="vi" style="max-width: 100%; height: auto; border: 0">',
            "</a>",
        ]
    return "\n".join(lines) + "\n"


def _comment(text: str) -> str:
    return escape(text).replace("--", "– ")


def _ending(size: WebSize) -> str:
    return f"-{size.width}x{size.height}.png"


OUTPUT = Output("web-banner", mark("Web banner of the campaign"), ".html", WebOptions, _write)
