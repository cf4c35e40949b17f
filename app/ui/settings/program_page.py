"""Settings of the program itself: newer versions, and what to send when it fails."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QCheckBox, QWidget

from app.ui.accessibility import show_result
from app.ui.context import Context
from app.ui.crash import about_window
from app.ui.language import tr
from app.ui.naming import named
from app.ui.plain_text import shown_as_is
from app.ui.settings.settings_page import SettingsPage
from app.ui.widgets.basics import button, column, label, row, rule


class ProgramPage(SettingsPage):
    """Whether to look for newer versions, where that can be done; diagnostics."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        lines: list[QWidget | int] = []
        if self.services.updates.host:
            lines += [label(self.tr("Newer versions"), "section"), self._make_updates(), rule()]
        lines += [label(self.tr("When something goes wrong"), "section"), self._make_diagnostics(), 1]
        self.setLayout(column(*lines, spacing=10))

    def _make_updates(self) -> QWidget:
        says = tr(
            "Asks {host} for one public file. Nothing is sent about you, your computer or your jobs.",
            host=self.services.updates.host,
        )
        self._updates = named(
            QCheckBox(self.tr("&Look for a newer version once a day")),
            "lookForUpdates",
            self.tr("Look for a newer version once a day"),
            says,
        )
        self._updates.setChecked(self.services.updates.agreed)
        self._updates.toggled.connect(lambda agreed: self.context.remember(look_for_updates=agreed))
        made = QWidget()
        made.setLayout(column(self._updates, label(says, "hint", wrap=True), spacing=6))
        return made

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
        opens.setToolTip(shown_as_is(folder))
        text = self.tr("Versions, counts and the end of the log. No key, no cell, no name. Nothing is sent by itself.")
        self._copied = named(label(text, "hint", wrap=True), "diagnosticsStatus", text)
        made = QWidget()
        made.setLayout(column(row(copy, opens, 1), self._copied, spacing=6))
        return made

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.services.diagnostics.text(about_window()))
        show_result(self._copied, self.tr("Copied. Paste it where you write to us; read it first if you like."))
