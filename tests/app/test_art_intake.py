"""Art intake from a file to a campaign: it looks the same, tells what was done, and prints byte for byte."""

from __future__ import annotations

import dataclasses
import io
import json
from pathlib import Path

import numpy as np
import pikepdf
import pytest
from PIL import Image

from coverkit.app.art_intake import ArtOptions, take_art, write_art
from coverkit.app.sample import CAMPAIGN
from coverkit.artwork.inking import InkTable
from coverkit.campaigns.art import Pdf, sealed_art
from coverkit.campaigns.art_rules import require_sealed_art
from coverkit.errors import ExitCode, InputError
from coverkit.model.values import Cmyk
from coverkit.render.raster import rasterise
from coverkit.resources import assets
from tests.artwork.svgs import svg
from tests.campaigns.samples import PLAIN, written
from tests.cli.runner import run

DATA = Path(__file__).parents[1] / "artwork" / "data"
SHIPPED = sorted((assets() / "templates" / "campaigns").glob("*/art/*.pdf"))
BANNER = svg(
    '<rect width="1800" height="400" fill="#DA251D"/><circle cx="200" cy="200" r="150" fill="#ff0" opacity=".5"/>'
    '<text x="400" y="240" font-family="Oswald" font-size="120" fill="#fff">Đại hội</text>',
    root='width="180mm" height="40mm" viewBox="0 0 1800 400"',
)


def bitmap(pdf: bytes) -> np.ndarray[tuple[int, ...], np.dtype[np.int16]]:
    return np.asarray(rasterise(pdf, size=(400, 200), area="trim").image()).astype(np.int16)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: f"{path.parent.parent.name}/{path.stem}")
def test_sealed_art_goes_through_unchanged_to_the_eye(path: Path) -> None:
    taken = take_art(path)
    assert np.abs(bitmap(taken.pdf) - bitmap(path.read_bytes())).mean() < 0.5
    assert taken.colours == ()
    assert len(taken.steps) == 1


@pytest.mark.parametrize(("name", "most"), [("cairo.pdf", 22.0), ("scribus.pdf", 2.0), ("inkscape-picture.pdf", 16.0)])
def test_files_of_real_programs_look_the_same(name: str, most: float) -> None:
    # Of screen colours some cannot be printed, so those of cairo and Inkscape differ as a whole; shapes and letters do not.
    taken = take_art(DATA / name)
    art = sealed_art(taken.pdf, name)
    require_sealed_art(art, name)
    one, other = bitmap(taken.pdf), bitmap((DATA / name).read_bytes())
    assert np.abs(one - other).mean() < most
    grey, wanted = (image.mean(axis=2) for image in (one, other))
    assert np.corrcoef(grey.ravel(), wanted.ravel())[0, 1] > 0.985


def test_what_was_done_is_told(tmp_path: Path) -> None:
    path = tmp_path / "biểu ngữ.svg"
    path.write_bytes(BANNER)
    inks = InkTable(by_hex={"#DA251D": Cmyk(0, 1, 1, 0)})
    taken = take_art(path, ArtOptions(inks, width_mm=90.0))
    assert (round(taken.width_mm, 2), round(taken.height_mm, 2)) == (90.0, 20.0)
    assert dict(taken.colours)["#DA251D"] == Cmyk(0, 1, 1, 0)
    said = " ".join(taken.steps)
    assert all(word in said for word in ("outlines", "seen through", "table of inks", "black ink alone"))
    assert (taken.ppi, taken.largest_mm, taken.warnings) == (None, None, ())
    assert Image.open(io.BytesIO(taken.png)).width == 1200


@pytest.mark.parametrize(
    ("mode", "ending"),
    [("RGB", "png"), ("L", "png"), ("RGBA", "png"), ("RGB", "jpg"), ("CMYK", "tif"), ("CMYK", "jpg")],
)
def test_pictures_keep_their_pixels_and_state_their_size(tmp_path: Path, mode: str, ending: str) -> None:
    path = tmp_path / f"ảnh.{ending}"
    Image.effect_noise((300, 150), 60).convert("RGB").convert(mode).save(path, dpi=(150, 150))
    taken = take_art(path)
    (picture,) = sealed_art(taken.pdf, "a").pictures.values()
    assert (picture.entries["/Width"], picture.entries["/Height"]) == (300, 150)
    assert (round(taken.width_mm, 1), round(taken.height_mm, 1)) == (50.8, 25.4)
    assert taken.ppi == pytest.approx(150, rel=1e-3)
    assert taken.largest_mm == pytest.approx((25.4, 12.7), rel=1e-3)
    assert any("150 ppi" in one for one in taken.warnings)
    if mode == "CMYK" and ending == "tif":
        with Image.open(path) as image:
            assert picture.samples() == image.tobytes()


