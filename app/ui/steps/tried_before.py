"""What rows that were tried before a job have cost: no part of the price that was agreed to, and one of the bill."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.core.estimate import Price
from app.ui import wording
from app.ui.language import tr
from app.ui.naming import named, show_value
from app.ui.widgets.basics import label, row


class TriedBefore(QWidget):
    """A line among sums; out of sight where no row was tried."""

    def __init__(self, name: str, *, role: str = "") -> None:
        """``name`` is that of its sum, ``role`` the look of the words before it."""
        super().__init__()
        self._sum = named(label(), name, tr("What rows tried before have cost"))
        self.setLayout(row(label(tr("Tried before"), role), 1, self._sum))

    def show_price(self, price: Price | None) -> None:
        """Show what had been spent when the price was agreed to."""
        spent = price.spent if price is not None else 0
        show_value(self._sum, wording.money(spent))
        self.setVisible(bool(spent))
