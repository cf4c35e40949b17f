"""The button that puts an error right, where the same does so wherever the error comes up."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from app.core.errors import AppError, Code, ServiceTrouble, Trouble
from app.services.services import Services
from app.ui.language import tr
from app.ui.widgets.message_bar import Action

_ACCOUNT = "https://platform.claude.com"
_OF_KEY = frozenset({Code.NO_KEY, Code.KEY_REFUSED})
_OF_ACCOUNT = frozenset({str(Code.NO_CREDIT), str(Code.SPEND_LIMIT)})


class Cures:
    """Called with an error, the button for it, or None. ``enter_key`` and ``choose_model`` lead to where that is done."""

    def __init__(self, services: Services, enter_key: Callable[[], object], choose_model: Callable[[], object]) -> None:
        self._services = services
        self._enter_key = enter_key
        self._choose_model = choose_model

    def __call__(self, error: AppError) -> Action | None:
        if error.code in _OF_KEY:
            return tr("Enter key"), self._enter_key
        if account_cures(error.code, self._services):
            return tr("Open the account"), open_account
        if isinstance(error, ServiceTrouble) and error.trouble is Trouble.MODEL:
            return tr("Choose another model"), self._choose_model
        return None


def account_cures(code: str, services: Services) -> bool:
    """Whether the user's account at Anthropic is where to put right what has that code; calls may go elsewhere."""
    return str(code) in _OF_ACCOUNT and not services.account.address().host


def open_account() -> None:
    """Show the account in the browser."""
    QDesktopServices.openUrl(QUrl(_ACCOUNT))
