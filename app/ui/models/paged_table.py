"""A table of any length that keeps a few pages of rows and asks for the others when they are looked at."""

from __future__ import annotations

from abc import abstractmethod
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QModelIndex, QModelRoleData, QModelRoleDataSpan, QObject, Qt

from app.core.adding import is_number
from app.ui.models.index import NOWHERE, Index
from app.ui.models.painted_table import RIGHT, PaintedAtOnce
from app.ui.plain_text import begins_right, one_line

Row = TypeVar("Row")

_FROM_THE_RIGHT = "\u202b"
"""Up to the end of the line, also of one that is cut."""
_AT_THE_RIGHT = (Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute).value

_DISPLAY, _ALIGNMENT = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.TextAlignmentRole)

PAGE = 64
"""A screen of rows and some: reading a page is what the window waits for."""
PAGES_KEPT = 24
"""Forty screens, among which one goes to and fro. Each page of a dozen columns takes 60 kB."""
_SAMPLED = 40
"""Rows that say which columns are of numbers: about a screen."""


class PagedTable(PaintedAtOnce, Generic[Row]):
    """Rows come by position from a function ``fetch(offset, count)``, which must be quick; any thread may call it."""

    painted = frozenset({int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.TextAlignmentRole)})

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.fetch: Callable[[int, int], Sequence[Row]] | None = None
        self._count = 0
        self._headers: tuple[str, ...] = ()
        self._pages: OrderedDict[int, Sequence[Row]] = OrderedDict()
        self._numeric: dict[int, bool] = {}
        self._at_right: dict[int, bool] = {}
        self._sample: list[Sequence[str]] | None = None

    def show_rows(
        self,
        headers: Sequence[str],
        count: int,
        fetch: Callable[[int, int], Sequence[Row]] | None,
        pages: Mapping[int, Sequence[Row]] = MappingProxyType({}),
    ) -> None:
        """Show other rows altogether; of ``pages``, by their numbers, they are read already."""
        self.beginResetModel()
        self._headers = tuple(headers)
        self._count = count if fetch else 0
        self.fetch = fetch
        self._pages = OrderedDict(pages)
        self._numeric, self._at_right = {}, {}
        self._sample = None
        self.endResetModel()

    def side(self, section: int) -> Qt.AlignmentFlag | None:
        """Where a column's texts stand, if not where they begin: numbers end where they are alike.

        Asked of the columns that are painted: a sheet can have thousands.
        """
        if section not in self._numeric:
            self._numeric[section] = self._is_of_numbers(section)
        return RIGHT if self._numeric[section] else None

    def _heading_side(self, section: int) -> Qt.AlignmentFlag | None:
        """Where a column's name stands: over its texts, most of which may begin at the right."""
        if section not in self._at_right:
            texts = self.sampled(section) or [self._headers[section]]
            self._at_right[section] = 2 * sum(map(begins_right, texts)) > len(texts)
        return RIGHT if self._at_right[section] else self.side(section)

    def _is_of_numbers(self, section: int) -> bool:
        """Whether nothing but numbers stands in a column, as far as the first rows tell."""
        there = self.sampled(section)
        return bool(there) and all(map(is_number, there))

    def sampled(self, section: int) -> list[str]:
        """What is shown in the first rows of a column, without its blanks."""
        if self._sample is None:
            rows = [self.row_at(position) for position in range(min(self._count, _SAMPLED))]
            self._sample = [self.texts(row) for row in rows if row is not None]
        return [text for cells in self._sample if (text := one_line(cells[section]).strip())]

    def grow(self, count: int) -> None:
        """There are more rows; those before them are the same."""
        if self.fetch is None or count <= self._count:
            return
        self._pages.pop(self._count // PAGE, None)
        self.beginInsertRows(NOWHERE, self._count, count - 1)
        self._count = count
        self.endInsertRows()

    def rows_changed(self, pages: Mapping[int, Sequence[Row]] = MappingProxyType({})) -> None:
        """Forget what was read: the same rows say something else now, which of some ``pages`` is read already."""
        self._pages = OrderedDict(pages)
        self._sample = None
        if self._count and self._headers:
            self.dataChanged.emit(self.index(0, 0), self.index(self._count - 1, len(self._headers) - 1))

    @staticmethod
    def pages_of(rows: range) -> list[int]:
        """Numbers of the first page, which says how wide columns are, and of those on which the rows stand."""
        return sorted({0, *(row // PAGE for row in rows)})

    def row_at(self, position: int) -> Row | None:
        """The row at a position, read with its page; None where it has gone meanwhile."""
        if self.fetch is None or not 0 <= position < self._count:
            return None
        number, offset = divmod(position, PAGE)
        page = self._pages.get(number)
        if page is None:
            page = self.fetch(number * PAGE, PAGE)
            self._pages[number] = page
            if len(self._pages) > PAGES_KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return page[offset] if offset < len(page) else None

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        """As Qt's own, which asks for both counts of every cell that is painted."""
        if parent.isValid() or not (0 <= row < self._count and 0 <= column < len(self._headers)):
            return QModelIndex()
        return self.createIndex(row, column)

    def multiData(self, index: Index, roles: QModelRoleDataSpan | QModelRoleData) -> None:
        super().multiData(index, roles)
        text = self.data(index)
        if not text or text.isascii() or not begins_right(text):
            return
        # Painted in the window's direction, a line in Arabic would begin at the left and be cut at its beginning.
        for one in roles:
            role = one.role()
            if role == _DISPLAY:
                one.setData(_FROM_THE_RIGHT + text)
            elif role == _ALIGNMENT:
                one.setData(_AT_THE_RIGHT)

    @abstractmethod  # for mypy alone: Qt's classes have a metaclass of their own
    def texts(self, row: Row) -> Sequence[str]:
        """A row's cells whole, one for each column of the table. Called on any thread."""

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._headers)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole and orientation == Qt.Orientation.Horizontal:
            return self._heading_side(section)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self._headers[section] if section < len(self._headers) else None
        return self._row_label(section)

    def _row_label(self, section: int) -> str:
        return str(section + 1)
