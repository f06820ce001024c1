"""Run a batch: rows are made in a stage, and moved to where they belong when they are whole."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Literal

from coverkit import __version__
from coverkit.app.batch.making import BatchSetup, RowMade, open_base, prepare
from coverkit.app.batch.plan import RowPlan, plan
from coverkit.app.batch.table import Table
from coverkit.app.presence import Presence, is_held
from coverkit.app.workers import Crew, Job, Outcome, run_here
from coverkit.errors import CoverKitError, ExitCode, OutputError, UsageError
from coverkit.i18n import system_reason, tr
from coverkit.model.storage.atomic import atomic_write
from coverkit.records import dataclass, replace

SCHEMA = 1
SUMMARY = "batch.json"
_LOCK, _STAGE = ".batch.lock", ".batch-"

RowState = Literal["written", "kept", "refused", "broke", "not-delivered", "not-made"]


@dataclass(frozen=True, slots=True)
class RowDone:
    """What became of a row.

    Attributes:
        state: written; kept although it has errors; refused for its errors; broke, it could not be made at all;
            not-delivered, made but given up with the batch; not-made, the batch ended before.
        files: as they were delivered.
        message: of a row that broke.
    """

    row: int
    stem: str
    state: RowState
    made: RowMade | None = None
    files: tuple[Path, ...] = ()
    message: str = ""

    @property
    def is_problem(self) -> bool:
        """It has errors or broke."""
        return self.state in ("kept", "refused", "broke")


@dataclass(frozen=True, slots=True)
class Batch:
    """A batch that is to be run: its rows were read, nothing is made yet.

    Attributes:
        out: the folder that gets the files.
        jobs: processes that work at the same time.
    """

    table: Table
    rows: tuple[RowPlan, ...]
    setup: BatchSetup
    out: Path
    jobs: int = 1

    def run(self) -> Iterator[RowDone]:
        """Make the rows; yield each when it is done, in the order in which they end.

        With `fail`, the first problem ends the batch and nothing is delivered; what was made before is told again, as not
        delivered, and the rest as not made.

        Raises:
            OutputError: the folder cannot be written.
            UsageError: another batch runs there.
        """
        with _alone(self.out), _stage(self.out) as stage:
            job = Job(prepare, replace(self.setup, stage=stage))
            if self.setup.on_problem == "fail":
                yield from self._all_or_nothing(job)
                return
            for outcome in self._outcomes(job):
                yield self._delivered(_done(outcome, keep=self.setup.on_problem == "keep"))

    def _all_or_nothing(self, job: Job[RowPlan, RowMade]) -> Iterator[RowDone]:
        made: list[RowDone] = []
        for outcome in self._outcomes(job):
            done = _done(outcome, keep=False)
            made.append(done)
            if done.is_problem:
                yield done
                yield from self._given_up(made)
                return
        for done in made:
            yield self._delivered(done)

    def _given_up(self, made: list[RowDone]) -> Iterator[RowDone]:
        done = {one.row for one in made}
        yield from (replace(one, state="not-delivered") for one in made if not one.is_problem)
        yield from (RowDone(row.row, row.stem, "not-made") for row in self.rows if row.row not in done)

    def _outcomes(self, job: Job[RowPlan, RowMade]) -> Iterator[Outcome[RowPlan, RowMade]]:
        if self.jobs == 1:
            yield from run_here(job, self.rows)
            return
        with Crew(job, min(self.jobs, len(self.rows))) as crew:
            yield from crew.run(self.rows)

    def _delivered(self, done: RowDone) -> RowDone:
        """Move a row's files to where they belong, the press file last."""
        if done.made is None or not done.made.files:
            return done
        targets = tuple(self.out / path.name for path in done.made.files)
        for path, target in reversed(list(zip(done.made.files, targets, strict=True))):
            try:
                path.replace(target)
            except OSError as error:
                raise _not_written(target, error) from error
        return replace(done, files=targets)


