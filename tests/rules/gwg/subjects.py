"""Subjects of the Ghent Workgroup's rules: small files of another program's, and what one rule says of them in a variant."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from pikepdf import Array, Dictionary, Name, Pdf

from coverkit import registry
from coverkit.checks.configuration import Configuration, RuleSettings
from coverkit.checks.finding import RuleResult
from coverkit.checks.rule import registered
from coverkit.checks.runner import run
from coverkit.facts.file import FileSubject
from coverkit.formats.printers import printer_profile
from coverkit.preflight.inspect import inspect
from tests.preflight.files import CONTENT, Change, built

GROUND = b"0 1 1 0 k 50 50 200 200 re f "
"""A red square that other things may lie over."""


def states(pdf: Pdf) -> None:
    """Give the page the states OP1 and OP0 (overprint with mode 1 and 0), Half and Multiply, and a font F."""
    font = Dictionary(Subtype=Name.Type1, BaseFont=Name("/ABCDEF+Serif"), FirstChar=65, Widths=Array([600] * 26))
    pdf.pages[0].obj.Resources = Dictionary(
        ExtGState=Dictionary(
            OP1=Dictionary(OP=True, op=True, OPM=1),
            OP0=Dictionary(OP=True, op=True, OPM=0),
            Strokes=Dictionary(OP=True, op=False, OPM=1),
            Half=Dictionary(ca=0.5, CA=0.5),
            Multiply=Dictionary(BM=Name.Multiply),
        ),
        Font=Dictionary(F=font, C=Dictionary(Subtype=Name.Type1, BaseFont=Name.Courier)),
        ColorSpace=Dictionary(
            Black=spot("Black"),
            Gold=spot("Gold"),
            All=spot("All"),
            N2=Array([Name.DeviceN, Array([Name.Cyan, Name.Black]), Name.DeviceCMYK, tint()]),
            NK=Array([Name.DeviceN, Array([Name("/None"), Name.Black]), Name.DeviceCMYK, tint()]),
        ),
    )


def tint(magenta: float = 0.8) -> Dictionary:
    """Return a tint transform."""
    return Dictionary(FunctionType=2, Domain=[0, 1], N=1, C0=[0, 0, 0, 0], C1=[0, magenta, 0.9, 0])


def spot(name: str, alternate: Any = Name.DeviceCMYK, transform: Dictionary | None = None) -> Array:
    """Return the space of a named ink."""
    return Array([Name.Separation, Name(f"/{name}"), alternate, tint() if transform is None else transform])


def text(size: float, before: bytes = b"", x: int = 100, y: int = 100) -> bytes:
    """Return a text of one word."""
    return b"%s BT /F %f Tf %d %d Td (TEXT) Tj ET " % (before, size, x, y)


def subject(content: bytes = CONTENT, change: Change | None = states, variant: str = "SheetCMYK") -> FileSubject:
    """Return a built file as one of another program's, for a printer with a variant."""
    return of_bytes(built(change, content), variant)


def of_bytes(data: bytes, variant: str = "SheetCMYK") -> FileSubject:
    """Return a file of another program's, for a printer with a variant."""
    printer = replace(printer_profile("offset-coated"), gwg=variant)
    return FileSubject(pdf=inspect(data, "foreign.pdf"), printer=printer, standard="PDF/X-4", ink_reason="no engine")


def result(rule: str, of: FileSubject, **options: object) -> RuleResult | None:
    """Return what one rule says, None where the variant does not ask for it."""
    registry.import_all("coverkit.rules.gwg")
    (chosen,) = [one for one in registered() if one.id == f"gwg.{rule}"]
    results = run([chosen], of, Configuration({chosen.id: RuleSettings(options)})).rules
    assert all(one.status != "crash" for one in results), results[0].reason
    return results[0] if results else None


def found(rule: str, of: FileSubject, **options: object) -> list[tuple[str, str]]:
    """Return code and severity of what one rule finds, in order; the variant has to ask for it."""
    outcome = result(rule, of, **options)
    assert outcome is not None
    return [(one.code, one.severity.value) for one in outcome.findings]


def codes(rule: str, content: bytes, variant: str = "SheetCMYK", change: Change | None = states) -> list[str]:
    """Return the codes of what one rule finds in a page's content."""
    return [code for code, _ in found(rule, subject(content, change, variant))]
