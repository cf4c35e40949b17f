"""A file's rows: which sheet of it, which of the rows are asked, and what was noticed."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.core.table import SheetInfo
from app.core.words import sentences
from app.ui import wording
from app.ui.context import Context
from app.ui.language import shown
from app.ui.left_places import TablePlace
from app.ui.models.sheet_grid import SheetGridModel
from app.ui.naming import named
from app.ui.plain_text import shown_as_is
from app.ui.steps.grid_tools import GridTools
from app.ui.steps.table_choices import TableChoices
from app.ui.widgets.basics import button, card, column, label, row
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.noticed import Noticed
from app.ui.widgets.row_chooser import RowChooser
from app.ui.widgets.tables import fit_columns, fit_row_numbers, set_up

_LONGEST_NAME = 150
"""Pixels of a sheet's name beyond which it is cut in the notices."""


class SheetView(QWidget):
    """Belongs to the Data page, whose button to open another file goes to ``open_place``."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._services = context.services
        self._current = context.current

    def make(self) -> Iterator[None]:
        """Make what it consists of, a piece at a time; nothing else is asked of it before."""
        context = self._context
        self.open_place = QHBoxLayout()
        self.choices = TableChoices(self._services.importing.encodings())
        yield
        self._model = SheetGridModel(self)
        self.grid = named(DataTable(self), "sheetGrid", self.tr("Your sheet"), self.tr("All rows of the sheet"))
        self.grid.setModel(self._model)
        set_up(self.grid, row_height=context.theme.sizes.text + 9, numbered=True)
        self.tools = GridTools("sheet", self.grid, self._model, context)
        self._place = TablePlace(self.grid, self._services)
        yield
        bar = row(self.open_place, self.tools.button, 1, self.choices)
        lines = column(bar, self.tools.bar, self.grid, self._make_card(), spacing=10)
        lines.setStretch(2, 1)
        self.setLayout(lines)

    def show_sheet(self, info: SheetInfo) -> None:
        """Show a file's rows and what was noticed about it."""
        self.choices.show_info(info)
        job_id = self._current.id
        count = self._services.jobs.row_count(job_id)
        fit_row_numbers(self.grid, info.header_row + count)
        self._model.show_rows(info.columns, count, lambda offset, size: self._services.jobs.rows(job_id, offset, size))
        fit_columns(self.grid)
        self.grid.scrollToTop()
        self._place.put_back(job_id)
        self.rows.show_choice(self._current.draft.rows, info.columns, count)
        self._current.refuse_rows("")
        self._show_notices(info)

    def _show_notices(self, info: SheetInfo) -> None:
        lines: list[QWidget] = []
        for number, notice in enumerate(info.notices, 1):
            text = shown(sentences(notice.text, notice.done))
            lines.append(named(label(text, wrap=True), f"dataNotice{number}", text))
        if (larger := info.larger_sheet) is not None:
            lines.insert(0, self._make_larger_sheet(*larger))
        self._noticed.show_lines(lines or [label(self.tr("Nothing unusual."), "hint")])

    def set_editable(self, editable: bool) -> None:
        """Whether another part of the file, or other rows of it, can be chosen."""
        self.choices.set_editable(editable)
        self.rows.setEnabled(editable)

    def _make_larger_sheet(self, name: str, rows: int) -> QWidget:
        text = self.tr("Open “{sheet}”, which has {rows}").format(sheet=name, rows=wording.rows(rows))
        short = self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, _LONGEST_NAME)
        shown = self.tr("Open “{sheet}”: {rows}").format(sheet=short, rows=wording.rows(rows))
        made = button(shown.replace("&", "&&"), "link", lambda: self.choices.choose_sheet(name))
        made.setToolTip(shown_as_is(text))
        made.setEnabled(self._current.editable)
        return named(made, "largerSheetButton", text, self.tr("This sheet has few rows; another one has many more"))

    def _make_card(self) -> QWidget:
        """What says which rows, and what was noticed: as low as it can be, for the rows are what is looked at."""
        self.rows = named(RowChooser(), "rowChoice", self.tr("Which rows"), self.tr("Which rows are asked"))
        self.rows.chosen.connect(self._current.edit_rows)
        self.rows.unusable.connect(self._current.refuse_rows)
        rows = row(self.rows, self.choices.row_choices, spacing=12)
        rows.setStretch(0, 1)
        kept = self._services.preferences.get().places
        self._noticed = Noticed("dataNotices", opened=kept.get("dataNotices") == "open", parent=self)
        self._noticed.opened.connect(self._on_noticed_opened)
        made = card(rows, self._noticed, spacing=2)
        made.layout().setContentsMargins(16, 8, 16, 8)
        return made

    def _on_noticed_opened(self, opened: bool) -> None:
        places = self._services.preferences.get().places
        self._context.remember(places={**places, "dataNotices": "open" if opened else "closed"})
