"""The ink of a page: its plates one by one, the total as a heat map, and a densitometer for the place under the cursor."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QButtonGroup, QFormLayout, QLabel, QPushButton, QRadioButton, QScrollArea, QVBoxLayout, QWidget

from coverkit.app import file_ink
from coverkit.app.examining import Examined
from coverkit.app.file_ink import InkPlates
from coverkit.facts.ink import InkReport
from coverkit.formats.printers import DEFAULT_PRINTER, printer_profile
from coverkit.geometry import Point
from coverkit.gui.review.examination import Examination, image
from coverkit.i18n import number, tr
from coverkit.report.wording import ink_word

DPI = 150.0
_PAGE, _TOTAL = "", "total"


class InkPanel(QScrollArea):
    """Separations of the page that is looked at. They are made when somebody asks for them: it takes a second."""

    shown = Signal(object, object)
    """A picture of the plates (`QImage`) and the box that it covers (`Rect`), or None twice for the page itself."""

    def __init__(self, examination: Examination, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._examination = examination
        self._plates: InkPlates | None = None
        self.setWidgetResizable(True)
        self.setAccessibleName(tr("Ink"))
        self.told = QLabel(wordWrap=True)
        self.separate = QPushButton(tr("Make the separations"))
        self.views = QButtonGroup(self)
        self._choices = QVBoxLayout()
        self._values = QFormLayout()
        self.legend = QLabel(wordWrap=True)
        self.legend.setProperty("kind", "small")
        self.legend.hide()
        self.amounts: dict[str, QLabel] = {}
        self._under = QLabel(tr("Ink under the cursor"))
        self._under.setProperty("kind", "muted")
        self._under.hide()
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(self.told)
        layout.addWidget(self.separate)
        layout.addLayout(self._choices)
        layout.addWidget(self.legend)
        layout.addWidget(self._under)
        layout.addLayout(self._values)
        layout.addStretch(1)
        self.setWidget(content)
        self.separate.clicked.connect(self.ask)
        self.views.idClicked.connect(lambda place: self._show())
        examination.done.connect(self._begin)
        examination.refined.connect(self._tell)
        examination.page_chosen.connect(lambda page: self._forget())

    def ask(self) -> None:
        """Make the separations of the page in the background."""
        examined = self._examination.examined
        if examined is None or not examined.pdf:
            return
        pdf, page = examined.pdf, self._examination.page
        self.separate.setEnabled(False)
        self.separate.setText(tr("Making the separations …"))
        self._examination.in_background("plates", lambda task: file_ink.measure(pdf, page, DPI), self._made)

    def show_page(self) -> None:
        """Show the page itself again."""
        if page := next((one for one in self.views.buttons() if one.property("ink") == _PAGE), None):
            page.setChecked(True)
            self._show()

    def point(self, at: object) -> None:
        """Tell the ink at a place (`QPointF`, mm), or nothing beside the page."""
        found = None
        if self._plates is not None and isinstance(at, QPointF):
            found = self._plates.at(Point(at.x(), at.y()))
        for name, label in self.amounts.items():
            if found is None:
                label.setText("–")
            else:
                amount = sum(found.values()) if name == _TOTAL else found[name]
                label.setText(f"{number(amount, 0)} %")

    def _begin(self, examined: Examined) -> None:
        self._forget()
        if examined.ink is not None:
            self._tell(examined)
            return
        self.told.setText(tr("The ink is being measured …") if examined.pdf else tr("A picture has no plates."))
        self.separate.setVisible(bool(examined.pdf))

    def _tell(self, examined: Examined) -> None:
        """Tell what was measured, or why nothing was; then there are no separations either."""
        report = examined.ink
        self.told.setText(_summary(report) if report is not None else examined.ink_reason)
        self.separate.setVisible(report is not None)

    def _forget(self) -> None:
        self._plates = None
        self.separate.setEnabled(True)
        self.separate.setText(tr("Make the separations"))
        self._fill(())
        self.shown.emit(None, None)

    def _made(self, plates: object) -> None:
        assert isinstance(plates, InkPlates)
        if plates.page != self._examination.page:
            return
        self._plates = plates
        self.separate.setText(tr("Separations of page {page}", page=plates.page))
        self._fill(tuple(plates.planes))

    def _fill(self, inks: tuple[str, ...]) -> None:
        for button in self.views.buttons():
            self.views.removeButton(button)
            button.deleteLater()
        while self._values.rowCount():
            self._values.removeRow(0)
        self.amounts = {}
        self.legend.hide()
        self._under.setVisible(bool(inks))
        if not inks:
            return
        views = ((_PAGE, tr("The page")), (_TOTAL, tr("Total ink coverage")), *((name, ink_word(name)) for name in inks))
        for place, (name, text) in enumerate(views):
            button = QRadioButton(text)
            button.setProperty("ink", name)
            button.setChecked(place == 0)
            self.views.addButton(button, place)
            self._choices.addWidget(button)
        for name, text in (*((name, ink_word(name)) for name in inks), (_TOTAL, tr("Total"))):
            self.amounts[name] = QLabel("–")
            self._values.addRow(text, self.amounts[name])

    def _show(self) -> None:
        chosen, plates = self.views.checkedButton(), self._plates
        name = _PAGE if chosen is None else str(chosen.property("ink"))
        self.legend.setVisible(name == _TOTAL)
        self.legend.setText(tr("The darker, the more ink; yellow to red: above {limit} %.", limit=number(self._limit(), 0)))
        if plates is None or name == _PAGE:
            self.shown.emit(None, None)
            return
        self.shown.emit(self._picture(plates, name), plates.box)

    def _picture(self, plates: InkPlates, name: str) -> QImage:
        if name != _TOTAL:
            return image(file_ink.plate_picture(plates, name))
        return image(file_ink.heat_picture(plates, self._limit()))

    def _limit(self) -> float:
        """Return the printer's limit in per cent."""
        examined = self._examination.examined
        profile = DEFAULT_PRINTER if examined is None else examined.report.subject.profile
        return printer_profile(profile).ink_limit


def _summary(report: InkReport) -> str:
    return tr(
        "At most {mean} % over a square of 15 mm, {peak} % at one spot; {area} % of the page is above the limit of {limit} %. "
        "Measured with {engine}.",
        mean=number(report.max_mean_15mm, 0),
        peak=number(report.peak_1mm, 0),
        area=number(report.area_over_limit * 100, 1),
        limit=number(report.limit, 0),
        engine=report.engine,
    )
