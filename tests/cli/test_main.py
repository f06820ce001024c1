"""The frame of the command line: language, help, exit codes, one `except`, a light start."""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from coverkit import __version__
from coverkit.cli import argparse_words, output
from coverkit.cli.command import Command, command, names
from coverkit.cli.main import main, take_language
from coverkit.errors import CoverKitError, InputError, LockedError, MissingError, OutputError, RefusedError, UsageError
from tests.cli.runner import ROOT, program, run

SUBCOMMANDS = (
    "batch",
    "campaigns",
    "check",
    "demo",
    "designs",
    "edit",
    "export",
    "fonts",
    "formats",
    "new",
    "profiles",
    "render",
    "rules",
    "signer",
    "text",
    "units",
    "verify",
    "watch",
)
HEAVY = (
    "numpy",
    "PIL",
    "reportlab",
    "pikepdf",
    "pypdf",
    "pypdfium2",
    "uharfbuzz",
    "fontTools",
    "coverkit.app",
    "coverkit.render",
)


def test_every_subcommand_of_the_contract_is_there() -> None:
    assert names() == SUBCOMMANDS
    text = run("--help").out
    assert all(re.search(rf"^    {name} ", text, re.MULTILINE) for name in SUBCOMMANDS)


def test_help_imports_nothing_heavy() -> None:
    code = "import sys\nfrom coverkit.cli.main import main\nmain(['--help'])\nprint(*sys.modules, file=sys.stderr)"
    modules = program(code=code).err.split()
    assert "coverkit.cli.main" in modules
    assert [name for name in HEAVY if name in modules] == []


@pytest.mark.parametrize("name", [name for name in SUBCOMMANDS if name != "export"])
def test_help_of_a_subcommand_imports_nothing_heavy(name: str) -> None:
    code = f"import sys\nfrom coverkit.cli.main import main\nmain(['{name}', '--help'])\nprint(*sys.modules, file=sys.stderr)"
    ended = program(code=code)
    assert ended.out.startswith(f"usage: coverkit {name} ")
    assert [heavy for heavy in HEAVY if heavy in ended.err.split()] == []


@pytest.mark.parametrize("name", SUBCOMMANDS)
def test_every_subcommand_explains_itself(name: str) -> None:
    for language in ("en", "vi"):
        ended = run(name, "--help", "--lang", language)
        assert (ended.code, ended.err) == (0, "")
        assert f"coverkit {name}" in ended.out


def test_the_marked_words_are_those_of_this_argparse() -> None:
    source = Path(argparse.__file__).read_text(encoding="utf-8")
    unknown = [word for word in argparse_words.WORDS if repr(word)[1:-1] not in source and word not in source]
    assert unknown == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--help"], ["usage: ", "options", "show this help message and exit"]),
        (["check", "--help"], ["usage: ", "positional arguments", "options", "show this help message and exit"]),
        (["check"], ["usage: ", "the following arguments are required: %s", "%(prog)s: error: %(message)s\n"]),
        (["check", "a", "b"], ["unrecognized arguments: %s"]),
        (["check", "a", "-o"], ["argument %(argument_name)s: %(message)s", "expected one argument"]),
        (["check", "a", "--json=yes"], ["ignored explicit argument %r"]),
        (["check", "a", "--fail-on", "x"], ["invalid choice: %(value)r (choose from %(choices)s)"]),
    ],
)
def test_argparse_asks_our_catalogue(arguments: list[str], words: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    asked: set[str] = set()

    def heard(message: str) -> str:
        asked.add(message)
        return message

    monkeypatch.setattr(argparse_words, "tr", heard)
    run(*arguments)
    assert set(words) <= asked
    assert set(words) <= set(argparse_words.WORDS)


@pytest.mark.parametrize(
    ("arguments", "language", "rest"),
    [
        (["check", "a", "--lang", "vi"], "vi", ["check", "a"]),
        (["--lang=en", "check"], "en", ["check"]),
        (["--lang", "en", "check", "--lang", "vi"], "vi", ["check"]),
        (["check", "--", "--lang", "vi"], None, ["check", "--", "--lang", "vi"]),
        ([], None, []),
    ],
)
def test_the_language_may_stand_anywhere(arguments: list[str], language: str | None, rest: list[str]) -> None:
    assert take_language(arguments) == (language, rest)


def test_the_language_changes_what_is_said() -> None:
    named = {one: run("formats", "--lang", one).out for one in ("en", "vi")}
    assert "Newsletter 190 × 270 mm" in named["en"]
    assert "Bản tin 19 × 27 cm" in named["vi"]


def test_the_systems_language_counts_without_the_option() -> None:
    assert "Bản tin 19 × 27 cm" in program("formats", LANG="vi_VN.UTF-8").out
    assert "Newsletter 190 × 270 mm" in program("formats", LANG="C").out


@pytest.mark.parametrize(
    "arguments",
    [
        ["no-such-subcommand"],
        ["check"],
        ["check", "a.cover", "--no-such-option"],
        ["check", "a.cover", "--fail-on", "anything"],
        ["--lang", "fr", "formats"],
        ["formats", "--lang"],
        ["che", "a.cover"],
        ["check", "a.cover", "--js"],
        ["campaigns"],
        ["campaigns", "show", "no-such-campaign"],
        ["designs", "no-such-design"],
        ["rules", "no.such-rule"],
        ["new", "-o", "x.cover", "--set", "headline"],
        ["new", "-o", "x.cover", "--set", "=text"],
        ["new", "-o", "x.cover", "--place", "headline=1,2,3"],
        ["new", "-o", "x.cover", "--place", "headline=1,2,-3,4"],
        ["new", "-o", "x.cover", "--place", "headline=1,2,nan,4"],
        ["new", "-o", "x.cover", "--issue-date", "15/10/2020"],
        ["new", "-o", "x.cover", "--waive", "law.size=because"],
        ["new", "-o", "x.cover", "--waive", "law.newsletter-size/too-large=because"],
        ["new", "-o", "x.cover", "--waive", "no.rule/code=because", "--by", "An"],
        ["new", "-o", "x.cover", "--set", "headline=a", "--set", "headline=b"],
        ["new", "-o", "x.cover", "--add-text", "note=a"],
        ["new", "-o", "x.cover", "--format", "huge"],
        ["new", "-o", "x.cover", "--design", "none-such"],
        ["new", "-o", "x.cover", "--printer", "none-such"],
        ["new", "-o", "x.cover", "--campaign", "none-such"],
        ["new", "-o", "x.cover", "--set", "no_slot=a"],
    ],
)
def test_wrong_usage_is_2_and_writes_nothing(arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    ended = run(*arguments)
    assert ended.code == 2, ended.err
    assert ended.out == ""
    assert ended.err.strip()
    assert "Traceback" not in ended.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--place", "headline=1,2,3"], "four numbers in mm are wanted, X,Y,WIDTH,HEIGHT, not “1,2,3”"),
        (["--place", "headline=1,2,-3,4"], "a width and height greater than 0 are wanted, not “1,2,-3,4”"),
        (["--issue-date", "15/10/2020"], "a date like 2020-10-15 is wanted, not “15/10/2020”"),
    ],
)
def test_what_is_wanted_is_said_in_words(arguments: list[str], words: str) -> None:
    ended = run("new", "-o", "x.cover", *arguments)
    assert ended.code == 2
    assert words in ended.err


