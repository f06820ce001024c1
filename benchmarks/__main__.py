"""Run the benchmarks: `python -m benchmarks -o build/bench [--rounds N] [--only NAME]`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks import report
from benchmarks.contests import Setting, contests
from benchmarks.machine import load, machine, versions
from benchmarks.measure import own_peak_mb, run_quietly
from benchmarks.peers import find
from benchmarks.preflight.contests import preflight_contests
from benchmarks.results import play

_ROUNDS = 5


def main(argv: Sequence[str] | None = None) -> int:
    """Measure, print the tables, write JSON and Markdown; targets are reported, never an error."""
    arguments = _parser().parse_args(argv)
    folder: Path = arguments.output.resolve()
    materials, out = folder / "materials", folder / "out"
    out.mkdir(parents=True, exist_ok=True)
    _tell("making what is measured …")
    run_quietly((sys.executable, "-m", "benchmarks.materials", str(materials)))
    _tell("looking for peers …")
    found = find(folder, materials, install=not arguments.offline)
    setting = Setting(materials, out, found.peers)
    chosen = [one for one in (*contests(setting), *preflight_contests(setting)) if _wanted(one.id, arguments.only)]
    if not chosen:
        _tell(f"no contest is called {arguments.only}")
        return 2
    before = load()
    outcomes = play(chosen, arguments.rounds, _tell)
    known = {**versions(), **found.versions}
    run = report.Run(outcomes, arguments.rounds, found.peers, found.skipped, known, machine(), (before, load()), own_peak_mb())
    (folder / "bench.json").write_text(report.as_json(run), encoding="utf-8")
    (folder / "bench.md").write_text(report.markdown(run), encoding="utf-8")
    sys.stdout.write(report.text(run))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Measure CoverKit against its peers in one run.")
    parser.add_argument("-o", "--output", type=Path, default=Path("build/bench"), help="folder for results and what is needed")
    parser.add_argument("--rounds", type=_count, default=_ROUNDS, help=f"counted rounds (default: {_ROUNDS})")
    parser.add_argument(
        "--only",
        metavar="NAME",
        help="one contest, or those whose names begin so (cold, further, preflight, preview, start, window)",
    )
    parser.add_argument("--offline", action="store_true", help="do not fetch peers; take those that are there")
    return parser


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return number


def _wanted(name: str, only: str | None) -> bool:
    return only is None or name == only or name.startswith(f"{only}-")


def _tell(words: str) -> None:
    sys.stderr.write(f"{words}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
