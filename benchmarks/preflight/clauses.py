"""The corpus of shared clauses: annotated files that each break or keep one clause, and how a checker scores.

Pure data and counting: the measuring process reads it too.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from benchmarks.measure import ROOT

CORPUS = ROOT.parent / "shared" / "corpus" / "shared-clauses"
PATCHES = {"expected.tsv": (b"", b""), "expected-patched.tsv": (b"/GTS_PDFA1", b"/GTS_PDFX ")}
"""What is replaced in a file before a table's rows hold: the patch makes a PDF/A intent a PDF/X intent."""
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
PDF_OXIDE = {
    "AC-1": ("XCONT-002", "XACTION-"),
    "CO-1": ("XCOLOR-",),
    "EN-1": ("XCONT-001",),
    "FO-1": ("XFONT-001",),
    "OI-1": ("XMETA-001", "XMETA-002"),
    "TP-1": ("XTRANS-",),
    "XO-1": ("XOBJ-",),
}
"""How pdf-oxide's codes begin for each rule of the corpus, read in its favour."""
ATOMIC = (
    *("ID-7", "EN-1", "ST-1", "ST-2", "NM-1", "LI-1", "BX-4", "BE-1", "CO-4", "CO-5", "CO-6", "GS-1", "GS-2", "XO-1"),
    *("FO-1", "FO-2", "AC-1", "AC-2", "OC-1"),
)
"""Rules whose findings are false alarms in every file that is not listed as breaking them."""

Key = tuple[str, str]
"""A table and a file of it."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the corpus's tables."""

    table: str
    file: str
    rule: str
    violates: bool
    sure: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a checker says of one file.

    Attributes:
        rules: rules of the corpus that it names.
        complains: it objects to anything at all.
    """

    rules: frozenset[str]
    complains: bool


@dataclass(frozen=True, slots=True)
class Score:
    """Violations found, those of high and of medium confidence, and files with a false alarm."""

    high: int
    medium: int
    alarms: int


@cache
def rows() -> tuple[Row, ...]:
    """Return every row of both tables, none where the corpus is not there."""
    found = []
    for table in PATCHES if CORPUS.is_dir() else ():
        with (CORPUS / table).open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                violates, sure = row["expected"] == "violates", row["confidence"] == "high"
                found.append(Row(table, row["file"], row["rule"], violates, sure))
    return tuple(found)


def patched(table: str, file: str) -> bytes:
    """Return a file of the corpus as the rows of a table mean it."""
    data = (CORPUS / file).read_bytes()
    old, new = PATCHES[table]
    return data.replace(old, new) if old else data


def write_cases(folder: Path) -> dict[Key, Path]:
    """Write every file as each table means it, and return where."""
    written: dict[Key, Path] = {}
    for key in dict.fromkeys((one.table, one.file) for one in rows()):
        table, file = key
        path = folder / Path(table).stem / Path(file).name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(patched(table, file))
        written[key] = path
    return written


def our_rules(codes: Iterable[str]) -> frozenset[str]:
    """Return the corpus's rules for our findings, each as "rule/code"."""
    found = set(codes)
    return frozenset(rule for rule, (ours, kinds) in OURS.items() if found & {f"{ours}/{kind}" for kind in kinds})


def pdf_oxide_rules(codes: Iterable[str]) -> frozenset[str]:
    """Return the corpus's rules for pdf-oxide's codes."""
    return frozenset(rule for code in codes for rule, starts in PDF_OXIDE.items() if code.startswith(starts))


def totals(expected: Iterable[Row]) -> tuple[int, int]:
    """Return how many violations of high and of medium confidence there are."""
    sure = [one.sure for one in expected if one.violates]
    return sum(sure), len(sure) - sum(sure)


def score(expected: Iterable[Row], verdicts: Mapping[Key, Verdict], names_rules: bool) -> Score:
    """Score a checker.

    A checker that names no rule is given every violation in a file that it complains of; its false alarms are complaints
    about files that break nothing here. For one that names rules, the rule must be the right one.

    Args:
        expected: the rows.
        verdicts: what the checker said by table and file.
        names_rules: whether it says what is wrong in terms that can be told apart.
    """
    listed = tuple(expected)
    broken = {(one.file, one.rule) for one in listed if one.violates}

    def fires(one: Row) -> bool:
        verdict = verdicts[one.table, one.file]
        return one.rule in verdict.rules if names_rules else verdict.complains

    found = [one.sure for one in listed if one.violates and fires(one)]
    if names_rules:
        alarms = {one.file for one in listed if not one.violates and fires(one)}
        plain = {file: verdict.rules for (table, file), verdict in verdicts.items() if not PATCHES[table][0]}
        alarms |= {file for file, named in plain.items() if any((file, rule) not in broken for rule in named & {*ATOMIC})}
    else:
        alarms = {one.file for one in listed if fires(one)} - {file for file, _ in broken}
    return Score(sum(found), len(found) - sum(found), len(alarms))