@pytest.mark.parametrize(
    ("head", "word"),
    [
        (b"%!PS-Adobe-3.0 EPSF-3.0", "PostScript"),
        (b"RIFF\x00\x00\x00\x00CDRAvrsn", "CorelDRAW"),
        (b"8BPS\x00\x01", "Photoshop"),
        (b"\x00\x01\x02", "JPEG"),
        (b"", "empty"),
    ],
)
def test_files_that_only_their_program_reads_are_refused_with_how_to_export(tmp_path: Path, head: bytes, word: str) -> None:
    path = tmp_path / "logo.cdr"
    path.write_bytes(head)
    with pytest.raises(InputError) as caught:
        take_art(path)
    assert word in caught.value.message
    assert caught.value.remedy


def test_an_illustrator_file_without_its_pdf_is_told(tmp_path: Path) -> None:
    from tests.preflight.pages import pdf

    font = "/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"
    data = pdf("BT /F 9 Tf (This is an Adobe Illustrator File that was saved without PDF Content.) Tj ET", font)
    path = tmp_path / "logo.ai"
    path.write_bytes(data + b"\n% Adobe Illustrator\n")
    with pytest.raises(InputError, match="without a PDF inside"):
        take_art(path)


def test_the_command_writes_both_files_and_tells(tmp_path: Path) -> None:
    source, out = tmp_path / "biểu ngữ.svg", tmp_path / "band.pdf"
    source.write_bytes(BANNER)
    ran = run("campaigns", "art", source, "-o", out)
    assert (ran.code, ran.err) == (0, "")
    assert "180 × 40 mm" in ran.out
    assert "#FFFFFF → C0 M0 Y0 K0" in ran.out
    assert out.with_suffix(".png").is_file()
    document = json.loads(run("campaigns", "art", source, "-o", out, "--width", "90", "--json").out)
    assert (document["schema"], document["size_mm"], document["ppi"]) == (1, [90.0, 20.0], None)


def test_a_refused_file_leaves_nothing_behind(tmp_path: Path) -> None:
    source = tmp_path / "a.svg"
    source.write_bytes(svg('<rect width="9" height="9" filter="url(#f)"/>'))
    ran = run("campaigns", "art", source, "-o", tmp_path / "band.pdf")
    assert ran.code == ExitCode.INPUT
    assert "Inkscape" in ran.err
    assert list(tmp_path.iterdir()) == [source]


@pytest.fixture
def printed(tmp_path: Path) -> Path:
    """A press file of a campaign whose band is a photograph."""
    folder = written(PLAIN, tmp_path / CAMPAIGN)
    source = tmp_path / "ảnh.tif"
    with Image.open(assets() / "samples" / "nui-hoang-hon.jpg") as image:
        image.crop((0, 0, 1200, 240)).save(source)
    write_art(take_art(source, ArtOptions(width_mm=180.0)), folder / "art" / "band.pdf")
    cover = tmp_path / "bìa.cover"
    assert run("new", "-o", cover, "--campaign", folder, "--design", "toi-gian", "--issue-date", "2020-10-15").code == 0
    out = tmp_path / "bìa.pdf"
    run("export", cover, "-o", out, "--force")
    assert out.is_file()
    return out


def _rules_that_complain(file: Path, campaign: Path) -> set[str]:
    return {one["rule"] for one in json.loads(run("check", file, "--campaign", campaign, "--json").out)["findings"]}


def test_a_photograph_as_banner_is_printed_byte_for_byte(printed: Path) -> None:
    assert "press.official-art" not in _rules_that_complain(printed, printed.parent / CAMPAIGN)
    with pikepdf.open(printed) as document:
        (form,) = (one for one in document.pages[0].Resources.XObject.values() if one.Subtype == "/Form")
        (picture,) = form.Resources.XObject.values()
        assert (int(picture.Width), int(picture.Height), str(picture.ColorSpace)) == (1200, 240, "/DeviceCMYK")


def test_a_changed_pixel_of_the_banner_is_found(printed: Path, tmp_path: Path) -> None:
    with pikepdf.open(printed) as document:
        (form,) = (one for one in document.pages[0].Resources.XObject.values() if one.Subtype == "/Form")
        (picture,) = form.Resources.XObject.values()
        pixels = bytearray(picture.read_bytes())
        pixels[100] ^= 64
        picture.write(bytes(pixels))
        document.save(tmp_path / "sửa.pdf")
    assert "press.official-art" in _rules_that_complain(tmp_path / "sửa.pdf", printed.parent / CAMPAIGN)


def test_a_campaign_may_hold_only_opaque_pictures_in_inks(tmp_path: Path) -> None:
    source = tmp_path / "ảnh.png"
    Image.new("RGB", (30, 20), "red").save(source)
    taken = sealed_art(take_art(source).pdf, "a")
    (name, picture), *_ = taken.pictures.items()
    changes: tuple[dict[str, Pdf], ...] = (
        {"/SMask": {}},
        {"/ColorSpace": "/DeviceRGB"},
        {"/BitsPerComponent": 4},
        {"/Width": 7},
        {"/Decode": [1, 0]},
    )
    for change in changes:
        wrong = dataclasses.replace(picture, entries={**picture.entries, **change})
        with pytest.raises(InputError, match=name):
            require_sealed_art(dataclasses.replace(taken, pictures={name: wrong}), "a")
