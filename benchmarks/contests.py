"""What is measured: each contest with its entrants, its unit, and the targets it is held against."""

from __future__ import annotations

import json
import os
import statistics
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measure import Command, JobError, Trial, measure
from benchmarks.peers import FEW, MANY, Peer

COVERKIT = "CoverKit"
SAME_HEADLINE = "CoverKit, same headline"
EMPTY_WINDOW = "An empty window of PySide6"
EDITS = 50
CHECKS, PAGES = 30, 100
_LEAST_BYTES, _TAIL = 100_000, 1024

Value = Mapping[str, float]
"""What one round gave an entrant: its main number under the contest's unit, and others beside it."""


@dataclass(frozen=True, slots=True)
class Target:
    """A limit on an entrant of ours: on its number, or on its ratio to a peer's; `figure` says which number is meant."""

    limit: float
    figure: str
    peer: str = ""
    own: str = COVERKIT


@dataclass(frozen=True, slots=True)
class Entrant:
    """One who is measured: a name, and what runs one round and returns its numbers."""

    name: str
    run: Callable[[], Value]


@dataclass(frozen=True, slots=True)
class Contest:
    """Something that is measured; `figure` is the main number, of which ratios are made.

    Attributes:
        columns: counts of an entrant that are the point of the contest and stand first in its table.
        note: how it was measured, where that differs from the other contests.
    """

    id: str
    title: str
    figure: str
    entrants: tuple[Entrant, ...]
    targets: tuple[Target, ...]
    columns: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Setting:
    """Where things are, who takes part, and how much is done.

    Attributes:
        further: the most further covers beyond the first; edits: counted edits of the preview.
        checks: counted checks of one cover in a warm process; pages: those of the magazine.
    """

    materials: Path
    out: Path
    peers: tuple[Peer, ...]
    further: int = MANY
    edits: int = EDITS
    checks: int = CHECKS
    pages: int = PAGES


def contests(setting: Setting) -> tuple[Contest, ...]:
    """Return every contest."""
    return (
        _cold(setting, "sample", "Cold export of the sample cover (9.8 megapixels), CoverKit's with its whole check"),
        _cold(setting, "large", "Cold export with a photograph of 24 megapixels, CoverKit's with its whole check"),
        _further(setting),
        _preview(setting),
        _start(setting),
        _open(setting),
        _window(setting),
    )


def _cold(setting: Setting, name: str, title: str) -> Contest:
    def entrant(who: str, command: Callable[[Path], Command]) -> Entrant:
        out = setting.out / f"{name}-{_plain(who)}.pdf"
        return Entrant(who, lambda: _figures(_written(command(out), (out,))))

    def other(peer: Peer) -> Entrant:
        return entrant(peer.name, lambda out: peer.covers.of(name, out, 1))

    cover = str(setting.materials / f"{name}.cover")
    own = entrant(COVERKIT, lambda out: _python(setting, "main.py", "export", cover, "-o", str(out)))
    targets = [Target(1 / 5, "s", peer.name) for peer in setting.peers if peer.name.startswith("Scribus")]
    if name == "large":
        targets.append(Target(350, "peak MB"))
    return Contest(f"cold-{name}", title, "s", (own, *(other(peer) for peer in setting.peers)), tuple(targets))


def _further(setting: Setting) -> Contest:
    """CoverKit takes part twice: a headline of another length moves the fades, so the photograph is made anew."""
    job = ("-m", "benchmarks.jobs.coverkit_covers", str(setting.materials / "sample.cover"))

    def own(name: str, words: str, further: int) -> Entrant:
        out = setting.out / f"further-{words}.pdf"
        most = min(further, setting.further)
        return _paired(name, lambda count: _python(setting, *job, str(out), str(count), words), out, most)

    def other(peer: Peer) -> Entrant:
        out = setting.out / f"further-{_plain(peer.name)}.pdf"
        return _paired(peer.name, lambda count: peer.covers.of("sample", out, count), out, min(peer.further, setting.further))

    entrants = (own(COVERKIT, "headline", FEW), own(SAME_HEADLINE, "number", MANY), *(other(peer) for peer in setting.peers))
    limits = {"Typst": 2.0, "Scribus, JPEG": 1 / 14, "Scribus, Flate": 1 / 14}
    targets = tuple(
        Target(limits[peer.name], "ms", peer.name, name)
        for name in (COVERKIT, SAME_HEADLINE)
        for peer in setting.peers
        if peer.name in limits
    )
    title = "Each further cover of the same design and photograph in one process, CoverKit's with its whole check"
    return Contest("further", title, "ms", entrants, targets)


