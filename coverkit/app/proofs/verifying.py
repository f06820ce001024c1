"""Verify a press file by the proof of its check: is it as it was checked, by whom, and would it pass today."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from coverkit.app.file_check import FileChecked, check_file
from coverkit.app.proofs.changes import Change, changes
from coverkit.app.proofs.data import ENDING, Proof, SignedProof
from coverkit.app.proofs.files import read_proof
from coverkit.app.proofs.signers import Signer, signer_of
from coverkit.campaigns import library as campaigns
from coverkit.campaigns.campaign import Campaign
from coverkit.checks.finding import Severity
from coverkit.errors import CoverKitError, InputError
from coverkit.facts.press import PressSubject
from coverkit.i18n import system_reason, tr
from coverkit.records import dataclass
from coverkit.report.wording import moment
from coverkit.signatures.library import how_to_install, is_installed
from coverkit.signatures.reading import PdfSignature, may_be_signed, pdf_signatures
from coverkit.signatures.trusted import trusted_certificates

State = Literal["unchanged", "changed", "other-file", "no-proof", "false-proof"]
ArtState = Literal["official", "not-official", "not-checked"]


@dataclass(frozen=True, slots=True)
class ArtVerdict:
    """Whether a piece of art in the file is the campaign's own, and why not."""

    name: str
    state: ArtState
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Verification:
    """What was found.

    Attributes:
        path: the file, as the person named it; sha256: of its bytes.
        proof_path: where the proof lies or was looked for.
        state: unchanged; changed; another file than the proof's; no proof; or a proof that was itself changed.
        reason: why there is no proof to go by; "" where there is one.
        proof: None where there is none.
        signer: who signed it.
        changes: what was changed since the check.
        art: the official art that the file should carry.
        today: what today's rules say; None with `today_reason` where they cannot be run.
        signatures: those inside the PDF; `signatures_reason` says why they could not be read, "" where they were.
    """

    path: str
    sha256: str
    proof_path: str
    state: State
    reason: str
    proof: Proof | None
    signer: Signer
    changes: tuple[Change, ...]
    art: tuple[ArtVerdict, ...]
    today: FileChecked | None
    today_reason: str
    signatures: tuple[PdfSignature, ...] = ()
    signatures_reason: str = ""

    @property
    def passes_today(self) -> bool:
        """Today's rules were run and found no error."""
        return self.today is not None and not self.today.result.reaches(Severity.ERROR)

    def is_clean(self, *, signed: bool = False) -> bool:
        """Tell whether all is well: unchanged, passed then, passes today, official art, no false signature.

        Args:
            signed: a signature that this computer trusts is asked for, too: of the proof, or one that certifies the PDF.
        """
        certified = any(one.state == "trusted" and one.certifies for one in self.signatures)
        trusted = self.signer.state in (("own", "trusted") if signed else ("own", "trusted", "unknown", "unsigned"))
        trusted = trusted or (certified and self.signer.state != "invalid")
        passed = self.proof is not None and self.proof.check.get("status") in ("pass", "note", "warning")
        official = all(one.state == "official" for one in self.art)
        whole = self.state == "unchanged" and not any(one.is_false for one in self.signatures)
        return whole and trusted and passed and official and self.passes_today


def verify(path: Path, proof_path: Path | None = None) -> Verification:
    """Verify a press file.

    Args:
        path: the file.
        proof_path: its proof; beside it, with the same name, if none is given.

    Raises:
        InputError: the file cannot be read from the disk.
    """
    data = _read(path)
    beside = proof_path or path.with_name(path.stem + ENDING)
    signed, state, reason = _proof(beside)
    proof = None if signed is None else signed.proof
    today, today_reason = _today(data, path.name, proof)
    found: tuple[Change, ...] = ()
    if proof is not None:
        found = changes(data, proof, None if today is None else today.facts.pages)
        state, reason = _state(proof, path.name, found, today) if state == "unchanged" else (state, reason)
    # Another file's proof may be signed with another key: what this file says of its own proof's key is no word about it.
    signer = signer_of(signed, {} if today is None or state == "other-file" else today.record)
    if signer.state == "invalid":
        state, reason = "false-proof", signer.note
    signatures, signatures_reason = _signatures(data)
    return Verification(
        path=str(path),
        sha256=hashlib.sha256(data).hexdigest(),
        proof_path=str(beside),
        state=state,
        reason=reason,
        proof=proof,
        signer=signer,
        changes=found,
        art=_art(today, proof),
        today=today,
        today_reason=today_reason,
        signatures=signatures,
        signatures_reason=signatures_reason,
    )


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(
            tr("{path} cannot be read: {reason}.", path=path, reason=system_reason(error)), tr("Check the path.")
        ) from error


