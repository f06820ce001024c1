"""`verify` from end to end: who signed, false proofs, other files' proofs, today's rules, the official art."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from jsonschema import Draft202012Validator, ValidationError

from coverkit import i18n
from coverkit.app.pipeline import ExportRequest, export, write_files
from coverkit.app.proofs.verifying import Verification, verify
from coverkit.app.rulebook import VERSION
from coverkit.app.sample import CAMPAIGN, sample_project
from coverkit.app.unit_key import key_file, make_unit_key, signer_file
from coverkit.campaigns import library
from coverkit.campaigns.issuers import load_issuer, trust
from coverkit.errors import InputError, OutputError, UsageError
from coverkit.model.storage import strict_json
from tests.app.proofs.tampering import edited
from tests.cli.runner import ROOT, run

WHEN = dt.datetime(2020, 10, 10, 9, tzinfo=dt.timezone(dt.timedelta(hours=7)))
UNIT = "Trung tâm Khuyến nông tỉnh Đắk Nông"


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    i18n.activate("en")
    yield
    i18n.activate("en")


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An own folder that knows nobody."""
    monkeypatch.setenv("COVERKIT_CONFIG", str(tmp_path / "own"))
    return tmp_path / "own"


@pytest.fixture
def press(own: Path, tmp_path: Path) -> Path:
    """A press file that nobody signed, with its proof."""
    return exported(tmp_path)


def exported(folder: Path, name: str = "cover.pdf") -> Path:
    made = export(sample_project(), ExportRequest(time=WHEN), name.removesuffix(".pdf"))
    return write_files(made, folder / name)[0]


def proof_of(press: Path) -> Path:
    return press.with_name(press.stem + ".check.json")


def parts(found: Verification) -> set[str]:
    return {change.part for change in found.changes}


def test_an_untouched_file_is_clean_and_its_art_official(press: Path) -> None:
    found = verify(press)
    assert (found.state, found.changes, found.signer.state) == ("unchanged", (), "unsigned")
    assert [(one.name, one.state) for one in found.art] == [("band", "official")]
    assert found.proof is not None
    assert (found.proof.time, found.proof.unit, found.proof.rule_set) == (WHEN, UNIT, VERSION)
    assert found.proof.check["status"] == "note"
    assert {"campaign.banner-present", "press.official-art"} <= {rule["id"] for rule in found.proof.check["rules"]}
    assert found.is_clean()
    assert not found.is_clean(signed=True)


def test_the_file_names_its_proof_and_the_same_cover_gives_the_same_bytes(press: Path, tmp_path: Path) -> None:
    again = exported(tmp_path, "again.pdf")
    assert again.read_bytes() == press.read_bytes()
    proof = json.loads(proof_of(press).read_text(encoding="utf-8"))
    assert f"<ck:Proof>{proof['id']}</ck:Proof>".encode() in press.read_bytes()
    assert b"ck:ProofKey>" not in press.read_bytes()


