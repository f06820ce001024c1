"""What each element of an SVG looks like: attributes, style sheets and inheritance, settled by CSS's own rules."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from typing import Any

import cssselect2
import tinycss2
from tinycss2.color3 import RGBA, parse_color

from coverkit.artwork.refusal import unreadable
from coverkit.artwork.svg.source import SVG
from coverkit.i18n import tr

INHERITED = (
    *("fill", "fill-rule", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-linecap", "stroke-linejoin"),
    *("stroke-miterlimit", "stroke-dasharray", "stroke-dashoffset", "color", "visibility", "clip-rule", "font-family"),
    *("font-size", "font-weight", "font-style", "text-anchor", "letter-spacing", "word-spacing", "font-variant"),
)
OWN = (
    *("opacity", "display", "clip-path", "mask", "filter", "mix-blend-mode", "stop-color", "stop-opacity", "transform"),
    *("marker-start", "marker-mid", "marker-end", "marker", "overflow", "baseline-shift"),
)
_ALL = frozenset((*INHERITED, *OWN))
_INITIAL = {
    "fill": "black", "fill-rule": "nonzero", "fill-opacity": "1", "stroke": "none", "stroke-width": "1",
    "stroke-opacity": "1", "stroke-linecap": "butt", "stroke-linejoin": "miter", "stroke-miterlimit": "4",
    "stroke-dasharray": "none", "stroke-dashoffset": "0", "color": "black", "visibility": "visible",
    "clip-rule": "nonzero", "font-family": "", "font-size": "16px", "font-weight": "400", "font-style": "normal",
    "text-anchor": "start", "letter-spacing": "normal", "word-spacing": "normal", "font-variant": "normal",
}  # fmt: skip
_UNITS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0, "q": 96 / 101.6}
_SIZES = dict(
    zip(("xx-small", "x-small", "small", "medium", "large", "x-large", "xx-large"), (9, 10, 13, 16, 18, 24, 32), strict=True)
)
_RELATIVE = {"larger": 1.2, "smaller": 1 / 1.2}
_LENGTH = re.compile(r"\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)\s*([a-zA-Z%]*)\s*")

_MOST_COMPARED = 20_000_000
"""Elements times selectors."""

Style = Mapping[str, str]


class Styles:
    """The cascade of one document."""

    def __init__(self, root: ET.Element, name: str) -> None:
        self._name = name
        matcher = cssselect2.Matcher()
        for order, sheet in enumerate(root.iter(f"{SVG}style")):
            _add_rules(matcher, sheet.text or "", order, name)
        if matcher.order * len(list(root.iter())) > _MOST_COMPARED:
            raise unreadable(name, tr("its style sheet is too large"))
        wrapper = cssselect2.ElementWrapper.from_xml_root(root)
        self._matched: dict[int, dict[str, str]] = {}
        for node in wrapper.iter_subtree():
            if found := matcher.match(node):
                self._matched[id(node.etree_element)] = {
                    key: value for *_, declared in sorted(found, key=lambda one: one[:2]) for key, value in declared.items()
                }

    def of(self, element: ET.Element, parent: Style) -> Style:
        """Return an element's style inside a parent's."""
        own = {key: value.strip() for key, value in element.attrib.items() if key in _ALL}
        own.update(self._matched.get(id(element), {}))
        if written := element.get("style"):
            own.update(_declared(tinycss2.parse_declaration_list(written, skip_comments=True, skip_whitespace=True)))
        style = {key: parent.get(key, _INITIAL[key]) for key in INHERITED}
        for key, value in own.items():
            if value == "inherit":
                style[key] = parent.get(key, _INITIAL.get(key, ""))
            elif key == "font-size":
                style[key] = f"{_font_size(value, float(parent.get('font-size', '16px')[:-2]), self._name)}px"
            else:
                style[key] = value
        return style


def _add_rules(matcher: Any, sheet: str, order: int, name: str) -> None:
    rules = tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True)
    for rule in rules:
        if rule.type == "at-rule" and rule.lower_at_keyword == "import":
            raise unreadable(name, tr("its style sheet refers to another file"))
        if rule.type != "qualified-rule":
            continue
        declared = _declared(tinycss2.parse_declaration_list(rule.content, skip_comments=True, skip_whitespace=True))
        try:
            selectors = cssselect2.compile_selector_list(rule.prelude)
        except cssselect2.SelectorError:
            continue
        for selector in selectors:
            matcher.add_selector(selector, declared)


def _declared(declarations: Any) -> dict[str, str]:
    return {
        one.lower_name: tinycss2.serialize(one.value).strip()
        for one in declarations
        if one.type == "declaration" and one.lower_name in _ALL
    }


def length(value: str, whole: float, name: str) -> float:
    """Return a length in px; per cent and em are of `whole`.

    Raises:
        InputError: it is none.
    """
    found = _LENGTH.fullmatch(value)
    if found:
        number, unit = float(found[1]), found[2].lower()
        if unit in _UNITS:
            return number * _UNITS[unit]
        if unit in ("%", "em", "ex"):
            return number * whole * {"%": 0.01, "em": 1.0, "ex": 0.5}[unit]
    raise unreadable(name, tr("“{value}” is no length", value=value[:40]))


def _font_size(value: str, parent: float, name: str) -> float:
    if value in _RELATIVE:
        return parent * _RELATIVE[value]
    return _SIZES[value] if value in _SIZES else length(value, parent, name)


def share(value: str, name: str) -> float:
    """Return a number from 0 to 1, written so or in per cent."""
    return min(1.0, max(0.0, length(value, 1.0, name)))


def colour(value: str, current: str, name: str) -> tuple[float, float, float, float] | None:
    """Return red, green, blue and opacity (0 to 1) of a colour as CSS writes it, None for "none".

    Raises:
        InputError: it is no colour.
    """
    if value in ("none", "transparent"):
        return None
    plain = re.sub(r"\s*(?:icc-color|device-cmyk)\(.*\)\s*$", "", value).strip()
    found = parse_color(current if plain.lower() == "currentcolor" else plain)
    if not isinstance(found, RGBA):
        raise unreadable(name, tr("“{value}” is no colour", value=value[:40]))
    return float(found.red), float(found.green), float(found.blue), float(found.alpha)
