"""One background thread that does jobs by urgency; of jobs with the same name only the newest is kept.

Qt's widgets live in the main thread: `done` and `failed` are called there.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from coverkit.records import dataclass


class CancelledError(Exception):
    """The job was cancelled; raised inside it by `Task.check`."""


class Task:
    """What a job holds of itself: whether it is still wanted, and whom to tell how far it is."""

    def __init__(self, report: Callable[[float, str], None]) -> None:
        self._report = report
        self._cancelled = threading.Event()

    @property
    def cancelled(self) -> bool:
        """Tell whether the result is no longer wanted."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Say that the result is no longer wanted."""
        self._cancelled.set()

    def check(self) -> None:
        """Stop the job if it is no longer wanted.

        Raises:
            CancelledError: it is not.
        """
        if self.cancelled:
            raise CancelledError

    def progress(self, share: float, doing: str) -> None:
        """Say how far it is, 0 to 1, and what is being done; stops a cancelled job.

        Raises:
            CancelledError: it is no longer wanted.
        """
        self.check()
        self._report(share, doing)


@dataclass(slots=True)
class _Job:
    name: str
    urgency: int
    number: int
    work: Callable[[Task], Any]
    done: Callable[[Any], None]
    failed: Callable[[Exception], None]
    task: Task


class Worker(QObject):
    """A thread with a list of jobs. Make it in the main thread; `close` waits for the job that runs."""

    progressed = Signal(str, float, str)
    """Name of the job, share 0 to 1, what is being done."""
    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None, name: str = "coverkit-worker") -> None:
        super().__init__(parent)
        self._jobs: list[_Job] = []
        self._running: _Job | None = None
        self._count = 0
        self._open = True
        self._wake = threading.Condition()
        self._finished.connect(_deliver, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._loop, name=name, daemon=True)

    def submit(
        self,
        name: str,
        work: Callable[[Task], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        urgency: int = 0,
    ) -> None:
        """Do something in the background.

        Args:
            name: a job of the same name that waits is dropped, one that runs is cancelled and its result thrown away.
            work: called in the thread.
            done: called in the main thread with the result.
            failed: called in the main thread with what was raised.
            urgency: the greater, the sooner.
        """
        with self._wake:
            self._drop(name)
            self._count += 1
            task = Task(lambda share, doing: self.progressed.emit(name, share, doing))
            self._jobs.append(_Job(name, urgency, self._count, work, done, failed, task))
            self._wake.notify()
        if self._thread.ident is None:
            # Not before there is something to do: the first window is painted without it.
            self._thread.start()

    def cancel(self, name: str) -> None:
        """Drop a job, or cancel it where it runs."""
        with self._wake:
            self._drop(name)

    @property
    def busy(self) -> bool:
        """Tell whether anything runs or waits."""
        with self._wake:
            return bool(self._jobs) or self._running is not None

    def close(self) -> None:
        """Drop what waits, cancel what runs, and wait for the thread."""
        with self._wake:
            self._open = False
            self._jobs.clear()
            if self._running is not None:
                self._running.task.cancel()
            self._wake.notify()
        if self._thread.ident is not None:
            self._thread.join()

    def _drop(self, name: str) -> None:
        self._jobs = [job for job in self._jobs if job.name != name]
        if self._running is not None and self._running.name == name:
            self._running.task.cancel()

    def _next(self) -> _Job | None:
        with self._wake:
            self._running = None
            while self._open and not self._jobs:
                self._wake.wait()
            if not self._open:
                return None
            job = max(self._jobs, key=lambda one: (one.urgency, -one.number))
            self._jobs.remove(job)
            self._running = job
            return job

    def _loop(self) -> None:
        while (job := self._next()) is not None:
            call: Callable[[], None]
            try:
                result = job.work(job.task)
            except CancelledError:
                continue
            except Exception as error:  # noqa: BLE001 - whatever broke is told in the main thread
                call = _bound(job.failed, error)
            else:
                call = _bound(job.done, result)
            self._finished.emit((job.task, call))


def _bound(function: Callable[[Any], None], argument: Any) -> Callable[[], None]:
    return lambda: function(argument)


def _deliver(finished: tuple[Task, Callable[[], None]]) -> None:
    task, call = finished
    if not task.cancelled:
        call()
