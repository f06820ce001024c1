"""Make the cover of one row: changed, checked, exported into a folder of its own. Runs here or in a process apart."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

from coverkit.app.batch.plan import RowPlan
from coverkit.app.covers import change_cover, save
from coverkit.app.pictures import press_output
from coverkit.app.pipeline import ExportRequest, NotPassedError, export, write_files
from coverkit.app.project import Project
from coverkit.checks.finding import Severity
from coverkit.checks.runner import CheckResult
from coverkit.errors import OutputError
from coverkit.export.output import output
from coverkit.i18n import system_reason, tr
from coverkit.records import dataclass

Problem = Literal["fail", "skip", "keep"]


@dataclass(frozen=True, slots=True)
class BatchSetup:
    """What all rows share.

    Attributes:
        base: the cover that rows change.
        stage: where files are made, before they are moved to where they belong.
        output: id of the output; "" for what the printer wants.
        printer: id of another printer than the base's; "" for its own.
        on_problem: what becomes of a cover with errors.
        covers: save each row's cover, too.
    """

    base: Path
    stage: Path
    output: str = ""
    printer: str = ""
    on_problem: Problem = "fail"
    covers: bool = False


@dataclass(frozen=True, slots=True)
class RowMade:
    """What was made of a row.

    Attributes:
        passed: without errors.
        files: in the stage; none where errors forbade it.
        errors: findings that are errors: rule, code and message.
    """

    passed: bool
    status: str
    counts: dict[str, int]
    files: tuple[Path, ...]
    errors: tuple[dict[str, str], ...]


def open_base(setup: BatchSetup) -> Project:
    """Open the base cover.

    Raises:
        InputError: it cannot be read.
        UsageError: there is no such printer or output.
    """
    base = Project.open(setup.base)
    if setup.output:
        output(setup.output)
    return base.for_printer(setup.printer) if setup.printer else base


def prepare(setup: BatchSetup) -> Callable[[RowPlan], RowMade]:
    """Return what makes a row; called once in each process, so that rows share what is made once."""
    base = open_base(setup)
    return lambda row: _make(base, setup, row)


def _make(base: Project, setup: BatchSetup, row: RowPlan) -> RowMade:
    project = change_cover(base, row.changes())
    wanted = output(setup.output or press_output(project.printer))
    try:
        exported = export(project, ExportRequest(wanted.id, force=setup.on_problem == "keep"), row.stem)
    except NotPassedError as refused:
        return _made(refused.checked.result, ())
    folder = setup.stage / str(row.row)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(
            tr("{path} cannot be written: {reason}.", path=folder, reason=system_reason(error)), tr("Choose another folder.")
        ) from error
    files = list(write_files(exported, folder / f"{row.stem}{wanted.ending}"))
    if setup.covers:
        save(project, folder / f"{row.stem}.cover")
        files.append(folder / f"{row.stem}.cover")
    return _made(exported.result, tuple(files))


def _made(result: CheckResult, files: tuple[Path, ...]) -> RowMade:
    errors: list[dict[str, Any]] = [
        {"rule": one.rule, "code": one.code, "message": one.problem.message}
        for one in result.findings
        if one.severity is Severity.ERROR and one.status == "open"
    ]
    return RowMade(not result.reaches(Severity.ERROR), result.status.value, result.counts(), files, tuple(errors))
