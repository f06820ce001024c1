"""What an output is, what it is made from, and the register of all outputs.

An output is a module of this package with a constant `OUTPUT`; its options are a dataclass from whose fields the command
line and the dialog make their switches (help texts in the fields' metadata, marked for translation).

The painter is imported by the functions that write: who lists outputs does not need it, and an export loads it while the
pictures are being made.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from coverkit import registry
from coverkit.campaigns.campaign import Campaign
from coverkit.errors import UsageError
from coverkit.formats.printers import PrinterProfile
from coverkit.i18n import tr
from coverkit.records import dataclass
from coverkit.scene.scene import Scene
from coverkit.typography.face import Face

if TYPE_CHECKING:
    from coverkit.render.pdf import PaintResources

OptionsT = TypeVar("OptionsT")


@dataclass(frozen=True, slots=True)
class Record:
    """What a file says about itself.

    Attributes:
        title, author: for the document information; the author is the unit.
        issue: the issue's name, for the slug line.
        created: date of the file, with its zone: the issue's date or a given one, never the clock's, so that the same cover
            gives the same bytes.
        result: of the check: pass, note, warning, error or not-passed; "" where none was made.
        rule_set: version of the rules.
        design, design_version: the cover's design.
        engine: version of this program.
        language: of the text.
        printer: id of the printer's profile.
        trim, bleed: the page in mm, "190x270" and "3 3 3 3" (left, top, right, bottom).
        art: the sealed art placed: "name sha256-of-its-content x y width height angle" in mm, one after "; ".
        proof_key: id of the key that signs the proof of a press file; "" for none.
    """

    title: str
    author: str
    issue: str
    created: dt.datetime
    result: str
    rule_set: str
    design: str
    design_version: int
    engine: str
    language: str = "vi"
    printer: str = ""
    trim: str = ""
    bleed: str = ""
    art: str = ""
    proof_key: str = ""


@dataclass(frozen=True, slots=True)
class ExportContext:
    """What every output is made from.

    Attributes:
        scene: the composed cover.
        printer: what the printer asks for.
        resources: what the scene refers to; its condition is the printer's.
        record: what the file says about itself.
        face: for slug lines and notices; a plain one with all Vietnamese letters.
        stem: name of the output without folder and ending, by which a file refers to its sister files.
        campaign: whose art and slogans the cover carries.
    """

    scene: Scene
    printer: PrinterProfile
    resources: PaintResources
    record: Record
    face: Face
    stem: str = "cover"
    campaign: Campaign | None = None


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """A file to be written: its bytes, and what is added to the output's stem to name it (such as "-300x300.png")."""

    ending: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Output(Generic[OptionsT]):
    """An output.

    Attributes:
        id: as in `--as`.
        name: English, marked for translation.
        ending: of the (first) file's name, with the dot.
        options: the dataclass of its options; all have defaults.
        write: makes the files.
        standard: the file standard it claims, "" for none.
    """

    id: str
    name: str
    ending: str
    options: type[OptionsT]
    write: Callable[[ExportContext, OptionsT], tuple[ExportedFile, ...]]
    standard: str = ""


@cache
def outputs() -> Mapping[str, Output[Any]]:
    """Return all outputs by id."""
    found = [getattr(module, "OUTPUT", None) for module in registry.import_all("coverkit.export")]
    return {output.id: output for output in found if isinstance(output, Output)}


def output(name: str) -> Output[Any]:
    """Return an output by id.

    Raises:
        UsageError: there is none of that id.
    """
    if name not in outputs():
        raise UsageError(
            tr("There is no output “{name}”.", name=name), tr("Known: {known}.", known=", ".join(sorted(outputs())))
        )
    return outputs()[name]
