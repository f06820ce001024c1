"""The press rules on other people's annotated files: each breaks or keeps one clause that PDF/X-4 shares with PDF/A-2."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import pytest

from coverkit import registry
from coverkit.checks.rule import registered
from coverkit.checks.runner import run
from coverkit.facts.press import PressSubject
from coverkit.formats.printers import printer_profile
from coverkit.preflight.inspect import inspect

CORPUS = Path(__file__).resolve().parents[3].parent / "shared" / "corpus" / "shared-clauses"
PATCHES = {"expected.tsv": (b"", b""), "expected-patched.tsv": (b"/GTS_PDFA1", b"/GTS_PDFX ")}
OURS = {
    "AC-1": ("press.no-actions", {"actions"}),
    "AC-2": ("press.no-actions", {"xfa"}),
    "BE-1": ("press.operators", {"unknown"}),
    "BX-4": ("press.boxes", {"side"}),
    "CO-1": ("press.device-colours", {"not-ink", "remapped", "alternate"}),
    "CO-6": ("press.graphics-state", {"rendering-intent"}),
    "EN-1": ("press.encryption", {"encrypted"}),
    "FO-1": ("press.fonts", {"not-embedded"}),
    "GS-1": ("press.graphics-state", {"transfer", "halftone"}),
    "GS-2": ("press.graphics-state", {"blend-mode"}),
    "ID-7": ("press.file-id", {"id-missing"}),
    "OI-1": ("press.output-intent", {"missing", "several"}),
    "OI-4": ("press.output-intent", {"no-profile", "no-output-profile", "icc-version"}),
    "OI-6": ("press.output-intent", {"two-profiles"}),
    "ST-1": ("press.filters", {"filter"}),
    "ST-2": ("press.filters", {"external"}),
    "XO-1": ("press.xobjects", {"postscript", "references", "opi", "alternates"}),
}
"""Our rule and codes for each rule of the corpus. CO-1 is compared on violations alone: CoverKit's own files may hold less than
PDF/X-4 allows (no profiled colours at all). TP-1 is no rule of ours (we allow no transparency); LI-1 is decided in part."""


def _rows() -> list[tuple[str, str, str, bool]]:
    rows = []
    for table in PATCHES if CORPUS.is_dir() else ():
        with (CORPUS / table).open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                against_rgb = table == "expected-patched.tsv" and row["rule"] == "CO-1"
                clean = row["expected"] == "clean"
                if row["rule"] in OURS and not against_rgb and not (clean and row["rule"] == "CO-1"):
                    rows.append((table, row["file"], row["rule"], not clean))
    return rows


ROWS = _rows()


@cache
def _codes(table: str, file: str) -> dict[str, set[str]]:
    registry.import_all("coverkit.rules.press")
    data = (CORPUS / file).read_bytes()
    old, new = PATCHES[table]
    subject = PressSubject(
        pdf=inspect(data.replace(old, new) if old else data, file),
        printer=printer_profile("offset-coated"),
        standard="PDF/X-4",
        trim_mm=(1, 1),
        bleed_mm=(0, 0, 0, 0),
        condition_id="",
        profile_sha256="",
    )
    results = run(registered(), subject).rules
    assert [(one.id, one.reason) for one in results if one.status == "crash"] == []
    return {one.id: {finding.code for finding in one.findings} for one in results}


@pytest.mark.skipif(not ROWS, reason="the corpus of shared clauses is not beside the project")
@pytest.mark.parametrize(("table", "file", "rule", "violates"), ROWS, ids=lambda value: str(value).rsplit("/", 1)[-1])
def test_violations_are_found_and_clean_files_left_alone(table: str, file: str, rule: str, violates: bool) -> None:
    ours, codes = OURS[rule]
    assert bool(_codes(table, file)[ours] & codes) == violates
