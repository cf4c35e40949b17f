"""The Data page: a file comes in, and the rows to ask are chosen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.core.table import SheetInfo
from app.ui import wording
from app.ui.context import Context
from app.ui.flow import Step
from app.ui.models.sheet_grid import SheetGridModel
from app.ui.naming import named
from app.ui.steps.step_page import StepPage
from app.ui.widgets.basics import button, card, column, frame, label, row, spin
from app.ui.widgets.row_chooser import RowChooser
from app.ui.widgets.tables import fit_columns, fit_row_numbers, set_up

_HEADER_SETTLES_MS = 400
_ENDINGS = ("xlsx", "xlsm", "xls", "xlsb", "ods", "csv", "tsv", "txt")


class DataPage(StepPage):
    """A file, its sheet and header row, all of its rows, and which of them are asked."""

    step = Step.DATA

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._task: Any = None
        self._loading_job = ""
        self._dialog: QFileDialog | None = None
        self._open = self._make_open_button()
        self._views = QStackedWidget()
        self._empty_view = self._make_empty()
        self._sheet_view = self._make_sheet()
        self._loading_view = self._make_loading()
        for view in (self._empty_view, self._sheet_view, self._loading_view):
            self._views.addWidget(view)
        self.content.setLayout(column(self._views))
        self._next = button(self.tr("&Write the prompt"), "main", lambda: self.step_wanted.emit(Step.PROMPT))
        self.add_buttons(named(self._next, "dataNextButton", self.tr("Write the prompt")))
        self._header_timer = QTimer(self)
        self._header_timer.setSingleShot(True)
        self._header_timer.setInterval(_HEADER_SETTLES_MS)
        self._header_timer.timeout.connect(self._on_header_settled)
        self.current.selected.connect(self._show)
        self.current.sheet_changed.connect(self._show)
        self.current.changed.connect(self._on_changed)
        self.current.rows_changed.connect(self._on_rows_changed)
        self.current.saved.connect(self._on_saved)
        self._show()

    # Opening

    def choose_file(self) -> None:
        """Ask for a file and open it."""
        dialog = QFileDialog(self, self.tr("Open a spreadsheet"), self.services.preferences.get().last_folder)
        dialog.setObjectName("openDialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        endings = " ".join(f"*.{ending}" for ending in _ENDINGS)
        dialog.setNameFilters([self.tr("Spreadsheets ({endings})").format(endings=endings), self.tr("All files (*)")])
        dialog.fileSelected.connect(lambda path: self.open_file(Path(path)))
        dialog.open()

    def open_file(self, path: Path) -> None:
        """Load a file into this draft while it is empty, else into a new one: no data is ever replaced unasked.

        A shipped example comes with its recipe, however it was opened.
        """
        for example in self.services.importing.examples():
            if path == example.workbook:
                self.open_example(example)
                return
        self._take_empty_draft(path.stem)
        self.context.remember(last_folder=str(path.parent))
        self._load(path)

    def open_example(self, example: Any) -> None:
        """Load one of the shipped examples with its recipe."""
        self._take_empty_draft(example.title)
        recipe = self.services.recipes.load(example.recipe)
        self.current.replace_recipe(recipe)
        self._load(example.workbook)

    def _take_empty_draft(self, name: str) -> None:
        """Give the current draft this name if it has no file yet, else make one."""
        if self.current.editable and self.current.draft.info is None:
            self.services.jobs.rename(self.current.id, name)
        else:
            self.current.select(self.services.jobs.new_draft(name).id)

    def _load(self, path: Path, sheet: str | None = None, header_row: int | None = None) -> None:
        self.stop_loading()
        self.context.messages.clear()
        self._loading_job = self.current.id
        self._loading_text.setText(self.tr("Opening {file}").format(file=path.name))
        self._loading_bar.setRange(0, 0)
        self._loading_rows.setText("")
        self._task = self.context.background.run_task(
            self,
            "Opening",
            self.services.importing.load(self.current.id, path, sheet=sheet, header_row=header_row),
            self._on_loaded,
            on_failed=self._on_failed,
            on_progress=self._on_progress,
        )
        self._show()

    def stop_loading(self) -> None:
        """Stop the file that is being read, if any."""
        if self._task is not None:
            self._task.cancel()

    def _on_loaded(self, _info: object) -> None:
        self._task = None
        if self._loading_job == self.current.id:
            self.current.reload_sheet()

    def _on_failed(self, error: BaseException) -> None:
        self._task = None
        self.context.messages.error(error)
        self._show()

    def _on_progress(self, done: int, total: int | None, _text: str) -> None:
        self._loading_bar.setRange(0, total or 0)
        self._loading_bar.setValue(done)
        self._loading_rows.setText(wording.rows(done) if done else "")

    # What is shown

    def first_field(self) -> QWidget | None:
        if self.current.rows_problem:
            return self._rows.focusProxy()
        return self._open if self._views.currentWidget() is self._empty_view else self._grid

    def footer_text(self) -> str:
        info = self.current.draft.info
        if info is None or self._views.currentWidget() is not self._sheet_view or self.current.rows_problem:
            return self.tr("The file itself is never written to.")
        chosen = self.services.estimating.chosen(self.current.id)
        if chosen != info.rows:
            text = self.tr("{some} of {all} chosen. The file itself is never written to.")
            return text.format(some=wording.number(chosen), all=wording.rows(info.rows))
        return self.tr("The file itself is never written to.")

    def _show(self) -> None:
        info = self.current.draft.info
        loading = self._task is not None and self._loading_job == self.current.id
        view = self._loading_view if loading else self._sheet_view if info else self._empty_view
        self._views.setCurrentWidget(view)
        home = self._empty_open_place if view is self._empty_view else self._sheet_open_place
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
        blockers = [QSignalBlocker(self._sheet), QSignalBlocker(self._header)]
        self._sheet.clear()
        self._sheet.addItems(list(info.sheets))
        self._sheet.setCurrentText(info.sheet)
        several = len(info.sheets) > 1
        self._sheet.setVisible(several)
        self._sheet_label.setVisible(several)
        self._header.setValue(info.header_row)
        del blockers
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
            text = f"{notice.text} {notice.done}".strip()
            self._notices.addWidget(named(label(text, wrap=True), f"dataNotice{number}", text))
        if not info.notices:
            self._notices.addWidget(label(self.tr("Nothing unusual."), "hint"))
        self._notices.addStretch(1)

    def _on_changed(self) -> None:
        editable = self.current.editable
        for each in (self._sheet, self._header, self._rows):
            each.setEnabled(editable)

    def _on_rows_changed(self) -> None:
        # Counting the rows takes a while in a large sheet: it waits until the choice is saved.
        if self.current.rows_problem:
            self.footer_changed.emit()

    def _on_saved(self) -> None:
        self.footer_changed.emit()

    def _on_sheet_activated(self, _index: int) -> None:
        info = self.current.draft.info
        if info is not None and self._sheet.currentText() != info.sheet:
            self._load(Path(info.path), sheet=self._sheet.currentText())

    def _on_header_settled(self) -> None:
        info = self.current.draft.info
        if info is not None and self._header.value() != info.header_row:
            self._load(Path(info.path), sheet=info.sheet, header_row=self._header.value())

    # Making

    def _make_open_button(self) -> QPushButton:
        made = button(self.tr("&Open a spreadsheet"), "main", self.choose_file)
        made.setToolTip(self.tr("Excel, OpenDocument, CSV or text (Ctrl+O)"))
        says = self.tr("Choose a spreadsheet on this computer")
        return named(made, "openFileButton", self.tr("Open a spreadsheet"), says)

    def _make_empty(self) -> QWidget:
        drop = frame("drop")
        self.drop_frame = drop
        title = label(self.tr("Drop a spreadsheet anywhere in this window"), "emphasis")
        kinds = label(self.tr("Excel (.xlsx, .xlsm, .xls, .xlsb), OpenDocument (.ods), .csv, .tsv or .txt"), "hint")
        self._empty_open_place = QHBoxLayout()
        lines = column(1, title, kinds, self._empty_open_place, 1, spacing=10, margins=(24, 28, 24, 28))
        for each in (title, kinds):
            lines.setAlignment(each, Qt.AlignmentFlag.AlignHCenter)
        lines.setAlignment(self._empty_open_place, Qt.AlignmentFlag.AlignHCenter)
        drop.setLayout(lines)
        examples = QHBoxLayout()
        examples.setSpacing(12)
        for number, example in enumerate(self.services.importing.examples(), 1):
            examples.addWidget(self._make_example(number, example), 1)
        made = QWidget()
        made.setLayout(column(drop, label(self.tr("Or look around with an example"), "section"), examples, spacing=14))
        made.layout().setStretch(0, 1)  # type: ignore[union-attr]
        return made

    def _make_example(self, number: int, example: Any) -> QWidget:
        made = ExampleButton(example.title, example.sentence)
        made.clicked.connect(lambda: self.open_example(example))
        name = "exampleButton" if number == 1 else f"exampleButton{number}"
        return named(made, name, example.title, example.sentence)

    def _make_sheet(self) -> QWidget:
        self._sheet_open_place = QHBoxLayout()
        self._sheet_label = label(self.tr("S&heet"), "hint")
        self._sheet = named(QComboBox(), "sheetChoice", self.tr("Sheet"), self.tr("Which sheet of the workbook"))
        self._sheet.setMaximumWidth(240)
        self._sheet_label.setBuddy(self._sheet)
        self._sheet.activated.connect(self._on_sheet_activated)
        header_label = label(self.tr("H&eader in row"), "hint")
        self._header = named(
            spin(QSpinBox(), least_width=84),
            "headerRow",
            self.tr("Header row"),
            self.tr("The row that holds the names of the columns"),
        )
        self._header.setRange(1, 1_048_576)
        header_label.setBuddy(self._header)
        self._header.valueChanged.connect(lambda _value: self._header_timer.start())
        bar = row(self._sheet_open_place, 1, self._sheet_label, self._sheet, header_label, self._header)
        self._model = SheetGridModel(self)
        self._grid = named(QTableView(), "sheetGrid", self.tr("Your sheet"), self.tr("All rows of the sheet"))
        self._grid.setModel(self._model)
        set_up(self._grid, row_height=self.context.theme.sizes.text + 17, numbered=True)
        made = QWidget()
        made.setLayout(column(bar, self._grid, self._make_cards(), spacing=14))
        made.layout().setStretch(1, 1)  # type: ignore[union-attr]
        return made

    def _make_cards(self) -> QWidget:
        self._rows = named(RowChooser(), "rowChoice", self.tr("Which rows"), self.tr("Which rows are asked"))
        self._rows.chosen.connect(self.current.edit_rows)
        self._rows.unusable.connect(self.current.refuse_rows)
        rows = card(label(self.tr("Which rows"), "section"), self._rows, 1)
        area = named(
            QScrollArea(), "dataNotices", self.tr("Noticed"), self.tr("What Batchsheet noticed about the file")
        )
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
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
        made.setFixedHeight(self.context.theme.sizes.text * 9 + 14)
        return made

    def _make_loading(self) -> QWidget:
        self._loading_text = named(label("", "emphasis"), "loadingText", self.tr("What is being opened"))
        self._loading_rows = named(label("", "hint"), "loadingRows", self.tr("Rows read so far"))
        self._loading_bar = named(QProgressBar(), "loadingBar", self.tr("How much was read"))
        self._loading_bar.setTextVisible(False)
        self._loading_bar.setFixedWidth(320)
        stop = named(button(self.tr("Stop"), "", self.stop_loading), "loadingStop", self.tr("Stop opening the file"))
        lines = column(1, self._loading_text, self._loading_bar, self._loading_rows, stop, 2, spacing=10)
        for each in (self._loading_text, self._loading_bar, self._loading_rows, stop):
            lines.setAlignment(each, Qt.AlignmentFlag.AlignHCenter)
        made = QWidget()
        made.setLayout(lines)
        return made


class ExampleButton(QPushButton):
    """A title and a sentence on one large button."""

    def __init__(self, title: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "example")
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        lines = column(label(title, "section"), label(sentence, "hint", wrap=True), 1, spacing=3)
        lines.setContentsMargins(14, 10, 14, 10)
        for place in (0, 1):
            lines.itemAt(place).widget().setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setLayout(lines)
        self.setMinimumHeight(86)
