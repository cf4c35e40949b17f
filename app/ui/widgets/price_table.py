"""The table of what makes up a price: as high as it has lines, its columns sharing the room there is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from app.core.estimate import Price
from app.ui.models.price_table import PriceTableModel
from app.ui.theme import Theme
from app.ui.widgets.tables import as_list, set_up


class PriceTable(QTableView):
    """No name or figure is ever cut; headings take a second line only where the page is narrow."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = PriceTableModel(self)
        self.setModel(self._lines)
        self._line_height = theme.sizes.text + 19
        set_up(self, row_height=self._line_height, numbered=False)
        as_list(self)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideNone)  # what has two lines is not cut
        self._fit()

    def show_price(self, price: Price | None) -> None:
        """Show another price."""
        self._lines.show_price(price)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        across, sections = self.horizontalHeader(), range(self._lines.columnCount())
        cells = [self.sizeHintForColumn(section) for section in sections]

        def wanted() -> list[int]:
            return [max(cells[section], across.sectionSizeHint(section)) for section in sections]

        self._lines.break_headings(broken=True)
        narrow = wanted()
        self.setMinimumWidth(sum(narrow) + 2)
        self._lines.break_headings(broken=False)
        widths = wanted()
        if sum(widths) > self.viewport().width():
            self._lines.break_headings(broken=True)
            widths = narrow
        spare = max(self.viewport().width() - sum(widths), 0)
        for section, width in enumerate(widths):
            # To the last one goes what can't be divided.
            share = spare // len(widths) + (spare % len(widths) if section == len(widths) - 1 else 0)
            across.resizeSection(section, width + share)
        # The last line's edge lies under the table's own.
        self.setFixedHeight(across.sizeHint().height() + self._lines.rowCount() * self._line_height + 1)
