"""A long cell, whole: as plain text that can be chosen and copied."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.ui.language import tr
from app.ui.naming import named
from app.ui.widgets.basics import button, column, label, row
from app.ui.widgets.plain_text import PlainText
from app.ui.widgets.viewing import ViewingDialog


class CellReader(ViewingDialog):
    """Shows a cell's text as it is, never as markup."""

    def __init__(self, title: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        named(self, "cellReader", title, self.tr("The whole text of a cell"))
        self._text = named(PlainText(text), "cellReaderText", title, self.tr("Can be chosen and copied"))
        self._text.setReadOnly(True)
        flags = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        self._text.setTextInteractionFlags(flags)
        length = tr("%Ln character", "%Ln characters", len(text))
        copy = named(button(self.tr("&Copy all"), "", self._on_copy), "cellReaderCopy", self.tr("Copy the whole text"))
        close = named(button(self.tr("C&lose"), "", self.accept), "cellReaderClose", self.tr("Close"))
        lines = column(self._text, row(label(length, "hint"), 1, copy, close), spacing=12, margins=(16, 16, 16, 16))
        self.setLayout(lines)
        self.resize(QSize(620, 420))
        self._text.setFocus()

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text.toPlainText())
