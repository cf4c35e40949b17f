"""Plain text of many lines, each line in the direction of its language."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QSize
from PySide6.QtWidgets import QTextEdit, QWidget


class PlainText(QTextEdit):
    """Takes and gives plain text alone.

    Lines in Arabic or Hebrew begin at the right: `QPlainTextEdit` begins all of them at the window's own side.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setPlainText(text)

    def sizeHint(self) -> QSize:
        # One that has a least height takes more where there is room, and pushes nothing out of sight before.
        hint = super().sizeHint()
        return QSize(hint.width(), self.minimumHeight() or hint.height())

    def createMimeDataFromSelection(self) -> QMimeData:
        found = QMimeData()
        found.setText(self.textCursor().selection().toPlainText())
        return found
