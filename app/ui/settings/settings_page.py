"""What all pages of the settings have in common."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.ui.context import Context


class SettingsPage(QWidget):
    """A page: everything is taken over as it is typed, and by ``save`` what was still being typed."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.services = context.services

    def save(self) -> None:
        """The dialog closes: take over what is typed, and stop what is under way."""
