"""Certificates that this computer trusts, those of authorities or of single units, in the person's own folder."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from coverkit.errors import InputError
from coverkit.i18n import system_reason, tr
from coverkit.model.storage.atomic import atomic_write
from coverkit.model.storage.folders import make_folder
from coverkit.resources import user_folder

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

ENDINGS = (".cer", ".crt", ".der", ".pem")
_LARGEST_FILE = 100_000


def trusted_certificates() -> tuple[Certificate, ...]:
    """Return the certificates that this computer trusts.

    Raises:
        InputError: a file of them is damaged.
    """
    return tuple(load_certificate(path) for path in sorted(_folder().glob("*.cer")))


def load_certificate(path: Path) -> Certificate:
    """Read a certificate, as DER or PEM.

    Raises:
        InputError: it cannot be read, or is no certificate.
    """
    from cryptography.x509 import load_der_x509_certificate, load_pem_x509_certificate

    try:
        with path.open("rb") as stream:
            raw = stream.read(_LARGEST_FILE)
    except OSError as error:
        raise InputError(
            tr("{path} cannot be read: {reason}.", path=path, reason=system_reason(error)),
            tr("Check the path, and that you may read the file."),
        ) from error
    try:
        return load_pem_x509_certificate(raw) if raw.lstrip().startswith(b"-----") else load_der_x509_certificate(raw)
    except ValueError as error:
        raise InputError(
            tr("{path} is no certificate.", path=path), tr("Ask for the certificate as a .cer, .crt or .pem file.")
        ) from error


def trust_certificate(certificate: Certificate) -> Path:
    """Trust a certificate, and what it has issued, on this computer from now on; return the file that says so.

    Raises:
        OutputError: the person's own folder cannot be written.
    """
    from cryptography.hazmat.primitives.serialization import Encoding

    raw = certificate.public_bytes(Encoding.DER)
    path = _folder() / f"{hashlib.sha256(raw).hexdigest()[:16]}.cer"
    make_folder(path.parent)
    atomic_write(path, raw)
    return path


def fingerprint(certificate: Certificate) -> str:
    """Return a certificate's SHA-256 as people compare it: pairs of digits with colons."""
    from cryptography.hazmat.primitives.hashes import SHA256

    return certificate.fingerprint(SHA256()).hex(":").upper()


def _folder() -> Path:
    return user_folder() / "certificates"
