"""`coverkit campaigns …`: the campaigns, what they order, and whether their files are as sealed; keys, seals and imports."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from coverkit.cli import campaign_packages, output
from coverkit.cli.command import Command
from coverkit.cli.words import kind
from coverkit.errors import CoverKitError, ExitCode
from coverkit.i18n import mark, tr

if TYPE_CHECKING:
    import datetime as dt

    from coverkit.campaigns.campaign import Campaign, Period, Slogan
    from coverkit.campaigns.library import Origin


def _configure(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(title=tr("subcommands"), dest="action", metavar=tr("SUBCOMMAND"), required=True)

    def add(name: str, words: str) -> argparse.ArgumentParser:
        return actions.add_parser(name, help=words, description=words, allow_abbrev=False)

    for name, words in (
        ("list", tr("list the campaigns")),
        ("show", tr("show what a campaign orders")),
        ("verify", tr("tell whether a campaign's files are as they were sealed")),
    ):
        action = add(name, words)
        if name != "list":
            action.add_argument("campaign", metavar=tr("ID|FILE"), help=tr("id, folder or .campaign file"))
        action.add_argument("--json", action="store_true", help=tr("write the result as one JSON document"))
    campaign_packages.configure(add)


def _run(arguments: argparse.Namespace) -> int:
    from coverkit.campaigns.library import load

    if (act := campaign_packages.ACTIONS.get(arguments.action)) is not None:
        return act(arguments)
    match arguments.action:
        case "list":
            _list(_at_hand(), as_json=arguments.json)
            return 0
        case "show":
            _show(load(arguments.campaign), as_json=arguments.json)
            return 0
        case _:
            return _verify(load(arguments.campaign), as_json=arguments.json)


def _at_hand() -> list[tuple[Origin, Campaign]]:
    """Read all campaigns; one that cannot be read is told and left out, so that it hides no other."""
    from coverkit.campaigns.library import known, open_known

    found: list[tuple[Origin, Campaign]] = []
    for one in known():
        try:
            found.append((one.origin, open_known(one)))
        except CoverKitError as error:
            output.message(f"coverkit: {error.message}")
    return found


def _list(found: list[tuple[Origin, Campaign]], *, as_json: bool) -> None:
    from coverkit.report.wording import seal_words

    if as_json:
        output.listing("campaigns", [{**_entry(one), "origin": origin} for origin, one in found])
        return
    origins = {"shipped": tr("shipped"), "installed": tr("imported")}
    rows = [
        (one.id, str(one.version), origins[origin], _standing(one), seal_words(one.seal), one.dispatch.number, one.title)
        for origin, one in found
    ]
    headings = (tr("ID"), tr("VERSION"), tr("ORIGIN"), tr("STANDING"), tr("SEAL"), tr("DISPATCH"), tr("TITLE"))
    output.table(headings, rows)


def _show(one: Campaign, *, as_json: bool) -> None:
    from coverkit.report.wording import seal_words

    if as_json:
        output.listing("campaigns", [{**_entry(one), "slogans": [_slogan(slogan) for slogan in one.slogans]}])
        return
    pairs = (
        (tr("Id"), tr("{id}, version {version}, {standing}", id=one.id, version=one.version, standing=_standing(one))),
        (tr("Dispatch"), f"{one.dispatch.citation} – {one.dispatch.issuer}"),
        (tr("Issues"), _period(one.issues)),
        (tr("Event"), ", ".join(part for part in (one.event_name, _period(one.event)) if part)),
        (tr("Requires"), ", ".join(f"{item.count} × {kind(item.element)} ({item.clause})" for item in one.required)),
        (tr("Art"), ", ".join(f"{art.name} ({art.width:g} × {art.height:g} mm)" for art in one.art)),
        (tr("Seal"), f"{seal_words(one.seal)}. {one.seal_note}".strip()),
        ("SHA-256", one.sha256),
    )
    output.result(one.title)
    width = max(output.cells(name) for name, _ in pairs)
    for name, value in pairs:
        output.result(f"  {name}{' ' * (width - output.cells(name))}  {value}")
    output.result("\n" + tr("Slogans"))
    for slogan in one.slogans:
        output.result(f"  {slogan.id}: {slogan.text}  [{_period(slogan.valid)}]")


def _verify(one: Campaign, *, as_json: bool) -> int:
    from coverkit.campaigns.seal import SEAL_FILE
    from coverkit.report.wording import seal_words

    unchanged = SEAL_FILE in one.files and one.seal != "invalid"
    # Anybody can take a signature off: only for a sample is it no matter that nobody signed.
    sealed = one.seal == "valid" or (unchanged and one.seal == "unsigned" and one.standing == "sample")
    if as_json:
        output.listing("campaigns", [{**_entry(one), "unchanged": unchanged, "note": one.seal_note}])
    else:
        output.result(f"{one.id}: {seal_words(one.seal)}. {one.seal_note}".strip())
        if one.standing == "sample":
            output.result(tr("It is a sample, not an official package: nobody who issues dispatches answers for it."))
    return ExitCode.CLEAN if sealed else ExitCode.FINDINGS


def _standing(one: Campaign) -> str:
    return tr("official") if one.standing == "official" else tr("sample")


def _period(period: Period) -> str:
    if period.first is None and period.last is None:
        return tr("any day")
    first = "…" if period.first is None else f"{period.first:%d/%m/%Y}"
    last = "…" if period.last is None else f"{period.last:%d/%m/%Y}"
    return f"{first} – {last}"


def _days(period: Period) -> list[str | None]:
    return [_day(period.first), _day(period.last)]


def _day(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()


def _entry(one: Campaign) -> dict[str, object]:
    return {
        "id": one.id,
        "version": one.version,
        "title": one.title,
        "standing": one.standing,
        "dispatch": {"number": one.dispatch.number, "date": _day(one.dispatch.date), "issuer": one.dispatch.issuer},
        "issues": _days(one.issues),
        "event": _days(one.event),
        "sha256": one.sha256,
        "seal": one.seal,
    }


def _slogan(slogan: Slogan) -> dict[str, object]:
    return {"id": slogan.id, "text": slogan.text, "valid": _days(slogan.valid), "phase": slogan.phase}


COMMAND = Command(mark("list, show, verify, seal and import campaigns"), _configure, _run, rank=7)
