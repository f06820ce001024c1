"""One change, one place: in a copy of the program one file or folder adds a campaign, a design, a format, a rule or a fix."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
_SHARED = ("fonts", "profiles", "samples")

_RULE = '''"""Rule text.no-shouting: headlines do not end in several exclamation marks."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import NoOptions, rule
from coverkit.i18n import mark
from coverkit.layout.cover import Cover
from coverkit.model.edits import Edit
from coverkit.rules.subject.mending import retyped


def _calmed(cover: Cover, problem: Problem, options: NoOptions) -> Edit | None:
    return retyped(cover, problem.element, lambda text: text.rstrip("!"), "Calm the headline")


@rule(
    id="text.no-shouting",
    title=mark("Headlines do not shout"),
    subject=Cover,
    severity=Severity.WARNING,
    why=mark("It is tiring."),
    remedy=mark("Take the marks off."),
    source=mark("House policy"),
    {fix}
)
def check(cover: Cover, options: NoOptions) -> Iterator[Outcome]:
    """Look for three marks at the end."""
    for one in cover.texts():
        if one.plain_text.endswith("!!!"):
            yield Problem("shouts", f"{one.name} shouts.", element=one.id)
'''
_FIX = 'fix=_calmed,\n    fixes=frozenset({"shouts"}),'


class Copy:
    """A copy of the program in a folder of its own, used as a person uses it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        ignored = shutil.ignore_patterns("__pycache__", "gui", "locale")
        shutil.copytree(ROOT / "coverkit", folder / "coverkit", ignore=ignored)
        (folder / "assets").mkdir()
        for name in _SHARED:
            (folder / "assets" / name).symlink_to(ROOT / "assets" / name, target_is_directory=True)
        shutil.copytree(ROOT / "assets" / "templates", folder / "assets" / "templates")
        self.files = self._files()

    def _files(self) -> frozenset[Path]:
        return frozenset(path for path in self.folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)

    def added(self) -> set[Path]:
        """Return the files that were added since the copy was made, by their first own folder or file."""
        return {path.relative_to(self.folder) for path in self._files() - self.files if path.suffix not in (".cover", ".pdf")}

    def run(self, *arguments: str | Path, code: int = 0) -> str:
        """Run the command line of the copy."""
        words = [str(one) for one in arguments]
        call = f"from coverkit.cli.main import main\nraise SystemExit(main({words!r}))"
        environment = {**os.environ, "COVERKIT_CONFIG": str(self.folder / "own"), "COVERKIT_LANG": "en"}
        ended = subprocess.run(
            [sys.executable, "-c", call], cwd=self.folder, env=environment, capture_output=True, text=True, check=False
        )
        assert ended.returncode == code, ended.stdout + ended.stderr
        return ended.stdout

    def listed(self, *arguments: str) -> list[dict[str, Any]]:
        """Return the entries of a list of the copy."""
        document = json.loads(self.run(*arguments, "--json"))
        (entries,) = (value for value in document.values() if isinstance(value, list))
        return list(entries)

    def checked(self, cover: Path) -> set[str]:
        """Return the rules that find something in a cover; one without a picture has errors, which is no matter here."""
        ended = json.loads(self.run("check", cover, "--json", code=1))
        return {one["rule"] for one in ended["findings"]}


@pytest.fixture
def program(tmp_path: Path) -> Copy:
    return Copy(tmp_path / "bản sao")


def _campaign(program: Copy) -> None:
    campaigns = program.folder / "assets" / "templates" / "campaigns"
    folder = campaigns / "ngay-hoi-2026"
    # The seal is over another campaign's files; one that is being made has none.
    shutil.copytree(campaigns / "bau-cu-2016", folder, ignore=shutil.ignore_patterns("seal.json"))
    text = (folder / "campaign.toml").read_text(encoding="utf-8")
    (folder / "campaign.toml").write_text(text.replace('id = "bau-cu-2016"', 'id = "ngay-hoi-2026"', 1), encoding="utf-8")


def _design(program: Copy) -> None:
    designs = program.folder / "assets" / "templates" / "designs"
    shutil.copytree(designs / "toi-gian", designs / "cua-toi")
    path = designs / "cua-toi" / "design.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('id = "toi-gian"', 'id = "cua-toi"', 1), encoding="utf-8")


def _format(program: Copy) -> None:
    path = program.folder / "coverkit" / "formats" / "data" / "pages" / "vuong.toml"
    path.write_text('name_vi = "Vuông"\nname_en = "Square"\ntrim_mm = [180, 180]\n', encoding="utf-8")


@pytest.mark.parametrize(
    ("add", "listing", "name", "option"),
    [
        (_campaign, ("campaigns", "list"), "ngay-hoi-2026", "--campaign"),
        (_design, ("designs",), "cua-toi", "--design"),
        (_format, ("formats",), "vuong", "--format"),
    ],
)
def test_a_folder_or_file_of_data_is_listed_used_and_judged(
    program: Copy, add: Callable[[Copy], None], listing: tuple[str, ...], name: str, option: str
) -> None:
    add(program)
    assert all(name in path.parts or path.stem == name for path in program.added())
    assert name in [one["id"] for one in program.listed(*listing)]
    cover = program.folder / "bìa.cover"
    program.run("new", "-o", cover, option, name, "--unit", program.folder / "assets" / "samples" / "unit.toml")
    assert program.checked(cover)
    program.run("export", cover, "-o", program.folder / "bìa.pdf", "--force", code=1)
    assert (program.folder / "bìa.pdf").stat().st_size > 10_000


def test_one_file_is_a_rule_and_a_fix(program: Copy) -> None:
    cover = program.folder / "bìa.cover"
    unit = program.folder / "assets" / "samples" / "unit.toml"
    program.run("new", "-o", cover, "--unit", unit, "--set", "headline=Mùa vàng!!!")
    path = program.folder / "coverkit" / "rules" / "text" / "no_shouting.py"
    path.write_text(_RULE.replace("{fix}", "", 1), encoding="utf-8")
    assert program.added() == {path.relative_to(program.folder)}
    assert "Headlines do not shout" in program.run("rules", "--markdown")
    program.run("check", cover, "--fix", code=1)
    assert "text.no-shouting" in program.checked(cover)
    path.write_text(_RULE.replace("{fix}", _FIX, 1), encoding="utf-8")
    program.run("check", cover, "--fix", code=1)
    assert "text.no-shouting" not in program.checked(cover)
