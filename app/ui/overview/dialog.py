"""All jobs together, as one dialog: their history, and what was spent."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from app.ui.context import Context
from app.ui.dialogs.viewing import ViewingDialog
from app.ui.naming import named
from app.ui.overview.history_page import HistoryPage
from app.ui.overview.spend_page import SpendPage
from app.ui.widgets.basics import button, column, row

_SIZE = QSize(860, 600)


class OverviewDialog(ViewingDialog):
    """Sends ``job_wanted`` with the job that the user wants to see."""

    job_wanted = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "overviewDialog", self.tr("History and spend"))
        self.setWindowTitle(self.tr("History and spend"))
        self._context = context
        self._history = HistoryPage(context)
        self._spend: SpendPage | None = None
        self._spend_place = QWidget()
        self._history.job_wanted.connect(self._on_job_wanted)
        self._tabs = named(QTabWidget(), "overviewPages", self.tr("Pages of history and spend"))
        self._tabs.setDocumentMode(True)
        self._tabs.tabBar().setDrawBase(False)
        for title, page in ((self.tr("History"), self._history), (self.tr("Spend"), self._spend_place)):
            page.setContentsMargins(0, 12, 0, 4)
            self._tabs.addTab(page, title)
        self._tabs.currentChanged.connect(self._on_page)
        close = named(button(self.tr("&Close"), "main", self.accept), "overviewClose", self.tr("Close"))
        # What is typed meanwhile would have to wait for the disk, and the window with it.
        self._history.busy.connect(self._on_busy)
        self._close = close
        self.setLayout(column(self._tabs, row(1, close), spacing=10, margins=(20, 12, 20, 16)))
        self.resize(_SIZE.boundedTo(parent.size() - QSize(40, 40)) if parent is not None else _SIZE)

    def show_spend(self) -> None:
        """Open on what was spent."""
        self._tabs.setCurrentWidget(self._spend_place)

    def _on_page(self) -> None:
        """What was spent is made when it is looked at: the history is on the screen the sooner."""
        if self._spend is None and self._tabs.currentWidget() is self._spend_place:
            self._spend = SpendPage(self._context)
            self._spend_place.setLayout(column(self._spend))

    def _on_job_wanted(self, job: str) -> None:
        self.job_wanted.emit(job)
        self.accept()

    def _on_busy(self, busy: bool) -> None:
        self._close.setDisabled(busy)

    def reject(self) -> None:
        if self._close.isEnabled():
            super().reject()

    def done(self, result: int) -> None:
        self._history.stop()
        if self._spend is not None:
            self._spend.save()
        super().done(result)
        self.deleteLater()
