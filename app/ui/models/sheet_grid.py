"""The user's sheet as it is: every row, cells as the spreadsheet shows them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt

from app.core.table import SheetRow
from app.ui.models.index import Index
from app.ui.models.paged_table import PagedTable
from app.ui.plain_text import one_line, shown_as_is


class SheetGridModel(PagedTable[SheetRow]):
    """Rows of the sheet under the numbers that the spreadsheet shows."""

    def _row_label(self, section: int) -> str:
        row = self.row_at(section)
        return str(row.number) if row else ""

    def texts(self, row: SheetRow) -> Sequence[str]:
        short = self.columnCount() - len(row.cells)
        return (*row.cells, *[""] * short) if short > 0 else row.cells

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            row = self.row_at(index.row())
            return one_line(row.cells[index.column()]) if row and index.column() < len(row.cells) else ""
        if role == Qt.ItemDataRole.ToolTipRole:
            row = self.row_at(index.row())
            text = row.cells[index.column()] if row and index.column() < len(row.cells) else ""
            return shown_as_is(text[:2000]) if len(text) > 40 else None
        return self.side(index.column()) if role == Qt.ItemDataRole.TextAlignmentRole else None
