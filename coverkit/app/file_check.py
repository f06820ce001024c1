"""Check any PDF: CoverKit's own by the record inside it, everybody else's by its standard and the printer's profile."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from coverkit.app.press_check import own_subject, record_of, recorded_campaign
from coverkit.app.rulebook import configuration, rules
from coverkit.campaigns.campaign import Campaign
from coverkit.checks.runner import CheckResult, run
from coverkit.facts.codes import CodesSubject
from coverkit.facts.file import FileSubject, standard_for
from coverkit.facts.pdf import PdfFacts
from coverkit.facts.press import PressSubject
from coverkit.facts.sight import SightSubject
from coverkit.formats.printers import DEFAULT_PRINTER, PrinterProfile, printer_profile
from coverkit.i18n import tr
from coverkit.model.document import Kind
from coverkit.preflight.inspect import inspect
from coverkit.records import dataclass, replace

SubjectT = TypeVar("SubjectT", bound=FileSubject)


@dataclass(frozen=True, slots=True)
class FileChecked:
    """A PDF that was checked.

    Attributes:
        facts: what was read of it.
        subject: the facts with what they were held against; a `PressSubject` for a file of CoverKit's.
        campaign: the campaign that it was compared with, None for none.
        result: what the rules say.
        record: CoverKit's own properties in it by name (`Campaign`, `Trim` …), empty for another program's file.
        sight: what of the campaign was found on the pages; None where nobody looked.
    """

    facts: PdfFacts
    subject: FileSubject
    campaign: Campaign | None
    result: CheckResult
    record: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    sight: SightSubject | None = None

    @property
    def is_own(self) -> bool:
        """CoverKit wrote it, as its record says."""
        return isinstance(self.subject, PressSubject)


def check_file(
    source: Path | bytes,
    name: str = "",
    *,
    campaign: Campaign | None = None,
    printer: PrinterProfile | None = None,
    day: dt.date | None = None,
    kind: Kind | None = None,
    trim: tuple[float, float] | None = None,
    ink: bool = False,
    look: bool = False,
) -> FileChecked:
    """Check a PDF, whoever wrote it.

    Args:
        source: the file, or its bytes.
        name: what messages call it; the file's name when left out.
        campaign: compare with this campaign instead of the one that the file's record names.
        printer: hold it against this printer's profile instead of the one that its record names, or the usual one.
        day: the issue date that another program's file is judged by; None where it is not known.
        kind: of publication of another program's file; None leaves it to the words on its cover.
        trim: width and height in mm that the printer wants, instead of what its profile says.
        ink: measure its ink; takes a second a page.
        look: look for what the campaign wants in CoverKit's own files too, as in those of other programs. When they were
            exported the whole cover was judged, so this is for whoever does not go by that.

    Raises:
        InputError: it cannot be read, or it is CoverKit's and its record was changed.
    """
    facts = inspect(source, name)
    record = record_of(facts)
    campaign = campaign or recorded_campaign(record)
    if record.get("Trim") and record.get("Bleed"):
        own = _sized(own_subject(facts, record, campaign, printer), trim)
        own = _inked(own, source) if ink else own
        checked = FileChecked(facts, own, campaign, run(rules(), own), record)
        return _with_sight(checked, source, day or _issue_day(facts), kind) if look else checked
    subject = _sized(foreign_subject(facts, printer or printer_profile(DEFAULT_PRINTER)), trim)
    subject = _inked(subject, source) if ink else subject
    setup = configuration(campaign, subject.printer)
    codes = _codes(source, facts, thorough=ink or look or campaign is not None)
    result = run(rules(), subject, setup).joined_with(run(rules(), codes, setup))
    return _with_sight(FileChecked(facts, subject, campaign, result, record), source, day, kind)


def _sized(subject: SubjectT, trim: tuple[float, float] | None) -> SubjectT:
    """Return a file that is held against a printer who wants another trim size than its profile says."""
    return subject if trim is None else replace(subject, printer=replace(subject.printer, trim=trim))


def _codes(source: Path | bytes, facts: PdfFacts, thorough: bool) -> CodesSubject:
    from coverkit.app.codes import file_codes

    return file_codes(source, facts, thorough)


def _issue_day(facts: PdfFacts) -> dt.date | None:
    """Return the issue date of a file of CoverKit's, which is the one of the file itself."""
    found = facts.info.get("CreationDate")
    digits = "" if found is None else found.value.removeprefix("D:")[:8]
    try:
        return dt.datetime.strptime(digits, "%Y%m%d").date()
    except ValueError:
        return None


def _with_sight(checked: FileChecked, source: Path | bytes, day: dt.date | None, kind: Kind | None) -> FileChecked:
    """Return a result with what is seen of the campaign on the pages, if there is one."""
    if checked.campaign is None:
        return checked
    from coverkit.app.sight import sight

    data = source.read_bytes() if isinstance(source, Path) else source
    seen = sight(data, checked.facts, checked.campaign, day, kind)
    result = run(rules(), seen, configuration(checked.campaign, checked.subject.printer))
    return replace(checked, result=checked.result.joined_with(result), sight=seen)


def _inked(subject: SubjectT, source: Path | bytes) -> SubjectT:
    """Return a file with its ink measured, or with the reason why it was not."""
    from coverkit.app.file_ink import file_ink

    data = source.read_bytes() if isinstance(source, Path) else source
    ink, reason = file_ink(data, subject.pdf, subject.printer.ink_limit)
    return replace(subject, ink=ink, ink_reason=reason)


def foreign_subject(facts: PdfFacts, printer: PrinterProfile) -> FileSubject:
    """Return a file of another program's with the standard and the printer that it is held against."""
    return FileSubject(
        pdf=facts,
        printer=printer,
        standard=standard_for(facts, printer),
        ink_reason=tr("The ink of this PDF was not measured."),
    )
