"""The answer columns of a recipe, as a table that can be edited."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from app.core.outputs import Kind, Output
from app.ui import answer_wording
from app.ui.models.index import NOWHERE, Index
from app.ui.models.painted_table import HeadedTable
from app.ui.plain_text import shown_as_is

COLUMN, KIND, HOLDS, IF_UNSURE = range(4)


class OutputsTableModel(HeadedTable):
    """One line for each answer column. Sends ``edited`` after the user changed something."""

    edited = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._outputs: list[Output] = [Output()]
        self._choices: dict[str, tuple[str, ...]] = {}
        self.editable = True
        self._headers = (self.tr("Column"), self.tr("Kind"), self.tr("What it holds"), self.tr("If unsure"))

    def show_outputs(self, outputs: Sequence[Output]) -> None:
        """Show these columns; none means the one that every job has."""
        self.beginResetModel()
        self._outputs = list(outputs) or [Output()]
        self._choices.clear()
        self.endResetModel()

    def outputs(self) -> tuple[Output, ...]:
        """The columns as a recipe has them."""
        return () if self._outputs == [Output()] else tuple(self._outputs)

    def add(self) -> int:
        """Add a column under a name that is free; returns its line."""
        taken = {output.column.casefold() for output in self._outputs}
        answer = self.tr("Answer")
        name, number = answer, 2
        while name.casefold() in taken:
            name, number = f"{answer} {number}", number + 1
        line = len(self._outputs)
        self.beginInsertRows(NOWHERE, line, line)
        self._outputs.append(Output(name))
        self.endInsertRows()
        self.edited.emit()
        return line

    def remove(self, line: int) -> None:
        """Remove a column; the last one stays."""
        if len(self._outputs) == 1 or not 0 <= line < len(self._outputs):
            return
        self.beginRemoveRows(NOWHERE, line, line)
        del self._outputs[line]
        self.endRemoveRows()
        self.edited.emit()

    def output(self, line: int) -> Output:
        """The column in a line."""
        return self._outputs[line]

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._outputs)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        base = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        return base | Qt.ItemFlag.ItemIsEditable if self.editable else base

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        output = self._outputs[index.row()]
        if role == Qt.ItemDataRole.EditRole:
            return output.kind if index.column() == KIND else _text(output, index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return _text(output, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            if index.column() == HOLDS and output.kind is Kind.CHOICE:
                return self.tr("The choices, with semicolons between them.")
            return shown_as_is(_text(output, index.column())) or None
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        before = self._outputs[index.row()]
        after = _changed(before, index.column(), value)
        if index.column() == KIND and after != before:
            after = self._with_choices(before, after)
        if after == before:
            return True
        self._outputs[index.row()] = after
        self.dataChanged.emit(self.index(index.row(), 0), self.index(index.row(), len(self._headers) - 1))
        self.edited.emit()
        return True

    def _with_choices(self, before: Output, after: Output) -> Output:
        """A column of another kind; one that becomes one of a list again has the choices that were typed for it."""
        if before.choices:
            self._choices[before.column] = before.choices
        return replace(after, choices=self._choices.get(after.column, ())) if after.kind is Kind.CHOICE else after


def _text(output: Output, column: int) -> str:
    match column:
        case 0:
            return output.column
        case 1:
            return answer_wording.kind(output.kind)
        case 2:
            return "; ".join(output.choices) if output.kind is Kind.CHOICE else output.description
        case _:
            return output.if_unsure


def _changed(output: Output, column: int, value: Any) -> Output:
    if column == KIND:
        kind = Kind(value)
        return replace(output, kind=kind, choices=output.choices if kind is Kind.CHOICE else ())
    text = str(value).strip()
    if column == COLUMN:
        return replace(output, column=text or output.column)
    if column == IF_UNSURE:
        return replace(output, if_unsure=text)
    if output.kind is Kind.CHOICE:
        return replace(output, choices=_choices(text))
    return replace(output, description=text)


def _choices(text: str) -> tuple[str, ...]:
    """Choices from typed text: between semicolons, else between commas; repeated ones once."""
    pieces = re.split(r"[;\n·]" if re.search(r"[;\n·]", text) else ",", text)
    found: dict[str, str] = {}
    for piece in pieces:
        if piece.strip():
            found.setdefault(piece.strip().casefold(), piece.strip())
    return tuple(found.values())
