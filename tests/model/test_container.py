"""The `.cover` container: what goes in comes out, the same cover is the same bytes, and hostile files stay outside."""

from __future__ import annotations

import hashlib
import io
import json
import struct
import tracemalloc
import warnings
import zipfile
from collections.abc import Callable
from dataclasses import replace
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coverkit.errors import InputError, OutputError
from coverkit.model.document import Document, Element
from coverkit.model.storage import archive
from coverkit.model.storage.bundle import Asset, CoverFile
from coverkit.model.storage.container import MIMETYPE, read_bytes, write_bytes
from coverkit.model.values import PictureValue
from tests.model.samples import COVER, DOCUMENT, PHOTO, PHOTO_SHA, PNG, documents

DATA = write_bytes(COVER)
ASSET = f"assets/{PHOTO_SHA}.jpg"
Change = Callable[[zipfile.ZipInfo, bytes], tuple[zipfile.ZipInfo, bytes] | None]


def repacked(change: Change, extra: dict[str, bytes] | None = None, seal: bool = False) -> bytes:
    """Return the sample cover with entries changed, left out (None) or added; `seal` corrects the manifest to match."""
    with zipfile.ZipFile(io.BytesIO(DATA)) as source:
        entries = [change(info, source.read(info)) for info in source.infolist()]
    kept = [entry for entry in entries if entry] + [(zipfile.ZipInfo(name), data) for name, data in (extra or {}).items()]
    if seal:
        kept = [(info, _sealed(kept) if info.filename == "manifest.json" else data) for info, data in kept]
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as out, warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        for info, data in kept:
            out.writestr(info, data)
    return target.getvalue()


def _sealed(kept: list[tuple[zipfile.ZipInfo, bytes]]) -> bytes:
    manifest = next(json.loads(data) for info, data in kept if info.filename == "manifest.json")
    old = manifest["entries"]
    manifest["entries"] = {
        info.filename: {**old.get(info.filename, {}), "sha256": hashlib.sha256(data).hexdigest(), "size": len(data)}
        for info, data in kept
        if info.filename not in ("mimetype", "manifest.json")
    }
    return json.dumps(manifest).encode()


def keep(info: zipfile.ZipInfo, data: bytes) -> tuple[zipfile.ZipInfo, bytes]:
    return info, data


def content(name: str, change: Callable[[bytes], bytes]) -> Change:
    return lambda info, data: (info, change(data)) if info.filename == name else (info, data)


def in_json(name: str, change: Callable[[dict[str, Any]], object]) -> Change:
    def apply(data: bytes) -> bytes:
        found = json.loads(data)
        change(found)
        return json.dumps(found).encode()

    return content(name, apply)


def refused(data: bytes, words: str | None = None) -> InputError:
    with pytest.raises(InputError, match=words) as caught:
        read_bytes(data, "số-9.cover")
    assert "số-9.cover" in caught.value.message
    assert caught.value.remedy
    return caught.value


def read_or_refuse(data: bytes) -> CoverFile | None:
    """Return the cover, or None where it is refused; any other failure is one of the test."""
    try:
        return read_bytes(data, "a.cover")
    except InputError:
        return None


def test_round_trip_of_everything() -> None:
    assert read_bytes(DATA, "a.cover") == COVER


@given(documents)
@settings(max_examples=60)
def test_round_trip_of_any_document(document: Document) -> None:
    cover = replace(COVER, document=document, assets=COVER.assets if document.pictures() else MappingProxyType({}))
    data = write_bytes(cover)
    again = read_bytes(data, "a.cover")
    assert again == cover
    assert write_bytes(again) == data


def test_same_cover_same_bytes_whatever_the_order() -> None:
    fonts = {"b.ttf": b"b", "a.ttf": b"a"}
    one = replace(COVER, fonts=MappingProxyType(fonts))
    two = replace(COVER, fonts=MappingProxyType(dict(reversed(fonts.items()))))
    assert write_bytes(one) == write_bytes(two)
    assert write_bytes(COVER) == DATA


