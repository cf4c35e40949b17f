"""Tried rows: what is in each, its answer, and beside that the answer that it got before under another prompt or model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Qt

from app.core.trying import Tried, TryState
from app.ui import answer_wording, tried_wording, wording
from app.ui.language import shown
from app.ui.models.index import NOWHERE, Index
from app.ui.models.painted_table import HeadedTable
from app.ui.plain_text import name_in_line, shown_as_is

ROW, HOLDS, ANSWER, BEFORE = range(4)


@dataclass(frozen=True)
class TryLine:
    """A tried row: what its columns hold, its try, and the one before on the same row."""

    holds: str
    now: Tried
    before: Tried | None = None


class TryTableModel(HeadedTable):
    """A line for each tried row; the last column is there only while there is something to compare with."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[TryLine] = ()
        self._names: Mapping[int, Sequence[str]] = {}

    def show_lines(self, lines: Sequence[TryLine], titles: tuple[str, str], names: Mapping[int, Sequence[str]]) -> None:
        """Show other tries; ``titles`` stand over the answers of now and before, ``names`` are each run's columns."""
        self.beginResetModel()
        self._names = names
        self._lines = lines
        headers = (self.tr("Row"), self.tr("Your data"), *titles)
        self._headers = headers if any(line.before for line in lines) else headers[:BEFORE]
        self.endResetModel()

    def line(self, row: int) -> TryLine | None:
        """The line in that row, if there is one."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.ToolTipRole:
            return shown_as_is(self.data(index)) or None
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        match index.column():
            case 0:
                return f"{wording.number(line.now.number)}\n{tried_wording.why(line.now.why)}\n{self._fate(line.now)}"
            case 1:
                return "\n".join(map(name_in_line, line.holds.split("\n")))
            case 2:
                return self._says(line.now)
            case _:
                return self._says(line.before) if line.before else ""

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical and role == Qt.ItemDataRole.DisplayRole:
            return str(self._lines[section].now.number)
        return super().headerData(section, orientation, role)

    def _fate(self, tried: Tried) -> str:
        if tried.outcome is not None:
            return tried_wording.try_outcome(tried.outcome)
        return self.tr("on its way") if tried.state is TryState.INTENDED else self.tr("no answer")

    def _says(self, tried: Tried) -> str:
        if tried.values:
            return answer_wording.values(tried.values, self._names.get(tried.run, ()))
        if tried.state is TryState.ANSWERED and tried.outcome is not None:
            return shown(tried.message)
        return f"{tried_wording.try_state(tried.state)} {shown(tried.message)}".strip()
