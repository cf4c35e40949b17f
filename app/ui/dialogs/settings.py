"""Settings: the key, where calls go, how much a job may cost, and the look."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QDoubleSpinBox, QFileDialog, QGridLayout, QLineEdit, QWidget

from app.core.errors import AppError
from app.services.tasks import Cancelled
from app.ui.context import Context
from app.ui.naming import named, set_property, show_value
from app.ui.widgets.basics import button, column, label, row, rule, spin

_CHECK_AFTER_MS = 500
_SHORTEST_KEY = 20


class SettingsDialog(QDialog):
    """Everything is taken over as it is typed; there is no "OK". Sends ``about_wanted``."""

    about_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._services = context.services
        self._task: Any = None
        named(self, "settingsDialog", self.tr("Settings"))
        self.setWindowTitle(self.tr("Settings"))
        self.setMinimumWidth(560)
        self._check_timer = QTimer(self)
        self._check_timer.setSingleShot(True)
        self._check_timer.setInterval(_CHECK_AFTER_MS)
        self._check_timer.timeout.connect(self._check_key)
        close = named(button(self.tr("Close"), "main", self.accept), "settingsClose", self.tr("Close"))
        about = named(
            button(self.tr("About Batchsheet"), "link", self.about_wanted.emit), "aboutButton", self.tr("About")
        )
        lines = column(
            label(self.tr("Key"), "section"), self._make_key(), rule(),
            label(self.tr("Service"), "section"), self._make_service(), *self._make_stray(), rule(),
            label(self.tr("Money and look"), "section"), self._make_rest(), rule(),
            label(self.tr("Lost jobs"), "section"), self._make_rescue(), 1,
            row(about, 1, close), spacing=10, margins=(20, 16, 20, 16),
        )  # fmt: skip
        self.setLayout(lines)
        self._show_settings()
        self._read_key_state()

    # The key

    def _read_key_state(self) -> None:
        """The keyring may make one wait, so it is asked in the background."""
        account = self._services.account
        self._context.background.run_task(self, "Key", lambda _control: account.key_state(), self._show_key_state)

    def _show_key_state(self, state: Any) -> None:
        text = f"{state.shown} · {state.message}" if state.shown else state.message
        self._say(text, problem=state.kind == "locked")
        self._forget.setVisible(state.kind in ("keyring", "session"))
        self._key.setEnabled(state.kind != "environment")

    def _on_key_edited(self) -> None:
        if len(self._key.text().strip()) >= _SHORTEST_KEY:
            self._check_timer.start()

    def _check_key(self) -> None:
        if self._task is not None:
            self._task.cancel()
        self._say(self.tr("Checking the key with the service…"))
        self._task = self._context.background.run_task(
            self,
            "Checking the key",
            self._services.account.set_key(self._key.text().strip()),
            self._on_key_kept,
            on_failed=self._on_key_refused,
        )

    def _on_key_kept(self, state: Any) -> None:
        self._task = None
        self._key.clear()
        self._show_key_state(state)
        self._say(self.tr("The key works. {message}").format(message=state.message))

    def _on_key_refused(self, error: BaseException) -> None:
        if isinstance(error, Cancelled):
            return
        self._task = None
        if isinstance(error, AppError):
            self._say(error.message, problem=True)
        else:
            self._context.messages.error(error)

    def _on_forget(self) -> None:
        account = self._services.account
        self._context.background.run_task(
            self, "Key", lambda _control: account.forget_key(), lambda _none: self._read_key_state()
        )

    def _say(self, text: str, *, problem: bool = False) -> None:
        show_value(self._key_status, text)
        set_property(self._key_status, "role", "problem" if problem else "hint")

    # The rest

    def _show_settings(self) -> None:
        settings = self._services.preferences.get()
        self._address.setText(settings.service_address)
        self._proxy.setText(settings.proxy)
        self._ca_file.setText(settings.ca_file)
        self._ceiling.setValue(settings.spending_ceiling or 0.0)
        self._theme.setCurrentIndex(max(self._theme.findData(settings.theme), 0))

    def _save_service(self) -> None:
        before = self._services.preferences.get()
        changes = {
            "service_address": self._address.text().strip(),
            "proxy": self._proxy.text().strip(),
            "ca_file": self._ca_file.text().strip(),
        }
        if any(getattr(before, name) != value for name, value in changes.items()):
            self._context.remember(**changes)
            self._services.account.address_changed()

    def _save_ceiling(self) -> None:
        value = self._ceiling.value()
        self._context.remember(spending_ceiling=value if value > 0 else None)

    def _on_theme_chosen(self) -> None:
        chosen = self._theme.currentData()
        self._context.remember(theme=chosen)
        self._context.theme.choose(chosen)

    # Making

    def _make_key(self) -> QWidget:
        self._key = named(
            QLineEdit(), "keyEdit", self.tr("Key"), self.tr("Paste the key of your account at Anthropic here")
        )
        self._key.setEchoMode(QLineEdit.EchoMode.Password)
        self._key.setPlaceholderText(self.tr("Paste a key; it is checked at once"))
        self._key.textEdited.connect(self._on_key_edited)
        self._forget = named(button(self.tr("Forget"), "", self._on_forget), "forgetKey", self.tr("Forget the key"))
        self._forget.hide()
        self._key_status = named(
            label(self.tr("Looking…"), "hint", wrap=True), "keyStatus", self.tr("State of the key")
        )
        made = QWidget()
        made.setLayout(column(row(self._key, self._forget), self._key_status, spacing=6))
        return made

    def _make_service(self) -> QWidget:
        self._address = named(
            QLineEdit(), "serviceAddress", self.tr("Service address"), self.tr("Leave empty for Anthropic's own")
        )
        self._address.setPlaceholderText(self.tr("Anthropic's own"))
        self._proxy = named(QLineEdit(), "proxyEdit", self.tr("Proxy"), self.tr("Leave empty for none"))
        self._proxy.setPlaceholderText("http://proxy.example:8080")
        self._ca_file = named(
            QLineEdit(),
            "certificatesFile",
            self.tr("Certificates file"),
            self.tr("For networks that look into connections"),
        )
        self._ca_file.setPlaceholderText(self.tr("The system's own"))
        choose = named(button(self.tr("Choose…"), "", self._choose_ca), "chooseCertificates", self.tr("Choose a file"))
        for each in (self._address, self._proxy, self._ca_file):
            each.editingFinished.connect(self._save_service)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        self._line(grid, 0, self.tr("&Address"), self._address)
        self._line(grid, 1, self.tr("&Proxy"), self._proxy)
        self._line(grid, 2, self.tr("Cer&tificates"), self._ca_file)
        grid.addWidget(choose, 2, 2)
        made = QWidget()
        made.setLayout(grid)
        return made

    def _make_stray(self) -> list[QWidget]:
        """Environment variables that change where calls go, named so that nobody wonders."""
        return [
            named(label(sentence, "hint", wrap=True), f"strayVariable{number}", sentence)
            for number, sentence in enumerate(self._services.account.stray_variables(), 1)
        ]

    def _make_rest(self) -> QWidget:
        self._ceiling = named(
            spin(QDoubleSpinBox(), least_width=130),
            "spendingCeiling",
            self.tr("Ceiling for every job"),
            self.tr("In dollars; each job can change it"),
        )
        self._ceiling.setPrefix("$ ")
        self._ceiling.setRange(0, 1_000_000)
        self._ceiling.setSpecialValueText(self.tr("no ceiling"))
        self._ceiling.editingFinished.connect(self._save_ceiling)
        self._theme = named(QComboBox(), "themeChoice", self.tr("Look"), self.tr("Light, dark, or as the system"))
        for text, value in (
            (self.tr("As the system"), "system"),
            (self.tr("Light"), "light"),
            (self.tr("Dark"), "dark"),
        ):
            self._theme.addItem(text, value)
        self._theme.activated.connect(self._on_theme_chosen)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(2, 1)
        self._line(grid, 0, self.tr("Ceiling for new &jobs"), self._ceiling)
        self._line(grid, 1, self.tr("&Look"), self._theme)
        made = QWidget()
        made.setLayout(grid)
        return made

    def _make_rescue(self) -> QWidget:
        self._look = named(
            button(self.tr("Look for jobs at Anthropic"), "", self._on_look),
            "lookForJobs",
            self.tr("Look for jobs at Anthropic"),
            self.tr("Brings back answers of jobs that this computer has lost"),
        )
        text = self.tr("For jobs that this computer has lost. Nothing is sent, and nothing is spent.")
        self._look_status = named(label(text, "hint", wrap=True), "lookForJobsStatus", self.tr("What was found"))
        made = QWidget()
        line = row(self._look, self._look_status)
        line.setStretch(1, 1)
        made.setLayout(line)
        return made

    def _on_look(self) -> None:
        self._look.setEnabled(False)
        show_value(self._look_status, self.tr("Looking…"))
        self._context.background.run_task(
            self, "Looking for jobs", self._services.rescue.look(), self._on_looked, on_failed=self._on_look_failed
        )

    def _on_looked(self, found: Any) -> None:
        self._look.setEnabled(True)
        text = self.tr("Found again: {jobs}. Still running there, and not to be told yet: {running}.")
        show_value(self._look_status, text.format(jobs=len(found.jobs), running=found.running))

    def _on_look_failed(self, error: BaseException) -> None:
        self._look.setEnabled(True)
        show_value(self._look_status, error.message if isinstance(error, AppError) else "")
        if not isinstance(error, (AppError, Cancelled)):
            self._context.messages.error(error)

    def _line(self, grid: QGridLayout, line: int, text: str, field: QWidget) -> None:
        caption = label(text)
        caption.setBuddy(field)
        grid.addWidget(caption, line, 0)
        grid.addWidget(field, line, 1)

    def _choose_ca(self) -> None:
        dialog = QFileDialog(self, self.tr("Certificates file"))
        dialog.setObjectName("certificatesDialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Certificates (*.pem *.crt *.cer)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(self._on_ca_chosen)
        dialog.open()

    def _on_ca_chosen(self, path: str) -> None:
        self._ca_file.setText(path)
        self._save_service()

    def done(self, result: int) -> None:
        if self._task is not None:
            self._task.cancel()
        self._save_service()
        self._save_ceiling()
        super().done(result)
        self.deleteLater()
