"""The parts that a job was sent in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt

from app.core.part import Part
from app.ui import parts_wording, wording
from app.ui.models.index import NOWHERE, Index
from app.ui.models.painted_table import HeadedTable

OTHERS = 4
"""The column of what became of the rows that are not answered."""


class PartsTableModel(HeadedTable):
    """Parts with their state, answers, cost, and what became of the other rows."""

    numeric = frozenset({0, 2, 3})

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts: list[Part] = []
        self._cells: dict[int, tuple[str, ...]] = {}
        self._headers = (
            self.tr("No."),
            self.tr("State"),
            self.tr("Answered"),
            self.tr("Cost"),
            self.tr("Not answered"),
        )

    def show_parts(self, parts: list[Part]) -> None:
        """Show these parts; only what changed is told: lines that were added, and one stretch of lines that moved."""
        known = len(self._parts)
        if len(parts) < known or not known:
            self.beginResetModel()
            self._parts, self._cells = parts, {}
            self.endResetModel()
            return
        if len(parts) > known:
            self.beginInsertRows(NOWHERE, known, len(parts) - 1)
            self._parts = [*self._parts, *parts[known:]]
            self.endInsertRows()
        old, self._parts = self._parts, parts
        moved = [row for row, (before, after) in enumerate(zip(old, parts, strict=True)) if before != after]
        for row in moved:
            self._cells.pop(row, None)
        if moved:
            self.dataChanged.emit(self.index(moved[0], 0), self.index(moved[-1], len(self._headers) - 1))

    @property
    def some(self) -> Sequence[Part]:
        """Of very many parts the first ones, which the widths of columns go by."""
        return self._parts[:_LOOKED_AT]

    @property
    def parts(self) -> Sequence[Part]:
        """The parts that are shown."""
        return self._parts

    def texts(self, section: int) -> set[str]:
        """The texts of a column, of very many parts those of the first ones."""
        return {self._line(row)[section] for row in range(len(self.some))}

    def part(self, row: int) -> Part:
        """The part in a line."""
        return self._parts[row]

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._parts)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._line(index.row())[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.side(index.column())
        return parts_wording.part_says(self._parts[index.row()]) if role in _WHOLE else None

    def _line(self, row: int) -> tuple[str, ...]:
        """A line's texts, made once: a table asks for them again at each paint."""
        if row not in self._cells:
            self._cells[row] = _cells(self._parts[row])
        return self._cells[row]


_LOOKED_AT = 20
_WHOLE = frozenset({Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole})


def _cells(part: Part) -> tuple[str, ...]:
    return (
        wording.number(part.number),
        parts_wording.part_fate(part),
        parts_wording.answered_in(part),
        wording.money(part.cost) if part.cost else "",
        parts_wording.others_in(part),
    )
