"""The Data page: a file comes in, and the rows to ask are chosen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.core.table import SheetInfo
from app.core.words import sentences
from app.ui import wording
from app.ui.context import Context
from app.ui.flow import Step
from app.ui.language import shown
from app.ui.models.sheet_grid import SheetGridModel
from app.ui.naming import named
from app.ui.plain_text import shown_as_is
from app.ui.steps.opening import Opening
from app.ui.steps.step_page import StepPage
from app.ui.steps.table_choices import TableChoices
from app.ui.steps.table_tools import TableTools
from app.ui.widgets.basics import button, card, column, heading, label, row
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.loading_view import LoadingView
from app.ui.widgets.row_chooser import RowChooser
from app.ui.widgets.start_view import StartView
from app.ui.widgets.tables import fit_columns, fit_row_numbers, set_up

_LONGEST_NAME = 150
"""Pixels of a sheet's name beyond which it is cut in the notices."""


class DataPage(StepPage):
    """A file, its sheet and header row, all of its rows, and which of them are asked."""

    step = Step.DATA

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.opening = Opening(context, self)
        self._open = self._make_open_button()
        self._views = QStackedWidget()
        examples, opening = self.services.importing.examples(), self.opening
        self._empty_view = StartView(opening.choose_folder, opening.paste, examples, opening.try_example)
        self.drop_frame = self._empty_view.drop
        self._sheet_view = self._make_sheet()
        self._loading_view = LoadingView(opening.stop, self.context.theme.sizes.text + 17)
        for view in (self._empty_view, self._sheet_view, self._loading_view):
            self._views.addWidget(view)
        self.content.setLayout(column(self._views))
        self._next = button(self.tr("&Write the prompt"), "main", lambda: self.step_wanted.emit(Step.PROMPT))
        self.add_buttons(named(self._next, "dataNextButton", self.tr("Write the prompt")))
        opening.changed.connect(self._on_opening)
        opening.progressed.connect(self._on_progress)
        self.current.selected.connect(self._show)
        self.current.sheet_changed.connect(self._show)
        self.current.changed.connect(self._on_changed)
        self.current.rows_changed.connect(self._on_rows_changed)
        self.current.saved.connect(self._on_saved)
        self._show()

    # What is shown

    def stop(self) -> None:
        self.opening.stop()

    def first_field(self) -> QWidget | None:
        if self.current.rows_problem:
            return self._rows.focusProxy()
        if self._views.currentWidget() is self._loading_view:
            return self._loading_view.stop
        return self._open if self._views.currentWidget() is self._empty_view else self._grid

    def open_find(self) -> None:
        if self._views.currentWidget() is self._sheet_view:
            self._tools.bar.open()

    def footer_text(self) -> str:
        info = self.current.draft.info
        if info is None or self._views.currentWidget() is not self._sheet_view or self.current.rows_problem:
            return self.tr("The file itself is never written to.")
        chosen = self.services.estimating.chosen(self.current.id)
        if chosen != info.rows:
            text = self.tr("{some} of {all} chosen. The file itself is never written to.")
            return text.format(some=wording.number(chosen), all=wording.rows(info.rows))
        return self.tr("The file itself is never written to.")

    def _on_opening(self) -> None:
        if self.opening.under_way:
            self._loading_view.begin(self.opening.subject)
        self._show()

    def _on_progress(self, done: int, total: int) -> None:
        importing, job_id = self.services.importing, self.current.id
        if self.opening.under_way and not self._loading_view.shows_rows:
            first = importing.first_rows(job_id)
            if first is not None:
                self._loading_view.show_first_rows(
                    first.info, len(first.rows), lambda offset, count: importing.rows_so_far(job_id, offset, count)
                )
        self._loading_view.show_progress(done, total)

    def _show(self) -> None:
        info = self.current.draft.info
        loading = self.opening.under_way
        view = self._loading_view if loading else self._sheet_view if info else self._empty_view
        self._views.setCurrentWidget(view)
        home = self._empty_view.open_place if view is self._empty_view else self._sheet_open_place
        if home.indexOf(self._open) < 0:
            home.addWidget(self._open)
            self._open.show()  # a layout would do that a moment later
        self._open.setProperty("role", "main" if view is self._empty_view else "")
        self._open.style().polish(self._open)
        self._next.setVisible(view is self._sheet_view)
        if info is not None and not loading:
            self._show_sheet(info)
        self.footer_changed.emit()

    def _show_sheet(self, info: SheetInfo) -> None:
        self._choices.show_info(info)
        job_id = self.current.id
        count = self.services.jobs.row_count(job_id)
        self._model.show_rows(info.columns, count, lambda offset, size: self.services.jobs.rows(job_id, offset, size))
        fit_columns(self._grid)
        fit_row_numbers(self._grid, info.header_row + count)
        self._grid.scrollToTop()
        self._rows.show_choice(self.current.draft.rows, info.columns, count)
        self.current.refuse_rows("")
        self._show_notices(info)
        self._on_changed()

    def _show_notices(self, info: SheetInfo) -> None:
        while (item := self._notices.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for number, notice in enumerate(info.notices, 1):
            text = shown(sentences(notice.text, notice.done))
            self._notices.addWidget(named(label(text, wrap=True), f"dataNotice{number}", text))
        if (larger := info.larger_sheet) is not None:
            self._notices.insertWidget(0, self._make_larger_sheet(*larger))
        elif not info.notices:
            self._notices.addWidget(label(self.tr("Nothing unusual."), "hint"))
        self._notices.addStretch(1)

    def _on_changed(self) -> None:
        editable = self.current.editable
        self._choices.set_editable(editable)
        self._rows.setEnabled(editable)

    def _on_rows_changed(self) -> None:
        # Counting the rows takes a while in a large sheet: it waits until the choice is saved.
        if self.current.rows_problem:
            self.footer_changed.emit()

    def _on_saved(self) -> None:
        self.footer_changed.emit()

    def _on_file_wanted(self, how: dict[str, object]) -> None:
        info = self.current.draft.info
        if info is not None:
            self.opening.read_file(Path(info.path), **how)

    def _on_folder_wanted(self, subfolders: bool) -> None:
        info = self.current.draft.info
        if info is not None:
            self.opening.read_folder(Path(info.path), subfolders=subfolders)

    # Making

    def _make_open_button(self) -> QPushButton:
        made = button(self.tr("&Open a spreadsheet"), "main", self.opening.choose_files)
        made.setToolTip(self.tr("Excel, OpenDocument, CSV or text (Ctrl+O)"))
        says = self.tr("Choose a spreadsheet on this computer")
        return named(made, "openFileButton", self.tr("Open a spreadsheet"), says)

    def _make_sheet(self) -> QWidget:
        self._sheet_open_place = QHBoxLayout()
        self._choices = TableChoices(self.services.importing.encodings())
        self._choices.file_wanted.connect(self._on_file_wanted)
        self._choices.folder_wanted.connect(self._on_folder_wanted)
        bar = row(self._sheet_open_place, 1, self._choices)
        self._model = SheetGridModel(self)
        self._grid = named(DataTable(), "sheetGrid", self.tr("Your sheet"), self.tr("All rows of the sheet"))
        self._grid.setModel(self._model)
        set_up(self._grid, row_height=self.context.theme.sizes.text + 17, numbered=True)
        self._tools = TableTools("sheet", self._grid, self._model, self.context)
        self._tools.bar.add_keys(self)
        made = QWidget()
        made.setLayout(column(bar, self._tools.bar, self._grid, self._make_cards(), spacing=14))
        made.layout().setStretch(2, 1)  # type: ignore[union-attr]
        return made

    def _make_larger_sheet(self, name: str, rows: int) -> QWidget:
        text = self.tr("Open “{sheet}”, which has {rows}").format(sheet=name, rows=wording.rows(rows))
        short = self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, _LONGEST_NAME)
        shown = self.tr("Open “{sheet}”: {rows}").format(sheet=short, rows=wording.rows(rows))
        made = button(shown.replace("&", "&&"), "link", lambda: self._choices.choose_sheet(name))
        made.setToolTip(shown_as_is(text))
        made.setEnabled(self.current.editable)
        return named(made, "largerSheetButton", text, self.tr("This sheet has few rows; another one has many more"))

    def _make_cards(self) -> QWidget:
        self._rows = named(RowChooser(), "rowChoice", self.tr("Which rows"), self.tr("Which rows are asked"))
        self._rows.chosen.connect(self.current.edit_rows)
        self._rows.unusable.connect(self.current.refuse_rows)
        rows = card(heading(self.tr("Which rows"), "", self._choices.row_choices), self._rows, 1)
        area = named(
            QScrollArea(), "dataNotices", self.tr("Noticed"), self.tr("What Batchsheet noticed about the file")
        )
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        holder = QWidget()
        self._notices = QVBoxLayout(holder)
        self._notices.setContentsMargins(0, 0, 0, 0)
        self._notices.setSpacing(3)
        area.setWidget(holder)
        noticed = card(label(self.tr("Noticed"), "section"), area)
        made = QWidget()
        made.setLayout(row(rows, noticed, spacing=16))
        made.layout().setStretch(0, 1)  # type: ignore[union-attr]
        made.layout().setStretch(1, 1)  # type: ignore[union-attr]
        made.setFixedHeight(self.context.theme.sizes.text * 11 + 6)
        return made
