"""How often which answer of one job is which answer of another, in a column of labels that is chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHeaderView, QTableView, QWidget

from app.services.comparing import Comparison
from app.ui.models.compared_rows import LabelsModel
from app.ui.naming import named
from app.ui.theme import Theme
from app.ui.widgets.basics import column, label, row
from app.ui.widgets.tables import set_up


class LabelByLabel(QWidget):
    """Shows nothing where no column holds labels. Sends ``column_chosen`` when that is another column."""

    column_chosen = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: Comparison | None = None
        self._columns = named(QComboBox(), "compareColumn", self.tr("Column shown label by label"))
        self._columns.activated.connect(self._on_chosen)
        self._model = LabelsModel(self)
        self._table = named(
            QTableView(),
            "compareLabels",
            self.tr("Label by label"),
            self.tr("How often which answer here is which answer there"),
        )
        self._table.setModel(self._model)
        set_up(self._table, row_height=theme.sizes.text + 13, numbered=True)
        self._table.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._table.setFixedHeight(150)
        top = row(label(self.tr("Label by label"), "section"), self._columns, 1)
        self.setLayout(column(top, self._table, spacing=6))

    @property
    def column(self) -> str | None:
        """The column that is shown; None where none holds labels."""
        name: str | None = self._columns.currentData()
        return name

    def show_comparison(self, found: Comparison) -> None:
        """Show the first of its columns that hold labels."""
        self._found = found
        self._columns.clear()
        for pair in found.pairs:
            if pair.name in found.labels:
                self._columns.addItem(pair.name, pair.name)
        self.setVisible(self._columns.count() > 0)
        self._show_labels()

    def _on_chosen(self) -> None:
        self._show_labels()
        self.column_chosen.emit()

    def _show_labels(self) -> None:
        name = self.column
        if self._found is not None and name is not None:
            self._model.show_labels(self._found.labels[name])
            self._table.resizeColumnsToContents()
