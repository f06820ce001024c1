"""Plates of any PDF, by Ghostscript's device `tiffsep` where it is installed: spots, overprint and transparency as on a press.

Ghostscript is another program under another licence; it is only run, in its safe mode, on a copy in a folder of its own, with
limits on time, memory and pixels. Without smooth edges it paints every pixel that a shape touches: small light type on a dark
ground then takes up to 5 points of ink away.
"""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from coverkit.errors import InputError, MissingError
from coverkit.external import find_program, quietly
from coverkit.i18n import tr
from coverkit.records import dataclass

PageBox = Literal["media", "crop", "bleed", "trim", "art"]
Plane = NDArray[np.uint8]

_PROGRAMS = ("gs", "gswin64c", "gswin32c")
_ON_WINDOWS = ("gs/gs*/bin/gswin64c.exe", "gs/gs*/bin/gswin32c.exe")
_BOXES = {"crop": "-dUseCropBox", "bleed": "-dUseBleedBox", "trim": "-dUseTrimBox", "art": "-dUseArtBox"}
_PLATE = re.compile(r"out\((.+)\)\.tif")
_ALWAYS = (
    "-dShowAnnots=false",
    "-dTextAlphaBits=4",
    "-dGraphicsAlphaBits=4",
    # Drawn in bands: Ghostscript 10.00 leaves plates of spots empty when it draws a chosen page at once.
    "-dMaxBitmap=0",
)
_POINTS = 72.0
_INNER_DPI = 144.0
_MOST_AVERAGED = 2
_MOST_PIXELS = 120_000_000
_MOST_PLATES = 64
_MOST_MEMORY = 1 << 30
_PROBE_SECONDS = 20


@dataclass(frozen=True, slots=True)
class PlateRequest:
    """Which plates are wanted.

    Attributes:
        page: its number, from 1.
        box: the page box that they cover, which the page states.
        size: width and height of that box in points, to tell beforehand how many pixels there will be.
        dpi: pixels per inch.
        profile: the ICC profile of the press, for colours that are not inks yet; b"" for Ghostscript's own.
        seconds: after which Ghostscript is stopped.
    """

    page: int
    box: PageBox
    size: tuple[float, float]
    dpi: float
    profile: bytes = b""
    seconds: float = 60.0


@cache
def ghostscript() -> tuple[str, str] | None:
    """Return Ghostscript's program and version, None where it is not installed; looked for once."""
    program = find_program(_PROGRAMS, _ON_WINDOWS)
    if program is None:
        return None
    try:
        told = subprocess.run([program, "--version"], capture_output=True, timeout=_PROBE_SECONDS, check=True, **quietly())
    except (OSError, subprocess.SubprocessError):
        return None
    return program, told.stdout.decode("ascii", "replace").strip()


def plates(pdf: bytes, request: PlateRequest) -> Mapping[str, Plane]:
    """Return the plates of a page by the names of their inks: amounts of ink, 0 to 255, row by row from the top.

    The page lies as it is shown, turned by its Rotate.

    Raises:
        MissingError: Ghostscript is not installed.
        InputError: it cannot draw the page, or not within the limits.
    """
    found = ghostscript()
    if found is None:
        raise MissingError(tr("Ghostscript is not installed."), tr("Install Ghostscript to have the ink of any PDF measured."))
    with tempfile.TemporaryDirectory(prefix="coverkit-") as name:
        folder = Path(name)
        (folder / "in.pdf").write_bytes(pdf)
        _draw(found[0], folder, request)
        return _read(folder)


def _draw(program: str, folder: Path, request: PlateRequest) -> None:
    averaged = _averaged(request)
    inner = request.dpi * averaged
    options = [f"-r{inner:g}", f"-dDownScaleFactor={averaged}", f"-dFirstPage={request.page}", f"-dLastPage={request.page}"]
    if request.box in _BOXES:
        options.append(_BOXES[request.box])
    if request.profile:
        profile = "press.icc"
        (folder / profile).write_bytes(request.profile)
        # The same profile on both sides leaves the file's own inks as they are.
        options += [f"--permit-file-read={profile}", f"-sOutputICCProfile={profile}", f"-sDefaultCMYKProfile={profile}"]
    command = [
        program,
        "-dSAFER",
        "-q",
        "-dNOPAUSE",
        "-dBATCH",
        "-sDEVICE=tiffsep",
        *_ALWAYS,
        *options,
    ]
    # Plain names within the folder: a path with a per cent sign or a colon means something else to Ghostscript.
    _run([*command, "-sOutputFile=out.tif", "in.pdf"], folder, request.seconds)


def _averaged(request: PlateRequest) -> int:
    """Return how many times larger the page is drawn; as often as the limit of pixels allows."""
    pixels = request.size[0] * request.size[1] * (request.dpi / _POINTS) ** 2
    averaged = max(1, min(_MOST_AVERAGED, round(_INNER_DPI / request.dpi)))
    while averaged > 1 and pixels * averaged**2 > _MOST_PIXELS:
        averaged -= 1
    if not 0 < pixels <= _MOST_PIXELS:
        raise InputError(
            tr("The page is too large to measure its ink at {dpi} dpi.", dpi=f"{request.dpi:g}"),
            tr("Choose a lower resolution."),
        )
    return averaged


def _run(command: list[str], folder: Path, seconds: float) -> None:
    environment = {**os.environ, "TMPDIR": str(folder), "TEMP": str(folder)}
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=environment,
        cwd=folder,
        **quietly(),
    ) as running:
        _limit_memory(running.pid)
        try:
            told, _ = running.communicate(timeout=seconds)
        except subprocess.TimeoutExpired as error:
            running.kill()
            raise InputError(
                tr("Ghostscript did not draw the page within {seconds} seconds.", seconds=f"{seconds:g}")
            ) from error
    if running.returncode != 0:
        words = told.decode("utf-8", "replace").split("\n")[0].strip()[:200] or str(running.returncode)
        raise InputError(tr("Ghostscript cannot draw the page (technical detail: {reason}).", reason=words))


def _limit_memory(process: int) -> None:
    """Bound the memory of a process, where the system can do that from outside."""
    try:
        from resource import RLIMIT_AS, prlimit
    except ImportError:
        return
    # It may have ended already.
    with suppress(OSError):
        prlimit(process, RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))


def _read(folder: Path) -> Mapping[str, Plane]:
    files = {match[1]: path for path in sorted(folder.iterdir()) if (match := _PLATE.fullmatch(path.name))}
    if not files:
        raise InputError(tr("Ghostscript cannot draw the page (technical detail: {reason}).", reason="no plates"))
    if len(files) > _MOST_PLATES:
        raise InputError(tr("The page has {count} plates; so many are not measured.", count=len(files)))
    found = {}
    for ink, path in files.items():
        with Image.open(path) as image:
            found[ink] = 255 - np.asarray(image.convert("L"))
    return found
