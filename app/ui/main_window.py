"""The main window: the list of jobs beside the one that is shown, menus, and the end; it decides nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMainWindow

from app.core.errors import Problem
from app.ui import job_wording, window_place
from app.ui.actions import Actions
from app.ui.context import Context
from app.ui.cures import Cures
from app.ui.drops import Drops
from app.ui.empty_draft import begin
from app.ui.flow import Step
from app.ui.job_errands import JobErrands
from app.ui.job_view import JobView
from app.ui.leaving import asks_before_leaving
from app.ui.naming import named, set_property
from app.ui.practice_window import PracticeWindow
from app.ui.tab_order import bring_into_sight, put_in_order
from app.ui.widgets.basics import column, row
from app.ui.widgets.job_side import JobSide
from app.ui.widgets.practice_banner import PracticeBanner
from app.ui.window_dialogs import WindowDialogs

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QCloseEvent


class MainWindow(QMainWindow):
    """Jobs at the left, the selected one at the right."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._services = context.services
        self._current = context.current
        self._moved = self._leaving = self.reopens = False
        self._trouble: Problem | None = None
        self._errands = JobErrands(context, self)
        self._practice_window = PracticeWindow(context, self._errands, self)
        self._news = QTimer(self, singleShot=True)
        # In the list of windows it must not be taken for the one in which money is spent.
        self.setWindowTitle(self.tr("Practice mode") if self._services.practice else "Batchsheet")
        named(self, "mainWindow", "Batchsheet", self.tr("One prompt for every row of a spreadsheet"))
        self._side = JobSide(context.theme)
        self.view = JobView(context)
        self._dialogs = WindowDialogs(context, self, lambda: str(self.view.step))
        self._arrange()
        self._actions = self._make_actions()
        self._connect()
        window_place.put_back(self, self._services)
        job, step = window_place.opens_on(self._services)
        self._current.select(job.id if job is not None else "")
        self.view.begin_at(step)

    def make_all_pages(self, then: Callable[[], object]) -> None:
        """Make what is not shown yet, in the time that nothing else needs, and go on with ``then``."""
        self.view.pages.complete.connect(self._dialogs.make_ready)
        self.view.pages.complete.connect(then)
        self.view.pages.make_rest()

    # What comes in

    def open_path(self, path: Path) -> None:
        """Open a spreadsheet or a folder as a new job, or into the draft that waits for one."""
        self.open_paths([path])

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Open several spreadsheets as one, or a single thing; a recipe goes into the draft that is shown."""
        if [path.suffix.lower() for path in paths] != [".toml"]:
            self.view.show_opening().open_paths(paths)
            return
        if not self._current.editable:
            self.new_job()
        self.view.take_recipe(paths[0])

    def _take_cells(self, cells: QMimeData) -> None:
        self.view.show_opening().open_copied(cells)

    def _show_over(self, over: bool) -> None:
        set_property(self.view.pages.data.drop_frame, "over", "true" if over else "false")

    def _on_paste(self) -> None:
        # Away from the page for data these keys are for text alone.
        if not self._actions.edit("paste") and self.view.step is Step.DATA:
            self.view.show_opening().paste()

    # Jobs

    def new_job(self) -> None:
        """Start a new draft; one that is still empty is used again, as is that into which a file is being read."""
        self._current.flush()
        if not self.view.reading:
            self.show_job(begin(self._services.jobs))
        self.view.show_step(Step.DATA)

    def show_job(self, job_id: str) -> None:
        """Show another job on the page where something is to be done."""
        if job_id != self._current.id:
            self._current.select(job_id)

    def _on_rehearsed(self, job_id: str) -> None:
        """Go on where the copy was taken, which is the page that has the button to run it."""
        self.show_job(job_id)
        self.view.lead_to(Step.PRICE)

    def _show_jobs(self) -> None:
        jobs = [job_wording.held_up(job, self._trouble) for job in self._services.jobs.list()]
        self._side.show_jobs(jobs, self._current.id)

    def _on_selected(self) -> None:
        self._show_jobs()  # a job that was made just now is not in the list yet
        self._on_changed()

    def _on_changed(self) -> None:
        self._actions.show_job(self._current.job)

    def _on_job_changed(self, job_id: str) -> None:
        self._moved = self._moved or job_id == self._current.id
        self._news.start()

    def _on_news(self) -> None:
        """What came together is shown once."""
        moved, self._moved = self._moved, False
        self._trouble = self._services.poller.trouble
        self._show_jobs()
        self._current.refresh(only_if_changed=not moved)

    def _with_job(self, do: Callable[[str], object]) -> None:
        if self._current.id:
            do(self._current.id)

    def _on_rename_wanted(self, job_id: str) -> None:
        self.show_job(job_id)
        self.view.edit_name()

    def _on_delete_wanted(self, job_id: str) -> None:
        self._errands.ask_delete(job_id, lambda: self._delete(job_id))

    def _delete(self, job_id: str) -> None:
        gone = (job_id, *self._services.deleting.goes_with(job_id))
        if self._current.id in gone:
            self._current.select(self._side.model.beside(gone))
        self._errands.delete(job_id)
        self._show_jobs()

    # Making

    def _arrange(self) -> None:
        banner = PracticeBanner(self._services.practise_failures, failing=self._services.faults)
        banner.setVisible(self._services.practice)
        right = column(banner, self.view, spacing=0)
        right.setStretch(1, 1)
        whole = Drops(self._show_over, self.open_paths, self._take_cells)
        whole.setLayout(row(self._side, right, spacing=0))
        self.setCentralWidget(whole)

    def _make_actions(self) -> Actions:
        view, dialogs = self.view, self._dialogs
        of_job = {
            "rename_job": self._on_rename_wanted,
            "duplicate_job": self._errands.duplicate,
            "save_job": self._errands.save,
            "delete_job": self._on_delete_wanted,
        }
        do: dict[str, Callable[[], object]] = {
            "new_job": self.new_job,
            "open_file": lambda: view.show_opening().choose_files(),
            "open_folder": lambda: view.show_opening().choose_folder(),
            "paste_job": lambda: view.show_opening().paste(),
            "paste": self._on_paste,
            "settings": dialogs.show_settings,
            "practise": self._practice_window.open,
            "history": dialogs.show_history,
            "spend": dialogs.show_spend,
            "find": lambda: view.page.open_find(),
            "go_to_row": lambda: view.page.open_go_to_row(),
            "quit": self.close,
            "main_button": view.press_main,
            "guide": dialogs.show_guide,
            "about": dialogs.show_about,
        }
        do |= {name: partial(self._with_job, act) for name, act in of_job.items()}
        do |= {f"step_{step}": partial(view.lead_to, step) for step in Step}
        return Actions(self, do)

    def _connect(self) -> None:
        bridge, side, view, dialogs, errands = self._context.bridge, self._side, self.view, self._dialogs, self._errands
        self._news.timeout.connect(self._on_news)
        bridge.jobs_changed.connect(self._news.start)
        bridge.job_changed.connect(self._on_job_changed)
        self._current.selected.connect(self._on_selected)
        self._current.changed.connect(self._on_changed)
        side.new_wanted.connect(self.new_job)
        side.settings_wanted.connect(dialogs.show_settings)
        side.guide_wanted.connect(dialogs.show_guide)
        side.history_wanted.connect(dialogs.show_history)
        side.job_chosen.connect(self.show_job)
        side.rename_wanted.connect(self._on_rename_wanted)
        side.duplicate_wanted.connect(errands.duplicate)
        side.save_wanted.connect(errands.save)
        side.delete_wanted.connect(self._on_delete_wanted)
        view.settings_wanted.connect(dialogs.show_settings)
        view.spend_wanted.connect(dialogs.show_spend)
        view.job_file_chosen.connect(errands.load)
        view.practice_wanted.connect(self._practice_window.open)
        view.rehearsal_wanted.connect(self._practice_window.rehearse)
        view.copy_wanted.connect(errands.duplicate)
        view.draft_wanted.connect(errands.draft_of)
        dialogs.closed.connect(view.enter_again)
        dialogs.job_wanted.connect(self.show_job)
        dialogs.reopen_wanted.connect(self.reopen)
        errands.made.connect(self.show_job)
        errands.rehearsed.connect(self._on_rehearsed)
        cures = Cures(self._services, dialogs.show_settings, view.choose_model)
        self._context.messages.attach(view.message_bar, cures)

    def focusNextPrevChild(self, forward: bool) -> bool:
        put_in_order(self.centralWidget())
        moved = super().focusNextPrevChild(forward)
        bring_into_sight(self.focusWidget())
        return moved

    # The end

    def leave(self) -> None:
        """Close without a question: the user was asked, or the program is ending."""
        self._leaving = True
        self.close()

    def reopen(self) -> None:
        """Close for a window that takes this one's place: in another language."""
        if not self._asks(self._leave_for_another):
            self._leave_for_another()

    def _leave_for_another(self) -> None:
        self.reopens = True
        self.leave()

    def _asks(self, on_yes: Callable[[], object]) -> bool:
        return asks_before_leaving(self._context, self, on_yes, writing=self.view.pages.writing)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._leaving and self._asks(self.leave):
            event.ignore()
            return
        window_place.keep(self, self._services, self._current.id, self.view.step)
        self._news.stop()
        self.view.pages.stop()
        event.accept()
