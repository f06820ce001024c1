"""What can be exported: each kind of press file for each printer that takes it, and the files for people and websites."""

from __future__ import annotations

import re
import unicodedata

from coverkit.export.output import Output, outputs
from coverkit.formats.printers import PrinterProfile, printer_profiles
from coverkit.i18n import tr
from coverkit.layout.cover import Cover
from coverkit.model.document import Document
from coverkit.records import dataclass


@dataclass(frozen=True, slots=True)
class Preset:
    """A kind of output for a printer.

    Attributes:
        output: id of the output.
        printer: id of the printer's profile; "" for the cover's own.
        name, about: for people, in the reader's language.
    """

    output: str
    printer: str
    name: str
    about: str

    @property
    def key(self) -> str:
        """What settings remember it by."""
        return f"{self.output} {self.printer}".strip()


def presets_for(cover: Cover) -> tuple[Preset, ...]:
    """Return what can be exported of a cover; what its own printer wants stands first."""
    known = outputs()
    press = [
        Preset(one.id, printer.id, printer.name, _about_press(one, printer))
        for printer in printer_profiles()
        for one in known.values()
        if one.standard == printer.standard
    ]
    press.sort(key=lambda one: one.printer != cover.printer.id)
    others = [Preset(one.id, "", tr(one.name), _about_other(one)) for one in known.values() if not one.standard]
    has_web = cover.campaign is not None and bool(cover.campaign.web.sizes)
    return (*press, *(one for one in others if one.output != "web-banner" or has_web))


def suggested_stem(document: Document) -> str:
    """Return a name for the file, without ending: publisher, issue, date; letters that travel through every system."""
    unit, issue = document.unit, document.issue
    number = f"so-{issue.number}" if issue.number else ""
    parts = (unit.publication or unit.short_name or unit.name or tr("cover"), number, f"{issue.date:%Y-%m-%d}")
    return "-".join(slug for part in parts if (slug := _slug(part)))


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFD", text.replace("Đ", "D").replace("đ", "d"))
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign)).lower()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:60].strip("-")


def _about_press(output: Output[object], printer: PrinterProfile) -> str:
    return f"{output.standard} · {printer.condition}"


def _about_other(output: Output[object]) -> str:
    match output.id:
        case "review-pdf":
            return tr("For reading and signing; a strip says that it is not for print.")
        case "png":
            return tr("The trimmed cover as it will look, for mails and websites.")
        case "web-banner":
            return tr("Pictures and HTML in the sizes that the campaign asks for.")
        case _:
            return output.ending
