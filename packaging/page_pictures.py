"""Pictures of every page in every state, to be looked at before a release: `make pages`.

Each state is taken light and dark, in the smallest window that is supported and in a large one,
at 100 and 200 percent, in every language. They land under build/pages/, a folder for each language and scale.
"""

from __future__ import annotations

import itertools
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from practice_walk import Walk, live  # type: ignore[import-not-found] # beside this script
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QDialog, QTableView, QTextEdit, QWidget

from app.bootstrap import build
from app.core.job import JobState
from app.services.services import Services
from app.services.tasks import TaskControl
from app.ui.application import Program, make_application

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "build" / "pages"
SIZES = (QSize(1024, 700), QSize(1440, 900))
SCALES = ("1", "2")
LANGUAGES = ("en", "de")
MANY_ROWS = 1_000_000
READ_SO_FAR, SOME = 200_000, 0.2
"""Rows that are read, and the share of rows that is answered, when what goes on is held up for its pictures."""


@contextmanager
def reading_held_up() -> Iterator[threading.Event]:
    """Whoever reads a long file stands still after so many rows, and the event is set, until this is left."""
    reached, go_on, tell = threading.Event(), threading.Event(), TaskControl.progress

    def progress(control: TaskControl, done: int, total: int | None, text: str = "") -> None:
        tell(control, done, total, text)
        if done >= READ_SO_FAR:
            reached.set()
            while not go_on.wait(0.05):
                control.check()

    with patch.object(TaskControl, "progress", progress):
        try:
            yield reached
        finally:
            go_on.set()


class Pages:
    """Takes the window through its states, with a picture of each look and size."""

    def __init__(self, folder: Path, language: str, *, faults: bool = False) -> None:
        self._folder = folder
        self._suffix = "-faults" if faults else ""
        profile = folder / f"profile{self._suffix}"
        self.services: Services = build(profile, practice=True, faults=faults)
        self.services.preferences.save(language=language)
        self.program = Program(make_application(), self.services)
        self.window = self.program.window
        self.window.resize(SIZES[-1])
        self.program.show()
        self.walk = Walk(self.program)

    def shoot(self, name: str, widget: QWidget | None = None) -> None:
        """The window at each size, or a dialog at its own, light and dark."""
        for size in SIZES if widget is None else (None,):
            if size is not None:
                self.window.resize(size)
                live(0.5)  # a window that grew lays itself out in several turns
            width = f"-{size.width()}" if size is not None else ""
            for look in ("light", "dark"):
                self.program.theme.choose(look)
                live(0.2)
                path = self._folder / f"{name}{self._suffix}{width}-{look}.png"
                if not (widget or self.window).grab().save(str(path)):
                    raise OSError(f"{path} could not be written")

    def shoot_dialog(self, name: str) -> None:
        """The dialog that is open, which is then closed."""
        self.walk.wait(f"the dialog for {name}", lambda: bool(self._dialogs()))
        dialog = self._dialogs()[-1]
        self.shoot(name, dialog)
        dialog.close()
        self.walk.wait(f"the dialog of {name} to close", lambda: not dialog.isVisible())

    def _dialogs(self) -> list[QDialog]:
        return [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()]

    def open_file(self, path: Path) -> None:
        """A file as a new job."""
        self.window.new_job()
        self.window.open_path(path)

    def press(self, *actions: str) -> None:
        """Choose from the menu what has no button on the page."""
        for action in actions:
            next(each for each in self.window.actions() if each.objectName() == f"action_{action}").trigger()

    def close(self) -> None:
        """End this window."""
        self.program.close()
        self.services.close()


def walk_data(pages: Pages, folder: Path) -> None:
    """Nothing yet, a file that can't be read, one that is being read, and one that was."""
    walk = pages.walk
    walk.wait("the start page", lambda: walk.shows("openFileButton"))
    pages.shoot("data-empty")
    for step in ("Prompt", "Price", "Run", "Results"):
        walk.click(f"step{step}")
        pages.shoot(f"{step.lower()}-empty")
    broken = folder / "broken.xlsx"
    broken.write_bytes(b"PK\x03\x04 this was never a workbook")
    pages.open_file(broken)
    walk.wait("the error", lambda: walk.shows("messageBar"))
    pages.shoot("data-error")
    long = folder / "many rows.csv"
    with long.open("w", encoding="utf-8") as file:
        file.write("Name,City,Note\n")
        file.writelines(f"Company {number},Łódź,Founded by two people in {number}\n" for number in range(MANY_ROWS))
    with reading_held_up() as reached:
        pages.open_file(long)
        walk.wait("rows to be read", reached.is_set)
        live(0.5)
        pages.shoot("data-loading")
        walk.click("loadingStop")
    text = folder / "languages.csv"
    text.write_text(
        "Nummer;Bezeichnung des Artikels in der Landessprache;Ort;説明;الوصف\n"
        "007;Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz;Köln;日本語の説明文です;هذا وصف المنتج\n"
        "008;;Straßburg;;منتج\n" * 20,
        encoding="utf-8",
    )
    pages.open_file(text)
    walk.wait("the file", lambda: walk.shows("sheetGrid") and walk.shows("textFormatButton"))
    pages.shoot("data-text")


