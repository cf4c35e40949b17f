"""The job that is shown: its name, its five pages, and how one leads to the other."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.core.errors import NeedsUser
from app.ui import job_wording
from app.ui.context import Context
from app.ui.flow import Step, first_step, missing
from app.ui.interpreter import show_at_once
from app.ui.pages import Pages
from app.ui.widgets.basics import column
from app.ui.widgets.footer import Footer
from app.ui.widgets.job_header import JobHeader
from app.ui.widgets.message_bar import MessageBar
from app.ui.widgets.step_tabs import StepTabs

if TYPE_CHECKING:
    from app.ui.steps.opening import Opening
    from app.ui.steps.step_page import StepPage


class JobView(QWidget):
    """Tabs at the top, the page that is shown, and at the bottom what comes next.

    Sends what only the window can do: ``settings_wanted``, ``spend_wanted``, ``job_file_chosen`` and ``practice_wanted``
    with a file, ``rehearsal_wanted`` and ``copy_wanted`` with the job's id, and ``draft_wanted`` with that and the numbers
    of rows.
    """

    settings_wanted = Signal()
    spend_wanted = Signal()
    job_file_chosen = Signal(Path)
    practice_wanted = Signal(Path)
    rehearsal_wanted = Signal(str)
    copy_wanted = Signal(str)
    draft_wanted = Signal(str, object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._current = context.current
        self._opening: Opening | None = None
        self.step = Step.DATA
        self._header = JobHeader()
        self._tabs = StepTabs(context.theme)
        self.message_bar = MessageBar()
        self._stack = QStackedWidget()
        self._footer = Footer()
        self.pages = Pages(context, self._on_page_made, self._stack)
        main = column(
            self._header, self._tabs, self.message_bar, self._stack,
            spacing=12, margins=(24, 14, 24, 16),
        )  # fmt: skip
        main.setStretch(3, 1)
        whole = column(main, self._footer, spacing=0)
        whole.setStretch(0, 1)
        self.setLayout(whole)
        self._connect()

    def _connect(self) -> None:
        current = self._current
        self._header.renamed.connect(self._on_renamed)
        self._tabs.chosen.connect(self.show_step)
        current.selected.connect(self._on_selected)
        current.changed.connect(self._on_changed)
        current.sheet_changed.connect(self._on_sheet_changed)
        current.rows_changed.connect(self._show_header)
        current.recipe_changed.connect(self._show_header)
        current.recipe_replaced.connect(self._show_header)
        self._context.theme.changed.connect(self._show_header)

    # Leading from page to page

    def show_step(self, step: Step) -> None:
        """Show a page, or what is missing for it."""
        show_at_once()
        try:
            self._current.flush()
        except NeedsUser as error:  # what was typed is kept, and pages can be looked at all the same
            self._context.messages.error(error)
        self.step = step
        page, moves = self.page, False
        if self._stack.currentWidget() is not page and self._has_cursor():
            # Out of sight, Qt would hand it on from field to field, and mark what stands in the last.
            moves = True
            self._tabs.button(step).setFocus()
        self._tabs.show_step(step)
        usable = page.check_missing()
        self._stack.setCurrentWidget(page)
        self._footer.show_buttons(page.buttons, usable=usable)
        if usable:
            page.entered()
        self._show_footer()
        if moves:
            self._put_cursor()

    def lead_to(self, step: Step) -> None:
        """Show a page and put the cursor there, as after a button that leads on."""
        self.show_step(step)
        self._put_cursor()

    def _has_cursor(self) -> bool:
        """Whether the cursor is in the page that is left: on it, on one of its buttons, or on its tab."""
        focus = self.window().focusWidget()
        other_tab = self._tabs.isAncestorOf(focus) and focus is not self._tabs.button(self.step)
        return other_tab or self._stack.isAncestorOf(focus) or self._footer.isAncestorOf(focus)

    def _put_cursor(self) -> None:
        """Put the cursor where a page is begun with; on its tab where that is out of sight, or can't take it."""
        field = self.page.first_field() if self.page.usable else None
        if field is None or not field.isVisibleTo(self.window()) or not field.isEnabled():
            field = self._tabs.button(self.step)  # what the cursor is in must be in sight, and take it
        field.setFocus()

    def begin_at(self, step: Step | None) -> None:
        """Show the page on which the window was left, if it can still be entered, else the one that the job opens on."""
        current = self._current
        if step is None or missing(step, current.job, current.own_draft, current.rows_problem):
            step = self.step
        self.lead_to(step)

    @property
    def page(self) -> StepPage:
        """The page that is shown."""
        return self.pages[self.step]

    @property
    def reading(self) -> bool:
        """Whether a file is being read into the job."""
        return self._opening is not None and self._opening.under_way

    def show_opening(self) -> Opening:
        """Show the page for data, with what opens files there."""
        self.show_step(Step.DATA)
        return self.pages.data.opening

    def take_recipe(self, path: Path) -> None:
        """Take a recipe from a file into the draft."""
        self.lead_to(Step.PROMPT)
        self.pages.prompt.take_recipe(path)

    def choose_model(self) -> None:
        """Put the cursor where the draft's model is chosen."""
        self.lead_to(Step.PROMPT)
        self.pages.prompt.choose_model()

    def edit_name(self) -> None:
        """Put the cursor into the job's name."""
        self._header.edit()

    def press_main(self) -> None:
        """Do what comes next."""
        button = self.page.main_button
        if button is not None and button.isVisible() and button.isEnabled():
            button.click()

    def enter_again(self) -> None:
        """Have the page show what may have changed meanwhile."""
        if self.page.usable:
            self.page.entered()

    # What moved

    def _on_selected(self) -> None:
        self._context.messages.clear()
        self._header.show_other(self._current.job)
        self._show_header()
        self.show_step(first_step(self._current.job, self._current.own_draft))

    def _on_changed(self) -> None:
        self._show_header()
        if self.page.usable != self._footer.shows_buttons:
            self.show_step(self.step)
        self._show_footer()

    def _on_sheet_changed(self) -> None:
        self.lead_to(self.step)

    def _on_renamed(self, name: str) -> None:
        job = self._current.job
        if job is None:
            return
        if name and name != job.name:
            self._context.services.jobs.rename(job.id, name)
            self._current.refresh()
        elif not name:
            self._header.show_name(job.name)

    def _on_submitted(self) -> None:
        self._current.refresh()
        self.lead_to(Step.RUN)

    def _on_rows_wanted(self, numbers: tuple[int, ...]) -> None:
        self.lead_to(Step.RESULTS)
        self.pages.results.show_picked(numbers)

    def _on_cure_wanted(self, cure: str) -> None:
        """Do what cures a check or a job that stands still."""
        match cure:
            case "key":
                self.settings_wanted.emit()
            case "month":
                self.spend_wanted.emit()
            case "documents":
                self.pages.price.ask_for_folders()
            case "ceiling":
                self.pages.price.focus_ceiling()
            case step if step in set(Step):
                self.show_step(Step(step))

    def _on_footer_changed(self) -> None:
        if self.sender() is self.page or self.sender() is None:
            self._show_footer()

    def _show_header(self) -> None:
        job = self._current.job
        file = job_wording.file_line(job, self._current.info, self._opening.shown if self._opening else "")
        self._header.show_job(job, file)
        self._tabs.show_job(job, self._current.own_draft, self._current.rows_problem)

    def _show_footer(self) -> None:
        self._footer.show_text(self.page.footer_text() if self.page.usable else "")

    # A page that is made

    def _on_page_made(self, page: StepPage) -> None:
        self._footer.add_buttons(page.buttons)
        page.step_wanted.connect(self.lead_to)
        page.footer_changed.connect(self._on_footer_changed)
        pages = self.pages
        match page.step:
            case Step.DATA:
                self._opening = pages.data.opening
                self._opening.changed.connect(self._show_header)
                self._opening.job_wanted.connect(self.job_file_chosen)
                self._opening.practice_wanted.connect(self.practice_wanted)
            case Step.PROMPT:
                pages.prompt.recipes.copy_wanted.connect(lambda: self.copy_wanted.emit(self._current.id))
            case Step.PRICE:
                pages.price.submitted.connect(self._on_submitted)
                pages.price.cure_wanted.connect(self._on_cure_wanted)
                pages.price.rehearsal_wanted.connect(lambda: self.rehearsal_wanted.emit(self._current.id))
            case Step.RUN:
                pages.run.cure_wanted.connect(self._on_cure_wanted)
                pages.run.rows_wanted.connect(self._on_rows_wanted)
                pages.run.draft_wanted.connect(lambda numbers: self.draft_wanted.emit(self._current.id, numbers))
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
