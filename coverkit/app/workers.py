"""Work on many files in processes of their own: one that breaks, hangs or is killed takes nothing but its own file with it.

A job is set up once in each process (`prepare`), so what is made once is used by all its files.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, Literal, Self, TypeVar, cast

from coverkit import i18n
from coverkit.errors import CoverKitError, ExitCode
from coverkit.records import dataclass

TaskT = TypeVar("TaskT")
ResultT = TypeVar("ResultT")
Ending = Literal["done", "refused", "broke", "died", "timeout"]
_TICK = 0.25
"""Seconds between looks at the clock."""
_NONE = object()


@dataclass(frozen=True, slots=True)
class Job(Generic[TaskT, ResultT]):
    """What the processes do; everything in it can be sent to a process.

    Attributes:
        prepare: called once in each process with `setup`; returns what does one task.
        seconds: for one task; then its process is killed. None for as long as it takes.
    """

    prepare: Callable[[Any], Callable[[TaskT], ResultT]]
    setup: Any
    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Outcome(Generic[TaskT, ResultT]):
    """How a task ended.

    Attributes:
        ending: done; refused, with a message for people; broke, an error nobody foresaw; died, the process was lost;
            timeout.
        message, remedy: of what did not end well.
        exit_code: that an error asks for.
    """

    task: TaskT
    ending: Ending
    result: ResultT | None = None
    message: str = ""
    remedy: str = ""
    exit_code: int = 0


def run_here(job: Job[TaskT, ResultT], tasks: Iterable[TaskT]) -> Iterator[Outcome[TaskT, ResultT]]:
    """Do tasks one after the other in this very process, without a limit of time."""
    work = job.prepare(job.setup)
    for task in tasks:
        yield _attempt(work, task)


class Crew(Generic[TaskT, ResultT]):
    """Processes that do one job; they are started when they are needed, and end with the `with` block."""

    def __init__(self, job: Job[TaskT, ResultT], count: int) -> None:
        self._job = job
        self._count = max(1, count)
        self._workers: list[_Worker[TaskT, ResultT]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for one in self._workers:
            one.end()

    def run(self, tasks: Iterable[TaskT]) -> Iterator[Outcome[TaskT, ResultT]]:
        """Do tasks; outcomes come as they end, in any order.

        Raises:
            CoverKitError: the job could not be set up.
        """
        rest = iter(tasks)
        while len([one for one in self._workers if one.busy]) < self._count and self._give(rest):
            pass
        while busy := [one for one in self._workers if one.busy]:
            ready = set(wait([one.connection for one in busy], _TICK))
            for one in busy:
                outcome = one.outcome(one.connection in ready)
                if outcome is not None:
                    # Before the outcome is looked at, so that no process waits for the reader.
                    self._give(rest)
                    yield outcome

    def _give(self, rest: Iterator[TaskT]) -> bool:
        """Hand out the next task; return whether there was one."""
        task = next(rest, _NONE)
        if task is _NONE:
            return False
        free = next((one for one in self._workers if not one.busy), None)
        if free is None:
            free = _Worker(self._job)
            self._workers.append(free)
        free.give(cast("TaskT", task))
        return True


class _Worker(Generic[TaskT, ResultT]):
    """A process and its task. A lost process is replaced when the next task is given."""

    def __init__(self, job: Job[TaskT, ResultT]) -> None:
        self._job = job
        self._task: TaskT | None = None
        self._deadline = float("inf")
        self.busy = False
        self._start()

    def give(self, task: TaskT) -> None:
        """Give it a task."""
        if not self._process.is_alive():
            self._start()
        self._task, self.busy = task, True
        self._deadline = float("inf") if self._job.seconds is None else time.monotonic() + self._job.seconds
        # A process that is already lost is noticed when its answer is awaited.
        with suppress(OSError):
            self.connection.send(task)

    def outcome(self, ready: bool) -> Outcome[TaskT, ResultT] | None:
        """Return how its task ended, None while it lasts."""
        task = self._task
        assert task is not None
        if ready:
            try:
                answer = self.connection.recv()
            except (EOFError, OSError):
                answer = None
            self.busy = False
            if answer is None:
                self.end()
                return Outcome(task, "died")
            if isinstance(answer, CoverKitError):
                raise answer
            return cast("Outcome[TaskT, ResultT]", answer)
        if time.monotonic() > self._deadline:
            self.busy = False
            self.end()
            return Outcome(task, "timeout")
        return None

    def end(self) -> None:
        """End the process, whatever it does."""
        self.connection.close()
        self._process.kill()
        self._process.join()

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, self._job, i18n.language()), daemon=True)
        self._process.start()
        theirs.close()


def _serve(connection: Connection, job: Job[Any, Any], language: str) -> None:
    """Do tasks until the other side is gone. Ctrl+C is the other side's affair."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    i18n.activate(language)
    try:
        work = job.prepare(job.setup)
    except CoverKitError as error:
        connection.send(error)
        return
    while True:
        try:
            task = connection.recv()
        except (EOFError, OSError):
            return
        # Nobody may be there any more to hear it.
        with suppress(OSError):
            connection.send(_attempt(work, task))


def _attempt(work: Callable[[TaskT], ResultT], task: TaskT) -> Outcome[TaskT, ResultT]:
    """Do a task; what goes wrong is an outcome like any other."""
    try:
        return Outcome(task, "done", work(task))
    except CoverKitError as error:
        return Outcome(task, "refused", None, error.message, error.remedy, error.exit_code)
    except Exception as error:  # noqa: BLE001 - one file that breaks the program must not stop the others
        message = " ".join(f"{type(error).__name__}: {error}".split())
        return Outcome(task, "broke", None, message, exit_code=ExitCode.CRASH)
