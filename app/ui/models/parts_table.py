"""The parts that a job was sent in."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from app.core.outcome import Outcome
from app.core.part import Part
from app.ui import wording
from app.ui.models.paged_table import NOWHERE, Index


class PartsTableModel(QAbstractTableModel):
    """Parts with their state, rows, answers, cost and times."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts: list[Part] = []
        self._headers = (
            self.tr("No."),
            self.tr("State"),
            self.tr("Rows"),
            self.tr("Answered"),
            self.tr("Cost"),
        )

    def show_parts(self, parts: list[Part]) -> None:
        """Show these parts; only what changed is told."""
        if len(parts) != len(self._parts):
            self.beginResetModel()
            self._parts = parts
            self.endResetModel()
            return
        old, self._parts = self._parts, parts
        for row, (before, after) in enumerate(zip(old, parts, strict=True)):
            if before != after:
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(self._headers) - 1))

    def part(self, row: int) -> Part:
        """The part in a line."""
        return self._parts[row]

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._parts)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._headers)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._headers[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and orientation == Qt.Orientation.Horizontal:
            return _RIGHT if section in _NUMERIC else _LEFT
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return _cells(self._parts[index.row()])[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if index.column() in _NUMERIC else _LEFT
        return wording.part_says(self._parts[index.row()]) if role == Qt.ItemDataRole.ToolTipRole else None


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_NUMERIC = frozenset({0, 2, 3, 4})


def _cells(part: Part) -> tuple[str, ...]:
    return (
        wording.number(part.number),
        wording.part_state(part.state),
        wording.number(part.rows),
        wording.number(part.settled.get(Outcome.ANSWERED, 0)) if part.settled else "",
        wording.money(part.cost) if part.cost else "",
    )
