"""Hostile and damaged packages: a sentence each, nothing written, memory bounded."""

from __future__ import annotations

import io
import os
import struct
import subprocess
import sys
import time
import unicodedata
import warnings
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coverkit.campaigns import library
from coverkit.campaigns.package import BOUNDS, LARGEST_FILE, folder_files, zip_bytes, zip_files
from coverkit.campaigns.reader import read
from coverkit.errors import InputError
from tests.campaigns.samples import PLAIN, SEALED, of_version, packed, written

GOOD = zip_bytes(SEALED)
TOML = PLAIN["campaign.toml"]
PNG = b"\x89PNG\r\n\x1a\n"
MEGABYTES = 200


def with_entry(name: str, data: bytes = b"x") -> bytes:
    return packed([*SEALED.items(), (name, data)])


def link(name: str, target: bytes) -> bytes:
    entry = zipfile.ZipInfo(name)
    entry.create_system, entry.external_attr = 3, 0o120777 << 16
    return packed([*SEALED.items(), (entry, target)])


def twice(first: str, second: str) -> bytes:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # zipfile warns of a name given twice
        return packed([*SEALED.items(), (first, b"a"), (second, b"b")])


def bomb() -> bytes:
    return packed([*PLAIN.items(), ("art/more.pdf", b"%PDF-" + bytes(BOUNDS.largest + 1))], zipfile.ZIP_DEFLATED)


def many_bombs() -> bytes:
    piece = b"%PDF-" + bytes(BOUNDS.largest - 5)
    return packed([*PLAIN.items(), ("a.pdf", piece), ("b.pdf", piece)], zipfile.ZIP_DEFLATED)


def lying_size() -> bytes:
    data = bytearray(packed([*PLAIN.items(), ("art/more.pdf", b"%PDF-" + bytes(900_000))], zipfile.ZIP_DEFLATED))
    central = data.rindex(b"PK\1\2")
    data[central + 24 : central + 28] = struct.pack("<L", 10)
    return bytes(data)


def overlapping() -> bytes:
    data = bytearray(packed([*PLAIN.items(), ("a.md", b"a"), ("b.md", b"b")]))
    last = data.rindex(b"PK\1\2")
    before = data.rindex(b"PK\1\2", 0, last)
    data[last + 42 : last + 46] = data[before + 42 : before + 46]
    return bytes(data)


def encrypted() -> bytes:
    data = bytearray(GOOD)
    for head, flags in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        data[data.index(head) + flags] |= 1
    return bytes(data)


def other_files(**changes: bytes) -> bytes:
    return zip_bytes({**PLAIN, **{name.replace("__", "."): data for name, data in changes.items()}})


def campaign(old: bytes, new: bytes) -> bytes:
    assert old in TOML
    return zip_bytes({**PLAIN, "campaign.toml": TOML.replace(old, new, 1)})


