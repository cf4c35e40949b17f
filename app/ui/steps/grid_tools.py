"""What a table of the user's rows can do besides: looked through for a text."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QKeySequence

from app.ui.context import Context
from app.ui.icons import keep_tinted
from app.ui.models.paged_table import PagedTable
from app.ui.naming import named
from app.ui.table_tools import TableTools
from app.ui.widgets.basics import button
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.find_bar import FindBar

_NATIVE = QKeySequence.SequenceFormat.NativeText


class GridTools(TableTools):
    """``bar`` is to be laid out above the table, ``button`` where it is opened from."""

    def __init__(self, name: str, table: DataTable, model: PagedTable[Any], context: Context) -> None:
        super().__init__(table, context)
        self.bar = FindBar(name, table, model, context.background)
        says = self.tr("Look for a text in all rows that are shown")
        self.button = named(button(self.tr("Find"), "quiet", self.bar.open), f"{name}FindButton", self.tr("Find"), says)
        keys = QKeySequence(QKeySequence.StandardKey.Find)
        self.button.setToolTip(f"{says} ({keys.toString(_NATIVE)})")
        keep_tinted(self.button, "search", context.theme)
        table.offers.append((self.tr("&Find"), keys, self.bar.open))
