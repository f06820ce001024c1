"""The banner in the finished file is the campaign's sealed art, byte for byte, and one changed byte of either is found."""

from __future__ import annotations

import dataclasses
import hashlib
import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from coverkit.app.file_check import FileChecked, check_file
from coverkit.app.pipeline import check_cover
from coverkit.app.project import Project
from coverkit.campaigns import library
from coverkit.campaigns.campaign import Campaign
from coverkit.campaigns.reader import read
from coverkit.campaigns.seal import SEAL_FILE, content_hash
from coverkit.checks.finding import Severity, Status
from coverkit.errors import InputError
from coverkit.model.document import PackageRef
from coverkit.model.storage import strict_json
from tests.app.shelf import DESIGNS, OUTPUTS, PressFile, Shelf

RULE = "press.official-art"
Change = Callable[[dict[str, bytes], str], dict[str, bytes]]


def _campaign(press: PressFile) -> Campaign:
    campaign = press.project.campaign
    assert campaign is not None
    return campaign


def _art_file(press: PressFile) -> str:
    """Return the name of the sealed file that the cover shows."""
    (banner,) = press.exported.cover.of_kind("banner")
    assert banner.art is not None
    return banner.art.file


def _form(document: pikepdf.Pdf) -> pikepdf.Object:
    forms = [one for _, one in document.pages[0].Resources.XObject.items() if one.Subtype == "/Form"]
    assert len(forms) == 1
    return forms[0]


def _sealed(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


def _edited(press: PressFile, folder: Path, edit: Callable[[pikepdf.Pdf], None]) -> FileChecked:
    with _sealed(press.data) as document:
        edit(document)
        document.save(folder / "edited.pdf")
    return check_file(folder / "edited.pdf")


def _codes(checked: FileChecked) -> list[str]:
    (result,) = (one for one in checked.result.rules if one.id == RULE)
    assert all(finding.severity is Severity.ERROR for finding in result.findings)
    return [finding.code for finding in result.findings]


@pytest.mark.parametrize("output", OUTPUTS)
@pytest.mark.parametrize("design", DESIGNS)
def test_the_banner_is_the_sealed_art_byte_for_byte(design: str, output: str, shelf: Shelf) -> None:
    press = shelf.press(design, output)
    with _sealed(press.data) as document, _sealed(_campaign(press).files[_art_file(press)]) as sealed:
        form, page = _form(document), sealed.pages[0]
        assert form.read_raw_bytes() == page.Contents.read_raw_bytes()
        assert form.read_bytes() == page.Contents.read_bytes()
        assert form.get("/Filter") == page.Contents.get("/Filter")
        assert [float(edge) for edge in form.BBox] == pytest.approx([float(edge) for edge in page.TrimBox], abs=1e-3)
        assert [float(number) for number in form.Matrix] == [1, 0, 0, 1, 0, 0]
    assert _codes(check_file(press.path)) == []


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.9])
def test_a_changed_byte_of_the_banner_in_the_file_is_found(share: float, shelf: Shelf, tmp_path: Path) -> None:
    press = shelf.press()
    with _sealed(press.data) as document:
        raw = _form(document).read_raw_bytes()
    assert press.data.count(raw) == 1
    data = bytearray(press.data)
    data[press.data.index(raw) + int(share * len(raw))] ^= 1
    (tmp_path / "flipped.pdf").write_bytes(data)
    checked = check_file(tmp_path / "flipped.pdf")
    assert checked.result.status is Status.ERROR
    assert _codes(checked) == ["changed"]


def test_a_changed_digit_of_the_drawing_is_found_although_the_stream_is_sound(shelf: Shelf, tmp_path: Path) -> None:
    def repaint(document: pikepdf.Pdf) -> None:
        form = _form(document)
        content = bytearray(form.read_bytes())
        place = next(index for index in range(len(content) // 2, len(content)) if chr(content[index]) in "12345678")
        content[place] += 1
        form.write(bytes(content))

    assert _codes(_edited(shelf.press(), tmp_path, repaint)) == ["changed"]


def test_a_changed_colour_of_a_gradient_is_found(shelf: Shelf, tmp_path: Path) -> None:
    def recolour(document: pikepdf.Pdf) -> None:
        shadings = _form(document).Resources.Shading
        function = shadings[next(iter(shadings.keys()))].Function
        while function.FunctionType == 3:
            function = function.Functions[0]
        function.C0 = pikepdf.Array([0.11, 0.22, 0.33, 0])

    assert _codes(_edited(shelf.press(), tmp_path, recolour)) == ["resources"]


def _placing(change: Callable[[list[float]], list[float]]) -> Callable[[pikepdf.Pdf], None]:
    """Return what changes the matrix by which the banner is placed."""

    def edit(document: pikepdf.Pdf) -> None:
        page = document.pages[0]
        art = {key for key, one in page.Resources.XObject.items() if one.Subtype == "/Form"}
        instructions = list(pikepdf.parse_content_stream(page))
        for index, one in enumerate(instructions):
            if str(one.operator) == "Do" and str(one.operands[0]) in art:
                before = instructions[index - 1]
                assert str(before.operator) == "cm"
                matrix = change([float(number) for number in before.operands])
                instructions[index - 1] = pikepdf.ContentStreamInstruction(matrix, pikepdf.Operator("cm"))
        page.Contents = document.make_stream(pikepdf.unparse_content_stream(instructions))

    return edit


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda m: [*m[:4], m[4] + 0.2, m[5]], "place"),
        (lambda m: [*m[:4], m[4], m[5] - 5], "place"),
        (lambda m: [m[0] * 1.05, *m[1:]], "size"),
        (lambda m: [m[0] * 0.98, m[1], m[2], m[3] * 0.98, m[4], m[5]], "size"),
        (lambda m: [m[0], m[1], m[3] * 0.1, *m[3:]], "size"),
        (lambda m: [-m[0], *m[1:]], "mirrored"),
        (lambda m: [0, m[0], -m[3], 0, *m[4:]], "place"),
    ],
    ids=["0.2 pt aside", "5 pt down", "5 % wider", "2 % smaller", "slanted", "mirrored", "turned"],
)
def test_a_moved_or_stretched_banner_is_found(
    change: Callable[[list[float]], list[float]], code: str, shelf: Shelf, tmp_path: Path
) -> None:
    assert code in _codes(_edited(shelf.press(), tmp_path, _placing(change)))


