"""The way out: where the copy goes, what is told before it is written, and how far the writing is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QProgressBar, QWidget

from app.core.export import Foreseen
from app.core.outcome import Outcome
from app.services.tasks import Cancelled, TaskHandle
from app.ui import wording
from app.ui.context import Context
from app.ui.language import shown
from app.ui.naming import named
from app.ui.widgets.basics import label, row
from app.ui.widgets.message_bar import Action
from app.ui.widgets.stop_button import StopButton

if TYPE_CHECKING:
    from app.services.exporting import ExportResult


class ExportFlow(QWidget):
    """The line that shows how far the writing is, hidden while nothing is written."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._task: TaskHandle[Any] | None = None
        self._progress = named(QProgressBar(), "exportBar", self.tr("How much was written"))
        self._progress.setTextVisible(False)
        stop = StopButton("exportStop", self.tr("Stop writing the file"), self.stop)
        self._says = named(label(), "exportSays", self.tr("What is done with the file"))
        self.setLayout(row(self._says, self._progress, stop))
        self.hide()

    @property
    def under_way(self) -> bool:
        """Whether a file is being written, or is about to be."""
        return self._task is not None

    def choose_target(self) -> None:
        """Ask where the copy should go."""
        if not self._context.current.started or self._task is not None:
            return
        suggested = self._context.services.exporting.suggest(self._context.current.id)
        dialog = QFileDialog(self.window(), self.tr("Export"), str(suggested.parent))
        dialog.setObjectName("exportDialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(
            [_filter(ending) for ending in self._context.services.exporting.endings(self._context.current.id)]
        )
        dialog.setDefaultSuffix(suggested.suffix.lstrip("."))
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(chosen.rsplit("*.", 1)[-1].rstrip(")")))
        dialog.selectFile(suggested.name)
        dialog.fileSelected.connect(lambda path: self._look_ahead(Path(path)))
        dialog.open()

    def show_choices(self) -> None:
        """Show how the job is exported, before a file is chosen."""
        if not self._context.current.started or self._task is not None:
            return
        from app.ui.dialogs.export_choices import ExportChoicesDialog

        dialog = ExportChoicesDialog(self._context, self._context.current.id, None, self.window())
        dialog.wanted.connect(self.choose_target)
        dialog.open()

    def _look_ahead(self, target: Path) -> None:
        """Find out what the export would do; what the user should know is told before anything is written."""
        exporting, job_id = self._context.services.exporting, self._context.current.id
        work = exporting.foresee(job_id, target.suffix.lower(), exporting.choices(job_id))
        self._begin(self.tr("Looking at the file"))
        self._task = self._context.background.run_task(
            self,
            "Looking",
            work,
            lambda found: self._on_foreseen(target, found),
            on_failed=self._on_failed,
            on_progress=self._on_progress,
        )

    def _on_foreseen(self, target: Path, found: Foreseen) -> None:
        self._end()
        if not found.asks:
            self.export_to(target)
            return
        from app.ui.dialogs.export_choices import ExportChoicesDialog

        dialog = ExportChoicesDialog(self._context, self._context.current.id, target, self.window(), found)
        dialog.wanted.connect(lambda: self.export_to(target))
        dialog.open()

    def export_to(self, target: Path) -> None:
        """Write the copy; the dialog has asked already where it takes the place of another file."""
        self._begin(self.tr("Writing the file"))
        job_id = self._context.current.id
        self._task = self._context.background.run_task(
            self,
            "Exporting",
            self._context.services.exporting.export(job_id, target, overwrite=True),
            lambda result: self._on_exported(job_id, result),
            on_failed=lambda error: self._on_failed(error, (self.tr("Try again"), lambda: self.export_to(target))),
            on_progress=self._on_progress,
        )

    def _begin(self, says: str) -> None:
        self._context.messages.clear()
        self._says.setText(says)
        self._progress.setRange(0, 0)
        self.show()

    def _on_progress(self, done: int, total: int | None, _text: str) -> None:
        self._progress.setRange(0, total or 0)
        self._progress.setValue(done)

    def _on_exported(self, job_id: str, result: ExportResult) -> None:
        self._end()
        # Of a file that has changed, what was matched stands in the notes.
        text = self.tr("Written: {file} in {folder}.").format(file=result.path.name, folder=result.path.parent)
        if not self._context.services.exporting.choices(job_id).current_file:
            info = self._context.services.jobs.draft(job_id).info
            answered = self._context.services.jobs.get(job_id).breakdown.count(Outcome.ANSWERED)
            text = self.tr("Written: {file} in {folder}, {rows}, {answered} with an answer.").format(
                file=result.path.name,
                folder=result.path.parent,
                rows=wording.rows(info.rows if info else result.rows),
                answered=wording.number(answered),
            )
        self._context.messages.good(
            " ".join((text, *map(shown, result.notes))),
            (self.tr("Open"), lambda: self._open(result.path)),
            (self.tr("Show folder"), lambda: self._open(result.path.parent)),
        )

    def _on_failed(self, error: BaseException, *ways_on: Action) -> None:
        self._end()
        if isinstance(error, Cancelled):
            self._context.messages.note(
                self.tr("Stopped: nothing was written. A file that stood there is as it was, and the answers are kept.")
            )
        else:
            place = (self.tr("Choose another place"), self.choose_target)
            self._context.messages.error(error, *ways_on, place)

    def _end(self) -> None:
        self._task = None
        self.hide()

    def stop(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _open(self, path: Path) -> None:
        if QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            return
        self._context.messages.note(
            self.tr("Nothing on this computer is set up to open it. It is here: {path}").format(path=path),
            (self.tr("Copy the path"), lambda: QGuiApplication.clipboard().setText(str(path))),
        )


def _filter(ending: str) -> str:
    names = {".xlsx": "Excel", ".xlsm": "Excel", ".csv": "CSV", ".tsv": "TSV", ".txt": "Text"}
    return f"{names.get(ending, ending)} (*{ending})"
