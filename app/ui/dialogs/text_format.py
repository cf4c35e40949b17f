"""How a text file is read, as found, and to be corrected: encoding, separator, quotation marks."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from app.core.table import TextFormat
from app.ui.language import shown, tr
from app.ui.naming import named
from app.ui.widgets.basics import label
from app.ui.widgets.form import form


def delimiters() -> dict[str, str]:
    """What can stand between cells, in words."""
    return {
        ",": tr("comma"),
        ";": tr("semicolon"),
        "\t": tr("tab"),
        "|": tr("vertical bar"),
        ":": tr("colon"),
        " ": tr("blank"),
        "": tr("nothing: a line is one cell"),
    }


def quotes() -> dict[str, str]:
    """What can stand around cells, in words."""
    return {'"': tr("double quotes"), "'": tr("single quotes"), "": tr("no quotes")}


def in_words(text: TextFormat, encodings: Mapping[str, str]) -> str:
    """A text format on one line; double quotes go without saying."""
    encoding = _name(text.encoding or "", encodings)
    delimiter = text.delimiter or ""
    between = delimiters().get(delimiter, f"“{delimiter}”") if delimiter else tr("a line is one cell")
    if text.quote == '"':
        return tr("{encoding}, {delimiter}").format(encoding=encoding, delimiter=between)
    around = quotes().get(text.quote or "", text.quote or "")
    return tr("{encoding}, {delimiter}, {quotes}").format(encoding=encoding, delimiter=between, quotes=around)


def _name(encoding: str, encodings: Mapping[str, str]) -> str:
    return shown(encodings.get(encoding, encoding.upper()))


class TextFormatDialog(QDialog):
    """Sends ``chosen`` with a TextFormat where something was changed."""

    chosen = Signal(object)

    def __init__(self, text: TextFormat, encodings: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("How the text is read"))
        named(self, "textFormatDialog", self.tr("How the text is read"))
        self._found = text
        self._offered = encodings
        self._encoding = named(QComboBox(), "textEncoding", self.tr("Encoding"), self.tr("How letters are stored"))
        self._delimiter = named(QComboBox(), "textDelimiter", self.tr("Between cells"), self.tr("What separates cells"))
        self._quote = named(QComboBox(), "textQuote", self.tr("Around cells"), self.tr("What stands around a cell"))
        _fill(self._encoding, encodings, text.encoding or "", _name(text.encoding or "", encodings))
        delimiter = text.delimiter or ""
        _fill(self._delimiter, delimiters(), delimiter, f"“{delimiter}”")
        _fill(self._quote, quotes(), text.quote or "", text.quote or "")
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        box.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("Read it so"))
        box.button(QDialogButtonBox.StandardButton.Ok).setProperty("role", "main")
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(20, 16, 20, 16)
        lines.setSpacing(14)
        hint = self.tr("Look at the rows: where letters are wrong it is the encoding, where cells are, the separator.")
        lines.addWidget(label(hint, "hint", wrap=True))
        lines.addWidget(
            form(
                (self.tr("&Encoding"), self._encoding, None),
                (self.tr("&Between cells"), self._delimiter, None),
                (self.tr("&Around cells"), self._quote, None),
            )
        )
        lines.addWidget(box)
        self.setMinimumWidth(420)

    def accept(self) -> None:
        encoding = self._encoding.currentData()
        # One that is not offered was found by the file's own mark, and is found so again.
        text = TextFormat(
            encoding if encoding in self._offered else None, self._delimiter.currentData(), self._quote.currentData()
        )
        found = self._found
        if (encoding, text.delimiter, text.quote) != (found.encoding, found.delimiter, found.quote):
            self.chosen.emit(text)
        super().accept()


def _fill(combo: QComboBox, offered: Mapping[str, str], current: str, name: str) -> None:
    for value, text in offered.items():
        combo.addItem(shown(text), value)
    if current not in offered:
        combo.insertItem(0, name, current)
    combo.setCurrentIndex(combo.findData(current))