def test_the_type_stands_where_file_managers_look_and_pictures_are_stored() -> None:
    assert DATA[30:38] == b"mimetype"
    assert DATA[38 : 38 + len(MIMETYPE)] == MIMETYPE
    assert PHOTO in DATA
    with zipfile.ZipFile(io.BytesIO(DATA)) as package:
        names = package.namelist()
        assert names[:4] == ["mimetype", "manifest.json", "document.json", ASSET]
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert package.testzip() is None
        manifest = json.loads(package.read("manifest.json"))
    assert sorted(manifest["entries"]) == sorted(names[2:])
    assert manifest["entries"][ASSET]["name"] == "hồ Tà Đùng.jpg"


def test_unused_pictures_do_not_travel() -> None:
    cover, sha256 = COVER.with_picture(b"MM\0*another", "/home/hoa/riêng.tif")
    assert cover.assets[sha256] == Asset(b"MM\0*another", "riêng.tif")
    assert write_bytes(cover) == DATA


@pytest.mark.parametrize(
    ("data", "extension"),
    [(PNG, "png"), (b"II*\0", "tif"), (b"MM\0*", "tif"), (b"RIFF\0\0\0\0WEBPVP8 ", "webp"), (PHOTO, "jpg"), (b"GIF89a", "bin")],
)
def test_pictures_are_named_by_content(data: bytes, extension: str) -> None:
    assert Asset(data, "x.doc").extension == extension


def test_any_byte_changed_is_found_or_does_not_matter() -> None:
    changed = bytearray(DATA)
    harmless = 0
    for place in range(len(DATA)):
        changed[place] ^= 1 << place % 8
        cover = read_or_refuse(bytes(changed))
        assert cover in (None, COVER), f"another cover: byte {place}"
        harmless += cover is not None
        changed[place] = DATA[place]
    # Dates, versions and attributes of some fifty bytes for each of eight entries.
    assert harmless < 8 * 60


@given(st.lists(st.tuples(st.integers(0, len(DATA) - 1), st.binary(min_size=1, max_size=4)), min_size=1, max_size=4))
@settings(max_examples=150, deadline=None)
def test_bytes_written_over_never_crash(patches: list[tuple[int, bytes]]) -> None:
    changed = bytearray(DATA)
    for place, patch in patches:
        changed[place : place + len(patch)] = patch
    assert read_or_refuse(bytes(changed)) in (None, COVER)


def test_cut_off_anywhere_is_refused() -> None:
    picture = PHOTO + bytes(20_000)
    cover, sha256 = replace(COVER, assets=MappingProxyType({})).with_picture(picture, "a.jpg")
    element = Element("photo", values=MappingProxyType({"picture": PictureValue(sha256, "a.jpg")}))
    data = write_bytes(replace(cover, document=replace(DOCUMENT, elements=(element,))))
    for end in (*range(0, len(data), 1024), len(data) - 1):
        refused(data[:end])


def test_what_is_no_cover() -> None:
    refused(b"%PDF-1.7 " + bytes(500), "is not a cover file")
    refused(b"", "is not a cover file")
    refused(DATA[:2000], "it is cut short")
    refused(repacked(content("mimetype", lambda _: b"application/epub+zip")), "another program")
    refused(repacked(lambda info, data: None if info.filename == "mimetype" else (info, data)), "another program")


def test_junk_before_the_archive_does_not_matter() -> None:
    assert read_bytes(b"#!/bin/sh\n" + DATA, "a.cover") == COVER


def test_newer_files_are_told_from_damaged_ones() -> None:
    newer = in_json("manifest.json", lambda data: data.update(schema=99, entries="unheard of"))
    assert "newest" in refused(repacked(newer), "newer CoverKit").remedy
    newer = in_json("document.json", lambda data: data.update(schema=99, pages=[]))
    refused(repacked(newer, seal=True), "newer CoverKit")
    refused(repacked(in_json("manifest.json", lambda data: data.update(schema=0))), "schema")


