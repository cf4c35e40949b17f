"""What can be done with a job's answers besides exporting them: have them judged, ask a further step."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from app.core.errors import AppError
from app.core.job import Job, JobState
from app.core.recipe import Recipe
from app.services.steps import Verdicts
from app.ui import wording
from app.ui.context import Context
from app.ui.naming import named, show_value
from app.ui.steps.lead import lead_columns
from app.ui.widgets.basics import button, label, row
from app.ui.widgets.flow_box import FlowBox


class GoOn(QWidget):
    """What a job says of the answers that it rests on, value by value; nothing where it judges none.

    ``button`` opens the menu of what can be done next; what it makes is selected. Sends ``rows_wanted`` with the
    numbers of the rows of a value.
    """

    rows_wanted = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._shown: tuple[object, ...] = ()
        self._counts = context.background.latest(self)
        self._column = named(label("", "section"), "verdictName", self.tr("What the answers are judged to be"))
        self._values = FlowBox(spacing=8)
        lines = row(self._column, self._values)
        lines.setStretch(1, 1)
        self.setLayout(lines)
        self.button = named(
            button(self.tr("Go on fro&m here")),
            "goOnFromHereButton",
            self.tr("Go on from here"),
            self.tr("Have these answers judged, ask something more of the rows, or the same of another file"),
        )
        self._menu = QMenu(self.button)
        self._add("secondOpinion", self.tr("&Second opinion: have these answers judged"), self._on_judge)
        self._add("compare", self.tr("&Compare with another run of these rows"), self._on_compare)
        self._add("furtherStep", self.tr("&Further step: ask something more of each row"), self._on_further)
        self._add("sameAgain", self.tr("&Next file: ask the same of another spreadsheet"), self._on_same)
        self.button.setMenu(self._menu)
        self.hide()

    def _add(self, name: str, text: str, do: Callable[[], object]) -> None:
        action = QAction(text, self._menu)
        action.setObjectName(name)
        action.triggered.connect(lambda _checked=False: do())
        self._menu.addAction(action)

    def show_job(self, job: Job) -> None:
        """Show what can be done with a job, and what it says of the answers that it rests on."""
        ended = job.state is JobState.FINISHED
        self.button.setVisible(ended)
        wanted = (job.id, job.breakdown)
        if wanted == self._shown:
            return
        self._shown = wanted
        self._show_verdicts(None)
        if ended:
            self._counts.run("Verdicts", self._context.services.steps.verdicts(job.id), self._show_verdicts)

    def _show_verdicts(self, found: Verdicts | None) -> None:
        self._values.clear()
        self.setVisible(found is not None)
        if found is None:
            return
        show_value(self._column, found.column)
        for number, (value, rows) in enumerate(found.rows.items(), 1):
            text = self.tr("{rows} {value} ({share}%)").format(
                value=value,
                rows=wording.number(len(rows)),
                share=wording.number(round(100 * len(rows) / max(found.total, 1))),
            )
            made = named(
                button(text, "segment", partial(self.rows_wanted.emit, rows)),
                f"verdict{number}",
                text,
                self.tr("Show these rows"),
            )
            made.setEnabled(bool(rows))
            self._values.add(made)

    def _on_judge(self) -> None:
        job = self._context.current.job
        if job is None:
            return
        try:
            recipe = self._context.services.steps.judge(job.id)
        except AppError as error:
            self._context.messages.error(error)
            return
        self._make(job, self.tr("{name}: second opinion").format(name=job.name), recipe)

    def _on_compare(self) -> None:
        from app.ui.dialogs.compare import CompareDialog

        current = self._context.current
        lead = next(iter(lead_columns(current.draft)), 0)
        CompareDialog(self._context, current.id, lead, self.window()).open()

    def _on_further(self) -> None:
        job = self._context.current.job
        if job is not None:
            model = self._context.current.draft.recipe.model
            self._make(job, self.tr("{name}: further step").format(name=job.name), Recipe(model=model))

    def _on_same(self) -> None:
        """A draft with the same prompt, on the page where its file is opened."""
        current, jobs = self._context.current, self._context.services.jobs
        if (job := current.job) is not None:
            made = jobs.new_draft(self.tr("{name}: next file").format(name=job.name), current.draft.recipe)
            current.select(made.id)
            text = self.tr("This new job has the prompt of “{name}”. Open the file that it is for.")
            self._context.messages.note(text.format(name=job.name))

    def _make(self, job: Job, name: str, recipe: Recipe) -> None:
        """Make a draft that rests on the job's answers, and show it."""
        work = self._context.services.steps.add(job.id, name, recipe)
        select = self._context.current.select
        self._context.background.run_task(self, "Laying rows", work, select, on_failed=self._context.messages.error)