def test_a_banner_that_is_not_drawn_is_found(shelf: Shelf, tmp_path: Path) -> None:
    def undraw(document: pikepdf.Pdf) -> None:
        kept = [one for one in pikepdf.parse_content_stream(document.pages[0]) if str(one.operator) != "Do"]
        document.pages[0].Contents = document.make_stream(pikepdf.unparse_content_stream(kept))

    assert _codes(_edited(shelf.press(), tmp_path, undraw)) == ["missing"]


def _flipped(files: dict[str, bytes], name: str) -> dict[str, bytes]:
    """Return a campaign's files with one digit of a drawing changed: the PDF stays sound."""
    with _sealed(files[name]) as document:
        content = bytearray(document.pages[0].Contents.read_bytes())
        place = next(index for index in range(len(content) // 2, len(content)) if chr(content[index]) in "12345678")
        content[place] += 1
        document.pages[0].Contents.write(bytes(content))
        buffer = io.BytesIO()
        document.save(buffer)
    return {**files, name: buffer.getvalue()}


def test_a_file_does_not_pass_against_a_campaign_with_changed_art(shelf: Shelf) -> None:
    press = shelf.press()
    changed = read(_flipped(dict(_campaign(press).files), _art_file(press)), "changed")
    assert changed.sha256 != _campaign(press).sha256
    assert _codes(check_file(press.path, campaign=changed)) == ["changed"]


def _byte_in(files: dict[str, bytes], name: str) -> dict[str, bytes]:
    data = bytearray(files[name])
    data[len(data) // 2] ^= 1
    return {**files, name: bytes(data)}


@pytest.mark.parametrize(
    ("change", "words"), [(_byte_in, ""), (_flipped, "not the one that it names")], ids=["a byte", "a digit of the drawing"]
)
def test_changed_art_in_a_cover_is_found(change: Change, words: str, shelf: Shelf) -> None:
    press = shelf.press()
    campaign = _campaign(press)
    files = change(dict(campaign.files), _art_file(press))
    package = library.to_zip(dataclasses.replace(campaign, files=files))
    changed = Project.of(dataclasses.replace(press.project.file, campaign=package))
    with pytest.raises(InputError) as refused:
        check_cover(changed)
    assert campaign.id in refused.value.message
    assert words in refused.value.message


def test_one_changed_byte_of_sealed_art_breaks_the_seal(shelf: Shelf) -> None:
    press = shelf.press()
    campaign = _campaign(press)
    files = {name: data for name, data in campaign.files.items() if name != SEAL_FILE}
    seal = {
        "schema": 1,
        "campaign": {"id": campaign.id, "version": campaign.version},
        "date": "2020-10-02",
        "files": {name: hashlib.sha256(data).hexdigest() for name, data in files.items()},
        "content": content_hash(files),
        "issuer": "",
        "signature": "",
    }
    sealed = {**files, SEAL_FILE: strict_json.dump(seal)}
    assert _seal_codes(press.project, sealed) == []
    assert _seal_codes(press.project, _byte_in(sealed, "art/square.pdf")) == ["invalid"]


def _seal_codes(project: Project, files: dict[str, bytes]) -> list[str]:
    """Check the cover with a campaign of these files inside; the document names it, so only the seal can tell."""
    campaign = read(files, "sealed")
    reference = PackageRef(campaign.id, campaign.version, campaign.sha256)
    document = dataclasses.replace(project.document, campaign=reference)
    package = library.to_zip(campaign)
    result = check_cover(Project.of(dataclasses.replace(project.file, document=document, campaign=package))).result
    return [finding.code for finding in result.findings if finding.rule == "campaign.seal"]
