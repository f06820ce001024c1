"""The press rules on other people's annotated files: each breaks or keeps one clause that PDF/X-4 shares with PDF/A-2."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from coverkit import registry
from coverkit.checks.rule import registered
from coverkit.checks.runner import run
from coverkit.facts.file import FileSubject
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
    "CO-4": ("press.profiled-cmyk", {"overprint-mode"}),
    "CO-5": ("press.spot-colours", {"not-described", "two-definitions"}),
    "CO-6": ("press.graphics-state", {"rendering-intent"}),
    "EN-1": ("press.encryption", {"encrypted"}),
    "FO-1": ("press.fonts", {"not-embedded"}),
    "FO-2": ("press.glyphs", {"absent", "notdef", "width"}),
    "GS-1": ("press.graphics-state", {"transfer", "halftone"}),
    "GS-2": ("press.graphics-state", {"blend-mode"}),
    "ID-7": ("press.file-id", {"id-missing"}),
    "LI-1": ("press.operators", {"nesting", "large-number", "long-name", "colorants", "objects"}),
    "NM-1": ("press.names", {"not-utf-8"}),
    "OC-1": ("press.layers", {"automatic", "unnamed"}),
    "OI-1": ("press.output-intent", {"missing", "several"}),
    "OI-4": ("press.output-intent", {"no-profile", "no-output-profile", "icc-version"}),
    "OI-6": ("press.output-intent", {"two-profiles"}),
    "ST-1": ("press.filters", {"filter"}),
    "ST-2": ("press.filters", {"external"}),
    "TP-1": ("press.transparency", {"no-page-group", "no-blend-space", "blend-space"}),
    "XO-1": ("press.xobjects", {"postscript", "references", "opi", "alternates"}),
}
"""Our rule and codes for each rule of the corpus."""
ATOMIC = (
    *("ID-7", "EN-1", "ST-1", "ST-2", "NM-1", "LI-1", "BX-4", "BE-1", "CO-4", "CO-5", "CO-6", "GS-1", "GS-2", "XO-1"),
    *("FO-1", "FO-2", "AC-1", "AC-2", "OC-1"),
)
"""Rules whose findings are false alarms in every file that is not listed as breaking them."""
pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of shared clauses is not beside the project")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the corpus's tables."""

    table: str
    file: str
    rule: str
    violates: bool
    sure: bool


@cache
def _rows() -> tuple[Row, ...]:
    rows = []
    for table in PATCHES if CORPUS.is_dir() else ():
        with (CORPUS / table).open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                violates, sure = row["expected"] == "violates", row["confidence"] == "high"
                rows.append(Row(table, row["file"], row["rule"], violates, sure))
    return tuple(rows)


@cache
def _codes(table: str, file: str) -> dict[str, set[str]]:
    registry.import_all("coverkit.rules.press")
    data = (CORPUS / file).read_bytes()
    old, new = PATCHES[table]
    facts = inspect(data.replace(old, new) if old else data, file)
    subject = FileSubject(pdf=facts, printer=printer_profile("offset-coated"), standard="PDF/X-4")
    results = run([one for one in registered() if one.id.startswith("press.")], subject).rules
    assert [(one.id, one.reason) for one in results if one.status == "crash"] == []
    return {one.id: {finding.code for finding in one.findings} for one in results}


def _fires(table: str, file: str, rule: str) -> bool:
    ours, codes = OURS[rule]
    return bool(_codes(table, file)[ours] & codes)


@pytest.mark.parametrize(
    "row", [one for one in _rows() if one.sure], ids=lambda row: f"{Path(row.file).stem}-{row.rule}-{row.violates}"
)
def test_what_is_sure_is_found_and_clean_files_are_left_alone(row: Row) -> None:
    assert _fires(row.table, row.file, row.rule) == row.violates


def test_at_least_95_in_100_of_all_violations_are_found() -> None:
    broken = [one for one in _rows() if one.violates]
    found = [one for one in broken if _fires(one.table, one.file, one.rule)]
    assert len(found) >= 0.95 * len(broken), [one for one in broken if one not in found]


def test_at_most_1_in_100_clean_files_raises_a_false_alarm() -> None:
    broken = {(one.file, one.rule) for one in _rows() if one.violates}
    files = sorted({one.file for one in _rows()})
    pairs = [(file, rule) for file in files for rule in ATOMIC if (file, rule) not in broken]
    alarms = [(file, rule) for file, rule in pairs if _fires("expected.tsv", file, rule)]
    clean = [one for one in _rows() if not one.violates]
    alarms += [(one.file, one.rule) for one in clean if _fires(one.table, one.file, one.rule)]
    assert len(alarms) <= 0.01 * len({file for file, _ in pairs}), alarms
