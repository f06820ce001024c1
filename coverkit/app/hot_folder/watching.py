"""The watch itself: look, claim, have checked, deliver, tell; again and again, or once."""

from __future__ import annotations

import datetime as dt
import json
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, field
from pathlib import Path
from typing import Any

from coverkit.app.hot_folder import checking
from coverkit.app.hot_folder.arrivals import Arrivals
from coverkit.app.hot_folder.checking import CheckSetup, Summary
from coverkit.app.hot_folder.places import VERDICTS, Claimed, Places
from coverkit.app.presence import Presence, is_held
from coverkit.app.workers import Crew, Job, Outcome
from coverkit.errors import ExitCode, InputError, OutputError, UsageError
from coverkit.i18n import system_reason, tr
from coverkit.records import dataclass

JOURNAL = "journal.jsonl"
_STEP = 0.2
"""Seconds between looks at whether to stop."""


@dataclass(frozen=True, slots=True)
class WatchOptions:
    """How a hot folder is watched.

    Attributes:
        check: what files are checked for.
        every: seconds between looks.
        settle: seconds for which a file must look the same before it is taken.
        patience: seconds after which a file that never became complete is taken as it is.
        jobs: processes that check at the same time.
        seconds: for one file; one that takes longer has failed.
    """

    check: CheckSetup = field(default_factory=CheckSetup)
    every: float = 2.0
    settle: float = 2.0
    patience: float = 60.0
    jobs: int = 1
    seconds: float = 120.0


@dataclass(frozen=True, slots=True)
class Sorted:
    """A file that was sorted."""

    name: str
    path: Path
    summary: Summary
    time: dt.datetime


def entry(one: Sorted) -> dict[str, Any]:
    """Return what programs are told of a sorted file."""
    return {
        "time": one.time.isoformat(timespec="seconds"),
        "name": one.name,
        "path": str(one.path),
        **asdict(one.summary),
    }


class Watch:
    """A hot folder that is being watched. `stop` ends it after the file in hand."""

    def __init__(
        self, inbox: Path, outbox: Path, options: WatchOptions, tell: Callable[[str], None] = lambda message: None
    ) -> None:
        """Get ready.

        Args:
            inbox: where files arrive.
            outbox: where they are sorted.
            options: how.
            tell: is told of trouble that may pass, such as a network that is gone for a while.

        Raises:
            UsageError: the folders cannot be these.
            OutputError: they cannot be made.
        """
        _refuse_nesting(inbox, outbox)
        self._places = Places(inbox, outbox)
        self._options = options
        self._journal = outbox / JOURNAL
        self._arrivals = Arrivals(inbox, options.settle, options.patience)
        self._tell = tell
        self._trouble = ""
        self._stopped = False

    @property
    def waiting(self) -> tuple[str, ...]:
        """Files that have not arrived whole yet."""
        return self._arrivals.waiting

    def stop(self) -> None:
        """End the watch; may be called from a signal or another thread."""
        self._stopped = True

    def run(self, *, once: bool = False) -> Iterator[Sorted]:
        """Sort what arrives; yield each file when it lies in its last place.

        Args:
            once: end when everything that has arrived whole is sorted.

        Raises:
            InputError: IN cannot be read; only with `once`, else it is waited for.
            OutputError: OUT cannot be written; nothing is lost.
            UsageError: another program watches here, or there is no such campaign or printer.
        """
        self._places.make()
        job = Job(checking.prepare, self._options.check, self._options.seconds)
        with _alone(self._places.lock), Crew(job, self._options.jobs) as crew:
            yield from self._sort(crew, self._places.left_over())
            if once:
                self._arrivals.look(time.monotonic())
                self._pause(self._options.settle)
            while not self._stopped:
                yield from self._sort(crew, self._claims(self._ready(once=once)))
                if once:
                    return
                self._pause(self._options.every)

    def _ready(self, *, once: bool) -> list[Path]:
        """Return the files that have arrived whole; trouble that goes on is told once."""
        try:
            ready = self._arrivals.look(time.monotonic())
        except InputError as error:
            if once:
                raise
            if self._trouble != error.message:
                self._tell(error.message)
            self._trouble = error.message
            return []
        self._trouble = ""
        return ready

    def _claims(self, ready: Iterable[Path]) -> Iterator[Claimed]:
        """Claim files one by one, as there is a process for them: what is not yet needed stays in IN."""
        for path in ready:
            if self._stopped:
                return
            claimed = self._places.claim(path)
            if claimed is not None:
                yield claimed

    def _sort(self, crew: Crew[Claimed, Summary], claims: Iterable[Claimed]) -> Iterator[Sorted]:
        for outcome in crew.run(claims):
            # Some writers pause, or write an end mark in the middle: what was checked is not what was meant.
            if outcome.task.was_written_to and self._places.give_back(outcome.task):
                continue
            summary = self._summary(outcome)
            path = self._places.deliver(outcome.task, summary.verdict)
            sorted_ = Sorted(outcome.task.path.name, path, summary, dt.datetime.now().astimezone())
            self._write_down(sorted_)
            yield sorted_

    def _summary(self, outcome: Outcome[Claimed, Summary]) -> Summary:
        if outcome.result is not None:
            return outcome.result
        if outcome.exit_code == ExitCode.OUTPUT:
            raise OutputError(outcome.message, outcome.remedy)
        remedy = outcome.remedy or tr("Export the file again, or ask its sender for another one.")
        match outcome.ending:
            case "timeout":
                message = tr("The check took longer than {seconds} seconds.", seconds=f"{self._options.seconds:g}")
                return checking.refused(outcome.task, "timeout", message, remedy)
            case "died":
                return checking.refused(outcome.task, "crash", tr("The check was broken off: its process was lost."), remedy)
            case "broke":
                message = tr("The program failed on this file ({error}). Please report it.", error=outcome.message)
                return checking.refused(outcome.task, "crash", message, remedy)
            case _:
                return checking.refused(outcome.task, "unreadable", outcome.message, remedy)

    def _write_down(self, one: Sorted) -> None:
        line = json.dumps(entry(one), ensure_ascii=False, allow_nan=False) + "\n"
        try:
            with self._journal.open("a", encoding="utf-8") as stream:
                stream.write(line)
        except OSError as error:
            raise OutputError(
                tr("{path} cannot be written: {reason}.", path=self._journal, reason=system_reason(error)),
                tr("Free some space or ask for the right to write there, then start again: nothing is lost."),
            ) from error

    def _pause(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        while not self._stopped and (left := end - time.monotonic()) > 0:
            time.sleep(min(_STEP, left))


def _refuse_nesting(inbox: Path, outbox: Path) -> None:
    if not inbox.is_dir():
        raise UsageError(tr("There is no folder {path}.", path=inbox), tr("Make it, or name another one."))
    one, other = inbox.resolve(), outbox.resolve()
    if one == other or any(one.is_relative_to(other / name) for name in (*VERDICTS, ".working")):
        raise UsageError(
            tr("{path} cannot be both where files arrive and where they are sorted.", path=inbox), tr("Name another folder.")
        )


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """Hold the lock of a hot folder.

    Raises:
        UsageError: another program holds it.
    """
    try:
        held = None if is_held(lock) else Presence(lock)
    except OSError:
        held = None
    if held is None:
        raise UsageError(
            tr("Another program sorts into {path} already.", path=lock.parent.parent), tr("Stop it, or name another folder.")
        )
    try:
        yield
    finally:
        held.leave()
