"""The peers: what is installed, what can be installed, how each is called, and why one is left out."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measure import ROOT, Command, JobError, run_quietly

REQUIREMENTS = Path(__file__).with_name("peers.txt")
_JOBS = Path(__file__).with_name("jobs")
_INSTALL_SECONDS = 300.0
FEW, MANY = 10, 40
PAGES = ("sample", "large")


@dataclass(frozen=True, slots=True)
class Peer:
    """A program that draws the page.

    Attributes:
        name: as in the tables.
        drew: what it draws and does not draw, and what it does not do at all.
        covers: the command for a page ("sample" or "large"), a PDF and how many covers.
        further: how many further covers are measured; the quick need more, or the start of the process drowns them.
    """

    name: str
    drew: str
    covers: CoversCommand
    further: int = MANY


@dataclass(frozen=True, slots=True)
class CoversCommand:
    """How a peer is called: words in which {page}, {name}, {out} and {count} are filled in."""

    words: tuple[str, ...]
    materials: Path
    environment: Mapping[str, str]

    def of(self, name: str, out: Path, count: int) -> Command:
        """Return the command for one page."""
        page = self.materials / f"{name}.json"
        known = {"page": str(page), "name": name, "out": str(out), "count": str(count)}
        return Command(tuple(word.format(**known) for word in self.words), self.environment)


@dataclass(frozen=True, slots=True)
class Found:
    """The peers that can be measured, why others cannot, and versions."""

    peers: tuple[Peer, ...]
    skipped: Mapping[str, str]
    versions: Mapping[str, str]


def find(folder: Path, materials: Path, install: bool = True, pages: Sequence[str] = PAGES) -> Found:
    """Return the peers.

    Args:
        folder: where they may be installed and keep what is theirs.
        materials: what `benchmarks.materials` made.
        install: whether Python packages may be fetched.
        pages: those that Scribus prepares a document for.
    """
    peers: list[Peer] = []
    skipped: dict[str, str] = {}
    versions: dict[str, str] = {}
    try:
        scribus, versions["Scribus"] = _scribus(folder / "scribus", materials, pages)
        peers += scribus
    except JobError as error:
        skipped["Scribus"] = str(error)
    python = folder / "peers" / "bin" / "python"
    problem = _install(folder / "peers", python) if install else ""
    if not python.is_file():
        problem = problem or "not installed, and nothing was to be fetched"
    for name, job, further, drew in _PYTHON_PEERS:
        try:
            versions[name] = run_quietly((str(python), "-c", _VERSION, name.lower())).strip()
        except JobError as error:
            skipped[name] = problem or str(error)
            continue
        peers.append(Peer(name, drew, _job(str(python), job, materials), further))
    peers.append(Peer("reportlab", _REPORTLAB, _job(sys.executable, "reportlab_covers", materials)))
    return Found(tuple(peers), skipped, versions)


_VERSION = (
    "import importlib, sys; from importlib.metadata import version\n"
    "importlib.import_module(sys.argv[1]); print(version(sys.argv[1]))"
)
_REPORTLAB = (
    "plain canvas; takes the CMYK picture that CoverKit made (crop, ICC, fades in it) as it is; banner in flat inks instead "
    "of gradients; text without shaping, kerning or tracking; crop marks; boxes; no intent, no XMP, no check"
)
_PYTHON_PEERS = (
    (
        "Typst",
        "typst_covers",
        MANY,
        "RGB photograph passed through, without the fades; banner placed from its PDF; text shaped; "
        "bleed, but no marks, no BleedBox of its own, no CMYK pictures, no PDF/X, no check",
    ),
    (
        "WeasyPrint",
        "weasyprint_covers",
        FEW,
        "PDF/X-4 with intent; RGB photograph left RGB, without the fades; banner as SVG in flat device-cmyk() inks; crop marks "
        "(inside the bleed); no check",
    ),
)
_SCRIBUS = (
    "opens a prepared document (banner imported from its PDF as CMYK vectors, photograph linked, fades as gradients of "
    "opacity), sets every text; PDF/X-4 with colour management, intent, bleed, crop and registration marks, colour bar; the "
    "whole photograph in CMYK at its own resolution, fades left as live transparency; no check of its own runs in a script"
)


def _job(python: str, name: str, materials: Path) -> CoversCommand:
    return CoversCommand((python, "-m", f"benchmarks.jobs.{name}", "{page}", "{out}", "{count}"), materials, {})


def _install(folder: Path, python: Path) -> str:
    """Make the peers' own venv once per list of versions; returns what went wrong."""
    stamp, wanted = folder / "installed.txt", REQUIREMENTS.read_text(encoding="utf-8")
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        return ""
    try:
        run_quietly((sys.executable, "-m", "venv", str(folder)))
        pip = (str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", str(REQUIREMENTS))
        run_quietly(pip, seconds=_INSTALL_SECONDS)
    except JobError as error:
        return f"cannot be installed: {error}"
    stamp.write_text(wanted, encoding="utf-8")
    return ""


def _scribus(folder: Path, materials: Path, pages: Sequence[str]) -> tuple[list[Peer], str]:
    program = shutil.which("scribus")
    if program is None:
        raise JobError("not installed (Debian: apt-get install scribus)")
    environment = _scribus_home(folder)
    for page in pages:
        _build_document(program, materials / f"{page}.json", folder / f"{page}.sla", environment)
    peers = []
    for method, name in (("jpeg", "Scribus, JPEG"), ("flate", "Scribus, Flate")):
        script = str(_JOBS / "scribus_covers.py")
        words = (program, "-g", "-ns", "-py", script, "{page}", str(folder / "{name}.sla"), "{out}", "{count}", method)
        peers.append(Peer(name, _SCRIBUS, CoversCommand(words, materials, environment), FEW))
    return peers, _scribus_version(program, environment)


def _scribus_home(folder: Path) -> Mapping[str, str]:
    """Make a home of its own, with the system's fonts and CoverKit's."""
    home = folder / "home"
    (home / "run").mkdir(parents=True, exist_ok=True)
    (home / "run").chmod(0o700)
    fonts = folder / "fonts.conf"
    fonts.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>'
        f"<dir>{ROOT / 'assets' / 'fonts'}</dir><cachedir>{home / 'fontconfig'}</cachedir></fontconfig>\n",
        encoding="utf-8",
    )
    return {
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / ".config"),
        "XDG_RUNTIME_DIR": str(home / "run"),
        "FONTCONFIG_FILE": str(fonts),
        "QT_QPA_PLATFORM": "offscreen",
    }


def _build_document(program: str, page: Path, document: Path, environment: Mapping[str, str]) -> None:
    """Let Scribus build its document; colour management, which scripts cannot switch on, is switched on in the file."""
    document.unlink(missing_ok=True)
    script = str(_JOBS / "scribus_build.py")
    run_quietly((program, "-g", "-ns", "-py", script, str(page), str(document)), environment, 120.0)
    if not document.is_file():
        raise JobError("its script wrote no document")
    text = document.read_text(encoding="utf-8")
    managed = text.replace('HCMS="0"', 'HCMS="1"').replace('UseProfiles="0"', 'UseProfiles="1"')
    document.write_text(managed, encoding="utf-8")


def _scribus_version(program: str, environment: Mapping[str, str]) -> str:
    said = run_quietly((program, "--version"), {**os.environ, **environment}, 60.0)
    found = re.search(r"\d+\.\d+\.\d+", said)
    return found.group() if found else "unknown"
