"""What elements are called: designed names first, else type and number, in the language spoken."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from coverkit import i18n
from coverkit.app.pipeline import check_cover
from coverkit.app.project import Project
from coverkit.app.sample import sample_project
from coverkit.geometry import Rect
from coverkit.layout.names import element_name
from coverkit.model import edits
from coverkit.model.document import Element


@pytest.fixture(autouse=True)
def spoken() -> Iterator[None]:
    yield
    i18n.activate("en")


def test_designed_names_come_first() -> None:
    i18n.activate("en")
    assert element_name("headline", "text", "Headline") == "Headline"
    assert element_name("text-12", "text") == "Text 12"
    assert element_name("sky_far", "panel", "sky_far") == "Colour field (sky_far)"
    assert element_name("own-2b", "map") == "map (own-2b)"
    i18n.activate("vi")
    assert element_name("text-1", "text") == "Chữ 1"


def test_messages_name_a_free_element_as_panels_do() -> None:
    i18n.activate("vi")
    project = sample_project()
    edge = Element("text-1", "text", {"text": "Lưu hành nội bộ"}, Rect(2, 100, 60, 8))
    document = edits.add_element(project.document, edge, project.permissions).document
    checked = check_cover(Project.of(project.with_document(document).file))
    said = [one.problem.message for one in checked.result.findings if one.problem.element == "text-1"]
    assert said
    assert all("Chữ 1" in one and "text-1" not in one for one in said)
