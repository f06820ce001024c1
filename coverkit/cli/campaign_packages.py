"""What `coverkit campaigns` writes: art, keys, seals, trusted issuers, imported campaigns."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path

from coverkit.cli import campaign_art, output
from coverkit.cli.arguments import date, whole
from coverkit.errors import ExitCode, UsageError
from coverkit.i18n import tr


def configure(add: Callable[[str, str], argparse.ArgumentParser]) -> None:
    """Add the subcommands.

    Args:
        add: adds one by name and summary.
    """
    campaign_art.configure(add("art", tr("make sealed art of a drawing or a picture, and tell what was done")))
    key = add("key", tr("make a private key for sealing, and the file by which others trust it"))
    key.add_argument(
        "-o", "--out", metavar=tr("FILE"), type=Path, required=True, help=tr("the private key's file; keep it secret")
    )
    key.add_argument("--name", metavar=tr("NAME"), required=True, help=tr("the issuer, as people know it"))
    key.add_argument("--from", dest="first", metavar=tr("DATE"), type=date, help=tr("first day of the key; today if left out"))
    key.add_argument("--to", dest="last", metavar=tr("DATE"), type=date, help=tr("last day of the key; no end if left out"))
    seal = add("seal", tr("seal a campaign's folder and write its package"))
    seal.add_argument("folder", metavar=tr("FOLDER"), type=Path, help=tr("folder that holds campaign.toml"))
    seal.add_argument("--key", metavar=tr("FILE"), type=Path, required=True, help=tr("the issuer's private key"))
    seal.add_argument("-o", "--out", metavar=tr("FILE"), type=Path, help=tr("the package; beside the folder if left out"))
    seal.add_argument("--date", metavar=tr("DATE"), type=date, help=tr("day of sealing; today if left out"))
    trust = add("trust", tr("trust the issuer of a key on this computer"))
    trust.add_argument("file", metavar=tr("FILE"), type=Path, help=tr("the issuer's file, which ends in .issuer.toml"))
    fetch = add("import", tr("put a campaign among those at hand, beside its other versions"))
    fetch.add_argument("campaign", metavar=tr("FILE"), help=tr("a .campaign file or a campaign's folder"))
    remove = add("remove", tr("take an imported campaign away"))
    remove.add_argument("campaign", metavar=tr("ID"), help=tr("the campaign's id"))
    remove.add_argument("--version", metavar="N", type=whole, help=tr("only this version; all imported ones if left out"))


def _key(arguments: argparse.Namespace) -> int:
    from coverkit.app.sealing import make_key

    made = make_key(arguments.out, arguments.name, arguments.first or _today(), arguments.last)
    output.result(tr("Private key: {path}. Keep it secret; whoever has it can seal in your name.", path=made.private))
    output.result(tr("Issuer's file: {path}. Give it to all who shall trust your seals.", path=made.public))
    output.result(tr("Key: {key}", key=made.key))
    return ExitCode.CLEAN


def _seal(arguments: argparse.Namespace) -> int:
    from coverkit.app.sealing import seal_folder

    sealed = seal_folder(arguments.folder, arguments.key, arguments.date or _today(), arguments.out)
    one = sealed.campaign
    output.result(tr("{id}, version {version}, is sealed: {path}", id=one.id, version=one.version, path=sealed.package))
    output.message(one.seal_note)
    return ExitCode.CLEAN


def _trust(arguments: argparse.Namespace) -> int:
    from coverkit.campaigns import library
    from coverkit.campaigns.issuers import load_issuer, trust

    issuer = load_issuer(arguments.file)
    path = trust(issuer)
    library.forget()
    output.result(tr("{name} is trusted on this computer: {path}", name=issuer.name, path=path))
    output.result(tr("Key: {key}", key=issuer.key))
    output.message(tr("Compare the key with what the issuer tells you by another way than the file came."))
    return ExitCode.CLEAN


def _import(arguments: argparse.Namespace) -> int:
    from coverkit.campaigns.library import install, load
    from coverkit.report.wording import seal_words

    if not Path(arguments.campaign).exists():
        raise UsageError(
            tr("{path} does not exist.", path=arguments.campaign),
            tr("Name a .campaign file, or a folder that holds campaign.toml."),
        )
    one = load(arguments.campaign)
    known = install(one)
    output.result(tr("{id}, version {version}, is at hand: {path}", id=one.id, version=one.version, path=known.folder))
    output.message(f"{seal_words(one.seal)}. {one.seal_note}".strip())
    return ExitCode.CLEAN


def _remove(arguments: argparse.Namespace) -> int:
    from coverkit.campaigns import installed

    name = arguments.campaign
    found = [one for one in installed.versions(name) if arguments.version in (None, one)]
    if not found:
        raise UsageError(
            tr("No such campaign was imported: {name}.", name=name), tr("“coverkit campaigns list” shows what was imported.")
        )
    for version in found:
        installed.remove(name, version)
        output.result(tr("{id}, version {version}, was removed.", id=name, version=version))
    return ExitCode.CLEAN


def _today() -> dt.date:
    return dt.datetime.now().astimezone().date()


ACTIONS: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "key": _key,
    "seal": _seal,
    "trust": _trust,
    "import": _import,
    "remove": _remove,
    "art": campaign_art.run,
}
