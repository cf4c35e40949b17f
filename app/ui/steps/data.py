"""The Data page: a file comes in, and the rows to ask are chosen."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QPushButton,
    QStackedWidget,
    QWidget,
)

from app.services.examples import shipped_examples
from app.ui import wording
from app.ui.context import Context
from app.ui.flow import Step
from app.ui.naming import named, set_property
from app.ui.steps.opening import Opening
from app.ui.steps.step_page import StepPage
from app.ui.widgets.basics import button, column
from app.ui.widgets.start_view import StartView

if TYPE_CHECKING:
    from app.ui.steps.sheet_view import SheetView
    from app.ui.widgets.loading_view import LoadingView


class DataPage(StepPage):
    """A file, its sheet and header row, all of its rows, and which of them are asked."""

    step = Step.DATA

    def __init__(self, context: Context, home: QWidget) -> None:
        super().__init__(context, home)
        self.opening = Opening(context, self)
        self._sheet_view: SheetView | None = None
        self._sheet_pieces = self._make_sheet()

    def make(self) -> Iterator[None]:
        opening = self.opening
        self._open = self._make_open_button()
        self._views = QStackedWidget(self.content)
        examples = shipped_examples()
        self._empty_view = StartView(opening.choose_folder, opening.paste, examples, opening.try_example, self._views)
        self.drop_frame = self._empty_view.drop
        self._views.addWidget(self._empty_view)
        self.content.setLayout(column(self._views))
        self._next = button(self.tr("&Write the prompt"), "main", lambda: self.step_wanted.emit(Step.PROMPT))
        self.add_buttons(named(self._next, "dataNextButton", self.tr("Write the prompt")))
        yield
        opening.changed.connect(self._on_opening)
        opening.progressed.connect(self._on_progress)
        self.current.selected.connect(self._show)
        self.current.sheet_changed.connect(self._show)
        self.current.changed.connect(self._on_changed)
        self.current.rows_changed.connect(self._on_rows_changed)
        self.current.saved.connect(self._on_saved)
        self._show()

    # What is shown

    @cached_property
    def _loading_view(self) -> LoadingView:
        """What stands there while a file is read: made when one is, or in idle time."""
        from app.ui.widgets.loading_view import LoadingView

        made = LoadingView(self.opening.stop, self.context.theme.sizes.text + 9, self._views)
        self._views.addWidget(made)
        return made

    @property
    def _sheet(self) -> SheetView:
        """The part for a file's rows: made when there is a file, or in idle time."""
        for _piece in self._sheet_pieces:
            pass
        assert self._sheet_view is not None
        return self._sheet_view

    def _make_sheet(self) -> Iterator[None]:
        from app.ui.steps.sheet_view import SheetView

        yield
        self.services.importing.encodings()
        yield
        made = SheetView(self.context, self._views)
        yield from made.make()
        made.choices.file_wanted.connect(self._on_file_wanted)
        made.choices.folder_wanted.connect(self._on_folder_wanted)
        made.tools.bar.add_keys(self)
        made.tools.added_up.connect(self.footer_changed)
        self._views.addWidget(made)
        self._sheet_view = made
        self._on_changed()

    @property
    def _shows_sheet(self) -> bool:
        return self._sheet_view is not None and self._views.currentWidget() is self._sheet_view

    def make_rest(self) -> Iterator[None]:
        self._loading_view  # noqa: B018 - made by being asked for
        yield
        yield from self._sheet_pieces

    def stop(self) -> None:
        self.opening.stop_all()

    def first_field(self) -> QWidget | None:
        if self.current.rows_problem:
            return self._sheet.rows.field
        if self.opening.under_way:
            return self._loading_view.stop
        return self._open if self._views.currentWidget() is self._empty_view else self._sheet.grid

    def open_find(self) -> None:
        if self._shows_sheet:
            self._sheet.tools.bar.open()

    def open_go_to_row(self) -> None:
        if self._shows_sheet:
            self._sheet.tools.open_go_to_row()

    def footer_text(self) -> str:
        info = self.current.info
        if info is None or not self._shows_sheet or self.current.rows_problem:
            return self.tr("Your file is never changed.")
        if said := self._sheet.tools.sums:
            return said
        chosen = self.services.estimating.guessing.chosen(self.current.id)
        if chosen != info.rows:
            text = self.tr("{some} of {all} chosen. Your file is never changed.")
            return text.format(some=wording.number(chosen), all=wording.rows(info.rows))
        return self.tr("Your file is never changed.")

    def _on_opening(self) -> None:
        if self.opening.under_way:
            self._loading_view.begin(self.opening.subject)
        self._show()

    def _on_progress(self, done: int, total: int, rows: int) -> None:
        importing, job_id = self.services.importing, self.current.id
        if self.opening.under_way and not self._loading_view.shows_rows:
            first = importing.first_rows(job_id)
            if first is not None:
                self._loading_view.show_first_rows(
                    first.info, len(first.rows), lambda offset, count: importing.rows_so_far(job_id, offset, count)
                )
        self._loading_view.show_progress(done, total, rows)

    def _show(self) -> None:
        info = self.current.info
        loading = self.opening.under_way
        view = self._loading_view if loading else self._sheet if info else self._empty_view
        self._views.setCurrentWidget(view)
        # While a file is read, the button stands where it was: nobody sees it.
        home = self._sheet.open_place if view is self._sheet_view else self._empty_view.open_place
        if not loading and home.indexOf(self._open) < 0:
            home.addWidget(self._open)
            self._open.show()  # a layout would do that a moment later
        set_property(self._open, "role", "main" if view is self._empty_view else "")
        self._next.setVisible(self._shows_sheet)
        if info is not None and not loading:
            self._sheet.show_sheet(info)
            self._on_changed()
        self.footer_changed.emit()

    def _on_changed(self) -> None:
        if self._sheet_view is not None:
            self._sheet_view.set_editable(self.current.editable)

    def _on_rows_changed(self) -> None:
        # Counting the rows takes a while in a large sheet: it waits until the choice is saved.
        if self.current.rows_problem:
            self.footer_changed.emit()

    def _on_saved(self) -> None:
        self.footer_changed.emit()

    def _on_file_wanted(self, how: dict[str, object]) -> None:
        info = self.current.info
        if info is not None:
            self.opening.read_file(Path(info.path), **how)

    def _on_folder_wanted(self, subfolders: bool) -> None:
        info = self.current.info
        if info is not None:
            self.opening.read_folder(Path(info.path), subfolders=subfolders)

    # Making

    def _make_open_button(self) -> QPushButton:
        made = button(self.tr("&Open a spreadsheet"), "main", self.opening.choose_files)
        made.setToolTip(self.tr("Excel, OpenDocument, CSV or text (Ctrl+O)"))
        says = self.tr("Choose a spreadsheet on this computer")
        return named(made, "openFileButton", self.tr("Open a spreadsheet"), says)
