"""`coverkit campaigns`: keys, seals, trust, imports; exit codes and words."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest

from coverkit.app.sample import CAMPAIGN
from coverkit.campaigns.package import zip_bytes
from coverkit.campaigns.seal import SEAL_FILE
from coverkit.errors import ExitCode
from tests.campaigns.samples import NAME, PEM, PLAIN, SEALED, of_version, sealed, written
from tests.cli.runner import Ran, run

pytestmark = pytest.mark.usefixtures("own")


@pytest.fixture
def key(tmp_path: Path) -> Path:
    path = tmp_path / "khoa.pem"
    path.write_bytes(PEM)
    return path


def seal(folder: Path, key: Path, *more: str | Path) -> Ran:
    return run("campaigns", "seal", folder, "--key", key, "--date", "2020-10-02", *more)


def test_the_whole_way_from_a_key_to_a_cover(tmp_path: Path) -> None:
    private, public = tmp_path / "so.pem", tmp_path / "so.issuer.toml"
    ran = run("campaigns", "key", "-o", private, "--name", NAME, "--from", "2020-01-01", "--to", "2020-12-31")
    assert (ran.code, ran.err) == (0, "")
    assert str(public) in ran.out
    if os.name == "posix":
        assert stat.S_IMODE(private.stat().st_mode) == 0o600
    folder = written(of_version(2, "official"), tmp_path / "campaign")
    assert seal(folder, private).code == 0
    package = tmp_path / f"{CAMPAIGN}.campaign"
    unknown = run("campaigns", "verify", package)
    assert (unknown.code, "not known" in unknown.out) == (ExitCode.FINDINGS, True)
    assert run("campaigns", "trust", public).code == 0
    assert run("campaigns", "verify", package).code == run("campaigns", "verify", folder).code == 0
    ran = run("campaigns", "import", package)
    assert (ran.code, ran.err) == (0, f"seal valid. Sealed by {NAME} on 02/10/2020.\n")
    assert run("campaigns", "verify", CAMPAIGN).code == 0
    rows = [line.split() for line in run("campaigns", "list").out.splitlines() if line.startswith(CAMPAIGN)]
    assert [row[1:4] for row in rows] == [["1", "shipped", "sample"], ["2", "imported", "official"]]
    entries = json.loads(run("campaigns", "list", "--json").out)["campaigns"]
    assert [(one["version"], one["origin"], one["seal"]) for one in entries if one["id"] == CAMPAIGN][1] == (
        2,
        "installed",
        "valid",
    )
    cover = tmp_path / "một.cover"
    assert run("new", "-o", cover, "--campaign", CAMPAIGN, "--issue-date", "2020-10-15").code == 0
    checked = json.loads(run("check", cover, "--json").out)
    assert (checked["campaign"]["version"], checked["campaign"]["seal"]) == (2, "valid")
    ran = run("campaigns", "remove", CAMPAIGN, "--version", "2")
    assert (ran.code, "was removed" in ran.out) == (0, True)
    assert run("campaigns", "verify", f"{CAMPAIGN}@2").code == ExitCode.USAGE


def test_sealing_twice_gives_the_same_bytes(tmp_path: Path, key: Path) -> None:
    folder = written(PLAIN, tmp_path / "campaign")
    assert seal(folder, key, "-o", tmp_path / "a.campaign").code == 0
    assert (folder / SEAL_FILE).read_bytes() == SEALED[SEAL_FILE]
    assert seal(folder, key, "-o", tmp_path / "b.campaign").code == 0
    assert (tmp_path / "a.campaign").read_bytes() == (tmp_path / "b.campaign").read_bytes() == zip_bytes(SEALED)


def test_sealing_renews_a_broken_seal(tmp_path: Path, key: Path) -> None:
    folder = written({**PLAIN, SEAL_FILE: b"{}"}, tmp_path / "campaign")
    assert run("campaigns", "verify", folder).code == ExitCode.FINDINGS
    assert seal(folder, key).code == 0
    assert (folder / SEAL_FILE).read_bytes() == SEALED[SEAL_FILE]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"campaign.toml": PLAIN["campaign.toml"].replace(b"[issues]", b"[isues]")}, "issues"),
        ({"slogans.toml": b""}, "slogan"),
        ({"art/band.pdf": PLAIN["art/band.pdf"].replace(b"/Shading <<", b"/Font <<", 1)}, "not sealed art"),
        ({"art/source.svg": b"<svg/>"}, "source.svg"),
        ({"khoa.pem": PEM}, "khoa.pem"),
    ],
)
def test_what_is_not_sealed(tmp_path: Path, key: Path, changes: dict[str, bytes], words: str) -> None:
    folder = written({**PLAIN, **changes}, tmp_path / "campaign")
    ran = seal(folder, key)
    assert (ran.code, ran.out) == (ExitCode.INPUT, "")
    assert words in ran.err
    assert not (folder / SEAL_FILE).exists()
    assert not (tmp_path / f"{CAMPAIGN}.campaign").exists()


def test_keys_that_are_none(tmp_path: Path, key: Path) -> None:
    folder = written(PLAIN, tmp_path / "campaign")
    for data in (b"", b"x", PEM.replace(b"PRIVATE", b"PUBLIC"), PEM[:60] + b"A" + PEM[61:80], b"-" * 20_000):
        key.write_bytes(data)
        ran = seal(folder, key)
        assert (ran.code, "is not a key" in ran.err) == (ExitCode.INPUT, True)
    key.unlink()
    assert seal(folder, key).code == ExitCode.INPUT
    assert not (folder / SEAL_FILE).exists()


def test_where_a_seal_cannot_be_written(tmp_path: Path, key: Path) -> None:
    folder = written(PLAIN, tmp_path / "campaign")
    assert seal(folder, key, "-o", folder / "x.campaign").code == ExitCode.USAGE
    assert seal(tmp_path, key).code == ExitCode.USAGE
    assert seal(folder, key, "-o", tmp_path / "none" / "x.campaign").code == ExitCode.OUTPUT


def test_a_key_is_never_written_over(tmp_path: Path, key: Path) -> None:
    ran = run("campaigns", "key", "-o", key, "--name", NAME)
    assert (ran.code, "never written over" in ran.err) == (ExitCode.OUTPUT, True)
    assert key.read_bytes() == PEM
    (tmp_path / "other.issuer.toml").write_bytes(b"")
    assert run("campaigns", "key", "-o", tmp_path / "other.pem", "--name", NAME).code == ExitCode.OUTPUT
    assert not (tmp_path / "other.pem").exists()
    assert run("campaigns", "key", "-o", tmp_path / "a.pem", "--name", " ").code == ExitCode.USAGE
    ended = ("--from", "2020-02-01", "--to", "2020-01-01")
    assert run("campaigns", "key", "-o", tmp_path / "a.pem", "--name", NAME, *ended).code == ExitCode.USAGE


def test_an_official_campaign_without_a_signature_is_not_verified(tmp_path: Path) -> None:
    for standing, code in (("sample", 0), ("official", ExitCode.FINDINGS)):
        folder = written(sealed(of_version(2, standing), 2, None), tmp_path / standing)
        ran = run("campaigns", "verify", folder, "--json")
        assert ran.code == code
        entry = json.loads(ran.out)["campaigns"][0]
        assert (entry["unchanged"], entry["seal"]) == (True, "unsigned")


def test_one_damaged_campaign_hides_no_other(tmp_path: Path, own: Path) -> None:
    package = tmp_path / "x.campaign"
    package.write_bytes(zip_bytes(of_version(2)))
    assert run("campaigns", "import", package).code == 0
    (own / "campaigns" / CAMPAIGN / "2" / "slogans.toml").write_bytes(b"[")
    ran = run("campaigns", "list")
    assert (ran.code, CAMPAIGN in ran.out, "slogans.toml" in ran.err) == (0, True, True)


def test_what_is_not_imported_trusted_or_removed(tmp_path: Path, own: Path) -> None:
    assert run("campaigns", "import", CAMPAIGN).code == ExitCode.USAGE
    assert run("campaigns", "remove", CAMPAIGN).code == ExitCode.USAGE
    assert run("campaigns", "remove", "../x").code == ExitCode.USAGE
    for name, data in (("x.campaign", b"PK\3\4"), ("x.toml", b"a = 1")):
        (tmp_path / name).write_bytes(data)
    assert run("campaigns", "import", tmp_path / "x.campaign").code == ExitCode.INPUT
    assert run("campaigns", "trust", tmp_path / "x.toml").code == ExitCode.INPUT
    assert run("campaigns", "trust", tmp_path / "none.toml").code == ExitCode.INPUT
    assert not own.exists()
