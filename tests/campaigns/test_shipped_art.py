"""The art of every shipped campaign keeps to the technical rules, as pypdf reads it; drawn again it is the same."""

from __future__ import annotations

import io
import itertools
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import ContentStream, DictionaryObject

from coverkit.campaigns.art import sealed_art
from coverkit.campaigns.art_rules import require_sealed_art
from coverkit.campaigns.library import shipped
from coverkit.resources import assets
from tools.draw_art.__main__ import SUITES, drawn

CAMPAIGNS = sorted(path.name for path in (assets() / "templates" / "campaigns").iterdir() if path.is_dir())
SIZES = {"band": (180.0, 36.0), "column": (40.0, 120.0), "square": (80.0, 80.0)}
ALLOWED = {"q", "Q", "cm", "m", "l", "c", "v", "y", "h", "re", "W", "W*", "n", "f", "f*", "S", "s", "B", "b"}
ALLOWED |= {"w", "J", "j", "M", "d", "k", "K", "sh"}
INK_LIMIT = 2.8
PIECES = [(campaign, piece) for campaign in CAMPAIGNS for piece in SIZES]


def art(campaign: str, piece: str) -> bytes:
    found = shipped(campaign)
    entry = found.art_named(piece)
    assert entry is not None
    return found.files[entry.file]


def operations(data: bytes) -> list[tuple[list[float], str]]:
    reader = PdfReader(io.BytesIO(data))
    stream = ContentStream(reader.pages[0]["/Contents"].get_object(), reader)
    return [
        ([float(one) for one in operands if not str(one).startswith("/")], name.decode())
        for operands, name in stream.operations
    ]


def shadings(data: bytes) -> list[Any]:
    resources = PdfReader(io.BytesIO(data)).pages[0]["/Resources"].get_object()
    assert isinstance(resources, DictionaryObject)
    assert set(resources) == {"/Shading"}
    found = resources["/Shading"].get_object()
    assert isinstance(found, DictionaryObject)
    return [one.get_object() for one in found.values()]


def plain(shading: Any) -> tuple[str, int, list[tuple[list[float], list[float]]]]:
    """Return a shading's colour space, its type, and the first and last ink of each linear part of its function."""
    function = shading["/Function"]
    parts = list(function["/Functions"]) if int(function["/FunctionType"]) == 3 else [function]
    assert all((int(part["/FunctionType"]), float(part["/N"])) == (2, 1.0) for part in parts)
    inks = [([float(one) for one in part["/C0"]], [float(one) for one in part["/C1"]]) for part in parts]
    return str(shading["/ColorSpace"]), int(shading["/ShadingType"]), inks


def test_there_are_the_four_campaigns_and_each_can_be_drawn() -> None:
    assert set(CAMPAIGNS) == set(SUITES)
    assert len(CAMPAIGNS) == 4


@pytest.mark.parametrize(("campaign", "piece"), PIECES)
def test_page_is_the_art_and_nothing_else(campaign: str, piece: str) -> None:
    reader = PdfReader(io.BytesIO(art(campaign, piece)))
    page = reader.pages[0]
    assert len(reader.pages) == 1
    assert page.mediabox == page.trimbox
    assert (page.mediabox.left, page.mediabox.bottom) == (0, 0)
    size = (float(page.mediabox.width) / 72 * 25.4, float(page.mediabox.height) / 72 * 25.4)
    assert size == pytest.approx(SIZES[piece], abs=0.001)
    assert not {"/Group", "/Annots", "/Rotate", "/UserUnit"} & set(page)
    require_sealed_art(sealed_art(art(campaign, piece), piece), piece)


@pytest.mark.parametrize(("campaign", "piece"), PIECES)
def test_operators_and_flat_inks(campaign: str, piece: str) -> None:
    done = operations(art(campaign, piece))
    assert {name for _, name in done} <= ALLOWED
    inks = [operands for operands, name in done if name in ("k", "K")]
    assert inks
    assert all(len(ink) == 4 and min(ink) >= 0 and max(ink) <= 1 for ink in inks)
    assert max(sum(ink) for ink in inks) <= INK_LIMIT + 1e-6
    assert [name for _, name in done].count("q") == [name for _, name in done].count("Q")


@pytest.mark.parametrize(("campaign", "piece"), PIECES)
def test_gradients_are_cmyk_without_jumps_and_within_the_ink_limit(campaign: str, piece: str) -> None:
    gradients = [plain(shading) for shading in shadings(art(campaign, piece))]
    assert gradients
    for space, kind, parts in gradients:
        assert space == "/DeviceCMYK"
        assert kind in (2, 3)
        assert max(sum(ink) for ends in parts for ink in ends) <= INK_LIMIT + 1e-6
        assert all(before[1] == after[0] for before, after in itertools.pairwise(parts))


@pytest.mark.parametrize("campaign", CAMPAIGNS)
def test_drawing_again_gives_the_shipped_files(campaign: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Path(__file__).parents[2])
    assert drawn(campaign) == {piece: art(campaign, piece) for piece in SIZES}
