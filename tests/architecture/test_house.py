"""The house stands: floors, one library one user, discovery that fails loudly, and a core that runs without Qt."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from coverkit import registry

ROOT = Path(__file__).resolve().parents[2]


def test_imports_go_downwards_only() -> None:
    run = subprocess.run(
        [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr


def test_the_core_runs_where_qt_cannot_be_imported() -> None:
    blocked = "import sys\nfor name in ('PySide6', 'shiboken6'): sys.modules[name] = None\n"
    work = (
        "import coverkit.app.pipeline, coverkit.app.demo, coverkit.cli.main\n"
        "from coverkit.app.rulebook import rules\nassert len(rules()) >= 30"
    )
    run = subprocess.run([sys.executable, "-c", blocked + work], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr


def test_a_broken_module_is_an_error_and_never_a_missing_rule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "broken_rules"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "good.py").write_text("value = 1\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    assert [module.__name__ for module in registry.import_all("broken_rules")] == ["broken_rules.good"]
    (package / "typo.py").write_text("import no_such_module_at_all\n")
    with pytest.raises(ImportError, match="no_such_module_at_all"):
        registry.import_all("broken_rules")


def test_files_stay_small() -> None:
    large = {
        str(path.relative_to(ROOT)): lines
        for folder in ("coverkit", "tests", "benchmarks", "tools")
        for path in (ROOT / folder).rglob("*.py")
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 500
    }
    assert large == {}


def test_littlecms_is_used_in_colour_alone() -> None:
    users = {
        path.relative_to(ROOT / "coverkit").parts[0]
        for path in (ROOT / "coverkit").rglob("*.py")
        if "ImageCms" in path.read_text(encoding="utf-8")
    }
    assert users == {"colour"}


def test_records_come_from_records() -> None:
    """Each class of the standard library's decorator costs a cold start half a millisecond."""
    needle = re.compile(r"^from dataclasses import .*\b(dataclass|replace)\b", re.MULTILINE)
    users = [
        str(path.relative_to(ROOT))
        for path in (ROOT / "coverkit").rglob("*.py")
        if path.parent.name != "records" and needle.search(path.read_text(encoding="utf-8"))
    ]
    assert users == []


def test_no_text_of_the_project_names_a_path_of_somebodys_machine() -> None:
    suffixes = {".py", ".md", ".toml", ".sh", ".txt", ".css", ".mjs"}
    folders = ("coverkit", "tests", "benchmarks", "tools", "assets", "docs", ".ci")
    files = [path for folder in folders for path in (ROOT / folder).rglob("*") if path.suffix in suffixes]
    needles = tuple("/" + part + "/" for part in ("work/main", "work/shared", "root/.", "tmp/bash"))
    named = [str(path.relative_to(ROOT)) for path in files if any(one in path.read_text("utf-8") for one in needles)]
    assert named == []
