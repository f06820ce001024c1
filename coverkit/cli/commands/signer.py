"""`coverkit signer …`: the unit's own key, which signs the proofs of its press files, and the keys that are trusted."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from coverkit.cli import output
from coverkit.cli.arguments import date
from coverkit.cli.command import Command
from coverkit.errors import ExitCode
from coverkit.i18n import mark, tr

if TYPE_CHECKING:
    from coverkit.campaigns.issuers import Issuer


def _configure(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(title=tr("subcommands"), dest="action", metavar=tr("SUBCOMMAND"), required=True)

    def add(name: str, words: str) -> argparse.ArgumentParser:
        return actions.add_parser(name, help=words, description=words, allow_abbrev=False)

    key = add("key", tr("make the key that signs the proofs of this computer's press files"))
    key.add_argument("--name", metavar=tr("NAME"), required=True, help=tr("the unit, as people know it"))
    key.add_argument("--from", dest="first", metavar=tr("DATE"), type=date, help=tr("first day of the key; today if left out"))
    key.add_argument("--to", dest="last", metavar=tr("DATE"), type=date, help=tr("last day of the key; no end if left out"))
    show = add("show", tr("show this computer's key and the units that it trusts"))
    show.add_argument("--json", action="store_true", help=tr("write the result as one JSON document"))
    trust = add("trust", tr("trust the proofs of a unit on this computer"))
    trust.add_argument(
        "file",
        metavar=tr("FILE"),
        type=Path,
        help=tr("the unit's file, which ends in .signer.toml; or a certificate (.cer, .crt, .pem), for signatures inside PDFs"),
    )


def _run(arguments: argparse.Namespace) -> int:
    return _ACTIONS[arguments.action](arguments)


def _key(arguments: argparse.Namespace) -> int:
    from coverkit.app.unit_key import make_unit_key

    today = dt.datetime.now().astimezone().date()
    made = make_unit_key(arguments.name, arguments.first or today, arguments.last)
    output.result(tr("Private key: {path}. Keep it secret; whoever has it can sign in your name.", path=made.private))
    output.result(tr("Signer's file: {path}. Give it to the printers and reviewers who check your files.", path=made.public))
    output.result(tr("Key: {key}", key=made.key))
    return ExitCode.CLEAN


def _show(arguments: argparse.Namespace) -> int:
    from coverkit.app.unit_key import own_signer
    from coverkit.campaigns.issuers import trusted_issuers

    own = own_signer()
    found = [*(() if own is None else ((tr("own"), own),)), *((tr("trusted"), one) for one in trusted_issuers("signers"))]
    if arguments.json:
        output.listing("signers", [_entry(one, one is own) for _, one in found])
        return ExitCode.CLEAN
    if own is None:
        output.message(tr("This computer has no key; proofs are written unsigned. Make one: coverkit signer key --name NAME"))
    if found:
        headings = (tr("ORIGIN"), tr("NAME"), tr("VALID"), tr("KEY"))
        output.table(headings, [(origin, one.name, _period(one), one.key) for origin, one in found])
    return ExitCode.CLEAN


def _trust(arguments: argparse.Namespace) -> int:
    from coverkit.campaigns.issuers import load_issuer, trust
    from coverkit.signatures.trusted import ENDINGS

    if arguments.file.suffix.lower() in ENDINGS:
        return _trust_certificate(arguments.file)
    signer = load_issuer(arguments.file)
    path = trust(signer, "signers")
    output.result(tr("Proofs of {name} are trusted on this computer: {path}", name=signer.name, path=path))
    output.result(tr("Key: {key}", key=signer.key))
    output.message(tr("Compare the key with what the unit tells you by another way than the file came."))
    return ExitCode.CLEAN


def _trust_certificate(file: Path) -> int:
    from coverkit.signatures.credentials import common_name
    from coverkit.signatures.trusted import fingerprint, load_certificate, trust_certificate

    certificate = load_certificate(file)
    path = trust_certificate(certificate)
    name = common_name(certificate)
    output.result(
        tr("Signatures in PDFs by {name}, and by whom it certified, are trusted on this computer: {path}", name=name, path=path)
    )
    output.result(tr("SHA-256 of the certificate: {digits}", digits=fingerprint(certificate)))
    output.message(tr("Compare the digits with what the issuer publishes."))
    return ExitCode.CLEAN


def _entry(one: Issuer, own: bool) -> dict[str, object]:
    first, last = one.valid.first, one.valid.last
    days = [None if day is None else day.isoformat() for day in (first, last)]
    return {"own": own, "name": one.name, "key": one.key, "valid": days}


def _period(one: Issuer) -> str:
    first = "…" if one.valid.first is None else f"{one.valid.first:%d/%m/%Y}"
    last = "…" if one.valid.last is None else f"{one.valid.last:%d/%m/%Y}"
    return f"{first} – {last}"


_ACTIONS: Mapping[str, Callable[[argparse.Namespace], int]] = {"key": _key, "show": _show, "trust": _trust}
COMMAND = Command(mark("make the unit's key for signing proofs, and trust other units'"), _configure, _run, rank=8)
