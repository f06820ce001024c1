"""Each fault that the program is for: named by its rule, in every design, by the functions and by the command line."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import coverkit
from coverkit.app.covers import save
from coverkit.app.file_check import check_file
from coverkit.app.pipeline import ExportRequest, NotPassedError, check_cover, export
from coverkit.app.project import Project
from coverkit.app.rulebook import rules
from coverkit.checks.finding import Severity, Status
from coverkit.checks.runner import CheckResult
from coverkit.cli.main import main
from coverkit.layout.cover import Cover
from tests.app.faults import FAULTS, Fault
from tests.app.shelf import DESIGNS, Shelf

SAMPLE = "campaign.sample"
EVERY = pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)


def _objecting(result: CheckResult) -> set[str]:
    return {finding.rule for finding in result.findings} - {SAMPLE}


@pytest.mark.parametrize("design", DESIGNS)
def test_a_cover_without_faults_passes(design: str, shelf: Shelf) -> None:
    result = check_cover(shelf.project(design)).result
    assert result.status in (Status.PASS, Status.NOTE)
    assert {finding.rule for finding in result.findings} <= {SAMPLE}
    assert len(result.rules) == sum(rule.subject is Cover for rule in rules()) >= 30
    assert {one.status for one in result.rules} <= {Status.PASS, Status.NOTE}


@EVERY
@pytest.mark.parametrize("design", DESIGNS)
def test_the_right_rule_names_the_fault(design: str, fault: Fault, shelf: Shelf) -> None:
    result = check_cover(fault.make(shelf.project(design))).result
    named = [finding for finding in result.findings if finding.rule == fault.rule]
    assert {(finding.code, finding.severity, finding.status) for finding in named} == {(fault.code, fault.severity, "open")}
    # Two texts of a design may be set in the font that lacks the letter.
    assert len(named) == 1 or fault.code == "missing"
    assert named[0].remedy
    assert named[0].source
    assert _objecting(result) - {fault.rule} <= fault.others
    # What stands on a picture has no one contrast: not checked there, and said so.
    assert {one.id for one in result.rules if one.status in (Status.CRASH, Status.NOT_CHECKED)} <= {"colour.contrast"}
    assert result.status.value == fault.severity.value
    if fault.name == "text 1 mm from the trim":
        assert named[0].problem.measured == pytest.approx(1.0, abs=0.02)


@EVERY
@pytest.mark.parametrize("output", ["pdf-x4", "png"])
def test_errors_are_refused(output: str, fault: Fault, shelf: Shelf) -> None:
    project = fault.make(shelf.project("o-luoi"))
    if fault.severity is Severity.ERROR:
        with pytest.raises(NotPassedError) as refused:
            export(project, ExportRequest(output))
        assert fault.rule in _objecting(refused.value.checked.result)
    elif output == "pdf-x4":
        assert export(project, ExportRequest(output)).result.status is Status.WARNING


@pytest.mark.parametrize("name", ["banner stretched 5 %", "photograph of 120 ppi"])
def test_a_forced_file_says_that_it_did_not_pass(name: str, shelf: Shelf, tmp_path: Path) -> None:
    fault = next(one for one in FAULTS if one.name == name)
    forced = export(fault.make(shelf.project()), ExportRequest("pdf-x4", force=True))
    assert fault.rule in _objecting(forced.result)
    (tmp_path / "forced.pdf").write_bytes(forced.files[0].data)
    assert check_file(tmp_path / "forced.pdf").record["Result"] == "not-passed"
    assert check_file(shelf.press().path).record["Result"] == "note"


class Shell:
    """The command line on one cover, in this process."""

    def __init__(self, project: Project, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.cover, self.out = folder / "bìa.cover", folder / "bìa.pdf"
        save(project, self.cover)
        self._capsys = capsys

    def check(self, *options: str) -> tuple[int, dict[str, Any]]:
        code = main(["--lang", "en", "check", str(self.cover), "--json", *options])
        document = json.loads(self._capsys.readouterr().out)
        assert isinstance(document, dict)
        return code, document

    def export(self, *options: str) -> int:
        return main(["--lang", "en", "export", str(self.cover), "-o", str(self.out), *options])


@EVERY
def test_the_command_line_names_it_and_refuses(
    fault: Fault, shelf: Shelf, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shell = Shell(fault.make(shelf.project()), tmp_path, capsys)
    code, said = shell.check()
    assert code == (1 if fault.severity is Severity.ERROR else 0)
    assert said["status"] == fault.severity.value
    assert said["schema"] == 1
    found = [(one["rule"], one["code"], one["severity"]) for one in said["findings"]]
    assert (fault.rule, fault.code, fault.severity.value) in found
    assert {one["status"] for one in said["rules"] if one["id"] == fault.rule} == {fault.severity.value}
    assert shell.check("--fail-on", "warning")[0] == 1
    assert shell.export() == code
    assert shell.out.exists() is (code == 0)


def test_force_writes_and_still_tells(shelf: Shelf, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shell = Shell(FAULTS[0].make(shelf.project()), tmp_path, capsys)
    assert shell.export("--force") == 1
    assert check_file(shell.out).record["Result"] == "not-passed"


def test_the_program_itself_exits_so(shelf: Shelf, tmp_path: Path) -> None:
    save(FAULTS[2].make(shelf.project()), tmp_path / "bìa.cover")
    program = Path(coverkit.__file__).parents[1] / "main.py"
    command = [sys.executable, str(program), "check", "bìa.cover", "--json"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 1
    assert "campaign.banner-present" in {one["rule"] for one in json.loads(done.stdout)["findings"]}
