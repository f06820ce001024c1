"""About the program: its version, and the licences of all that came with it, read from their own files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QPlainTextEdit, QVBoxLayout, QWidget

from coverkit import __version__
from coverkit.gui.dialogs.sheet import Sheet, framed
from coverkit.gui.theme.headings import heading
from coverkit.gui.theme.logo import logo
from coverkit.gui.theme.tokens import SPACE
from coverkit.i18n import tr
from coverkit.records import dataclass
from coverkit.resources import assets

_NAME = re.compile(r"[A-Za-z0-9._-]+")


@dataclass(frozen=True, slots=True)
class Part:
    """Something that came with the program: what it is, its name, and its licence's text."""

    kind: str
    name: str
    text: str


class AboutDialog(Sheet):
    """The dialog: a list of parts, and the licence of the one that is chosen."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(tr("About CoverKit"), parent)
        self.parts = tuple(parts())
        self.list = QListWidget()
        framed(self.list, tr("What came with CoverKit"))
        self.list.setFixedWidth(250)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(tr("Licence"))
        for part in self.parts:
            self.list.addItem(f"{part.kind}: {part.name}")
        self.list.currentRowChanged.connect(lambda row: self.text.setPlainText(self.parts[row].text))
        self.body.addLayout(_head())
        row = QHBoxLayout()
        row.setSpacing(3 * SPACE)
        row.addWidget(self.list)
        row.addWidget(self.text, 1)
        self.body.addLayout(row, 1)
        self.list.setCurrentRow(0)
        self.add_close()
        self.resize(860, 600)


def parts() -> Iterator[Part]:
    """Return everything that came with the program: itself, typefaces, icons, profiles, libraries."""
    own = assets().parent / "LICENSE"
    yield Part(tr("Program"), f"CoverKit {__version__}", _read(own) if own.is_file() else _of_package("coverkit"))
    for folder in sorted((assets() / "fonts").iterdir()):
        if (folder / "OFL.txt").is_file():
            yield Part(tr("Typeface"), folder.name, _read(folder / "OFL.txt"))
    yield Part(tr("Icons"), "Lucide", _read(assets() / "icons" / "lucide" / "LICENSE"))
    for file in sorted((assets() / "profiles").glob("*.txt")):
        yield Part(tr("Colour profile"), file.stem, _read(file))
    for name in sorted(_dependencies(), key=str.lower):
        yield Part(tr("Library"), f"{name} {metadata.version(name)}", _of_package(name))


def _head() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(4 * SPACE)
    sign = QLabel()
    sign.setPixmap(logo().pixmap(QSize(56, 56)))
    words = QVBoxLayout()
    words.setSpacing(SPACE // 2)
    words.addWidget(heading(f"CoverKit {__version__}", "title"))
    words.addWidget(
        heading(tr("Covers that carry an official campaign, print-ready and checked. Free, and works offline."), "muted")
    )
    row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(words, 1)
    return row


def _dependencies() -> set[str]:
    """Return the libraries that the installed program asks for and that are there."""
    found: set[str] = set()
    try:
        wanted = metadata.requires("coverkit") or []
    except metadata.PackageNotFoundError:
        return found
    for line in wanted:
        match = _NAME.match(line)
        if match is None or "extra ==" in line:
            continue
        try:
            found.add(metadata.metadata(match[0])["Name"])
        except metadata.PackageNotFoundError:
            continue
    return found


def _of_package(name: str) -> str:
    """Return a package's licence: its files' texts where it brings them, else what it says of itself."""
    try:
        package = metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return ""
    said = next((package.metadata[key] for key in ("License-Expression", "License") if key in package.metadata), "")
    files = [one for one in package.files or () if re.search(r"(?i)licen[cs]e|copying", one.name)]
    texts = [Path(str(one.locate())).read_text("utf-8", "replace") for one in files if Path(str(one.locate())).is_file()]
    return "\n\n".join((said, *texts)).strip()


def _read(path: Path) -> str:
    return path.read_text("utf-8", "replace")
