"""A real campaign sealed with a key of the tests, and ways to pack files that CoverKit would never write."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from coverkit.app.sample import CAMPAIGN
from coverkit.campaigns.campaign import Period
from coverkit.campaigns.issuers import Issuer, key_id
from coverkit.campaigns.package import folder_files
from coverkit.campaigns.seal import SEAL_FILE, seal_bytes
from coverkit.resources import assets

FOLDER = assets() / "templates" / "campaigns" / CAMPAIGN
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PEM = KEY.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
OTHER_KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(1, 33)))
DAY = dt.date(2020, 10, 2)
NAME = "Sở Thông tin và Truyền thông tỉnh Đắk Nông"
ISSUER = Issuer(NAME, key_id(KEY), Period(dt.date(2020, 1, 1), dt.date(2020, 12, 31)))

PLAIN: Mapping[str, bytes] = {name: data for name, data in folder_files(FOLDER).items() if name != SEAL_FILE}
SEALED: Mapping[str, bytes] = {**PLAIN, SEAL_FILE: seal_bytes(PLAIN, CAMPAIGN, 1, DAY, KEY)}


def of_version(version: int, standing: str = "sample") -> dict[str, bytes]:
    """Return the files of another version of the campaign, not sealed."""
    text = PLAIN["campaign.toml"].replace(b"version = 1", f"version = {version}".encode())
    return {**PLAIN, "campaign.toml": text.replace(b'standing = "sample"', f'standing = "{standing}"'.encode(), 1)}


def sealed(
    files: Mapping[str, bytes], version: int, key: Ed25519PrivateKey | None = KEY, day: dt.date = DAY
) -> dict[str, bytes]:
    """Return files with a seal over them."""
    return {**files, SEAL_FILE: seal_bytes(files, CAMPAIGN, version, day, key)}


def written(files: Mapping[str, bytes], folder: Path) -> Path:
    """Write files into a folder."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def packed(entries: Iterable[tuple[str | zipfile.ZipInfo, bytes]], compression: int = zipfile.ZIP_STORED) -> bytes:
    """Return a zip with any entries, names given twice too."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as archive:
        for name, data in entries:
            entry = zipfile.ZipInfo(name) if isinstance(name, str) else name
            entry.compress_type = compression
            archive.writestr(entry, data)
    return stream.getvalue()