HOSTILE: Mapping[str, tuple[Callable[[], bytes], str]] = {
    "way out": (lambda: with_entry("../evil.toml"), "plain file name"),
    "way out inside": (lambda: with_entry("art/../../evil.toml"), "plain file name"),
    "way out of Windows": (lambda: with_entry("..\\evil.toml"), "no campaign has|plain file name"),
    "absolute": (lambda: with_entry("/etc/evil.toml"), "plain file name|no campaign has"),
    "drive": (lambda: with_entry("C:evil.toml"), "plain file name|no campaign has"),
    "device": (lambda: with_entry("art/AUX.toml"), "not a plain file name"),
    "hidden": (lambda: with_entry(".ssh/config.txt"), "no campaign has"),
    "deep": (lambda: with_entry("a/b/c/d/e/f.txt"), "no campaign has"),
    "folder": (lambda: with_entry("art/", b""), "plain file name"),
    "link": (lambda: link("art/more.pdf", b"/etc/passwd"), "a link"),
    "not NFC": (lambda: with_entry(unicodedata.normalize("NFD", "băng.toml")), "plain file name"),
    "control": (lambda: with_entry("a\x1b[2J.toml"), "plain file name"),
    "long name": (lambda: with_entry("a" * 300 + ".toml"), "plain file name"),
    "twice": (lambda: twice("a.txt", "a.txt"), "twice"),
    "twice but for case": (lambda: twice("a.txt", "A.txt"), "twice"),
    "program": (lambda: with_entry("run.exe", b"MZ"), "no campaign has"),
    "nested zip": (lambda: with_entry("more.zip", GOOD), "no campaign has"),
    "nested zip under another name": (lambda: with_entry("art/more.png", GOOD), "not what its name says"),
    "nested campaign": (lambda: with_entry("more.campaign", GOOD), "no campaign has"),
    "picture of another kind": (lambda: with_entry("art/more.png", b"GIF89a"), "not what its name says"),
    "text that is none": (lambda: with_entry("more.txt", b"\xff\xfe"), "not what its name says"),
    "text with zeros": (lambda: with_entry("more.md", b"a\0b"), "cannot be shown"),
    "text that turns round": (lambda: with_entry("more.md", "a\u202eb".encode()), "cannot be shown"),
    "title that clears the screen": (lambda: campaign(b"12th", b"\\u001b[2J"), "cannot be shown"),
    "key without end": (lambda: campaign(b"schema = 1", b"schema = 1\n" + b"a" * 100_000 + b" = 1"), "not known here"),
    "key that clears the screen": (lambda: campaign(b"schema = 1", b'schema = 1\n"\x1b[2J" = 1'), "cannot be shown"),
    "large text": (lambda: with_entry("more.md", b"a" * 300_000), "is too large"),
    "bomb": (bomb, "is too large"),
    "bombs": (many_bombs, "content is too large"),
    "lying size": (lying_size, "damaged"),
    "overlapping": (overlapping, "over one another"),
    "encrypted": (encrypted, "packed in a way"),
    "bzip2": (lambda: packed(SEALED.items(), zipfile.ZIP_BZIP2), "packed in a way"),
    "too many": (lambda: packed((f"{number}.txt", b"") for number in range(500)), "too many files"),
    "comment at the end": (lambda: GOOD + b"x", "cut short"),
    "empty": (lambda: b"", "not a campaign package"),
    "no package": (lambda: b"%PDF-1.4", "not a campaign package"),
    "no campaign.toml": (lambda: packed([("slogans.toml", b"")]), "campaign.toml"),
    "no slogans": (lambda: zip_bytes({k: v for k, v in PLAIN.items() if k != "slogans.toml"}), "slogans.toml"),
    "no art": (lambda: zip_bytes({k: v for k, v in PLAIN.items() if k != "art/band.pdf"}), "art/band.pdf"),
    "newer": (lambda: campaign(b"schema = 1", b"schema = 2"), "newer CoverKit"),
    "older than the first": (lambda: campaign(b"schema = 1", b"schema = 0"), "schema"),
    "id with a way out": (lambda: campaign(b'id = "dak', b'id = "../dak'), "“id”"),
    "id of a device": (lambda: campaign(b'"dak-nong-dai-hoi-xii-2020"', b'"con"'), "“id”"),
    "version 0": (lambda: campaign(b"version = 1", b"version = 0"), "version"),
    "endless version": (lambda: campaign(b"version = 1", b"version = 0x" + b"f" * 9000), "version"),
    "long number": (lambda: campaign(b"version = 1", b"version = " + b"9" * 9000), "TOML"),
    "endless number": (lambda: campaign(b"clear_space_mm = 3.0", b"clear_space_mm = inf"), "clear_space_mm"),
    "no number": (lambda: campaign(b"clear_space_mm = 3.0", b"clear_space_mm = nan"), "clear_space_mm"),
    "deep list": (lambda: campaign(b"schema = 1", b"schema = " + b"[" * 50_000), "nested too deeply"),
    "deep table": (lambda: campaign(b"schema = 1", b"schema" + b".a" * 100_000 + b" = 1"), "nested too deeply"),
    "deep table in quotes": (lambda: campaign(b"schema = 1", b"schema" + b'."a"' * 50_000 + b" = 1"), "nested too deeply"),
    "art of no size": (lambda: other_files(**{"art/band__pdf": b"%PDF-1.4"}), "not sealed art"),
    "art of odd numbers": (
        lambda: other_files(**{"art/band__pdf": b"%PDF-/MediaBox [0 0 1.2.3 --] /TrimBox [0 0 1.2.3 --]"}),
        "not sealed art",
    ),
    "endless art": (
        lambda: other_files(
            **{"art/band__pdf": b"%PDF-" + b"/MediaBox [0 0 9 N] /TrimBox [0 0 9 N]".replace(b"N", b"9" * 400)}
        ),
        "not sealed art",
    ),
}