@pytest.mark.parametrize("name", ["document.json", "manifest.json", ASSET, "campaign.campaign"])
def test_missing_entries(name: str) -> None:
    refused(repacked(lambda info, data: None if info.filename == name else (info, data)), "is missing")


def test_pictures_that_the_document_uses_must_be_inside() -> None:
    data = repacked(lambda info, data: None if info.filename == ASSET else (info, data), seal=True)
    refused(data, f"uses a picture that is not in it: {PHOTO_SHA}")
    with pytest.raises(InputError, match=PHOTO_SHA):
        write_bytes(CoverFile(DOCUMENT))


def test_content_that_is_not_what_the_manifest_states() -> None:
    refused(repacked(content(ASSET, lambda data: data + b"x")), "not what was saved")
    wrong = in_json("manifest.json", lambda data: data["entries"][ASSET].update(size=1))
    refused(repacked(wrong), "not what was saved")
    wrong = in_json("manifest.json", lambda data: data["entries"]["document.json"].update(sha256="0" * 64))
    refused(repacked(wrong), "not what was saved")
    refused(repacked(content(ASSET, lambda data: data + b"x"), seal=True), "wrong name")
    refused(repacked(content("thumbnail.png", lambda _: b"<svg/>"), seal=True), "not a PNG picture")
    wrong = in_json("manifest.json", lambda data: data["entries"]["document.json"].update(name="x"))
    refused(repacked(wrong), "name")


def test_entries_that_are_not_listed() -> None:
    refused(repacked(keep, {"fonts/extra.ttf": b"x"}), "not in its list")
    refused(repacked(keep, {"macro.py": b"x"}, seal=True), "does not belong in a cover")
    refused(repacked(keep, {"assets/x.jpg": b"x"}, seal=True), "does not belong in a cover")


@pytest.mark.parametrize(
    "name",
    [
        "../escape",
        "fonts/../../escape",
        "/etc/passwd",
        "fonts\\a.ttf",
        "C:/a.ttf",
        "fonts//a.ttf",
        "fonts/./a.ttf",
        "fonts/a.ttf.",
        "fonts/a\n.ttf",
        "fonts/" + "a" * 300,
        "fonts/ho\u0302\u0300.ttf",
        "fonts/folder/",
    ],
)
def test_names_that_lead_elsewhere(name: str) -> None:
    refused(repacked(keep, {name: b""}, seal=True), "is refused")


def test_a_name_with_a_nul_is_not_cut_there() -> None:
    data = repacked(keep, {"fonts/a.ttfXx": b"x"}, seal=True).replace(b"fonts/a.ttfXx", b"fonts/a.ttf\0x")
    refused(data, "not a plain file name")


def test_duplicates_in_any_case() -> None:
    refused(repacked(keep, {"document.json": b"{}"}), "a file twice")
    refused(repacked(keep, {"Document.JSON": b"{}"}), "a file twice")


def _with_method(info: zipfile.ZipInfo, method: int) -> zipfile.ZipInfo:
    info.compress_type = method
    return info


def test_links() -> None:
    link = zipfile.ZipInfo("fonts/a.ttf")
    link.external_attr = 0o120777 << 16
    refused(repacked(lambda info, data: (link, b"/etc/passwd") if info.filename == ASSET else (info, data), seal=True), "link")


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_strange_packings(method: int) -> None:
    refused(repacked(lambda info, data: (_with_method(info, method), data)), "packed in a way")


def test_locked_entries() -> None:
    start = DATA.rindex(b"PK\1\2")
    refused(DATA[: start + 8] + b"\1" + DATA[start + 9 :], "packed in a way")


