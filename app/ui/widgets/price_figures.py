"""What a job is likely to cost: the figure, its range in words and as a picture, and what that rests on."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QWidget

from app.core.estimate import Price
from app.ui import wording
from app.ui.naming import named, show_value
from app.ui.price_words import rests_on
from app.ui.theme import Theme
from app.ui.widgets.basics import column, label, row
from app.ui.widgets.range_picture import RangePicture


class PriceFigures(QFrame):
    """Keeps what it said of the last price while there is none; its picture is empty then."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._asked = named(label("", "hint"), "priceAsked", self.tr("What the price is for"))
        self._likely = named(
            label("", "figure"), "priceLikely", self.tr("Likely price"), self.tr("What all rows together probably cost")
        )
        self._range = named(
            label("", "", wrap=True),
            "priceRange",
            self.tr("Likely range, and the most it can be"),
            self.tr("Between what and what it comes to nine times in ten, and what it can't pass"),
        )
        self._picture = named(RangePicture(theme), "pricePicture", self.tr("The range as a picture"))
        self._most = named(label("", "hint"), "priceMost", self.tr("The most it can be"))
        self._basis = named(label("", "hint", wrap=True), "priceBasis", self.tr("What the price rests on"))
        ends = row(label(wording.money(0, 0), "hint"), 1, self._most)
        lines = (self._asked, self._likely, self._range, self._picture, ends, self._basis)
        self.setLayout(column(*lines, spacing=6, margins=(16, 12, 16, 12)))

    def show_price(self, price: Price | None) -> None:
        """Show a price."""
        self._picture.show_price(price)
        if price is None:
            return
        asked = self.tr("Likely price for {rows}").format(rows=wording.rows(price.to_ask))
        show_value(self._asked, asked)
        show_value(self._likely, wording.money(price.likely), f"{asked}: {wording.money(price.likely)}")
        spoken = self._range_of(price)
        show_value(self._range, spoken)
        self._picture.setAccessibleName(spoken)
        show_value(self._most, wording.money(price.at_most))
        show_value(self._basis, rests_on(price))

    @property
    def spoken(self) -> str:
        """The price in a sentence."""
        return f"{self._likely.accessibleName()}, {self._range.text()}"

    def _range_of(self, price: Price) -> str:
        if price.rows and not price.to_ask:
            return self.tr("Every row has its answer already.")
        low, high, most = map(wording.money, (price.low, price.high, price.at_most))
        text = self.tr("most likely between {low} and {high}, never more than {most}")
        if low == high:
            text = self.tr("most likely {low}, never more than {most}")
        return text.format(low=low, high=high, most=most)
