"""The signatures inside a PDF: whose, whether the file is as it was signed, and whether the certificate is trusted here."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from coverkit.errors import InputError
from coverkit.i18n import tr
from coverkit.records import dataclass
from coverkit.signatures.library import is_installed

if TYPE_CHECKING:
    from cryptography.x509 import Certificate
    from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
    from pyhanko.sign.validation.status import PdfSignatureStatus

SignatureState = Literal["trusted", "unknown", "expired", "extended", "broken", "unreadable"]
_MOST = 16
_DAMAGE = (ValueError, TypeError, KeyError, IndexError, AttributeError, ArithmeticError, RecursionError, NotImplementedError)
"""What pyHanko and what it stands on raise on damaged files, besides their own errors."""


@dataclass(frozen=True, slots=True)
class PdfSignature:
    """A signature in a PDF.

    Attributes:
        state: as it was signed, by a certificate that is trusted here; by one that is not known here; by one that is not
            valid today; something was added to the file afterwards; what was signed was changed; or it cannot be understood.
        name: whose the certificate is; issuer: who issued it.
        certifies: it forbids later changes.
        time: that the signer's own clock told; None for none.
    """

    state: SignatureState
    name: str
    issuer: str
    certifies: bool
    time: dt.datetime | None

    @property
    def is_false(self) -> bool:
        """The file is not what was signed, or nobody can tell."""
        return self.state in ("extended", "broken", "unreadable")


def may_be_signed(pdf: bytes) -> bool:
    """Tell whether a file may hold a signature, without reading it: what is signed is named in plain bytes."""
    return b"/ByteRange" in pdf


def pdf_signatures(pdf: bytes, trusted: Sequence[Certificate]) -> tuple[PdfSignature, ...]:
    """Return the signatures of a PDF; none where pyHanko is missing (`library.is_installed`).

    Args:
        pdf: the file's bytes.
        trusted: certificates at which a chain may end.

    Raises:
        InputError: pyHanko cannot read the file.
    """
    if not may_be_signed(pdf) or not is_installed():
        return ()
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.pdf_utils.reader import PdfFileReader

    try:
        found = PdfFileReader(io.BytesIO(pdf)).embedded_regular_signatures[:_MOST]
    except (PdfError, *_DAMAGE) as error:
        raise InputError(
            tr("The signatures in the file cannot be read (technical detail: {reason}).", reason=str(error)[:200])
        ) from error
    return tuple(_signature(one, trusted) for one in found)


def _signature(embedded: EmbeddedPdfSignature, trusted: Sequence[Certificate]) -> PdfSignature:
    from asn1crypto.x509 import Certificate as Asn1Certificate
    from cryptography.hazmat.primitives.serialization import Encoding
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko.sign.validation.errors import SignatureValidationError
    from pyhanko.sign.validation.settings import KeyUsageConstraints
    from pyhanko_certvalidator import ValidationContext

    roots = [Asn1Certificate.load(one.public_bytes(Encoding.DER)) for one in trusted]
    usage = KeyUsageConstraints(key_usage={"digital_signature", "non_repudiation"}, match_all_key_usages=False)
    try:
        context = ValidationContext(trust_roots=roots, allow_fetching=False)
        status = validate_pdf_signature(embedded, context, key_usage_settings=usage)
    except (PdfError, SignatureValidationError, *_DAMAGE):
        return PdfSignature("unreadable", "", "", certifies=False, time=None)
    certificate = status.signing_cert
    return PdfSignature(
        _state(status),
        str(certificate.subject.native.get("common_name") or certificate.subject.human_friendly),
        str(certificate.issuer.native.get("common_name") or certificate.issuer.human_friendly),
        embedded.docmdp_level is not None,
        status.signer_reported_dt,
    )


def _state(status: PdfSignatureStatus) -> SignatureState:
    from pyhanko.sign.ades.report import AdESIndeterminate as Problem
    from pyhanko.sign.validation.status import SignatureCoverageLevel

    if not (status.intact and status.valid):
        return "broken"
    if status.coverage is not SignatureCoverageLevel.ENTIRE_FILE:
        return "extended"
    if status.trusted:
        return "trusted"
    outside_its_time = (Problem.EXPIRED, Problem.NOT_YET_VALID, Problem.OUT_OF_BOUNDS_NO_POE, Problem.OUT_OF_BOUNDS_NOT_REVOKED)
    return "expired" if status.trust_problem_indic in outside_its_time else "unknown"
