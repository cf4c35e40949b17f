"""Settings of the window."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from app.ui import language
from app.ui.context import Context
from app.ui.naming import named
from app.ui.settings.settings_page import SettingsPage
from app.ui.widgets.basics import button, column, label
from app.ui.widgets.form import form


class LookPage(SettingsPage):
    """Light, dark or as the system; and the language. Sends ``reopen_wanted``."""

    reopen_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._theme = named(QComboBox(), "themeChoice", self.tr("Look"), self.tr("Light, dark, or as the system"))
        for text, value in (
            (self.tr("As the system"), "system"),
            (self.tr("Light"), "light"),
            (self.tr("Dark"), "dark"),
        ):
            self._theme.addItem(text, value)
        self._theme.setCurrentIndex(max(self._theme.findData(self.services.preferences.get().theme), 0))
        self._theme.activated.connect(self._on_theme_chosen)
        self._language = named(QComboBox(), "languageChoice", self.tr("Language"), self.tr("What the window speaks"))
        self._language.addItem(self.tr("As the system"), language.SYSTEM)
        for code, name in language.LANGUAGES.items():
            self._language.addItem(name, code)
        self._language.setCurrentIndex(max(self._language.findData(self.services.preferences.get().language), 0))
        self._language.activated.connect(self._on_language_chosen)
        again = self.tr("Open the window anew")
        says = self.tr("The language is spoken in a window that opens anew; jobs go on")
        self._again = named(button(again, "link", self.reopen_wanted.emit), "languageNow", again, says)
        self._again.hide()
        choices = form(
            (self.tr("&Look"), self._theme, None),
            (self.tr("Lan&guage"), self._language, self._again),
            stretch=2,
        )
        self.setLayout(column(label(self.tr("Window"), "section"), choices, 1, spacing=10))

    def _on_theme_chosen(self) -> None:
        chosen = self._theme.currentData()
        self.context.remember(theme=chosen)
        self.context.theme.choose(chosen)

    def _on_language_chosen(self) -> None:
        self.context.remember(language=self._language.currentData())
        self._again.show()
