"""What the measured jobs read: covers, photographs, the page as data, the banner in other forms. Made before anything is timed.

Runs as a process of its own (`python -m benchmarks.materials FOLDER`), so that the measuring process stays small.
"""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

from PIL import Image

from benchmarks import banner, page
from benchmarks.covers import cover
from benchmarks.peers import MANY, PAGES
from benchmarks.photograph import fine_photographs, write_photograph
from coverkit.app.covers import save
from coverkit.app.project import Project
from coverkit.app.sample import PHOTOGRAPH, sample_folder, sample_project
from coverkit.geometry import Rect
from coverkit.model import edits
from coverkit.model.document import Element
from coverkit.model.values import Cmyk, PictureValue
from coverkit.resources import assets
from coverkit.scene.operations import Art, GlyphRun, Picture, Stroke, Veil

SMALL, LARGE = PAGES
_HEAVY = 59_000_000


def make(folder: Path) -> None:
    """Write everything into a folder; what is there already is made anew."""
    folder.mkdir(parents=True, exist_ok=True)
    write_photograph(sample_folder(), folder / f"{LARGE}.jpg")
    shutil.copyfile(sample_folder() / PHOTOGRAPH, folder / f"{SMALL}.jpg")
    shutil.copyfile(assets() / "profiles" / "ISOcoated_v2_300_bas.icc", folder / "profile.icc")
    save(_heavy(), folder / "heavy.cover")
    for name in (SMALL, LARGE):
        project = cover(0, photograph=folder / f"{name}.jpg")
        save(project, folder / f"{name}.cover")
        page.write(_page(project, name, folder), folder / f"{name}.json")


def _heavy() -> Project:
    """Return a cover with some 60 MB of photographs: one fills the page, the others stand in a row."""
    project = sample_project()
    for place, data in enumerate(fine_photographs(sample_folder(), _HEAVY)):
        project, sha256 = project.with_picture(data, f"anh-{place}.jpg")
        value = PictureValue(sha256, f"anh-{place}.jpg")
        if place == 0:
            document = edits.set_values(project.document, "hero", {"picture": value}, project.permissions).document
        else:
            element = Element(f"picture-{place}", "picture", {"picture": value}, Rect(10 + 26 * (place - 1), 62, 24, 16))
            document = edits.add_element(project.document, element, project.permissions).document
        project = project.with_document(document)
    return project


def _page(project: Project, name: str, folder: Path) -> page.Page:
    scene = project.compose().scene
    operations = scene.operations
    picture = next(one for one in operations if isinstance(one, Picture))
    return {
        "width": scene.width,
        "height": scene.height,
        "bleed": scene.bleed.left,
        "profile": str(folder / "profile.icc"),
        "photograph": _photograph(project, picture, name, folder),
        "banner": _banner(project, next(one for one in operations if isinstance(one, Art)), folder),
        "fades": [_fade(one) for one in picture.veils],
        "rules": [_rule(one) for one in operations if isinstance(one, Stroke)],
        "texts": [_texts(cover(number, project)) for number in range(MANY + 1)],
    }


def _photograph(project: Project, picture: Picture, name: str, folder: Path) -> page.Photograph:
    """The CMYK picture is that of CoverKit's own press file: cropped, reduced, with the design's fades in it."""
    made = project.press_pictures.realise(
        picture, project.condition, max_ppi=project.printer.picture_ppi, ink_limit=project.printer.ink_limit / 100
    )
    cmyk = folder / f"{name}-cmyk.jpg"
    cmyk.write_bytes(made.encoded().data)
    with Image.open(folder / f"{name}.jpg") as original:
        pixels, ppi = original.size, float(original.info.get("dpi", (72, 72))[0])
    box, crop = picture.box, picture.crop
    return {
        "rgb": str(folder / f"{name}.jpg"),
        "pixels": pixels,
        "ppi": ppi,
        "box": (box.x, box.y, box.width, box.height),
        "crop": (crop.left, crop.top, crop.right, crop.bottom),
        "cmyk": str(cmyk),
    }


def _banner(project: Project, art: Art, folder: Path) -> page.Banner:
    assert project.campaign is not None
    entry = project.campaign.art_of(art.sha256)
    assert entry is not None
    pdf, vector, flat = folder / "banner.pdf", folder / "banner.svg", folder / "banner.json"
    pdf.write_bytes(project.campaign.files[entry.file])
    found, size = banner.outlines(pdf)
    vector.write_text(banner.svg(found, size), encoding="utf-8")
    flat.write_text(json.dumps({"size": size, "outlines": found}), encoding="utf-8")
    box = art.box
    return {
        "pdf": str(pdf),
        "svg": str(vector),
        "outlines": str(flat),
        "width": size[0] / 72 * 25.4,
        "box": (box.x, box.y, box.width, box.height),
    }


def _texts(project: Project) -> list[page.Text]:
    return [_text(project, one) for one in project.compose().scene.operations if isinstance(one, GlyphRun)]


def _text(project: Project, run: GlyphRun) -> page.Text:
    face = project.library.by_key(run.face)
    info = next(one for family in project.library.families() for one in family.faces if one.key == run.face)
    assert info.path is not None
    return {
        "slot": run.source,
        "text": run.text,
        "family": face.family,
        "style": info.path.stem.rpartition("-")[2],
        "weight": face.weight,
        "font": str(info.path),
        "ascent": face.ascender / face.upem,
        "size": run.size,
        "x": run.origin.x,
        "y": run.origin.y,
        "width": run.ink_box.width,
        "ink": _shares(run.ink),
    }


def _fade(veil: Veil) -> page.Fade:
    box = veil.box
    return {
        "box": (box.x, box.y, box.width, box.height),
        "ink": _shares(veil.ink),
        "top": veil.opacity_start,
        "foot": veil.opacity_end,
    }


def _rule(stroke: Stroke) -> page.Rule:
    start, end = stroke.path.segments[0].points[0], stroke.path.segments[-1].points[-1]
    ink = _shares(stroke.ink)
    return {"x0": start.x, "y0": start.y, "x1": end.x, "y1": end.y, "width": stroke.width, "ink": ink}


def _shares(ink: Cmyk) -> page.Ink:
    return (ink.c, ink.m, ink.y, ink.k)


if __name__ == "__main__":
    make(Path(sys.argv[1]))
