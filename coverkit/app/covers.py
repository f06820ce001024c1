"""Begin a cover and change one: what `coverkit new` and `coverkit edit` do, and the window's forms too."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from types import MappingProxyType

from coverkit.app.project import Project
from coverkit.campaigns import library as campaigns
from coverkit.campaigns.campaign import Campaign
from coverkit.colour.pictures import inspect
from coverkit.elements.kinds import field_infos
from coverkit.elements.slogan import slogan_value
from coverkit.errors import InputError, UsageError
from coverkit.formats.pages import page_format
from coverkit.formats.printers import printer_profile
from coverkit.geometry import Rect
from coverkit.i18n import system_reason, tr
from coverkit.layout.design import design, design_ids
from coverkit.model import edits
from coverkit.model.document import Document, Element, Issue, Kind, PackageRef, Unit, Waiver
from coverkit.model.storage.bundle import Asset, CoverFile
from coverkit.model.storage.files import save as save_file
from coverkit.model.values import PictureValue
from coverkit.records import dataclass, replace
from coverkit.rules.subject.questions import QUESTIONS

DEFAULT_DESIGN = "cao-nguyen"
DEFAULT_FORMAT = "ban-tin-190x270"


def _none_set() -> Mapping[str, str]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Changes:
    """What to set of a cover; None and empty leave a thing as it is.

    Attributes:
        campaign: an id, or the path of a `.campaign` file or folder; "none" takes the campaign off.
        texts: by slot; a slogan may be given by id or by its text.
        pictures: files by slot.
        places: boxes by slot, in mm from the trim's top left.
        added: texts of a person's own, by id, each with its box.
        hidden, shown, removed: slots and elements.
        waivers: findings that are accepted.
        answers: by question; None takes an answer back.
    """

    campaign: str | None = None
    design: str | None = None
    format: str | None = None
    printer: str | None = None
    unit: Unit | None = None
    issue_date: dt.date | None = None
    number: str | None = None
    kind: Kind | None = None
    texts: Mapping[str, str] = field(default_factory=_none_set)
    pictures: Mapping[str, Path] = field(default_factory=lambda: MappingProxyType({}))
    places: Mapping[str, Rect] = field(default_factory=lambda: MappingProxyType({}))
    added: tuple[Element, ...] = ()
    hidden: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    answers: Mapping[str, bool | None] = field(default_factory=lambda: MappingProxyType({}))


def new_cover(changes: Changes, today: dt.date) -> Project:
    """Begin a cover.

    Args:
        changes: what it starts with; design and format have defaults, the campaign has none.
        today: the issue date where none is given.

    Raises:
        UsageError: a name is unknown.
        InputError: a picture or a campaign is damaged.
        LockedError: a text is set that the design keeps closed.
    """
    first = design(changes.design or (DEFAULT_DESIGN if DEFAULT_DESIGN in design_ids() else design_ids()[0]))
    document = Document(
        design=PackageRef(first.id, first.version, first.sha256),
        format=page_format(changes.format or DEFAULT_FORMAT),
        issue=Issue(changes.issue_date or today),
    )
    return change_cover(Project.of(CoverFile(document)), changes)


def change_cover(project: Project, changes: Changes) -> Project:
    """Return a project with changes made; every one goes through the edits and their locks."""
    project = _with_campaign(project, changes.campaign)
    document = _with_setup(project.document, changes)
    project = project.with_document(document)
    for slot, path in changes.pictures.items():
        project = _with_picture(project, slot, path)
    for slot, text in changes.texts.items():
        project = _with_text(project, slot, text)
    return project.with_document(_with_arrangement(project, changes))


def save(project: Project, path: Path) -> None:
    """Write a cover to a file, whole or not at all.

    Raises:
        OutputError: it cannot be written.
    """
    save_file(path, project.packed())


def _with_campaign(project: Project, name: str | None) -> Project:
    if name is None:
        return project
    if name in ("", "none"):
        document = edits.set_campaign(project.document, None).document
        return replace(project, file=replace(project.file, document=document, campaign=None))
    campaign: Campaign = campaigns.load(name)
    reference = PackageRef(campaign.id, campaign.version, campaign.sha256)
    document = edits.set_campaign(project.document, reference).document
    return replace(project, file=replace(project.file, document=document, campaign=campaigns.to_zip(campaign)))


def _with_setup(document: Document, changes: Changes) -> Document:
    if changes.design is not None:
        chosen = design(changes.design)
        document = edits.set_design(document, PackageRef(chosen.id, chosen.version, chosen.sha256)).document
    if changes.format is not None:
        document = edits.set_format(document, page_format(changes.format)).document
    if changes.printer is not None:
        document = edits.set_printer(document, printer_profile(changes.printer).id).document
    if changes.unit is not None:
        document = edits.set_unit(document, changes.unit).document
    issue = Issue(
        changes.issue_date or document.issue.date,
        document.issue.number if changes.number is None else changes.number,
        changes.kind or document.issue.kind,
    )
    return edits.set_issue(document, issue).document


def _with_arrangement(project: Project, changes: Changes) -> Document:
    document, permissions = project.document, project.permissions
    for element in changes.added:
        document = edits.add_element(document, element, permissions).document
    for slot, box in changes.places.items():
        document = edits.place(document, slot, box, permissions).document
    for slot in changes.hidden:
        document = edits.hide(document, slot, permissions).document
    for slot in changes.shown:
        document = edits.show(document, slot).document
    for slot in changes.removed:
        document = edits.remove_element(document, slot).document
    for waiver in changes.waivers:
        document = edits.waive(document, waiver).document
    for question, reply in changes.answers.items():
        document = _with_answer(document, question, reply)
    return document


def _with_answer(document: Document, question: str, reply: bool | None) -> Document:
    if question not in QUESTIONS and (reply is not None or question not in document.answers):
        raise UsageError(
            tr("There is no question “{name}”.", name=question), tr("The questions: {names}.", names=", ".join(QUESTIONS))
        )
    return edits.answer(document, question, reply).document


def _with_text(project: Project, slot: str, text: str) -> Project:
    kind = _kind_of(project, slot)
    name = main_field(kind)
    if kind == "picture":
        raise UsageError(tr("“{slot}” holds a picture, not a text.", slot=slot), tr("Use --picture {slot}=FILE.", slot=slot))
    value = slogan_value(text, project.campaign) if kind == "slogan" else text
    return project.with_document(edits.set_values(project.document, slot, {name: value}, project.permissions).document)


def _with_picture(project: Project, slot: str, path: Path) -> Project:
    if _kind_of(project, slot) != "picture":
        raise UsageError(tr("“{slot}” holds no picture.", slot=slot), tr("Use --set {slot}=TEXT.", slot=slot))
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(
            tr("{path} cannot be read: {reason}.", path=path, reason=system_reason(error)), tr("Check the path.")
        ) from error
    inspect(data, path.name)
    return with_picture(project, slot, data, path.name)


def with_picture(project: Project, slot: str, data: bytes, name: str) -> Project:
    """Return a project with a picture, already inspected, in a slot."""
    sha256 = hashlib.sha256(data).hexdigest()
    value = PictureValue(sha256, name)
    document = edits.set_values(project.document, slot, {"picture": value}, project.permissions).document
    assets = {**project.file.assets, sha256: Asset(data, name)}
    return Project.of(replace(project.file, document=document, assets=assets))


def main_field(kind: str) -> str:
    """Return the field that "the content" of an element type means.

    Raises:
        UsageError: the type has no content of its own.
    """
    for info in field_infos(kind).values():
        if info.lock == "content":
            return info.name
    raise UsageError(tr("An element of type “{kind}” has no text.", kind=kind), tr("Choose another slot."))


def _kind_of(project: Project, name: str) -> str:
    slot = project.design.slot(name)
    if slot is not None:
        return slot.kind
    element = project.document.element(name)
    if element is not None and element.kind:
        return element.kind
    known = ", ".join(one.id for one in project.design.slots if one.open or one.form)
    raise UsageError(
        tr("The design “{design}” has no slot “{slot}”.", design=project.design.id, slot=name),
        tr("Its slots: {names}.", names=known),
    )
