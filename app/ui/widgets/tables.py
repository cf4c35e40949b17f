"""How every table of the window is set up."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from app.ui.models.roles import IS_NEW

_NARROWEST, _WIDEST, _SAMPLED_COLUMNS, _SAMPLED_ROWS = 60, 320, 60, 40


def set_up(table: QTableView, *, row_height: int, numbered: bool) -> None:
    """Rows of one height, whole rows selected, nothing measured over all rows."""
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.setCornerButtonEnabled(False)
    across = table.horizontalHeader()
    across.setHighlightSections(False)
    across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    down = table.verticalHeader()
    down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    down.setDefaultSectionSize(row_height)
    down.setMinimumSectionSize(row_height)
    down.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    down.setHighlightSections(False)
    down.setVisible(numbered)


def fit_columns(table: QTableView, *, widest: int = _WIDEST) -> None:
    """Column widths from the header and the first rows, which are on the page that is read anyway."""
    model = table.model()
    metrics = table.fontMetrics()
    for section in range(min(model.columnCount(), _SAMPLED_COLUMNS)):
        new = "  new" if model.headerData(section, Qt.Orientation.Horizontal, IS_NEW) else ""
        texts = [f"{model.headerData(section, Qt.Orientation.Horizontal) or ''}{new}"]
        texts += _sample(model, section)
        width = max((metrics.horizontalAdvance(text[:80]) for text in texts), default=0) + 24
        table.setColumnWidth(section, max(_NARROWEST, min(width, widest)))


def fit_row_numbers(table: QTableView, largest: int) -> None:
    """Room for the largest row number."""
    down = table.verticalHeader()
    down.setFixedWidth(down.fontMetrics().horizontalAdvance(str(largest)) + 22)


def _sample(model: QAbstractItemModel, section: int) -> list[str]:
    return [str(model.index(row, section).data() or "") for row in range(min(model.rowCount(), _SAMPLED_ROWS))]
