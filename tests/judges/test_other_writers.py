"""No press rule objects to what other programs write rightly, and their mistakes are found and named."""

from __future__ import annotations

from pathlib import Path

import pytest
from pikepdf import Dictionary, Name, Pdf

from coverkit.app.file_check import FileChecked, check_file
from coverkit.checks.finding import Severity
from coverkit.resources import assets
from tests.judges.other_writers import ghostscript_x3, needs_ghostscript, needs_scribus, scribus
from tests.preflight.files import built

PROFILE = assets() / "profiles" / "ISOcoated_v2_300_bas.icc"


def _errors(found: FileChecked) -> list[str]:
    errors = [one for one in found.result.findings if one.severity is Severity.ERROR and one.rule.startswith("press.")]
    return sorted({f"{one.rule}/{one.code}" for one in errors})


@needs_ghostscript
def test_ghostscript(tmp_path: Path) -> None:
    def shaded(pdf: Pdf) -> None:
        function = Dictionary(FunctionType=2, Domain=[0, 1], N=1, C0=[0, 0, 0, 0], C1=[0, 1, 1, 0])
        shading = Dictionary(ShadingType=2, ColorSpace=Name.DeviceCMYK, Coords=[50, 50, 500, 500], Function=function)
        pdf.pages[0].obj.Resources = Dictionary(Shading=Dictionary(Sh=shading))

    source, out = tmp_path / "source.pdf", tmp_path / "out.pdf"
    source.write_bytes(built(shaded, b"/Sh sh 0 0 0 1 k 50 50 100 100 re f"))
    ghostscript_x3(source, PROFILE, out)
    found = check_file(out)
    assert found.subject.standard == "PDF/X-3:2002"
    assert _errors(found) == []


@needs_scribus
@pytest.mark.parametrize(("version", "standard", "transparent"), [(10, "PDF/X-4", True), (11, "PDF/X-1a:2001", False)])
def test_scribus(tmp_path: Path, version: int, standard: str, transparent: bool) -> None:
    out = tmp_path / "out.pdf"
    scribus(version, out, transparent)
    found = check_file(out)
    assert found.subject.standard == standard
    # It calls its output condition "Custom" and describes it nowhere: neither a registry nor an Info says what that is.
    assert _errors(found) == ["press.output-intent/unexplained"]
