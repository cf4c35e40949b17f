"""All jobs together, as one dialog: their history, and what was spent."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from app.ui.context import Context
from app.ui.naming import named
from app.ui.overview.history_page import HistoryPage
from app.ui.overview.spend_page import SpendPage
from app.ui.widgets.basics import button, column, row
from app.ui.widgets.page_tabs import PageTabs
from app.ui.widgets.viewing import ViewingDialog

_SIZE = QSize(860, 600)


class OverviewDialog(ViewingDialog):
    """Sends ``job_wanted`` with the job that the user wants to see."""

    job_wanted = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "overviewDialog", self.tr("History and spend"))
        self.setWindowTitle(self.tr("History and spend"))
        self._context = context
        self._close = named(button(self.tr("&Close"), "", self.accept), "overviewClose", self.tr("Close"))
        self._tabs = PageTabs[HistoryPage | SpendPage](self, "overviewPages", self.tr("Pages of history and spend"))
        self._tabs.add(self.tr("History"), self._make_history)
        self._spend = self._tabs.add(self.tr("Spend"), lambda: SpendPage(context))
        self.setLayout(column(self._tabs, row(1, self._close), spacing=10, margins=(20, 12, 20, 16)))
        self.resize(_SIZE.boundedTo(parent.size() - QSize(40, 40)) if parent is not None else _SIZE)

    def show_spend(self) -> None:
        """Open on what was spent."""
        self._tabs.setCurrentWidget(self._spend)

    def _make_history(self) -> HistoryPage:
        made = HistoryPage(self._context)
        made.job_wanted.connect(self._on_job_wanted)
        # What is typed meanwhile would have to wait for the disk, and the window with it.
        made.busy.connect(self._close.setDisabled)
        return made

    def _on_job_wanted(self, job: str) -> None:
        self.job_wanted.emit(job)
        self.accept()

    def reject(self) -> None:
        if self._close.isEnabled():
            super().reject()

    def done(self, result: int) -> None:
        for page in self._tabs.made():
            page.leave()
        super().done(result)
        self.deleteLater()
