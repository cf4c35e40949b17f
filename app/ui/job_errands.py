"""What is done with whole jobs: copied as drafts, saved for another computer, brought in from one."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.core.errors import AppError, Code
from app.core.job import Job, JobState
from app.services.deleting import Holding
from app.services.job_file import ENDING
from app.services.tasks import Cancelled, TaskControl
from app.ui import deleting_wording, wording
from app.ui.context import Context
from app.ui.empty_draft import is_empty
from app.ui.language import tr
from app.ui.naming import named
from app.ui.widgets.message_bar import Action

T = TypeVar("T")

_SHOWN_AFTER_MS = 500

_AT_ONCE = 2_000
"""Rows of a job that is removed before anybody could see that it takes time."""


class JobErrands(QObject):
    """Lives in the GUI thread. Sends ``made`` with the id of a job that is new in the list, ``rehearsed`` with that of a
    draft whose price somebody has looked at, and wants to see run.
    """

    made = Signal(str)
    rehearsed = Signal(str)

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._services = context.services
        self._window = window
        self._looks = context.background.latest(self)

    def duplicate(self, job_id: str) -> None:
        """Make a draft from a job's file, rows and prompt."""
        name = self.tr("{name}, copy").format(name=self._context.services.jobs.get(job_id).name)
        says = self.tr("Copying the job")
        self.run(says, self._services.moving.duplicate(job_id, name), self.made.emit)

    def draft_of(self, job_id: str, numbers: Sequence[int]) -> None:
        """Make a draft of those rows of a job alone, to be asked in another way."""
        name = self.tr("{name}: rows to change").format(name=self._context.services.jobs.get(job_id).name)

        def show(made: str) -> None:
            self.made.emit(made)
            text = tr(
                "This new job asks the %Ln row that could not be asked as it was. Change the prompt, or that row in your file.",
                "This new job asks the %Ln rows that could not be asked as they were. Change the prompt, or those rows in your file.",
                len(numbers),
            )
            self._context.messages.note(text)

        from app.core.row_choice import RowChoice

        work = self._services.moving.duplicate(job_id, name, RowChoice.of(numbers))
        self.run(self.tr("Copying the job"), work, show)

    def ask_delete(self, job_id: str, on_yes: Callable[[], object]) -> None:
        """Ask whether a job shall go, and say what goes with it, here and at the service; nothing is asked of an empty one."""
        services = self._context.services
        if is_empty(services.jobs, services.jobs.get(job_id)):
            on_yes()
            return

        def look(_control: TaskControl) -> tuple[Job, Holding, int, int]:
            others = services.deleting.goes_with(job_id)
            left = sum(services.removal.left(job) for job in (job_id, *others))
            return services.jobs.get(job_id), services.deleting.holding(job_id), left, len(others)

        self._looks.run("What a job holds", look, lambda found: self._ask_delete(found, on_yes))

    def _ask_delete(self, found: tuple[Job, Holding, int, int], on_yes: Callable[[], object]) -> None:
        job, holding, left, others = found
        question = self.tr("Delete “{name}”?").format(name=job.name)
        draft = job.state is JobState.DRAFT
        stay = self.tr("Your own files stay as they are.")
        lines = [deleting_wording.deleted_here(job, holding), stay if draft else deleting_wording.deleted_with(job)]
        if others:
            lines.append(
                tr(
                    "%Ln job that can't stay without it goes with it: a step of the same chain, or one over its answers.",
                    "%Ln jobs that can't stay without it go with it: steps of the same chain, or over its answers.",
                    others,
                )
            )
        if left and job.started_at is not None and not wording.answers_are_gone(job.started_at, time.time()):
            keeper = self.tr("The practice service") if self._context.services.practice else "Anthropic"
            text = self.tr(
                "{service} keeps its copy until {day}. “Delete it there” on the Results page deletes that; do it first."
            )
            lines.append(text.format(service=keeper, day=wording.answers_wait_until(job.started_at)))
        self._context.messages.ask(self._window, question, " ".join(lines), self.tr("Delete"), on_yes)

    def delete(self, job_id: str) -> None:
        """Remove a job with all that goes with it."""
        deleting = self._services.deleting
        if sum(map(self._services.jobs.row_count, (job_id, *deleting.goes_with(job_id)))) > _AT_ONCE:
            self.run(self.tr("Deleting the job"), deleting.work(job_id), lambda _gone: None, alone=True)
            return
        try:
            deleting.delete(job_id)
        except AppError as error:
            self._context.messages.error(error)

    def save(self, job_id: str) -> None:
        """Ask where the job should go as a file."""
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QFileDialog

        settings = self._context.services.preferences.get()
        name = re.sub(r'[\\/:*?"<>|\x00-\x1f]', " ", self._context.services.jobs.get(job_id).name).strip() or "job"
        title = self.tr("Save the job for another computer")
        dialog = QFileDialog(self._window, title, settings.last_folder)
        dialog.setObjectName("saveJobDialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Jobs of Batchsheet (*{ending})").format(ending=ENDING))
        dialog.setDefaultSuffix(ENDING.lstrip("."))
        dialog.selectFile(f"{name[:80]}{ENDING}")
        dialog.fileSelected.connect(lambda path: self.save_to(job_id, Path(path)))
        dialog.open()

    def save_to(self, job_id: str, target: Path) -> None:
        """Write the job to a file."""
        elsewhere = self.tr("Choose another place"), lambda: self.save(job_id)
        self.run(self.tr("Saving the job"), self._services.moving.save(job_id, target), self._on_saved, elsewhere)

    def load(self, path: Path) -> None:
        """Bring a job in from a file."""
        moving = self._services.moving
        told = self.rehearsed if moving.is_rehearsal(path) else self.made
        self.run(self.tr("Opening the job"), moving.load(path), told.emit)

    def _on_saved(self, path: Path) -> None:
        text = self.tr(
            "Written: {file} in {folder}. It holds the rows, the prompt and the answers, and no key. "
            "Open it with Batchsheet on the other computer."
        )
        self._context.messages.good(text.format(file=path.name, folder=path.parent))

    def run(
        self,
        says: str,
        work: Callable[[TaskControl], T],
        on_done: Callable[[T], object],
        *ways_on: Action,
        alone: bool = False,
    ) -> None:
        """Do it away from the window; what takes longer shows how far it is, and can be stopped. ``ways_on`` are the
        buttons beside an error of the file. ``alone``: nothing else can be done meanwhile, such as to a job that is half gone.
        """
        from PySide6.QtWidgets import QProgressDialog

        self._context.messages.clear()
        shown = named(QProgressDialog(says, self.tr("Stop"), 0, 0, self._window), "errandProgress", says)
        shown.setMinimumDuration(_SHOWN_AFTER_MS)
        shown.setWindowTitle("Batchsheet")
        shown.setModal(alone)
        shown.setAutoReset(False)

        def progress(done: int, total: int | None, _text: str) -> None:
            shown.setMaximum(total or 0)
            shown.setValue(done)

        def ended(error: BaseException | None, result: Any = None) -> None:
            shown.blockSignals(True)  # closing it would ask what has ended to stop
            shown.close()
            shown.deleteLater()
            if error is None:
                on_done(result)
            elif isinstance(error, Cancelled):
                self._context.messages.note(self.tr("{work}: stopped. All is as it was before.").format(work=says))
            else:
                written_to = isinstance(error, AppError) and error.code in (Code.BAD_FILE, Code.DISK_FULL)
                self._context.messages.error(error, *(ways_on if written_to else ()))

        handle = self._context.background.run_task(
            shown, says, work, lambda result: ended(None, result), on_failed=ended, on_progress=progress
        )
        # Not its method: Qt holds that weakly, and would let go of it on the worker that drops the handle last.
        # Escape closes it in one way or another, as it has the keyboard; none may leave the work going on unseen.
        for closed in (shown.canceled, shown.rejected):
            closed.connect(lambda: handle.cancel() if handle is not None else shown.close())
        shown.setValue(0)
