"""The `.cover` container: which entries it has, and that they agree with its manifest, its hashes and its document."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import BinaryIO, cast

from coverkit import __version__
from coverkit.datafile import Table
from coverkit.errors import InputError, OutputError
from coverkit.i18n import tr
from coverkit.model.entrance import cleaned_text, wanted_text
from coverkit.model.storage import archive, strict_json
from coverkit.model.storage.bundle import Asset, CoverFile
from coverkit.model.storage.schema import decode, encode, newer

MIMETYPE = b"application/vnd.coverkit.cover+zip"
SCHEMA = 2
"""2 has the design inside."""
_TYPE, _MANIFEST, _DOCUMENT = "mimetype", "manifest.json", "document.json"
_CAMPAIGN, _DESIGN, _THUMBNAIL = "campaign.campaign", "design.toml", "thumbnail.png"
_ASSET = re.compile(r"assets/([0-9a-f]{64})\.[a-z]{3,4}")
_FONT = re.compile(r"fonts/([^/]+)")
_PACKED = frozenset({_MANIFEST, _DOCUMENT})
_PNG = b"\x89PNG\r\n\x1a\n"


def write_bytes(cover: CoverFile) -> bytes:
    """Return a cover as the bytes of a `.cover` file; the same cover gives the same bytes.

    Raises:
        InputError: the document is wrong in itself; the message names the place.
        OutputError: it is larger than a cover may be.
    """
    stream = io.BytesIO()
    write_entries(entries_of(cover), stream)
    return stream.getvalue()


def read_bytes(data: bytes, name: str) -> CoverFile:
    """Return the cover in the bytes of a `.cover` file; messages call it `name`.

    Raises:
        InputError: it is no cover, newer than this program, damaged, oversized or hostile.
    """
    return read_stream(io.BytesIO(data), name)


def entries_of(cover: CoverFile) -> Mapping[str, bytes]:
    """Return the entries of a cover's file, in their order; raises as `write_bytes` does, before anything is written."""
    document = encode(cover.document)
    file = tr("The cover")
    decode(document, file)
    assets = cover.used_assets(file)
    _check_thumbnail(cover, file)
    content = {_DOCUMENT: strict_json.dump(document)}
    content |= {f"assets/{sha256}.{asset.extension}": asset.data for sha256, asset in assets.items()}
    content |= {f"fonts/{name}": cover.fonts[name] for name in sorted(cover.fonts)}
    content |= {_CAMPAIGN: cover.campaign} if cover.campaign is not None else {}
    content |= {_DESIGN: cover.design} if cover.design is not None else {}
    content |= {_THUMBNAIL: cover.thumbnail} if cover.thumbnail is not None else {}
    entries = {_TYPE: MIMETYPE, _MANIFEST: _manifest(content, assets), **content}
    _check_writable(entries, assets)
    return entries


def write_entries(entries: Mapping[str, bytes], stream: BinaryIO) -> None:
    """Write the entries of a cover to a stream that can seek."""
    archive.write(entries, _PACKED, stream)


def read_stream(stream: BinaryIO, name: str) -> CoverFile:
    """Return the cover in a stream that can seek; raises as `read_bytes` does."""
    package = archive.Archive(stream, name)
    if _TYPE not in package.names or package.read(_TYPE, limit=10_000).strip() != MIMETYPE:
        raise InputError(
            tr("{file} is a package of another program.", file=name),
            tr("Open a file that CoverKit saved; its name ends in .cover."),
        )
    listed = _listed(package, name)
    for entry in package.names:
        if entry not in (_TYPE, _MANIFEST) and entry not in listed:
            raise archive.refused(name, tr("“{entry}” is not in its list", entry=entry))
    raw = strict_json.parse(_verified(package, _DOCUMENT, listed, name), f"{name}: {_DOCUMENT}")
    document = decode(raw, name)
    content = {entry: _verified(package, entry, listed, name) for entry in sorted(listed) if entry != _DOCUMENT}
    cover = CoverFile(
        document=document,
        assets=MappingProxyType(dict(_assets(content, listed, name))),
        fonts=MappingProxyType({match[1]: content[entry] for entry in content if (match := _FONT.fullmatch(entry))}),
        campaign=content.get(_CAMPAIGN),
        design=content.get(_DESIGN),
        thumbnail=content.get(_THUMBNAIL),
    )
    cover.used_assets(name)
    _check_thumbnail(cover, name)
    return cover


