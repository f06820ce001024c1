"""A drawn masthead: taken from a drawing of one colour, shown by every design in the name's place, law's order and all."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest

from coverkit.app.masthead import masthead_outline
from coverkit.app.pipeline import check_cover
from coverkit.app.sample import sample_project
from coverkit.app.units import find_unit, save_unit
from coverkit.checks.finding import Severity
from coverkit.elements.masthead import read_masthead
from coverkit.errors import ExitCode, InputError
from coverkit.formats.pages import page_format
from coverkit.layout.design import design_ids
from coverkit.model.document import Unit
from coverkit.model.storage.schema import decode, encode
from tests.artwork.svgs import svg
from tests.cli.runner import run

DRAWN = (
    '<rect width="400" height="90" fill="#fff"/><g fill="#b00"><circle cx="45" cy="45" r="40"/>'
    '<text x="95" y="62" font-family="Lobster" font-size="48">Khuyến nông</text></g>'
)
ROOT = 'width="400" height="90"'


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


def test_a_drawing_becomes_one_outline_of_its_proportions(drawing: Path) -> None:
    path, even_odd = read_masthead(masthead_outline(drawing))
    box = path.bounds()
    assert not even_odd
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


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ('<rect width="9" height="9"/><rect x="20" width="9" height="9" fill="red"/>', "several colours"),
        ('<path d="M0 0h50v9" fill="none" stroke="red"/>', "lines"),
        ('<rect width="9" height="9" opacity=".5"/>', "transparency"),
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
    assert "one colour" in caught.value.remedy


def test_the_command_takes_it_in_and_off(drawing: Path) -> None:
    save_unit(Unit(name="Trung tâm", publication="Khuyến nông"), "mau")
    assert run("units", "masthead", "mau", drawing).code == 0
    assert find_unit("mau").masthead_outline.startswith("nonzero M")
    assert run("units", "masthead", "mau", "--none").code == 0
    assert find_unit("mau").masthead_outline == ""
    assert run("units", "masthead", "mau").code == run("units", "masthead", "khac", drawing).code == ExitCode.USAGE
