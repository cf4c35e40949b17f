"""What each step of a chain makes of its price, on the Price page."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.core.estimate import Price
from app.ui import wording
from app.ui.naming import named, show_value
from app.ui.widgets.basics import column, label, row


class StepPrices(QWidget):
    """A line for each step; nothing where there is one alone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = column(spacing=4)
        self._said = named(
            label("", "hint", wrap=True), "stepPricesSaid", self.tr("What the prices of the steps rest on")
        )
        self.setLayout(column(label(self.tr("Step by step"), "section"), self._lines, self._said, spacing=6))
        self.hide()

    def show_price(self, price: Price) -> None:
        """Show the steps of a price."""
        while (item := self._lines.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.setVisible(bool(price.steps))
        for number, step in enumerate(price.steps, 1):
            if step.rows and not step.to_ask:
                text = self.tr("Step {n}: {rows}, all of them answered already")
            elif number == 1:
                text = self.tr("Step {n}: {rows}, {range}")
            else:
                text = self.tr("Step {n}: about {rows}, {range}")
            shown = text.format(n=number, rows=wording.rows(step.rows), range=wording.money_range(step.low, step.high))
            money = named(label(wording.money(step.likely)), f"stepPrice{number}", shown)
            made = QWidget()
            made.setLayout(row(label(shown, wrap=True), money))
            made.layout().setStretch(0, 1)
            self._lines.addWidget(made)
        self._said.setVisible(price.at_most > 0)
        text = self.tr(
            "How long the answers of a step are, and how many of them the next step is for, is assumed before it has run: "
            "so the range is wide. No step is sent that could cost more than the most."
        )
        show_value(self._said, text)
