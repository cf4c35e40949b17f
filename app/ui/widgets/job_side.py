"""The left side: New job, the user's jobs, Settings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QMenu, QPushButton, QWidget

from app.core.job import Job, JobState
from app.ui.icons import keep_tinted
from app.ui.language import tr
from app.ui.models.job_list import JobListModel
from app.ui.models.roles import JOB, JOB_ID
from app.ui.naming import named, set_by_name
from app.ui.plain_text import shown_as_is
from app.ui.theme import Theme
from app.ui.widgets.basics import button, column, row, seek_edit
from app.ui.widgets.job_lines import JobLines

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent

WIDTH = 232

MANY = 6
"""Jobs from which on one seeks rather than looks."""


class JobList(QListView):
    """Sends ``chosen`` with an index, and only for the user's own clicks and keys.

    A list that gets the focus makes its first line the current one by itself; nobody has chosen that job.
    """

    chosen = Signal(QModelIndex)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pressed.connect(self.chosen)
        self.activated.connect(self.chosen)

    def draw_anew(self) -> None:
        """Have all lines painted again. Before the list is on the screen there is nothing to paint."""
        if self.isVisible():
            self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        before = self.currentIndex()
        super().keyPressEvent(event)
        self._tell_if_moved(before)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        before = self.currentIndex()
        super().mouseMoveEvent(event)
        self._tell_if_moved(before)

    def _tell_if_moved(self, before: QModelIndex) -> None:
        if self.currentIndex() != before:
            self.chosen.emit(self.currentIndex())


class JobSide(QFrame):
    """Sends ``new_wanted``, ``settings_wanted``, ``guide_wanted`` and ``history_wanted``, and of a job, with its id, ``job_chosen``,
    ``rename_wanted``, ``duplicate_wanted``, ``save_wanted`` and ``delete_wanted``.
    """

    new_wanted = Signal()
    settings_wanted = Signal()
    guide_wanted = Signal()
    history_wanted = Signal()
    job_chosen = Signal(str)
    rename_wanted = Signal(str)
    duplicate_wanted = Signal(str)
    save_wanted = Signal(str)
    delete_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "side")
        self.setFixedWidth(WIDTH)
        self.model = JobListModel(self)
        self.new_button = self._make_new_button()
        self.list = self._make_list(theme)
        self.settings_button = named(
            button(self.tr("Se&ttings"), "quiet", self.settings_wanted.emit),
            "settingsButton",
            self.tr("Settings"),
            self.tr("The key, the service, the look"),
        )
        keep_tinted(self.settings_button, "settings", theme)
        self.settings_button.setToolTip(self.tr("Settings (Ctrl+,)"))
        top = row(self.new_button, margins=(12, 0, 12, 0))
        self.guide_button = named(
            button(self.tr("&Guide"), "quiet", self.guide_wanted.emit),
            "guideButton",
            self.tr("Guide"),
            self.tr("How everything works, and what happens to your data"),
        )
        keep_tinted(self.guide_button, "help", theme)
        self.guide_button.setToolTip(self.tr("Guide (F1)"))
        self.history_button = named(
            button(self.tr("History and spend"), "quiet", self.history_wanted.emit),
            "historyButton",
            self.tr("History and spend"),
            self.tr("All jobs with what they take on the disk, and what was spent"),
        )
        keep_tinted(self.history_button, "history", theme)
        self.history_button.setToolTip(self.tr("History and spend (Ctrl+H)"))
        bottom = column(self.history_button, self.settings_button, self.guide_button, spacing=2, margins=(8, 0, 8, 0))
        self.filter = seek_edit(
            "jobFilter", self.tr("Find a job"), self.tr("Shows jobs in whose name or file these words stand")
        )
        self.filter.textChanged.connect(self._on_filter)
        self._selected = ""
        self._filter_row = QWidget()
        self._filter_row.setLayout(row(self.filter, margins=(12, 0, 12, 0)))
        self._filter_row.hide()
        self._release = ""
        self._news = button("", "quiet", self._open_release)
        self._news.hide()
        news = row(self._news, 1, margins=(16, 0, 12, 0))
        lines = column(top, self._filter_row, self.list, news, bottom, spacing=8, margins=(0, 12, 1, 12))
        lines.setStretch(2, 1)
        self.setLayout(lines)

    def _open_release(self) -> None:
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        QDesktopServices.openUrl(QUrl(self._release))

    def show_jobs(self, jobs: Sequence[Job], selected: str) -> None:
        """Show the jobs; the selected one stays selected wherever it moves."""
        self._selected = selected
        self._filter_row.setVisible(len(jobs) >= MANY or bool(self.filter.text()))
        self.model.show_jobs(jobs)
        # An empty list has nothing to show the focus on.
        set_by_name(self.list, focusPolicy="StrongFocus" if jobs else "NoFocus")
        if not jobs and self.list.hasFocus():
            self.new_button.setFocus()
        self.select(selected)

    def show_release(self, version: str, page: str) -> None:
        """Say that there is a newer version, without getting in anybody's way; a click opens its page."""
        self._release = page
        text = tr("Version {version} is there", version=version)
        self._news.setText(text)
        named(self._news, "newVersion", text, self.tr("Opens its page in your browser"))
        self._news.setToolTip(shown_as_is(page))
        self._news.show()

    def _on_filter(self, text: str) -> None:
        self.model.seek(text)
        self.select(self._selected)

    def select(self, job_id: str) -> None:
        """Mark a job as the one that is shown, without telling anybody."""
        index = self.model.index_of(job_id) if job_id else QModelIndex()
        selection = self.list.selectionModel()
        selection.blockSignals(True)
        if index.isValid():
            selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.list.scrollTo(index)
        else:
            selection.clear()
        selection.blockSignals(False)
        self.list.draw_anew()

    def _make_new_button(self) -> QPushButton:
        made = button(self.tr("&New job"), "main", self.new_wanted.emit)
        made.setToolTip(self.tr("New job (Ctrl+N)"))
        made.setProperty("place", "side")
        return named(made, "newJobButton", self.tr("New job"), self.tr("Start with another spreadsheet"))

    def _make_list(self, theme: Theme) -> JobList:
        made = named(JobList(), "jobList", self.tr("Jobs"), self.tr("Your jobs: those that need you come first"))
        made.setModel(self.model)
        made.setItemDelegate(JobLines(theme, made))
        made.setMouseTracking(False)
        made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        made.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        set_by_name(made, horizontalScrollBarPolicy="ScrollBarAlwaysOff", contextMenuPolicy="CustomContextMenu")
        made.customContextMenuRequested.connect(self._on_menu)
        made.chosen.connect(self._on_chosen)
        remove = QAction(self.tr("Delete"), made)
        remove.setShortcuts([QKeySequence.fromString("Del")])
        set_by_name(remove, shortcutContext="WidgetShortcut")
        remove.triggered.connect(lambda: self._want_delete(made.currentIndex()))
        made.addAction(remove)
        theme.changed.connect(made.draw_anew)
        return made

    def _on_chosen(self, index: QModelIndex) -> None:
        if job_id := index.data(JOB_ID):
            self.job_chosen.emit(job_id)

    def _on_menu(self, place: QPoint) -> None:
        index = self.list.indexAt(place)
        job: Job | None = index.data(JOB)
        if job is None:
            return
        from PySide6.QtCore import Qt

        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setObjectName("jobMenu")
        movable = job.state in (JobState.DRAFT, JobState.FINISHED)
        menu.addAction(self.tr("&Rename"), lambda: self.rename_wanted.emit(job.id))
        menu.addAction(self.tr("Dup&licate as a draft"), lambda: self.duplicate_wanted.emit(job.id))
        save = menu.addAction(self.tr("&Save for another computer"), lambda: self.save_wanted.emit(job.id))
        save.setEnabled(movable)
        if not movable:
            save.setText(self.tr("Save for another computer (once the job has ended)"))
        menu.addSeparator()
        remove = menu.addAction(self.tr("&Delete"), lambda: self._want_delete(index))
        remove.setEnabled(movable)
        menu.popup(self.list.viewport().mapToGlobal(place))

    def _want_delete(self, index: QModelIndex) -> None:
        job: Job | None = index.data(JOB)
        if job is not None and job.state in (JobState.DRAFT, JobState.FINISHED):
            self.delete_wanted.emit(job.id)
