"""Inspect a PDF: from a file or bytes to facts. Whatever the file is, the result is facts or an InputError."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pikepdf

from coverkit.errors import InputError
from coverkit.facts.parts import FileParts
from coverkit.facts.pdf import PdfFacts
from coverkit.i18n import tr
from coverkit.preflight import document, limits, values
from coverkit.preflight.intents import intent_facts
from coverkit.preflight.metadata import xmp_facts
from coverkit.preflight.objects import scan
from coverkit.preflight.page_tree import leaves
from coverkit.preflight.pages import page_facts
from coverkit.preflight.parts import parts_of

Result = TypeVar("Result")
_HEADER = re.compile(rb"%PDF-(\d+\.\d+)")
_HEAD = 1024
_MOST_DAMAGE = 20


def inspect(source: Path | bytes, name: str = "") -> PdfFacts:
    """Read a PDF, without judging it.

    Args:
        source: a file, or its bytes.
        name: what messages call it; the file's name when left out.

    Raises:
        InputError: it is no PDF, is damaged beyond reading, needs a password, or is larger than the limits.
    """
    return _read(source, name, lambda _, facts: facts)


def inspect_with_parts(data: bytes, name: str = "") -> tuple[PdfFacts, FileParts]:
    """Read a PDF and make the digests of its parts; the file is opened and taken apart once for both.

    Raises:
        InputError: as `inspect` says.
    """
    return _read(data, name, lambda pdf, facts: (facts, parts_of(pdf)))


def _read(source: Path | bytes, name: str, result: Callable[[pikepdf.Pdf, PdfFacts], Result]) -> Result:
    called = name or (source.name if isinstance(source, Path) else "PDF")
    head, size = _head(source, called)
    if size > limits.MAX_FILE:
        raise InputError(tr("{name} is larger than CoverKit reads.", name=called), tr("Export it again with smaller pictures."))
    with _opened(source, called) as pdf:
        try:
            return result(pdf, _facts(pdf, called, head, size))
        except (*values.DAMAGE, RecursionError, MemoryError) as error:
            raise _damaged(called, str(error)) from error


def _head(source: Path | bytes, called: str) -> tuple[bytes, int]:
    if isinstance(source, bytes):
        return source[:_HEAD], len(source)
    try:
        with source.open("rb") as file:
            return file.read(_HEAD), source.stat().st_size
    except OSError as error:
        raise InputError(
            tr("{name} cannot be read (technical detail: {reason}).", name=called, reason=error.strerror or "?"),
            tr("Check that the file exists and that you may read it."),
        ) from error


def _opened(source: Path | bytes, called: str) -> pikepdf.Pdf:
    try:
        stream = io.BytesIO(source) if isinstance(source, bytes) else source
        return pikepdf.open(stream, suppress_warnings=True, inherit_page_attributes=False)
    except pikepdf.PasswordError as error:
        raise InputError(
            tr("{name} is protected by a password.", name=called),
            tr("Ask for the file without a password; printers refuse protected files."),
        ) from error
    except (*values.DAMAGE, OSError, RecursionError, MemoryError) as error:
        raise _damaged(called, str(error)) from error


def _damaged(called: str, reason: str) -> InputError:
    # qpdf's own sentence begins with the path or a stream's address; what follows the last colon is what is wrong.
    detail = reason.rsplit(": ", 1)[-1].rstrip(".")[:200]
    return InputError(
        tr("{name} is no PDF, or is damaged (technical detail: {reason}).", name=called, reason=detail),
        tr("Export or send the file again."),
    )


def _facts(pdf: pikepdf.Pdf, called: str, head: bytes, size: int) -> PdfFacts:
    root: object = pdf.Root
    trailer: object = pdf.trailer
    # Asking qpdf for the pages would mend them first: a missing MediaBox becomes US Letter.
    tree = leaves(root)
    if not tree.pages:
        raise InputError(tr("{name} has no page.", name=called), tr("Export or send the file again."))
    found = _HEADER.search(head)
    objects = scan(pdf)
    forms = values.get(root, "/AcroForm")
    pages = page_facts(tree.pages, root)
    return PdfFacts(
        name=called,
        size=size,
        header_version=found[1].decode("ascii") if found else "",
        catalog_version=values.name(values.get(root, "/Version")),
        encrypted=pdf.is_encrypted,
        id=document.file_id(trailer),
        has_object_streams=objects.has_object_streams,
        has_xref_stream=values.name(values.get(trailer, "/Type")) == "XRef",
        info=document.info_facts(trailer),
        xmp=xmp_facts(values.get(root, "/Metadata")),
        intents=intent_facts(root),
        layers=document.layer_facts(root),
        has_javascript=document.has_names(root, "/JavaScript"),
        # A destination, which is an array, only says what is shown first.
        has_open_action=values.is_dictionary(values.get(root, "/OpenAction")),
        has_forms=document.has_fields_to_fill(forms),
        has_xfa=values.get(forms, "/XFA") is not None,
        embedded_files=document.embedded_files(root),
        has_alternate_presentations=document.has_names(root, "/AlternatePresentations"),
        viewer_boxes=document.viewer_boxes(root),
        objects=objects.facts(),
        page_count=len(tree.pages),
        pages=pages,
        damage=_damage(pdf, tree.damage),
    )


def _damage(pdf: pikepdf.Pdf, tree: tuple[str, ...]) -> tuple[str, ...]:
    mended = (str(warning).rsplit(": ", 1)[-1] for warning in pdf.get_warnings()[:_MOST_DAMAGE])
    return (*tree, *mended)