def test_too_many_and_too_large() -> None:
    refused(repacked(keep, {f"fonts/{number}.ttf": b"" for number in range(401)}), "too many files")
    start = DATA.rindex(b"PK\1\2")
    size = struct.pack("<LL", 300_000_000, 300_000_000)
    refused(DATA[: start + 20] + size + DATA[start + 28 :], "is too large")


def test_bombs_are_refused_before_they_are_unpacked() -> None:
    bomb = zipfile.ZipInfo("fonts/a.ttf")
    bomb.compress_type = zipfile.ZIP_DEFLATED
    data = repacked(
        lambda info, data: (bomb, bytes(65_000_000)) if info.filename.startswith("fonts/") else (info, data), seal=True
    )
    assert len(data) < 100_000
    _refused_in_little_memory(data, "its content is too large")
    # The same with a lie about its size: reading stops at what is stated.
    place = data.rindex(b"fonts/a.ttf") - 46
    assert data[place : place + 4] == b"PK\1\2"
    lie = data[: place + 24] + struct.pack("<L", 1000) + data[place + 28 :]
    _refused_in_little_memory(lie, "is damaged")
    bomb.filename = bomb.orig_filename = "manifest.json"
    bomb.file_size = 0
    nested = repacked(lambda info, data: (bomb, b"[" * 20_000_000) if info.filename == "manifest.json" else (info, data))
    _refused_in_little_memory(nested, "is too large")


def _refused_in_little_memory(data: bytes, words: str) -> None:
    tracemalloc.start()
    refused(data, words)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 10_000_000


def test_a_directory_of_any_size_is_not_read() -> None:
    end = DATA[-22:]
    huge = end[:12] + struct.pack("<L", 500_000_000) + end[16:]
    refused(DATA[:-22] + huge, "too many files")
    locator = struct.pack("<4sLQL", b"PK\6\7", 0, 0, 1)
    refused(DATA[:-22] + locator + end, "too many files")


def test_entries_over_one_another() -> None:
    last = DATA.rindex(b"PK\1\2")
    # Two names for one piece: the last entry begins where the one before does.
    before = DATA.rindex(b"PK\3\4", 0, DATA.rindex(b"PK\3\4"))
    refused(DATA[: last + 42] + struct.pack("<L", before) + DATA[last + 46 :])
    with zipfile.ZipFile(io.BytesIO(DATA)) as package:
        found = package.infolist()
    found[-1].header_offset = found[-2].header_offset + 5
    with pytest.raises(InputError, match="over one another"):
        archive._check_layout(found, len(DATA), last, "a.cover")


@pytest.mark.parametrize("name", ["manifest.json", "document.json"])
@pytest.mark.parametrize("wrong", [b"\xff", b"{", b"[]", b"[" * 50_000, b'{"schema": 1, "schema": 1}', b'{"schema": NaN}'])
def test_damaged_json_inside(name: str, wrong: bytes) -> None:
    refused(repacked(content(name, lambda _: wrong), seal=name == "document.json"))


def test_what_could_not_be_read_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    for wrong in (
        replace(COVER, document=replace(DOCUMENT, printer="No Such")),
        replace(COVER, fonts=MappingProxyType({"../a.ttf": b""})),
        replace(COVER, fonts=MappingProxyType({"a.ttf": b"", "A.ttf": b""})),
        replace(COVER, assets=MappingProxyType({PHOTO_SHA: Asset(PHOTO + b"x", "a.jpg")})),
        replace(COVER, assets=MappingProxyType({PHOTO_SHA: Asset(PHOTO, "a\0.jpg")})),
        replace(COVER, thumbnail=b"<svg/>"),
    ):
        with pytest.raises(InputError) as caught:
            write_bytes(wrong)
        assert caught.value.remedy
    for name, limit in (("LARGEST", 800), ("LARGEST_TOTAL", 2000), ("MOST_ENTRIES", 5)):
        with monkeypatch.context() as patch:
            patch.setattr(archive, name, limit)
            with pytest.raises(OutputError, match="too large"):
                write_bytes(COVER)
