"""What is being read, how far it is, a way to stop it, and the rows that are there already."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QTableView, QWidget

from app.core.table import SheetInfo, SheetRow
from app.ui import wording
from app.ui.models.sheet_grid import SheetGridModel
from app.ui.naming import named
from app.ui.widgets.basics import column, label
from app.ui.widgets.stop_button import StopButton
from app.ui.widgets.tables import fit_columns, fit_row_numbers, set_up

_WIDTH = 320

Fetch = Callable[[int, int], Sequence[SheetRow]]
"""A page of rows, by position and count."""


class LoadingView(QWidget):
    """Fills the page while something is read. The grid comes with the first rows, and grows with those that follow."""

    def __init__(self, stop: Callable[[], object], row_height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = named(label("", "emphasis"), "loadingText", self.tr("What is being opened"))
        self._rows = named(label("", "hint"), "loadingRows", self.tr("How much was read so far"))
        self._bar = named(QProgressBar(), "loadingBar", self.tr("How much was read"))
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(_WIDTH)
        self._rows.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.stop = StopButton("loadingStop", self.tr("Stop opening the file"), stop)
        self._model = SheetGridModel(self)
        self._grid = named(
            QTableView(), "loadingGrid", self.tr("The first rows"), self.tr("Rows that are read already")
        )
        self._grid.setModel(self._model)
        set_up(self._grid, row_height=row_height, numbered=True)
        self._grid.hide()
        self._lines = column(1, self._text, self._bar, self._rows, self.stop, 2, self._grid, spacing=10)
        for each in (self._bar, self._rows, self.stop):
            self._lines.setAlignment(each, Qt.AlignmentFlag.AlignHCenter)
        self._text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setLayout(self._lines)

    def begin(self, subject: str) -> None:
        """Show what is being read, from its beginning."""
        self._text.setText(self.tr("Opening {file}").format(file=subject))
        self._bar.setRange(0, 0)
        self.stop.ready()
        # What has one size has nothing laid out anew when it says another number.
        self._rows.ensurePolished()
        self._rows.setFixedSize(_WIDTH, self._rows.fontMetrics().height())
        self._rows.setText("")
        self._model.show_rows((), 0, None)
        self._give_room_to_grid(False)

    @property
    def shows_rows(self) -> bool:
        """Whether rows are shown."""
        return self._model.rowCount() > 0

    def show_first_rows(self, info: SheetInfo, count: int, fetch: Fetch) -> None:
        """Show rows that are there already; ``fetch`` also gives those that are yet to come."""
        fit_row_numbers(self._grid, info.header_row + count)
        self._model.show_rows(info.columns, count, fetch)
        fit_columns(self._grid)
        self._give_room_to_grid(True)

    def _give_room_to_grid(self, shown: bool) -> None:
        self._grid.setVisible(shown)
        for place, stretch in ((0, 1), (5, 2)):
            self._lines.setStretch(place, 0 if shown else stretch)
        self._lines.setStretch(6, int(shown))

    def show_progress(self, done: int, total: int, rows: int = 0) -> None:
        """Show how far it is; a total of 0 is unknown. Before there are rows, the file is copied."""
        self._bar.setRange(0, total)
        if total:
            self._bar.setValue(done)  # each makes the window paint at once
        percent = done * 100 // total if total else 0
        if rows and total:
            self._rows.setText(self.tr("{rows}, {percent}%").format(rows=wording.rows(rows), percent=percent))
        elif rows:
            self._rows.setText(wording.rows(rows))
        else:
            self._rows.setText(self.tr("{percent}% copied").format(percent=percent) if total else "")
        if self.shows_rows and rows:
            self._model.grow(rows)
            fit_row_numbers(self._grid, max(rows, self._model.rowCount()))
