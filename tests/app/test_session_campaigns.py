"""Another campaign is a step like any other: undo brings back the old one with its package."""

from __future__ import annotations

from functools import partial

from coverkit.app.sample import sample_project
from coverkit.app.session import Session
from coverkit.campaigns import library as campaigns
from coverkit.model import edits
from coverkit.model.document import Document
from coverkit.model.edits import Edited
from coverkit.model.locks import Permissions


def test_undo_brings_back_the_campaign_and_its_package() -> None:
    session = Session(sample_project())
    before = session.project
    other = campaigns.find("bau-cu-2016")
    reference = session.take_in_campaign(other)
    session.apply(lambda document, permissions: edits.set_campaign(document, reference))
    assert session.project.campaign is not None
    assert session.project.campaign.id == "bau-cu-2016"
    assert campaigns.from_zip(session.project.packed().campaign or b"", "packed").id == "bau-cu-2016"
    session.undo()
    assert session.project.campaign is not None
    assert session.project.campaign.id == "dak-nong-dai-hoi-xii-2020"
    assert session.project.file.campaign == before.file.campaign


def test_who_no_longer_listens_hears_nothing() -> None:
    session = Session(sample_project())
    heard: list[object] = []
    session.listen(heard.append)
    session.unlisten(heard.append)
    session.apply(_printer("digital"))
    assert not heard


def test_a_cover_that_was_only_begun_is_unsaved() -> None:
    session = Session(sample_project())
    told = [session.dirty]
    session.mark_unsaved()
    told.append(session.dirty)
    session.mark_saved()
    assert [*told, session.dirty] == [False, True, False]


def _printer(name: str) -> edits.Edit:
    return partial(_set_printer, name)


def _set_printer(name: str, document: Document, permissions: Permissions) -> Edited:
    return edits.set_printer(document, name)
