"""Settings of the account: the key, and where calls go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from app.core.errors import AppError, Code
from app.services.tasks import Cancelled, TaskHandle
from app.ui.accessibility import announce
from app.ui.context import Context
from app.ui.language import shown
from app.ui.naming import named, set_property, show_value
from app.ui.settings.settings_page import SettingsPage
from app.ui.widgets.basics import button, column, label, room_above, row, rule
from app.ui.widgets.form import form

if TYPE_CHECKING:
    from app.services.account import KeyState

_CHECK_AFTER_MS = 500
_SHORTEST_KEY = 20


class AccountPage(SettingsPage):
    """The key is checked with the service before it is kept."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._task: TaskHandle[KeyState] | None = None
        self._check_timer = QTimer(self, singleShot=True, interval=_CHECK_AFTER_MS)
        self._check_timer.timeout.connect(self._check_key)
        lines = column(
            label(self.tr("Key"), "section"), self._make_key(), rule(),
            label(self.tr("Service"), "section"), self._make_service(), self._make_exposed(), *self._make_stray(), 1,
            spacing=10,
        )  # fmt: skip
        self.setLayout(lines)
        self.setFocusProxy(self._key)
        settings = self.services.preferences.get()
        self._address.setText(settings.service_address)
        self._proxy.setText(settings.proxy)
        self._ca_file.setText(settings.ca_file)
        self._say_exposed()
        self._read_key_state()

    def save(self) -> None:
        if self._task is not None:
            self._task.cancel()
        self._save_service()

    # The key

    def _read_key_state(self) -> None:
        """The keyring may make one wait, so it is asked in the background."""
        account = self.services.account
        self.context.background.run_task(self, "Key", lambda _control: account.key_state(), self._show_key_state)

    def _show_key_state(self, state: KeyState) -> None:
        message = shown(state.message)
        text = f"{state.shown} · {message}" if state.shown else message
        self._say(text, problem=state.kind == "locked")
        self._forget.setVisible(state.kind in ("keyring", "session"))
        self._key.setEnabled(state.kind != "environment")

    def _check_key(self) -> None:
        self._check_timer.stop()
        self._again.hide()
        if self._task is not None:
            self._task.cancel()
        typed = self._key.text().strip()
        if len(typed) < _SHORTEST_KEY:
            if typed:
                self._say(self.tr("This is too short for a key. Copy all of it, and paste it here."), problem=True)
            return
        self._say(self.tr("Checking the key with the service…"))
        self._task = self.context.background.run_task(
            self,
            "Checking the key",
            self.services.account.set_key(self._key.text().strip()),
            self._on_key_kept,
            on_failed=self._on_key_refused,
        )

    def _on_key_kept(self, state: KeyState) -> None:
        self._task = None
        self._key.clear()
        self._show_key_state(state)
        self._say(self.tr("The key works. {message}").format(message=shown(state.message)))
        announce(self._key_status, self._key_status.text())
        self.context.messages.settle(Code.NO_KEY, Code.KEY_REFUSED)

    def _on_key_refused(self, error: BaseException) -> None:
        if isinstance(error, Cancelled):
            return
        self._task = None
        if not isinstance(error, AppError):
            self.context.messages.error(error)
            return
        text = self.tr("The service refused this key. It is not kept. Copy all of it, or have a new one made.")
        if error.code != Code.KEY_REFUSED:
            text = self.tr("The key could not be checked, and is not kept yet. {why}").format(why=shown(error.what))
            self._again.show()
        self._say(text, problem=True)
        announce(self._key_status, text, urgent=True)

    def _on_forget(self) -> None:
        account = self.services.account
        self.context.background.run_task(
            self, "Key", lambda _control: account.forget_key(), lambda _none: self._read_key_state()
        )

    def _say(self, text: str, *, problem: bool = False) -> None:
        show_value(self._key_status, text)
        set_property(self._key_status, "role", "problem" if problem else "hint")

    # The service

    def _save_service(self) -> None:
        before = self.services.preferences.get()
        changes = {
            "service_address": self._address.text().strip(),
            "proxy": self._proxy.text().strip(),
            "ca_file": self._ca_file.text().strip(),
        }
        if any(getattr(before, name) != value for name, value in changes.items()):
            self.context.remember(**changes)
            self.services.account.address_changed()
        self._say_exposed()

    def _say_exposed(self) -> None:
        said = shown(self.services.account.address().exposed)
        show_value(self._exposed, said)
        self._exposed.setVisible(bool(said))

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

    # Making

    def _make_key(self) -> QWidget:
        self._key = named(
            QLineEdit(), "keyEdit", self.tr("Key"), self.tr("Paste the key of your account at Anthropic here")
        )
        self._key.setEchoMode(QLineEdit.EchoMode.Password)
        self._key.setPlaceholderText(self.tr("Paste a key; it is checked at once"))
        self._key.textEdited.connect(lambda _text: self._check_timer.start())
        self._key.returnPressed.connect(self._check_key)
        self._forget = named(button(self.tr("Forget"), "", self._on_forget), "forgetKey", self.tr("Forget the key"))
        self._forget.hide()
        self._again = named(
            button(self.tr("Check again"), "", self._check_key), "checkKeyAgain", self.tr("Check the key again")
        )
        self._again.hide()
        self._key_status = named(
            room_above(label(self.tr("Looking…"), "hint", wrap=True)), "keyStatus", self.tr("State of the key")
        )
        made = QWidget()
        made.setLayout(column(row(self._key, self._again, self._forget), self._key_status, spacing=6))
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
        return form(
            (self.tr("&Address"), self._address, None),
            (self.tr("&Proxy"), self._proxy, None),
            (self.tr("Cer&tificates"), self._ca_file, choose),
        )

    def _make_exposed(self) -> QWidget:
        self._exposed = named(label("", "problem", wrap=True), "exposedAddress", self.tr("Calls without encryption"))
        return self._exposed

    def _make_stray(self) -> list[QWidget]:
        """Environment variables that change where calls go, named so that nobody wonders."""
        return [
            named(label(sentence, "hint", wrap=True), f"strayVariable{number}", sentence)
            for number, sentence in enumerate(map(shown, self.services.account.stray_variables()), 1)
        ]
