"""The settings as one dialog."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from app.ui.context import Context
from app.ui.naming import named
from app.ui.settings.account_page import AccountPage
from app.ui.settings.jobs_page import JobsPage
from app.ui.settings.look_page import LookPage
from app.ui.settings.money_page import MoneyPage
from app.ui.settings.program_page import ProgramPage
from app.ui.settings.settings_page import SettingsPage
from app.ui.widgets.basics import button, column, row
from app.ui.widgets.page_tabs import PageTabs

_LEAST = 600, 510
"""Pixels: as high as its highest page, or it would jump when that is made."""


class SettingsDialog(QDialog):
    """Everything is taken over as it is typed; there is no "OK". Sends ``about_wanted`` and ``reopen_wanted``."""

    about_wanted = Signal()
    reopen_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "settingsDialog", self.tr("Settings"))
        self.setWindowTitle(self.tr("Settings"))
        self.setMinimumSize(*_LEAST)
        self._tabs = PageTabs[SettingsPage](self, "settingsPages", self.tr("Pages of the settings"))
        self._tabs.add(self.tr("Account"), lambda: AccountPage(context))
        self._tabs.add(self.tr("Money"), lambda: MoneyPage(context))
        self._tabs.add(self.tr("Window"), lambda: self._make_look(context))
        self._tabs.add(self.tr("Jobs"), lambda: JobsPage(context))
        self._tabs.add(self.tr("Program"), lambda: ProgramPage(context))
        close = named(button(self.tr("Close"), "", self.accept), "settingsClose", self.tr("Close"))
        about = named(
            button(self.tr("About Batchsheet"), "link", self.about_wanted.emit), "aboutButton", self.tr("About")
        )
        self.setLayout(column(self._tabs, row(about, 1, close), spacing=10, margins=(20, 12, 20, 16)))
        self._tabs.currentWidget().setFocus()

    def _make_look(self, context: Context) -> LookPage:
        made = LookPage(context)
        made.reopen_wanted.connect(self._on_reopen)
        return made

    def _on_reopen(self) -> None:
        self.accept()
        self.reopen_wanted.emit()

    def done(self, result: int) -> None:
        for page in self._tabs.made():
            page.save()
        super().done(result)
        self.deleteLater()
