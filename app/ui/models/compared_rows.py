"""Two jobs' answers side by side: row by row, and label by label."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from app.services.comparing import ComparedRow, Comparison
from app.ui import wording
from app.ui.models.index import NOWHERE, Index
from app.ui.models.paged_table import PagedTable
from app.ui.plain_text import one_line, shown_as_is


class ComparedRowsModel(PagedTable[ComparedRow]):
    """A row's first cell, whose answer stands, then for each column this job's answer and the other's."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lead = 0

    def show_comparison(
        self, found: Comparison, lead: int, count: int, fetch: Callable[[int, int], Sequence[ComparedRow]]
    ) -> None:
        """Show some of the rows of a comparison, each known by the cell in a column."""
        self._lead = lead
        headers = [found.columns[lead] if lead < len(found.columns) else "", self.tr("Stands")]
        for pair in found.pairs:
            headers += [
                self.tr("{column}, here").format(column=pair.name),
                self.tr("{column}, there").format(column=pair.other_name),
            ]
        self.show_rows(headers, count, fetch)

    def texts(self, row: ComparedRow) -> Sequence[str]:
        lead = row.cells[self._lead] if self._lead < len(row.cells) else ""
        answers = [text for both in zip(row.answers, row.others, strict=True) for text in both]
        return [lead, self.tr("there") if row.kept else self.tr("here"), *answers]

    def _row_label(self, section: int) -> str:
        row = self.row_at(section)
        return str(row.number) if row else ""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.side(index.column())
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        row = self.row_at(index.row())
        if row is None:
            return None
        text = self.texts(row)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return shown_as_is(text[:2000]) or None
        return one_line(text) if role == Qt.ItemDataRole.DisplayRole else text


class LabelsModel(QAbstractTableModel):
    """How often which answer here is which answer there: a row for each of these, a column for each of those."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._counts: Counter[tuple[str, str]] = Counter()
        self._here: list[str] = []
        self._there: list[str] = []

    def show_labels(self, counts: Counter[tuple[str, str]]) -> None:
        """Show the counts of one column; the frequent answers come first."""
        self.beginResetModel()
        self._counts = counts
        total: Counter[str] = Counter()
        for (before, after), count in counts.items():
            total[before] += count
            total[after] += count
        here, there = {before for before, _after in counts}, {after for _before, after in counts}
        order = [label for label, _count in total.most_common()]
        self._here = [label for label in order if label in here]
        self._there = [label for label in order if label in there]
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._here)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._there)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        before, after = self._here[index.row()], self._there[index.column()]
        count = self._counts[before, after]
        if role == Qt.ItemDataRole.DisplayRole:
            return wording.number(count) if count else "·"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            text = self.tr("{rows}: here {before}, there {after}")
            return shown_as_is(
                text.format(rows=wording.rows(count), before=self._label(before), after=self._label(after))
            )
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        across = orientation == Qt.Orientation.Horizontal
        text = self._label((self._there if across else self._here)[section])
        if section:
            return text
        return (self.tr("there: {label}") if across else self.tr("here: {label}")).format(label=text)

    def _label(self, text: str) -> str:
        return one_line(text) or self.tr("(none)")
