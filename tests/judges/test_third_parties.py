"""Files of other makers, kept aside: the press rules were never tuned on them. What is missing here is skipped and said.

- LaTeX with pdfx (Debian: `texlive-latex-extra`) and WeasyPrint (in the benchmarks' venv of peers) write theirs anew.
- Files that other projects test with are read out of their source packages in `build/judges/sources`:
  `pip download --no-deps --no-binary :all: -d build/judges/sources pikepdf ocrmypdf`.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import tarfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pikepdf
import pytest

from coverkit.app.file_check import check_file
from coverkit.checks.finding import Severity
from coverkit.resources import assets

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT / "build" / "judges" / "sources"
PEERS = ROOT / "build" / "bench" / "peers" / "bin" / "python"
_LONGEST = 60

_LATEX = r"""\begin{{filecontents*}}[overwrite]{{page.xmpdata}}
\Title{{Trial}}\Author{{Nobody}}\Language{{en-GB}}
\end{{filecontents*}}
\documentclass{{article}}
\usepackage[{variant}]{{pdfx}}
\usepackage{{tikz}}
\begin{{document}}
\definecolor{{own}}{{cmyk}}{{0,1,1,0}}
{{\color{{own}}\Huge Trial words}} black words $\sum x^2$
\begin{{tikzpicture}}\fill[own] (0,0) circle (1);\end{{tikzpicture}}
{more}\end{{document}}
"""
_TWICE = "press.intact/damaged"
"""Version 1.6.5 of pdfx writes /OutputIntents and /Lang into the catalog twice, which no reader has to take."""
_WEASY = """
import sys
from weasyprint import HTML
profile, font, out, extra = sys.argv[1:]
HTML(string=f'''<html lang="vi"><title>Trial</title><style>
@page {{ size: 190mm 270mm; margin: 20mm; bleed: 3mm }}
@color-profile device-cmyk {{ src: url(file://{profile}); components: c, m, y, k }}
@font-face {{ font-family: own; src: url(file://{font}) }}
body {{ font-family: own; color: device-cmyk(0 0 0 1) }} h1 {{ color: device-cmyk(0 1 1 0) }}
</style><h1>Trial words</h1><p {extra}>Words</p></html>''').write_pdf(out, pdf_variant="pdf/x-4", output_intent="device-cmyk")
"""

_IN_SOURCES = {
    # OCRmyPDF wrote these anew, and left the TrimBox out.
    "francais_ocr_fpdf2.pdf": ["press.boxes/trim-missing"],
    "francais_ocr_sandwich.pdf": ["press.boxes/trim-missing"],
}


def _errors(data: bytes | Path) -> list[str]:
    found = check_file(data).result.findings
    return sorted(
        {f"{one.rule}/{one.code}" for one in found if one.severity is Severity.ERROR and one.rule.startswith("press.")}
    )


@cache
def _has_pdfx() -> bool:
    if shutil.which("pdflatex") is None or shutil.which("kpsewhich") is None:
        return False
    return bool(subprocess.run(["kpsewhich", "pdfx.sty"], capture_output=True, check=False).stdout.strip())


def _latex(folder: Path, variant: str, more: str = "") -> bytes:
    (folder / "page.tex").write_text(_LATEX.format(variant=variant, more=more), encoding="utf-8")
    for _ in range(2):
        command = ["pdflatex", "-interaction=nonstopmode", "page.tex"]
        subprocess.run(command, cwd=folder, capture_output=True, check=False, timeout=_LONGEST)
    return (folder / "page.pdf").read_bytes()


def _once(data: bytes) -> bytes:
    """Return a file in which each key stands once."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data), suppress_warnings=True) as pdf:
        pdf.save(out, min_version=pdf.pdf_version, object_stream_mode=pikepdf.ObjectStreamMode.preserve)
    return out.getvalue()


@pytest.mark.skipif(not _has_pdfx(), reason="LaTeX with pdfx (pdflatex, pdfx.sty) is not installed")
@pytest.mark.parametrize("variant", ["x-4", "x-302", "x-1a1"])
def test_what_latex_writes_with_pdfx_has_its_one_fault_and_no_other(variant: str, tmp_path: Path) -> None:
    data = _latex(tmp_path, variant)
    assert set(_errors(data)) <= {_TWICE}
    assert _errors(_once(data)) == []


@pytest.mark.skipif(not _has_pdfx(), reason="LaTeX with pdfx (pdflatex, pdfx.sty) is not installed")
def test_rgb_that_latex_was_told_to_write_is_named(tmp_path: Path) -> None:
    data = _latex(tmp_path, "x-1a1", r"\pdfliteral{q 1 0 0 rg 0 0 9 9 re f Q}")
    assert _errors(_once(data)) == ["press.device-colours/not-ink"]


@pytest.mark.skipif(not PEERS.is_file(), reason="WeasyPrint is not there (run the benchmarks once)")
@pytest.mark.parametrize(
    ("extra", "expected"), [("", []), ('style="color: rgb(200, 30, 30)"', ["press.device-colours/not-ink"])]
)
def test_weasyprint(extra: str, expected: list[str], tmp_path: Path) -> None:
    out = tmp_path / "page.pdf"
    profile, font = assets() / "profiles" / "ISOcoated_v2_300_bas.icc", next((assets() / "fonts").glob("Lora/*.ttf"))
    command = [str(PEERS), "-c", _WEASY, str(profile), str(font), str(out), extra]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=_LONGEST)
    if "No module named 'weasyprint'" in done.stderr:
        pytest.skip("WeasyPrint is not in the venv of peers")
    assert done.returncode == 0, done.stderr
    assert _errors(out) == expected


def _claiming() -> Iterator[tuple[str, bytes]]:
    """Yield the files in source packages that call themselves PDF/X."""
    for archive in sorted(SOURCES.glob("*.tar.*")):
        with tarfile.open(archive) as packed:
            for member in packed:
                stream = packed.extractfile(member) if member.name.endswith(".pdf") and member.isfile() else None
                data = b"" if stream is None else stream.read()
                if b"GTS_PDFXVersion" in data:
                    yield Path(member.name).name, data


def test_files_that_other_projects_test_with() -> None:
    found = list(_claiming())
    if not found:
        pytest.skip("no source packages in build/judges/sources (see above)")
    assert {name: _errors(data) for name, data in found} == {name: _IN_SOURCES.get(name, []) for name, _ in found}
