"""Which table of a file is read, and how: sheet, table, header row, hidden rows, sub-folders, text format."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QSpinBox, QWidget

from app.core.table import SheetInfo, SourceKind, TextFormat
from app.ui.dialogs.text_format import TextFormatDialog, in_words
from app.ui.naming import named
from app.ui.widgets.basics import button, label, row
from app.ui.widgets.combo_box import ElidingComboBox
from app.ui.widgets.number_fields import spin

_HEADER_SETTLES_MS = 400
_LAST_ROW = 1_048_576


class TableChoices(QWidget):
    """Shows what was read, and only what there is to choose. Lives in the GUI thread.

    ``row_choices`` has those that say which rows there are, to be shown with the choice of rows.
    Sends ``file_wanted`` with how a file is to be read again: the arguments of `Importing.load`
    behind the path; and ``folder_wanted`` with whether sub-folders are to be read.
    """

    file_wanted = Signal(dict)
    folder_wanted = Signal(bool)

    def __init__(self, encodings: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._encodings = encodings
        self._info: SheetInfo | None = None
        self._sheet_label = label(self.tr("&Sheet"), "hint")
        self._sheet = named(ElidingComboBox(6), "sheetChoice", self.tr("Sheet"), self.tr("Which sheet of the workbook"))
        self._sheet.activated.connect(self._on_sheet_activated)
        self._table_label = label(self.tr("Ta&ble"), "hint")
        self._table = named(ElidingComboBox(6), "tableChoice", self.tr("Table"), self.tr("Which table of the sheet"))
        self._table.activated.connect(self._on_table_activated)
        for one, of in ((self._sheet, self._sheet_label), (self._table, self._table_label)):
            one.setMaximumWidth(200)
            of.setBuddy(one)
        self._header_label = label(self.tr("Hea&der in row"), "hint")
        says = self.tr("The row that holds the names of the columns; none for a sheet without")
        self._header = named(spin(QSpinBox(), least_width=84), "headerRow", self.tr("Header row"), says)
        self._header.setRange(0, _LAST_ROW)
        self._header.setSpecialValueText(self.tr("none"))
        self._header_label.setBuddy(self._header)
        self._header_timer = QTimer(self, singleShot=True, interval=_HEADER_SETTLES_MS)
        self._header_timer.timeout.connect(self._on_header_settled)
        self._header.valueChanged.connect(lambda _value: self._header_timer.start())
        says = self.tr("Also take rows that are hidden or filtered out in the sheet")
        self._hidden = named(
            QCheckBox(self.tr("H&idden rows too")), "hiddenRowsChoice", self.tr("Hidden rows too"), says
        )
        self._hidden.toggled.connect(lambda on: self._read_again(hidden=on))
        says = self.tr("Also read the documents in the folder's sub-folders")
        self._subfolders = named(
            QCheckBox(self.tr("S&ub-folders too")), "subfoldersChoice", self.tr("Sub-folders too"), says
        )
        self._subfolders.toggled.connect(self.folder_wanted.emit)
        self._text = button("", "link", self._ask_text_format)
        says = self.tr("How the text file is read: its encoding, what separates cells, and quotation marks")
        named(self._text, "textFormatButton", self.tr("How the text is read"), says)
        self.row_choices = row(self._hidden, self._subfolders)
        self.setLayout(
            row(
                self._text, self._sheet_label, self._sheet,
                self._table_label, self._table, self._header_label, self._header,
            )
        )  # fmt: skip

    def show_info(self, info: SheetInfo) -> None:
        """Show what was read."""
        self._info = info
        blockers = [QSignalBlocker(each) for each in self._inputs()]
        for combo, names, name in ((self._sheet, info.sheets, info.sheet), (self._table, info.tables, info.table)):
            combo.clear()
            combo.addItems(list(names))
            combo.setCurrentIndex(combo.findText(name))
        self._header.setValue(info.header_row)
        self._hidden.setChecked(not info.hidden_left_out)
        self._subfolders.setChecked(info.subfolders)
        del blockers
        several_sheets, several_tables = len(info.sheets) > 1, len(info.tables) > 1
        has_header = info.kind in (SourceKind.FILE, SourceKind.PASTED)
        is_text = info.text is not None and info.kind is SourceKind.FILE
        for each, there in (
            (self._sheet_label, several_sheets),
            (self._sheet, several_sheets),
            (self._table_label, several_tables),
            (self._table, several_tables),
            (self._header_label, has_header),
            (self._header, has_header),
            (self._hidden, bool(info.hidden_rows)),
            (self._subfolders, info.kind is SourceKind.FOLDER),
            (self._text, is_text),
        ):
            each.setVisible(there)
        if is_text and info.text is not None:
            text = self.tr("Text: {format}").format(format=in_words(info.text, self._encodings))
            self._text.setText(text)
            self._text.setAccessibleName(text)

    def set_editable(self, editable: bool) -> None:
        """Whether anything can still be chosen."""
        for each in self._inputs():
            each.setEnabled(editable)

    def choose_sheet(self, name: str) -> None:
        """Read another sheet."""
        self.file_wanted.emit({"sheet": name})

    def _inputs(self) -> tuple[QWidget, ...]:
        return self._sheet, self._table, self._header, self._hidden, self._subfolders, self._text

    def _read_again(self, **changes: Any) -> None:
        """Read the same with something changed."""
        info = self._info
        if info is not None:
            same = {
                "sheet": info.sheet,
                "header_row": info.header_row,
                "table": info.table,
                "hidden": not info.hidden_left_out,
                "text": info.text,
            }
            self.file_wanted.emit(same | changes)

    def _on_sheet_activated(self, _index: int) -> None:
        if self._info is not None and self._sheet.currentText() != self._info.sheet:
            self.choose_sheet(self._sheet.currentText())

    def _on_table_activated(self, _index: int) -> None:
        if self._info is not None and self._table.currentText() != self._info.table:
            self._read_again(table=self._table.currentText(), header_row=None)

    def _on_header_settled(self) -> None:
        if self._info is not None and self._header.value() != self._info.header_row:
            self._read_again(header_row=self._header.value(), table="")

    def _ask_text_format(self) -> None:
        if self._info is None or self._info.text is None:
            return
        dialog = TextFormatDialog(self._info.text, self._encodings, self)
        dialog.chosen.connect(self._on_text_format_chosen)
        dialog.open()

    def _on_text_format_chosen(self, text: TextFormat) -> None:
        # Which row is the header is looked for anew: in another encoding or with other cells it may be another.
        self._read_again(text=text, header_row=None)
