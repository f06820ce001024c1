"""Medians, ratios and targets are computed as they are named, and the tables are well formed. No process is started here."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from benchmarks import report
from benchmarks.contests import COVERKIT, Contest, Entrant, Target, Value
from benchmarks.measure import JobError
from benchmarks.results import Outcome, play, ratio, verdicts


def _entrant(name: str, *seconds: float) -> Entrant:
    left: Iterator[float] = iter((99.0, *seconds))

    def run() -> Value:
        return {"s": next(left), "peak MB": 50.0}

    return Entrant(name, run)


def _failing() -> Value:
    raise JobError("exit code 1: broken")


def _outcome() -> Outcome:
    targets = (Target(1 / 5, "s", "Slow"), Target(1 / 50, "s", "Slow"), Target(60.0, "peak MB"), Target(2.0, "s", "Absent"))
    entrants = (_entrant(COVERKIT, 1.0, 2.0, 3.0), _entrant("Slow", 10.0, 20.0, 90.0), Entrant("Broken", _failing))
    (outcome,) = play([Contest("cold", "Cold", "s", entrants, targets)], 3, lambda words: None)
    return outcome


def _run(outcome: Outcome) -> report.Run:
    return report.Run([outcome], 3, [], {"Typst": "not there"}, {"coverkit": "0"}, {"cores": "2"}, ("0.1", "0.2"), 20.0)


def test_the_first_round_warms_up_and_is_not_counted() -> None:
    assert _outcome().figures(COVERKIT, "s") == [1.0, 2.0, 3.0]


def test_entrants_take_turns() -> None:
    order: list[str] = []

    def note(name: str) -> Entrant:
        def run() -> Value:
            order.append(name)
            return {"s": 1.0}

        return Entrant(name, run)

    play([Contest("c", "C", "s", (note("A"), note("B")), ())], 2, lambda words: None)
    assert order == ["A", "B"] * 3


def test_ratios_are_of_pairs() -> None:
    found = ratio(_outcome(), "Slow", "s")
    assert found is not None
    assert (found.least, found.median, found.greatest) == pytest.approx((1 / 30, 0.1, 0.1))


def test_who_fails_is_out_with_the_reason() -> None:
    outcome = _outcome()
    assert outcome.failed == {"Broken": "exit code 1: broken"}
    assert ratio(outcome, "Broken", "s") is None


def test_targets_are_met_or_not_or_unknown() -> None:
    assert [verdict.met for verdict in verdicts(_outcome())] == [True, False, True, None]


def test_the_table_names_targets_and_what_was_left_out() -> None:
    text = report.text(_run(_outcome()))
    assert "at most 1/5 of Slow" in text
    assert "at most 2 × Absent" in text
    assert "Not measured: Typst: not there" in text
    assert "Not measured: Broken in cold: exit code 1: broken" in text
    assert "0.100 × (1/10.0), 0.033 – 0.100" in text


def test_markdown_tables_are_even() -> None:
    lines = report.markdown(_run(_outcome())).splitlines()
    tables = [line for line in lines if line.startswith("|")]
    assert {line.count("|") for line in tables} == {4, 7}
    assert sum(line.startswith("| ---") for line in tables) == 2


def test_json_holds_every_round() -> None:
    data = json.loads(report.as_json(_run(_outcome())))
    (contest,) = data["contests"]
    assert [value["s"] for value in contest["entrants"][COVERKIT]["rounds"]] == [1.0, 2.0, 3.0]
    assert contest["entrants"]["Slow"]["ratio"]["median"] == pytest.approx(0.1)
    assert [target["met"] for target in contest["targets"]] == [True, False, True, None]
    assert data["skipped"]["Typst"] == "not there"
