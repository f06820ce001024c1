"""Fixes: each fault is offered for mending, is gone afterwards, nothing else is worse, and undo leads back."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator

import pytest

from coverkit.app.fixing import fix
from coverkit.app.pipeline import check_cover
from coverkit.app.project import Project
from coverkit.app.rulebook import rules
from coverkit.app.session import Session
from coverkit.checks.finding import Finding, Outcome, Problem, Severity, Status
from coverkit.checks.rule import NoOptions, Rule, RuleError, rule
from coverkit.checks.runner import CheckResult, run
from coverkit.geometry import Rect
from coverkit.model import edits
from coverkit.model.document import Element, Waiver
from coverkit.model.edits import violations
from coverkit.model.values import Cmyk
from coverkit.scene.operations import GlyphRun
from tests.app import mendable
from tests.app.faults import FAULTS as ALL_FAULTS
from tests.app.faults import REPLACED, Fault, by_hand
from tests.app.mendable import FAULTS, FREE, RICH_BLACK, Mendable, own, slot_with, typed
from tests.app.shelf import DESIGNS, Shelf

EVERY = pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)


def _found(result: CheckResult, rule_id: str) -> list[Finding]:
    return [finding for finding in result.findings if finding.rule == rule_id]


def _keys(result: CheckResult) -> set[tuple[str, str]]:
    return {(finding.rule, finding.code) for finding in result.findings if finding.rule != "campaign.sample"}


@EVERY
def test_a_fault_is_mended_and_nothing_else_is_worse(fault: Mendable, shelf: Shelf) -> None:
    faulty = fault.make(shelf.project())
    before = check_cover(faulty).result
    named = _found(before, fault.rule)
    assert {(finding.code, finding.fixable) for finding in named} == {(fault.code, True)}
    fixed = fix(faulty)
    assert (fault.rule, fault.code) in {(one.finding.rule, one.finding.code) for one in fixed.done}
    after = check_cover(fixed.project).result
    assert _found(after, fault.rule) == []
    assert _keys(after) <= _keys(before)
    assert after.counts()["not_checked"] <= before.counts()["not_checked"] + 1
    assert mendable.same(mendable.value(fixed.project, fault.element), fault.becomes)
    assert fixed.checked.result == after
    assert violations(fixed.project.document, fixed.project.permissions) == ()


@EVERY
def test_only_what_was_found_is_touched(fault: Mendable, shelf: Shelf) -> None:
    faulty = fault.make(shelf.project())
    fixed = fix(faulty)
    touched = {finding.problem.element for finding in check_cover(faulty).result.findings}
    for element in faulty.document.elements:
        if element.id not in touched:
            assert fixed.project.document.element(element.id) == element
    if fault.name not in ("decomposed unit", "eth in the publication's name"):
        assert (fixed.project.document.unit, fixed.project.document.issue) == (faulty.document.unit, faulty.document.issue)


@EVERY
def test_undo_leads_back_and_redo_forth(fault: Mendable, shelf: Shelf) -> None:
    faulty = fault.make(shelf.project())
    session = Session(faulty)
    done = fix(faulty).done
    for one in done:
        session.apply(one.edit)
    assert session.history == tuple(one.name for one in done) != ()
    assert session.document == fix(faulty).project.document
    for one in reversed(done):
        assert session.undo() == one.name
    assert session.document is faulty.document
    for _ in done:
        session.redo()
    assert session.document == fix(faulty).project.document


@EVERY
def test_mending_twice_is_mending_once(fault: Mendable, shelf: Shelf) -> None:
    once = fix(fault.make(shelf.project()))
    twice = fix(once.project)
    assert twice.done == ()
    assert twice.project.document is once.project.document


@pytest.mark.parametrize("design", DESIGNS)
def test_a_good_cover_is_left_alone(design: str, shelf: Shelf) -> None:
    project = shelf.project(design)
    fixed = fix(project)
    assert fixed.done == ()
    assert fixed.project.document is project.document


@pytest.mark.parametrize("design", DESIGNS)
@pytest.mark.parametrize("fault", ALL_FAULTS, ids=lambda fault: fault.name)
def test_no_cover_gets_worse_in_any_design(design: str, fault: Fault, shelf: Shelf) -> None:
    faulty = fault.make(shelf.project(design))
    before = check_cover(faulty).result
    fixed = fix(faulty)
    assert _keys(fixed.checked.result) <= _keys(before)
    assert bool(fixed.done) <= any(finding.fixable for finding in before.findings)
    assert violations(fixed.project.document, fixed.project.permissions) == ()


def test_many_faults_are_mended_together(shelf: Shelf) -> None:
    project = shelf.project()
    for fault in FAULTS:
        if fault.name in ("eth", "banner turned", "slogan mistyped", "own text in a mixed black", "decomposed unit"):
            project = fault.make(project)
    fixed = fix(project)
    assert len(fixed.done) == 5
    assert _keys(fixed.checked.result) == set()


def test_only_the_findings_asked_for_are_mended(shelf: Shelf) -> None:
    project = mendable.one_letter(typed("Mùa vàng ðến, nước về ðủ")(shelf.project()))
    (first, _) = _found(check_cover(project).result, "text.look-alikes")
    fixed = fix(project, [first])
    assert [one.finding.problem.measured for one in fixed.done] == ["ðến"]
    assert mendable.value(fixed.project, "headline") == "Mùa vàng đến, nước về ðủ"
    assert _found(fixed.checked.result, "campaign.slogan-exact") != []


def test_more_faults_of_one_kind_than_rounds(shelf: Shelf) -> None:
    words = "ðến ðủ ðường ðất ðỏ ðồi ðông ðẹp"
    assert mendable.value(fix(typed(words)(shelf.project())).project, "headline") == words.replace("ð", "đ")


def test_what_a_person_accepted_stays(shelf: Shelf) -> None:
    project = own("text", FREE, text="Lưu hành nội bộ", colour=RICH_BLACK, size_min=8.0, size_max=8.0)(shelf.project())
    waiver = Waiver("colour.small-text-inks", "mixed-black", "In thử đã duyệt", "Lê Thị Hoa", project.document.issue.date)
    accepted = project.with_document(edits.waive(project.document, waiver).document)
    assert fix(accepted).done == ()


def test_what_would_help_nothing_is_taken_back(shelf: Shelf) -> None:
    """Moved inside, the text would lie on the headline: another error, so it stays where it is."""
    project = own("text", Rect(1.0, 150.0, 30.0, 8.0), text="Mới")(shelf.project())
    (finding,) = _found(check_cover(project).result, "layout.safe-area")
    assert finding.fixable
    fixed = fix(project)
    assert fixed.done == ()
    assert fixed.project.document is project.document


@pytest.mark.parametrize(
    ("make", "rule_id"),
    [
        (typed("BẢN TIN Ðắk Nông", "label"), "text.look-alikes"),
        (typed("BẢN\u200b TIN", "label"), "text.clean-characters"),
        (lambda project: by_hand(project, Element("date", box=Rect(130.0, 90.0, 58.5, 8.0))), "layout.safe-area"),
        (lambda project: by_hand(project, Element("hero", box=Rect(0.0, -3.0, 193.0, 276.0))), "layout.bleed-filled"),
        (lambda project: slot_with(project, "date", colour=RICH_BLACK), "colour.small-text-inks"),
    ],
)
def test_no_fix_opens_a_lock(make: Callable[[Project], Project], rule_id: str, shelf: Shelf) -> None:
    faulty = make(shelf.project())
    result = check_cover(faulty).result
    assert {finding.fixable for finding in _found(result, rule_id)} == {False}
    fixed = fix(faulty, _found(result, rule_id))
    assert fixed.project.document is faulty.document
    restored = fix(faulty).project
    assert violations(restored.document, restored.permissions) == ()


@pytest.mark.parametrize(
    ("text", "rule_id"),
    [
        ("Ông Guðmundur thăm Đắk Nông", "text.look-alikes"),
        ("B\u00adu", "text.clean-characters"),
        ("n\u00ad\u00edc m\u00b9nh, d\u00a9n giµu, Quy ch\u00d5", "text.clean-characters"),
        ("Hạ\u200btầng mới", "text.clean-characters"),
        ("Mùa xanh\x02", "text.clean-characters"),
    ],
)
def test_what_may_be_meant_is_not_mended(text: str, rule_id: str, shelf: Shelf) -> None:
    project = typed(text)(shelf.project())
    assert {finding.fixable for finding in _found(check_cover(project).result, rule_id)} == {False}
    assert mendable.value(fix(project).project, "headline") == text


def test_a_slogan_far_from_every_other_is_left_to_people(shelf: Shelf) -> None:
    project = slot_with(shelf.project(), "slogan", slogan="Nhiệt liệt chào mừng Đại hội đại biểu Đảng bộ huyện Krông Nô")
    assert {finding.fixable for finding in _found(check_cover(project).result, "campaign.slogan-exact")} == {False}


def test_a_text_of_ones_own_that_is_like_a_slogan_is_left_to_people(shelf: Shelf) -> None:
    text = "Đoàn kết – Dân chủ – Kỷ cươmg – Hành động – Phát triển"
    project = own("text", Rect(20.0, 90.0, 120.0, 12.0), text=text)(shelf.project())
    found = _found(check_cover(project).result, "campaign.slogan-exact")
    assert {(finding.code, finding.fixable) for finding in found} == {("wrong-words", False)}


def test_a_replaced_slogan_in_capitals_stays_in_capitals(shelf: Shelf) -> None:
    project = own("text", Rect(20.0, 75.0, 150.0, 25.0), text=REPLACED.upper())(shelf.project())
    fixed = fix(project, _found(check_cover(project).result, "campaign.slogan-current"))
    campaign = shelf.project().campaign
    assert campaign is not None
    assert mendable.value(fixed.project, "own") == campaign.slogans[0].text.upper()


def test_black_text_prints_with_black_alone(shelf: Shelf) -> None:
    project = own("text", FREE, text="Nội bộ", colour=RICH_BLACK, size_min=8.0, size_max=8.0)(shelf.project())
    inks = {one.ink for one in fix(project).project.compose().scene.of("own") if isinstance(one, GlyphRun)}
    assert inks == {Cmyk(0.0, 0.0, 0.0, 1.0)}


def test_rules_that_mend() -> None:
    mending = {one.id for one in rules() if one.fix is not None}
    assert mending == {fault.rule for fault in FAULTS}


def _check(subject: str, options: NoOptions) -> Iterator[Outcome]:
    yield Problem("wrong", "It is wrong.")
    yield Problem("strange", "It is strange.")


def _shout(subject: str, problem: Problem, options: NoOptions) -> str:
    return subject.upper()


def _break(subject: str, problem: Problem, options: NoOptions) -> None:
    raise ValueError(subject)


BASE = Rule("test.mending", "t", str, Severity.ERROR, "w", "r", "s", NoOptions, _check, "high")


def test_only_declared_codes_can_be_mended() -> None:
    made = dataclasses.replace(BASE, fix=_shout, fixes=frozenset({"wrong"}))
    assert {one.code: one.fixable for one in run([made], "a").findings} == {"wrong": True, "strange": False}
    assert made.mending("a", Problem("wrong", ""), NoOptions()) == "A"


def test_a_fix_that_breaks_is_a_rule_that_breaks() -> None:
    made = dataclasses.replace(BASE, fix=_break, fixes=frozenset({"wrong"}))
    assert run([made], "a").rules[0].status is Status.CRASH


@pytest.mark.parametrize(("mends", "codes"), [(_shout, frozenset[str]()), (None, frozenset({"wrong"}))])
def test_a_fix_and_its_codes_belong_together(mends: Callable[..., str] | None, codes: frozenset[str]) -> None:
    with pytest.raises(RuleError, match="codes"):
        rule(
            id="test.half",
            title="t",
            subject=str,
            severity=Severity.NOTE,
            why="w",
            remedy="r",
            source="s",
            fix=mends,
            fixes=codes,
        )
