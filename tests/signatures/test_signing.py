"""A cover is exported with a certifying signature: it stays PDF/X-4, judges agree, and every change shows."""

from __future__ import annotations

import datetime as dt
import io
import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from coverkit import i18n
from coverkit.app.pipeline import ExportRequest, export, write_files
from coverkit.app.proofs.verifying import verify
from coverkit.app.sample import sample_project
from coverkit.errors import InputError, MissingError, UsageError
from coverkit.model.storage.files import save
from coverkit.signatures import library
from coverkit.signatures.credentials import load_credentials
from coverkit.signatures.reading import may_be_signed, pdf_signatures
from tests.cli.runner import run
from tests.signatures.certificates import AUTHORITY, PASS_PHRASE, UNIT, authority, certificate_file, key_file, unit


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """English, and an own folder that trusts nobody."""
    monkeypatch.setenv("COVERKIT_CONFIG", str(tmp_path / "own"))
    i18n.activate("en")
    yield
    i18n.activate("en")


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A signed press file with its proof; the certificate is issued by the authority."""
    folder = tmp_path_factory.mktemp("signed")
    by = authority()
    credentials = load_credentials(key_file(folder / "unit.p12", unit(by)), PASS_PHRASE)
    assert credentials.name == UNIT
    exported = export(sample_project(), ExportRequest(certified_by=credentials), "cover")
    certificate_file(folder / "authority.cer", by.certificate)
    return write_files(exported, folder / "cover.pdf")[0]


def test_the_signed_file_stays_pdf_x_and_passes_its_check(signed: Path) -> None:
    found = verify(signed)
    assert (found.state, found.changes) == ("unchanged", ())
    assert found.proof is not None
    assert found.proof.check["status"] == "note"
    assert found.today is not None
    assert not [one.code for one in found.today.result.findings if one.rule.startswith("press.")]
    with pikepdf.open(signed) as pdf:
        page = pdf.pages[0]
        left, bottom = (float(edge) for edge in page["/Annots"][0]["/Rect"][:2])
        assert left < float(page.mediabox[0])
        assert bottom < float(page.mediabox[1])
        assert pdf.pdf_version == "1.6"
        assert "/Version" not in pdf.Root
        assert "/Extensions" not in pdf.Root
        assert pdf.Root.Perms.DocMDP.Reference[0].TransformParams.P == 1


def test_a_sheet_without_marks_keeps_the_field_out_of_its_bleed(tmp_path: Path) -> None:
    credentials = load_credentials(key_file(tmp_path / "unit.p12", unit(None)), PASS_PHRASE)
    made = export(sample_project(), ExportRequest(options={"marks": False}, certified_by=credentials))
    found = [one for one in made.result.findings if one.rule == "press.no-actions"]
    assert not found


def test_the_certificate_is_unknown_until_its_authority_is_trusted(signed: Path) -> None:
    before = verify(signed).signatures
    assert [(one.state, one.name, one.issuer, one.certifies) for one in before] == [("unknown", UNIT, AUTHORITY, True)]
    assert not verify(signed).is_clean(signed=True)
    ended = run("signer", "trust", signed.with_name("authority.cer"))
    assert (ended.code, AUTHORITY in ended.out) == (0, True)
    found = verify(signed)
    assert [one.state for one in found.signatures] == ["trusted"]
    assert found.is_clean(signed=True)


def test_the_command_tells_who_signed(signed: Path) -> None:
    ended = run("verify", signed)
    assert ended.code == 0
    assert f"certified by {UNIT} (certificate of {AUTHORITY})" in ended.out
    assert "does not know who issued the certificate" in ended.out
    told = json.loads(run("verify", signed, "--json").out)["pdf_signatures"]
    assert [(one["state"], one["certifies"]) for one in told] == [("unknown", True)]


def test_every_change_breaks_it(signed: Path) -> None:
    data = signed.read_bytes()
    middle = data.index(b"stream", len(data) // 2)
    changed = data[: middle + 40] + bytes([data[middle + 40] ^ 1]) + data[middle + 41 :]
    assert [one.state for one in pdf_signatures(changed, ())] == ["broken"]
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.docinfo["/Title"] = "Another"
        pdf.save(out)
    assert [one.is_false for one in pdf_signatures(out.getvalue(), ())] == [True]


def test_what_is_appended_shows(signed: Path, tmp_path: Path) -> None:
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    # pyHanko's writers have no types.
    writer: Any = IncrementalPdfFileWriter(io.BytesIO(signed.read_bytes()))
    writer.root["/PageMode"] = writer.root["/Type"]
    writer.update_root()
    out = io.BytesIO()
    writer.write(out)
    assert [one.state for one in pdf_signatures(out.getvalue(), ())] == ["extended"]
    path = tmp_path / "cover.pdf"
    path.write_bytes(out.getvalue())
    shutil.copy(signed.with_name("cover.check.json"), tmp_path / "cover.check.json")
    found = verify(path)
    assert found.state == "changed"
    assert not found.is_clean()


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
def test_qpdf_finds_nothing_wrong(signed: Path) -> None:
    assert subprocess.run(["qpdf", "--check", signed], capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(shutil.which("pdfsig") is None, reason="poppler is not installed")
def test_poppler_agrees(signed: Path) -> None:
    told = subprocess.run(["pdfsig", signed], capture_output=True, check=False).stdout.decode()
    assert "Signature is Valid" in told
    assert "Total document signed" in told
    assert UNIT in told


def test_unfit_keys_are_refused(tmp_path: Path) -> None:
    good = key_file(tmp_path / "good.p12", unit(None))
    with pytest.raises(InputError, match="cannot be opened with this pass phrase"):
        load_credentials(good, "wrong")
    with pytest.raises(InputError, match=r"is valid from .* not today"):
        load_credentials(key_file(tmp_path / "old.p12", unit(None, days=-10)), PASS_PHRASE)
    with pytest.raises(InputError, match="no signatures for"):
        load_credentials(key_file(tmp_path / "ec.p12", unit(None, key=ec.generate_private_key(ec.SECP256R1()))), PASS_PHRASE)
    (tmp_path / "text.p12").write_text("no key")
    with pytest.raises(InputError, match="is no PKCS#12 file"):
        load_credentials(tmp_path / "text.p12", PASS_PHRASE)
    with pytest.raises(InputError, match="cannot be read"):
        load_credentials(tmp_path / "none.p12", PASS_PHRASE)


def test_a_certificate_that_has_run_out_is_told_from_an_unknown_one(tmp_path: Path) -> None:
    by, now = authority(), dt.datetime.now(dt.UTC)
    old = load_credentials(key_file(tmp_path / "old.p12", unit(by, days=-10)), PASS_PHRASE, now - dt.timedelta(days=20))
    made = export(sample_project(), ExportRequest(certified_by=old)).files[0].data
    assert [one.state for one in pdf_signatures(made, (by.certificate,))] == ["expired"]


def test_only_pdf_x_4_is_signed(tmp_path: Path) -> None:
    credentials = load_credentials(key_file(tmp_path / "unit.p12", unit(None)), PASS_PHRASE)
    for kind in ("pdf-x1a", "png", "review-pdf"):
        with pytest.raises(UsageError, match="Only PDF/X-4"):
            export(sample_project(), ExportRequest(kind, certified_by=credentials))


def test_the_command_takes_the_pass_phrase_from_the_environment_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cover = tmp_path / "cover.cover"
    save(cover, sample_project().packed())
    key = key_file(tmp_path / "unit.p12", unit(None))
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    ended = run("export", cover, "-o", tmp_path / "a.pdf", "--sign", key)
    assert (ended.code, "COVERKIT_PASS_PHRASE" in ended.err) == (2, True)
    monkeypatch.setenv("COVERKIT_PASS_PHRASE", PASS_PHRASE)
    assert run("export", cover, "-o", tmp_path / "a.pdf", "--sign", key).code == 0
    assert may_be_signed((tmp_path / "a.pdf").read_bytes())


def test_without_pyhanko_a_sentence_says_what_to_install(signed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    key = key_file(tmp_path / "unit.p12", unit(None))
    monkeypatch.setattr(library, "find_spec", lambda _: None)
    library.is_installed.cache_clear()
    try:
        with pytest.raises(MissingError, match="not installed") as refused:
            load_credentials(key, PASS_PHRASE)
        assert 'pip install "coverkit[sign]"' in refused.value.remedy
        found = verify(signed)
        assert not found.signatures
        assert "needs pyHanko" in found.signatures_reason
        assert found.is_clean()
    finally:
        library.is_installed.cache_clear()


def test_a_file_that_is_no_certificate_is_not_trusted(tmp_path: Path) -> None:
    (tmp_path / "bad.cer").write_bytes(b"nothing")
    assert run("signer", "trust", tmp_path / "bad.cer").code == 3
    kept = certificate_file(tmp_path / "good.der", authority().certificate, pem=False)
    assert run("signer", "trust", kept).code == 0


def test_a_signature_that_is_damaged_is_told(signed: Path, tmp_path: Path) -> None:
    path = tmp_path / "cover.pdf"
    path.write_bytes(signed.read_bytes().replace(b"/FT /Sig", b"/FT /Btn"))
    assert verify(path).signatures_reason == "There was one, but it is no longer whole."
    data = signed.read_bytes()
    at = data.index(b"/ByteRange")
    assert pdf_signatures(data[:at] + data[at:].replace(b"[0 ", b"[9 ", 1), ())[0].is_false
