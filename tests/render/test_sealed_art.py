"""Sealed art goes into the press file untouched, and its copies are coloured for their policy."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from decimal import Decimal

import pikepdf
import pytest

from coverkit import resources as shipped
from coverkit.campaigns.art import Pdf, SealedArt, sealed_art
from coverkit.geometry import Rect
from coverkit.model.values import Cmyk
from coverkit.render.pdf import Policy, paint
from coverkit.render.pdf_art_copy import ArtKey, recoloured
from coverkit.render.pdf_inks import Inks
from coverkit.scene.operations import Art
from tests.render.scenes import CONDITION, opened, pixels, resources, scene, tiny_art

_FILES = sorted((shipped.assets() / "templates" / "campaigns").glob("*/art/*.pdf"))


def _arts() -> list[SealedArt]:
    return [tiny_art(shading=True), *(sealed_art(file.read_bytes(), file.name) for file in _FILES)]


def _placed(art: SealedArt) -> bytes:
    return paint(scene(Art("a", art.sha256, Rect(5, 5, 40, 20)), width=60, height=60), Policy.PRESS, resources(art=[art]))


@pytest.mark.parametrize("art", _arts(), ids=lambda art: art.sha256[:8])
def test_the_stream_is_that_of_the_sealed_file(art: SealedArt) -> None:
    with opened(_placed(art)) as document:
        form = document.pages[0].Resources.XObject["/Art0"]
        assert form.read_raw_bytes() == art.stream
        assert str(form.get("/Filter", "")) == art.filter
        assert hashlib.sha256(form.read_bytes()).hexdigest() == art.content_sha256
        assert [float(one) for one in form.BBox] == pytest.approx([0, 0, art.width, art.height], abs=1e-4)
        assert form.Matrix == [1, 0, 0, 1, 0, 0]
        assert set(form.Resources.get("/Shading", {}).keys()) == set(_names(art))


def _names(art: SealedArt) -> list[str]:
    shadings = art.resources.get("/Shading", {})
    return list(shadings) if isinstance(shadings, dict) else []


def test_resources_are_those_of_the_sealed_file() -> None:
    art = _arts()[-1]
    with opened(_placed(art)) as document:
        written = document.pages[0].Resources.XObject["/Art0"].Resources
        assert _plain(written) == _rounded(art.resources)


def _plain(value: object) -> object:
    match value:
        case pikepdf.Dictionary():
            return {key: _plain(item) for key, item in value.items()}
        case pikepdf.Array():
            return [_plain(item) for item in value.as_list()]
        case bool() | int():
            return value
        case Decimal():
            return round(float(value), 4)
        case _:
            return str(value)


def _rounded(value: object) -> object:
    if isinstance(value, dict):
        return {key: _rounded(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_rounded(item) for item in value]
    return round(value, 4) if isinstance(value, float) else value


def test_a_changed_byte_shows() -> None:
    art = tiny_art()
    changed = replace(art, stream=art.stream[:-1] + bytes([art.stream[-1] ^ 1]))
    with opened(_placed(changed)) as document:
        assert document.pages[0].Resources.XObject["/Art0"].read_raw_bytes() != art.stream


@pytest.mark.parametrize("policy", [Policy.PROOF, Policy.PLATES_CMY, Policy.PLATE_K])
@pytest.mark.parametrize("art", _arts(), ids=lambda art: art.sha256[:8])
def test_copies_name_no_ink(art: SealedArt, policy: Policy) -> None:
    copy = recoloured(ArtKey(art), Inks(policy, CONDITION))
    assert not re.search(rb"(?<!\S)[kK](?!\S)", copy.content)
    before = len(re.findall(rb"(?<!\S)[kKgG](?!\S)", art.content))
    after = len(re.findall(rb"(?<!\S)(?:rg|RG|g|G)(?!\S)", copy.content))
    assert after == before
    assert all(len(table) == 256 * copy.components for table in copy.tables)


def test_grey_and_signs_and_points_are_understood() -> None:
    art = tiny_art(content=b"0.25 g 0 0 5 5 re f\n+.5 0 -0 1. K\n0 1 0 0\n k 5 0 5 5 re f\n")
    copy = recoloured(ArtKey(art), Inks(Policy.PLATE_K, CONDITION))
    assert copy.content == b"0.25 g 0 0 5 5 re f\n0 G\n1 g 5 0 5 5 re f\n"


@pytest.mark.parametrize("policy", [Policy.PROOF, Policy.PLATES_CMY])
def test_shadings_of_art_run_through_the_inks(policy: Policy) -> None:
    art = tiny_art(200, 100, b"/Sh0 sh\n", shading=True)
    page = scene(Art("a", art.sha256, Rect(0, 0, 100, 50)), width=100, height=50)
    found = pixels(page, policy, resources(art=[art]))
    inks = Inks(policy, CONDITION)
    for x in (0, 24, 49, 74, 99):
        ink = Cmyk(0, 0, 1, 0.5).mixed_over(Cmyk(1, 0, 0, 0), (x + 0.5) / 100)
        assert [abs(value - part * 255) < 4 for value, part in zip(found[25, x], inks.components(ink), strict=True)] == [
            True
        ] * 3


def test_functions_of_other_kinds_are_refused() -> None:
    art = tiny_art(shading=True)
    shading: dict[str, Pdf] = {"/Shading": {"/Sh0": {"/ShadingType": 2, "/Function": {"/FunctionType": 4}}}}
    odd = replace(art, resources=shading, sha256="odd")
    with pytest.raises(ValueError, match="type 4"):
        recoloured(ArtKey(odd), Inks(Policy.PROOF, CONDITION))
