"""All edits of a document, as pure functions: the only way a document changes, and the place where the locks hold.

An edit returns the new document, what has to be composed again, and its name for undo. An edit that changes nothing
returns the very same document. What only takes an override back needs no open lock: it restores what the lock guards.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from coverkit.errors import UsageError
from coverkit.geometry import Rect
from coverkit.i18n import tr
from coverkit.model.document import SLOT_KIND, Document, Element, Guide, Issue, PackageRef, PageFormat, Unit, Waiver
from coverkit.model.entrance import (
    MOST_GUIDES,
    Record,
    cleaned,
    cleaned_number,
    cleaned_record,
    wanted,
    wanted_angle,
    wanted_box,
    wanted_id,
    wanted_place,
    wanted_text,
)
from coverkit.model.guard import Violation as Violation
from coverkit.model.guard import demand, demand_bounds, lawful
from coverkit.model.guard import violations as violations
from coverkit.model.locks import Permissions
from coverkit.model.values import Value
from coverkit.records import dataclass, replace

_STEP = 5.0
"""Mm by which a duplicate stands beside its original."""


@dataclass(frozen=True, slots=True)
class Changed:
    """What has to be composed again; nothing of it for an edit that does not show on the page."""

    elements: frozenset[str] = frozenset()
    page: bool = False
    campaign: bool = False


@dataclass(frozen=True, slots=True)
class Edited:
    """The result of an edit; `name` is its label for undo, in the language spoken now."""

    document: Document
    changed: Changed
    name: str


Edit = Callable[[Document, Permissions], Edited]
"""An edit that waits for the document it is done to."""


def set_values(document: Document, element_id: str, values: Mapping[str, Value], permissions: Permissions) -> Edited:
    """Set fields of an element.

    Raises:
        LockedError: a field that would change is guarded by a closed lock.
        UsageError: there is no such element, or a value is out of bounds.
    """
    element = _known(document, element_id, permissions)
    fresh = {name: _checked(element_id, name, value) for name, value in values.items()}
    changed = {name: value for name, value in fresh.items() if not _same(element.values.get(name), value)}
    for name in changed:
        demand(permissions, element_id, permissions.lock_of_field(name))
    merged = MappingProxyType({**element.values, **changed})
    return _put(document, replace(element, values=merged), tr("Change {element}", element=element_id))


def clear_value(document: Document, element_id: str, name: str) -> Edited:
    """Take a field back to its default."""
    element = document.element(element_id) or Element(element_id)
    rest = MappingProxyType({key: value for key, value in element.values.items() if key != name})
    return _put(document, replace(element, values=rest), tr("Reset {element}", element=element_id))


def place(document: Document, element_id: str, box: Rect | None, permissions: Permissions) -> Edited:
    """Move or resize an element to a box in mm; None puts it back where the design has it.

    Raises:
        LockedError: its place is locked, or it would leave its bounds.
        UsageError: there is no such element, or the box is empty or off every page.
    """
    element = _known(document, element_id, permissions)
    if box is not None:
        box = cleaned_record(box)
        _refuse(tr("The place of “{element}”", element=element_id), wanted_box(box))
    if box not in (None, element.box):
        demand(permissions, element_id, "place")
        demand_bounds(permissions, replace(element, box=box))
    return _put(document, replace(element, box=box), tr("Move {element}", element=element_id))


def turn(document: Document, element_id: str, angle: float | None, permissions: Permissions) -> Edited:
    """Turn an element to an angle, in degrees clockwise; None puts it back as the design has it.

    Raises:
        LockedError: its place is locked, or it would leave its bounds.
        UsageError: there is no such element, or the angle is no number.
    """
    element = _known(document, element_id, permissions)
    if angle is not None:
        angle = cleaned_number(angle % 360)
        _refuse(tr("The angle of “{element}”", element=element_id), wanted_angle(angle))
    if angle not in (None, element.angle):
        demand(permissions, element_id, "place")
        demand_bounds(permissions, replace(element, angle=angle))
    return _put(document, replace(element, angle=angle), tr("Turn {element}", element=element_id))


def hide(document: Document, element_id: str, permissions: Permissions) -> Edited:
    """Take an element off the page and keep its content.

    Raises:
        LockedError: its place is locked, or it would leave its bounds.
        UsageError: there is no such element.
    """
    element = _known(document, element_id, permissions)
    if not element.hidden:
        demand(permissions, element_id, "place")
        demand_bounds(permissions, replace(element, hidden=True))
    return _put(document, replace(element, hidden=True), tr("Hide {element}", element=element_id))


def show(document: Document, element_id: str) -> Edited:
    """Put a hidden element back on the page."""
    element = document.element(element_id) or Element(element_id)
    return _put(document, replace(element, hidden=False), tr("Show {element}", element=element_id))


def add_element(document: Document, element: Element, permissions: Permissions) -> Edited:
    """Add a free element, above all others.

    Raises:
        UsageError: its id is taken or malformed, it has no kind, or a value or its box is out of bounds.
    """
    _refuse(tr("The name “{name}”", name=element.id), wanted_id(element.id))
    _refuse(tr("The kind of “{element}”", element=element.id), wanted_id(element.kind))
    if document.element(element.id) or element.id in permissions.slots:
        raise UsageError(tr("There is already an element “{element}”.", element=element.id), tr("Give it another name."))
    bare = Document(document.design, document.format, document.issue, elements=(Element(element.id, element.kind),))
    bare = set_values(bare, element.id, element.values, permissions).document
    bare = place(bare, element.id, element.box, permissions).document
    bare = turn(bare, element.id, element.angle, permissions).document
    return _put(document, replace(bare.elements[0], hidden=element.hidden), tr("Add {element}", element=element.id))


def remove_element(document: Document, element_id: str) -> Edited:
    """Remove a free element.

    Raises:
        UsageError: there is no free element of that id.
    """
    element = _free(document, element_id)
    rest = tuple(one for one in document.elements if one is not element)
    return Edited(replace(document, elements=rest), _touches(element_id), tr("Remove {element}", element=element_id))


def duplicate(document: Document, element_id: str, permissions: Permissions) -> Edited:
    """Copy a free element, a little to the right and below; `changed.elements` names the copy.

    Raises:
        UsageError: there is no free element of that id.
    """
    element = _free(document, element_id)
    box = element.box.moved(_STEP, _STEP) if element.box else None
    copy = replace(element, id=fresh_id(document, element_id.rstrip("0123456789").rstrip("-") or "copy", permissions), box=box)
    return _put(document, copy, tr("Duplicate {element}", element=element_id))


def fresh_id(document: Document, stem: str, permissions: Permissions) -> str:
    """Return an id that no element and no slot has: the stem and a number."""
    taken = {element.id for element in document.elements} | set(permissions.slots)
    stem = stem[:56]
    numbers = range(1, len(taken) + 2)
    return next(name for name in (f"{stem}-{number}" for number in numbers) if name not in taken)


def reorder(document: Document, element_id: str, position: int) -> Edited:
    """Move a free element to a position among the free elements, 0 the lowest; beyond the ends is at the end.

    Raises:
        UsageError: there is no free element of that id.
    """
    element = _free(document, element_id)
    free = [one for one in document.elements if one.kind != SLOT_KIND and one is not element]
    free.insert(min(max(position, 0), len(free)), element)
    slots = [one for one in document.elements if one.kind == SLOT_KIND]
    fresh = replace(document, elements=(*slots, *free))
    return _edited(document, fresh, _touches(element_id), tr("Reorder {element}", element=element_id))


def set_issue(document: Document, issue: Issue) -> Edited:
    """Change number, date or kind of the issue."""
    return _edited(document, replace(document, issue=_record(issue)), Changed(page=True), tr("Change the issue"))


def set_unit(document: Document, unit: Unit) -> Edited:
    """Change the publishing body.

    Raises:
        UsageError: a number is negative, or a text too long.
    """
    if min(unit.print_run, unit.pages, unit.licence_pages, unit.licence_print_run) < 0:
        _refuse(tr("The print run or the number of pages"), tr("a number from 0"))
    return _edited(document, replace(document, unit=_record(unit)), Changed(page=True), tr("Change the publisher"))


def set_format(document: Document, page_format: PageFormat) -> Edited:
    """Change the page format."""
    _refuse(tr("The page format"), wanted_id(page_format.id) or wanted_box(Rect(0, 0, page_format.width, page_format.height)))
    fresh = replace(document, format=_record(page_format))
    return _edited(document, fresh, Changed(page=True), tr("Change the page format"))


def set_design(document: Document, design: PackageRef) -> Edited:
    """Change the design; what was written stays, and slots of the same name take it up."""
    _refuse(tr("The design"), wanted_id(design.id))
    return _edited(document, replace(document, design=design), Changed(page=True), tr("Change the design"))


def set_campaign(document: Document, campaign: PackageRef | None) -> Edited:
    """Change the campaign, or leave it with None."""
    if campaign is not None:
        _refuse(tr("The campaign"), wanted_id(campaign.id))
    fresh = replace(document, campaign=campaign)
    return _edited(document, fresh, Changed(page=True, campaign=True), tr("Change the campaign"))


def set_printer(document: Document, printer: str) -> Edited:
    """Change the printer profile, by id."""
    _refuse(tr("The printer profile"), wanted_id(printer))
    return _edited(document, replace(document, printer=printer), Changed(page=True), tr("Change the printer profile"))


def waive(document: Document, waiver: Waiver) -> Edited:
    """Accept a finding with a written reason; an earlier waiver of the same finding is replaced.

    Raises:
        UsageError: reason or name is empty.
    """
    waiver = _record(waiver)
    _refuse(tr("The rule “{name}”", name=waiver.rule), wanted_id(waiver.rule) or wanted_id(waiver.code))
    if not waiver.reason.strip() or not waiver.by.strip():
        raise UsageError(
            tr("The waiver of “{rule}” gives no reason or no name.", rule=waiver.rule),
            tr("Write why the finding is accepted, and who accepts it."),
        )
    rest = [one for one in document.waivers if (one.rule, one.code) != (waiver.rule, waiver.code)]
    waivers = document.waivers if waiver in document.waivers else (*rest, waiver)
    return _edited(document, replace(document, waivers=waivers), Changed(), tr("Accept a finding of {rule}", rule=waiver.rule))


def unwaive(document: Document, rule: str, code: str) -> Edited:
    """Take a waiver back."""
    rest = tuple(one for one in document.waivers if (one.rule, one.code) != (rule, code))
    return _edited(document, replace(document, waivers=rest), Changed(), tr("Take back the acceptance for {rule}", rule=rule))


def answer(document: Document, question: str, reply: bool | None) -> Edited:
    """Answer a question that no program can judge; None takes the answer back."""
    _refuse(tr("The question “{name}”", name=question), wanted_id(question))
    answers = {key: value for key, value in document.answers.items() if key != question}
    if reply is not None:
        answers[question] = reply
    fresh = replace(document, answers=MappingProxyType(answers))
    return _edited(document, fresh, Changed(), tr("Answer {question}", question=question))


def set_guides(document: Document, guides: Iterable[Guide]) -> Edited:
    """Put other guides in the place of those there are; equal ones are kept once.

    Raises:
        UsageError: one is off every page, or there are too many.
    """
    fresh = tuple(sorted({cleaned_record(guide) for guide in guides}, key=lambda guide: (guide.axis, guide.at)))
    for guide in fresh:
        _refuse(tr("The place of a guide"), wanted_place(guide.at))
    if len(fresh) > MOST_GUIDES:
        _refuse(tr("The number of guides"), tr("at most {count}", count=MOST_GUIDES))
    name = tr("Remove all guides") if not fresh else tr("Change the guides")
    return _edited(document, replace(document, guides=fresh), Changed(), name)


def restore(document: Document, permissions: Permissions) -> Edited:
    """Take back everything that `violations` finds."""
    kept_of = {element.id: lawful(element, permissions) for element in document.elements}
    touched = frozenset(element.id for element in document.elements if kept_of[element.id] != element)
    kept = tuple(element for element in kept_of.values() if not _is_bare(element))
    elements = kept if touched else document.elements
    return _edited(document, replace(document, elements=elements), Changed(touched), tr("Restore what is locked"))


def _known(document: Document, element_id: str, permissions: Permissions) -> Element:
    element = document.element(element_id)
    if element is None and element_id not in permissions.slots:
        raise UsageError(
            tr("There is no element “{element}”.", element=element_id),
            tr("The design has: {known}.", known=", ".join(sorted(permissions.slots))),
        )
    return element or Element(element_id)


def _free(document: Document, element_id: str) -> Element:
    element = document.element(element_id)
    if element is None or element.kind == SLOT_KIND:
        raise UsageError(
            tr("“{element}” belongs to the design and cannot be removed or copied.", element=element_id),
            tr("What belongs to the design can be hidden, where it is not locked."),
        )
    return element


def _checked(element_id: str, name: str, value: Value) -> Value:
    value = cleaned(value)
    _refuse(tr("“{field}” of “{element}”", field=name, element=element_id), wanted_id(name) or wanted(value))
    return value


def _record(record: Record) -> Record:
    record = cleaned_record(record)
    for field in dataclasses.fields(record):
        content = getattr(record, field.name)
        if isinstance(content, str):
            _refuse(tr("“{field}”", field=field.name), wanted_text(content))
    return record


def _refuse(what: str, wanted_instead: str) -> None:
    if wanted_instead:
        raise UsageError(
            tr("{what} has a value that cannot be used.", what=what), tr("Wanted: {wanted}.", wanted=wanted_instead)
        )


def _same(one: Value | None, other: Value) -> bool:
    # True == 1.0, but they are not the same value.
    return type(one) is type(other) and one == other


def _is_bare(element: Element) -> bool:
    return element == Element(element.id)


def _touches(element_id: str) -> Changed:
    return Changed(frozenset({element_id}))


def _put(document: Document, element: Element, name: str) -> Edited:
    """Put an element in the place of the one of its id; a new slot goes among the slots, a new free element on top."""
    old = document.element(element.id)
    if _is_bare(element) if old is None else _is_same_element(old, element):
        return Edited(document, Changed(), name)
    others = [element if one is old else one for one in document.elements] + ([] if old else [element])
    slots = sorted((one for one in others if one.kind == SLOT_KIND and not _is_bare(one)), key=lambda one: one.id)
    free = [one for one in others if one.kind != SLOT_KIND]
    return Edited(replace(document, elements=(*slots, *free)), _touches(element.id), name)


def _is_same_element(one: Element, other: Element) -> bool:
    return one == other and all(_same(one.values[name], value) for name, value in other.values.items())


def _edited(document: Document, fresh: Document, changed: Changed, name: str) -> Edited:
    return Edited(document, Changed(), name) if fresh == document else Edited(fresh, changed, name)
