"""The price list as a table that can be edited."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont

from app.core.price import FIGURES
from app.services.price_list import PriceLine
from app.ui.language import figures
from app.ui.models.index import NOWHERE, Index
from app.ui.models.painted_table import RIGHT, HeadedTable

_DIGITS = 8
"""Of a figure, as it is typed."""
_KEPT = 3
"""The first column of the two about kept instructions."""


class PriceListModel(HeadedTable):
    """A line for each model; the user's own figures stand in bold. Sends ``typed``: model, figure, amount or None."""

    typed = Signal(str, str, object)
    painted = HeadedTable.painted | {int(Qt.ItemDataRole.FontRole)}
    numeric = frozenset(range(1, len(FIGURES) + 1))

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[PriceLine] = []
        self._decimals: Mapping[str, int] = {}
        self._headers = (
            self.tr("Model"),
            self.tr("Prompts"),
            self.tr("Answers"),
            self.tr("Kept at first"),
            self.tr("Kept, again"),
        )

    def show_lines(self, lines: list[PriceLine]) -> None:
        """Show this list."""
        self.beginResetModel()
        self._lines = lines
        self._decimals = {figure: _decimals([line.figures[figure] for line in lines]) for figure in FIGURES}
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.ToolTipRole and section >= _KEPT:
            return self.tr("Long instructions that the service keeps for the rows after the first")
        return super().headerData(section, orientation, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | (Qt.ItemFlag.ItemIsEditable if index.column() else Qt.ItemFlag.NoItemFlags)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self._lines[index.row()]
        if not index.column():
            return line.name if role == Qt.ItemDataRole.DisplayRole else None
        figure = FIGURES[index.column() - 1]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return figures().toString(line.figures[figure], "f", self._decimals[figure])
            case Qt.ItemDataRole.EditRole:
                return figures().toString(line.figures[figure], "g", _DIGITS)
            case Qt.ItemDataRole.TextAlignmentRole:
                return RIGHT
            case Qt.ItemDataRole.FontRole if figure in line.own:
                font = QFont()
                font.setBold(True)
                return font
            case Qt.ItemDataRole.ToolTipRole if figure in line.own:
                return self.tr("Your own figure. Empty the cell for the shipped one.")
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        text = str(value).strip().lstrip("$").strip()
        amount, is_number = figures().toDouble(text)
        if role != Qt.ItemDataRole.EditRole or (text and not (is_number and math.isfinite(amount) and amount >= 0)):
            return False
        line, figure = self._lines[index.row()], FIGURES[index.column() - 1]
        if not text or amount != line.figures[figure]:
            self.typed.emit(line.model, figure, amount if text else None)
        return True


def _decimals(figures: Sequence[float]) -> int:
    """As many as the longest of a column has, two at least: all points stand below each other."""
    exponents = [Decimal(f"{figure:.{_DIGITS}g}").normalize().as_tuple().exponent for figure in figures]
    return max([2, *(-exponent for exponent in exponents if isinstance(exponent, int))])
