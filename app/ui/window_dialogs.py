"""The dialogs that the main window opens: settings, guide, all jobs together, about."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.ui.context import Context
from app.ui.interpreter import show_at_once

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_APART_MS = 50


class WindowDialogs(QObject):
    """Each comes in with all that only it needs.

    Sends ``closed`` after one that may have changed what a page shows, ``job_wanted`` with the id of a job to be shown, and
    ``reopen_wanted`` where the window is to open anew, in another language.
    """

    closed = Signal()
    job_wanted = Signal(str)
    reopen_wanted = Signal()

    def __init__(self, context: Context, window: QWidget, page: Callable[[], str]) -> None:
        """``page`` names the page that is shown, which the guide opens at."""
        super().__init__(window)
        self._context = context
        self._window = window
        self._page = page

    def make_ready(self) -> None:
        """Bring in beforehand what the first click on one of them would wait for: one at a time, the window goes on."""
        for place, name in enumerate(("overview.dialog", "settings.dialog", "dialogs.guide", "dialogs.export_choices")):
            QTimer.singleShot(place * _APART_MS, self, partial(import_module, f"app.ui.{name}"))

    def show_settings(self) -> None:
        """Open the settings."""
        show_at_once()
        from app.ui.settings.dialog import SettingsDialog

        dialog = SettingsDialog(self._context, self._window)
        dialog.about_wanted.connect(self.show_about)
        dialog.reopen_wanted.connect(self.reopen_wanted)
        dialog.finished.connect(self.closed)
        dialog.open()

    def show_history(self) -> None:
        """Open what there is of jobs."""
        self._show_overview(spend=False)

    def show_spend(self) -> None:
        """Open what was spent, with the ceiling for a month."""
        self._show_overview(spend=True)

    def _show_overview(self, *, spend: bool) -> None:
        show_at_once()
        from app.ui.overview.dialog import OverviewDialog

        dialog = OverviewDialog(self._context, self._window)
        dialog.job_wanted.connect(self.job_wanted)
        dialog.finished.connect(self.closed)
        if spend:
            dialog.show_spend()
        dialog.open()

    def show_guide(self) -> None:
        """Open the guide at what it says of the page that is shown."""
        show_at_once()
        from app.ui.dialogs.guide import PAGES, GuideDialog

        guide = self._window.findChild(GuideDialog) or GuideDialog(parent=self._window)
        guide.show_page(self._page() if self._page() in PAGES else PAGES[0])
        guide.show()
        guide.raise_()
        guide.activateWindow()

    def show_about(self) -> None:
        """Open what Batchsheet is made of."""
        show_at_once()
        from app.ui.dialogs.about import AboutDialog

        AboutDialog(self._window).open()