def walk_job(pages: Pages) -> None:
    """An example from its rows to its answers."""
    walk, window = pages.walk, pages.window
    window.new_job()
    walk.click("exampleButton")
    walk.wait("the example's rows", lambda: walk.shows("sheetGrid"))
    pages.shoot("data-full")
    walk.click("stepPrompt")
    walk.wait("a row's prompt", lambda: walk.shows("rowPreview"))
    live(1.0)
    pages.shoot("prompt-full")
    walk.click("tryButton")
    walk.wait("tried rows", lambda: walk.shows("tryAnswers"))
    live(1.0)
    pages.shoot("prompt-tried")
    spoil_prompt(pages)
    walk.click("stepPrice")
    walk.wait("the price", lambda: walk.shows("submitButton"))
    live(1.0)
    pages.shoot("price-full")
    walk.click("submitButton")
    walk.wait("the Run page", lambda: walk.shows("timeGone"))
    job_id = pages.services.jobs.list()[0].id

    def some() -> bool:
        rows = pages.services.jobs.get(job_id).breakdown
        return rows.settled > SOME * rows.asked

    walk.wait("some answers", some)
    pages.services.poller.stop()  # nothing moves while the pictures are taken
    live(0.5)
    if pages.services.jobs.get(job_id).state is JobState.FINISHED:
        raise RuntimeError("the job ended before its picture was taken")
    pages.shoot("run-running")
    pages.services.poller.start()
    ended = (JobState.FINISHED, JobState.NEEDS_YOU)
    walk.wait("the end", lambda: pages.services.jobs.get(job_id).state in ended)
    walk.click("stepRun")
    pages.shoot("run-ended")
    walk.click("stepResults")
    walk.wait("results", lambda: walk.shows("resultsGrid"))
    live(1.0)
    grid = walk.find("resultsGrid")
    assert isinstance(grid, QTableView)
    grid.selectRow(2)
    live(0.5)
    pages.shoot("results-full")


def spoil_prompt(pages: Pages) -> None:
    """A column that is not there, and what the pages say of it; then as it was."""
    walk = pages.walk
    if walk.shows("tryBack"):
        walk.click("tryBack")
    edit = walk.find("promptEdit")
    assert isinstance(edit, QTextEdit)
    whole = edit.toPlainText()
    edit.setPlainText(whole + "\nThey are in {{Contry}}.")
    live(1.0)
    pages.shoot("prompt-error")
    walk.click("stepPrice")
    pages.shoot("price-error")
    walk.click("stepPrompt")
    edit.setPlainText(whole)
    live(1.0)


def walk_dialogs(pages: Pages) -> None:
    """What opens over the window, where a job has ended."""
    for action in ("settings", "guide", "about", "history", "spend", "delete_job"):
        pages.press(action)
        pages.shoot_dialog(f"dialog-{action}")
    pages.walk.click("rowDetailClose")  # what the service keeps stands below it where there is room
    for button in ("exportOptionsButton", "checkAnswersButton", "deleteAtService"):
        pages.walk.click(button)
        pages.shoot_dialog(f"dialog-{button}")
    pages.walk.trigger("compare")
    pages.shoot_dialog("dialog-compare")


def take(folder: Path, language: str) -> None:
    """All pictures at this process's scale: all that goes well, then a job in which rows fail."""
    whole = Pages(folder, language)
    try:
        walk_data(whole, folder)
        walk_job(whole)
        walk_dialogs(whole)
    finally:
        whole.close()
    failing = Pages(folder, language, faults=True)
    try:
        walk_job(failing)
    finally:
        failing.close()


def main() -> int:
    """Take them at each scale in a process of its own, since Qt scales a whole process; the exit status."""
    shutil.rmtree(OUT, ignore_errors=True)
    for language, scale in itertools.product(LANGUAGES, SCALES):
        folder = OUT / f"{language}-{scale}00"
        folder.mkdir(parents=True)
        environment = dict(os.environ) | {
            "QT_QPA_PLATFORM": "offscreen",
            "QT_SCALE_FACTOR": scale,
            "PYTHONPATH": str(ROOT),
        }
        done = subprocess.run([sys.executable, __file__, str(folder), language], env=environment, check=False)
        if done.returncode:
            return done.returncode
    print(f"Pictures: {OUT}")
    return 0


if __name__ == "__main__":
    if len(sys.argv) > 1:
        take(Path(sys.argv[1]), sys.argv[2])
    else:
        sys.exit(main())
