"""One pass over all objects of a file: filters, external streams, actions, and kinds of XObjects that print must not meet."""

from __future__ import annotations

from collections import defaultdict
from types import MappingProxyType

import pikepdf

from coverkit.facts.pdf import ObjectFacts
from coverkit.preflight import values
from coverkit.preflight.limits import LONGEST_NAME, MAX_OBJECTS
from coverkit.preflight.reach import reachable
from coverkit.preflight.streams import filters

ACTIONS = frozenset(
    (
        *("GoTo", "GoToR", "GoToE", "GoToDp", "Launch", "Thread", "URI", "Sound", "Movie", "Hide", "Named", "SubmitForm"),
        *("ResetForm", "ImportData", "JavaScript", "SetOCGState", "Rendition", "Trans", "GoTo3DView", "RichMediaExecute"),
    )
)
_USUAL = frozenset(("FlateDecode", "DCTDecode", "ASCII85Decode", "ASCIIHexDecode", "RunLengthDecode", "CCITTFaxDecode"))
_EXTERNAL = ("/F", "/FFilter", "/FDecodeParms")
_ODD = frozenset((*_EXTERNAL, "/Subtype", "/Subtype2", "/PS", "/Ref", "/OPI", "/Alternates", "/Name"))
_NEWER = {
    ("Page", "/UserUnit"): "1.6",
    ("Page", "/OutputIntents"): "2.0",
    ("Page", "/DPart"): "2.0",
    ("ExtGState", "/HTO"): "2.0",
    ("ExtGState", "/UseBlackPtComp"): "2.0",
    ("Image", "/SMaskInData"): "1.5",
    ("OpenType", "/Subtype"): "1.6",
    ("Annot", "/BM"): "2.0",
    ("Annot", "/ca"): "2.0",
}
"""The version of PDF that a key came with, for keys that change what is printed; by the Type or Subtype of what holds it."""
_NEWER_KEYS = frozenset(key for _, key in _NEWER)
NEWER_IN_STATE = tuple((key, version) for (kind, key), version in _NEWER.items() if kind == "ExtGState")
_COUNTING = _ODD | {key for _, key in _NEWER} | {"/Filter", "/Type", "/AA", "/A", "/S", "/Group"}


