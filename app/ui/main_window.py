"""The main window: it arranges the pages and leads from one to the other; it decides nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from app.core.errors import Code
from app.ui import job_wording, window_place
from app.ui.actions import Actions
from app.ui.context import Context
from app.ui.drops import Drops
from app.ui.empty_draft import begin
from app.ui.flow import Step, first_step, missing
from app.ui.interpreter import show_at_once
from app.ui.job_errands import JobErrands
from app.ui.leaving import asks_before_leaving
from app.ui.naming import named, set_property
from app.ui.pages import Pages
from app.ui.practice_window import PracticeWindow
from app.ui.tab_order import put_in_order
from app.ui.widgets.basics import column, row
from app.ui.widgets.footer import Footer
from app.ui.widgets.job_header import JobHeader
from app.ui.widgets.job_side import JobSide
from app.ui.widgets.message_bar import MessageBar
from app.ui.widgets.practice_banner import PracticeBanner
from app.ui.widgets.step_tabs import StepTabs
from app.ui.window_dialogs import WindowDialogs

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QCloseEvent

    from app.ui.steps.opening import Opening
    from app.ui.steps.step_page import StepPage


class MainWindow(QMainWindow):
    """Jobs at the left, the selected one's pages at the right, what comes next at the bottom."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._services = context.services
        self._current = context.current
        self._step = Step.DATA
        self._moved = self._leaving = self.reopens = False
        self._opening: Opening | None = None
        self._errands = JobErrands(context, self)
        self._practice_window = PracticeWindow(context, self._errands, self)
        self._dialogs = WindowDialogs(context, self, lambda: str(self._step))
        self._news = QTimer(self, singleShot=True)
        # In the list of windows it must not be taken for the one in which money is spent.
        self.setWindowTitle(self.tr("Practice mode") if self._services.practice else "Batchsheet")
        named(self, "mainWindow", "Batchsheet", self.tr("One prompt for every row of a spreadsheet"))
        self._stack = QStackedWidget()
        self._pages = Pages(context, self._on_page_made, self._stack)
        self._arrange()
        self._make_actions()
        self._connect()
        window_place.put_back(self, self._services)
        self._open_newest()
        self.lead_to(self._step)

    # Leading from page to page

    def show_step(self, step: Step) -> None:
        """Show a page, or what is missing for it."""
        show_at_once()
        self._current.flush()
        self._step = step
        page = self._pages[step]
        self._tabs.show_step(step)
        usable = page.check_missing()
        self._stack.setCurrentWidget(page)
        self._footer.show_buttons(page.buttons, usable=usable)
        if usable:
            page.entered()
        self._show_footer()

    def lead_to(self, step: Step) -> None:
        """Show a page and put the cursor there, as after a button that leads on."""
        self.show_step(step)
        field = self._pages[step].first_field() if self._pages[step].usable else None
        if field is None or not field.isVisibleTo(self):
            field = self._tabs.button(step)  # what the cursor is in must be in sight
        field.setFocus()

    def make_all_pages(self, then: Callable[[], object]) -> None:
        """Make what is not shown yet, in the time that nothing else needs, and go on with ``then``."""
        self._pages.complete.connect(self._dialogs.make_ready)
        self._pages.complete.connect(then)
        self._pages.make_rest()

    def open_path(self, path: Path) -> None:
        """Open a spreadsheet or a folder as a new job, or into the draft that waits for one."""
        self.open_paths([path])

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Open several spreadsheets as one, or a single thing; a recipe goes into the draft that is shown."""
        if [path.suffix.lower() for path in paths] == [".toml"]:
            self._take_recipe(paths[0])
            return
        self.show_step(Step.DATA)
        self._pages.data.opening.open_paths(paths)

    def _take_recipe(self, path: Path) -> None:
        if not self._current.editable:
            self.new_job()
        self.lead_to(Step.PROMPT)
        self._pages.prompt.take_recipe(path)

    def _take_cells(self, cells: QMimeData) -> None:
        self.show_step(Step.DATA)
        self._pages.data.opening.open_copied(cells)

    def _show_over(self, over: bool) -> None:
        set_property(self._pages.data.drop_frame, "over", "true" if over else "false")

    def show_job(self, job_id: str) -> None:
        """Show another job on the page where something is to be done."""
        if job_id != self._current.id:
            self._current.select(job_id)

    def _open_newest(self) -> None:
        """Open on what needs the user, else where the window was left, else on the newest job or an empty page."""
        job, step = window_place.opens_on(self._services)
        current = self._current
        current.select(job.id if job is not None else "")
        if step is not None and missing(step, current.job, current.draft, current.rows_problem) is None:
            self._step = step

    def _on_selected(self) -> None:
        job = self._current.job
        self._context.messages.clear()
        self._header.show_other(job)
        self._show_jobs()  # a job that was made just now is not in the list yet
        self._show_header()
        self.show_step(first_step(job, self._current.draft))

    def _on_changed(self) -> None:
        self._show_header()
        page = self._pages[self._step]
        if page.usable != self._footer.shows_buttons:
            self.show_step(self._step)
        self._show_footer()

    def _on_sheet_changed(self) -> None:
        self.lead_to(self._step)

    def _on_submitted(self) -> None:
        self._current.refresh()
        self.lead_to(Step.RUN)

    def _on_rows_wanted(self, numbers: tuple[int, ...]) -> None:
        self.lead_to(Step.RESULTS)
        self._pages.results.show_picked(numbers)

    def _on_cure_wanted(self, cure: str) -> None:
        """Do what cures a check or a job that stands still."""
        match cure:
            case "key":
                self._dialogs.show_settings()
            case "month":
                self._dialogs.show_spend()
            case "documents":
                self._pages.price.ask_for_folders()
            case "ceiling":
                self._pages.price.focus_ceiling()
            case step if step in set(Step):
                self.show_step(Step(step))

    def _press_main(self) -> None:
        button = self._pages[self._step].main_button
        if button is not None and button.isVisible() and button.isEnabled():
            button.click()

    # Jobs

    def _show_jobs(self) -> None:
        self._side.show_jobs(self._services.jobs.list(), self._current.id)

    def _on_job_changed(self, job_id: str) -> None:
        self._moved = self._moved or job_id == self._current.id
        self._news.start()

    def _on_news(self) -> None:
        """What came together is shown once."""
        moved, self._moved = self._moved, False
        self._show_jobs()
        self._current.refresh(only_if_changed=not moved)

    def new_job(self) -> None:
        """Start a new draft; one that is still empty is used again, as is that into which a file is being read."""
        self._current.flush()
        if self._opening is None or not self._opening.under_way:
            self.show_job(begin(self._services.jobs))
        self.show_step(Step.DATA)

    def _on_renamed(self, name: str) -> None:
        job = self._current.job
        if job is None:
            return
        if name and name != job.name:
            self._services.jobs.rename(job.id, name)
            self._current.refresh()
        elif not name:
            self._header.show_name(job.name)

    def _with_job(self, do: Callable[[str], object]) -> None:
        if self._current.id:
            do(self._current.id)

    def _on_rename_wanted(self, job_id: str) -> None:
        """Put the cursor into the job's name."""
        if job_id:
            self.show_job(job_id)
            self._header.edit()

    def _on_delete_wanted(self, job_id: str) -> None:
        self._errands.ask_delete(job_id, lambda: self._delete(job_id))

    def _delete(self, job_id: str) -> None:
        gone = (job_id, *self._services.jobs.goes_with(job_id))
        if self._current.id in gone:
            self._current.select(self._side.model.beside(gone))
        self._errands.delete(job_id)
        self._show_jobs()

    def _on_dialog_closed(self) -> None:
        page = self._pages[self._step]
        if page.usable:
            page.entered()

    # Showing

    def _show_header(self) -> None:
        job, draft = self._current.job, self._current.draft
        self._actions.show_job(job)
        file = job_wording.file_line(job, draft.info, self._opening.shown if self._opening else "")
        self._header.show_job(job, file)
        self._tabs.show_job(job, draft, self._current.rows_problem)

    def _show_footer(self) -> None:
        page = self._pages[self._step]
        self._footer.show_text(page.footer_text() if page.usable else "")

    def _on_footer_changed(self) -> None:
        if self.sender() is self._pages[self._step] or self.sender() is None:
            self._show_footer()

    # Making

    def _on_page_made(self, page: StepPage) -> None:
        self._footer.add_buttons(page.buttons)
        page.step_wanted.connect(self.lead_to)
        page.footer_changed.connect(self._on_footer_changed)
        pages = self._pages
        match page.step:
            case Step.DATA:
                self._opening = pages.data.opening
                self._opening.changed.connect(self._show_header)
                pages.data.opening.job_wanted.connect(self._errands.load)
                pages.data.opening.practice_wanted.connect(self._practice_window.open)
            case Step.PRICE:
                pages.price.submitted.connect(self._on_submitted)
                pages.price.cure_wanted.connect(self._on_cure_wanted)
                pages.price.rehearsal_wanted.connect(lambda: self._with_job(self._practice_window.rehearse))
            case Step.RUN:
                pages.run.cure_wanted.connect(self._on_cure_wanted)
                pages.run.rows_wanted.connect(self._on_rows_wanted)
        self._follow_job()

    def _follow_job(self) -> None:
        """Hear of the job after all pages did: one that is entered then shows it already."""
        current = self._current
        for signal, slot in (
            (current.selected, self._on_selected),
            (current.changed, self._on_changed),
            (current.sheet_changed, self._on_sheet_changed),
        ):
            signal.disconnect(slot)
            signal.connect(slot)

    def _arrange(self) -> None:
        self._side = JobSide(self._context.theme)
        self._banner = PracticeBanner(self._services.practise_failures, failing=self._services.faults)
        self._banner.setVisible(self._services.practice)
        self._header = JobHeader()
        self._header.renamed.connect(self._on_renamed)
        self._tabs = StepTabs(self._context.theme)
        self._bar = MessageBar()
        self._footer = Footer()
        main = column(
            self._header, self._tabs, self._bar, self._stack,
            spacing=12, margins=(24, 14, 24, 16),
        )  # fmt: skip
        main.setStretch(3, 1)
        right = QWidget()
        right.setLayout(column(self._banner, main, self._footer, spacing=0))
        right.layout().setStretch(1, 1)  # type: ignore[union-attr]
        whole = Drops(self._show_over, self.open_paths, self._take_cells)
        whole.setLayout(row(self._side, right, spacing=0))
        self.setCentralWidget(whole)

    def _make_actions(self) -> None:
        of_job = {
            "rename_job": self._on_rename_wanted,
            "duplicate_job": self._errands.duplicate,
            "save_job": self._errands.save,
            "delete_job": self._on_delete_wanted,
        }
        do: dict[str, Callable[[], object]] = {
            "new_job": self.new_job,
            "open_file": self._on_open_file,
            "open_folder": self._on_open_folder,
            "paste_job": self._on_paste_job,
            "paste": self._on_paste,
            "settings": self._dialogs.show_settings,
            "practise": self._practice_window.open,
            "history": self._dialogs.show_history,
            "spend": self._dialogs.show_spend,
            "find": lambda: self._pages[self._step].open_find(),
            "quit": self.close,
            "main_button": self._press_main,
            "guide": self._dialogs.show_guide,
            "about": self._dialogs.show_about,
        }
        do |= {name: partial(self._with_job, act) for name, act in of_job.items()}
        do |= {f"step_{step}": partial(self.lead_to, step) for step in Step}
        self._actions = Actions(self, do)

    def _on_open_file(self) -> None:
        self.show_step(Step.DATA)
        self._pages.data.opening.choose_files()

    def _on_open_folder(self) -> None:
        self.show_step(Step.DATA)
        self._pages.data.opening.choose_folder()

    def _on_paste(self) -> None:
        # Away from the page for data these keys are for text alone.
        if not self._actions.edit("paste") and self._step is Step.DATA:
            self._pages.data.opening.paste()

    def _on_paste_job(self) -> None:
        self.show_step(Step.DATA)
        self._pages.data.opening.paste()

    def _connect(self) -> None:
        bridge, current = self._context.bridge, self._current
        self._news.timeout.connect(self._on_news)
        bridge.jobs_changed.connect(self._news.start)
        bridge.job_changed.connect(self._on_job_changed)
        current.selected.connect(self._on_selected)
        current.changed.connect(self._on_changed)
        current.sheet_changed.connect(self._on_sheet_changed)
        current.rows_changed.connect(self._show_header)
        current.recipe_changed.connect(self._show_header)
        current.recipe_replaced.connect(self._show_header)
        self._context.theme.changed.connect(self._show_header)
        self._side.new_wanted.connect(self.new_job)
        self._side.settings_wanted.connect(self._dialogs.show_settings)
        self._side.guide_wanted.connect(self._dialogs.show_guide)
        self._side.history_wanted.connect(self._dialogs.show_history)
        self._dialogs.closed.connect(self._on_dialog_closed)
        self._dialogs.job_wanted.connect(self.show_job)
        self._dialogs.reopen_wanted.connect(self.reopen)
        self._side.job_chosen.connect(self.show_job)
        self._side.rename_wanted.connect(self._on_rename_wanted)
        self._side.duplicate_wanted.connect(self._errands.duplicate)
        self._side.save_wanted.connect(self._errands.save)
        self._errands.made.connect(self.show_job)
        self._side.delete_wanted.connect(self._on_delete_wanted)
        self._tabs.chosen.connect(self.show_step)
        enter_key = (self.tr("Enter key"), self._dialogs.show_settings)
        self._context.messages.attach(self._bar, {Code.NO_KEY: enter_key, Code.KEY_REFUSED: enter_key})

    def focusNextPrevChild(self, forward: bool) -> bool:
        put_in_order(self.centralWidget())
        return super().focusNextPrevChild(forward)

    def leave(self) -> None:
        """Close without a question: the user was asked, or the program is ending."""
        self._leaving = True
        self.close()

    def reopen(self) -> None:
        """Close for a window that takes this one's place: in another language."""
        if not asks_before_leaving(self._context, self, self._leave_for_another, writing=self._pages.writing):
            self._leave_for_another()

    def _leave_for_another(self) -> None:
        self.reopens = True
        self.leave()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._current.flush()
        if not self._leaving and asks_before_leaving(self._context, self, self.leave, writing=self._pages.writing):
            event.ignore()
            return
        window_place.keep(self, self._services, self._current.id, self._step)
        self._news.stop()
        self._pages.stop()
        event.accept()