def _preview(setting: Setting) -> Contest:
    cover = str(setting.materials / "large.cover")
    command = _python(setting, "-m", "benchmarks.jobs.coverkit_preview", cover, str(setting.edits))

    def run() -> Value:
        trial = measure(command, setting.out / "preview.log")
        times = sorted(json.loads(trial.stdout))
        late = times[min(len(times) - 1, round(0.95 * len(times)))]
        return {"ms": statistics.median(times), "95 % ms": late, "slowest ms": times[-1], "peak MB": trial.peak_mb}

    title = "Preview: one letter typed, composed, painted, rasterised at 144 dpi, photograph of 24 megapixels"
    return Contest("preview", title, "ms", (Entrant(COVERKIT, run),), (Target(25, "ms"),))


def _start(setting: Setting) -> Contest:
    def entrant(name: str, *words: str) -> Entrant:
        return Entrant(name, lambda: _figures(measure(_python(setting, *words), setting.out / "start.log")))

    entrants = (
        entrant(COVERKIT, "main.py", "--help"),
        entrant("Python alone", "-c", "pass"),
        entrant("import reportlab", "-c", "import reportlab"),
        entrant("import reportlab.pdfgen.canvas", "-c", "import reportlab.pdfgen.canvas"),
    )
    return Contest("start", "Start: the command line's help", "s", entrants, (Target(0.25, "s"),))


def _window(setting: Setting) -> Contest:
    def entrant(name: str, which: str) -> Entrant:
        command = _python(setting, "-m", "benchmarks.jobs.first_window", which)
        return Entrant(name, lambda: _figures(measure(command, setting.out / "window.log")))

    entrants = (entrant(COVERKIT, "coverkit"), entrant(EMPTY_WINDOW, "empty"))
    title = "Start: from nothing to the first painted window"
    return Contest("window", title, "s", entrants, (Target(2.0, "s", EMPTY_WINDOW),))


def _open(setting: Setting) -> Contest:
    def entrant(name: str, which: str) -> Entrant:
        command = _python(setting, "-m", "benchmarks.jobs.open_cover", which, str(setting.materials / "heavy.cover"))

        def run() -> Value:
            trial = measure(command, setting.out / "open.log")
            return {"s": float(json.loads(trial.stdout)), "peak MB": trial.peak_mb}

        return Entrant(name, run)

    entrants = (entrant(COVERKIT, "coverkit"), entrant("Pillow decodes its pictures, alone", "pillow"))
    title = "A cover of 60 MB with photographs of 24 megapixels: from opening to the first picture of its page in the window"
    note = "The program is running, its start page stands; the time ends when the whole page is painted."
    return Contest("open", title, "s", entrants, (Target(1.0, "s"),), note=note)


def _python(setting: Setting, *words: str) -> Command:
    """Return a command of this Python's, as where it is installed: byte code is kept, even if this shell keeps none."""
    kept = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(setting.out.resolve() / "bytecode")}
    return Command((sys.executable, *words), {**kept, "COVERKIT_CONFIG": str(setting.out / "own")})


def _paired(name: str, command: Callable[[int], Command], out: Path, further: int) -> Entrant:
    """Run one cover and then several; the difference is the further covers'."""
    every = tuple(out.with_stem(f"{out.stem}-{number}") if number else out for number in range(further + 1))

    def run() -> Value:
        first = _written(command(1), every[:1])
        whole = _written(command(further + 1), every)
        _keep_two(every)
        return {
            "ms": (whole.seconds - first.seconds) / further * 1000,
            "CPU": (whole.processor - first.processor) / further * 1000,
            "peak MB": whole.peak_mb,
        }

    return Entrant(name, run)


def _written(command: Command, outs: Sequence[Path]) -> Trial:
    for out in outs:
        out.unlink(missing_ok=True)
    trial = measure(command, outs[0].with_suffix(".log"))
    for out in outs:
        check_pdf(out)
    return trial


def check_pdf(path: Path) -> None:
    """Refuse what is no whole PDF of some size; nobody wins by writing nothing.

    Raises:
        JobError: it is not.
    """
    if not path.is_file() or path.stat().st_size < _LEAST_BYTES:
        raise JobError(f"{path.name} was not written, or is too small for a cover")
    with path.open("rb") as file:
        head = file.read(5)
        file.seek(-_TAIL, os.SEEK_END)
        tail = file.read()
    if head != b"%PDF-" or b"%%EOF" not in tail:
        raise JobError(f"{path.name} is no whole PDF")


def _figures(trial: Trial) -> Value:
    return {"s": trial.seconds, "CPU": trial.processor, "peak MB": trial.peak_mb}


def _keep_two(outs: Sequence[Path]) -> None:
    for out in outs[2:]:
        out.unlink()


def _plain(name: str) -> str:
    return "".join(char if char.isalnum() else "-" for char in name.lower())