def _check_thumbnail(cover: CoverFile, file: str) -> None:
    if cover.thumbnail is not None and not cover.thumbnail.startswith(_PNG):
        raise archive.refused(file, tr("its thumbnail is not a PNG picture"))


def _manifest(content: Mapping[str, bytes], assets: Mapping[str, Asset]) -> bytes:
    entries = {name: _stated(data) for name, data in content.items()}
    for sha256, asset in assets.items():
        entries[f"assets/{sha256}.{asset.extension}"]["name"] = cleaned_text(asset.name)
    return strict_json.dump({"schema": SCHEMA, "coverkit": __version__, "entries": entries})


def _stated(data: bytes) -> dict[str, object]:
    return {"sha256": hashlib.sha256(data).hexdigest(), "size": len(data)}


def _check_writable(entries: Mapping[str, bytes], assets: Mapping[str, Asset]) -> None:
    """Hold what is written to the bounds of what is read: nobody shall save what cannot be opened."""
    largest = max(entries, key=lambda name: len(entries[name]))
    json_size = max(len(entries[_MANIFEST]), len(entries[_DOCUMENT]))
    total = sum(map(len, entries.values()))
    too_large = len(entries[largest]) > archive.LARGEST or total > archive.LARGEST_TOTAL or json_size > strict_json.LARGEST
    if too_large or len(entries) > archive.MOST_ENTRIES:
        raise OutputError(
            tr("The cover is too large to be saved: {size} MB.", size=total // 1_000_000),
            tr("Use smaller or fewer pictures. The largest part is “{entry}”.", entry=largest),
        )
    for sha256, asset in assets.items():
        if hashlib.sha256(asset.data).hexdigest() != sha256 or wanted_text(cleaned_text(asset.name)):
            raise InputError(tr("The picture “{name}” was changed.", name=asset.name[:80]), tr("Put it into the cover again."))
    _check_names(entries)


def _check_names(entries: Mapping[str, bytes]) -> None:
    taken: set[str] = set()
    for name in entries:
        if name.casefold() in taken or not _is_known(name) or not archive.is_plain_name(name):
            raise InputError(tr("“{name}” cannot be the name of a font file.", name=name), tr("Rename the font file."))
        taken.add(name.casefold())


def _is_known(name: str) -> bool:
    fixed = (_TYPE, _MANIFEST, _DOCUMENT, _CAMPAIGN, _DESIGN, _THUMBNAIL)
    return name in fixed or bool(_ASSET.fullmatch(name) or _FONT.fullmatch(name))


def _listed(package: archive.Archive, name: str) -> Mapping[str, Table]:
    """Return what the manifest says of each entry."""
    data = strict_json.parse(package.read(_MANIFEST, limit=strict_json.LARGEST), f"{name}: {_MANIFEST}")
    table = Table(data if isinstance(data, dict) else {}, f"{name}: {_MANIFEST}")
    schema = table.integer("schema")
    if schema > SCHEMA:
        raise newer(name)
    if schema < 1:
        raise table.wrong("schema", tr("a number from {least}", least=1))
    table.text("coverkit")
    listed = table.table("entries")
    table.finish()
    known = {entry: listed.table(entry) for entry in listed.keys()}  # noqa: SIM118 - a Table is no mapping
    if unknown := [entry for entry in known if not _is_known(entry)]:
        raise archive.refused(name, tr("“{entry}” does not belong in a cover", entry=unknown[0]))
    return known


def _verified(package: archive.Archive, entry: str, listed: Mapping[str, Table], name: str) -> bytes:
    if entry not in listed:
        raise archive.damaged(name, tr("“{entry}” is missing", entry=entry))
    table = listed[entry]
    data = package.read(entry, limit=strict_json.LARGEST if entry in _PACKED else archive.LARGEST)
    if table.integer("size") != len(data) or table.text("sha256") != hashlib.sha256(data).hexdigest():
        raise archive.damaged(name, tr("“{entry}” is not what was saved", entry=entry))
    if not _ASSET.fullmatch(entry):
        table.finish()
    return data


def _assets(content: Mapping[str, bytes], listed: Mapping[str, Table], name: str) -> Iterator[tuple[str, Asset]]:
    for entry, data in content.items():
        if match := _ASSET.fullmatch(entry):
            table = listed[entry]
            title = cleaned_text(table.text("name"))
            if table.text("sha256") != match[1] or wanted_text(title):
                raise archive.refused(name, tr("“{entry}” has a wrong name", entry=entry))
            table.finish()
            yield cast("str", match[1]), Asset(data, title)
