"""Seals: the four states, every flipped byte, every added, missing or renamed file."""

from __future__ import annotations

import base64
import datetime as dt
import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coverkit.app.sample import CAMPAIGN
from coverkit.campaigns import issuers
from coverkit.campaigns.campaign import Period
from coverkit.campaigns.reader import read
from coverkit.campaigns.seal import SEAL_FILE, SealCheck, check_seal, content_hash, seal_bytes
from coverkit.errors import InputError
from coverkit.model.storage import strict_json
from tests.campaigns.samples import DAY, ISSUER, KEY, NAME, OTHER_KEY, PLAIN, SEALED, of_version, sealed

LARGE = [name for name in sorted(SEALED) if len(SEALED[name]) > 10_000]
SMALL = [name for name in sorted(SEALED) if len(SEALED[name]) <= 10_000]


def checked(files: Mapping[str, bytes]) -> SealCheck:
    return check_seal(files, CAMPAIGN, 1, "x")


def flipped(name: str, place: int, mask: int) -> dict[str, bytes]:
    data = bytearray(SEALED[name])
    data[place] ^= mask
    return {**SEALED, name: bytes(data)}


def is_found(files: Mapping[str, bytes]) -> bool:
    try:
        return checked(files).state == "invalid"
    except InputError:
        return True


def in_seal(**changes: Any) -> dict[str, bytes]:
    return {**SEALED, SEAL_FILE: strict_json.dump({**json.loads(SEALED[SEAL_FILE]), **changes})}


@pytest.mark.usefixtures("trusting")
def test_a_seal_of_a_trusted_issuer_is_valid() -> None:
    campaign = read(SEALED, CAMPAIGN)
    assert campaign.seal == "valid"
    assert campaign.seal_note == f"Sealed by {NAME} on 02/10/2020."
    assert campaign.sha256 == content_hash(PLAIN)


@pytest.mark.usefixtures("own")
def test_a_seal_of_somebody_else_is_not_known() -> None:
    campaign = read(SEALED, CAMPAIGN)
    assert campaign.seal == "unknown-issuer"
    assert "does not know" in campaign.seal_note


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (dt.date(2019, 12, 31), "unknown-issuer"),
        (dt.date(2020, 1, 1), "valid"),
        (dt.date(2020, 12, 31), "valid"),
        (dt.date(2021, 1, 1), "unknown-issuer"),
    ],
)
@pytest.mark.usefixtures("trusting")
def test_a_key_is_judged_on_the_day_of_sealing(day: dt.date, state: str) -> None:
    found = checked(sealed(PLAIN, 1, day=day))
    assert found.state == state
    assert found.unchanged
    assert ("not valid" in found.note) == (state != "valid")


@pytest.mark.usefixtures("trusting")
def test_unsigned() -> None:
    assert checked(PLAIN) == SealCheck("unsigned", "There is no seal.")
    found = checked(sealed(PLAIN, 1, None))
    assert (found.state, found.unchanged) == ("unsigned", True)


@pytest.mark.usefixtures("trusting")
@pytest.mark.parametrize("name", SMALL)
def test_every_flipped_byte_of_small_files_is_found(name: str) -> None:
    unseen = [
        (place, mask)
        for place in range(len(SEALED[name]))
        for mask in ((1, 2, 7, 0x20, 0x29, 0x80) if name == SEAL_FILE else (1,))
        if not is_found(flipped(name, place, mask))
    ]
    assert unseen == []


@pytest.mark.usefixtures("trusting")
@pytest.mark.parametrize("name", LARGE)
def test_flipped_bytes_all_over_large_files_are_found(name: str) -> None:
    assert [place for place in range(0, len(SEALED[name]), 101) if not is_found(flipped(name, place, 1))] == []


@pytest.mark.usefixtures("trusting")
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_byte_flipped_anywhere_is_found(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(SEALED)))
    place = data.draw(st.integers(0, len(SEALED[name]) - 1))
    changed = flipped(name, place, data.draw(st.integers(1, 255)))
    assert is_found(changed)
    with suppress(InputError):
        assert read(changed, CAMPAIGN).seal == "invalid"


@pytest.mark.usefixtures("trusting")
@pytest.mark.parametrize("name", [name for name in sorted(SEALED) if name != SEAL_FILE])
def test_missing_and_renamed_files_are_found(name: str) -> None:
    missing = {other: data for other, data in SEALED.items() if other != name}
    assert name in checked(missing).note
    for files in (missing, {**missing, name + "x": SEALED[name]}, {**missing, name.upper(): SEALED[name]}):
        assert checked(files).state == "invalid"


