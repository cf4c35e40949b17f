"""The ceiling of a job, and the one that is advised where the most that it can cost is far beyond what is likely."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QDoubleSpinBox, QWidget

from app.core.estimate import Price, advised_ceiling
from app.core.money import PICO, dollars, picodollars
from app.ui import wording
from app.ui.naming import named
from app.ui.widgets.basics import button, column, label, row
from app.ui.widgets.number_fields import in_dollars, spin


class CeilingChoice(QWidget):
    """A field in dollars, empty for none, and what it means. Sends ``moved`` when the user changes it."""

    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._advised = 0
        self._amount = named(
            spin(QDoubleSpinBox(), least_width=130),
            "priceCeiling",
            self.tr("Ceiling in dollars"),
            self.tr("No part of the job leaves once it could cost more than this"),
        )
        in_dollars(self._amount)
        self._amount.setDecimals(2)
        self._amount.setRange(0, picodollars(1_000_000) / PICO)
        self._amount.setSpecialValueText(self.tr("no ceiling"))
        self._amount.valueChanged.connect(self._on_moved)
        caption = label(self.tr("&Stop before it costs more than"), "section")
        caption.setBuddy(self._amount)
        self._hint = label("", "hint", wrap=True)
        self._take = named(
            button("", "link", self._on_take),
            "adviceTake",
            self.tr("Take the advised ceiling"),
            self.tr("Has room for the whole likely range, and a little more"),
        )
        line = row(self._amount, self._hint)
        line.setStretch(1, 1)
        self._advice = QWidget(self)
        room = label(self.tr("has room for all that is likely"), "hint", wrap=True)
        advice = row(self._take, room)
        advice.setStretch(1, 1)
        self._advice.setLayout(advice)
        self.setLayout(column(caption, line, self._advice, spacing=8))
        self._advice.hide()

    def amount(self) -> int | None:
        """The ceiling in picodollars; None for none."""
        return picodollars(self._amount.value()) if self._amount.value() > 0 else None

    def show_amount(self, amount: float) -> None:
        """Show a ceiling in dollars, 0 for none."""
        blocker = QSignalBlocker(self._amount)
        self._amount.setValue(amount)
        del blocker
        self._show_hint()

    def show_price(self, price: Price | None, *, editable: bool) -> None:
        """Advise a ceiling where that helps."""
        self._amount.setEnabled(editable)
        advised = advised_ceiling(price) if price is not None and editable else None
        self._advice.setVisible(advised is not None)
        if advised is not None:
            self._advised = advised
            text = self.tr("Take {money}").format(money=wording.money(advised, 2))
            self._take.setText(text)
            self._take.setAccessibleName(text)

    def _on_moved(self) -> None:
        self._show_hint()
        self.moved.emit()

    def _show_hint(self) -> None:
        """What a ceiling does, where there is one."""
        self._hint.setText(self.tr("Rows are sent only while this holds.") if self._amount.value() else "")

    def focus(self) -> None:
        """Put the cursor into it."""
        self._amount.setFocus()
        self._amount.selectAll()

    def _on_take(self) -> None:
        self._amount.setValue(dollars(self._advised))
