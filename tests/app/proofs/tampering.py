"""Changes to a checked press file, made by chance, each with the parts that it must be named as.

What a byte belongs to is told from the file's own text here (objects lie one after the other), not by the code under test.
"""

from __future__ import annotations

import io
import random
import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import get_args

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from coverkit.app.proofs.changes import Part

_OBJECT = re.compile(rb"(\d+) 0 obj\n(.*?)\nendobj\n", re.DOTALL)
_BOXES = ("/MediaBox", "/BleedBox", "/TrimBox")


@dataclass(frozen=True, slots=True)
class Tampering:
    """A changed file.

    Attributes:
        parts: those that must be named.
        also: those that may be named besides.
    """

    name: str
    data: bytes
    parts: frozenset[str]
    also: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Region:
    """The bytes of a stream, and the part that it belongs to."""

    start: int
    end: int
    part: str


def regions(data: bytes) -> list[Region]:
    """Return where the streams of a press file lie, each with the part it belongs to."""
    owners = _owners(data)
    found = []
    for match in _OBJECT.finditer(data):
        number, body = int(match[1]), match[2]
        if number in owners and b"\nstream\n" in body:
            start = match.start(2) + body.index(b"\nstream\n") + 8
            found.append(Region(start, match.end(2) - len(b"\nendstream"), owners[number]))
    return found


def _owners(data: bytes) -> dict[int, str]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        page = pdf.pages[0].obj
        owners = {page.Contents.objgen[0]: "content", pdf.Root.Metadata.objgen[0]: "metadata"}
        owners[pdf.Root.OutputIntents[0].DestOutputProfile.objgen[0]] = "intent"
        for thing in page.Resources.XObject.values():
            owners[thing.objgen[0]] = "pictures" if thing.Subtype == "/Image" else "art"
        for font in page.Resources.Font.values():
            below = font.DescendantFonts[0].FontDescriptor
            owners[below.FontFile2.objgen[0]] = owners[font.ToUnicode.objgen[0]] = "fonts"
    return owners


