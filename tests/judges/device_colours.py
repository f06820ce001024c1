"""A walk over a PDF's first page, with pikepdf and none of CoverKit: which colours are not a press's, what is see-through."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf

_OTHER_OPERATORS = {"rg", "RG"}
_PRESS_SPACES = {"/DeviceCMYK", "/DeviceGray"}


def objections(pdf: bytes) -> list[str]:
    """Return what is neither DeviceCMYK, DeviceGray nor a named spot, and everything that is transparent."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        page = document.pages[0]
        found = ["page: Group"] if "/Group" in page.obj else []
        return [*found, *_content(page.obj, page.obj.get("/Resources", pikepdf.Dictionary()), "page", 0)]


def _content(owner: pikepdf.Object, resources: pikepdf.Object, where: str, depth: int) -> Iterator[str]:
    assert depth < 10, "forms in forms without end"
    for instruction in pikepdf.parse_content_stream(owner):
        name = str(instruction.operator)
        if name in _OTHER_OPERATORS:
            yield f"{where}: {name}"
        elif name in ("cs", "CS"):
            yield from _space(_named(resources, "/ColorSpace", instruction.operands[0]), where)
        elif name in ("sc", "SC"):
            yield f"{where}: {name} in a space that is not named spots"
        elif name == "sh":
            shading = resources["/Shading"][str(instruction.operands[0])]
            yield from _space(shading["/ColorSpace"], f"{where} shading")
        elif name == "gs":
            yield from _state(resources["/ExtGState"][str(instruction.operands[0])], where)
        elif name == "BI" or isinstance(instruction, pikepdf.ContentStreamInlineImage):
            yield f"{where}: an inline image"
        elif name == "Do":
            key = str(instruction.operands[0])
            yield from _placed(resources["/XObject"][key], resources, f"{where} {key}", depth)


def _placed(placed: pikepdf.Object, resources: pikepdf.Object, where: str, depth: int) -> Iterator[str]:
    for key in ("/SMask", "/Group", "/Mask", "/OPI", "/Ref"):
        if key in placed:
            yield f"{where}: {key}"
    if placed["/Subtype"] == "/Form":
        yield from _content(placed, placed.get("/Resources", resources), where, depth + 1)
    elif placed["/Subtype"] != "/Image" or placed.get("/ImageMask", False):
        yield f"{where}: {placed['/Subtype']}"
    else:
        yield from _space(placed["/ColorSpace"], where)


def _named(resources: pikepdf.Object, kind: str, name: pikepdf.Object) -> pikepdf.Object:
    return name if str(name) in _PRESS_SPACES else resources[kind][str(name)]


def _space(space: pikepdf.Object, where: str) -> Iterator[str]:
    if isinstance(space, pikepdf.Array) and str(space[0]) in ("/Separation", "/DeviceN"):
        yield from _space(space[2], where)
    elif isinstance(space, pikepdf.Array) or str(space) not in _PRESS_SPACES:
        yield f"{where}: colour space {space!r}"


def _state(state: pikepdf.Object, where: str) -> Iterator[str]:
    for key in ("/ca", "/CA"):
        if float(state.get(key, 1)) != 1:
            yield f"{where}: {key}"
    if state.get("/SMask", pikepdf.Name.None_) != pikepdf.Name.None_:
        yield f"{where}: /SMask"
    if str(state.get("/BM", "/Normal")) not in ("/Normal", "/Compatible"):
        yield f"{where}: /BM"
