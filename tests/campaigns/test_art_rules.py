"""What sealed art may consist of: the shipped art passes, and each foreign thing is named."""

from __future__ import annotations

import zlib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coverkit.campaigns.art import Pdf, SealedArt, sealed_art
from coverkit.campaigns.art_rules import require_sealed_art
from coverkit.colour.profile import bundled_condition
from coverkit.errors import InputError
from coverkit.render.pdf_art_copy import ArtKey, recoloured
from coverkit.render.pdf_inks import Inks, Policy
from coverkit.resources import assets
from tests.campaigns.samples import PLAIN

SHIPPED = sorted((assets() / "templates" / "campaigns").glob("*/art/*.pdf"))
ART = sealed_art(PLAIN["art/square.pdf"], "square.pdf")
EXPONENTIAL: dict[str, Pdf] = {"/FunctionType": 2, "/N": 1, "/C0": [0, 0, 0, 0], "/C1": [0, 1, 1, 0], "/Domain": [0, 1]}
SHADING: dict[str, Pdf] = {"/ShadingType": 2, "/ColorSpace": "/DeviceCMYK", "/Coords": [0, 0, 1, 1], "/Function": EXPONENTIAL}


def drawn(content: bytes, **resources: Pdf) -> SealedArt:
    return replace(ART, content=content, resources={f"/{name}": value for name, value in resources.items()})


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: f"{path.parent.parent.name}/{path.name}")
def test_the_shipped_art_is_sealed_art(path: Path) -> None:
    require_sealed_art(sealed_art(path.read_bytes(), path.name), path.name)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"q 1 0 0 1 0 0 cm 0 0 m 10 10 l 1 2 3 4 5 6 c 1 2 3 4 v h W* n Q",
        b"0 1 1 0 k .5 G 0 0 10 10 re f* [3 2] 0 d [] 0 d 2 w 1 J 1 j 4 M /Perceptual ri B",
    ],
)
def test_paths_and_colours_pass(content: bytes) -> None:
    require_sealed_art(drawn(content), "x.pdf")


def test_what_passes_can_be_painted() -> None:
    inks = Inks(Policy.PLATE_K, bundled_condition("FOGRA39"))
    spaced = drawn(b"0  1\n1   0 \n\n  k  .5   G 0 0 10 10 re B", Shading={"/Sh0": SHADING})
    require_sealed_art(spaced, "x.pdf")
    assert recoloured(ArtKey(replace(spaced, sha256="spaced")), inks).content


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"BT /F1 12 Tf (a) Tj ET", "BT"),
        (b"/GS0 gs", "gs"),
        (b"/Im0 Do", "Do"),
        (b"1 0 0 rg", "rg"),
        (b"/DeviceRGB cs", "cs"),
        (b"/Sh9 sh", "sh"),
        (b"BI /W 1 ID x EI", "BI"),
        (b"1 k", "k"),
        (b"0 0 0 1 0 k", "k"),
        (b"(text) n", "(text)"),
        (b"0 0 m 1", "1"),
        (b"/OC /MC0 BDC EMC", "BDC"),
        (b"%comment\nn", "%comment"),
    ],
)
def test_foreign_operators_are_named(content: bytes, found: str) -> None:
    with pytest.raises(InputError) as caught:
        require_sealed_art(drawn(content), "x.pdf")
    assert f"“{found}”" in caught.value.message
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("resources", "found"),
    [
        ({"Font": {"/F1": {}}}, "/Font"),
        ({"ExtGState": {"/GS0": {"/ca": 0.5}}}, "/ExtGState"),
        ({"Shading": {"/Sh0": {**SHADING, "/ColorSpace": "/DeviceRGB"}}}, "/Sh0"),
        ({"Shading": {"/Sh0": {**SHADING, "/ShadingType": 1}}}, "/Sh0"),
        ({"Shading": {"/Sh0": {**SHADING, "/Coords": [0, 0, 1]}}}, "/Sh0"),
        ({"Shading": {"/Sh0": {**SHADING, "/Coords": "x"}}}, "/Sh0"),
        ({"Shading": {"/Sh0": {**SHADING, "/Function": {"/FunctionType": 4}}}}, "/Sh0"),
        ({"Shading": {"/Sh0": {**SHADING, "/Function": {**EXPONENTIAL, "/C1": [1]}}}}, "/Sh0"),
        ({"Shading": {"/Sh0": {**SHADING, "/Function": {**EXPONENTIAL, "/Domain": [1]}}}}, "/Sh0"),
        ({"Shading": {"/Sh0": {**SHADING, "/Function": {**EXPONENTIAL, "/N": -1}}}}, "/Sh0"),
        ({"Shading": {"/Sh0": 7}}, "/Sh0"),
        ({"Shading": 7}, "/Shading"),
    ],
)
def test_foreign_resources_are_named(resources: dict[str, Pdf], found: str) -> None:
    require_sealed_art(drawn(b"n", Shading={"/Sh0": SHADING}, Font={}), "x.pdf")
    with pytest.raises(InputError, match=found):
        require_sealed_art(drawn(b"n", **resources), "x.pdf")


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_damaged_art_is_read_or_refused(data: st.DataObject) -> None:
    raw = bytearray(PLAIN["art/square.pdf"])
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.one_of(st.integers(0, 900), st.integers(len(raw) - 6000, len(raw) - 8)))
        patch = data.draw(
            st.one_of(st.binary(min_size=1, max_size=6), st.sampled_from([b"3 0 R", b"<<", b">>", b"/Kids", b"99999"]))
        )
        raw[place : place + len(patch)] = patch
    try:
        art = sealed_art(bytes(raw), "x.pdf")
        require_sealed_art(art, "x.pdf")
    except InputError:
        return
    assert art.content


def test_a_bomb_in_art_is_refused() -> None:
    stream = zlib.compress(bytes(40_000_000), 9)
    parts = [
        b"%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Count 1/Kids[3 0 R]>> endobj\n",
        b"3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/TrimBox[0 0 9 9]/Contents 4 0 R>> endobj\n",
        b"4 0 obj <</Length %d/Filter/FlateDecode>> stream\n" % len(stream),
        stream,
        b"\nendstream endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n",
    ]
    with pytest.raises(InputError, match="sealed art"):
        sealed_art(b"".join(parts), "x.pdf")
