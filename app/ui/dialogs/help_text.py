"""What reading and exporting keep, format by format: the text that is shipped with the program."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QTextBrowser, QWidget

from app.resource_files import resource
from app.ui.naming import named
from app.ui.widgets.basics import button, column, row


class HelpDialog(QDialog):
    """Shows the text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "helpDialog", self.tr("What is kept"))
        self.setWindowTitle(self.tr("What is kept"))
        self.resize(760, 560)
        shown = named(QTextBrowser(), "helpText", self.tr("What is kept, format by format"))
        shown.setMarkdown(resource("help/formats.md").read_text(encoding="utf-8"))
        shown.setTabChangesFocus(True)
        close = named(button(self.tr("Close"), "main", self.accept), "helpClose", self.tr("Close"))
        self.setLayout(column(shown, row(1, close), spacing=10, margins=(20, 16, 20, 16)))
        self.finished.connect(self.deleteLater)
