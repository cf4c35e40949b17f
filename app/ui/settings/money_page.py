"""Settings of money: what jobs may cost, and the price list that prices rest on."""

from __future__ import annotations

import datetime as dt

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDoubleSpinBox, QHeaderView, QTableView, QWidget

from app.core.errors import AppError
from app.services.price_list import PriceLine
from app.ui import wording
from app.ui.context import Context
from app.ui.models.price_list_table import PriceListModel
from app.ui.naming import named, show_value
from app.ui.settings.settings_page import SettingsPage
from app.ui.widgets.basics import column, label, rule
from app.ui.widgets.form import form
from app.ui.widgets.month_ceiling import MonthCeiling
from app.ui.widgets.number_fields import in_dollars, spin
from app.ui.widgets.tables import as_list, set_up

_ROW_HEIGHT = 30
_LEAST_HEIGHT = 150
"""Pixels: four models; it has all that the lines above it leave."""


class MoneyPage(SettingsPage):
    """Ceilings in dollars, 0 for none; prices as the service's own list has them."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._hint = named(label(self._means(), "hint", wrap=True), "priceListHint", self._means())
        lines = column(
            label(self.tr("Ceilings"), "section"), self._make_ceiling(), rule(),
            label(self.tr("Prices"), "section"), self._hint, self._make_prices(), spacing=10,
        )  # fmt: skip
        self.setLayout(lines)

    def save(self) -> None:
        value = self._ceiling.value()
        self.context.remember(spending_ceiling=value if value > 0 else None)
        self._month.save()

    def _on_list(self, found: tuple[list[PriceLine], dt.date | None]) -> None:
        lines, day = found
        self._prices.show_lines(lines)
        dated = self.tr("The list is of {day}.").format(day=wording.date(day)) if day else ""
        show_value(self._hint, f"{self._means()} {dated}".strip())

    def _means(self) -> str:
        return self.tr(
            "Dollars for a million tokens (about 750,000 words) at the ordinary price; jobs pay half. "
            "Where you pay other prices, type yours."
        )

    def _on_price_typed(self, model: str, figure: str, amount: float | None) -> None:
        try:
            self.services.price_list.change(model, figure, amount)
        except AppError as error:
            self.context.messages.error(error)
        self._prices.show_lines(self.services.price_list.lines())

    def _make_ceiling(self) -> QWidget:
        self._ceiling = named(
            spin(QDoubleSpinBox(), least_width=130),
            "spendingCeiling",
            self.tr("Ceiling for every job"),
            self.tr("In dollars; each job can change it"),
        )
        in_dollars(self._ceiling)
        self._ceiling.setRange(0, 1_000_000)
        self._ceiling.setSpecialValueText(self.tr("no ceiling"))
        self._ceiling.setValue(self.services.preferences.get().spending_ceiling or 0.0)
        self._ceiling.editingFinished.connect(self.save)
        self._month = MonthCeiling(self.services.spending)
        return form(
            (self.tr("Ceiling for new &jobs"), self._ceiling, None),
            (self.tr("Ceiling for a &month"), self._month, label(self.tr("all jobs together"), "hint")),
            stretch=2,
        )

    def _make_prices(self) -> QWidget:
        table = named(
            QTableView(),
            "priceList",
            self.tr("Price list"),
            self.tr("A price can be typed over; an emptied cell takes the shipped one back"),
        )
        self._prices = PriceListModel(table)
        self._prices.typed.connect(self._on_price_typed)
        table.setModel(self._prices)
        set_up(table, row_height=_ROW_HEIGHT, numbered=False)
        as_list(table)
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectItems)
        across = table.horizontalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        across.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.setMinimumHeight(_LEAST_HEIGHT)
        return table

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._prices.rowCount():
            # The library behind the list takes a fifth of a second to come in.
            of = self.services.price_list
            self.context.background.run_task(
                self, "Price list", lambda _control: (of.lines(), of.date()), self._on_list
            )
