"""Contests of checking: one page against a bare walk, a magazine against its plates, and what is found on the corpus."""

from __future__ import annotations

import json
import shutil
import statistics
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.contests import COVERKIT, Contest, Entrant, Setting, Target, Value
from benchmarks.measure import Command, JobError, Trial, measure, run_quietly
from benchmarks.preflight import clauses
from benchmarks.preflight.checkers import GHOSTSCRIPT, Checker, Said, checkers, nullpage, program

WALK = "pikepdf, a bare walk of every operator"
AGAIN = "CoverKit, its art met before"
READS = "Ghostscript, nullpage"
PLATES = "Ghostscript, tiffsep at 150 dpi"
_JOB = (sys.executable, "-m", "benchmarks.jobs.coverkit_check")
_DPI = 150


@dataclass(slots=True)
class _Turns:
    """Checks and a bare walk that take turns within one process; each round is run once and told to all of them."""

    command: Command
    log: Path
    told: dict[str, float] = field(default_factory=dict)

    def take(self, name: str) -> Value:
        if name not in self.told:
            self.told = json.loads(measure(self.command, self.log).stdout)
        return {"ms": self.told.pop(name)}


def preflight_contests(setting: Setting) -> tuple[Contest, ...]:
    """Return the contests of checking."""
    own = (sys.executable, "main.py", "export", str(setting.materials / "sample.cover"), "-o", "{out}")
    page = str(setting.materials / "sample.json")
    other = (sys.executable, "-m", "benchmarks.jobs.reportlab_covers", page, "{out}", "1")
    plain = (sys.executable, "-m", "benchmarks.preflight.plain_cover", "{out}")
    return (
        _cover(setting, "preflight-plain", "the plain cover (200 outlines, 7 MB, right as PDF/X-4)", plain),
        _cover(setting, "preflight-cover", "a one-page cover", own),
        _cover(setting, "preflight-foreign", "reportlab's drawing of the same cover (banner in flat inks)", other),
        _magazine(setting),
        _clauses(setting),
    )


def _cover(setting: Setting, name: str, what: str, making: Sequence[str]) -> Contest:
    pdf = setting.out / f"{name}.pdf"
    turns = _Turns(Command((*_JOB, str(pdf), str(setting.checks), "walk")), setting.out / f"{name}.log")

    def checked() -> Value:
        if not pdf.is_file():
            run_quietly([word.format(out=pdf) for word in making])
        return turns.take("check")

    def read() -> Value:
        trial = _ghostscript(nullpage(str(pdf)), setting.out)
        return {"ms": trial.processor * 1000, "wall ms": trial.seconds * 1000, "peak MB": trial.peak_mb}

    entrants = (
        Entrant(COVERKIT, checked),
        Entrant(AGAIN, lambda: turns.take("again")),
        Entrant(WALK, lambda: turns.take("walk")),
        Entrant(READS, read),
    )
    targets = tuple(Target(*limit, own) for own in (COVERKIT, AGAIN) for limit in ((2.0, "ms", WALK), (1 / 20, "ms", READS)))
    title = f"A whole check without ink of {what}"
    note = (
        "Time of the processor, as the machine does other work too. CoverKit and the walk take turns within one warm process, "
        "CoverKit having forgotten the file each time, or remembering its parsed art, as in a batch of covers; Ghostscript's "
        "number is its whole process."
    )
    return Contest(name, title, "ms", entrants, targets, note=note)


def _magazine(setting: Setting) -> Contest:
    pdf = setting.out / f"magazine-{setting.pages}.pdf"

    def checked() -> Value:
        if not pdf.is_file():
            run_quietly((sys.executable, "-m", "benchmarks.preflight.magazine", str(pdf), str(setting.pages)))
        return _whole(measure(Command((*_JOB, str(pdf), "1")), setting.out / "magazine.log"))

    def plates() -> Value:
        folder = setting.out / "plates"
        folder.mkdir(exist_ok=True)
        try:
            options = ("-sDEVICE=tiffsep", f"-r{_DPI}", f"-sOutputFile={folder / '%03d.tif'}")
            return _whole(_ghostscript(("gs", *GHOSTSCRIPT, *options, str(pdf)), setting.out))
        finally:
            shutil.rmtree(folder)

    entrants = (Entrant(COVERKIT, checked), Entrant(PLATES, plates))
    title = f"A whole check without ink of a magazine of {setting.pages} pages against its plates"
    note = "Whole processes, from start to exit."
    return Contest("preflight-magazine", title, "s", entrants, (Target(1 / 10, "s", PLATES),), note=note)


def _clauses(setting: Setting) -> Contest:
    high, medium = clauses.totals(clauses.rows())
    columns = (
        f"violations found of {high} of high confidence",
        f"of {medium} of medium confidence",
        "files with a false alarm",
    )

    def entrant(one: Checker) -> Entrant:
        name = one.name if one.rules is not None else f"{one.name} (names no rule)"
        return Entrant(name, lambda: _scored(one, setting.out, columns))

    python = setting.out.parent / "peers" / "bin" / "python"
    entrants = tuple(entrant(one) for one in checkers(COVERKIT, python))
    title = "What is found on the corpus of shared clauses, and the mean time of a file"
    note = (
        "Who names no rule is given every violation in a file that it complains of; its false alarms are complaints about "
        "files that break nothing here, which may be right about something else. Who names rules has to name the right one. "
        "CoverKit, pdf-oxide and pdfcpu check all "
        "files in one warm process; the others are a process each. No peer claims to check all that is asked here."
    )
    return Contest("preflight-clauses", title, "ms", entrants, (), columns, note)


def _scored(checker: Checker, out: Path, columns: Sequence[str]) -> Value:
    if not clauses.rows():
        raise JobError("the corpus of shared clauses is not beside the project")
    cases = clauses.write_cases(out / "clauses")
    said: Mapping[clauses.Key, Said] = dict(zip(cases, checker.run(list(cases.values()), out), strict=True))
    verdicts = {key: checker.verdict(one) for key, one in said.items()}
    found = clauses.score(clauses.rows(), verdicts, checker.rules is not None)
    values = (found.high, found.medium, found.alarms)
    return {"ms": statistics.mean(one.ms for one in said.values()), **dict(zip(columns, map(float, values), strict=True))}


def _ghostscript(words: tuple[str, ...], out: Path) -> Trial:
    return measure(Command((program(words[0]), *words[1:])), out / "ghostscript.log")


def _whole(trial: Trial) -> Value:
    return {"s": trial.seconds, "CPU": trial.processor, "peak MB": trial.peak_mb}