def test_a_proof_is_as_its_published_schema_says(press: Path) -> None:
    schema = json.loads((ROOT / "docs" / "schemas" / "proof.schema.json").read_text(encoding="utf-8"))
    proof = json.loads(proof_of(press).read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(proof)
    with pytest.raises(ValidationError):
        Draft202012Validator(schema).validate({**proof, "rule_set": "one"})


def test_the_units_key_signs_and_others_trust_it(own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = make_unit_key(UNIT, dt.date(2020, 1, 1), None)
    assert key_file().stat().st_mode & 0o077 == 0
    press = exported(tmp_path)
    assert made.key.encode() in press.read_bytes()
    found = verify(press)
    assert (found.signer.state, found.signer.name, found.signer.key) == ("own", UNIT, made.key)
    assert found.is_clean(signed=True)
    public = signer_file().read_bytes()
    monkeypatch.setenv("COVERKIT_CONFIG", str(tmp_path / "printer"))
    stranger = verify(press)
    assert (stranger.signer.state, stranger.state) == ("unknown", "unchanged")
    assert not stranger.is_clean(signed=True)
    (tmp_path / "sent.toml").write_bytes(public)
    trust(load_issuer(tmp_path / "sent.toml"), "signers")
    assert verify(press).signer.state == "trusted"
    assert verify(press).is_clean(signed=True)


def test_a_units_key_seals_no_campaign(own: Path) -> None:
    make_unit_key(UNIT, dt.date(2020, 1, 1), None)
    from coverkit.campaigns.issuers import trusted_issuers

    trust(load_issuer(signer_file()), "signers")
    assert [one.name for one in trusted_issuers("signers")] == [UNIT]
    assert UNIT not in [one.name for one in trusted_issuers()]


def test_a_key_counts_only_on_its_days(own: Path, tmp_path: Path) -> None:
    make_unit_key(UNIT, dt.date(2020, 10, 11), None)
    found = verify(exported(tmp_path))
    assert found.signer.state == "unknown"
    assert "not valid" in found.signer.note


def test_a_key_is_made_once(own: Path) -> None:
    make_unit_key(UNIT, dt.date(2020, 1, 1), None)
    with pytest.raises(OutputError):
        make_unit_key("Other", dt.date(2020, 1, 1), None)
    with pytest.raises(UsageError):
        make_unit_key(" ", dt.date(2020, 1, 1), None)


def test_a_key_without_its_signers_file_is_told(own: Path, tmp_path: Path) -> None:
    make_unit_key(UNIT, dt.date(2020, 1, 1), None)
    signer_file().unlink()
    with pytest.raises(InputError, match=r"unit\.signer\.toml"):
        exported(tmp_path)


@pytest.mark.parametrize("signed", [True, False])
def test_a_proof_that_was_changed_is_false_or_nobodys(own: Path, tmp_path: Path, signed: bool) -> None:
    if signed:
        make_unit_key(UNIT, dt.date(2020, 1, 1), None)
    press = exported(tmp_path)
    proof = strict_json.parse(proof_of(press).read_bytes(), "x")
    proof["check"]["status"] = "pass"
    proof_of(press).write_bytes(strict_json.dump(proof))
    found = verify(press)
    assert (found.state, found.signer.state) == (("false-proof", "invalid") if signed else ("unchanged", "unsigned"))
    assert found.is_clean() is not signed


def test_a_signature_that_was_taken_off_is_missed(own: Path, tmp_path: Path) -> None:
    make_unit_key(UNIT, dt.date(2020, 1, 1), None)
    press = exported(tmp_path)
    proof = strict_json.parse(proof_of(press).read_bytes(), "x")
    proof_of(press).write_bytes(strict_json.dump({**proof, "signer": "", "signature": ""}))
    found = verify(press)
    assert (found.state, found.signer.state) == ("false-proof", "invalid")
    assert not found.is_clean()


def test_another_files_proof_is_told_from_a_change(press: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.pdf"
    project = sample_project("o-luoi")
    write_files(export(project, ExportRequest(time=WHEN), "other"), other)
    found = verify(press, proof_of(other))
    assert found.state == "other-file"
    assert "other.pdf" in found.reason
    assert not found.is_clean()


def test_metadata_only_is_named_and_the_art_stays_official(press: Path) -> None:
    def edit(pdf: pikepdf.Pdf) -> None:
        pdf.trailer.Info.Title = pikepdf.String("Bản tin khác")

    press.write_bytes(edited(press.read_bytes(), edit))
    found = verify(press)
    assert (found.state, parts(found)) == ("changed", {"metadata"})
    assert [one.state for one in found.art] == ["official"]
    assert not found.is_clean()


def test_a_file_that_cannot_be_read_any_more_is_changed(press: Path) -> None:
    press.write_bytes(press.read_bytes()[:1000])
    found = verify(press)
    assert (found.state, parts(found), found.today) == ("changed", {"unreadable"}, None)
    assert [one.state for one in found.art] == ["not-official"]


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b"\xff", b'{"schema": 99}', b'{"schema": 1, "schema": 1}'])
def test_a_damaged_proof_is_told(press: Path, content: bytes) -> None:
    proof_of(press).write_bytes(content)
    found = verify(press)
    assert (found.state, found.proof) == ("false-proof", None)
    assert found.reason
    assert not found.is_clean()


def test_without_a_proof_the_rules_are_run_all_the_same(press: Path) -> None:
    proof_of(press).unlink()
    found = verify(press)
    assert (found.state, found.signer.state) == ("no-proof", "none")
    assert found.passes_today
    assert [one.state for one in found.art] == ["official"]
    assert not found.is_clean()


def test_without_the_campaign_the_art_is_not_checked(press: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library, "known", lambda: ())
    found = verify(press)
    assert [one.state for one in found.art] == ["not-checked"]
    assert not found.is_clean()


def test_the_command_tells_it_all(own: Path, tmp_path: Path) -> None:
    ended = run("signer", "key", "--name", UNIT, "--from", "2020-01-01")
    assert ended.code == 0
    assert run("signer", "key", "--name", UNIT).code == 5
    shown = json.loads(run("signer", "show", "--json").out)
    assert [one["name"] for one in shown["signers"]] == [UNIT]
    press = exported(tmp_path)
    ended = run("verify", press)
    assert (ended.code, ended.err) == (0, "")
    for words in ("unchanged since it was checked", CAMPAIGN, UNIT, "official, byte for byte"):
        assert words in ended.out
    document = json.loads(run("verify", press, "--json", "--signed").out)
    assert (document["schema"], document["state"], document["signer"]["state"]) == (1, "unchanged", "own")
    press.write_bytes(press.read_bytes() + b"\n")
    ended = run("verify", press, "--json")
    assert ended.code == 1
    assert [one["part"] for one in json.loads(ended.out)["changes"]] == ["appended"]
    assert run("verify", tmp_path / "none.pdf").code == 3


def test_a_unit_that_is_trusted_is_shown(own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("signer", "key", "--name", UNIT)
    sent = tmp_path / "unit.signer.toml"
    sent.write_bytes(signer_file().read_bytes())
    monkeypatch.setenv("COVERKIT_CONFIG", str(tmp_path / "printer"))
    assert run("signer", "show").out == ""
    assert run("signer", "trust", sent).code == 0
    assert UNIT in run("signer", "show").out
    (tmp_path / "bad.toml").write_text("schema = 1\n")
    assert run("signer", "trust", tmp_path / "bad.toml").code == 3
