"""How a page was left: the sizes beside a handle, a table's columns and the row at its top. The next window has them again."""

from __future__ import annotations

import re
from collections.abc import Mapping
from zlib import crc32

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QSplitter, QWidget

from app.services.services import Services
from app.ui.widgets.column_fill import ColumnFill
from app.ui.widgets.data_table import DataTable

_KEPT = 40
"""Tables of jobs that were looked at last."""
_MOST_COLUMNS = 300
"""A table with more is left as it is fitted: what is kept stays small."""
_TABLE = re.compile(r"(\d+) (\d+) (\d+) ([\d,]*) ([\d,]*)")
_SIZES = re.compile(r"\d+,\d+")


def left(window: QWidget, before: Mapping[str, str]) -> dict[str, str]:
    """All places of a window by their names, beside those that were kept ``before``."""
    found = dict(before)
    for splitter in window.findChildren(QSplitter):
        if splitter.property("moved"):
            found[splitter.objectName()] = _numbers(splitter.sizes())
    for table in window.findChildren(TablePlace):
        table.keep()
        found |= table.kept
    tables = [name for name in found if "/" in name]
    for name in tables[:-_KEPT]:
        del found[name]
    return found


def put_back_sizes(splitter: QSplitter, name: str, services: Services) -> None:
    """Give both sides the sizes that the user gave them; they are kept when the handle is moved."""
    splitter.setObjectName(name)
    sizes = services.preferences.get().places.get(name, "")
    if _SIZES.fullmatch(sizes):
        splitter.setSizes([int(size) for size in sizes.split(",")])
    splitter.splitterMoved.connect(lambda *_place: splitter.setProperty("moved", True))


class TablePlace(QObject):
    """Of one table, job by job: the row at the top, and columns that were sized, moved or frozen by hand.

    ``kept`` has a text for each job that was shown: a sum of the headings, how many columns are frozen, the row,
    widths, and the order of the columns.
    """

    def __init__(self, table: DataTable, services: Services) -> None:
        super().__init__(table)
        self._table = table
        self._services = services
        self._name = ""
        self.kept: dict[str, str] = {}
        table.model().modelAboutToBeReset.connect(self.keep)

    def put_back(self, job: str) -> None:
        """Show a job's table, whose columns are fitted by now, as it was left."""
        self._name = f"{self._table.objectName()}/{job}"
        kept = self.kept.get(self._name) or self._services.preferences.get().places.get(self._name, "")
        found = _TABLE.fullmatch(kept)
        if found is None or int(found[1]) != self._headings():
            return
        table, across = self._table, self._table.horizontalHeader()
        widths, order = ([int(one) for one in found[place].split(",") if one] for place in (4, 5))
        count = table.model().columnCount()
        if len(widths) == count and sorted(order) == list(range(count)):
            ColumnFill.of(table).leave()
            for section, width in enumerate(widths):
                table.setColumnWidth(section, width)
            for place, section in enumerate(order):
                across.moveSection(across.visualIndex(section), place)
        table.frozen.freeze(int(found[2]))
        table.come_to(int(found[3]))

    def keep(self) -> None:
        """Keep how the table is, of the job that was put back last."""
        table, across = self._table, self._table.horizontalHeader()
        count = table.model().columnCount()
        if not self._name or not 0 < count <= _MOST_COLUMNS:
            return
        by_hand = ColumnFill.of(table).left or across.sectionsMoved()
        widths = [table.columnWidth(section) for section in range(count)] if by_hand else []
        order = [across.logicalIndex(place) for place in range(count)] if by_hand else []
        self.kept.pop(self._name, None)
        figures = f"{self._headings()} {table.frozen.count} {table.top_row}"
        self.kept[self._name] = f"{figures} {_numbers(widths)} {_numbers(order)}"

    def _headings(self) -> int:
        model = self._table.model()
        names = [
            str(model.headerData(section, Qt.Orientation.Horizontal) or "") for section in range(model.columnCount())
        ]
        return crc32("\n".join(names).encode("utf-8", "surrogatepass"))


def _numbers(values: list[int]) -> str:
    return ",".join(map(str, values))
