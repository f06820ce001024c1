"""Documents: what is read of them, and that whatever comes in ends as facts or as a sentence for people."""

from __future__ import annotations

import io
import subprocess
import sys
import time
import zlib
from pathlib import Path

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, Pdf

from coverkit.errors import InputError
from coverkit.preflight import limits
from coverkit.preflight.inspect import inspect
from coverkit.preflight.streams import sha256
from tests.preflight.files import built, profile

ROOT = Path(__file__).resolve().parents[2]
DAMAGED = ROOT.parent / "shared" / "corpus" / "damaged"
FILES = sorted(DAMAGED.glob("files/*.pdf"))
BOMBS = sorted(DAMAGED.glob("bombs/*.pdf"))


def test_what_the_good_file_says() -> None:
    facts = inspect(built(), "good.pdf")
    assert (facts.name, facts.version, facts.encrypted, facts.page_count) == ("good.pdf", "1.6", False, 1)
    assert (facts.info["Title"].value, facts.info["Trapped"].kind) == ("Bản tin Đắk Nông", "name")
    assert facts.xmp is not None
    assert facts.xmp.values["{http://purl.org/dc/elements/1.1/}title"] == "Bản tin Đắk Nông"
    assert facts.xmp.values["{http://ns.adobe.com/xap/1.0/mm/}VersionID"] == "1"
    assert facts.intent is not None
    embedded = facts.intent.profile
    assert embedded is not None
    assert embedded.sha256 == sha256(profile())
    assert (embedded.channels, embedded.device_class, embedded.colour_space, embedded.version) == (4, "prtr", "CMYK", "2.1")
    assert len(facts.id) == 2
    assert facts.damage == ()
    assert facts.unread == ()


def test_a_file_and_its_bytes_give_the_same_facts(tmp_path: Path) -> None:
    path = tmp_path / "Bìa 1.pdf"
    path.write_bytes(built())
    assert inspect(path) == inspect(path.read_bytes(), "Bìa 1.pdf")


INHERITING = b"""%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 400 500] /TrimBox [9 9 90 90] /Rotate 90
  /Resources << /ExtGState << /G << /OP true >> >> >> >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /Contents 4 0 R >> endobj
4 0 obj << /Length 21 >> stream
/G gs 0 0 100 50 re f
endstream endobj
trailer << /Root 1 0 R >>
%%EOF"""


def test_inherited_boxes_and_resources() -> None:
    facts = inspect(INHERITING)
    page = facts.pages[0]
    assert page.media is not None
    assert (page.media.inherited, page.media.top, page.rotate, page.trim) == (True, 500.0, 90, None)
    (path,) = page.paths
    assert path.state.fill_overprint
    assert facts.damage


def test_layers() -> None:
    def layers(pdf: Pdf) -> None:
        on, off = (pdf.make_indirect(Dictionary(Type=Name.OCG, Name=name)) for name in ("on", "off"))
        default = Dictionary(Name="d", OFF=Array([off]))
        pdf.Root.OCProperties = Dictionary(OCGs=Array([on, off]), D=default, Configs=Array([Dictionary()]))

    facts = inspect(built(layers)).layers
    assert facts is not None
    assert (facts.names, facts.hidden, facts.configurations, facts.unnamed_configuration) == (("on", "off"), ("off",), 1, True)
    assert inspect(built()).layers is None


def test_refusals_name_the_file_and_help(tmp_path: Path) -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(built())) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))
    damaged = (b"", b"%PDF-1.6\nnothing", b"PK\3\4" * 99)
    for data, word in ((out.getvalue(), "password"), *((data, "damaged") for data in damaged)):
        with pytest.raises(InputError, match=word) as caught:
            inspect(data, "Bìa 1.pdf")
        assert caught.value.message.startswith("Bìa 1.pdf")
        assert caught.value.remedy
    with pytest.raises(InputError, match="cannot be read"):
        inspect(tmp_path / "none.pdf")


def _sentence(source: Path | bytes, name: str) -> InputError | None:
    """Inspect; return the refusal, None for facts."""
    try:
        facts = inspect(source, name)
    except InputError as error:
        return error
    assert facts.page_count >= 1
    assert not any(str(DAMAGED) in reason for reason in (*facts.unread, *facts.damage))
    return None


