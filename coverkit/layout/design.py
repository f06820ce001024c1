"""Designs: slots, text styles and colours, and how all of it adapts to formats. Read from `design.toml`."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import field
from functools import lru_cache
from pathlib import Path
from typing import Literal, cast, get_args

from coverkit.datafile import Table
from coverkit.elements.context import TextStyle
from coverkit.elements.kinds import build, kinds
from coverkit.errors import InputError, UsageError
from coverkit.i18n import language, tr
from coverkit.model.locks import Lock
from coverkit.model.values import BLACK, WHITE, Cmyk, Value
from coverkit.records import dataclass
from coverkit.resources import assets, read_bytes, user_folder
from coverkit.typography.fitting import TextSpec, VerticalAlign

SCHEMA = 1
_LOCKS = ("place", "style", "content")


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in a design that holds one element.

    Attributes:
        box: expressions for left, top, width and height, in mm.
        when: an expression; the slot is left out where it is 0.
        fields: what the design sets of the element's fields.
        open: the locks that the design opens.
        room: expressions for the box that an open place stays in, mm; empty for the safe area, and the bleed box for pictures.
        required: it must be filled.
        role: what the law calls it: `label`, `name`, `body`, `date`, `issue`; else the id.
        form: a person is asked for it when a cover is begun.
    """

    id: str
    kind: str
    box: tuple[str, str, str, str]
    when: str
    angle: str
    fields: Mapping[str, Value]
    open: tuple[Lock, ...]
    room: tuple[str, ...]
    required: bool
    role: str
    form: bool
    name_vi: str
    name_en: str

    @property
    def name(self) -> str:
        """The slot's name in the reader's language."""
        return self.name_vi if language() == "vi" else self.name_en


@dataclass(frozen=True, slots=True)
class Design:
    """The layout of a cover that any unit can use; `raw` is the file that it was read from."""

    id: str
    version: int
    name_vi: str
    name_en: str
    about_vi: str
    about_en: str
    wants_picture: bool
    colours: Mapping[str, Cmyk]
    styles: Mapping[str, TextStyle]
    lengths: Mapping[str, str]
    slots: tuple[Slot, ...]
    sha256: str
    raw: bytes = field(default=b"", repr=False, compare=False)

    @property
    def name(self) -> str:
        """The name in the reader's language."""
        return self.name_vi if language() == "vi" else self.name_en

    @property
    def about(self) -> str:
        """One sentence about it in the reader's language."""
        return self.about_vi if language() == "vi" else self.about_en

    def slot(self, slot_id: str) -> Slot | None:
        """Return a slot by its id."""
        return next((slot for slot in self.slots if slot.id == slot_id), None)


def design_ids() -> tuple[str, ...]:
    """Return the ids of the shipped designs."""
    return tuple(sorted(path.parent.name for path in (assets() / "templates" / "designs").glob("*/design.toml")))


def own_design_ids() -> tuple[str, ...]:
    """Return the ids of the designs that lie in a person's own folder and bear no shipped one's name."""
    found = (path.parent.name for path in _own_folder().glob("*/design.toml"))
    return tuple(sorted(one for one in found if one not in design_ids()))


def design(design_id: str) -> Design:
    """Return a shipped design, or one of a person's own.

    Raises:
        UsageError: there is none of that id.
        InputError: a design of the person's own is wrong.
    """
    if design_id in design_ids():
        return load_design(assets() / "templates" / "designs" / design_id)
    own = own_design_ids()
    if design_id not in own:
        raise UsageError(
            tr("There is no design “{name}”.", name=design_id),
            tr("Known: {known}.", known=", ".join((*design_ids(), *own))),
        )
    found = load_design(_own_folder() / design_id)
    if found.id != design_id:
        raise InputError(
            tr("The design in the folder “{folder}” has another id: {id}.", folder=design_id, id=found.id),
            tr("Give the folder the same name as the design's id."),
        )
    return found


def _own_folder() -> Path:
    return user_folder() / "designs"


def load_design(folder: Path) -> Design:
    """Read the design in a folder.

    Raises:
        InputError: the data is wrong; the message names file and key.
    """
    return design_of(read_bytes(folder / "design.toml"), folder.name)


@lru_cache(maxsize=32)
def design_of(raw: bytes, name: str) -> Design:
    """Return the design of these bytes, built once however often a cover brings it.

    Raises:
        InputError: the data is wrong; the message names file and key.
    """
    return parse_design(raw, name)


