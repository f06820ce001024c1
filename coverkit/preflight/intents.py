"""Output intents and what the headers of their ICC profiles say."""

from __future__ import annotations

import struct

import pikepdf

from coverkit.facts.pdf import IntentFacts, ProfileFacts
from coverkit.preflight import values
from coverkit.preflight.streams import TooLargeError, decoded, raw_sha256, sha256
from coverkit.records import replace

_HEADER = 128
_MOST_TAGS = 200
_known: dict[tuple[str, str], ProfileFacts] = {}
_MOST_KNOWN = 16


def intent_facts(root: object) -> tuple[IntentFacts, ...]:
    """Return the output intents of a catalog."""
    return tuple(_intent(one) for one in values.items(values.get(root, "/OutputIntents")))


def _intent(native: object) -> IntentFacts:
    profile = values.get(native, "/DestOutputProfile")
    return IntentFacts(
        subtype=values.name(values.get(native, "/S")),
        identifier=values.text(values.get(native, "/OutputConditionIdentifier")),
        condition=values.text(values.get(native, "/OutputCondition")),
        registry=values.text(values.get(native, "/RegistryName")),
        info=values.text(values.get(native, "/Info")),
        profile=_profile(profile) if isinstance(profile, pikepdf.Stream) else None,
        has_profile_reference=values.get(native, "/DestOutputProfileRef") is not None,
    )


def _profile(stream: object) -> ProfileFacts:
    """Read a profile; of one whose stored bytes were seen before, what was found then."""
    channels = values.integer(values.get(stream, "/N"))
    key = (raw_sha256(stream), repr(values.plain(values.get(stream, "/Filter"))))
    facts = _known.get(key)
    if facts is None:
        try:
            facts = header_facts(decoded(stream))
        except TooLargeError as error:
            return replace(_EMPTY, channels=channels, error=str(error))
        if len(_known) >= _MOST_KNOWN:
            _known.clear()
        _known[key] = facts
    return replace(facts, channels=channels)


_EMPTY = ProfileFacts("", 0, None, "", "", "", "", is_profile=False)


def header_facts(data: bytes) -> ProfileFacts:
    """Return what the header and tag table of an ICC profile say; `channels` is left open."""
    if len(data) < _HEADER + 4:
        return replace(_EMPTY, sha256=sha256(data), size=len(data), error="too short for a profile")
    count = min(struct.unpack_from(">I", data, _HEADER)[0], _MOST_TAGS)
    tags = frozenset(_sign(data, _HEADER + 4 + 12 * index) for index in range(count))
    return ProfileFacts(
        sha256=sha256(data),
        size=len(data),
        channels=None,
        device_class=_sign(data, 12),
        colour_space=_sign(data, 16),
        connection_space=_sign(data, 20),
        version=f"{data[8]}.{data[9] >> 4}",
        is_profile=data[36:40] == b"acsp",
        tags=tags,
    )


def _sign(data: bytes, at: int) -> str:
    return data[at : at + 4].decode("latin-1").strip()
