"""Certify a PDF/X-4 file: one revision is added whose signature forbids every later change (DocMDP, P = 1).

The file stays what it was: its version, metadata and developer extensions are not touched, which pyHanko would do by itself;
the signature's field has no size and lies outside the bleed.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from coverkit.errors import InputError
from coverkit.i18n import tr
from coverkit.signatures.credentials import Credentials
from coverkit.signatures.library import require

if TYPE_CHECKING:
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

FIELD = "CoverKit"
_BEYOND = 20.0
"""Points to the left of and below the medium."""


def certified(pdf: bytes, credentials: Credentials) -> bytes:
    """Return a file with a certifying signature.

    Args:
        pdf: a finished PDF/X-4 file.
        credentials: of whom certifies it.

    Raises:
        MissingError: pyHanko is not installed.
        InputError: the file cannot be read, or is certified already.
    """
    require()
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.sign.fields import MDPPerm, SigFieldSpec, SigSeedSubFilter
    from pyhanko.sign.general import SigningError
    from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner

    metadata = PdfSignatureMetadata(
        field_name=FIELD,
        md_algorithm="sha256",
        name=credentials.name,
        certify=True,
        docmdp_permissions=MDPPerm.NO_CHANGES,
        subfilter=SigSeedSubFilter.ADOBE_PKCS7_DETACHED,
    )
    out = io.BytesIO()
    try:
        writer = _writer(pdf)
        signer = PdfSigner(metadata, credentials.signer, new_field_spec=SigFieldSpec(FIELD, box=_place(writer)))
        signer.sign_pdf(writer, output=out)
    except (PdfError, SigningError, ValueError) as error:
        raise InputError(
            tr("The file cannot be signed (technical detail: {reason}).", reason=str(error)[:200]),
            tr("Export the cover again."),
        ) from error
    return out.getvalue()


def _writer(pdf: bytes) -> IncrementalPdfFileWriter:
    from pyhanko.pdf_utils.extensions import DeveloperExtension
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    class Unassuming(IncrementalPdfFileWriter):
        """Adds what it is told and nothing more: a catalog of version 1.7 or a new producer would break PDF/X."""

        def ensure_output_version(self, version: tuple[int, int]) -> None:
            """Leave the version: what is written here is all of PDF 1.6 or older."""

        def register_extension(self, ext: DeveloperExtension) -> None:
            """Leave the catalog's extensions."""

        def _update_meta(self) -> None:
            """Leave information and XMP, which must agree."""

    return Unassuming(io.BytesIO(pdf))


def _place(writer: IncrementalPdfFileWriter) -> tuple[int, int, int, int]:
    """Return a point outside the medium: a field at the medium's corner would lie within the bleed of a sheet without marks."""
    page = writer.root["/Pages"]["/Kids"][0]
    media = [float(edge) for edge in page.get("/MediaBox", (0, 0, 0, 0))]
    x, y = int(min(media[0], media[2]) - _BEYOND), int(min(media[1], media[3]) - _BEYOND)
    return x, y, x, y
