"""The history: every job with what it takes on the disk, to be sought, opened, listed in a file and deleted."""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHeaderView, QWidget

from app.core.job import JobState
from app.services.tidying import Leaving, Taken
from app.ui import wording
from app.ui.context import Context
from app.ui.language import tr
from app.ui.models.roles import JOB, JOB_ID
from app.ui.naming import named, show_value
from app.ui.overview.history_table import NAME, WHEN, HistoryFilter, HistoryModel
from app.ui.overview.saying import Saying, ask_for_csv
from app.ui.table_tools import TableTools
from app.ui.widgets.basics import button, column, label, row, seek_edit
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.tables import as_list, keep_fitted, set_up

_GATHER_MS = 300


class HistoryPage(QWidget):
    """Lives in the GUI thread. Sends ``job_wanted`` with the job to be shown, and ``busy`` while nothing may be written."""

    job_wanted = Signal(str)
    busy = Signal(bool)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._services = context.services
        self._looks = context.background.latest(self)
        self._asks = context.background.latest(self)
        self._model = HistoryModel(self)
        self._sought = HistoryFilter(self._model, self)
        self._find = seek_edit(
            "historyFind", self.tr("Find a job"), self.tr("Words in its name, its file or its state")
        )
        self._find.textChanged.connect(self._on_sought)
        self._table = self._make_table()
        self._empty = named(label("", "hint", wrap=True), "historyEmpty", self.tr("No jobs"))
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._taken = named(label("", "hint", wrap=True), "historyTaken", self.tr("What all jobs take on this disk"))
        self._saying = Saying("historySaid")
        self._arrange()
        # Jobs that run change all the time; what is shown of them here may be a moment old.
        self._news = QTimer(self, singleShot=True, interval=_GATHER_MS)
        self._news.timeout.connect(self.show_jobs)
        context.bridge.jobs_changed.connect(self._news.start)
        self.show_jobs()

    def show_jobs(self) -> None:
        """Show the jobs as they are now; what each takes comes a little later."""
        chosen = set(self._chosen())
        self._model.show_jobs(self._services.jobs.list())
        for line in range(self._sought.rowCount()):
            if self._sought.index(line, NAME).data(JOB_ID) in chosen:
                self._table.selectionModel().select(
                    self._sought.index(line, NAME),
                    self._table.selectionModel().SelectionFlag.Select | self._table.selectionModel().SelectionFlag.Rows,
                )
        keep_fitted(self._table, limits={NAME: 60})
        self._show_empty()
        self._show_buttons()
        self._looks.run("What jobs take", self._services.tidying.taken(), self._on_taken, on_failed=self._saying.error)

    def leave(self) -> None:
        """The dialog closes: look at nothing more."""
        self._news.stop()
        self._looks.drop()
        self._asks.drop()

    # Showing

    def _on_sought(self, text: str) -> None:
        self._sought.seek(text)
        self._show_empty()

    def _show_empty(self) -> None:
        none = not self._sought.rowCount()
        self._table.setVisible(not none)
        self._empty.setVisible(none)
        if none:
            sought = bool(self._find.text().strip())
            says = (
                self.tr("No job has these words in its name or file.")
                if sought
                else self.tr("No jobs yet. Open a spreadsheet, or an example: it becomes one.")
            )
            show_value(self._empty, says)

    def _on_taken(self, taken: Taken) -> None:
        self._model.show_sizes(taken.by_job)
        keep_fitted(self._table, limits={NAME: 60})
        text = tr("All jobs take {size} on this disk.", size=wording.size(taken.whole))
        if taken.spare:
            text += " " + tr("Deleted ones have left {size}, which can be given back.", size=wording.size(taken.spare))
        show_value(self._taken, text)
        self._compact.setEnabled(bool(taken.spare))

    def _show_buttons(self) -> None:
        chosen = [index.data(JOB) for index in self._table.selectionModel().selectedRows()]
        removable = [job for job in chosen if job.state in (JobState.DRAFT, JobState.FINISHED)]
        self._open.setEnabled(len(chosen) == 1)
        self._delete.setEnabled(bool(removable))
        text = self.tr("&Delete…") if len(removable) < 2 else tr("&Delete {n:,} jobs…", n=len(removable))
        self._delete.setText(text)
        self._delete.setAccessibleName(text.replace("&", "").rstrip("…"))

    def _chosen(self) -> list[str]:
        return [index.data(JOB_ID) for index in self._table.selectionModel().selectedRows()]

    # What the user does

    def _on_open(self) -> None:
        if len(chosen := self._chosen()) == 1:
            self.job_wanted.emit(chosen[0])

    def _on_delete(self) -> None:
        work = self._services.tidying.leaving(self._chosen())
        self._asks.run("What jobs hold", work, self._ask_delete, on_failed=self._saying.error)

    def _ask_delete(self, found: Leaving) -> None:
        if not found.jobs:
            return
        first = tr("Delete “{name}”?", name=found.jobs[0].name)
        question = first if len(found.jobs) == 1 else tr("Delete {n:,} jobs?", n=len(found.jobs))
        here = tr(
            "Deleted here: {rows} and {answers:,} answers, about {size}. Your own files stay as they are, and what was "
            "spent stays under Spend.",
            rows=wording.rows(found.rows), answers=found.answers, size=wording.size(found.size),
        )  # fmt: skip
        jobs = [job.id for job in found.jobs]
        kept = [job for job in found.jobs if not _surely_gone(job.started_at)] if found.parts else []
        if not kept:
            self._context.messages.ask(self, question, here, self.tr("Delete"), lambda: self._go(jobs, there=False))
            return
        keeper = self.tr("The practice service") if self._services.practice else "Anthropic"
        last = max(job.started_at or 0.0 for job in kept)
        there = tr(
            "{service} keeps a copy of what it answered, until {day} at the latest. It can be deleted now, too: "
            "then nobody has the answers any more.",
            service=keeper, day=wording.answers_wait_until(last),
        )  # fmt: skip
        self._context.messages.ask(
            self,
            question,
            f"{here}\n\n{there}",
            self.tr("Delete here"),
            lambda: self._go(jobs, there=False),
            also=(self.tr("Delete here and there"), lambda: self._go(jobs, there=True)),
        )

    def _go(self, jobs: list[str], *, there: bool) -> None:
        current = self._context.current
        if current.id in jobs:
            current.select("")
        self._saying.work(self.tr("Deleting…"))
        self._context.background.run_task(
            self, "Deleting jobs", self._services.tidying.delete(jobs, there=there), self._on_deleted,
            on_failed=self._on_failed,
        )  # fmt: skip

    def _on_deleted(self, count: int) -> None:
        self._saying.good(tr("%Ln job is deleted.", "%Ln jobs are deleted.", count))
        self.show_jobs()

    def _on_failed(self, error: BaseException) -> None:
        self.busy.emit(False)
        self._saying.error(error)
        self.show_jobs()

    def _on_compact(self) -> None:
        self._compact.setEnabled(False)
        self._saying.work(self.tr("Giving room back…"))
        self.busy.emit(True)
        self._context.background.run_task(
            self, "Giving room back", self._services.tidying.compact(), self._on_compacted, on_failed=self._on_failed
        )

    def _on_compacted(self, size: int) -> None:
        self.busy.emit(False)
        self._saying.good(tr("{size} were given back to the disk.", size=wording.size(size)))
        self.show_jobs()

    def _on_save(self) -> None:
        ask_for_csv(self, self._context, self.tr("Save the list of jobs"), self.tr("jobs"), self.save_to)

    def save_to(self, target: Path) -> None:
        """Write the list; the dialog has asked already where it takes the place of another file."""
        self._context.background.run_task(
            self, "The list of jobs", self._services.tidying.export(target, overwrite=True), self._saying.written,
            on_failed=self._saying.error,
        )  # fmt: skip

    # Making

    def _arrange(self) -> None:
        self._open = named(button(self.tr("&Open"), "", self._on_open), "historyOpen", self.tr("Open"))
        self._delete = named(button(self.tr("&Delete…"), "", self._on_delete), "historyDelete", self.tr("Delete"))
        self._save = named(
            button(self.tr("&Save the list…"), "", self._on_save),
            "historySave",
            self.tr("Save the list"),
            self.tr("All jobs as a .csv: names, dates, rows, cost and room, and no cell of any row"),
        )
        self._compact = named(
            button(self.tr("&Give room back"), "", self._on_compact),
            "historyCompact",
            self.tr("Give room back"),
            self.tr("Returns to the disk what deleted jobs have left; takes a moment"),
        )
        self._compact.setEnabled(False)
        taken = row(self._taken, self._compact)
        taken.setStretch(0, 1)
        lines = column(
            self._find, self._table, self._empty, row(self._open, self._delete, 1, self._save), taken, self._saying,
            spacing=10,
        )  # fmt: skip
        for line in (1, 2):
            lines.setStretch(line, 1)
        self.setLayout(lines)

    def _make_table(self) -> DataTable:
        made = named(
            DataTable(), "historyTable", self.tr("All jobs"), self.tr("Several can be selected, to be deleted")
        )
        made.setModel(self._sought)
        set_up(made, row_height=self._context.theme.sizes.text + 17, numbered=False)
        as_list(made)
        made.setSelectionMode(DataTable.SelectionMode.ExtendedSelection)
        made.setSortingEnabled(True)
        made.sortByColumn(WHEN, Qt.SortOrder.DescendingOrder)
        made.horizontalHeader().setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        TableTools(made, self._context, cells=False, freezes=False, reads=False)
        made.selectionModel().selectionChanged.connect(self._show_buttons)
        made.activated.connect(self._on_open)
        return made


def _surely_gone(started_at: float | None) -> bool:
    return started_at is None or wording.answers_are_gone(started_at, time.time())
