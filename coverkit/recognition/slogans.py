"""Find a campaign's slogans in the text of a page, however it is cut into pieces and lines, spaced or misspelt.

Spaces are left out while searching: letters set apart, words that are placed one by one and broken lines then read alike.
"""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Iterator, Sequence

import numpy as np

from coverkit.campaigns.campaign import Campaign
from coverkit.campaigns.slogans import canonical, compare
from coverkit.facts.sight import SloganSighting
from coverkit.geometry import Rect
from coverkit.recognition.lines import Piece, in_reading_order
from coverkit.records import dataclass
from coverkit.typography.vietnamese import nfc

_NEAR = 0.16
"""So many wrong letters, as a share of the slogan's, leave a text one that was mistyped."""

_NEAR_READ = 0.25
"""The same for text that was read off pixels: marks over letters are misread most."""

_LEAST = 8
"""Letters that a text must have to be taken for a mistyped slogan."""


@dataclass(frozen=True, slots=True)
class _Stream:
    """Letters in order, as they are compared and as they stand, and the piece each came from."""

    compared: str
    letters: str
    owners: tuple[int, ...]
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class _Hit:
    wanted: str
    stream: _Stream
    start: int
    end: int
    errors: int

    @property
    def share(self) -> float:
        """Wrong letters, as a share."""
        return self.errors / max(1, len(_bare(self.wanted)))

    @property
    def recognised(self) -> bool:
        """It was read off pixels."""
        return any(self.stream.pieces[number].recognised for number in set(self.stream.owners[self.start : self.end]))


def slogans_in(found: Sequence[Piece], campaign: Campaign, day: dt.date | None, page: int = 1) -> tuple[SloganSighting, ...]:
    """Return the texts of a page that are slogans of a campaign, were replaced by one, or are nearly one."""
    streams = (_stream(found), _stream(in_reading_order(found)))
    wanted = dict.fromkeys(text for slogan in campaign.slogans for text in (slogan.text, *slogan.replaces))
    hits = [hit for text in wanted for hit in _best(text, streams)]
    sightings: list[SloganSighting] = []
    taken: list[tuple[Rect, str]] = []
    for hit in sorted(hits, key=lambda one: (one.share, -len(one.wanted))):
        sighting = _sighting(hit, campaign, day, page)
        inner = canonical(hit.wanted)
        if any(box.intersection(sighting.box) is not None and (inner in text or text != inner) for box, text in taken):
            continue
        taken.append((sighting.box, inner))
        sightings.append(sighting)
    return tuple(sorted(sightings, key=lambda one: (one.box.y, one.box.x)))


def _stream(found: Sequence[Piece]) -> _Stream:
    compared, letters, owners = [], [], []
    for number, piece in enumerate(found):
        for letter in nfc(piece.text):
            form = _bare(letter)
            if form:
                compared.append(form[0])
                letters.append(letter)
                owners.append(number)
    return _Stream("".join(compared), "".join(letters), tuple(owners), tuple(found))


def _bare(text: str) -> str:
    """Return the letters and figures that are compared: no spaces, case or points, all dashes alike."""
    return "".join(char for char in nfc(text).casefold() if char.isalnum())


def _best(wanted: str, streams: Sequence[_Stream]) -> Iterator[_Hit]:
    """Yield where a text stands: everywhere it does letter for letter, else the place that is most like it."""
    form = _bare(wanted)
    exact = False
    for stream in streams:
        at = stream.compared.find(form)
        while at >= 0 and form:
            exact = True
            yield _Hit(wanted, stream, at, at + len(form), 0)
            at = stream.compared.find(form, at + len(form))
    if exact or len(form) < _LEAST:
        return
    near = [hit for stream in streams if (hit := _nearest(wanted, form, stream)) is not None]
    best = min(near, key=lambda hit: hit.errors, default=None)
    if best is not None and best.share <= (_NEAR_READ if best.recognised else _NEAR):
        yield best


def _nearest(wanted: str, form: str, stream: _Stream) -> _Hit | None:
    """Return the part of a stream with the least edit distance to a text (Sellers' algorithm, row by row)."""
    if not stream.compared:
        return None
    text = np.frombuffer(stream.compared.encode("utf-32-le"), np.uint32)
    length = len(text)
    places = np.arange(length + 1)
    row = np.zeros(length + 1, np.int32)
    start = places.copy()
    for number, letter in enumerate(form, 1):
        change = row[:-1] + (text != ord(letter))
        leave = row[1:] + 1
        upper = np.concatenate([[number], np.minimum(change, leave)])
        origin = np.concatenate([[0], np.where(change <= leave, start[:-1], start[1:])])
        # Letters too many: the least of what stands to the left, and one more for each step.
        slope = upper - places
        lowest = np.minimum.accumulate(slope)
        source = np.maximum.accumulate(np.where(slope == lowest, places, 0))
        row, start = (lowest + places).astype(np.int32), origin[source]
    end = int(row.argmin())
    return _Hit(wanted, stream, int(start[end]), end, int(row[end])) if end > start[end] else None


def _sighting(hit: _Hit, campaign: Campaign, day: dt.date | None, page: int) -> SloganSighting:
    owners = sorted(set(hit.stream.owners[hit.start : hit.end]))
    parts = [hit.stream.pieces[number] for number in owners]
    box = parts[0].box
    for part in parts[1:]:
        box = box.union(part.box)
    text = _spaced(hit.stream.letters[hit.start : hit.end], hit.wanted)
    return SloganSighting(
        page,
        text,
        box,
        min(part.size for part in parts),
        compare(text, campaign, day),
        hit.recognised,
    )


def _spaced(letters: str, wanted: str) -> str:
    """Return letters with the spaces and signs of the text that they stand for."""
    plan = [(at, char) for at, char in enumerate(wanted) if char.isalnum()]
    matcher = difflib.SequenceMatcher(None, letters.casefold(), "".join(char for _, char in plan).casefold(), autojunk=False)
    home: dict[int, int] = {}
    for block in matcher.get_matching_blocks():
        for step in range(block.size):
            home[block.a + step] = plan[block.b + step][0]
    parts: list[str] = []
    last = -1
    for number, letter in enumerate(letters):
        at = home.get(number)
        if at is not None:
            parts.append("".join(char for char in wanted[last + 1 : at] if not char.isalnum()))
            last = at
        parts.append(letter)
    if last >= 0:
        parts.append("".join(char for char in wanted[last + 1 :] if not char.isalnum()))
    return "".join(parts).strip()
