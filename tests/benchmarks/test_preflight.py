"""The contests of checking run with tiny counts, scores count what they say, what is missing is told and no error."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

from benchmarks import report
from benchmarks.contests import COVERKIT, Contest, Entrant, Setting
from benchmarks.jobs import coverkit_check
from benchmarks.measure import ROOT, JobError
from benchmarks.preflight import checkers, clauses, magazine, plain_cover
from benchmarks.preflight.clauses import Row, Score, Verdict
from benchmarks.preflight.contests import AGAIN, PLATES, READS, WALK, preflight_contests
from benchmarks.results import play
from coverkit.app.file_check import check_file
from coverkit.checks.finding import Status
from coverkit.preflight import fonts
from coverkit.preflight.fonts import to_unicode

_SILENT = Verdict(frozenset(), complains=False)
_ROWS = (
    Row("expected.tsv", "a.pdf", "ST-1", violates=True, sure=True),
    Row("expected.tsv", "b.pdf", "CO-1", violates=True, sure=False),
    Row("expected.tsv", "c.pdf", "CO-1", violates=False, sure=True),
    Row("expected.tsv", "d.pdf", "OI-1", violates=False, sure=True),
    Row("expected-patched.tsv", "d.pdf", "TP-1", violates=True, sure=True),
)


@pytest.fixture
def contests(tmp_path: Path) -> dict[str, Contest]:
    out = tmp_path / "out"
    out.mkdir()
    setting = Setting(ROOT / "assets" / "samples", out, (), checks=2, pages=2)
    return {one.id: one for one in preflight_contests(setting)}


def _verdicts(**said: Verdict) -> dict[tuple[str, str], Verdict]:
    return {(row.table, row.file): said.get(row.file[0] + "x" * ("patched" in row.table), _SILENT) for row in _ROWS}


def _names(*rules: str) -> Verdict:
    return Verdict(frozenset(rules), complains=True)


def test_a_violation_counts_when_the_right_rule_is_named() -> None:
    said = _verdicts(a=_names("ST-1"), b=_names("ST-1"), dx=_names("TP-1"))
    assert clauses.score(_ROWS, said, names_rules=True) == Score(high=2, medium=0, alarms=1)


def test_a_rule_that_may_fire_anywhere_is_a_false_alarm_only_where_it_is_listed_as_kept() -> None:
    said = _verdicts(a=_names("ST-1", "CO-1"), c=_names("CO-1"), d=_names("TP-1"), dx=_names("OI-1"))
    assert clauses.score(_ROWS, said, names_rules=True) == Score(high=1, medium=0, alarms=1)


def test_who_names_no_rule_is_given_what_it_complains_of_but_not_on_files_that_break_nothing() -> None:
    said = _verdicts(b=_names(), c=_names(), d=_names())
    assert clauses.score(_ROWS, said, names_rules=False) == Score(high=0, medium=1, alarms=1)
    assert clauses.totals(_ROWS) == (2, 1)


def test_words_of_ours_and_of_pdf_oxide_become_rules() -> None:
    assert clauses.our_rules(["press.boxes/side", "press.fonts/other"]) == {"BX-4"}
    assert clauses.pdf_oxide_rules(["XFONT-001", "XFONT-002", "XMETA-002", "XBOX-001"]) == {"FO-1", "OI-1"}


def test_a_missing_tool_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("COVERKIT_PDFCPU", str(tmp_path))
    for one in checkers.checkers(COVERKIT, tmp_path / "peers" / "bin" / "python")[1:]:
        with pytest.raises(JobError, match="not there"):
            one.run([tmp_path / "a.pdf"], tmp_path)


def test_without_the_corpus_there_is_a_sentence(
    contests: dict[str, Contest], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clauses.rows.cache_clear()
    monkeypatch.setattr(clauses, "CORPUS", tmp_path / "nowhere")
    outcomes = play([contests["preflight-clauses"]], 1, lambda words: None)
    clauses.rows.cache_clear()
    assert set(outcomes[0].failed.values()) == {"the corpus of shared clauses is not beside the project"}
    run = report.Run(outcomes, 1, [], {}, {}, {}, ("0", "0"), 20.0)
    assert "CoverKit in preflight-clauses: the corpus of shared clauses is not beside the project" in report.markdown(run)


@pytest.mark.skipif(not clauses.CORPUS.is_dir(), reason="the corpus of shared clauses is not beside the project")
def test_coverkit_finds_on_the_corpus_and_the_table_says_so(contests: dict[str, Contest]) -> None:
    contest = contests["preflight-clauses"]
    first, rest = contest.entrants[0], contest.entrants[1:]
    value = dict(first.run())
    high, medium = clauses.totals(clauses.rows())
    assert value[contest.columns[0]] >= 0.95 * high
    assert 0 < value[contest.columns[1]] <= medium
    assert value[contest.columns[2]] <= 1
    assert {one.name for one in rest} >= {"pdf-oxide", "pdfcpu, strict (names no rule)", "qpdf --check (names no rule)"}


@pytest.mark.parametrize("contest", ["preflight-plain", "preflight-cover", "preflight-foreign"])
def test_a_check_takes_turns_with_a_walk(contests: dict[str, Contest], tmp_path: Path, contest: str) -> None:
    magazine.write(tmp_path / "out" / f"{contest}.pdf", 1)
    entrants = {one.name: one for one in contests[contest].entrants}
    assert list(entrants) == [COVERKIT, AGAIN, WALK, READS]
    assert all(entrants[name].run()["ms"] > 0 for name in (COVERKIT, AGAIN, WALK))


def test_what_was_read_of_a_file_is_forgotten() -> None:
    to_unicode(b"1 beginbfchar <01> <0041> endbfchar")
    assert fonts._kept_unicode.cache_info().currsize > 0
    coverkit_check.forget()
    assert fonts._kept_unicode.cache_info().currsize == 0


def test_the_walk_counts_the_operators_of_forms_and_patterns_once(tmp_path: Path) -> None:
    pdf = pikepdf.new()
    page = pdf.add_blank_page()
    form = pdf.make_stream(b"0 0 1 1 re f", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form)
    page.Contents = pdf.make_stream(b"q /A Do /B Do Q")
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(A=form, B=form))
    pdf.save(tmp_path / "form.pdf")
    assert coverkit_check.walk(tmp_path / "form.pdf") == 4 + 2


def test_the_magazine_has_its_pages_text_and_pictures(contests: dict[str, Contest], tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "benchmarks.preflight.magazine", str(tmp_path / "m.pdf"), "2"], cwd=ROOT, check=True)
    with pikepdf.open(tmp_path / "m.pdf") as pdf:
        assert len(pdf.pages) == 2
        pictures = [next(iter(page.get_images().values())) for page in pdf.pages]
        assert {str(one.ColorSpace) for one in pictures} == {"/DeviceCMYK"}
        assert len({one.read_raw_bytes() for one in pictures}) == 2
        assert all(len(pikepdf.parse_content_stream(page)) > 150 for page in pdf.pages)
    assert [one.name for one in contests["preflight-magazine"].entrants] == [COVERKIT, PLATES]
    assert contests["preflight-magazine"].entrants[0].run()["s"] > 0


def test_the_table_has_a_column_for_each_count_and_a_dash_for_who_is_missing() -> None:
    def absent() -> dict[str, float]:
        raise JobError("tool is not there")

    def value(ms: float) -> dict[str, float]:
        return {"ms": ms, "found of 54": 50.0}

    entrants = (Entrant(COVERKIT, lambda: value(2.0)), Entrant("Other", lambda: value(8.0)), Entrant("Absent", absent))
    outcomes = play([Contest("c", "C", "ms", entrants, (), ("found of 54",), "How it was.")], 1, lambda words: None)
    lines = report.markdown(report.Run(outcomes, 1, [], {}, {}, {}, ("0", "0"), 20.0)).splitlines()
    assert "| Other | 50 | 8.000 ms | 0.250 × (1/4.0), 0.250 – 0.250 |" in lines
    assert "| Absent | – | not there |  |" in lines
    assert "How it was." in lines


def test_the_plain_cover_is_right_as_pdf_x_4(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plain_cover, "_PIXELS", (1950, 2700))
    plain_cover.write(tmp_path / "plain.pdf")
    result = check_file(tmp_path / "plain.pdf").result
    assert result.status is Status.PASS
    assert coverkit_check.walk(tmp_path / "plain.pdf") > 2500
