"""The job that the window shows: one place that reads it and saves what is typed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.core.errors import NeedsUser
from app.core.job import Job, JobState
from app.services.jobs import Jobs

if TYPE_CHECKING:
    from app.core.draft import Draft
    from app.core.recipe import Recipe
    from app.core.row_choice import RowChoice
    from app.core.table import SheetInfo

SAVE_AFTER_MS = 300
"""What is typed is on disk this long after the last key."""


_SAVE_AGAIN_MS = 5_000


class CurrentJob(QObject):
    """The selected job and its draft. Lives in the GUI thread.

    Sends ``selected`` (another job, or none), ``changed`` (state, counts or money moved),
    ``sheet_changed`` (another file or sheet was read), ``rows_changed`` (other rows chosen, or none that make sense),
    ``recipe_changed`` (what is asked was edited), after it ``recipe_replaced`` where that was not by typing, and ``saved``
    (it is on disk).
    """

    selected = Signal()
    changed = Signal()
    sheet_changed = Signal()
    rows_changed = Signal()
    recipe_changed = Signal()
    recipe_replaced = Signal()
    saved = Signal()

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.job: Job | None = None
        self.own_draft: Draft | None = None
        """What the selected job is made of."""
        self.rows_problem = ""
        self._recipe: Recipe | None = None
        self._rows: RowChoice | None = None
        self._timer = QTimer(self, singleShot=True, interval=SAVE_AFTER_MS)
        self._timer.timeout.connect(self._save)
        self._told = False

    @property
    def draft(self) -> Draft:
        """What the selected job is made of; an empty one where none is selected."""
        from app.core.draft import Draft  # a window without a job is painted before it is read what one is made of

        return self.own_draft or Draft()

    @property
    def info(self) -> SheetInfo | None:
        """What was read of its file; None where there is none yet, or no job is selected."""
        return self.own_draft.info if self.own_draft else None

    @property
    def id(self) -> str:
        """The job's id, or "" where none is selected."""
        return self.job.id if self.job else ""

    @property
    def editable(self) -> bool:
        """Whether it is a draft, so that rows and prompt can still be changed."""
        return self.job is not None and self.job.state is JobState.DRAFT

    @property
    def started(self) -> bool:
        """Whether it was sent, or is about to be."""
        return self.job is not None and self.job.state is not JobState.DRAFT

    def select(self, job_id: str) -> None:
        """Show another job, or none for ""."""
        self.flush()
        self.job = self._jobs.get(job_id) if job_id else None
        self.own_draft = self._jobs.draft(job_id) if job_id else None
        self.rows_problem = ""
        self.selected.emit()

    def refresh(self, *, only_if_changed: bool = False) -> None:
        """Read state, counts and money again. Its parts can have moved where all of that is as it was."""
        if self.job is not None:
            before, self.job = self.job, self._jobs.get(self.job.id)
            if self.job != before or not only_if_changed:
                self.changed.emit()

    def reload_sheet(self) -> None:
        """Read the draft again after a file was loaded into it."""
        if self.job is None:
            return
        self.flush()
        self.job = self._jobs.get(self.job.id)
        self.own_draft = self._jobs.draft(self.job.id)
        self.rows_problem = ""
        self.sheet_changed.emit()
        self.changed.emit()

    def edit_recipe(self, recipe: Recipe) -> None:
        """Take over what was typed; it goes to disk in a moment."""
        if not self.editable or recipe == self.draft.recipe:
            return
        self.own_draft = replace(self.draft, recipe=recipe, model=None)
        self._recipe = recipe
        self._timer.start()
        self.recipe_changed.emit()

    def replace_recipe(self, recipe: Recipe) -> None:
        """Put another recipe in the place of what was typed."""
        self.edit_recipe(recipe)
        self.recipe_replaced.emit()
        self.flush()

    def edit_rows(self, rows: RowChoice) -> None:
        """Take over another choice of rows."""
        if not self.editable or (rows == self.draft.rows and not self.rows_problem):
            return
        self.rows_problem = ""
        self.own_draft = replace(self.draft, rows=rows)
        self._rows = rows
        self._timer.start()
        self.rows_changed.emit()

    def refuse_rows(self, problem: str) -> None:
        """Rows are being chosen and make no sense yet: until they do, none are priced or sent."""
        if self.editable and problem != self.rows_problem:
            self.rows_problem = problem
            self.rows_changed.emit()

    def flush(self) -> None:
        """Save what was typed, now. Raises NeedsUser where the disk is full: it is kept then, and saved once it can be."""
        self._timer.stop()
        if self.job is None or (self._recipe is None and self._rows is None):
            return
        recipe, rows, self._recipe, self._rows = self._recipe, self._rows, None, None
        try:
            if recipe is not None:
                self._jobs.save_recipe(self.job.id, recipe)
            if rows is not None:
                self._jobs.save_rows(self.job.id, rows)
        except NeedsUser:
            self._recipe, self._rows = recipe, rows
            raise
        self._told = False
        self.saved.emit()

    def _save(self) -> None:
        """Said once that it could not be, it is tried again in silence."""
        try:
            self.flush()
        except NeedsUser:
            QTimer.singleShot(_SAVE_AGAIN_MS, self, self._save)
            if not self._told:
                self._told = True
                raise
