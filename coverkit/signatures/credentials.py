"""A unit's key and certificate, from the PKCS#12 file (.p12, .pfx) that its certification authority gave it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from coverkit.errors import InputError
from coverkit.i18n import system_reason, tr
from coverkit.records import dataclass
from coverkit.signatures.library import require

if TYPE_CHECKING:
    from cryptography.x509 import Certificate
    from pyhanko.sign.signers import SimpleSigner

_LARGEST_FILE = 1_000_000


@dataclass(frozen=True, slots=True, eq=False)
class Credentials:
    """What signs.

    Attributes:
        name: whose certificate it is.
        signer: pyHanko's form of key, certificate and the chain that came with it.
    """

    name: str
    signer: SimpleSigner


def load_credentials(path: Path, pass_phrase: str, now: dt.datetime | None = None) -> Credentials:
    """Read a PKCS#12 file.

    Args:
        path: the file.
        pass_phrase: that opens it; "" for none.
        now: the moment at which the certificate has to be valid; the clock's if none is given.

    Raises:
        MissingError: pyHanko is not installed.
        InputError: the file cannot be read or opened, holds no RSA key, or its certificate is not valid now.
    """
    require()
    from cryptography.hazmat.primitives.serialization.pkcs12 import load_key_and_certificates
    from pyhanko.sign.signers import SimpleSigner

    raw, phrase = _read(path), pass_phrase.encode() or None
    try:
        key, certificate, _ = load_key_and_certificates(raw, phrase)
    except ValueError as error:
        raise _not_opened(path, raw) from error
    if key is None or certificate is None:
        raise InputError(
            tr("{path} holds no key with its certificate.", path=path), tr("Name the .p12 or .pfx file that holds both.")
        )
    _refuse_unfit(path, certificate, now or dt.datetime.now(dt.UTC))
    signer = SimpleSigner.load_pkcs12_data(raw, other_certs=[], passphrase=phrase)
    if signer is None:
        raise _not_opened(path, raw)
    return Credentials(common_name(certificate), signer)


def common_name(certificate: Certificate) -> str:
    """Return whose a certificate is: the common name, else the whole subject."""
    from cryptography.x509.oid import NameOID

    names = certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    return str(names[0].value) if names else certificate.subject.rfc4514_string()


def _refuse_unfit(path: Path, certificate: Certificate, now: dt.datetime) -> None:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

    if not isinstance(certificate.public_key(), RSAPublicKey):
        raise InputError(
            tr("{path} holds a key that PDF 1.6, and so PDF/X-4, has no signatures for.", path=path),
            tr("Ask the certification authority for an RSA key."),
        )
    first, last = certificate.not_valid_before_utc, certificate.not_valid_after_utc
    if not first <= now <= last:
        raise InputError(
            tr(
                "The certificate of {name} is valid from {first} to {last}, not today.",
                name=common_name(certificate),
                first=f"{first:%d/%m/%Y}",
                last=f"{last:%d/%m/%Y}",
            ),
            tr("Ask the certification authority for a new one."),
        )


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(_LARGEST_FILE)
    except OSError as error:
        raise InputError(
            tr("{path} cannot be read: {reason}.", path=path, reason=system_reason(error)),
            tr("Check the path, and that you may read the file."),
        ) from error


def _not_opened(path: Path, raw: bytes) -> InputError:
    # A PKCS#12 file is a DER sequence.
    if raw[:1] != b"\x30":
        return InputError(
            tr("{path} is no PKCS#12 file.", path=path), tr("Name the .p12 or .pfx file that holds key and certificate.")
        )
    return InputError(tr("{path} cannot be opened with this pass phrase.", path=path), tr("Check the pass phrase."))
