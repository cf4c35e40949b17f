"""Tables as cheap to paint as Qt lets them be in Python, and those of them that have headings over a few columns."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelRoleData, QModelRoleDataSpan, QObject, Qt

from app.ui.models.index import NOWHERE, Index

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class PaintedAtOnce(QAbstractTableModel):
    """A table whose cells are each painted after one question, where Qt asks one for each of seven roles.

    A screen of cells takes hundreds of questions, and beside a busy worker every one of them waits for its turn.
    """

    painted: frozenset[int] = frozenset({int(Qt.ItemDataRole.DisplayRole)})
    """The roles that have a part in a cell's picture; ``data`` knows no others of those that painting asks for."""

    def multiData(self, index: Index, roles: QModelRoleDataSpan | QModelRoleData) -> None:
        """Answer for all roles in one call."""
        for one in roles:
            role = one.role()
            # The delegate asks for every cell with the same span: what is not said stays as the cell before had it.
            if role in self.painted and (value := self.data(index, role)) is not None:
                one.setData(value)
            else:
                one.clearData()


class HeadedTable(PaintedAtOnce):
    """A heading over each column; those of numbers stand at the right, as their cells do."""

    painted = frozenset({int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.TextAlignmentRole)})
    numeric: frozenset[int] = frozenset()
    """The columns of numbers."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headers: tuple[str, ...] = ()

    def side(self, column: int) -> Qt.AlignmentFlag:
        """Where the texts of a column stand."""
        return RIGHT if column in self.numeric else LEFT

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._headers)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        return self.side(section) if role == Qt.ItemDataRole.TextAlignmentRole else None
