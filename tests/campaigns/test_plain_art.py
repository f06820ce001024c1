"""What the quick reader of sealed art accepts, it reads as pypdf does; what is built otherwise it leaves alone."""

from __future__ import annotations

import logging
import random
from pathlib import Path

import pytest

from coverkit.campaigns.art import SealedArt, sealed_art
from coverkit.campaigns.plain_art import plain_page
from coverkit.errors import InputError
from coverkit.resources import assets

_FILES = sorted(path for path in Path(str(assets())).rglob("art/*.pdf"))
_SIGNS = b"0123456789/<>[] \n.-RnfabS(%#\r\t\0+"


def _read(data: bytes) -> SealedArt | None:
    sealed_art.cache_clear()
    try:
        return sealed_art(data, "a.pdf")
    except InputError:
        return None
    finally:
        sealed_art.cache_clear()


def _read_by_pypdf(data: bytes, monkeypatch: pytest.MonkeyPatch) -> SealedArt | None:
    with monkeypatch.context() as patch:
        patch.setattr("coverkit.campaigns.art.plain_page", lambda _: None)
        return _read(data)


@pytest.mark.parametrize("path", _FILES, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_shipped_art_is_read_as_pypdf_reads_it(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = path.read_bytes()
    assert plain_page(data) is not None
    # Types count, too: 1 and 1.0 are equal, but are written differently.
    assert repr(_read(data)) == repr(_read_by_pypdf(data, monkeypatch)) != "None"


def test_of_changed_files_it_reads_what_pypdf_reads_or_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    chance = random.Random(20)
    original = min((path.read_bytes() for path in _FILES), key=len)
    after = original.index(b"endstream")
    read = 0
    for _ in range(400):
        data = bytearray(original)
        at = chance.choice((chance.randrange(800), chance.randrange(after, len(data)), len(data) - chance.randrange(1, 1200)))
        data[at] = chance.choice(_SIGNS)
        if plain_page(bytes(data)) is not None:
            read += 1
            assert repr(_read(bytes(data))) == repr(_read_by_pypdf(bytes(data), monkeypatch))
    assert 20 < read < 380


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"/Type /Page ", b"/Type /Pagx "),
        (b"/Count 1", b"/Count 2"),
        (b"%PDF-1.4", b"%PDF-1.5"),
        (b"/Resources <<", b"/Resourcez <<"),
        (b"\nendstream", b"\nendstreax"),
        (b"/Root 1 0 R", b"/Root 2 0 R"),
        (b"%%EOF\n", b"%%EOF\n "),
        (b"xref\n0 ", b"xref\n1 "),
        (b"/Shading <<", b"/XObject <<"),
        (b"/Length ", b"/Lengtx "),
        (b"/FunctionType 2", b"/FunctionType ("),
    ],
)
def test_other_forms_are_left_to_pypdf(old: bytes, new: bytes) -> None:
    data = _FILES[0].read_bytes()
    assert old in data
    assert plain_page(data) is not None
    assert plain_page(data.replace(old, new)) is None


def test_a_loop_of_references_ends() -> None:
    data = _FILES[0].read_bytes()
    start = data.index(b"6 0 obj\n") + 8
    end = data.index(b"\nendobj", start)
    looped = b"<< /A 6 0 R /B"
    filling = b" [" + b" " * (end - start - len(looped) - 5) + b"] >>"
    assert plain_page(data[:start] + looped + filling[-(end - start - len(looped)) :] + data[end:]) is None
