"""The press rules on other people's annotated files: each breaks or keeps one clause that PDF/X-4 shares with PDF/A-2."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from benchmarks.preflight.clauses import ATOMIC, CORPUS, OURS, Row, patched, rows
from coverkit import registry
from coverkit.checks.rule import registered
from coverkit.checks.runner import run
from coverkit.facts.file import FileSubject
from coverkit.formats.printers import printer_profile
from coverkit.preflight.inspect import inspect

pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of shared clauses is not beside the project")


@cache
def _codes(table: str, file: str) -> dict[str, set[str]]:
    registry.import_all("coverkit.rules.press")
    facts = inspect(patched(table, file), file)
    subject = FileSubject(pdf=facts, printer=printer_profile("offset-coated"), standard="PDF/X-4")
    results = run([one for one in registered() if one.id.startswith("press.")], subject).rules
    assert [(one.id, one.reason) for one in results if one.status == "crash"] == []
    return {one.id: {finding.code for finding in one.findings} for one in results}


def _fires(table: str, file: str, rule: str) -> bool:
    ours, codes = OURS[rule]
    return bool(_codes(table, file)[ours] & codes)


@pytest.mark.parametrize(
    "row", [one for one in rows() if one.sure], ids=lambda row: f"{Path(row.file).stem}-{row.rule}-{row.violates}"
)
def test_what_is_sure_is_found_and_clean_files_are_left_alone(row: Row) -> None:
    assert _fires(row.table, row.file, row.rule) == row.violates


def test_at_least_95_in_100_of_all_violations_are_found() -> None:
    broken = [one for one in rows() if one.violates]
    found = [one for one in broken if _fires(one.table, one.file, one.rule)]
    assert len(found) >= 0.95 * len(broken), [one for one in broken if one not in found]


def test_at_most_1_in_100_clean_files_raises_a_false_alarm() -> None:
    broken = {(one.file, one.rule) for one in rows() if one.violates}
    files = sorted({one.file for one in rows()})
    pairs = [(file, rule) for file in files for rule in ATOMIC if (file, rule) not in broken]
    alarms = [(file, rule) for file, rule in pairs if _fires("expected.tsv", file, rule)]
    clean = [one for one in rows() if not one.violates]
    alarms += [(one.file, one.rule) for one in clean if _fires(one.table, one.file, one.rule)]
    assert len(alarms) <= 0.01 * len({file for file, _ in pairs}), alarms