def parse_design(raw: bytes, name: str) -> Design:
    """Build a design from the bytes of its `design.toml`.

    Raises:
        InputError: the data is wrong; the message names file and key.
    """
    table = Table.parse(raw, f"{name}/design.toml")
    if table.integer("schema") != SCHEMA:
        raise InputError(tr("{name} was made for a newer CoverKit.", name=name), tr("Install the newest version of CoverKit."))
    colours = _colours(table.table("colours"))
    lengths = table.table("lengths", optional=True)
    found = Design(
        id=table.text("id"),
        version=table.integer("version"),
        name_vi=table.text("name_vi"),
        name_en=table.text("name_en"),
        about_vi=table.text("about_vi"),
        about_en=table.text("about_en"),
        wants_picture=table.flag("wants_picture", True),
        colours=colours,
        styles=_styles(table.table("styles"), colours),
        lengths={key: _expression(lengths, key) for key in lengths.keys()},  # noqa: SIM118 - a Table is no mapping
        slots=tuple(_slot(one) for one in table.tables("slot", optional=False)),
        sha256=hashlib.sha256(raw).hexdigest(),
        raw=raw,
    )
    table.finish()
    ids = [slot.id for slot in found.slots]
    if len(set(ids)) != len(ids):
        raise table.wrong("slot", tr("an id of its own for every slot"))
    return found


def _colours(table: Table) -> Mapping[str, Cmyk]:
    colours = {"white": WHITE, "black": BLACK}
    for name in table.keys():  # noqa: SIM118 - a Table is no mapping
        percent = table.numbers(name, 4)
        if any(not 0 <= number <= 100 for number in percent):
            raise table.wrong(name, tr("four inks from 0 to 100"))
        colours[name] = Cmyk(*(number / 100 for number in percent))
    return colours


def _styles(table: Table, colours: Mapping[str, Cmyk]) -> Mapping[str, TextStyle]:
    return {name: _style(table.table(name), colours) for name in table.keys()}  # noqa: SIM118 - a Table is no mapping


def _style(table: Table, colours: Mapping[str, Cmyk]) -> TextStyle:
    least, greatest = table.numbers("size", 2)
    spec = TextSpec(
        family=table.text("family"),
        weight=table.integer("weight", 400),
        italic=table.flag("italic", False),
        size_min=least,
        size_max=greatest,
        leading=table.number("leading", 1.2, least=0.8),
        tracking=table.number("tracking", 0.0),
        case=cast("Literal['as-is', 'upper']", table.text("case", "as-is", choices=("as-is", "upper"))),
        align=cast("Literal['left', 'center', 'right']", table.text("align", "left", choices=("left", "center", "right"))),
        valign=cast("VerticalAlign", table.text("valign", "top", choices=get_args(VerticalAlign))),
        max_lines=table.integer("lines", 0),
        balance=table.flag("balance", False),
        orphans=table.flag("orphans", False),
    )
    colour = table.text("colour", "black", choices=tuple(colours))
    table.finish()
    return TextStyle(spec, colour)


def _slot(table: Table) -> Slot:
    box = _box(table, "box")
    opened = table.texts("open", ())
    if any(name not in _LOCKS for name in opened):
        raise table.wrong("open", ", ".join(_LOCKS))
    slot_id, kind = table.text("id"), table.text("kind", choices=tuple(kinds()))
    fields = table.table("set", optional=True)
    values = {key: cast("Value", fields.raw(key)) for key in fields.keys()}  # noqa: SIM118 - a Table is no mapping
    build(kind, values)
    found = Slot(
        id=slot_id,
        kind=kind,
        box=(box[0], box[1], box[2], box[3]),
        when=table.text("when", "1"),
        angle=_expression(table, "angle") if table.has("angle") else "0",
        fields=values,
        open=cast("tuple[Lock, ...]", opened),
        room=_box(table, "room") if table.has("room") else (),
        required=table.flag("required", False),
        role=table.text("role", slot_id),
        form=table.flag("form", False),
        name_vi=table.text("name_vi", slot_id),
        name_en=table.text("name_en", slot_id),
    )
    table.finish()
    return found


def _box(table: Table, key: str) -> tuple[str, ...]:
    box = table.raw(key)
    if not isinstance(box, list) or len(box) != 4 or not all(_is_length(item) for item in box):
        raise table.wrong(key, tr("four lengths: left, top, width, height"))
    return tuple(str(item) for item in box)


def _expression(table: Table, key: str) -> str:
    value = table.raw(key)
    if not _is_length(value):
        raise table.wrong(key, tr("a length"))
    return str(value)


def _is_length(value: object) -> bool:
    return isinstance(value, str | int | float) and not isinstance(value, bool)
