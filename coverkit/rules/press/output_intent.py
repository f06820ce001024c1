"""Rule press.output-intent: the file carries the profile of the press that it was made for, unchanged."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import rule
from coverkit.facts.file import FileSubject
from coverkit.facts.pdf import IntentFacts, ProfileFacts
from coverkit.facts.press import PressSubject
from coverkit.i18n import mark, tr
from coverkit.records import dataclass
from coverkit.rules.press.reading import is_own, softened

_CHANNELS = {"GRAY": 1, "RGB": 3, "CMYK": 4}
_TAGS = ("A2B0", "B2A0")


@dataclass(frozen=True, slots=True)
class Options:
    """Options.

    Attributes:
        newest_icc: the greatest major version of ICC profiles; PDF 1.6 refers to version 4.
    """

    newest_icc: int = 4


@rule(
    id="press.output-intent",
    title=mark("The output intent is a printing condition with its profile"),
    subject=FileSubject,
    severity=Severity.ERROR,
    why=mark(
        "The inks in the file are right for one press and paper only. "
        "The output intent says which, and proofs are made from it."
    ),
    remedy=mark("Export the file again with the output profile that the printer names as its output intent."),
    source=mark("ISO 15930-7:2010, 6.4; ISO 15930-4:2003, 6.2"),
    options=Options,
    certainty="high",
)
def check(subject: FileSubject, options: Options) -> Iterator[Outcome]:
    """Look at the one intent of PDF/X, its names and its profile."""
    intents = [one for one in subject.pdf.intents if one.subtype == "GTS_PDFX"]
    if len(intents) != 1:
        code = "missing" if not intents else "several"
        yield Problem(
            code,
            tr("The file has {count} PDF/X output intents; it needs one.", count=len(intents)),
            measured=float(len(intents)),
            limit=1.0,
            severity=softened(subject) if intents else None,
        )
    if not intents:
        return
    intent = intents[0]
    yield from _names(intent, subject)
    if intent.has_profile_reference:
        yield Problem("external-profile", tr("The output intent refers to a profile outside the file."))
    if intent.profile is not None:
        yield from _profile(intent.profile, subject, options)
    elif subject.is_x4 or not (intent.registry and intent.identifier):
        yield Problem("profile-missing", tr("The output intent holds no profile."))
    yield from _others(subject, intent)


def _names(intent: IntentFacts, subject: FileSubject) -> Iterator[Outcome]:
    wanted = subject.condition_id if isinstance(subject, PressSubject) else ""
    if not intent.identifier:
        yield Problem("identifier-missing", tr("The output intent names no output condition."), limit=wanted or None)
    elif wanted and intent.identifier != wanted:
        yield Problem(
            "other-condition",
            tr("The output intent is “{found}”; the cover was made for {wanted}.", found=intent.identifier, wanted=wanted),
            measured=intent.identifier,
            limit=wanted,
        )
    if not intent.registry and not intent.info:
        yield Problem("unexplained", tr("The output condition is named without a registry, and nothing describes it."))


def _profile(profile: ProfileFacts, subject: FileSubject, options: Options) -> Iterator[Outcome]:
    if profile.error or not profile.is_profile:
        yield Problem(
            "no-profile",
            tr("What the output intent embeds is no ICC profile (technical detail: {reason}).", reason=profile.error)
            if profile.error
            else tr("What the output intent embeds is no ICC profile: it lacks the ICC mark “acsp”."),
        )
        return
    if (
        profile.device_class != "prtr"
        or profile.connection_space not in ("Lab", "XYZ")
        or profile.colour_space not in _CHANNELS
        or not all(tag in profile.tags for tag in _TAGS)
    ):
        yield Problem(
            "no-output-profile",
            tr("The embedded profile is not one of a printing condition."),
            measured=profile.device_class,
            limit="prtr",
        )
    if profile.colour_space != "CMYK" and (subject.is_x1a or is_own(subject)):
        yield Problem(
            "not-cmyk",
            tr("The embedded profile is for {space}, not for CMYK.", space=profile.colour_space),
            measured=profile.colour_space,
            limit="CMYK",
        )
    yield from _numbers(profile, options)
    if isinstance(subject, PressSubject) and profile.sha256 != subject.profile_sha256:
        yield Problem(
            "other-profile",
            tr("The embedded profile is not, byte for byte, the one of {condition}.", condition=subject.condition_id),
            measured=profile.sha256,
            limit=subject.profile_sha256,
        )


def _numbers(profile: ProfileFacts, options: Options) -> Iterator[Outcome]:
    if profile.channels != _CHANNELS.get(profile.colour_space):
        yield Problem(
            "channels",
            tr(
                "The stream of the profile states /N {channels}, which does not fit {space}.",
                channels="–" if profile.channels is None else profile.channels,
                space=profile.colour_space or "–",
            ),
            measured=float(profile.channels or 0),
        )
    if int(profile.version.split(".")[0]) > options.newest_icc:
        yield Problem(
            "icc-version",
            tr(
                "The profile is of ICC version {version}, newer than version {newest}, which the standard allows.",
                version=profile.version,
                newest=options.newest_icc,
            ),
            measured=profile.version,
            limit=float(options.newest_icc),
        )


def _others(subject: FileSubject, intent: IntentFacts) -> Iterator[Outcome]:
    for other in subject.pdf.intents:
        mine, its = intent.profile, other.profile
        if other.subtype == "GTS_PDFA1" and mine is not None and its is not None and mine.sha256 != its.sha256:
            yield Problem(
                "two-profiles", tr("A second output intent (PDF/A) embeds another profile."), severity=softened(subject)
            )