@pytest.mark.parametrize("case", list(HOSTILE))
def test_hostile_packages_are_refused_with_a_sentence(case: str) -> None:
    make, words = HOSTILE[case]
    with pytest.raises(InputError, match=words) as caught:
        library.from_zip(make(), "x.campaign")
    assert caught.value.message.startswith("x.campaign")
    assert len(caught.value.message) < 400
    assert caught.value.remedy


def outcome(data: bytes) -> Mapping[str, bytes] | None:
    """Read a package; None when it is refused with a sentence."""
    try:
        files = zip_files(data, "x.campaign")
        read(files, "x.campaign")
    except InputError:
        return None
    return files


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.binary(min_size=1, max_size=4)), min_size=1, max_size=4))
def test_damaged_packages_are_refused_or_not_changed(patches: list[tuple[int, bytes]]) -> None:
    data = bytearray(GOOD)
    for place, patch in patches:
        data[place : place + len(patch)] = patch
    found = outcome(bytes(data))
    assert found is None or found == SEALED


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(GOOD) - 1))
def test_packages_cut_off_are_refused(end: int) -> None:
    assert outcome(GOOD[:end]) is None


_NAMES = st.one_of(
    st.sampled_from(["campaign.toml", "slogans.toml", "seal.json", "art/band.pdf", "../a.toml", "a/../b.txt", "ẩ.txt"]),
    st.text(min_size=1, max_size=12).map(lambda text: text + ".txt"),
    st.text(st.characters(codec="utf-8"), min_size=1, max_size=20),
)
_CONTENTS = st.one_of(
    st.binary(max_size=60),
    st.sampled_from([TOML, PLAIN["slogans.toml"], PNG, SEALED["seal.json"], PLAIN["art/square.pdf"]]),
    st.text(st.sampled_from("[]{}.,=\"'\n#ab1-"), max_size=60).map(str.encode),
)


@pytest.mark.filterwarnings("ignore:Duplicate name")
@settings(max_examples=150, deadline=None)
@given(st.dictionaries(_NAMES, _CONTENTS, max_size=6), st.sampled_from([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED]))
def test_packages_of_anything_are_read_or_refused(entries: dict[str, bytes], compression: int) -> None:
    outcome(packed([*entries.items()], compression))
    outcome(packed([*(item for item in SEALED.items() if item[0] not in entries), *entries.items()], compression))


@settings(max_examples=150, deadline=None)
@given(st.integers(0, len(TOML) - 1), st.integers(0, 40), st.text(st.sampled_from("[]{}.,=\"'\n#ab1-e:ẩ"), max_size=20))
def test_campaigns_with_damaged_data_are_read_or_refused(place: int, length: int, words: str) -> None:
    changed = TOML[:place] + words.encode() + TOML[place + length :]
    outcome(zip_bytes({**PLAIN, "campaign.toml": changed}))


_SLOW = (b'"' + b'\\"' * 120_000, b'"a' * 120_000, b"a." * 120_000, b"'''" * 80_000, b"[[a]]\n" * 40_000)


