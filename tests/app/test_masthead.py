"""A drawn masthead: taken from a drawing of one colour or of many, shown by every design in the name's place."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from coverkit.app.masthead import _ends, masthead_outline
from coverkit.app.pipeline import check_cover
from coverkit.app.project import Project
from coverkit.app.sample import sample_project
from coverkit.app.units import find_unit, save_unit
from coverkit.artwork.inking import InkTable
from coverkit.checks.finding import Severity
from coverkit.elements.context import Context, Layer, TextStyle
from coverkit.elements.masthead import compose_masthead, read_masthead
from coverkit.errors import ExitCode, InputError
from coverkit.formats.pages import page_format
from coverkit.geometry import Rect, turn, union_all
from coverkit.layout.design import design_ids
from coverkit.model.document import Unit
from coverkit.model.storage.schema import decode, encode
from coverkit.model.values import BLACK, Cmyk
from coverkit.records import replace
from coverkit.rules.subject.masthead import LABEL, ink_of_words, label
from coverkit.scene.operations import Fill, Gradient, Stroke
from coverkit.scene.path import Path as Path2
from coverkit.typography.fitting import TextSpec
from tests.artwork.svgs import svg
from tests.cli.runner import run

DRAWN = (
    '<rect width="400" height="90" fill="#fff"/><g fill="#b00"><circle cx="45" cy="45" r="40"/>'
    '<text x="95" y="62" font-family="Lobster" font-size="48">Khuyến nông</text></g>'
)
ROOT = 'width="400" height="90"'
COLOURED = (
    '<linearGradient id="g" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#ffd24a"/>'
    '<stop offset="1" stop-color="#c8102e"/></linearGradient>'
    '<circle cx="70" cy="75" r="62" fill="#0b6b3a"/><path d="M70 30C95 55 95 95 70 122C45 95 45 55 70 30Z" fill="url(#g)"/>'
    '<path d="M70 40V118M70 70L88 58" fill="none" stroke="#fff" stroke-width="4" stroke-linecap="round" '
    'stroke-linejoin="round"/><path fill-rule="evenodd" d="M150 20h430v100h-430zM160 30h410v80h-410z" fill="#123a8c"/>'
)


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patch:
        patch.setenv("COVERKIT_CONFIG", str(tmp_path / "own"))
        yield


@pytest.fixture
def drawing(tmp_path: Path) -> Path:
    path = tmp_path / "măng-sét.svg"
    path.write_bytes(svg(DRAWN, root=ROOT))
    return path


@pytest.fixture
def coloured(tmp_path: Path) -> Path:
    path = tmp_path / "nhiều màu.svg"
    path.write_bytes(svg(COLOURED, root='width="600" height="150"'))
    return path


def _with(design: str, drawn: str, words: str = "") -> Project:
    project = sample_project(design)
    unit = dataclasses.replace(project.document.unit, masthead_outline=drawn, masthead_words=words)
    return project.with_document(dataclasses.replace(project.document, unit=unit))


def compose_in(project: Project, box: Rect, angle: float) -> list[Layer]:
    """Return the layers of the masthead in a box that is turned."""
    context = Context("name", box, angle, 1.0, {}, {}, {}, project.library, project.pictures.info, None, "")
    style = TextStyle(TextSpec("Be Vietnam Pro"), "black")
    return list(compose_masthead(project.document.unit.masthead_outline, "x", style, BLACK, context).layers)


def test_a_drawing_becomes_one_outline_of_its_proportions(drawing: Path) -> None:
    (part,) = read_masthead(masthead_outline(drawing))
    box = part.bounds
    assert not part.even_odd
    assert part.ink is None
    assert (box.x, box.y, box.width) == pytest.approx((0.0, 0.0, 1000.0), abs=1.0)
    assert 3.5 < box.width / box.height < 6


@pytest.mark.parametrize("page", ["ban-tin-190x270", "a5"])
@pytest.mark.parametrize("design", design_ids())
def test_every_design_shows_it_without_an_error(design: str, page: str, drawing: Path) -> None:
    project = sample_project(design)
    unit = dataclasses.replace(project.document.unit, masthead_outline=masthead_outline(drawing))
    document = dataclasses.replace(project.document, unit=unit, format=page_format(page))
    checked = check_cover(project.with_document(document))
    found = [one.code for one in checked.result.findings if one.severity is Severity.ERROR]
    assert found == []
    name = checked.cover.with_role("name")
    assert name is not None
    assert (name.text, name.plain_text) == (None, unit.publication)
    assert name.used is not None
    assert name.box.outset(0.01).contains(name.used)


def test_a_cover_keeps_it_and_typed_names_win(drawing: Path) -> None:
    project = sample_project("toi-gian")
    unit = dataclasses.replace(project.document.unit, masthead_outline=masthead_outline(drawing))
    document = dataclasses.replace(project.document, unit=unit)
    assert decode(encode(document), "a.cover").unit == unit
    broken = dataclasses.replace(document, unit=dataclasses.replace(unit, masthead_outline="nonzero M0 0"))
    with pytest.raises(InputError, match="masthead"):
        project.with_document(broken).compose()


def test_a_drawing_of_many_colours_keeps_them_through_icc_or_by_the_table(coloured: Path) -> None:
    parts = read_masthead(masthead_outline(coloured))
    shapes = [one for one in parts if one.width is None and one.ends is None]
    (shade,) = [one for one in parts if one.ends is not None]
    (line,) = [one for one in parts if one.width is not None]
    assert {one.even_odd for one in shapes} == {False, True}
    green = shapes[0].ink
    assert green is not None
    assert green.c > green.m
    assert green.y > 0.5
    assert (line.ink, line.round_ends) == (Cmyk(0.0, 0.0, 0.0, 0.0), True)
    assert shade.stops[0].ink.m < 0.4 < 0.9 < shade.stops[-1].ink.m
    assert [one.at for one in shade.stops] == sorted(one.at for one in shade.stops)
    table = InkTable(by_hex={"#0B6B3A": Cmyk(0.9, 0.2, 1.0, 0.1)})
    assert read_masthead(masthead_outline(coloured, table))[0].ink == Cmyk(0.9, 0.2, 1.0, 0.1)


def test_one_colour_is_kept_where_that_is_asked(drawing: Path) -> None:
    inks = {one.ink for one in read_masthead(masthead_outline(drawing, own_colours=True))}
    assert len(inks) == 1
    assert None not in inks


def test_a_gradient_that_is_sheared_stays_square_to_its_colours() -> None:
    x0, y0, x1, y1 = _ends((0.0, 0.0, 0.0, 1.0), (100.0, 0.0, 50.0, 100.0, 5.0, 7.0))
    assert (x0, y0) == (5.0, 7.0)
    assert (x1 - x0, y1 - y0) == pytest.approx((0.0, 100.0))


@pytest.mark.parametrize("design", ["cao-nguyen", "toi-gian", "le-hoi"])
def test_designs_show_its_own_inks_and_place_it_as_the_name(design: str, coloured: Path) -> None:
    drawn = masthead_outline(coloured)
    cover = _with(design, drawn).compose()
    name = cover.with_role("name")
    assert name is not None
    shown = list(cover.scene.of(name.id))
    inks = {one.ink for one in shown if isinstance(one, Fill | Stroke)}
    assert inks == {one.ink for one in read_masthead(drawn) if one.ink is not None}
    assert any(isinstance(one, Gradient) for one in shown)
    around = union_all([one.bounds for one in shown])
    assert around is not None
    assert name.box.outset(0.01).contains(around)
    assert around.aspect == pytest.approx(4.6, abs=0.6)


def test_a_turned_place_turns_gradients_and_lines(coloured: Path) -> None:
    project = _with("toi-gian", masthead_outline(coloured))
    name = project.compose().with_role("name")
    assert name is not None
    straight = compose_in(project, name.box, 0.0)
    turned = compose_in(project, name.box, 90.0)
    for one, other in zip(straight, turned, strict=True):
        wanted = Path2.rectangle(one.bounds).turned(name.box.centre, 90.0).bounds()
        assert (other.bounds.x, other.bounds.y) == pytest.approx((wanted.x, wanted.y), abs=0.01)
        if isinstance(one, Gradient) and isinstance(other, Gradient):
            first = turn(one.start, name.box.centre, 90.0)
            assert (other.start.x, other.start.y) == pytest.approx((first.x, first.y))


def test_what_it_says_is_what_the_rules_read(coloured: Path) -> None:
    project = _with("toi-gian", masthead_outline(coloured), "BẢN TIN Khuyến nông Đắk Nông")
    name = project.compose().with_role("name")
    assert name is not None
    assert name.plain_text == "BẢN TIN Khuyến nông Đắk Nông"
    cover = project.compose()
    alone = replace(cover, placed=tuple(one for one in cover.placed if one.role != "label"))
    found = label(alone)
    assert found is not None
    assert found.role == "name"
    assert ink_of_words(alone, found, LABEL) == name.used
    silent = _with("toi-gian", masthead_outline(coloured)).compose()
    assert label(replace(silent, placed=tuple(one for one in silent.placed if one.role != "label"))) is None


@pytest.mark.parametrize(("design", "faint"), [("toi-gian", False), ("le-hoi", True)])
def test_inks_that_vanish_on_the_designs_ground_are_told(design: str, faint: bool, tmp_path: Path) -> None:
    path = tmp_path / "a.svg"
    path.write_bytes(svg('<rect width="90" height="20" fill="#b01020"/><rect y="30" width="90" height="20" fill="#222"/>'))
    assert _contrasts(_with(design, masthead_outline(path))) == (["masthead-too-low"] if faint else [])
    plain = tmp_path / "b.svg"
    plain.write_bytes(svg('<rect width="90" height="20" fill="#b01020"/>'))
    assert _contrasts(_with(design, masthead_outline(plain))) == []


def _contrasts(project: Project) -> list[str]:
    return [one.code for one in check_cover(project).result.findings if one.rule == "colour.contrast"]


def test_a_document_without_words_keeps_its_bytes(drawing: Path) -> None:
    project = _with("toi-gian", masthead_outline(drawing))
    assert "masthead_words" not in encode(project.document)["unit"]
    worded = dataclasses.replace(project.document.unit, masthead_words="Bản tin")
    document = dataclasses.replace(project.document, unit=worded)
    assert decode(encode(document), "a.cover").unit == worded


@pytest.mark.parametrize(
    "wrong",
    [
        "nonzero",
        "nonzero 1,2,3 M0 0L9 9L0 9Z",
        "nonzero 0,0,0,101 M0 0L9 9L0 9Z",
        "nonzero 0,0,0,nan M0 0L9 9L0 9Z",
        "line 2 round M0 0L9 9",
        "line inf round 0,0,0,1 M0 0L9 9",
        "line 2 pointed 0,0,0,1 M0 0L9 9",
        "shade 0 0 1 1 0:0,0,0,0 nonzero M0 0L9 9L0 9Z",
        "shade 0 0 1 1 1:0,0,0,0/0:0,0,0,1 nonzero M0 0L9 9L0 9Z",
        "shade 0 0 1 1 0:0,0,0,0/1:0,0,0,1 evenodd M0 0L9 9L0 9Z",
        "nonzero M0 0L9 9L0 9Z;",
        "nonzero M0 0",
        "",
    ],
)
def test_what_cannot_be_read_is_refused(wrong: str) -> None:
    with pytest.raises(InputError, match="drawn masthead"):
        read_masthead(wrong)


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ('<path d="M0 0h50v9" fill="none" stroke="red" stroke-dasharray="3 2"/>', "dashes"),
        (
            '<radialGradient id="r"><stop stop-color="red"/><stop offset="1"/></radialGradient><rect width="9" height="9" '
            'fill="url(#r)"/>',
            "not straight",
        ),
        (
            '<rect width="9" height="9"/><rect x="3" width="9" height="9" fill="red"/>'
            '<rect width="50" height="9" opacity=".5"/>',
            "transparency",
        ),
        ('<clipPath id="c"><rect width="5" height="5"/></clipPath><rect width="9" height="9" clip-path="url(#c)"/>', "cut"),
        ("", "nothing"),
        ('<rect width="100" height="50" fill="#fff"/>', "nothing"),
        ('<path d="M0 0' + "".join(f"L{n % 97} {n % 89}" for n in range(4_000)) + '"/>', "points"),
    ],
)
def test_what_is_no_masthead_is_refused_with_what_to_do(body: str, why: str, tmp_path: Path) -> None:
    path = tmp_path / "a.svg"
    path.write_bytes(svg(body))
    with pytest.raises(InputError) as caught:
        masthead_outline(path)
    assert why in caught.value.message
    assert caught.value.remedy


def test_a_picture_of_pixels_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    Image.new("RGB", (60, 20), "red").save(path)
    with pytest.raises(InputError, match="pixels"):
        masthead_outline(path)


def test_the_command_takes_it_in_and_off(drawing: Path) -> None:
    save_unit(Unit(name="Trung tâm", publication="Khuyến nông"), "mau")
    assert run("units", "masthead", "mau", drawing).code == 0
    assert find_unit("mau").masthead_outline.startswith("nonzero M")
    words = ("--own-colours", "--words", "Bản tin Khuyến nông")
    assert run("units", "masthead", "mau", drawing, *words).code == 0
    assert find_unit("mau").masthead_outline.startswith("nonzero 1")
    assert find_unit("mau").masthead_words == "Bản tin Khuyến nông"
    assert "Bản tin Khuyến nông" in run("units", "show", "mau").out
    assert run("units", "masthead", "mau", "--none").code == 0
    assert (find_unit("mau").masthead_outline, find_unit("mau").masthead_words) == ("", "")
    assert run("units", "masthead", "mau").code == run("units", "masthead", "khac", drawing).code == ExitCode.USAGE
