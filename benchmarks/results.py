"""Rounds of contests, and what comes of them: medians, ranges, ratios of pairs, targets met or not."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from benchmarks.contests import COVERKIT, Contest, Target, Value
from benchmarks.measure import JobError


@dataclass(slots=True)
class Outcome:
    """The rounds of one contest: by entrant, the numbers of each round; who failed has none."""

    contest: Contest
    rounds: dict[str, list[Value]] = field(default_factory=dict)
    failed: dict[str, str] = field(default_factory=dict)

    def figures(self, entrant: str, figure: str) -> list[float]:
        """Return a number of each round."""
        return [value[figure] for value in self.rounds.get(entrant, []) if figure in value]


@dataclass(frozen=True, slots=True)
class Spread:
    """Median, least and greatest."""

    median: float
    least: float
    greatest: float

    @classmethod
    def of(cls, values: Sequence[float]) -> Spread | None:
        """Return the spread of numbers, or None when there are none."""
        return cls(statistics.median(values), min(values), max(values)) if values else None


@dataclass(frozen=True, slots=True)
class Verdict:
    """A target, what was measured, and whether it is met; `measured` is None where the peer or the job is missing."""

    target: Target
    measured: float | None

    @property
    def met(self) -> bool | None:
        """Tell whether the target is met, or None where it could not be measured."""
        return None if self.measured is None else self.measured <= self.target.limit


def play(contests: Sequence[Contest], rounds: int, tell: Callable[[str], None]) -> list[Outcome]:
    """Run contests round by round, the entrants in turn; the first round warms up and is not counted.

    An entrant that fails once is out, with the reason.
    """
    outcomes = [Outcome(contest) for contest in contests]
    for number in range(rounds + 1):
        for outcome in outcomes:
            tell(f"round {number} of {rounds}: {outcome.contest.id}" if number else f"warming up: {outcome.contest.id}")
            _play_round(outcome, counted=number > 0)
    return outcomes


def _play_round(outcome: Outcome, counted: bool) -> None:
    for entrant in outcome.contest.entrants:
        if entrant.name in outcome.failed:
            continue
        try:
            value = entrant.run()
        except JobError as error:
            outcome.failed[entrant.name] = str(error)
            outcome.rounds.pop(entrant.name, None)
            continue
        if counted:
            outcome.rounds.setdefault(entrant.name, []).append(value)


def ratio(outcome: Outcome, peer: str, figure: str, own: str = COVERKIT) -> Spread | None:
    """Return an entrant of ours over a peer, paired round by round."""
    pairs = zip(outcome.figures(own, figure), outcome.figures(peer, figure), strict=False)
    return Spread.of([ours / theirs for ours, theirs in pairs if theirs > 0])


def verdicts(outcome: Outcome) -> list[Verdict]:
    """Return each target with what was measured."""
    return [Verdict(target, _measured(outcome, target)) for target in outcome.contest.targets]


def _measured(outcome: Outcome, target: Target) -> float | None:
    if target.peer:
        found = ratio(outcome, target.peer, target.figure, target.own)
    else:
        found = Spread.of(outcome.figures(target.own, target.figure))
    return None if found is None else found.median


def summary(outcome: Outcome) -> Mapping[str, Mapping[str, Spread]]:
    """Return the spread of every number of every entrant."""
    return {
        name: {
            figure: spread
            for figure in dict.fromkeys(key for value in values for key in value)
            if (spread := Spread.of(outcome.figures(name, figure)))
        }
        for name, values in outcome.rounds.items()
    }