@pytest.mark.parametrize("text", _SLOW)
def test_text_that_could_take_an_hour_takes_a_moment(text: bytes) -> None:
    began = time.perf_counter()
    assert outcome(zip_bytes({**PLAIN, "campaign.toml": TOML + b"\n" + text})) is None
    assert time.perf_counter() - began < 10


def test_a_package_is_the_same_whoever_packs_it() -> None:
    again = zip_bytes(dict(reversed(list(SEALED.items()))))
    assert again == GOOD
    assert zip_files(GOOD, "x") == SEALED
    with zipfile.ZipFile(io.BytesIO(GOOD)) as archive:
        assert {entry.compress_type for entry in archive.infolist()} == {zipfile.ZIP_STORED}


def test_folders_are_read_with_the_same_suspicion(tmp_path: Path) -> None:
    folder = written(SEALED, tmp_path / "campaign")
    (folder / "Thumbs.db").write_bytes(b"what a file manager leaves")
    assert folder_files(folder) == SEALED
    (folder / "run.exe").write_bytes(b"MZ")
    with pytest.raises(InputError, match=r"run\.exe"):
        library.load(str(folder))
    (folder / "run.exe").unlink()
    (folder / "more.txt").write_bytes(b"a" * 300_000)
    with pytest.raises(InputError, match="too large"):
        library.load(str(folder))
    (folder / "more.txt").unlink()
    os.truncate(folder / "art" / "band.pdf", BOUNDS.largest + 1)
    with pytest.raises(InputError, match="too large"):
        library.load(str(folder))


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no links here")
def test_links_in_folders_are_refused(tmp_path: Path) -> None:
    for name, target in (("more.txt", "/etc/hostname"), ("more", "/etc")):
        folder = written(PLAIN, tmp_path / name / "campaign")
        (folder / name).symlink_to(target)
        with pytest.raises(InputError, match="a link"):
            library.load(str(folder))


def test_a_file_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "x.campaign"
    path.write_bytes(GOOD)
    os.truncate(path, LARGEST_FILE + 1)
    with pytest.raises(InputError, match="too large"):
        library.load(str(path))


def test_new_versions_may_hold_anything_that_campaigns_have() -> None:
    files = {**of_version(7), "README.md": "Hướng dẫn".encode(), "art/băng.png": PNG, "art/nguồn/ghi chú.txt": b"a"}
    assert library.from_zip(zip_bytes(files), "x").version == 7


@pytest.mark.skipif(sys.platform != "linux", reason="the system tells no peak of this process alone")
def test_no_package_takes_much_memory(tmp_path: Path) -> None:
    pieces = {
        "one bomb": [("a.pdf", b"%PDF-" + bytes(BOUNDS.largest - 5))],
        "two bombs": [("a.pdf", b"%PDF-" + bytes(BOUNDS.largest - 5)), ("b.pdf", b"%PDF-" + bytes(26_000_000))],
        "many tables": [("campaign.toml", TOML + b"\n" + b"[[x]]\na=1\n" * 20_000)],
        "many lists": [("seal.json", b"[" + b"[]," * 80_000 + b"[]]")],
    }
    paths = []
    for name, entries in pieces.items():
        own = dict(entries)
        kept = [item for item in PLAIN.items() if item[0] not in own]
        for compression in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            paths.append(tmp_path / f"{name}-{compression}.campaign")
            paths[-1].write_bytes(packed([*kept, *entries], compression))
    (tmp_path / "over.campaign").write_bytes(many_bombs())
    code = (
        "import re, sys\nfrom pathlib import Path\n"
        "from coverkit.campaigns import library\nfrom coverkit.errors import InputError\n"
        "for path in sys.argv[1:]:\n"
        "    try: library.load(path)\n"
        "    except InputError as error: print(error.message)\n"
        "    library.forget()\n"
        "print(int(re.search(r'VmHWM:\\s+(\\d+)', Path('/proc/self/status').read_text())[1]) // 1000)\n"
    )
    arguments = [str(path) for path in (*paths, tmp_path / "over.campaign")]
    run = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert int(run.stdout.splitlines()[-1]) <= MEGABYTES, run.stdout
