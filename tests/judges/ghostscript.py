"""Ghostscript as a judge: does it read a file without a word, which plates and which colours does it see."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pikepdf
import pytest
from numpy.typing import NDArray
from PIL import Image

INKS = ("Cyan", "Magenta", "Yellow", "Black")
needs_ghostscript = pytest.mark.skipif(shutil.which("gs") is None, reason="Ghostscript (gs) is not installed")

_AVERAGED = 4
"""Ghostscript paints every pixel that a shape touches and takes single pixels of pictures; so it draws 4 × 4 as many as are
wanted, and these are averaged: what lies in a pixel then counts by its area."""


def complaints(pdf: Path) -> str:
    """Return everything that Ghostscript says while it draws a file, and how it ended if that was badly."""
    strict = ["-dPDFSTOPONERROR", "-dPDFSTOPONWARNING"]
    done = subprocess.run(
        _command("ppmraw", *strict, "-r72", f"-sOutputFile={os.devnull}", str(pdf)), capture_output=True, check=False
    )
    said = (done.stdout + done.stderr).decode("utf-8", "replace").strip()
    return said or ("" if done.returncode == 0 else f"exit {done.returncode}")


def plates(pdf: bytes, box: str, size: tuple[int, int], folder: Path) -> NDArray[np.uint8]:
    """Return the four plates over a page box as amounts of ink, 0 to 255: inks, rows, columns."""
    _draw(pdf, box, size, folder, "tiffsep", f"-dDownScaleFactor={_AVERAGED}")
    pictures = []
    for ink in INKS:
        with Image.open(folder / f"out({ink}).tif") as image:
            pictures.append(255 - np.asarray(image.convert("L")))
    return np.stack(pictures)


def other_plates(folder: Path) -> list[str]:
    """Return the names of plates beside the four of the process inks that were drawn into a folder."""
    return [path.name for path in folder.glob("out(*).tif") if path.name not in {f"out({ink}).tif" for ink in INKS}]


def proof(pdf: bytes, box: str, size: tuple[int, int], folder: Path, press: Path, screen: Path) -> NDArray[np.uint8]:
    """Return a page box in sRGB: rows, columns, three levels.

    Args:
        pdf: the press file.
        box: name of the page box.
        size: width and height in pixels.
        folder: for files on the way.
        press: the ICC profile that DeviceCMYK means; Ghostscript's own default is another press.
        screen: the ICC profile of sRGB.

    Relative colorimetric with black point compensation is what a proof on the screen is defined as here. Ghostscript would
    take the intent from the profile's header and compensates only when told. `-dOverrideICC` is not needed: a press
    file has device colours only.
    """
    _draw(
        pdf,
        box,
        size,
        folder,
        "tiff24nc",
        f"--permit-file-read={press}",
        f"--permit-file-read={screen}",
        f"-sDefaultCMYKProfile={press}",
        f"-sOutputICCProfile={screen}",
        "-dRenderIntent=1",
        "-dBlackPtComp=1",
    )
    with Image.open(folder / "out.tif") as image:
        return np.asarray(image.convert("RGB").reduce(_AVERAGED))


def _draw(pdf: bytes, box: str, size: tuple[int, int], folder: Path, device: str, *options: str) -> None:
    """Draw exactly a page box into exactly so many pixels, averaged or to be averaged."""
    cropped, (width, height) = _only(pdf, box)
    (folder / "in.pdf").write_bytes(cropped)
    wide, high = size[0] * _AVERAGED, size[1] * _AVERAGED
    resolution = f"-r{wide * 72 / width:.6f}x{high * 72 / height:.6f}"
    exact = (resolution, f"-g{wide}x{high}", "-dTextAlphaBits=1", "-dGraphicsAlphaBits=1")
    command = _command(device, *options, *exact, f"-sOutputFile={folder / 'out.tif'}", str(folder / "in.pdf"))
    done = subprocess.run(command, capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b""), done


def _only(pdf: bytes, box: str) -> tuple[bytes, tuple[float, float]]:
    """Return the file with a box as its whole page (all else is as it was), and the box's size in points."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        page = document.pages[0]
        page.obj.MediaBox = page.obj[box]
        left, bottom, right, top = (float(edge) for edge in page.mediabox)
        buffer = io.BytesIO()
        document.save(buffer)
    return buffer.getvalue(), (right - left, top - bottom)


def _command(device: str, *options: str) -> list[str]:
    return ["gs", "-dSAFER", "-q", "-dNOPAUSE", "-dBATCH", f"-sDEVICE={device}", *options]