@pytest.mark.usefixtures("trusting")
def test_added_swapped_and_foreign_files_are_found() -> None:
    found = checked({**SEALED, "art/more.pdf": b"%PDF-"})
    assert (found.state, found.unchanged) == ("invalid", False)
    assert found.note == "Changed, added or missing: art/more.pdf."
    swapped = {**SEALED, "art/band.pdf": SEALED["art/square.pdf"], "art/square.pdf": SEALED["art/band.pdf"]}
    assert checked(swapped).state == "invalid"
    assert checked({**SEALED, SEAL_FILE: seal_bytes(of_version(2), CAMPAIGN, 1, DAY, KEY)}).state == "invalid"


@pytest.mark.usefixtures("trusting")
def test_a_seal_is_bound_to_its_campaign_version_and_key() -> None:
    assert checked({**PLAIN, SEAL_FILE: seal_bytes(PLAIN, "another", 1, DAY, KEY)}).state == "invalid"
    assert checked({**PLAIN, SEAL_FILE: seal_bytes(PLAIN, CAMPAIGN, 2, DAY, KEY)}).state == "invalid"
    other = json.loads(seal_bytes(PLAIN, CAMPAIGN, 1, DAY, OTHER_KEY))
    assert checked(in_seal(issuer=other["issuer"])).state == "invalid"
    assert checked(in_seal(signature=other["signature"])).state == "invalid"
    assert checked(in_seal(date="2020-10-03")).state == "invalid"
    assert checked(in_seal(signature="")).state == "invalid"
    assert checked(in_seal(issuer="")).state == "invalid"


def broken_seals() -> Iterator[bytes]:
    raw = SEALED[SEAL_FILE]
    parsed = json.loads(raw)
    yield from (b"", b"{", b"[]", b"null", b"\xff", raw + b"\n", raw.replace(b"\n", b"\r\n"), b"[" * 100_000)
    yield json.dumps(parsed).encode()
    for key in parsed:
        yield strict_json.dump({name: value for name, value in parsed.items() if name != key})
        wrongs: tuple[object, ...] = (None, 0, [], {}, "x")
        for wrong in wrongs:
            yield strict_json.dump({**parsed, key: wrong})
    signature = parsed["signature"]
    yield strict_json.dump({**parsed, "signature": signature[:-3] + chr(ord(signature[-3]) ^ 1) + "=="})
    yield strict_json.dump({**parsed, "signature": base64.b64encode(bytes(64)).decode()})
    yield strict_json.dump({**parsed, "files": {"a": 1}})
    yield strict_json.dump({**parsed, "more": 1})


@pytest.mark.usefixtures("trusting")
@pytest.mark.parametrize("raw", list(broken_seals()))
def test_what_is_no_seal_is_invalid(raw: bytes) -> None:
    assert checked({**SEALED, SEAL_FILE: raw}).state == "invalid"


def test_a_newer_seal_says_so() -> None:
    with pytest.raises(InputError, match="newer CoverKit"):
        checked(in_seal(schema=2))


def test_sealing_twice_gives_the_same_bytes() -> None:
    assert seal_bytes(SEALED, CAMPAIGN, 1, DAY, KEY) == seal_bytes(dict(reversed(list(PLAIN.items()))), CAMPAIGN, 1, DAY, KEY)


def test_a_seal_known_beforehand_costs_nothing() -> None:
    code = (
        "import sys\nfrom coverkit.campaigns import library\n"
        "one = library.find(library.shipped_ids()[0])\n"
        "assert one.seal == 'valid', one.seal\n"
        "assert not [name for name in sys.modules if name.startswith('cryptography')]"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr


def test_an_issuers_file_is_what_was_written() -> None:
    for issuer in (ISSUER, replace(ISSUER, name='Sở "A" \\ B', valid=Period(DAY, None))):
        assert issuers.parse_issuer(issuers.issuer_bytes(issuer), "x.toml") == issuer


@pytest.mark.parametrize(
    ("old", "new", "word"),
    [
        ("schema = 1", "schema = 2", "newer CoverKit"),
        ("schema = 1", "", "schema"),
        ("key = ", "keys = ", "key"),
        ("ed25519:0", "ed25519:g", "key"),
        ("from = 2020-01-01", "from = 2021-01-01", "to"),
        ("to = 2020", "until = 2020", "until"),
        (NAME, " ", "name"),
    ],
)
@pytest.mark.usefixtures("own")
def test_a_wrong_issuers_file_is_told(old: str, new: str, word: str, own: Path) -> None:
    raw = issuers.issuer_bytes(ISSUER).decode()
    assert old in raw
    path = own / "issuers" / "ban.toml"
    path.parent.mkdir(parents=True)
    path.write_text(raw.replace(old, new), encoding="utf-8")
    with pytest.raises(InputError, match=word) as caught:
        checked(SEALED)
    assert "ban.toml" in caught.value.message
    assert checked(PLAIN).state == "unsigned"
