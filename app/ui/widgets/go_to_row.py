"""Which row to go to, by the number that the spreadsheet shows."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QSpinBox, QWidget

from app.ui import wording
from app.ui.naming import named, show_value
from app.ui.widgets.basics import button, column, label, row
from app.ui.widgets.number_fields import spin

_LEAST_WIDE = 360


class GoToRow(QDialog):
    """Sends ``wanted`` with a row's number, and ``all_wanted`` with that of one to be gone to once all rows are shown."""

    wanted = Signal(int)
    all_wanted = Signal(int)

    def __init__(self, first: int, last: int, here: int, parent: QWidget) -> None:
        """``here`` is the number of the row that one is in."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = self.tr("Go to row")
        self.setWindowTitle(title)
        named(self, "goToRow", title, self.tr("Shows the row with that number"))
        says = self.tr("&Row {first} to {last}").format(first=wording.number(first), last=wording.number(last))
        self._number = named(spin(QSpinBox(), least_width=140), "goToRowNumber", says.replace("&", ""))
        self._number.setAccessibleDescription(self.tr("The number of a row as the spreadsheet shows it"))
        self._number.setRange(first, last)
        self._number.setGroupSeparatorShown(True)
        self._number.setValue(here)
        self._number.selectAll()
        self._number.valueChanged.connect(lambda _value: self._show_missing("", can_show=False))
        asks = label(says)
        asks.setBuddy(self._number)
        self._missing = named(label("", "problem", wrap=True), "goToRowMissing", self.tr("Why it isn't shown"))
        self._all = button(self.tr("&Show all rows"), "", self._on_all)
        named(self._all, "goToRowAll", self.tr("Show all rows"), self.tr("Shows all rows, and goes to that one"))
        go = named(button(self.tr("&Go"), "main", lambda: self.wanted.emit(self._number.value())), "goToRowGo", title)
        go.setDefault(True)
        close = named(button(self.tr("&Close"), "", self.reject), "goToRowClose", self.tr("Close"))
        line = row(asks, self._number, 1)
        lines = column(line, self._missing, row(self._all, 1, close, go), spacing=12, margins=(16, 16, 16, 16))
        self.setLayout(lines)
        self.setMinimumWidth(_LEAST_WIDE)
        self._show_missing("", can_show=False)

    def show_missing(self, *, can_show: bool) -> None:
        """The row that was wanted is not among those that are shown; ``can_show``: it is among all."""
        number = wording.number(self._number.value())
        if can_show:
            text = self.tr("Row {n} is not among the rows that are shown now.")
        else:
            text = self.tr("Row {n} is not among these rows: it was left out.")
        self._show_missing(text.format(n=number), can_show=can_show)

    def _show_missing(self, text: str, *, can_show: bool) -> None:
        show_value(self._missing, text)
        self._missing.setVisible(bool(text))
        self._all.setVisible(can_show)
        self.adjustSize()

    def _on_all(self) -> None:
        self.all_wanted.emit(self._number.value())
        self.accept()
