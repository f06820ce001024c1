"""The Arlington walker itself: silent on what is right, and it names each planted fault."""

from __future__ import annotations

from pathlib import Path

from pikepdf import Array, Dictionary, Name, Pdf, String

from tests.judges import arlington
from tests.preflight.files import built


def _states(pdf: Pdf) -> None:
    form = pdf.make_stream(
        b"", {"/Type": Name.XObject, "/Subtype": Name.Form, "/BBox": [0, 0, 9, 9], "/Resources": Dictionary()}
    )
    states = Dictionary(G=Dictionary(Type=Name.ExtGState, BM=Name.Normal, OP=True, OPM=1))
    pdf.pages[0].obj.Resources = Dictionary(ExtGState=states, XObject=Dictionary(Fo=form))


def _file(tmp_path: Path, data: bytes) -> Path:
    path = tmp_path / "file.pdf"
    path.write_bytes(data)
    return path


def test_a_clean_file_gives_no_message(tmp_path: Path) -> None:
    assert arlington.messages(_file(tmp_path, built(_states))) == []


def test_four_planted_faults_give_four_messages(tmp_path: Path) -> None:
    def faults(pdf: Pdf) -> None:
        _states(pdf)
        page = pdf.pages[0].obj
        page.Resources.ExtGState.G.BM = String("Normal")
        page.Sparkle = 1
        intent = pdf.Root.OutputIntents[0]
        intent.S = Name.GTS_OTHER
        del intent.OutputConditionIdentifier

    found = arlington.messages(_file(tmp_path, built(faults)))
    assert len(found) == 4
    for words in ("BM", "knows no Sparkle", "GTS_OTHER", "no OutputConditionIdentifier"):
        assert any(words in message for message in found), (words, found)


def test_wrong_types_in_arrays_and_streams_are_found(tmp_path: Path) -> None:
    def faults(pdf: Pdf) -> None:
        pdf.pages[0].obj.MediaBox = Array([0, 0, 100])
        pdf.Root.Metadata.Subtype = Name.PDF

    found = arlington.messages(_file(tmp_path, built(faults)))
    assert any("MediaBox" in message for message in found)
    assert any("Metadata" in message for message in found)
