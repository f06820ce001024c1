"""The results as a table to read, as Markdown and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass

from benchmarks.contests import COVERKIT, Contest
from benchmarks.peers import Peer
from benchmarks.results import Outcome, Spread, Verdict, ratio, summary, verdicts

Row = tuple[str, ...]
_HEAD: Row = ("", "median", "least – greatest", "CPU", "peak MB", "CoverKit / this, least – greatest")
_EXPORTS = ("cold", "further")
_TARGETS_HEAD: Row = ("target", "measured", "met")


@dataclass(frozen=True, slots=True)
class Run:
    """Everything that one run found."""

    outcomes: Sequence[Outcome]
    rounds: int
    peers: Sequence[Peer]
    skipped: Mapping[str, str]
    versions: Mapping[str, str]
    machine: Mapping[str, str]
    load: tuple[str, str]
    floor_mb: float


def text(run: Run) -> str:
    """Return the tables for a terminal."""
    lines: list[str] = []
    for outcome in run.outcomes:
        lines += [outcome.contest.title, *_aligned(_table(outcome)), *_noted(outcome, "  ")]
        found = list(_target_rows(outcome))
        lines += _aligned([_TARGETS_HEAD, *found]) if found else []
        lines.append("")
    lines += [f"Not measured: {name}: {reason}" for name, reason in _left_out(run).items()]
    lines += list(_conditions(run))
    return "\n".join(lines) + "\n"


def markdown(run: Run) -> str:
    """Return the tables and the notes as Markdown."""
    lines = ["# CoverKit and its peers, measured side by side", "", *_conditions(run), ""]
    for outcome in run.outcomes:
        lines += [f"## {outcome.contest.title}", "", *_marked(_table(outcome)), "", *_noted(outcome)]
        found = list(_target_rows(outcome))
        lines += [*_marked([_TARGETS_HEAD, *found]), ""] if found else []
    lines += ["## What each peer drew", "", *(f"- **{peer.name}**: {peer.drew}" for peer in run.peers), ""]
    left = _left_out(run)
    lines += ["## Not measured", "", *(f"- {name}: {reason}" for name, reason in left.items()), ""] if left else []
    known = {**run.machine, **run.versions}
    lines += ["## Machine and versions", "", *(f"- {name}: {value}" for name, value in known.items())]
    return "\n".join(lines) + "\n"


def as_json(run: Run) -> str:
    """Return everything, every round too, as JSON."""
    data = {
        "schema": 1,
        "rounds": run.rounds,
        "machine": dict(run.machine),
        "versions": dict(run.versions),
        "load": {"before": run.load[0], "after": run.load[1]},
        "least_peak_mb": run.floor_mb,
        "contests": [_contest_data(outcome) for outcome in run.outcomes],
        "drew": {peer.name: peer.drew for peer in run.peers},
        "skipped": _left_out(run),
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _contest_data(outcome: Outcome) -> dict[str, object]:
    contest = outcome.contest
    return {
        "id": contest.id,
        "title": contest.title,
        "unit": contest.figure,
        "entrants": {
            name: {
                "summary": {figure: asdict(spread) for figure, spread in spreads.items()},
                "rounds": [dict(value) for value in outcome.rounds[name]],
                "ratio": asdict(found) if (found := _ratio(outcome, name)) else None,
            }
            for name, spreads in summary(outcome).items()
        },
        "targets": [
            {**asdict(verdict.target), "measured": verdict.measured, "met": verdict.met} for verdict in verdicts(outcome)
        ],
    }


def _table(outcome: Outcome) -> list[Row]:
    return [_counts_head(outcome.contest), *_counts(outcome)] if outcome.contest.columns else [_HEAD, *_rows(outcome)]


def _counts_head(contest: Contest) -> Row:
    return "", *contest.columns, "median", _HEAD[-1]


def _counts(outcome: Outcome) -> Iterator[Row]:
    """Return a row for each entrant: its counts, then its time; who failed has a row with a dash."""
    contest, spreads = outcome.contest, summary(outcome)
    for name in (one.name for one in contest.entrants):
        if name not in spreads:
            yield name, *("–" for _ in contest.columns), "not there", ""
            continue
        main = spreads[name][contest.figure]
        counts = (f"{spreads[name][column].median:.0f}" for column in contest.columns)
        yield name, *counts, f"{_digits(main.median)} {contest.figure}", _shares(_ratio(outcome, name))


def _noted(outcome: Outcome, indent: str = "") -> list[str]:
    return [f"{indent}{outcome.contest.note}", ""] if outcome.contest.note else []


def _rows(outcome: Outcome) -> Iterator[Row]:
    unit = outcome.contest.figure
    for name, spreads in summary(outcome).items():
        main, processor, peak = spreads[unit], spreads.get("CPU"), spreads.get("peak MB")
        yield (
            name,
            f"{_digits(main.median)} {unit}",
            f"{_digits(main.least)} – {_digits(main.greatest)}",
            f"{_digits(processor.median)} {unit}" if processor else "",
            f"{peak.median:.0f}" if peak else "",
            _shares(_ratio(outcome, name)),
        )
        for figure, spread in spreads.items():
            if figure not in (unit, "CPU", "peak MB"):
                yield f"  {figure}", _digits(spread.median), f"{_digits(spread.least)} – {_digits(spread.greatest)}", "", "", ""


def _ratio(outcome: Outcome, name: str) -> Spread | None:
    return None if name == COVERKIT else ratio(outcome, name, outcome.contest.figure)


def _target_rows(outcome: Outcome) -> Iterator[Row]:
    for verdict in verdicts(outcome):
        yield _target_words(outcome.contest, verdict), _measured_words(verdict), _met(verdict)


def _target_words(contest: Contest, verdict: Verdict) -> str:
    target = verdict.target
    if not target.peer:
        return f"{target.own}: at most {target.limit:g} {target.figure}"
    limit = f"{target.limit:g} ×" if target.limit >= 1 else f"1/{round(1 / target.limit)} of"
    figure = "" if target.figure == contest.figure else f" ({target.figure})"
    return f"{target.own}: at most {limit} {target.peer}{figure}"


def _measured_words(verdict: Verdict) -> str:
    if verdict.measured is None:
        return "not measured"
    target = verdict.target
    return _share(verdict.measured) if target.peer else f"{_digits(verdict.measured)} {target.figure}"


def _met(verdict: Verdict) -> str:
    return {True: "yes", False: "no", None: "–"}[verdict.met]


def _share(value: float) -> str:
    """Write a ratio; small ones also as a fraction, as the targets are."""
    return f"{value:.2f} ×" if value >= 0.5 or value <= 0 else f"{value:.3f} × (1/{1 / value:.1f})"


def _shares(found: Spread | None) -> str:
    return f"{_share(found.median)}, {found.least:.3f} – {found.greatest:.3f}" if found else ""


def _digits(value: float) -> str:
    return f"{value:.3f}" if abs(value) < 10 else f"{value:.1f}"


def _left_out(run: Run) -> dict[str, str]:
    failed = {f"{name} in {outcome.contest.id}": why for outcome in run.outcomes for name, why in outcome.failed.items()}
    return {**run.skipped, **failed}


def _conditions(run: Run) -> Iterator[str]:
    yield (
        f"Medians over {run.rounds} rounds in turn after one to warm up; ratios are medians of the rounds' own. "
        "Whole processes, from start to exit, unless a note says otherwise; files in the page cache."
    )
    yield "CPU is processor time of all threads; where other work disturbs the wall clock it is the steadier number."
    yield f"Load average {run.load[0]} before and {run.load[1]} after; no child can show less than {run.floor_mb:.0f} MB."
    if any(outcome.contest.id.startswith(_EXPORTS) for outcome in run.outcomes):
        yield "CoverKit's exports include every rule, ink coverage and the inspection of the written file; peers check nothing."
        yield "CoverKit crops, converts and fades the RGB photograph in a cold export; what peers leave out stands with them."


def _aligned(rows: Sequence[Row]) -> list[str]:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return ["  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]


def _marked(rows: Sequence[Row]) -> list[str]:
    head, *body = [f"| {' | '.join(row)} |" for row in rows]
    return [head, "|" + " --- |" * len(rows[0]), *body]