def read_batch(table: Table, folder: Path, setup: BatchSetup, out: Path, jobs: int = 1) -> Batch:
    """Read what a table asks for.

    Args:
        table: the table.
        folder: where pictures and units that cells name are looked for.
        setup: what all rows share; its stage is set when the batch runs.
        out: the folder that gets the files.
        jobs: processes that work at the same time.

    Raises:
        InputError: base or table cannot be read, or cells are wrong.
        UsageError: there is no such printer or output.
    """
    base = open_base(setup)
    return Batch(table, plan(table, base, folder, setup.base.stem), setup, out, jobs)


def summary(batch: Batch, rows: list[RowDone]) -> dict[str, Any]:
    """Return what is written of a batch, for programs (schema 1: extend, never change)."""
    states = [one.state for one in rows]
    return {
        "schema": SCHEMA,
        "coverkit": __version__,
        "table": batch.table.name,
        "encoding": batch.table.encoding,
        "base": batch.setup.base.name,
        "on_problem": batch.setup.on_problem,
        "status": _status(batch, rows),
        "counts": {"rows": len(batch.rows), **{state: states.count(state) for state in sorted(set(states))}},
        "rows": [_told(one) for one in sorted(rows, key=lambda one: one.row)],
    }


def _status(batch: Batch, rows: list[RowDone]) -> str:
    if len(rows) < len(batch.rows):
        return "stopped"
    return "problems" if any(one.is_problem for one in rows) else "done"


def write_summary(batch: Batch, rows: list[RowDone]) -> Path:
    """Write the summary beside the files.

    Raises:
        OutputError: it cannot be written.
    """
    path = batch.out / SUMMARY
    text = json.dumps(summary(batch, rows), ensure_ascii=False, indent=2, allow_nan=False) + "\n"
    atomic_write(path, text.encode())
    return path


def _told(one: RowDone) -> dict[str, Any]:
    made = one.made
    return {
        "row": one.row,
        "name": one.stem,
        "state": one.state,
        "files": [path.name for path in one.files],
        "status": None if made is None else made.status,
        "counts": None if made is None else made.counts,
        "errors": [] if made is None else list(made.errors),
        "message": one.message,
    }


def _done(outcome: Outcome[RowPlan, RowMade], *, keep: bool) -> RowDone:
    row, made = outcome.task, outcome.result
    if made is not None:
        state: RowState = "written" if made.passed else "kept" if keep else "refused"
        return RowDone(row.row, row.stem, state, made)
    if outcome.exit_code == ExitCode.OUTPUT:
        raise OutputError(outcome.message, outcome.remedy)
    message = outcome.message or tr("Its process was lost.")
    return RowDone(row.row, row.stem, "broke", message=message)


@contextmanager
def _alone(out: Path) -> Iterator[None]:
    """Hold the lock of the folder; what a batch that was killed left there is taken away."""
    lock = out / _LOCK
    try:
        out.mkdir(parents=True, exist_ok=True)
        held = None if is_held(lock) else Presence(lock)
    except BlockingIOError:
        held = None
    except OSError as error:
        raise _not_written(out, error) from error
    if held is None:
        raise UsageError(tr("Another batch runs in {path}.", path=out), tr("Wait for it, or name another folder."))
    try:
        for left in out.glob(f"{_STAGE}*"):
            if left.is_dir():
                shutil.rmtree(left, ignore_errors=True)
        yield
    finally:
        with suppress(OSError):
            lock.unlink()
        held.leave()
        # Windows takes no file away that is open.
        with suppress(OSError):
            lock.unlink()


@contextmanager
def _stage(out: Path) -> Iterator[Path]:
    try:
        stage = Path(tempfile.mkdtemp(prefix=_STAGE, dir=out))
    except OSError as error:
        raise _not_written(out, error) from error
    try:
        yield stage
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _not_written(path: Path, error: OSError) -> CoverKitError:
    return OutputError(
        tr("{path} cannot be written: {reason}.", path=path, reason=system_reason(error)), tr("Choose another folder.")
    )
