"""Digests of parts: the same however a file is packed, different when a part is; bounded on loops and damage."""

from __future__ import annotations

import io
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Pdf, StreamDecodeLevel

from coverkit.errors import InputError
from coverkit.preflight.parts import file_parts
from tests.preflight.files import built

CONTENT = b"q .1 .2 .3 .4 k /Gs gs /F Do 0 0 600 800 re f Q"


def rich(pdf: Pdf) -> None:
    """Give the good file a form, a picture, a font, a state and an annotation that points back to its page."""
    page = pdf.pages[0].obj
    form = pdf.make_stream(b"0 0 9 9 re f", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
    image = pdf.make_stream(b"\1\2\3\4", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1, BitsPerComponent=8)
    image.ColorSpace = Name.DeviceCMYK
    page.Resources = Dictionary(
        XObject=Dictionary(F=form, I=image),
        Font=Dictionary(T=pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))),
        ExtGState=Dictionary(Gs=Dictionary(OPM=1)),
    )
    note = pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array([0, 0, 9, 9])))
    note.P = page
    page.Annots = Array([note])


GOOD = built(rich, CONTENT)


def saved(data: bytes, edit: Any = None, **options: Any) -> bytes:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        if edit is not None:
            edit(pdf)
        out = io.BytesIO()
        pdf.save(out, fix_metadata_version=False, **options)
        return out.getvalue()


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"object_stream_mode": ObjectStreamMode.generate},
        {"linearize": True},
        {"qdf": True},
        {"compress_streams": True, "recompress_flate": True},
        {"stream_decode_level": StreamDecodeLevel.generalized, "compress_streams": False},
    ],
    ids=str,
)
def test_packing_does_not_count(options: dict[str, Any]) -> None:
    again = saved(GOOD, **options)
    assert again != GOOD
    assert file_parts(again) == file_parts(GOOD)


def test_boxes_of_a_node_above_are_the_pages_own() -> None:
    def lift(pdf: Pdf) -> None:
        page = pdf.pages[0].obj
        pdf.Root.Pages.MediaBox = page.MediaBox
        pdf.Root.Pages.Resources = page.Resources
        del page["/MediaBox"]
        del page["/Resources"]

    assert file_parts(saved(GOOD, lift)).pages[0] == file_parts(GOOD).pages[0]


def test_content_in_pieces_is_one_content() -> None:
    def divide(pdf: Pdf) -> None:
        first, second = CONTENT.split(b" gs ")
        pdf.pages[0].obj.Contents = Array([pdf.make_stream(first + b" gs"), pdf.make_stream(second)])

    def differ(pdf: Pdf) -> None:
        pdf.pages[0].obj.Contents = Array([pdf.make_stream(CONTENT), pdf.make_stream(b"q Q")])

    whole = file_parts(built(rich, CONTENT.replace(b" gs ", b" gs\n"))).pages[0]
    assert file_parts(saved(GOOD, divide)).pages[0].content == whole.content
    assert file_parts(saved(GOOD, differ)).pages[0].content != file_parts(GOOD).pages[0].content


def test_objects_that_refer_to_one_another_end() -> None:
    def loop(pdf: Pdf) -> None:
        one, other = pdf.make_indirect(Dictionary()), pdf.make_indirect(Dictionary())
        one.Other, other.One = other, one
        pdf.pages[0].obj.PieceInfo = one
        deep = Array([])
        for _ in range(150):
            deep = Array([deep])
        pdf.Root.Deep = deep

    looped = saved(GOOD, loop)
    assert file_parts(looped) == file_parts(saved(looped, qdf=True))
    assert file_parts(looped).pages[0].other != file_parts(GOOD).pages[0].other
    assert file_parts(looped).structure != file_parts(GOOD).structure


def test_a_stream_that_must_be_mended_is_not_taken_for_whole() -> None:
    packed = saved(GOOD, compress_streams=True, recompress_flate=True, object_stream_mode=ObjectStreamMode.disable)
    with pikepdf.open(io.BytesIO(packed)) as pdf:
        raw = pdf.pages[0].obj.Contents.read_raw_bytes()
    damaged = packed.replace(raw, raw[:-6] + b"\0" * 6)
    assert damaged != packed
    assert file_parts(damaged).pages[0].content != file_parts(packed).pages[0].content


@pytest.mark.parametrize("data", [b"", b"no pdf", b"%PDF-1.6\n", GOOD[:200]])
def test_what_is_no_pdf_is_refused(data: bytes) -> None:
    with pytest.raises(InputError):
        file_parts(data)
