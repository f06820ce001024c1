"""A verification in words, and as data for programs (schema 1: extend, never change)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from coverkit import __version__
from coverkit.app.proofs.changes import Change
from coverkit.app.proofs.data import Proof
from coverkit.app.proofs.verifying import Verification
from coverkit.app.rulebook import VERSION
from coverkit.checks.finding import Severity, Status
from coverkit.i18n import mark, tr
from coverkit.report.wording import moment, seal_words, status_word
from coverkit.signatures.reading import PdfSignature

SCHEMA = 1
_STATES = {
    "unchanged": mark("unchanged since it was checked"),
    "changed": mark("CHANGED since it was checked"),
    "other-file": mark("the proof is not this file's"),
    "no-proof": mark("not known: there is no proof of its check"),
    "false-proof": mark("not known: the proof is damaged or was changed"),
}
_ART = {
    "official": mark("official, byte for byte"),
    "not-official": mark("NOT official"),
    "not-checked": mark("not checked"),
}
_CERTIFIES = mark("certified by {name} (certificate of {issuer}) on {time}, no change allowed.")
_SIGNS = mark("signed by {name} (certificate of {issuer}) on {time}.")
_SIGNATURES = {
    "trusted": mark("The file is as it was signed; the certificate is trusted on this computer."),
    "unknown": mark("The file is as it was signed; this computer does not know who issued the certificate."),
    "expired": mark("The file is as it was signed; the certificate is not valid today."),
    "extended": mark("Something was ADDED to the file after it was signed."),
    "broken": mark("The file was CHANGED after it was signed."),
    "unreadable": mark("It cannot be understood, so it proves nothing."),
}


def verification_document(found: Verification) -> dict[str, Any]:
    """Return a verification as what `json` writes."""
    proof = found.proof
    return {
        "schema": SCHEMA,
        "coverkit": __version__,
        "subject": {"path": found.path, "sha256": found.sha256},
        "state": found.state,
        "reason": found.reason,
        "proof": {"path": found.proof_path, **({} if proof is None else _proof(proof))},
        "signer": {"state": found.signer.state, "name": found.signer.name, "key": found.signer.key, "note": found.signer.note},
        "changes": [{"part": one.part, "page": one.page, "message": one.message} for one in found.changes],
        "art": [{"name": one.name, "state": one.state, "reason": one.reason} for one in found.art],
        "pdf_signatures": [_signature(one) for one in found.signatures],
        "pdf_signatures_reason": found.signatures_reason,
        "today": _today(found),
    }


def _signature(one: PdfSignature) -> dict[str, Any]:
    time = None if one.time is None else one.time.isoformat(timespec="seconds")
    return {"state": one.state, "name": one.name, "issuer": one.issuer, "certifies": one.certifies, "time": time}


def _proof(proof: Proof) -> dict[str, Any]:
    campaign = proof.campaign
    return {
        "id": proof.id,
        "time": proof.time.isoformat(timespec="seconds"),
        "engine": proof.engine,
        "unit": proof.unit,
        "sha256": proof.sha256,
        "status": proof.check.get("status"),
        "rule_set": proof.rule_set,
        "printer": proof.printer,
        "campaign": None
        if campaign is None
        else {"id": campaign.id, "version": campaign.version, "sha256": campaign.sha256, "seal": campaign.seal},
    }


def _today(found: Verification) -> dict[str, Any]:
    if found.today is None:
        return {"status": Status.NOT_CHECKED.value, "reason": found.today_reason, "rule_set": VERSION}
    result = found.today.result
    return {"status": result.status.value, "reason": "", "rule_set": VERSION, "counts": result.counts()}


def verification_text(found: Verification) -> str:
    """Return a verification for people, in lines."""
    return "\n".join((*_lines(found), *_told_today(found))) + "\n"


def verdict_and_details(found: Verification) -> tuple[str, str]:
    """Return whether a file is as it was checked, in a sentence, and the details, in lines; today's rules are left out."""
    verdict, *details = _lines(found)
    return verdict, "\n".join(line.strip() for line in details)


def _lines(found: Verification) -> Iterator[str]:
    yield tr("{name}: {state}.", name=found.path, state=tr(_STATES[found.state]))
    if found.reason:
        yield f"  {found.reason}"
    for change in found.changes:
        yield f"  - {_change(change, found)}"
    if found.proof is not None:
        yield from _checked(found.proof)
    if found.signer.note and found.signer.note != found.reason:
        yield tr("Signature: {note}", note=found.signer.note)
    yield from _signatures(found)
    for one in found.art:
        state = tr(_ART[one.state])
        yield tr("Art “{name}”: {state}. {reason}", name=one.name, state=state, reason=one.reason).strip()


def _signatures(found: Verification) -> Iterator[str]:
    """Tell of the signatures inside the PDF."""
    if found.signatures_reason:
        yield tr("Signature in the PDF: {note}", note=found.signatures_reason)
    for one in found.signatures:
        words = _CERTIFIES if one.certifies else _SIGNS
        who = tr(words, name=one.name or "–", issuer=one.issuer or "–", time="–" if one.time is None else moment(one.time))
        yield tr("Signature in the PDF: {note}", note=f"{who} {tr(_SIGNATURES[one.state])}")


def _change(change: Change, found: Verification) -> str:
    pages = 1 if found.proof is None else len(found.proof.parts.pages)
    return tr("page {page}: {where}", page=change.page, where=change.message) if change.page and pages > 1 else change.message


def _checked(proof: Proof) -> Iterator[str]:
    status = str(proof.check.get("status", ""))
    yield tr(
        "Checked: {time} by {engine}, rule set {rules}, for the printer {printer}; result: {result}.",
        time=moment(proof.time),
        engine=proof.engine,
        rules=proof.rule_set,
        printer=proof.printer,
        result=status_word(Status(status)) if status in {one.value for one in Status} else "–",
    )
    if proof.unit:
        yield tr("Exported by: {unit}", unit=proof.unit)
    if proof.campaign is not None:
        yield tr(
            "Campaign: {id}, version {version}, {seal}",
            id=proof.campaign.id,
            version=proof.campaign.version,
            seal=seal_words(proof.campaign.seal),
        )


def _told_today(found: Verification) -> Iterator[str]:
    if found.today is None:
        yield tr("Today's rules: not checked. {reason}", reason=found.today_reason)
        return
    counts = found.today.result.counts()
    yield tr(
        "Today's rules for files (rule set {rules}): errors {errors}, warnings {warnings}, notes {notes}, not checked {open}.",
        rules=VERSION,
        errors=counts["error"],
        warnings=counts["warning"],
        notes=counts["note"],
        open=counts["not_checked"],
    )
    for finding in found.today.result.findings:
        if finding.severity is Severity.ERROR and finding.status == "open":
            yield f"  - {finding.problem.message} [{finding.rule}/{finding.code}]"
