"""The last step: what is still missing, the issuer's key, the package."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton

from coverkit.app.publishing import Draft, gaps, publish
from coverkit.app.sealing import PACKAGE_ENDING, make_key
from coverkit.errors import CoverKitError
from coverkit.gui.dialogs.fields import Field
from coverkit.gui.dialogs.messages import show_error
from coverkit.gui.panels.parts import fill_line
from coverkit.gui.publish.step import Step
from coverkit.gui.theme.icons import icon
from coverkit.i18n import tr


class SealStep(Step):
    """Seal the campaign and save the one file that is sent to every unit."""

    name = "seal"
    published = Signal()

    def __init__(self) -> None:
        super().__init__(
            tr("Seal and send"),
            tr("The seal holds the hash of every file and your signature: a unit sees at once when anything was changed."),
        )
        self.missing = QLabel(wordWrap=True)
        self.key = QLineEdit()
        self.choose = QPushButton(tr("Choose…"))
        self.make = QPushButton(icon("plus"), tr("Make a new key…"))
        self.seal = QPushButton(icon("stamp", "on_accent"), tr("Seal and save the package…"))
        self.seal.setProperty("kind", "primary")
        self.result = QLabel(wordWrap=True)
        self.column.addWidget(self.missing)
        self.column.addWidget(Field(tr("Your private key (.pem); it stays with you"), self.key, self.choose))
        row = QHBoxLayout()
        row.addWidget(self.make)
        row.addStretch(1)
        row.addWidget(self.seal)
        self.column.addLayout(row)
        self.column.addWidget(self.result)
        self.column.addStretch(1)
        self.choose.clicked.connect(self._choose_key)
        self.make.clicked.connect(self._make_key)
        self.seal.clicked.connect(self._ask)
        self.key.textChanged.connect(lambda text: self._allow())

    def fill(self, draft: Draft) -> None:
        """Say what is missing."""
        found = gaps(draft)
        self.missing.setProperty("kind", "warning" if found else "good")
        self.missing.style().polish(self.missing)
        told = [f"• {tr(gap.message)}" for gap in found]
        self.missing.setText("\n".join(told) if told else tr("Everything is there: the campaign can be sealed."))
        self._allow()

    def take(self) -> Draft:
        """Return the draft unchanged: nothing of it is decided here."""
        return self.draft

    def seal_to(self, out: Path) -> bool:
        """Seal the campaign and write its package; return whether it was written."""
        try:
            sealed = publish(self.draft, Path(self.key.text()), dt.date.today(), out)
        except CoverKitError as error:
            show_error(self, error.message, error.remedy)
            return False
        self.result.setProperty("kind", "good")
        self.result.style().polish(self.result)
        self.result.setText(
            tr(
                "Sealed: {path}. Send this one file to every unit, and once the file that ends in .issuer.toml: "
                "by it they know your signature. SHA-256: {hash}",
                path=sealed.package,
                hash=sealed.campaign.sha256,
            )
        )
        self.published.emit()
        return True

    def _allow(self) -> None:
        self.seal.setEnabled(not gaps(self.draft) and bool(self.key.text().strip()))

    def _choose_key(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, tr("Your private key"), "", tr("Keys") + " (*.pem)")
        if name:
            fill_line(self.key, name)

    def _make_key(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, tr("Make a new key"), f"{self.draft.campaign_id or 'khoa'}.pem", "PEM (*.pem)"
        )
        if not name:
            return
        try:
            made = make_key(Path(name), self.draft.issuer, dt.date.today(), None)
        except CoverKitError as error:
            show_error(self, error.message, error.remedy)
            return
        fill_line(self.key, str(made.private))
        self.result.setProperty("kind", "muted")
        self.result.setText(
            tr("Keep {private} secret and safe; give {public} to the units.", private=made.private, public=made.public)
        )

    def _ask(self) -> None:
        suggested = f"{self.draft.campaign_id}{PACKAGE_ENDING}"
        name, _ = QFileDialog.getSaveFileName(self, tr("Save the package"), suggested, f"{tr('Campaigns')} (*{PACKAGE_ENDING})")
        if name:
            self.seal_to(Path(name))
