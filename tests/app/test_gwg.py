"""CoverKit's own press files by the Ghent Workgroup's rules: nothing to object to, and what is spoilt afterwards is found."""

from __future__ import annotations

import io
from collections.abc import Callable

import pikepdf
import pytest

from coverkit.app.file_check import check_file
from coverkit.formats.gwg import gwg_variant
from tests.app.shelf import DESIGNS, OUTPUTS, Shelf

Edit = Callable[[pikepdf.Page], None]


@pytest.mark.parametrize("output", OUTPUTS)
@pytest.mark.parametrize("design", DESIGNS)
def test_an_exported_cover_has_no_findings(shelf: Shelf, design: str, output: str) -> None:
    results = [one for one in shelf.press(design, output).exported.result.rules if one.id.startswith("gwg.")]
    assert len(results) == len(gwg_variant("SheetCMYK").rules)
    undecided = {"gwg.r0001"} if output == "pdf-x1a" else set()
    assert {one.id for one in results if one.status.value != "pass"} == undecided
    assert [one.findings for one in results if one.findings] == []


def _never_overprints(page: pikepdf.Page) -> None:
    for _, state in page.Resources.ExtGState.items():
        state.op = state.OP = False


def _always_overprints(page: pikepdf.Page) -> None:
    known = page.Resources.get("/ExtGState", pikepdf.Dictionary())
    state = pikepdf.Dictionary(op=True, OP=True, OPM=1)
    page.Resources.ExtGState = pikepdf.Dictionary({key: state for key, _ in known.items()} | {"/All": state})
    page.contents_add(b"/All gs", prepend=True)


def _in_rgb(page: pikepdf.Page) -> None:
    page.contents_add(b"1 0 0 rg 50 50 100 100 re f")


def _smaller_crop(page: pikepdf.Page) -> None:
    page.CropBox = page.TrimBox


def _coarse(page: pikepdf.Page) -> None:
    for _, thing in page.Resources.XObject.items():
        if thing.get("/Subtype") == "/Image":
            thing.Width, thing.Height = thing.Width // 4, thing.Height // 4


@pytest.mark.parametrize(
    ("design", "edit", "rules"),
    [
        ("trang-trong", _never_overprints, {"gwg.r0010"}),
        ("cao-nguyen", _always_overprints, {"gwg.r0007", "gwg.r0008"}),
        ("o-luoi", _in_rgb, {"gwg.r0027"}),
        ("o-luoi", _smaller_crop, {"gwg.r0003"}),
        ("cao-nguyen", _coarse, {"gwg.r0031"}),
    ],
)
def test_what_is_spoilt_afterwards_is_found(shelf: Shelf, design: str, edit: Edit, rules: set[str]) -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(shelf.press(design).data)) as document:
        edit(document.pages[0])
        document.save(out)
    found = check_file(out.getvalue(), "spoilt.pdf").result.findings
    assert {one.rule for one in found if one.rule.startswith("gwg.")} == rules