def test_the_system_speaks_the_readers_language(tmp_path: Path) -> None:
    ended = run("check", tmp_path / "none.cover")
    assert (ended.code, ended.out) == (3, "")
    assert "none.cover cannot be read: there is no such file or folder.\n" in ended.err
    ended = run("check", tmp_path)
    assert ended.err.endswith("cannot be read: it is a folder.\n  Check the path.\n")


def test_a_call_without_arguments_explains_itself_and_names_the_window() -> None:
    ended = run()
    assert (ended.code, ended.out) == (2, "")
    assert "check a cover" in ended.err
    assert ended.err.endswith("Name a subcommand; without any argument the program opens its window.\n")


def test_the_version() -> None:
    assert run("--version").out == f"coverkit {__version__}\n"


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (RefusedError, 1),
        (UsageError, 2),
        (LockedError, 2),
        (InputError, 3),
        (MissingError, 4),
        (OutputError, 5),
        (CoverKitError, 6),
    ],
)
def test_each_error_has_its_exit_code_and_says_what_to_do(
    error: type[CoverKitError], code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_command(monkeypatch, error("Something is wrong.", "Do this."))
    ended = run("formats")
    assert (ended.code, ended.out, ended.err) == (code, "", "coverkit: Something is wrong.\n  Do this.\n")


def test_a_crash_is_6_and_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    with_command(monkeypatch, KeyError("deep\ninside"))
    ended = run("formats")
    assert (ended.code, ended.out) == (6, "")
    assert ended.err.count("\n") == 1
    assert "KeyError" in ended.err
    monkeypatch.setenv("COVERKIT_DEBUG", "1")
    assert "Traceback" in run("formats").err


def test_ctrl_c_is_130_and_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    with_command(monkeypatch, KeyboardInterrupt())
    ended = run("formats")
    assert (ended.code, ended.out, ended.err) == (130, "", "")


def test_a_reader_that_goes_away_leaves_no_noise() -> None:
    command_line = [sys.executable, "main.py", "rules", "--json"]
    with subprocess.Popen(command_line, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.wait(60) == 5
        assert process.stderr.read() == b""


def test_output_is_utf8_whatever_the_console_is_set_to() -> None:
    ended = program("formats", "--json", "--lang", "vi", PYTHONIOENCODING="ascii")
    assert ended.code == 0
    assert "Bản tin" in json.loads(ended.out)["formats"][-1]["name"] or "Bản tin" in ended.out


def test_columns_align_by_what_is_seen(capsys: pytest.CaptureFixture[str]) -> None:
    output.table(("A", "B"), [("Việt", "1"), ("Vie\u0323\u0302t", "2")])
    lines = capsys.readouterr().out.splitlines()
    assert lines == ["A     B", "────  ─", "Việt  1", "Vie\u0323\u0302t  2"]


def test_a_module_without_a_command_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    from coverkit.cli.commands import formats

    monkeypatch.setattr(formats, "COMMAND", "formats")
    with pytest.raises(TypeError, match="formats"):
        command("formats")


def test_main_takes_the_process_arguments(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["coverkit", "--version"])
    assert main() == 0
    assert capsys.readouterr().out.startswith("coverkit ")


def with_command(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    """Let `formats` raise an error."""
    from coverkit.cli.commands import formats

    def fails(arguments: argparse.Namespace) -> int:
        raise error

    monkeypatch.setattr(formats, "COMMAND", Command("formats", lambda parser: None, fails))
