"""Make the proof of a check, from what an export has at hand."""

from __future__ import annotations

import datetime as dt
import hashlib

from coverkit.app.press_check import record_of
from coverkit.app.proofs.data import ENDING, Proof, ProvenArt
from coverkit.app.proofs.files import proof_bytes
from coverkit.app.rulebook import VERSION, rules
from coverkit.app.unit_key import own_key
from coverkit.checks.runner import CheckResult
from coverkit.export.metadata import producer
from coverkit.export.output import ExportedFile, Record
from coverkit.facts.parts import FileParts
from coverkit.facts.press import PressSubject
from coverkit.layout.cover import Cover
from coverkit.records import dataclass
from coverkit.report.data import CampaignRecord, Report, ReportSubject
from coverkit.report.json_report import document


@dataclass(frozen=True, slots=True)
class PressFile:
    """A press file that was just made and checked.

    Attributes:
        data: its bytes.
        subject: what was read of it.
        result: what all rules said, those of covers and those of files.
        parts: the digests of its parts.
        record: what it says of itself.
        stem: its name without the ending.
    """

    data: bytes
    cover: Cover
    subject: PressSubject
    result: CheckResult
    parts: FileParts
    record: Record
    stem: str


def proof_of(made: PressFile, time: dt.datetime) -> Proof:
    """Return the proof of a press file."""
    sha256 = hashlib.sha256(made.data).hexdigest()
    campaign = None if made.cover.campaign is None else CampaignRecord.of(made.cover.campaign)
    name = f"{made.stem}.pdf"
    about = ReportSubject(
        name, "pdf", sha256, made.subject.pdf.page_count, made.subject.trim_mm, made.cover.printer.id, campaign
    )
    return Proof(
        id=record_of(made.subject.pdf).get("Proof", ""),
        time=time,
        engine=producer(made.record),
        unit=made.record.author,
        file=name,
        size=len(made.data),
        sha256=sha256,
        parts=made.parts,
        art=_art(made.subject),
        campaign=campaign,
        printer=made.cover.printer.id,
        rule_set=VERSION,
        check=document(Report(about, made.result, rules(), VERSION)),
    )


def proof_file(made: PressFile, time: dt.datetime | None) -> ExportedFile:
    """Return the file that is written beside a press file.

    Args:
        made: the press file.
        time: of the check; now if none is given.

    Raises:
        InputError: the unit's key is damaged.
    """
    return ExportedFile(ENDING, proof_bytes(proof_of(made, time or dt.datetime.now().astimezone()), own_key()))


def _art(subject: PressSubject) -> tuple[ProvenArt, ...]:
    """Return the sealed art that the file was found to paint."""
    wanted = {one.sha256: one.name for one in subject.art}
    return tuple(
        ProvenArt(wanted[form.sha256], page.number, form.name, form.sha256, form.box)
        for page in subject.pages
        for form in page.forms
        if form.sha256 in wanted
    )
