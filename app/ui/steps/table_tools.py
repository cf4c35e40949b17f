"""What every large table can do, tied together: find, copy, read a cell whole."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence

from app.services.copying import as_clipboard_text
from app.services.tasks import TaskControl
from app.ui import wording
from app.ui.context import Context
from app.ui.dialogs.cell_reader import CellReader
from app.ui.icons import keep_tinted
from app.ui.models.paged_table import PagedTable
from app.ui.naming import named
from app.ui.widgets.basics import button
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.find_bar import FindBar

_PAGE = 500
_NATIVE = QKeySequence.SequenceFormat.NativeText
_MANY_CELLS = 20_000
"""From here on copying takes long enough for a word when it is done."""


class TableTools(QObject):
    """Belongs to a page; ``bar`` is to be laid out above the table, ``button`` where it is opened from."""

    def __init__(self, name: str, table: DataTable, model: PagedTable[Any], context: Context) -> None:
        super().__init__(table)
        self._table = table
        self._model = model
        self._context = context
        self._copies = context.background.latest(self)
        self.bar = FindBar(name, table, model, context.background)
        says = self.tr("Look for a text in all rows that are shown")
        self.button = named(button(self.tr("Find"), "quiet", self.bar.open), f"{name}FindButton", self.tr("Find"), says)
        self.button.setToolTip(f"{says} ({QKeySequence(QKeySequence.StandardKey.Find).toString(_NATIVE)})")
        keep_tinted(self.button, "search", context.theme)
        table.set_up_choosing()
        table.copy_wanted.connect(self.copy)
        table.read_wanted.connect(self.read)

    def copy(self) -> None:
        """Put the chosen cells on the clipboard; of very many that is made ready away from the window."""
        rows, sections = self._table.chosen()
        fetch, texts = self._model.fetch, self._model.texts
        if not rows or fetch is None:
            return

        def lines(control: TaskControl) -> str:
            found: list[Sequence[str]] = []
            for first in range(rows.start, rows.stop, _PAGE):
                control.check()
                for row in fetch(first, min(_PAGE, rows.stop - first)):
                    cells = texts(row)
                    found.append([cells[section] for section in sections])
            return as_clipboard_text(found)

        self._copies.run("Copying", lines, lambda text: self._on_copied(text, len(rows), len(sections)))

    def _on_copied(self, text: str, rows: int, columns: int) -> None:
        QGuiApplication.clipboard().setText(text)
        if rows * columns >= _MANY_CELLS:
            said = self.tr("Copied: {rows}, {columns}.")
            self._context.messages.note(said.format(rows=wording.rows(rows), columns=wording.columns(columns)))

    def read(self, index: QModelIndex) -> None:
        """Open a cell in a reader."""
        row = self._model.row_at(index.row())
        if row is None:
            return
        name = self._model.headerData(index.column(), Qt.Orientation.Horizontal) or ""
        number = self._model.headerData(index.row(), Qt.Orientation.Vertical)
        title = self.tr("Row {n}: {column}").format(n=number, column=name)
        CellReader(title, self._model.texts(row)[index.column()], self._table.window()).open()
