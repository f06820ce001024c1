"""`coverkit campaigns art`: make sealed art of a drawing or a picture."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from coverkit.cli import output
from coverkit.cli.arguments import positive, whole
from coverkit.errors import ExitCode
from coverkit.i18n import number, tr

if TYPE_CHECKING:
    from coverkit.app.art_intake import TakenArt
    from coverkit.model.values import Cmyk


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("file", metavar=tr("FILE"), type=Path, help=tr("PDF, PDF-compatible AI, SVG, PNG, TIFF or JPEG"))
    parser.add_argument(
        "-o",
        "--out",
        metavar=tr("FILE"),
        type=Path,
        required=True,
        help=tr("the sealed PDF; a PNG that shows it goes beside it"),
    )
    parser.add_argument(
        "--inks", metavar=tr("FILE"), type=Path, help=tr("TOML table of the campaign's inks by name and screen colour")
    )
    parser.add_argument("--width", metavar="MM", type=positive, help=tr("width of the art in mm; as the file says if left out"))
    parser.add_argument("--page", metavar="N", type=whole, help=tr("page of a PDF that has several"))
    parser.add_argument("--title", metavar=tr("TEXT"), default="", help=tr("title of the art; the file's name if left out"))
    parser.add_argument("--json", action="store_true", help=tr("write the result as one JSON document"))


def run(arguments: argparse.Namespace) -> int:
    """Make the art, write it, and tell what was done."""
    from coverkit.app.art_intake import ArtOptions, take_art, write_art
    from coverkit.artwork.inking import InkTable, read_inks

    inks = InkTable() if arguments.inks is None else read_inks(arguments.inks)
    taken = take_art(arguments.file, ArtOptions(inks, arguments.width, arguments.page, arguments.title))
    pdf, png = write_art(taken, arguments.out)
    if arguments.json:
        output.document(_entry(taken, pdf, png))
        return ExitCode.CLEAN
    size = f"{number(taken.width_mm, 1)} × {number(taken.height_mm, 1)} mm"
    output.result(tr("{path}: sealed art, {size}. It looks like {png}.", path=pdf, size=size, png=png))
    for sentence in taken.steps:
        output.result(f"  {sentence}")
    if taken.largest_mm is not None:
        largest = f"{number(taken.largest_mm[0], 0)} × {number(taken.largest_mm[1], 0)} mm"
        output.result("  " + tr("Its pictures have 300 ppi up to {size}.", size=largest))
    for screen, ink in taken.colours:
        output.result(f"  {screen} → {_words(ink)}")
    for sentence in taken.warnings:
        output.message(tr("Look: {sentence}", sentence=sentence))
    return ExitCode.CLEAN


def _words(ink: Cmyk) -> str:
    return " ".join(f"{name}{number(part * 100, 0)}" for name, part in zip("CMYK", _parts(ink), strict=True))


def _parts(ink: Cmyk) -> tuple[float, float, float, float]:
    return ink.c, ink.m, ink.y, ink.k


def _entry(taken: TakenArt, pdf: Path, png: Path) -> dict[str, object]:
    return {
        "art": str(pdf),
        "picture": str(png),
        "size_mm": [round(taken.width_mm, 2), round(taken.height_mm, 2)],
        "steps": list(taken.steps),
        "warnings": list(taken.warnings),
        "colours": [
            {"screen": screen, "cmyk": [round(part * 100, 1) for part in _parts(ink)]} for screen, ink in taken.colours
        ],
        "ppi": None if taken.ppi is None else round(taken.ppi, 1),
        "largest_mm": None if taken.largest_mm is None else [round(side, 1) for side in taken.largest_mm],
    }
