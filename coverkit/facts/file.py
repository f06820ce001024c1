"""Any PDF that is to be printed, with what it is held against: the subject of the rules that judge files."""

from __future__ import annotations

from coverkit.facts.ink import InkReport
from coverkit.facts.page import PageFacts
from coverkit.facts.pdf import PdfFacts
from coverkit.facts.standard import NEWEST_PDF, X1A, Standard, claim, known
from coverkit.formats.printers import PrinterProfile
from coverkit.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class FileSubject:
    """A finished file, whoever wrote it, and the printer that it goes to.

    Attributes:
        pdf: what was read of it.
        printer: what the printer asks for: bleed, resolution, ink limit, standard, variant of the Ghent Workgroup.
        standard: what it is judged by: what it claims to be where that is known here, else what the printer asks for.
        ink: the measured ink; None when it was not measured.
        ink_reason: why it was not measured, or not on all pages; "" when it was.
    """

    pdf: PdfFacts
    printer: PrinterProfile
    standard: Standard
    ink: InkReport | None = None
    ink_reason: str = ""

    @property
    def pages(self) -> tuple[PageFacts, ...]:
        """The pages that were read."""
        return self.pdf.pages

    @property
    def gwg_variant(self) -> str:
        """The Ghent Workgroup's variant to check against, "SheetCMYK" and the like."""
        return self.printer.gwg

    @property
    def claim(self) -> str:
        """The standard that the file itself names, "" for none."""
        return claim(self.pdf)

    @property
    def is_x4(self) -> bool:
        """It is judged as PDF/X-4: transparency, layers and profiled colours are allowed."""
        return self.standard == "PDF/X-4"

    @property
    def is_x1a(self) -> bool:
        """It is judged as PDF/X-1a, of 2001 or 2003: inks alone."""
        return self.standard in X1A

    @property
    def newest_pdf(self) -> str:
        """The version of PDF that its standard rests on."""
        return NEWEST_PDF[self.standard]


def standard_for(pdf: PdfFacts, printer: PrinterProfile) -> Standard:
    """Return the standard that a file is judged by."""
    return known(claim(pdf)) or printer.standard
