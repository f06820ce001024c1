"""`export`: each output, its options from its dataclass, refusal and force; and `check` of what was exported."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, fields
from pathlib import Path

import pytest
from PIL import Image

from coverkit.app import sample
from coverkit.app.covers import save
from coverkit.cli.commands import export as command
from coverkit.cli.main import new_parser
from coverkit.export.output import Output, outputs
from tests.cli.runner import run


@pytest.fixture(scope="session")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("export") / "demo.cover"
    save(sample.sample_project(), path)
    return path


@pytest.fixture(scope="session")
def too_large(good: Path) -> Path:
    path = good.with_name("a4.cover")
    assert run("edit", good, "-o", path, "--format", "a4").code == 0
    return path


@pytest.fixture(scope="session")
def pdf(good: Path) -> Path:
    path = good.with_suffix(".pdf")
    assert run("export", good, "-o", path).code == 0
    return path


def test_help_names_every_output_and_every_option() -> None:
    text = run("export", "--help").out
    assert outputs()
    for one in outputs().values():
        assert f"{one.id}:" in text
        for item in fields(one.options):
            assert f"--{item.name.replace('_', '-')}" in text


@pytest.mark.parametrize("kind", sorted(outputs()))
def test_every_output_is_written_whole_and_named(kind: str, good: Path, tmp_path: Path) -> None:
    out = tmp_path / f"out{outputs()[kind].ending}"
    ended = run("export", good, "-o", out, "--as", kind)
    assert (ended.code, ended.err) == (0, "")
    written = [Path(line) for line in ended.out.splitlines()]
    assert written[0] == out
    assert sorted(written) == sorted(tmp_path.iterdir())
    assert all(path.stat().st_size for path in written)


def test_the_name_says_the_output_where_nothing_else_does(good: Path, tmp_path: Path) -> None:
    out = tmp_path / "page.png"
    assert run("export", good, "-o", out, "--dpi", "40").code == 0
    with Image.open(out) as image:
        assert image.size == (round(190 / 25.4 * 40), round(270 / 25.4 * 40))
    legacy = tmp_path / "legacy.pdf"
    assert run("export", good, "-o", legacy, "--printer", "legacy-rip").code == 0
    assert legacy.read_bytes().startswith(b"%PDF-1.4")


@pytest.mark.parametrize(
    "arguments",
    [
        ("-o", "a.png", "--as", "pdf-x4"),
        ("-o", "a.jpg"),
        ("-o", "a.pdf", "--dpi", "100"),
        ("-o", "a.png", "--dpi", "many"),
        ("-o", "a.png", "--dpi", "nan"),
        ("-o", "a.pdf", "--as", "review-pdf", "--dpi=-5"),
        ("-o", "a.pdf", "--printer", "none-such"),
        ("-o", "a.pdf", "--as", "docx"),
    ],
)
def test_wrong_usage_writes_nothing(
    arguments: tuple[str, ...], good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ended = run("export", good, *arguments)
    assert (ended.code, ended.out) == (2, ""), ended.err
    assert list(tmp_path.iterdir()) == []


def test_a_cover_with_errors_is_refused_and_the_findings_are_told(too_large: Path, tmp_path: Path) -> None:
    out = tmp_path / "a4.pdf"
    ended = run("export", too_large, "-o", out)
    assert ended.code == 1
    assert "[law.newsletter-size/too-large]" in ended.out
    assert "--force" in ended.err
    assert not out.exists()


def test_force_writes_it_marked_as_not_passed(too_large: Path, tmp_path: Path) -> None:
    out = tmp_path / "a4.pdf"
    ended = run("export", too_large, "-o", out, "--force")
    assert (ended.code, ended.out) == (1, f"{out}\n{out.with_suffix('.check.json')}\n")
    assert "[law.newsletter-size/too-large]" in ended.err
    assert b"not-passed" in out.read_bytes()


def test_what_was_exported_passes_its_own_check(pdf: Path, tmp_path: Path) -> None:
    report = tmp_path / "pdf.html"
    ended = run("check", pdf, "--json", "-o", report)
    document = json.loads(ended.out)
    assert (ended.code, document["status"]) == (0, "pass")
    assert document["subject"]["kind"] == "pdf"
    assert document["subject"]["trim_mm"] == [190.0, 270.0]
    assert {rule["id"].split(".")[0] for rule in document["rules"]} <= {"press", "printer", "gwg"}
    assert "data:image/png;base64," in report.read_text(encoding="utf-8")


def test_a_pdf_is_told_by_its_content_and_not_by_its_name(pdf: Path, tmp_path: Path) -> None:
    renamed = tmp_path / "not.cover"
    renamed.write_bytes(pdf.read_bytes())
    assert json.loads(run("check", renamed, "--json").out)["subject"]["kind"] == "pdf"


def test_a_pdf_is_judged_for_the_printer_that_is_named(pdf: Path) -> None:
    assert run("check", pdf, "--profile", "offset-coated").code == 0
    named = (("legacy-rip", "press.version"), ("offset-coated-5mm", "press.boxes"), ("uncoated", "press.output-intent"))
    for other, rule in named:
        ended = run("check", pdf, "--profile", other, "--json")
        document = json.loads(ended.out)
        assert (ended.code, document["profile"]) == (1, other)
        assert rule in {finding["rule"] for finding in document["findings"]}
    assert run("check", pdf, "--profile", "none-such").code == 2


def test_a_changed_pdf_does_not_pass(pdf: Path, tmp_path: Path) -> None:
    data = pdf.read_bytes()
    changed = tmp_path / "changed.pdf"
    changed.write_bytes(data.replace(b"/TrimBox", b"/TrinBox"))
    assert run("check", changed).code in (1, 3)


def test_options_come_from_the_dataclass() -> None:
    @dataclass(frozen=True, slots=True)
    class Options:
        paper: str = field(default="white", metadata={"help": "paper"})
        copies: int = 1
        scale: float = 1.0
        fold: bool = False

    parser = new_parser("coverkit export", "")
    command._add_options(parser, {"x": Output("x", "X", ".x", Options, lambda context, options: ())})
    given = vars(parser.parse_args(["--paper", "cream", "--copies", "3", "--scale", "2", "--no-fold"]))
    assert {name: value for name, value in given.items() if name.startswith("option_")} == {
        "option_paper": "cream",
        "option_copies": 3,
        "option_scale": 2.0,
        "option_fold": False,
    }
    assert not any(name.startswith("option_") for name in vars(parser.parse_args([])))


def test_an_option_without_a_default_is_a_mistake_of_the_output() -> None:
    @dataclass(frozen=True, slots=True)
    class Options:
        paper: str

    with pytest.raises(TypeError, match="paper"):
        command._add_options(new_parser("x", ""), {"x": Output("x", "X", ".x", Options, lambda context, options: ())})
