"""Other programs as writers: what they call PDF/X is what the press rules are held against. A missing one skips its tests."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

needs_ghostscript = pytest.mark.skipif(shutil.which("gs") is None, reason="Ghostscript (gs) is not installed")
needs_scribus = pytest.mark.skipif(shutil.which("scribus") is None, reason="Scribus (scribus) is not installed")

_PROLOGUE = """
[ /GTS_PDFXVersion (PDF/X-3:2002) /Title (Trial) /Trapped /False /DOCINFO pdfmark
[ /_objdef {press} /type /stream /OBJ pdfmark
[ {press} << /N 4 >> /PUT pdfmark
[ {press} (%s) (r) file /PUT pdfmark
[ /_objdef {intent} /type /dict /OBJ pdfmark
[ {intent} << /Type /OutputIntent /S /GTS_PDFX /OutputConditionIdentifier (FOGRA39) /Info (FOGRA39)
  /RegistryName (http://www.color.org) /DestOutputProfile {press} >> /PUT pdfmark
[ {Catalog} << /OutputIntents [ {intent} ] >> /PUT pdfmark
"""
_SCRIPT = """
import scribus
scribus.newDocument((190, 270), (10, 10, 10, 10), scribus.PORTRAIT, 1, scribus.UNIT_MILLIMETERS, scribus.PAGE_1, 0, 1)
scribus.defineColorCMYK("Red", 0, 255, 255, 0)
ground = scribus.createRect(-3, -3, 196, 100)
scribus.setFillColor("Red", ground)
scribus.setLineColor("None", ground)
if {transparent}:
    scribus.setFillTransparency(0.5, ground)
words = scribus.createText(10, 120, 170, 40)
scribus.setText("Trial", words)
scribus.setFontSize(30, words)
scribus.setInfo("Trial", "Trial", "")
pdf = scribus.PDFfile()
pdf.version = {version}
pdf.file = {out!r}
pdf.bleedt = pdf.bleedb = pdf.bleedl = pdf.bleedr = 3
pdf.useDocBleeds = False
pdf.fontEmbedding = 0
pdf.outdst = 1
pdf.save()
"""


def ghostscript_x3(source: Path, profile: Path, out: Path) -> None:
    """Let Ghostscript make a PDF/X-3:2002 of a file."""
    prologue = out.with_suffix(".ps")
    prologue.write_text(_PROLOGUE % profile, encoding="ascii")
    command = ["gs", "-q", "-dPDFX", "-dBATCH", "-dNOPAUSE", "-dSAFER", f"--permit-file-read={profile}", "-sDEVICE=pdfwrite"]
    colours = ["-sColorConversionStrategy=CMYK", "-dProcessColorModel=/DeviceCMYK"]
    subprocess.run([*command, *colours, f"-sOutputFile={out}", str(prologue), str(source)], capture_output=True, check=True)


def scribus(version: int, out: Path, transparent: bool = False) -> None:
    """Let Scribus compose a page and write it; version 10 is PDF/X-4, 11 PDF/X-1a, 12 PDF/X-3."""
    run_scribus(_SCRIPT.format(version=version, out=str(out), transparent=transparent), out)


def run_scribus(program: str, out: Path) -> None:
    """Let Scribus run a program that writes a file."""
    script = out.with_suffix(".py")
    script.write_text(program, encoding="utf-8")
    # Scribus keeps its settings at home, and would ask about them.
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(out.parent)}
    command = ["scribus", "-g", "-ns", "-py", str(script)]
    subprocess.run(command, env=surroundings, cwd=out.parent, capture_output=True, check=False, timeout=120)
