"""What makes up a price: input, answers and both together, at the ordinary price and at half."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from app.core.estimate import Price
from app.ui import wording
from app.ui.models.paged_table import NOWHERE, Index

TOGETHER = 2


class PriceTableModel(QAbstractTableModel):
    """Three lines; amounts in words, since nobody counts in the service's own pieces."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._price: Price | None = None
        self._names = (self.tr("Prompts"), self.tr("Answers"), self.tr("Together"))
        self._headers = ("", self.tr("words"), self.tr("ordinary price"), self.tr("half price"))

    def show_price(self, price: Price | None) -> None:
        """Show another price."""
        self.beginResetModel()
        self._price = price
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._names)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._headers)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(section)
        return self._headers[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(index.column())
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if index.column() == 0:
            return self._names[index.row()]
        return self._cells(index.row())[index.column() - 1]

    def _cells(self, line: int) -> tuple[str, str, str]:
        price = self._price
        if price is None:
            return "", "", ""
        words = wording.word_count(price.input_tokens), wording.word_count(price.output_tokens)
        ordinary, here = (price.ordinary_input, price.ordinary_output), (price.batch_input, price.batch_output)
        decimals = wording.decimals_of_sums(ordinary, here)
        ordinary, here = ((wording.in_sight(a, decimals), wording.in_sight(b, decimals)) for a, b in (ordinary, here))
        # The total is that of the figures in sight.
        count, first, second = (sum(pair) if line == TOGETHER else pair[line] for pair in (words, ordinary, here))
        return wording.number(count), wording.money(first, decimals), wording.money(second, decimals)


def _side(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
