"""Settings of the program itself: what to send when it fails."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from app.ui.context import Context
from app.ui.crash import about_window
from app.ui.naming import named, show_value
from app.ui.settings.settings_page import SettingsPage
from app.ui.widgets.basics import button, column, label, row


class ProgramPage(SettingsPage):
    """Diagnostics."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.setLayout(
            column(label(self.tr("When something goes wrong"), "section"), self._make_diagnostics(), 1, spacing=10)
        )

    def _make_diagnostics(self) -> QWidget:
        copy = named(
            button(self.tr("Copy &diagnostics"), "", self._copy),
            "copyDiagnostics",
            self.tr("Copy diagnostics"),
            self.tr("Versions, counts and the end of the log, to paste into a letter"),
        )
        folder = str(self.services.diagnostics.folder)
        opens = named(
            button(self.tr("&Open the log's folder"), "", lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(folder))),
            "openLogFolder",
            self.tr("Open the log's folder"),
            folder,
        )
        opens.setToolTip(folder)
        text = self.tr("Versions, counts and the end of the log. No key, no cell, no name. Nothing is sent by itself.")
        self._copied = named(label(text, "hint", wrap=True), "diagnosticsStatus", text)
        made = QWidget()
        made.setLayout(column(row(copy, opens, 1), self._copied, spacing=6))
        return made

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.services.diagnostics.text(about_window()))
        show_value(self._copied, self.tr("Copied. Paste it where you write to us; read it first if you like."))
