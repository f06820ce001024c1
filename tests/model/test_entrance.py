"""What is wanted instead of a value is said in words for people, never in a program's."""

from __future__ import annotations

from dataclasses import fields

from coverkit.app.rulebook import rules
from coverkit.elements.kinds import field_infos, kinds
from coverkit.geometry import Rect
from coverkit.model.entrance import wanted, wanted_box, wanted_types
from coverkit.model.values import PictureValue


def test_every_field_of_every_element_is_wanted_in_words() -> None:
    said = {wanted_types(info.types) for kind in kinds() for info in field_infos(kind).values()}
    assert said == {"a text", "a number", "yes or no", "a text or an ink", "a text or a picture"}


def test_every_option_of_every_rule_is_wanted_in_words() -> None:
    said = {wanted_types((type(getattr(rule.options(), item.name)),)) for rule in rules() for item in fields(rule.options)}
    assert said <= {"a text", "a number", "a whole number", "yes or no", "a date like 2020-10-02", "a list of texts"}


def test_bounds_are_whole_numbers_where_they_are_whole() -> None:
    assert wanted(PictureValue("a" * 64, "a.jpg", 0.5, 0.5, 2000.0)) == "a zoom from 1 to 1000"
    assert wanted_box(Rect(0, 0, 0, 1)) == "a width and height above 0 and up to 10000 mm"
