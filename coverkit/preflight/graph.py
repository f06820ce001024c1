"""Digests of objects with all that they refer to, whatever numbers the objects have and however their streams are packed."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Collection

import pikepdf

from coverkit.facts.digest import Plain, digest
from coverkit.preflight import values
from coverkit.preflight.streams import TooLargeError, decoded, filters, raw, sha256

_DEEPEST = 60
_PACKING = frozenset(("/Length", "/Filter", "/DecodeParms", "/DL"))
_OPENED = frozenset(("FlateDecode", "LZWDecode", "ASCII85Decode", "ASCIIHexDecode", "RunLengthDecode"))
_MOST_KEPT = 256

_unpacked: OrderedDict[str, str] = OrderedDict()
"""Digests of unpacked streams by digests of packed ones: the same profile and fonts lie in cover after cover."""


class Digests:
    """The digests of one file's objects, each made once."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        self._made: dict[tuple[int, int], str] = {}
        self._open: dict[tuple[int, int], int] = {}

    def of(self, value: object, without: Collection[str] = ()) -> str:
        """Return the digest of a value; of a dictionary without some of its keys (given with their slash)."""
        return digest(self._plain(value, 0, frozenset(without)))

    def content(self, value: object) -> str:
        """Return the digest of a page's content: one stream or several, which count as one text."""
        whole = hashlib.sha256()
        for index, stream in enumerate(values.items(value) or [value]):
            if stream is None:
                continue
            whole.update(b"\n" if index else b"")
            try:
                whole.update(self._clean(stream))
            except TooLargeError:
                whole.update(b"packed " + raw(stream))
        return whole.hexdigest()

    def _clean(self, stream: object) -> bytes:
        """Return a stream's bytes without its filters; what the reader had to mend does not pass for whole."""
        self._pdf.get_warnings()
        data = decoded(stream)
        if self._pdf.get_warnings():
            raise TooLargeError("mended")
        return data

    def _plain(self, value: object, depth: int, without: frozenset[str] = frozenset()) -> Plain:
        key = values.identity(value)
        if key is None:
            return self._written(value, depth, without)
        if key in self._open:
            return f"/up {depth - self._open[key]}"
        if without or key not in self._made:
            self._open[key] = depth
            made = digest(self._written(value, depth, without))
            del self._open[key]
            if without:
                return made
            self._made[key] = made
        return self._made[key]

    def _written(self, value: object, depth: int, without: frozenset[str]) -> Plain:
        if depth > _DEEPEST:
            return "/deep"
        if isinstance(value, pikepdf.Array):
            return [self._plain(item, depth + 1) for item in values.items(value)]
        if isinstance(value, pikepdf.Stream):
            return self._stream(value, depth, without)
        if isinstance(value, pikepdf.Dictionary):
            return self._entries(value, depth, without)
        return values.plain(value)

    def _entries(self, value: object, depth: int, without: frozenset[str]) -> dict[str, Plain]:
        return {
            key: self._resources(item, depth + 1) if key == "/Resources" else self._plain(item, depth + 1)
            for key, item in values.entries(value)
            if key not in without and not _leads_up(key, item)
        }

    def _resources(self, value: object, depth: int) -> Plain:
        """Sealed art brings thousands of numbers in resources that refer to nothing; they are known again by their bytes."""
        return values.digest_of(value) if values.is_closed(value) else self._plain(value, depth)

    def _stream(self, value: object, depth: int, without: frozenset[str]) -> Plain:
        if not _OPENED.issuperset(filters(value)):
            return [self._entries(value, depth, without | {"/Length"}), _hashed(value).hexdigest()]
        return [self._entries(value, depth, without | _PACKING), self._data(value)]

    def _data(self, stream: object) -> str:
        key = _hashed(stream, filters(stream), values.plain(values.get(stream, "/DecodeParms"))).hexdigest()
        found = _unpacked.get(key)
        if found is None:
            try:
                found = sha256(self._clean(stream))
            except TooLargeError:
                found = f"packed {key}"
            _unpacked[key] = found
            if len(_unpacked) > _MOST_KEPT:
                _unpacked.popitem(last=False)
        return found


def _hashed(stream: object, *how: object) -> hashlib._Hash:
    """Return the hash of how a stream is packed, and of its bytes as they lie in the file; they are not copied for it."""
    found = hashlib.sha256(repr(how).encode())
    try:
        found.update(memoryview(stream.get_raw_stream_buffer()) if isinstance(stream, pikepdf.Stream) else b"")
    except values.DAMAGE:
        found.update(b"lost")
    return found


def _leads_up(key: str, item: object) -> bool:
    """Tell whether an entry leads back to a node above or to the page: what lies there is digested from above."""
    return key == "/Parent" or (key == "/P" and values.is_dictionary(item))
