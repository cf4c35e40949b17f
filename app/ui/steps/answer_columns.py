"""The Prompt page's answer columns: what the answers fill, one line for each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from app.core.outputs import Output
from app.ui.flow import outputs_problem
from app.ui.models.outputs_table import COLUMN, HOLDS, IF_UNSURE, KIND, OutputsTableModel
from app.ui.naming import named, show_value
from app.ui.theme import Theme
from app.ui.widgets.basics import button, column, heading, label, row
from app.ui.widgets.outputs_delegate import OutputsDelegate
from app.ui.widgets.tables import as_list, set_up


class AnswerColumns(QWidget):
    """The table of answer columns. Sends ``edited`` after the user changed something, ``removed`` with the line and the
    column where one went that had more than a name.
    """

    edited = Signal()
    removed = Signal(int, Output)

    def __init__(self, theme: Theme, after: QWidget, parent: QWidget | None = None) -> None:
        """``after`` goes on from the answers: it stands in the line of buttons, at its end."""
        super().__init__(parent)
        self._editable = True
        self._model = OutputsTableModel(self)
        self._make_table(theme)
        self._add = named(
            button(self.tr("+ Add a co&lumn"), "link", self._add_column),
            "addOutputButton",
            self.tr("Add a column"),
            self.tr("One more new column for the answers"),
        )
        self._remove = named(
            button(self.tr("Remove"), "link", self._remove_column), "removeOutputButton", self.tr("Remove this column")
        )
        self._note = named(label("", "problem", wrap=True), "outputsProblem", self.tr("What is wrong with the columns"))
        self.setLayout(
            column(
                heading(self.tr("Answer as"), self.tr("a new column each")),
                self._table,
                self._note,
                row(self._add, self._remove, 1, after),
                1,
                spacing=4,
            )
        )
        self._model.edited.connect(self._on_edited)

    def outputs(self) -> tuple[Output, ...]:
        """The columns as a recipe has them."""
        return self._model.outputs()

    def show_outputs(self, outputs: Sequence[Output]) -> None:
        """Show a recipe's columns."""
        self._model.show_outputs(outputs)
        self._fit()
        self.show_problems()

    def set_editable(self, editable: bool) -> None:
        """A job that was sent keeps its columns."""
        self._editable = self._model.editable = editable
        self._add.setEnabled(editable)
        self._show_remove()

    def show_problems(self) -> None:
        """Say what keeps the columns from being asked for."""
        problem = outputs_problem(self._model.outputs())
        self._note.setVisible(bool(problem))
        show_value(self._note, problem)

    def _on_edited(self) -> None:
        self._show_remove()
        self.show_problems()
        self.edited.emit()

    def _show_remove(self) -> None:
        self._remove.setEnabled(self._editable and self._model.rowCount() > 1)

    def _add_column(self) -> None:
        line = self._model.add()
        self._fit()
        index = self._model.index(line, COLUMN)
        self._table.setCurrentIndex(index)
        self._table.edit(index)

    def _remove_column(self) -> None:
        line = self._table.currentIndex().row()
        line = line if line >= 0 else self._model.rowCount() - 1
        output = self._model.output(line)
        self._model.remove(line)
        self._fit()
        if output != Output(output.column):
            self.removed.emit(line, output)

    def _make_table(self, theme: Theme) -> None:
        self._table = named(
            OutputsTable(), "outputsTable", self.tr("Answer columns"), self.tr("The new columns that the answers fill")
        )
        self._table.setModel(self._model)
        self._table.setItemDelegate(OutputsDelegate(self._table))
        set_up(self._table, row_height=theme.sizes.text + 17, numbered=False)
        as_list(self._table)
        self._table.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        triggers = QAbstractItemView.EditTrigger
        self._table.setEditTriggers(
            triggers.SelectedClicked | triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed
        )

    def _fit(self) -> None:
        """As high as its lines, up to seven of them; the last one's edge lies under the table's own."""
        lines = min(max(self._model.rowCount(), 1), _MOST_LINES)
        whole = self._model.rowCount() <= _MOST_LINES
        bars = Qt.ScrollBarPolicy
        self._table.setVerticalScrollBarPolicy(bars.ScrollBarAlwaysOff if whole else bars.ScrollBarAsNeeded)
        line = self._table.verticalHeader().defaultSectionSize()
        self._table.setFixedHeight(self._table.horizontalHeader().sizeHint().height() + lines * line + 1)
        self._table.share_out()


class OutputsTable(QTableView):
    """Shares its width out among the columns, so that none is ever out of sight: what the others leave is for the sentence
    of what a column holds. F2 edits here, as in every table.
    """

    def event(self, event: QEvent) -> bool:
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F2:
            event.accept()  # elsewhere the window's: it renames the job
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.share_out()

    def share_out(self) -> None:
        """Give the short columns what they take, up to their share, and the rest to the sentence."""
        width = self.viewport().width()
        for section, share in _SHARES.items():
            self.setColumnWidth(section, min(int(width * share), self._wanted(section)))
        self.setColumnWidth(HOLDS, width - sum(map(self.columnWidth, _SHARES)))

    def _wanted(self, section: int) -> int:
        lines = range(self.model().rowCount())
        texts = max((self.sizeHintForIndex(self.model().index(line, section)).width() for line in lines), default=0)
        return max(self.horizontalHeader().sectionSizeHint(section), texts) + _ROOM


_MOST_LINES = 7
_SHARES = {COLUMN: 0.23, KIND: 0.23, IF_UNSURE: 0.22}
_ROOM = 24
"""Pixels more than a text takes: for the arrow of a list while it is chosen from."""
