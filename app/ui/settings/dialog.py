"""The settings as one dialog."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QTabWidget, QWidget

from app.ui.context import Context
from app.ui.naming import named
from app.ui.settings.account_page import AccountPage
from app.ui.settings.jobs_page import JobsPage
from app.ui.settings.look_page import LookPage
from app.ui.settings.money_page import MoneyPage
from app.ui.settings.program_page import ProgramPage
from app.ui.widgets.basics import button, column, row


class SettingsDialog(QDialog):
    """Everything is taken over as it is typed; there is no "OK". Sends ``about_wanted`` and ``reopen_wanted``."""

    about_wanted = Signal()
    reopen_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "settingsDialog", self.tr("Settings"))
        self.setWindowTitle(self.tr("Settings"))
        self.setMinimumWidth(600)
        look = LookPage(context)
        look.reopen_wanted.connect(self._on_reopen)
        self._pages = {
            self.tr("Account"): AccountPage(context),
            self.tr("Money"): MoneyPage(context),
            self.tr("Window"): look,
            self.tr("Jobs"): JobsPage(context),
            self.tr("Program"): ProgramPage(context),
        }
        tabs = named(QTabWidget(), "settingsPages", self.tr("Pages of the settings"))
        tabs.setDocumentMode(True)
        tabs.tabBar().setDrawBase(False)
        for title, page in self._pages.items():
            page.setContentsMargins(0, 12, 0, 4)
            tabs.addTab(page, title)
        close = named(button(self.tr("Close"), "main", self.accept), "settingsClose", self.tr("Close"))
        about = named(
            button(self.tr("About Batchsheet"), "link", self.about_wanted.emit), "aboutButton", self.tr("About")
        )
        self.setLayout(column(tabs, row(about, 1, close), spacing=10, margins=(20, 12, 20, 16)))
        tabs.currentWidget().setFocus()

    def _on_reopen(self) -> None:
        self.accept()
        self.reopen_wanted.emit()

    def done(self, result: int) -> None:
        for page in self._pages.values():
            page.save()
        super().done(result)
        self.deleteLater()
