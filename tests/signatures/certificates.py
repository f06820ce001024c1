"""Throw-away certification authorities and certificates."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID

PASS_PHRASE = "bí mật"
UNIT = "Trung tâm Khuyến nông tỉnh Đắk Nông"
AUTHORITY = "Cơ quan chứng thực thử"
Key = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey


@dataclass(frozen=True, slots=True)
class Party:
    """Who holds a key and a certificate."""

    key: Key
    certificate: x509.Certificate


def name(text: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])


def party(called: str, key: Key, issuer: Party | None, first: dt.datetime, last: dt.datetime) -> Party:
    by = issuer.certificate.subject if issuer is not None else name(called)
    usage = x509.KeyUsage(
        digital_signature=True,
        content_commitment=issuer is not None,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=issuer is None,
        crl_sign=issuer is None,
        encipher_only=False,
        decipher_only=False,
    )
    builder = (
        x509.CertificateBuilder()
        .subject_name(name(called))
        .issuer_name(by)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(first)
        .not_valid_after(last)
        .add_extension(x509.BasicConstraints(ca=issuer is None, path_length=None), critical=True)
        .add_extension(usage, critical=True)
    )
    return Party(key, builder.sign(issuer.key if issuer is not None else key, hashes.SHA256()))


@cache
def rsa_key(_: str) -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(65537, 2048)


def authority() -> Party:
    now = dt.datetime.now(dt.UTC)
    return party(AUTHORITY, rsa_key("authority"), None, now - dt.timedelta(days=400), now + dt.timedelta(days=400))


def unit(issuer: Party | None, *, days: int = 100, key: Key | None = None) -> Party:
    now = dt.datetime.now(dt.UTC)
    return party(UNIT, key or rsa_key("unit"), issuer, now - dt.timedelta(days=300), now + dt.timedelta(days=days))


def key_file(path: Path, one: Party, chain: list[x509.Certificate] | None = None) -> Path:
    """Write a PKCS#12 file that the pass phrase opens."""
    # Few rounds: the tests open it often.
    locked = (
        serialization.PrivateFormat.PKCS12.encryption_builder()
        .kdf_rounds(100)
        .key_cert_algorithm(pkcs12.PBES.PBESv2SHA256AndAES256CBC)
        .hmac_hash(hashes.SHA256())
        .build(PASS_PHRASE.encode())
    )
    path.write_bytes(pkcs12.serialize_key_and_certificates(b"unit", one.key, one.certificate, chain, locked))
    return path


def certificate_file(path: Path, certificate: x509.Certificate, *, pem: bool = True) -> Path:
    encoding = serialization.Encoding.PEM if pem else serialization.Encoding.DER
    path.write_bytes(certificate.public_bytes(encoding))
    return path
