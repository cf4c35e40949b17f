"""Settings of the jobs: where they are kept, and those that this computer has lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from app.core.errors import AppError
from app.services.tasks import Cancelled
from app.ui.accessibility import show_result
from app.ui.context import Context
from app.ui.language import shown
from app.ui.naming import named, show_value
from app.ui.settings.settings_page import SettingsPage
from app.ui.widgets.basics import button, column, label, row, rule

if TYPE_CHECKING:
    from app.services.rescue import Rescued


class JobsPage(SettingsPage):
    """The folder of this profile, and a look for jobs at Anthropic."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        lines = column(
            label(self.tr("Where jobs are kept"), "section"), self._make_place(), rule(),
            label(self.tr("Lost jobs"), "section"), self._make_rescue(), 1, spacing=10,
        )  # fmt: skip
        self.setLayout(lines)

    def _make_place(self) -> QWidget:
        folder = str(self.services.folder)
        shown = named(
            label(folder, "hint", wrap=True), "profileFolder", folder, self.tr("The folder where jobs are kept")
        )
        opens = button(self.tr("Open the &folder"), "", lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(folder)))
        says = self.tr("Another folder is chosen at the start: batchsheet --profile FOLDER")
        named(opens, "openProfileFolder", self.tr("Open the folder"), says)
        opens.setToolTip(says)
        made = QWidget()
        line = row(shown, opens)
        line.setStretch(0, 1)
        made.setLayout(line)
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
        self.context.background.run_task(
            self,
            "Looking for jobs",
            self.services.rescue.look(self.tr("Found again: {name}")),
            self._on_looked,
            on_failed=self._on_look_failed,
        )

    def _on_looked(self, found: Rescued) -> None:
        self._look.setEnabled(True)
        text = self.tr("Found again: {jobs}. Still running there, and not to be told yet: {running}.")
        show_result(self._look_status, text.format(jobs=len(found.jobs), running=found.running))

    def _on_look_failed(self, error: BaseException) -> None:
        self._look.setEnabled(True)
        show_result(self._look_status, shown(error.message) if isinstance(error, AppError) else "")
        if not isinstance(error, (AppError, Cancelled)):
            self.context.messages.error(error)