class ObjectScan:
    """What the pass has found so far."""

    def __init__(self) -> None:
        self.filters: dict[str, list[int]] = {}
        self.found: dict[str, list[int]] = defaultdict(list)
        self.actions: list[tuple[int, str]] = []
        self.newer: list[tuple[int, str, str]] = []
        self.count = 0
        self.has_object_streams = False
        self.complete = True

    def facts(self) -> ObjectFacts:
        """Return what was found."""
        found = self.found
        return ObjectFacts(
            filters=MappingProxyType({name: tuple(numbers) for name, numbers in self.filters.items()}),
            external=tuple(found["external"]),
            actions=tuple(self.actions),
            newer=tuple(self.newer),
            additional_actions=tuple(found["additional"]),
            postscript=tuple(found["postscript"]),
            references=tuple(found["references"]),
            opi=tuple(found["opi"]),
            alternates=tuple(found["alternates"]),
            printing_alternates=tuple(found["printing"]),
            embedded=tuple(found["embedded"]),
            transparency_groups=tuple(found["groups"]),
            long_names=tuple(found["long names"]),
            count=self.count,
            complete=self.complete,
        )

    @property
    def is_doubtful(self) -> bool:
        """Something was found that a file for print may not hold."""
        return bool(self.actions or self.newer or set(self.found) - {"groups"} or set(self.filters) - _USUAL)

    def keep(self, numbers: frozenset[int]) -> None:
        """Forget what was found in other objects than these."""
        self.filters = {
            name: kept for name, listed in self.filters.items() if (kept := [one for one in listed if one in numbers])
        }
        self.found = defaultdict(list, {what: [one for one in listed if one in numbers] for what, listed in self.found.items()})
        self.actions = [(number, kind) for number, kind in self.actions if number in numbers]
        self.newer = [one for one in self.newer if one[0] in numbers]

    def look_at(self, thing: object, number: int) -> None:
        """Take one object into account."""
        is_stream = isinstance(thing, pikepdf.Stream)
        # Most objects have none of the keys that count; asking for each of them takes longer than listing what is there.
        there = _COUNTING.intersection(values.keys(thing))
        if is_stream:
            self._stream(thing, number, there)
        if not there:
            return
        self._action(thing, number, there)
        self._newer(thing, number, there)
        if "/AA" in there and values.get(thing, "/AA") is not None:
            self.found["additional"].append(number)
        if "/Group" in there and values.name(values.get(values.get(thing, "/Group"), "/S")) == "Transparency":
            self.found["groups"].append(number)

    def _action(self, thing: object, number: int, there: frozenset[str]) -> None:
        own = [(thing, False)] if "/S" in there else []
        for action, is_told in (*own, *([(values.get(thing, "/A"), True)] if "/A" in there else [])):
            kind = values.name(values.get(action, "/S"))
            named = values.name(values.get(action, "/Type"))
            # A page's transition is named Trans too, and a layout attribute under /A has an owner; neither is an action.
            known = kind in ACTIONS and (kind != "Trans" or named == "Action")
            if kind and named in ("", "Action") and (known or (is_told and values.get(action, "/O") is None)):
                self.actions.append((number, kind))

    def _newer(self, thing: object, number: int, there: frozenset[str]) -> None:
        keys = there & _NEWER_KEYS
        if not keys:
            return
        kinds = {values.name(values.get(thing, key)) for key in ("/Type", "/Subtype")}
        # A Type may be left out where an annotation's place in the file says what it is; it has a Rect then.
        kinds |= {"Annot"} if values.get(thing, "/Rect") is not None else set()
        self.newer += [
            (number, key, version)
            for (kind, key), version in _NEWER.items()
            if kind in kinds and key in keys and values.get(thing, key) is not None
        ]

    def _stream(self, stream: object, number: int, there: frozenset[str]) -> None:
        for name in filters(stream) if "/Filter" in there else ():
            self.filters.setdefault(name, []).append(number)
        kind = values.name(values.get(stream, "/Type")) if "/Type" in there else ""
        self.has_object_streams = self.has_object_streams or kind == "ObjStm"
        if kind == "EmbeddedFile":
            self.found["embedded"].append(number)
        if not there.isdisjoint(_ODD):
            self._oddities(stream, number, there)

    def _oddities(self, stream: object, number: int, there: frozenset[str]) -> None:
        if any(key in there and values.get(stream, key) is not None for key in _EXTERNAL):
            self.found["external"].append(number)
        subtypes = {values.name(values.get(stream, key)) for key in ("/Subtype", "/Subtype2")}
        if "PS" in subtypes or values.get(stream, "/PS") is not None:
            self.found["postscript"].append(number)
        for key, found in (("/Ref", "references"), ("/OPI", "opi"), ("/Alternates", "alternates")):
            if key in there and values.get(stream, key) is not None:
                self.found[found].append(number)
        listed = values.items(values.get(stream, "/Alternates"))
        if any(values.boolean(values.get(one, "/DefaultForPrinting")) for one in listed):
            self.found["printing"].append(number)
        if len(values.name(values.get(stream, "/Name")).encode("utf-8", "replace")) > LONGEST_NAME:
            self.found["long names"].append(number)


def scan(pdf: pikepdf.Pdf) -> ObjectScan:
    """Look at every object of a file, up to the limit; damaged ones are passed over."""
    found = ObjectScan()
    try:
        for thing in pdf.objects:
            found.count += 1
            if found.count > MAX_OBJECTS:
                found.complete = False
                break
            key = values.identity(thing)
            found.look_at(thing, key[0] if key else 0)
    except values.DAMAGE:
        found.complete = False
    if found.is_doubtful:
        numbers = reachable(pdf.trailer)
        if numbers is not None:
            found.keep(numbers)
    return found
