"""What every table of rows can do, tied together: its cells are copied and read whole, its columns sized, moved and frozen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtGui import QGuiApplication

from app.services.copying import as_clipboard_text
from app.services.tasks import TaskControl
from app.ui import wording
from app.ui.context import Context
from app.ui.models.paged_table import PagedTable
from app.ui.widgets.cell_reader import CellReader
from app.ui.widgets.data_table import DataTable

_PAGE = 500
_MANY_CELLS = 20_000
"""From here on copying takes long enough for a word when it is done."""


class TableTools(QObject):
    """Belongs to the table, which has its model by now and is set up."""

    def __init__(
        self, table: DataTable, context: Context, *, cells: bool = True, freezes: bool = True, reads: bool = True
    ) -> None:
        """``cells``: these are chosen, not whole rows; ``reads``: Enter and a double click open one in the reader."""
        super().__init__(table)
        self._table = table
        self._context = context
        self._copies = context.background.latest(self)
        if cells:
            table.choose_cells()
        table.set_up_columns(freezes=freezes)
        table.copy_wanted.connect(self.copy)
        table.read_wanted.connect(self.read)
        if reads:
            table.activated.connect(self.read)

    def copy(self) -> None:
        """Put the chosen cells on the clipboard; of a table of any length that is made ready away from the window."""
        stretches, sections = self._table.chosen()
        model, rows = self._table.model(), sum(map(len, stretches))
        if not rows:
            return
        if not isinstance(model, PagedTable):
            lines = [[_text(model.index(row, one)) for one in sections] for rows_of in stretches for row in rows_of]
            self._on_copied(as_clipboard_text(lines), rows, len(sections))
            return
        fetch, texts = model.fetch, model.texts
        if fetch is None:
            return

        def paged(control: TaskControl) -> str:
            found: list[Sequence[str]] = []
            for stretch in stretches:
                for first in range(stretch.start, stretch.stop, _PAGE):
                    control.check()
                    for row in fetch(first, min(_PAGE, stretch.stop - first)):
                        cells = texts(row)
                        found.append([cells[section] for section in sections])
            return as_clipboard_text(found)

        self._copies.run("Copying", paged, lambda text: self._on_copied(text, rows, len(sections)))

    def _on_copied(self, text: str, rows: int, columns: int) -> None:
        QGuiApplication.clipboard().setText(text)
        if rows * columns >= _MANY_CELLS:
            said = self.tr("Copied: {rows}, {columns}.")
            self._context.messages.note(said.format(rows=wording.rows(rows), columns=wording.columns(columns)))

    def read(self, index: QModelIndex) -> None:
        """Open a cell in a reader."""
        model = index.model()
        title = str(model.headerData(index.column(), Qt.Orientation.Horizontal) or "")
        if number := model.headerData(index.row(), Qt.Orientation.Vertical):
            title = self.tr("Row {n}: {column}").format(n=number, column=title)
        CellReader(title, _text(index), self._table.window()).open()


def _text(index: QModelIndex) -> str:
    """A cell's text whole: a long one is cut where it is shown in a table of any length."""
    model = index.model()
    if isinstance(model, PagedTable):
        row = model.row_at(index.row())
        return "" if row is None else model.texts(row)[index.column()]
    return str(index.data() or "")
