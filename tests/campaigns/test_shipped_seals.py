"""The bundled samples are complete: each piece of art has a picture that shows it, and a seal that only they can have."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import shutil
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from coverkit.app.sample import CAMPAIGN
from coverkit.campaigns import issuers, library
from coverkit.campaigns.campaign import Campaign
from coverkit.campaigns.issuers import parse_issuer, trusted_issuers
from coverkit.campaigns.package import folder_files
from coverkit.campaigns.reader import read
from coverkit.campaigns.seal import SEAL_FILE, SIGNED, content_hash
from coverkit.campaigns.signature import is_signed
from coverkit.records import replace
from coverkit.resources import assets
from tests.campaigns.samples import DAY, ISSUER, PLAIN, SEALED, sealed
from tests.cli.runner import run
from tools import seal_samples

CAMPAIGNS = [library.shipped(name) for name in library.shipped_ids()]
by_id = pytest.mark.parametrize("campaign", CAMPAIGNS, ids=lambda one: one.id)
SHIPPED = assets() / "templates" / "issuers"


def listed(*seals: bytes) -> issuers.Issuer:
    return replace(ISSUER, seals=tuple(hashlib.sha256(one).hexdigest() for one in seals))


@by_id
@pytest.mark.usefixtures("own")
def test_verify_says_valid_and_sample(campaign: Campaign) -> None:
    ran = run("campaigns", "verify", campaign.id)
    assert ran.code == 0
    assert "seal valid. Sealed by CoverKit (gói mẫu, không phải của cơ quan ban hành) on " in ran.out
    assert "not an official package" in ran.out
    entry = json.loads(run("campaigns", "verify", campaign.id, "--json").out)["campaigns"][0]
    assert (entry["seal"], entry["unchanged"], entry["standing"]) == ("valid", True, "sample")


@by_id
def test_the_signature_under_each_seal_holds(campaign: Campaign) -> None:
    seal = json.loads(campaign.files[SEAL_FILE])
    body = {key: value for key, value in seal.items() if key != "signature"}
    assert is_signed(SIGNED, body, seal["issuer"], seal["signature"])
    assert seal["content"] == campaign.sha256 == content_hash(campaign.files)
    assert seal["files"].keys() == campaign.files.keys() - {SEAL_FILE}


@by_id
def test_each_piece_of_art_has_a_picture_that_shows_it(campaign: Campaign) -> None:
    for entry in campaign.art:
        path = SHIPPED.parent / "campaigns" / campaign.id / entry.file
        with Image.open(path.with_suffix(".png")) as picture:
            assert picture.mode == "RGB"
            assert picture.info["srgb"] == 1
            shown = np.asarray(picture, np.int16)
        drawn = np.asarray(seal_samples.picture_of(campaign, entry.file), np.int16)
        assert shown.shape == drawn.shape
        assert np.abs(shown - drawn).max() <= 3


def test_the_keys_of_samples_are_good_for_nothing_else() -> None:
    files = sorted(SHIPPED.glob("*.toml"))
    assert files
    for path in files:
        issuer = parse_issuer(path.read_bytes(), path.name)
        assert issuer.seals
        assert issuer.valid.first == issuer.valid.last
        assert "gói mẫu" in issuer.name
    seals = {hashlib.sha256(one.files[SEAL_FILE]).hexdigest() for one in CAMPAIGNS}
    assert seals <= {seal for issuer in trusted_issuers() for seal in issuer.seals}
    root = assets().parent
    assert not [path for folder in ("assets", "tools") for path in (root / folder).rglob("*.pem")]


@pytest.mark.usefixtures("own")
def test_a_closed_list_trusts_its_seals_and_no_other_of_the_key() -> None:
    other = sealed(PLAIN, 1, day=DAY + dt.timedelta(days=1))
    issuers.trust(listed(SEALED[SEAL_FILE]))
    library.forget()
    assert read(SEALED, "x").seal == "valid"
    found = read(other, "x")
    assert (found.seal, "good for other campaigns only" in found.seal_note) == ("unknown-issuer", True)
    changed = read({**SEALED, "slogans.toml": PLAIN["slogans.toml"] + b"\n"}, "x")
    assert (changed.seal, changed.seal_note) == ("invalid", "Changed, added or missing: slogans.toml.")


@pytest.mark.usefixtures("own")
def test_a_list_does_not_outlive_the_days_of_its_key() -> None:
    late = sealed(PLAIN, 1, day=dt.date(2021, 1, 1))
    issuers.trust(listed(late[SEAL_FILE]))
    assert read(late, "x").seal == "unknown-issuer"


def test_an_issuer_with_a_list_is_read_as_it_was_written() -> None:
    issuer = listed(SEALED[SEAL_FILE], b"x")
    assert parse_issuer(issuers.issuer_bytes(issuer), "x.toml") == issuer


def test_only_what_changed_is_sealed_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    templates = tmp_path / "templates"
    shutil.copytree(SHIPPED.parent / "campaigns", templates / "campaigns")
    (templates / "issuers").mkdir()
    before = {one.id: (templates / "campaigns" / one.id / SEAL_FILE).read_bytes() for one in CAMPAIGNS}
    changed = templates / "campaigns" / CAMPAIGN
    (changed / "slogans.toml").write_bytes(PLAIN["slogans.toml"] + b"# more\n")
    (changed / "art" / "band.png").unlink()
    monkeypatch.setattr(seal_samples, "TEMPLATES", templates)
    seal_samples.main()
    after = {one.id: (templates / "campaigns" / one.id / SEAL_FILE).read_bytes() for one in CAMPAIGNS}
    assert {name for name in after if after[name] != before[name]} == {CAMPAIGN}
    assert (changed / "art" / "band.png").read_bytes() == PLAIN["art/band.png"]
    (made,) = (templates / "issuers").iterdir()
    issuer = parse_issuer(made.read_bytes(), made.name)
    assert issuer.seals == (hashlib.sha256(after[CAMPAIGN]).hexdigest(),)
    assert json.loads(after[CAMPAIGN])["issuer"] == issuer.key
    assert read(folder_files(changed), CAMPAIGN).seal == "unknown-issuer"