def _proof(path: Path) -> tuple[SignedProof | None, State, str]:
    """Return the proof, or why there is none."""
    try:
        return read_proof(path.read_bytes(), path.name), "unchanged", ""
    except OSError as error:
        reason = tr("There is no proof of its check: {path} ({reason}).", path=path.name, reason=system_reason(error))
        return None, "no-proof", reason
    except InputError as error:
        return None, "false-proof", error.message


def _signatures(data: bytes) -> tuple[tuple[PdfSignature, ...], str]:
    """Return the signatures inside a PDF, or why they could not be read."""
    if not may_be_signed(data):
        return (), ""
    if not is_installed():
        return (), " ".join((tr("Not checked: reading it needs pyHanko."), how_to_install()))
    try:
        found = pdf_signatures(data, trusted_certificates())
    except InputError as error:
        return (), error.message
    return found, "" if found else tr("There was one, but it is no longer whole.")


def _today(data: bytes, name: str, proof: Proof | None) -> tuple[FileChecked | None, str]:
    try:
        return check_file(data, name, campaign=_campaign(proof)), ""
    except CoverKitError as error:
        return None, error.message


def _campaign(proof: Proof | None) -> Campaign | None:
    """Return the campaign that the proof names: the file's own word may have been changed."""
    if proof is None or proof.campaign is None:
        return None
    try:
        return campaigns.find(proof.campaign.id, proof.campaign.version)
    except CoverKitError:
        return None


def _state(proof: Proof, name: str, found: tuple[Change, ...], today: FileChecked | None) -> tuple[State, str]:
    if not found:
        return "unchanged", ""
    record: Mapping[str, str] = {} if today is None else today.record
    if not proof.id or record.get("Proof", proof.id) == proof.id:
        return "changed", ""
    if proof.file != name:
        return "other-file", tr("The proof belongs to another file ({name}).", name=proof.file)
    return "other-file", tr(
        "The file and its proof come from different exports: an export was interrupted between the two, or one of them was "
        "copied alone. The proof is of {time}; it says nothing of this file. Export the cover again.",
        time=moment(proof.time),
    )


def _art(today: FileChecked | None, proof: Proof | None) -> tuple[ArtVerdict, ...]:
    """Return a verdict on all art that the record or the proof names."""
    names = [one.name for one in proof.art] if proof is not None else []
    subject = None if today is None else today.subject
    if isinstance(subject, PressSubject):
        names += [one.name for one in subject.art]
    return tuple(_art_verdict(name, today, subject) for name in dict.fromkeys(names))


def _art_verdict(name: str, today: FileChecked | None, subject: object) -> ArtVerdict:
    if today is None:
        return ArtVerdict(name, "not-official", tr("The file can no longer be read."))
    if today.campaign is None:
        return ArtVerdict(name, "not-checked", tr("The campaign is not at hand, so there is nothing to compare it with."))
    if not isinstance(subject, PressSubject) or name not in {one.name for one in subject.art}:
        return ArtVerdict(name, "not-official", tr("The file no longer says where its official art stands."))
    wrong = [
        finding.problem.message
        for finding in today.result.findings
        if finding.rule == "press.official-art" and finding.problem.element == name
    ]
    return ArtVerdict(name, "not-official" if wrong else "official", " ".join(wrong))