@pytest.mark.skipif(not FILES, reason="the corpus of damaged files is not beside the project")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_damaged_files_end_as_facts_or_a_sentence(path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    start = time.perf_counter()
    error = _sentence(path, "")
    assert time.perf_counter() - start < 10
    if error is not None:
        assert path.name in error.message
        assert str(DAMAGED) not in error.message
        assert error.remedy
    assert capfd.readouterr() == ("", "")


LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
resource.setrlimit(resource.RLIMIT_CPU, (10, 10))
from pathlib import Path
from coverkit.errors import InputError
from coverkit.preflight.inspect import inspect
try:
    print(inspect(Path(sys.argv[1])).unread)
except InputError as error:
    print(error.message)
"""


def _limited(path: Path) -> str:
    run = subprocess.run(
        [sys.executable, "-c", LIMITED, str(path)], cwd=ROOT, capture_output=True, text=True, check=False, timeout=30
    )
    assert run.returncode == 0, run.stderr
    return run.stdout


@pytest.mark.skipif(not BOMBS, reason="the corpus of damaged files is not beside the project")
@pytest.mark.parametrize("path", BOMBS, ids=lambda path: path.stem)
def test_bombs_are_left_unopened(path: Path) -> None:
    assert "content stream" in _limited(path)


def _object_stream_bomb() -> bytes:
    packed = zlib.compressobj()
    head = packed.compress(b"1 0 << /Type /Catalog >> ") + packed.flush(zlib.Z_FULL_FLUSH)
    block = packed.compress(b" " * (1 << 20)) + packed.flush(zlib.Z_FULL_FLUSH)
    bomb = head + block * 3000
    data = b"%PDF-1.5\n"
    first = len(data)
    data += b"5 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length %d >>\nstream\n" % len(bomb) + bomb
    data += b"\nendstream\nendobj\n"
    start = len(data)
    rows = [(0, 0, 0), (2, 5, 0), (1, first, 0), (1, start, 0)]
    table = b"".join(bytes([kind]) + place.to_bytes(4, "big") + bytes([index]) for kind, place, index in rows)
    entry = b"6 0 obj\n<< /Type /XRef /Size 7 /Index [0 2 5 2] /W [1 4 1] /Root 1 0 R /Length %d >>\nstream\n" % len(table)
    return data + entry + table + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF" % start


def test_an_object_stream_that_grows_to_gigabytes_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.pdf"
    path.write_bytes(_object_stream_bomb())
    assert path.stat().st_size < 4_000_000
    assert "damaged" in _limited(path)


def test_lzw_is_read_only_where_it_cannot_explode() -> None:
    def planted(data: bytes, *names: str) -> bytes:
        def change(pdf: Pdf) -> None:
            pdf.pages[0].obj.Contents = pikepdf.Stream(pdf, data, Filter=Array([Name(name) for name in names]))

        return built(change)

    word = b"\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01"
    assert not any("LZW" in reason for reason in inspect(planted(word, "/LZWDecode")).unread)
    assert any("LZW" in reason for reason in inspect(planted(zlib.compress(word), "/FlateDecode", "/LZWDecode")).unread)
    assert any("LZW" in reason for reason in inspect(planted(word * 9000, "/LZWDecode")).unread)


def test_forms_that_double_at_each_level_end(monkeypatch: pytest.MonkeyPatch) -> None:
    def deep(pdf: Pdf) -> None:
        entries = {"/Subtype": Name.Form, "/BBox": [0, 0, 9, 9]}
        form = pdf.make_stream(b"0 0 1 1 re f", entries)
        for _ in range(60):
            inner = Dictionary(XObject=Dictionary(In=form))
            form = pdf.make_stream(b"/In Do /In Do", {**entries, "/Resources": inner})
        pdf.pages[0].obj.Resources = Dictionary(XObject=Dictionary(In=form))

    monkeypatch.setattr(limits, "MAX_SECONDS", 0.3)
    start = time.perf_counter()
    assert inspect(built(deep, b"/In Do")).unread
    assert time.perf_counter() - start < 3


def test_operators_are_counted_against_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_OPERATORS", 5000)
    assert inspect(built(content=b"q Q " * 2000)).unread == ()
    assert inspect(built(content=b"q Q " * 5000)).unread == ("more than the limit of operators or time",)


GOOD = built()


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.integers(0, 3000), st.integers(0, 255)), min_size=1, max_size=12), st.integers(0, 40))
def test_any_bytes_changed_or_cut_end_as_facts_or_a_sentence(changes: list[tuple[int, int]], cut: int) -> None:
    # The profile is most of the file; damage elsewhere is what matters.
    data = bytearray(GOOD)
    for place, byte in changes:
        data[-place - 1 if place % 2 else place] = byte
    error = _sentence(bytes(data[: len(data) - cut * 20]), "cover.pdf")
    assert error is None or error.message.startswith("cover.pdf")