def edited(data: bytes, edit: Callable[[Pdf], None]) -> bytes:
    """Return a file as another program saves it after an edit."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        edit(pdf)
        out = io.BytesIO()
        pdf.save(out, fix_metadata_version=False)
        return out.getvalue()


def flipped(data: bytes, chance: random.Random) -> Iterator[Tampering]:
    """Change one byte in a stream, of each part in turn."""
    by_part: dict[str, list[Region]] = {}
    for region in regions(data):
        by_part.setdefault(region.part, []).append(region)
    while True:
        for part, where in by_part.items():
            region = chance.choice(where)
            # The last four bytes of a deflated stream are a check sum: without them it reads the same.
            place = chance.randrange(region.start, region.end - 4)
            changed = bytearray(data)
            changed[place] ^= 1 << chance.randrange(8)
            yield _inside(data, bytes(changed), region, f"bit of {part} at {place}")


def _inside(data: bytes, changed: bytes, region: Region, name: str) -> Tampering:
    """Return a change inside a stream, which may be of bits that nothing depends on."""
    same = _unpacked(data[region.start : region.end]) == _unpacked(changed[region.start : region.end])
    also = frozenset({"art"}) if region.part == "content" else frozenset()
    return Tampering(name, changed, frozenset({"packing" if same else region.part}), also)


def _unpacked(data: bytes) -> bytes:
    """Return what a deflated stream says, other data as they are."""
    try:
        return zlib.decompress(data)
    except zlib.error:
        return data


def overwritten(data: bytes, chance: random.Random) -> Iterator[Tampering]:
    """Overwrite a byte anywhere: that it was changed must be found, whatever it was."""
    everything = frozenset(get_args(Part)) - {"appended"}
    while True:
        place = chance.randrange(len(data))
        changed = bytearray(data)
        changed[place] = (changed[place] + chance.randrange(1, 256)) % 256
        region = next((one for one in regions(data) if one.start <= place < one.end - 4), None)
        if region is None:
            yield Tampering(f"byte at {place}", bytes(changed), frozenset(), everything)
        else:
            yield _inside(data, bytes(changed), region, f"byte at {place}")


def moved_boxes(data: bytes, chance: random.Random) -> Iterator[Tampering]:
    """Move, drop or add page boxes."""
    while True:
        box, edge, by = chance.choice(_BOXES), chance.randrange(4), chance.choice((-1, 1)) * chance.uniform(0.01, 40)
        kind = chance.choice(("move", "move", "move", "drop", "art box", "crop", "turn", "unit"))

        def edit(pdf: Pdf, box: str = box, edge: int = edge, by: float = by, kind: str = kind) -> None:
            page = pdf.pages[0].obj
            match kind:
                case "move":
                    edges = [float(one) for one in page[box]]
                    edges[edge] += by
                    page[box] = Array([round(one, 4) for one in edges])
                case "drop":
                    del page[chance.choice(_BOXES[1:])]
                case "art box" | "crop":
                    page["/ArtBox" if kind == "art box" else "/CropBox"] = Array([10, 10, 300 + by, 400])
                case "turn":
                    page.Rotate = chance.choice((90, 180, 270))
                case _:
                    page.UserUnit = 2

        # With another unit everything lies elsewhere, the art too.
        also = frozenset({"art"}) if kind == "unit" else frozenset()
        yield Tampering(f"{kind} {box} {edge} {by:.3f}", edited(data, edit), frozenset({"boxes"}), also)


def _content(edit: Callable[[bytes], bytes]) -> Callable[[Pdf], None]:
    def apply(pdf: Pdf) -> None:
        contents = pdf.pages[0].obj.Contents
        contents.write(edit(contents.read_bytes()))

    return apply


def rewritten_text(data: bytes, chance: random.Random) -> Iterator[Tampering]:
    """Change a letter, a place, a colour or a line of the page."""
    rules = (
        (rb"<([0-9A-F]{4,})>", lambda found: b"<" + found[1][:-1] + (b"0" if found[1][-1:] != b"0" else b"1") + b">"),
        (rb"1 0 0 1 ([\d.]+) ([\d.]+) Tm", lambda found: b"1 0 0 1 %.4f %s Tm" % (float(found[1]) + 0.001, found[2])),
        (rb"([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) k\b", lambda found: b"0.01 " + b" ".join(found.groups()[1:]) + b" k"),
        (rb"\nET\nQ\n", lambda found: b"\nET\nQ\n0 0 0 1 k 100 100 5 5 re f\n"),
    )
    while True:
        pattern, change = chance.choice(rules)

        def edit(content: bytes, pattern: bytes = pattern, change: Callable[[re.Match[bytes]], bytes] = change) -> bytes:
            found = chance.choice(list(re.finditer(pattern, content)))
            changed = content[: found.start()] + change(found) + content[found.end() :]
            return changed if changed != content else content + b"\nq Q"

        yield Tampering(f"text {pattern!r}", edited(data, _content(edit)), frozenset({"content"}))


def near_copies(data: bytes, chance: random.Random) -> Iterator[Tampering]:
    """Put something in the place of the official art that looks the same, or nearly."""
    while True:
        kind = chance.choice(("number", "colour", "other form", "box", "gradient", "gone", "shifted"))

        def edit(pdf: Pdf, kind: str = kind) -> None:
            page = pdf.pages[0].obj
            shelf = page.Resources.XObject
            (name,) = (key for key in shelf.keys() if shelf[key].Subtype == "/Form")  # noqa: SIM118 - a PDF dictionary
            form = shelf[name]
            match kind:
                case "number":
                    form.write(_nudged(form.read_bytes(), chance))
                case "colour":
                    form.write(b"0.001 0 0 0 k\n" + form.read_bytes())
                case "other form":
                    copy = pdf.make_stream(form.read_bytes().replace(b"f\n", b"f \n", 1))
                    for key in ("/Type", "/Subtype", "/BBox", "/Matrix", "/Resources"):
                        copy[key] = form[key]
                    shelf["/Art9"] = copy
                    _content(lambda content: content.replace(f"{name} Do".encode(), b"/Art9 Do"))(pdf)
                case "box":
                    form.BBox = Array([0, 0, float(form.BBox[2]) - 0.01, form.BBox[3]])
                case "gradient":
                    form.Resources.Extra = Dictionary(Tint=chance.random())
                case "gone":
                    _content(lambda content: content.replace(f"{name} Do".encode(), b""))(pdf)
                case _:
                    _content(lambda content: content.replace(f"{name} Do".encode(), f"1 0 0 1 2 2 cm {name} Do".encode()))(pdf)

        parts = {"art", "content"} if kind in ("other form", "gone", "shifted") else {"art"}
        also = frozenset({"forms"}) if kind == "other form" else frozenset()
        yield Tampering(f"art: {kind}", edited(data, edit), frozenset(parts), also)


def _nudged(content: bytes, chance: random.Random) -> bytes:
    found = chance.choice(list(re.finditer(rb"\d+\.\d+", content)))
    return content[: found.start()] + b"%.3f" % (float(found[0]) + 0.002) + content[found.end() :]


def described_otherwise(data: bytes, chance: random.Random) -> Iterator[Tampering]:
    """Change the document information or the XMP packet."""
    while True:
        kind = chance.choice(("title", "author", "date", "xmp", "result", "new key", "no xmp"))

        def edit(pdf: Pdf, kind: str = kind) -> None:
            info, packet = pdf.trailer.Info, pdf.Root.Metadata
            match kind:
                case "title":
                    info.Title = String(f"Bản tin {chance.randrange(1000)}")
                case "author":
                    info.Author = String("Ai đó")
                case "date":
                    info.ModDate = String(f"D:2021{chance.randrange(1, 13):02d}01000000Z")
                case "xmp":
                    packet.write(packet.read_bytes().replace(b"</rdf:RDF>", b"<!-- %d --></rdf:RDF>" % chance.randrange(99)))
                case "result":
                    packet.write(packet.read_bytes().replace(b"<ck:Result>", b"<ck:Result>not-", 1))
                case "new key":
                    info[f"/K{chance.randrange(100)}"] = Name.Yes
                case _:
                    del pdf.Root.Metadata

        yield Tampering(f"metadata: {kind}", edited(data, edit), frozenset({"metadata"}))


def revisions(data: bytes, chance: random.Random) -> Iterator[Tampering]:
    """Append a revision, as editors and signing programs do: the checked bytes stay, new objects come after them."""
    before = int(re.findall(rb"startxref\n(\d+)", data)[-1])
    trailer = data[data.rindex(b"trailer") : data.rindex(b"startxref")].rstrip()[:-2] + b"/Prev %d >>\n" % before
    with pikepdf.open(io.BytesIO(data)) as pdf:
        info, page = pdf.trailer.Info.objgen[0], pdf.pages[0].obj
        number, contents = page.objgen[0], page.Contents.objgen[0]
        written = page.unparse(resolved=True)
    while True:
        kind = chance.choice(("nothing", "blank", "title", "boxes", "content", "annotation"))
        text: dict[int, bytes] = {}
        match kind:
            case "title":
                text = {info: b"<< /Title (%d) >>" % chance.randrange(1000)}
            case "boxes":
                text = {
                    number: re.sub(rb"/TrimBox \[[^]]*\]", b"/TrimBox [50 50 500 %d]" % chance.randrange(600, 800), written)
                }
            case "content":
                drawn = zlib.compress(b"0 0 0 1 k 0 0 %d 600 re f" % chance.randrange(300, 600))
                text = {contents: b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn)}
            case "annotation":
                stamp = b"/Annots [<< /Type /Annot /Subtype /Stamp /Rect [100 100 300 %d] >>]" % chance.randrange(200, 400)
                text = {number: written.rstrip()[:-2] + stamp + b" >>"}
        parts = {"title": "metadata", "boxes": "boxes", "content": "content", "annotation": "annotations"}.get(kind)
        appended = b"\n\n" if kind == "blank" else _revision(text, len(data), trailer)
        named = frozenset({"appended"} | ({parts} if parts else set()))
        yield Tampering(f"revision: {kind}", data + appended, named, frozenset({"art"}) if kind == "content" else frozenset())


def _revision(objects: dict[int, bytes], offset: int, trailer: bytes) -> bytes:
    body, table = b"\n", b"xref\n0 0\n"
    for number, text in objects.items():
        table += b"%d 1\n%010d 00000 n \n" % (number, offset + len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, text)
    return body + table + trailer + b"startxref\n%d\n%%%%EOF\n" % (offset + len(body))


def other_parts(data: bytes, chance: random.Random) -> Iterator[Tampering]:
    """Change pictures, fonts, the output intent, annotations, the document, its pages; or only save it anew."""
    while True:
        yield Tampering("picture", edited(data, _repainted), frozenset({"pictures"}))
        yield Tampering("font width", edited(data, _widened), frozenset({"fonts"}))
        yield Tampering("condition", edited(data, _other_condition), frozenset({"intent"}))
        yield Tampering("comment", edited(data, _commented), frozenset({"annotations"}))
        yield Tampering("action", edited(data, _with_action), frozenset({"structure"}))
        yield Tampering("second page", edited(data, lambda pdf: pdf.pages.append(pdf.pages[0])), frozenset({"pages"}))
        yield Tampering("overprint", edited(data, _with_state), frozenset({"drawing"}))
        yield Tampering("group", edited(data, _with_group), frozenset({"page"}))
        yield Tampering("saved anew", edited(data, lambda pdf: None), frozenset({"packing"}))


def _repainted(pdf: Pdf) -> None:
    shelf = pdf.pages[0].obj.Resources.XObject
    image = next(one for one in shelf.values() if one.Subtype == "/Image")
    image.write(image.read_raw_bytes() + b"\0", filter=Name.DCTDecode)


def _widened(pdf: Pdf) -> None:
    font = next(iter(pdf.pages[0].obj.Resources.Font.values()))
    font.DescendantFonts[0].DW = 1


def _other_condition(pdf: Pdf) -> None:
    pdf.Root.OutputIntents[0].OutputConditionIdentifier = String("FOGRA51")


def _commented(pdf: Pdf) -> None:
    pdf.pages[0].obj.Annots = Array([Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array([0, 0, 20, 20]))])


def _with_action(pdf: Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def _with_state(pdf: Pdf) -> None:
    pdf.pages[0].obj.Resources.ExtGState = Dictionary(GS9=Dictionary(OP=True))


def _with_group(pdf: Pdf) -> None:
    pdf.pages[0].obj.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK)
