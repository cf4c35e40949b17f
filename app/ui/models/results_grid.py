"""The user's rows and the answers beside them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QObject, Qt

from app.core.outputs import as_text
from app.core.result_rows import ResultRow
from app.ui import wording
from app.ui.models.index import Index
from app.ui.models.paged_table import PagedTable
from app.ui.models.roles import IS_NEW, STATE
from app.ui.plain_text import one_line, shown_as_is
from app.ui.signs import sign_icon
from app.ui.theme import Theme


@dataclass(frozen=True)
class ResultColumn:
    """A column of the grid: of the sheet (``source``), of the answers (``answer``), or the sign (neither)."""

    name: str
    source: int | None = None
    answer: int | None = None


def result_columns(columns: Sequence[str], answers: Sequence[str], first: Sequence[int]) -> list[ResultColumn]:
    """The sign, the columns that the prompt reads, the answers, and the rest of the sheet."""
    lead = [ResultColumn(columns[index], source=index) for index in first]
    rest = [ResultColumn(name, source=index) for index, name in enumerate(columns) if index not in first]
    new = [ResultColumn(name, answer=index) for index, name in enumerate(answers)]
    return [*lead, ResultColumn(""), *new, *rest]


class ResultsGridModel(PagedTable[ResultRow]):
    """Result rows; the sign of the outcome stands between the sheet's columns and the new ones."""

    painted = PagedTable.painted | {int(Qt.ItemDataRole.DecorationRole)}

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._columns: list[ResultColumn] = []
        self._icons: dict[object, object] = {}
        theme.changed.connect(self._icons.clear)

    def show_results(
        self,
        columns: Sequence[ResultColumn],
        count: int,
        fetch: Callable[[int, int], Sequence[ResultRow]] | None,
        pages: Mapping[int, Sequence[ResultRow]] = MappingProxyType({}),
    ) -> None:
        """Show other results altogether; of ``pages`` they are read already."""
        self._columns = list(columns)
        self.show_rows([column.name for column in columns], count, fetch, pages)

    def shows(self, columns: Sequence[ResultColumn], count: int) -> bool:
        """Whether it has these columns and as many rows, of which the cells alone may be others."""
        return self._columns == list(columns) and self._count == count

    def column(self, section: int) -> ResultColumn:
        """What stands in a column."""
        return self._columns[section]

    def _row_label(self, section: int) -> str:
        row = self.row_at(section)
        return str(row.number) if row else ""

    def _text(self, row: ResultRow, column: ResultColumn) -> str:
        if column.source is not None:
            return row.cells[column.source] if column.source < len(row.cells) else ""
        if column.answer is not None:
            return as_text(row.values[column.answer]) if column.answer < len(row.values) else ""
        return ""

    def texts(self, row: ResultRow) -> Sequence[str]:
        return [
            wording.outcome(row.state) if column.source is None and column.answer is None else self._text(row, column)
            for column in self._columns
        ]

    def _icon(self, row: ResultRow) -> object:
        if row.state not in self._icons:
            self._icons[row.state] = sign_icon(row.state, self._theme.tokens)
        return self._icons[row.state]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.side(index.column())
        if role not in _SERVED:
            return None
        row = self.row_at(index.row())
        if row is None:
            return None
        column = self._columns[index.column()]
        is_sign = column.source is None and column.answer is None
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(self._text(row, column))
        if role == Qt.ItemDataRole.DecorationRole:
            return self._icon(row) if is_sign else None
        if role == Qt.ItemDataRole.ToolTipRole and not is_sign:
            return shown_as_is(self._text(row, column)[:2000]) or None
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return wording.outcome(row.state) if is_sign else self._text(row, column)
        return row.state if role == STATE else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == IS_NEW:
            return self._columns[section].answer is not None
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.AccessibleTextRole:
            return self._columns[section].name or self.tr("What became of the row")
        return super().headerData(section, orientation, role)


_SERVED = frozenset(
    {
        int(Qt.ItemDataRole.DisplayRole),
        int(Qt.ItemDataRole.DecorationRole),
        int(Qt.ItemDataRole.ToolTipRole),
        int(Qt.ItemDataRole.AccessibleTextRole),
        STATE,
    }
)
