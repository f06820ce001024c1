"""The shipped designs with the sample are free of faults, and each fault of the issue is named by the right rule."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from coverkit.app.rulebook import configuration
from coverkit.app.sample import sample_project
from coverkit.checks.finding import Severity
from coverkit.checks.runner import CheckResult, run
from coverkit.geometry import Rect
from coverkit.layout.cover import Cover
from coverkit.layout.design import design_ids
from coverkit.model.document import Document, Element, PageFormat
from coverkit.model.values import PictureValue, Value
from tests.rules.test_rulebook import _rules

Fault = Callable[[Document, Cover], Document]
FIRST = "cao-nguyen"


def _checked(design: str, fault: Fault | None = None) -> CheckResult:
    project = sample_project(design)
    if fault is not None:
        project = project.with_document(fault(project.document, project.compose()))
    cover = project.compose()
    return run(_rules(), cover, configuration(cover.campaign, cover.printer))


def _element(cover: Cover, kind: str) -> str:
    return next(one.id for one in cover.placed if one.kind == kind and one.used is not None)


def _set(document: Document, element_id: str, values: dict[str, Value] | None = None, **fields: Any) -> Document:
    old = document.element(element_id) or Element(element_id)
    fresh = replace(old, values={**old.values, **(values or {})}, **fields)
    return replace(document, elements=(*(one for one in document.elements if one.id != element_id), fresh))


def _box(cover: Cover, kind: str) -> Rect:
    return next(one.box for one in cover.placed if one.kind == kind and one.used is not None)


def _memo(document: Document, cover: Cover, box: Rect, words: str) -> Document:
    left = next((name for name, style in cover.design.styles.items() if style.spec.align == "left"), "")
    style = left or next(iter(cover.design.styles))
    values: dict[str, Value] = {"text": words, "style": style, "size_min": 10.0, "size_max": 10.0}
    return replace(document, elements=(*document.elements, Element("memo", "text", values, box)))


def _stretched(document: Document, cover: Cover) -> Document:
    box = _box(cover, "banner")
    return _set(document, _element(cover, "banner"), box=replace(box, height=box.height / 1.05))


def _covered(document: Document, cover: Cover) -> Document:
    return _memo(document, cover, _box(cover, "banner").inset(2.0), "Bản thử")


def _missing(document: Document, cover: Cover) -> Document:
    return _set(document, _element(cover, "banner"), hidden=True)


def _one_letter(document: Document, cover: Cover) -> Document:
    words = next(one.plain_text for one in cover.of_kind("slogan"))
    assert "chào" in words
    return _set(document, _element(cover, "slogan"), {"slogan": words.replace("chào", "chàu")})


def _replaced(document: Document, cover: Cover) -> Document:
    assert cover.campaign is not None
    old = next(text for slogan in cover.campaign.slogans for text in slogan.replaces)
    return _set(document, _element(cover, "slogan"), {"slogan": old})


def _late(document: Document, cover: Cover) -> Document:
    return replace(document, issue=replace(document.issue, date=dt.date(2020, 12, 5)))


def _a4(document: Document, cover: Cover) -> Document:
    return replace(document, format=PageFormat("a4", 210.0, 297.0))


def _at_the_trim(document: Document, cover: Cover) -> Document:
    return _memo(document, cover, Rect(cover.scene.width / 2 - 20, 1.0, 40.0, 3.6), "HEN")


def _overset(document: Document, cover: Cover) -> Document:
    return _set(document, "headline", {"text": "Một dòng chữ thật dài " * 60})


FAULTS: tuple[tuple[Fault, str, str, Severity], ...] = (
    (_stretched, "campaign.banner-aspect", "stretched", Severity.ERROR),
    (_covered, "campaign.banner-uncovered", "covered", Severity.ERROR),
    (_missing, "campaign.banner-present", "missing", Severity.ERROR),
    (_one_letter, "campaign.slogan-exact", "wrong-words", Severity.ERROR),
    (_replaced, "campaign.slogan-current", "replaced", Severity.ERROR),
    (_late, "campaign.issue-date", "outside-period", Severity.WARNING),
    (_a4, "law.newsletter-size", "too-large", Severity.ERROR),
    (_at_the_trim, "layout.safe-area", "too-near", Severity.ERROR),
    (_overset, "text.fits", "overset", Severity.ERROR),
)


@pytest.mark.parametrize("design", design_ids())
def test_the_sample_is_free_of_errors_and_warnings_in_every_design(design: str) -> None:
    serious = [one.problem.message for one in _checked(design).findings if one.severity is not Severity.NOTE]
    assert serious == []


@pytest.mark.parametrize("design", design_ids())
@pytest.mark.parametrize(("fault", "rule", "code", "severity"), FAULTS, ids=[code for _, _, code, _ in FAULTS])
def test_a_fault_is_named_by_its_rule(design: str, fault: Fault, rule: str, code: str, severity: Severity) -> None:
    found = {(one.rule, one.code): one.severity for one in _checked(design, fault).findings}
    assert found.get((rule, code)) is severity, found


def test_a_photo_enlarged_to_120_ppi_and_one_short_of_the_bleed_are_named() -> None:
    def enlarged(document: Document, cover: Cover) -> Document:
        hero = document.element("hero")
        assert hero is not None
        value = hero.values["picture"]
        assert isinstance(value, PictureValue)
        from coverkit.colour.pictures import effective_ppi
        from coverkit.scene.operations import Picture

        placed = next(one for one in cover.scene.of("hero") if isinstance(one, Picture))
        zoom = effective_ppi(cover.pictures[value.sha256], placed) / 120.0
        return _set(document, "hero", {"picture": replace(value, zoom=zoom)})

    def short(document: Document, cover: Cover) -> Document:
        box = next(one.box for one in cover.placed if one.id == "hero")
        return _set(document, "hero", box=replace(box, width=box.width - 2.0))

    assert ("images.resolution", "below-limit") in {(one.rule, one.code) for one in _checked(FIRST, enlarged).findings}
    assert ("layout.bleed-filled", "short-right") in {(one.rule, one.code) for one in _checked(FIRST, short).findings}
