"""Processes that work on files: one that breaks, dies or hangs takes only its own file with it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

import pytest

from coverkit.app.workers import Crew, Job, Outcome, run_here
from coverkit.errors import ExitCode, UsageError
from tests.app.tasks import prepare

TASKS = ("a", "die", "b", "refuse", "hang", "c", "break", "d", "die", "e")
ENDINGS = {"die": "died", "refuse": "refused", "hang": "timeout", "break": "broke"}


def test_every_task_has_its_outcome_whatever_becomes_of_its_process() -> None:
    with Crew(Job(prepare, "did", seconds=2.0), 2) as crew:
        found = list(crew.run(TASKS))
        again = list(crew.run(["f"]))
    assert sorted(one.task for one in found) == sorted(TASKS)
    for one in found:
        assert one.ending == ENDINGS.get(one.task, "done")
        assert one.result == (None if one.task in ENDINGS else f"did {one.task}")
    assert [one.result for one in again] == ["did f"]


def test_errors_keep_their_words_and_exit_codes() -> None:
    refused, broke = run_here(Job(prepare, ""), ["refuse", "break"])
    assert refused == Outcome("refuse", "refused", None, "Refused.", "Do something else.", ExitCode.INPUT)
    assert (broke.message, broke.exit_code) == ("ZeroDivisionError: by nothing", ExitCode.CRASH)


def test_a_setup_that_cannot_be_is_told_at_once() -> None:
    with Crew(Job(prepare, "wrong"), 2) as crew, pytest.raises(UsageError, match="setup is wrong"):
        list(crew.run(["a", "b"]))


def test_tasks_are_taken_one_by_one_as_there_are_processes() -> None:
    taken: list[str] = []

    def tasks() -> Iterator[str]:
        for number in count():
            taken.append(str(number))
            yield str(number)

    with Crew(Job(prepare, ""), 1) as crew:
        for outcome in crew.run(tasks()):
            if outcome.task == "3":
                break
    assert taken == ["0", "1", "2", "3", "4"]
