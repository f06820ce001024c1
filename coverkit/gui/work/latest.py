"""Things made one after the other in the background: always the newest wish next, and none that began is thrown away.

The worker drops a job when a newer one of its name comes; what takes longer than the pause between two changes would then
never be finished while something is dragged.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from coverkit.gui.work.worker import Worker

Made = TypeVar("Made")


class Latest(Generic[Made]):
    """One kind of thing: a bitmap, a check."""

    def __init__(
        self,
        worker: Worker,
        name: str,
        done: Callable[[Made], None],
        failed: Callable[[Exception], None],
        urgency: int = 0,
    ) -> None:
        """Make things of one kind.

        Args:
            worker: makes them.
            name: of the job.
            done: takes each that was made, in the main thread.
            failed: takes what was raised instead, in the main thread.
            urgency: the greater, the sooner.
        """
        self._worker = worker
        self._name = name
        self._done = done
        self._told = failed
        self._urgency = urgency
        self._runs = False
        self._wish: Callable[[], Made] | None = None
        self._stale = False

    @property
    def busy(self) -> bool:
        """Tell whether one is being made or wished for."""
        return self._runs

    def ask(self, make: Callable[[], Made]) -> None:
        """Wish for one; an older wish that has not begun is dropped."""
        if self._runs:
            self._wish = make
            return
        self._runs = True
        self._stale = False
        self._worker.submit(self._name, lambda task: make(), self._finished, self._failed, self._urgency)

    def forget(self) -> None:
        """Drop the wish, and what is being made now."""
        self._wish = None
        self._stale = True

    def _finished(self, made: Made) -> None:
        self._runs = False
        wish, self._wish = self._wish, None
        if not self._stale:
            self._done(made)
        if wish is not None and not self._runs:
            self.ask(wish)

    def _failed(self, error: Exception) -> None:
        self._runs = False
        self._wish = None
        self._told(error)
