"""How rows come in: files, a folder of documents, cells from the clipboard, an example."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.core.errors import AppError, ColumnsDiffer, DocumentAlone, InputError
from app.services.examples import Example, shipped_examples
from app.services.job_file import ENDING
from app.services.tasks import Cancelled, TaskControl, TaskHandle
from app.ui import job_wording, wording
from app.ui.accessibility import announce
from app.ui.context import Context
from app.ui.empty_draft import empty_draft
from app.ui.flow import new_recipe
from app.ui.language import shown
from app.ui.widgets.message_bar import Action


class Opening(QObject):
    """Asks for what is to be opened and has it read into a draft. Lives in the GUI thread.

    Sends ``changed`` when reading begins or ends, ``progressed`` with how much is done, of how much
    (0: nobody knows), and the rows so far in between, ``job_wanted`` for a job from another computer,
    ``practice_wanted`` with what is to be opened in practice mode. What is opened goes into the current draft while that is
    empty, else into a new one: no data is ever replaced unasked. What is opened while something is read waits for it.
    """

    changed = Signal()
    progressed = Signal(int, int, int)
    job_wanted = Signal(Path)
    practice_wanted = Signal(Path)

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._services = context.services
        self._current = context.current
        self._page = page
        self._task: TaskHandle[object] | None = None
        self._turn: object = None
        self._job = ""
        self._undo: tuple[str, Callable[[], object]] | None = None
        self._left: tuple[str, str] | None = None
        self._next: list[Callable[[], object]] = []
        self.subject = self._stopped_file = self._stopped_note = ""
        self._had_rows = False

    @property
    def under_way(self) -> bool:
        """Whether something is being read into the job that is shown."""
        return self._task is not None and self._job == self._current.id

    @property
    def shown(self) -> str:
        """What is being read into the job that is shown, or ""."""
        return self.subject if self.under_way else ""

    # Asking

    def choose_files(self) -> None:
        """Ask for one or more files and open them."""
        from app.ui.steps.open_dialogs import ask_for_files

        ask_for_files(self._page, self._context.folder(), self._services.importing.endings(), self.open_paths)

    def choose_folder(self) -> None:
        """Ask for a folder and open its documents."""
        from app.ui.steps.open_dialogs import ask_for_folder

        ask_for_folder(self._page, self._context.folder(), self.open_paths)

    # Opening

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Open a file, a folder, or several files as one table.

        A shipped example comes with its recipe, however it was opened.
        """
        example = next((each for each in shipped_examples() if [each.workbook] == list(paths)), None)
        folders = [path for path in paths if path.is_dir()]
        if len(paths) == 1 and paths[0].suffix.lower() == ENDING and not folders:
            self._remember(paths[0])
            self.job_wanted.emit(paths[0])
        elif example is not None:
            self._in_turn(shown(example.title), lambda: self.open_example(example))
        elif folders and len(paths) > 1:
            what = self.tr("A folder can't be opened together with something else.")
            error = InputError(what, self.tr("Nothing was read."), self.tr("Open it by itself."))
            self._context.messages.error(error, self._open_folder_again())
        elif paths:
            open_it = self._open_folder if folders else self._open_file
            one = len(paths) == 1
            self._in_turn(paths[0].name, lambda: open_it(paths[0]) if one else self._open_several(sorted(paths)))

    def try_example(self, example: Example) -> None:
        """Open an example where it costs nothing and needs no key: in practice mode."""
        if self._services.practice:
            self.open_paths([example.workbook])
        else:
            self.practice_wanted.emit(example.workbook)

    def open_example(self, example: Example) -> None:
        """Open one of the shipped examples with its recipe."""
        self._take_empty_draft(shown(example.title))
        self._current.replace_recipe(self._services.recipes.load(example.recipe))
        self.read_file(example.workbook)

    def paste(self) -> None:
        """Open what is on the clipboard."""
        # An empty clipboard has no data at all, whatever the types say.
        found: QMimeData | None = QGuiApplication.clipboard().mimeData()
        self.open_copied(found if found is not None else QMimeData())

    def open_copied(self, copied: QMimeData) -> None:
        """Open cells that were copied, by their plain text, or files."""
        paths = [Path(url.toLocalFile()) for url in copied.urls() if url.isLocalFile()] if copied.hasUrls() else []
        if paths:
            self.open_paths(paths)
            return
        text = copied.text() if copied.hasText() else ""
        try:
            self._services.importing.check_pasted(text)
        except AppError as error:
            self._context.messages.error(error, (self.tr("Paste"), self.paste))
            return
        now = time.time()
        name = self.tr("Pasted {day}, {time}").format(day=wording.day(now), time=wording.clock(now))

        def read() -> None:
            self._take_empty_draft(name)
            self._run(name, self._services.importing.load_pasted(self._current.id, text))

        self._in_turn(name, read)

    def read_file(self, path: Path, **how: Any) -> None:
        """Read a file into the current draft, in place of what it has; ``how`` as `Importing.load` has it."""
        self._read(path.name, lambda job: self._services.importing.load(job, path, **how))

    def read_folder(self, folder: Path, *, subfolders: bool) -> None:
        """Read a folder into the current draft, in place of what it has."""
        load, again = self._services.importing.load_folder, self._open_folder_again()
        self._read(
            folder.name or str(folder),
            lambda job: load(job, folder, subfolders=subfolders),
            lambda error: self._context.messages.error(error, again),
        )

    def _read(
        self,
        name: str,
        load: Callable[[str], Callable[[TaskControl], object]],
        on_failed: Callable[[BaseException], object] | None = None,
    ) -> None:
        """Read into the current draft, even if another is shown by the time that what is read into that one has ended."""
        job = self._current.id
        if self._task is None or self._job == job:
            self._run(name, load(job), on_failed, job=job)
        else:
            self._in_turn(name, lambda: self._run(name, load(job), on_failed, job=job))

    def stop(self) -> None:
        """Stop what is being read, if anything."""
        if self._task is not None:
            self._task.cancel()

    def stop_all(self) -> None:
        """Stop what is being read, and open nothing that waits for it."""
        self._next.clear()
        self.stop()

    def _in_turn(self, name: str, begin: Callable[[], object]) -> None:
        """Open something at once, or after what is being read, which would be lost."""
        if self._task is None:
            begin()
            return
        self._next.append(begin)
        text = self.tr("“{name}” is opened as soon as “{file}” is read.")
        self._context.messages.note(text.format(name=name, file=self.subject))

    def _open_file(self, path: Path) -> None:
        self._take_empty_draft(path.stem)
        self._remember(path)
        self.read_file(path)

    def _open_folder(self, folder: Path) -> None:
        self._take_empty_draft(folder.name or str(folder))
        self._remember(folder)
        self.read_folder(folder, subfolders=False)

    def _open_several(self, paths: Sequence[Path], *, union: bool = False) -> None:
        name = self.tr("{file} and {n} more").format(file=paths[0].stem, n=wording.number(len(paths) - 1))
        self._take_empty_draft(name)
        self._remember(paths[0])

        def put_together() -> None:
            self._in_turn(name, lambda: self._open_several(paths, union=True))

        def ask(error: BaseException) -> None:
            if not isinstance(error, ColumnsDiffer):
                self._say_failed(error)
                return
            means = self.tr("Put together, every column is kept, and the cells that a file lacks stay empty.")
            yes = self.tr("Put them together")
            self._context.messages.ask(self._page, shown(error.what), means, yes, put_together)

        self._run(name, self._services.importing.load_several(self._current.id, paths, union=union), ask)

    def _take_empty_draft(self, name: str) -> None:
        """Give the current draft this name if it has no file yet, else one that is empty, else a new one; all is as it
        was where nothing comes in.
        """
        jobs, current = self._services.jobs, self._current
        if current.job is None or not current.editable or current.info is not None:
            left = current.id if current.editable and current.draft.recipe.prompt else ""
            job = empty_draft(jobs)
            if not job:
                job = jobs.new_draft(name, new_recipe()).id
                self._undo = job, lambda: self._drop(job)
                self._left = job, left
                current.select(job)
                return
            self._left = job, left
            current.select(job)
        job, before = current.id, current.job.name
        if self._undo is None or self._undo[0] != job:  # else it goes by the name of what was never read
            self._undo = job, lambda: jobs.rename(job, before)
        jobs.rename(job, name)

    def _drop(self, job: str) -> None:
        if self._current.id == job:
            self._current.select("")
        self._services.deleting.delete(job)

    def _remember(self, path: Path) -> None:
        self._context.remember(last_folder=str(path.parent))

    # Reading

    def _run(
        self,
        subject: str,
        work: Callable[[TaskControl], object],
        on_failed: Callable[[BaseException], object] | None = None,
        *,
        job: str = "",
    ) -> None:
        self.stop()
        self._context.messages.clear()
        self._job = job or self._current.id
        self.subject = subject
        self._had_rows = self._current.info is not None
        self._turn = turn = object()  # what was stopped ends later, and must not end what was begun after it
        told = on_failed or self._say_failed
        self._task = self._context.background.run_task(
            self,
            "Opening",
            work,
            lambda info: self._on_loaded(info) if turn is self._turn else None,
            on_failed=lambda error: self._on_failed(error, told) if turn is self._turn else None,
            on_progress=lambda done, total, rows: (
                self.progressed.emit(done, total or 0, int(rows or 0)) if turn is self._turn else None
            ),
        )
        self.changed.emit()

    def _on_loaded(self, _info: object) -> None:
        self._task = self._undo = None
        if self._job == self._current.id:
            self._current.reload_sheet()
            self._offer_prompt()
            announce(self._page, job_wording.file_line(self._current.job, self._current.info, ""))
        self._context.messages.withdraw(self._stopped_note)  # of a file for which this one had waited
        self._open_next()

    def _offer_prompt(self) -> None:
        """What was opened beside a draft is a new job: its prompt stays there, and whoever wants it here, too, takes it."""
        (job, left), self._left = self._left or ("", ""), None
        if not left or job != self._current.id or self._current.draft.recipe.prompt:
            return
        try:
            name, recipe = self._services.jobs.get(left).name, self._services.jobs.draft(left).recipe
        except InputError:
            return  # deleted meanwhile
        text = self.tr("This is a new job. The prompt that you wrote stays with “{job}”.")

        def take() -> None:
            self._context.messages.clear()
            if job == self._current.id:
                self._current.replace_recipe(recipe)

        self._context.messages.note(text.format(job=name), (self.tr("Use it here, too"), take))

    def _on_failed(self, error: BaseException, told: Callable[[BaseException], object]) -> None:
        self._task, self._stopped_file = None, self.subject
        if self._undo is not None and self._undo[0] == self._job and not isinstance(error, ColumnsDiffer):
            undo, self._undo = self._undo[1], None
            undo()
            self._current.refresh()
        self.changed.emit()
        if self._job == self._current.id:
            self._current.reload_sheet()
        self._open_next()
        if isinstance(error, Cancelled):
            self._say_stopped()
        else:
            told(error)  # opening takes messages away

    def _say_stopped(self) -> None:
        """What is left: of another sheet or header row of a file the rows before it, where it had not begun to be read."""
        text = self.tr("Stopped: “{file}” was not opened, and your file is as it was.")
        if self._had_rows and self._job == self._current.id and self._current.info is None:
            text = self.tr(
                "Stopped: the rows of “{file}” are not here any more. Open it again to go on; it is as it was."
            )
        self._stopped_note = text.format(file=self._stopped_file)
        self._context.messages.note(self._stopped_note)

    def _say_failed(self, error: BaseException) -> None:
        ways_on: list[Action] = [(self.tr("Open another file"), self.choose_files)]
        if isinstance(error, DocumentAlone):
            ways_on.insert(0, self._open_folder_again())
        self._context.messages.error(error, *ways_on)

    def _open_folder_again(self) -> Action:
        return self.tr("Open a folder"), self.choose_folder

    def _open_next(self) -> None:
        if self._next:
            self._next.pop(0)()
