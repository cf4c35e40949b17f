"""The answers of tried rows, beside what the rows hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHeaderView, QWidget

from app.core.trying import Tried
from app.ui import wording
from app.ui.models.try_table import TryLine, TryTableModel
from app.ui.naming import named, show_value
from app.ui.theme import Theme
from app.ui.widgets.basics import button, column, label, row
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.tables import as_list, keep_fitted, set_up

_LEAST_LINES, _MOST_LINES = 3, 11
_NARROW = 100
"""Pixels that a column has at least; what is left is shared out."""


class TryAnswers(QWidget):
    """The answers. Sends ``back_wanted``, ``chosen`` with the try of the line that is selected, and ``example_wanted``."""

    back_wanted = Signal()
    chosen = Signal(object)
    example_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = TryTableModel(self)
        self.table = named(
            DataTable(),
            "tryAnswers",
            self.tr("Tried rows"),
            self.tr("Each tried row with its answer, and what it was answered before"),
        )
        self.table.setModel(self._lines)
        height = theme.sizes.text
        set_up(self.table, row_height=height * (_LEAST_LINES + 1) + 14, numbered=False)
        as_list(self.table)
        self.table.setWordWrap(True)
        # An answer is read whole here: its row is as high as it takes, within reason.
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.verticalHeader().setMaximumSectionSize(height * (_MOST_LINES + 1) + 14)
        self.table.setVerticalScrollMode(DataTable.ScrollMode.ScrollPerPixel)
        self.table.horizontalHeader().setStretchLastSection(True)
        self._heights = QTimer(self, singleShot=True, interval=0)
        self._heights.timeout.connect(self.table.resizeRowsToContents)
        self.table.horizontalHeader().sectionResized.connect(self._heights.start)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._on_row())
        back = named(button(self.tr("What is sent"), "link", self.back_wanted.emit), "tryBack", self.tr("What is sent"))
        self._summary = named(label("", "hint", wrap=True), "trySummary", self.tr("What came of the tried rows"))
        self._example = named(
            button("", "", self._on_example),
            "tryExample",
            self.tr("Use as an example"),
            self.tr("Puts this row and its answer into the instructions, as an example of a good one"),
        )
        top = row(label(self.tr("Tried rows"), "section"), 1, back, spacing=4)
        layout = column(top, self.table, self._summary, row(1, self._example), spacing=6)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.show_example(None)

    @property
    def selected(self) -> Tried | None:
        """The try of the selected line."""
        found = self._lines.line(self.table.currentIndex().row())
        return found.now if found else None

    @property
    def summary(self) -> str:
        """What is said of all tries together."""
        return self._summary.text()

    def show_lines(
        self, lines: Sequence[TryLine], titles: tuple[str, str], names: Mapping[int, Sequence[str]], summary: str
    ) -> None:
        """Show tried rows, see `TryTableModel.show_lines`; the line that was selected stays so."""
        kept = self.table.currentIndex().row()
        self._lines.show_lines(lines, titles, names)
        show_value(self._summary, summary)
        keep_fitted(self.table, widest=_NARROW)
        if lines:
            self.table.selectRow(min(max(kept, 0), len(lines) - 1))

    def show_example(self, cost: int | None, *, possible: bool = False) -> None:
        """Offer the selected answer as an example, with what it adds to the job's price."""
        text = self.tr("&Use as an example")
        if possible and cost is not None:
            text = self.tr("&Use as an example (+{money})").format(money=wording.money(max(cost, 0)))
        self._example.setText(text)
        self._example.setEnabled(possible)

    def _on_row(self) -> None:
        self.chosen.emit(self.selected)

    def _on_example(self) -> None:
        if self.selected is not None:
            self.example_wanted.emit(self.selected)
