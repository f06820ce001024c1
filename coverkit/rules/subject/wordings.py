"""What a text is to the campaign's slogans, judged alike on a composed cover and on a finished file.

The problems name no element, page or place: the rule that asks knows them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from coverkit.campaigns.campaign import Campaign, Period
from coverkit.campaigns.slogans import SloganMatch
from coverkit.checks.finding import Problem, Severity
from coverkit.i18n import mark, number, tr

_PHASES = {
    "before": mark("before the event"),
    "during": mark("during the event"),
    "after": mark("after the event"),
}


def differently_written(name: str, text: str, match: SloganMatch) -> Iterator[Problem]:
    """Note a slogan that differs in signs and spaces only; report one in which words differ."""
    if match.slogan is None:
        return
    if match.kind == "variant":
        yield Problem(
            "written-differently",
            tr("{name} is written “{has}”; the list has “{wants}”.", name=name, has=text, wants=match.slogan.text),
            measured=text,
            limit=match.slogan.text,
            severity=Severity.NOTE,
        )
    elif match.kind == "different":
        yield Problem(
            "wrong-words",
            tr("{name} differs from the official slogan: “{marked}”", name=name, marked=match.marked),
            measured=text,
            limit=match.slogan.text,
        )


def in_capitals(name: str, shown: str, match: SloganMatch, campaign: Campaign) -> Iterator[Problem]:
    """Report a slogan in capitals where the campaign wants it as written; `shown` is the text as it stands there."""
    capitals = shown.isupper() and not (match.slogan is not None and match.slogan.text.isupper())
    if match.slogan is not None and capitals and "upper" not in campaign.slogan_rules.cases:
        yield Problem(
            "capitals",
            tr("{name} is set in capitals; the campaign wants slogans as they are written.", name=name),
            remedy=tr("Choose a design whose slogan is not set in capitals."),
        )


def replaced(name: str, text: str, match: SloganMatch) -> Iterator[Problem]:
    """Report a text that the campaign says was replaced, and by which."""
    if match.kind == "replaced" and match.slogan is not None:
        yield Problem(
            "replaced",
            tr(
                "{name} uses a text that was replaced. Now it is “{text}” ({source}). The change: “{marked}”",
                name=name,
                text=match.slogan.text,
                source=match.slogan.source,
                marked=match.marked,
            ),
            measured=text,
            limit=match.slogan.text,
        )


def untimely(match: SloganMatch, campaign: Campaign, day: dt.date) -> Iterator[Problem]:
    """Compare the issue date with a slogan's validity and phase."""
    slogan = match.slogan
    if slogan is None or match.kind == "replaced":
        return
    phase = campaign.phase(day)
    if not slogan.valid.holds(day):
        yield Problem(
            "not-valid",
            tr(
                "“{text}” is valid {period}; the issue is dated {date}.",
                text=slogan.text,
                period=_words(slogan.valid),
                date=f"{day:%d/%m/%Y}",
            ),
            measured=day.isoformat(),
            limit=_words(slogan.valid),
        )
    elif phase != "any" and slogan.phase not in ("any", phase):
        meant, is_now = tr(_PHASES[slogan.phase]), tr(_PHASES[phase])
        yield Problem(
            "wrong-phase",
            tr(
                "“{text}” is meant for issues {meant}; {date} is {phase}.",
                text=slogan.text,
                meant=meant,
                date=f"{day:%d/%m/%Y}",
                phase=is_now,
            ),
            measured=is_now,
            limit=meant,
        )


def too_fine(name: str, size: float, least: float) -> Iterator[Problem]:
    """Compare the size of a slogan's type with the least one, both in pt."""
    if size < least - 1e-6:
        yield Problem(
            "too-small",
            tr(
                "{name} is set in {size} pt; at least {least} pt are wanted.", name=name, size=number(size), least=number(least)
            ),
            measured=round(size, 2),
            limit=least,
            unit="pt",
        )


def _words(period: Period) -> str:
    if period.first is None and period.last is None:
        return tr("at any time")
    if period.last is None:
        return tr("from {first}", first=f"{period.first:%d/%m/%Y}")
    if period.first is None:
        return tr("until {last}", last=f"{period.last:%d/%m/%Y}")
    return tr("from {first} to {last}", first=f"{period.first:%d/%m/%Y}", last=f"{period.last:%d/%m/%Y}")
