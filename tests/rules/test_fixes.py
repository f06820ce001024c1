"""What fixes of rules do to a document, where a whole cover would say no more."""

from __future__ import annotations

from types import MappingProxyType

import pytest

from coverkit.checks.finding import Problem
from coverkit.layout.cover import Cover
from coverkit.model.document import Document
from coverkit.model.locks import CLOSED, OPEN, Locks, Permissions
from tests.rules.covers import AFTER, CAMPAIGN, DAY, MOTTO, WELCOME, banner, cover, masthead, only, rule, slogan, text

DATES, EXACT = "campaign.slogan-dates", "campaign.slogan-exact"


def _permissions(locks: Locks) -> Permissions:
    return Permissions(MappingProxyType({"slogan": locks}))


def _mended(rule_id: str, subject: Cover, problem: Problem) -> Document | None:
    made = rule(rule_id)
    edit = made.mending(subject, problem, made.options())
    return None if edit is None else edit(subject.document, subject.permissions).document


def _chosen(rule_id: str, subject: Cover) -> object:
    document = _mended(rule_id, subject, only(rule_id, subject))
    element = None if document is None else document.element("slogan")
    return None if element is None else element.values["slogan"]


def test_a_slogan_of_another_phase_gives_way_to_the_first_that_fits() -> None:
    subject = cover(*masthead(), slogan(AFTER), banner(), permissions=_permissions(OPEN))
    assert only(DATES, subject).code == "wrong-phase"
    assert _chosen(DATES, subject) == CAMPAIGN.slogans_for(DAY)[0].id == "welcome"


def test_the_slogan_chosen_is_none_that_stands_there_already() -> None:
    subject = cover(slogan(AFTER), text("headline", WELCOME, y=60.0), permissions=_permissions(OPEN))
    assert _chosen(DATES, subject) == "motto"
    full = cover(slogan(AFTER), text("headline", WELCOME, y=60.0), text("more", MOTTO, y=90.0), permissions=_permissions(OPEN))
    assert _chosen(DATES, full) is None


def test_the_slogan_meant_is_chosen() -> None:
    subject = cover(slogan(WELCOME.replace("biểu", "biếu")), permissions=_permissions(OPEN))
    assert _chosen(EXACT, subject) == "welcome"


@pytest.mark.parametrize(("rule_id", "words"), [(DATES, AFTER), (EXACT, WELCOME.replace("biểu", "biếu"))])
def test_closed_slogans_are_not_chosen(rule_id: str, words: str) -> None:
    assert _chosen(rule_id, cover(slogan(words), permissions=_permissions(CLOSED))) is None


@pytest.mark.parametrize("rule_id", ["layout.safe-area", "layout.bleed-filled", "campaign.banner-aspect"])
def test_what_the_design_itself_does_is_not_mended(rule_id: str) -> None:
    made = rule(rule_id)
    subject = cover(banner(x=1.0, height=50.0, angle=90.0))
    for code in made.fixes:
        assert made.mending(subject, Problem(code, "", element="banner"), made.options()) is None
