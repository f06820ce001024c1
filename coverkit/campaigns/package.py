"""The files of a campaign, from a folder or a `.campaign` file, read with suspicion. Knows names and bounds, no meanings.

What is kept of a hostile package is bounded by BOUNDS; nothing is ever unpacked to the disk from here.
"""

from __future__ import annotations

import io
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from coverkit.errors import InputError
from coverkit.i18n import mark, system_reason, tr
from coverkit.model.storage.archive import Archive, Bounds, is_plain_name, refused, write

BOUNDS = Bounds(entries=200, largest=32_000_000, total=60_000_000, packed=60_000_000)
"""Art that is printed 300 × 150 mm at 350 ppi takes 17 MB unpacked; no campaign needs more than three such pieces."""

LARGEST_FILE = 64_000_000
"""Bytes of a `.campaign` file at most."""

_LARGEST_TEXT = 256_000
_DEEPEST = 4
_LITTER = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""What file managers leave in folders; nothing reads it, so it is no part of a campaign."""
_HEADS = {".pdf": b"%PDF-", ".png": b"\x89PNG\r\n\x1a\n"}
_TEXTS = (".toml", ".json", ".md", ".txt")

# TOML lets one line make thousands of tables inside one another; no campaign nests more than three.
_TOML_OPENING = re.compile(r'"""|\'\'\'|["\'#]')
_TOML_REST = {
    '"""': re.compile(r'(?:[^"\\]++|\\.|"(?!""))*+"""', re.DOTALL),
    "'''": re.compile(r"(?:[^']++|'(?!''))*+'''"),
    '"': re.compile(r'(?:[^"\\\n]++|\\.)*+"'),
    "'": re.compile(r"[^'\n]*+'"),
    "#": re.compile(r"[^\n]*+"),
}
_TOML_DEEP = re.compile(r"(?<![\w-])(?:[\w-]++[ \t]*+\.[ \t]*+){8}")

# What could change the screen or the reading order of a terminal, as itself or as TOML writes it.
_CONTROLS = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]"
    r"|\\(?:[bfre]|x|u(?:00[01789]|202[a-eA-E]|206[6-9])|U0000(?:00[01789]|202[a-eA-E]|206[6-9]))"
)
_TOO_LARGE = mark("“{entry}” is too large")


def zip_files(data: bytes, name: str) -> Mapping[str, bytes]:
    """Return the files in the bytes of a `.campaign` file; messages call it `name`.

    Raises:
        InputError: it is no package, damaged, too large, or laid out as CoverKit never does.
    """
    if len(data) > LARGEST_FILE:
        raise refused(name, tr("its content is too large"))
    if not data.startswith(b"PK\3\4"):
        raise InputError(tr("{name} is not a campaign package.", name=name), tr("Choose a file whose name ends in .campaign."))
    package = Archive(io.BytesIO(data), name, BOUNDS)
    _check_names(package.names, name)
    return _checked({entry: package.read(entry, BOUNDS.largest) for entry in package.names}, name)


def read_file(path: Path) -> bytes:
    """Return the bytes of a `.campaign` file, never more than one may have.

    Raises:
        InputError: it cannot be read, or is too large.
    """
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise refused(path.name, tr("its content is too large"))
        return path.read_bytes()
    except OSError as error:
        raise _unreadable(path, error) from error


def zip_bytes(files: Mapping[str, bytes]) -> bytes:
    """Return files as the bytes of a `.campaign` file: in order and not compressed, so every computer gives the same."""
    stream = io.BytesIO()
    write({name: files[name] for name in sorted(files)}, frozenset(), stream)
    return stream.getvalue()


def folder_files(folder: Path) -> Mapping[str, bytes]:
    """Return the files in a folder and the folders below it, by name relative to it.

    Raises:
        InputError: it holds links, too much, or files that no campaign has; or one cannot be read.
    """
    try:
        paths = {path.relative_to(folder).as_posix(): path for path in _walk(folder)}
        _check_names(paths, folder.name)
        sizes = {name: path.stat().st_size for name, path in paths.items()}
        _check_sizes(sizes, folder.name)
        return _checked({name: path.read_bytes() for name, path in sorted(paths.items())}, folder.name)
    except OSError as error:
        raise _unreadable(folder, error) from error


def _unreadable(path: Path, error: OSError) -> InputError:
    return InputError(
        tr("{path} cannot be read: {reason}.", path=path, reason=system_reason(error)),
        tr("Check the path, and that you may read the file."),
    )


def _walk(folder: Path) -> Iterator[Path]:
    count = 0
    for root, folders, names in os.walk(folder, followlinks=False):
        for name in (*folders, *names):
            count += 1
            if (Path(root) / name).is_symlink():
                raise refused(folder.name, tr("“{entry}” is a link", entry=name))
            if count > 2 * BOUNDS.entries:
                raise refused(folder.name, tr("it holds too many files"))
        yield from (Path(root) / name for name in names if name not in _LITTER)


def _check_names(names: Iterable[str], package: str) -> None:
    taken: set[str] = set()
    for name in names:
        if not _is_decent(name):
            raise refused(package, tr("“{entry}” is a file that no campaign has", entry=ascii(name[:80])[1:-1]))
        taken.add(name.casefold())
    if len(taken) < len(list(names)):
        raise refused(package, tr("it holds a file twice"))


def _is_decent(name: str) -> bool:
    parts = name.split("/")
    return (
        is_plain_name(name)
        and len(parts) <= _DEEPEST
        and not any(part.startswith(".") for part in parts)
        and PurePosixPath(name).suffix in (*_HEADS, *_TEXTS)
    )


def _check_sizes(sizes: Mapping[str, int], package: str) -> None:
    for name, size in sizes.items():
        if size > BOUNDS.largest:
            raise refused(package, tr(_TOO_LARGE, entry=name))
    if len(sizes) > BOUNDS.entries:
        raise refused(package, tr("it holds too many files"))
    if sum(sizes.values()) > BOUNDS.total:
        raise refused(package, tr("its content is too large"))


def _checked(files: dict[str, bytes], package: str) -> Mapping[str, bytes]:
    for name, data in files.items():
        suffix = PurePosixPath(name).suffix
        if suffix in _TEXTS:
            _check_text(name, data, package)
        elif not data.startswith(_HEADS[suffix]):
            raise refused(package, tr("“{entry}” is not what its name says", entry=name))
    return files


def _check_text(name: str, data: bytes, package: str) -> None:
    if len(data) > _LARGEST_TEXT:
        raise refused(package, tr(_TOO_LARGE, entry=name))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise refused(package, tr("“{entry}” is not what its name says", entry=name)) from error
    if _CONTROLS.search(text):
        raise refused(package, tr("“{entry}” holds characters that cannot be shown", entry=name))
    if name.endswith(".toml") and _TOML_DEEP.search(_without_strings(text)):
        raise refused(package, tr("“{entry}” is nested too deeply", entry=name))


def _without_strings(text: str) -> str:
    """Return TOML with an s for every string, up to the first that has no end: no parser gets further."""
    parts, place = [], 0
    while opening := _TOML_OPENING.search(text, place):
        parts += [text[place : opening.start()], "" if opening[0] == "#" else "s"]
        rest = _TOML_REST[opening[0]].match(text, opening.end())
        if rest is None:
            return "".join(parts)
        place = rest.end()
    return "".join([*parts, text[place:]])
