"""The walks of `page_pictures.py`: each brings a window into some states, and has a picture taken of each."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from more_pictures import STEP, compared  # type: ignore[import-not-found] # beside this script
from practice_walk import choose_target, live  # type: ignore[import-not-found]
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLineEdit, QPushButton, QTableView, QTabWidget, QTextEdit

from app.core.errors import Code
from app.core.job import JobState
from app.core.results import RowState
from tests.ui.held_up import (
    READ_SO_FAR,
    is_away,
    progress_beyond,
    refuses_the_key,
    service_that,
    slow_service,
)

if TYPE_CHECKING:
    from page_pictures import Pages  # type: ignore[import-not-found]

HUGE = QSize(3840, 2160)
MANY_ROWS = 1_000_000
SOME = 0.2
"""The share of rows that is answered when a run is held up."""


def walk_data(pages: Pages, folder: Path) -> None:
    """Nothing yet, a file that can't be read, one that is being read, those that were, and a folder."""
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
    with progress_beyond(READ_SO_FAR) as reached:
        pages.open_file(long)
        walk.wait("rows to be read", reached.is_set)
        live(0.5)
        pages.shoot("data-loading")
        walk.click("loadingStop")
    pages.open_file(_languages(folder))
    walk.wait("the file", lambda: walk.shows("sheetGrid") and walk.shows("textFormatButton"))
    pages.shoot("data-text")
    walk.click("textFormatButton")
    pages.shoot_dialog("dialog-textFormat")
    walk.click("stepPrompt")
    pages.shoot("prompt-blank")
    letters = folder / "letters"
    letters.mkdir()
    for number in range(1, 8):
        (letters / f"letter {number}.txt").write_text("Dear all,\n" * number, encoding="utf-8")
    pages.open_file(letters)
    walk.wait("the folder", lambda: walk.shows("sheetGrid") and walk.shows("subfoldersChoice"))
    pages.shoot("data-folder")


def _languages(folder: Path) -> Path:
    path = folder / "languages.csv"
    path.write_text(
        "Nummer;Bezeichnung des Artikels in der Landessprache;Ort;説明;الوصف\n"
        "007;Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz;Köln;日本語の説明文です;هذا وصف المنتج\n"
        "008;;Straßburg;;منتج\n" * 20,
        encoding="utf-8",
    )
    return path


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
    with slow_service():
        walk.click("tryButton")
        walk.wait("rows on their way", lambda: walk.shows("tryAnswers"))
        pages.shoot("prompt-trying")
    walk.wait("tried rows", lambda: walk.shows("tryExample"))
    live(1.0)
    pages.shoot("prompt-tried")
    spoil_prompt(pages)
    with slow_service():
        walk.click("stepPrice")
        live(1.0)
        pages.shoot("price-loading")
    walk.wait("the price", lambda: walk.shows("submitButton"))
    live(1.0)
    pages.shoot("price-full")
    walk.click("submitButton")
    walk.wait("the Run page", lambda: walk.shows("timeGone"))
    job_id = pages.services.jobs.list()[0].id

    def some() -> bool:
        rows = pages.services.jobs.get(job_id).breakdown
        return bool(rows.settled > SOME * rows.asked)

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


def walk_grown(pages: Pages) -> None:
    """The pages of a job that has ended on a very large screen."""
    for step in ("Data", "Prompt", "Run", "Results"):
        pages.walk.click(f"step{step}")
        live(0.5)
        pages.shoot(f"{step.lower()}-grown", sizes=(HUGE,))


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


def walk_answers(pages: Pages, folder: Path) -> None:
    """What is done with answers that are there: looked for, exported, exported where it can't be, compared."""
    walk = pages.walk
    pages.press("find")
    field = walk.find("resultsFindEdit")
    assert isinstance(field, QLineEdit)
    field.setText("nowhere to be found")
    live(1.0)
    pages.shoot("results-find")
    field.clear()
    walk.click("resultsFindClose")
    failed = walk.window.findChild(QPushButton, f"outcomeFilter_{RowState.FAILED}")
    assert failed is not None
    failed.click()  # out of sight where no row has failed, as one is whose rows were all answered meanwhile
    live(0.5)
    pages.shoot("results-none")
    walk.click("outcomeFilter_all")
    with progress_beyond(0) as reached:
        choose_target(walk, folder / "companies answered.xlsx")
        walk.wait("rows to be written", reached.is_set)
        live(0.5)
        pages.shoot("results-loading")
    walk.wait("the workbook", lambda: (folder / "companies answered.xlsx").exists() and walk.shows("exportButton"))
    live(0.5)
    pages.shoot("results-exported")
    choose_target(walk, folder / "no such folder" / "companies.xlsx")
    live(1.0)
    pages.shoot("results-error")
    compared(walk, pages.services, walk.program.current.id)
    pages.shoot_dialog("dialog-compared")


def walk_trouble(pages: Pages) -> None:
    """A job that needs its user, that waits for the network, and that asks before its window is closed."""
    walk, window, jobs = pages.walk, pages.window, pages.services.jobs
    window.new_job()
    walk.click("exampleButton2")  # whose rows no job has answered yet
    walk.wait("the example's rows", lambda: walk.shows("sheetGrid"))
    walk.click("stepPrice")
    walk.wait("the price", lambda: walk.shows("submitButton"))
    live(0.5)
    with service_that(refuses_the_key):
        walk.click("submitButton")
        job_id = walk.program.current.id
        walk.wait("the key to be refused", lambda: jobs.get(job_id).state is JobState.NEEDS_YOU)
        live(0.5)
        pages.shoot("run-needs-you")
    with service_that(is_away):
        walk.click("goOnButton")
        walk.wait("the network to be missed", lambda: jobs.get(job_id).hold == Code.NETWORK)
        live(0.5)
        pages.shoot("run-offline")
        walk.click("stepResults")
        pages.shoot("results-waiting")
        window.close()
        pages.shoot_dialog("dialog-leave")
    jobs.go_on(job_id)
    walk.wait("the end", lambda: jobs.get(job_id).state is JobState.FINISHED)


def walk_chain(pages: Pages) -> None:
    """A recipe of two steps: what the second one asks, all that More has, and the price of both."""
    walk, window = pages.walk, pages.window
    window.new_job()
    walk.click("exampleButton")
    walk.wait("the example's rows", lambda: walk.shows("sheetGrid"))
    current = walk.program.current
    current.replace_recipe(replace(current.draft.recipe, steps=(STEP,)))
    walk.click("stepPrompt")
    walk.click("step2Button")
    walk.click("moreButton")
    live(1.0)
    pages.shoot("prompt-steps")
    walk.click("moreButton")
    walk.click("saveRecipeButton")
    pages.shoot_dialog("dialog-recipeName")
    walk.click("stepPrice")
    walk.wait("the price", lambda: walk.shows("submitButton"))
    live(0.5)
    pages.shoot("price-steps")


def walk_dialogs(pages: Pages) -> None:
    """What opens over the window, where a job has ended."""
    for action in ("guide", "about", "history", "spend", "delete_job"):
        pages.press(action)
        pages.shoot_dialog(f"dialog-{action}")
    pages.press("settings")
    tabs = pages.dialog("settings").findChild(QTabWidget)
    assert tabs is not None
    for place, page in enumerate(("account", "money", "window", "jobs", "program")):
        tabs.setCurrentIndex(place)
        live(0.5)
        pages.shoot(f"dialog-settings-{page}", pages.dialog("settings"))
    pages.dialog("settings").close()
    if pages.walk.shows("rowDetailClose"):
        pages.walk.click("rowDetailClose")  # what the service keeps stands below it where there is room
    for button in ("exportOptionsButton", "checkAnswersButton", "deleteAtService"):
        pages.walk.click(button)
        pages.shoot_dialog(f"dialog-{button}")
    pages.walk.trigger("compare")
    pages.shoot_dialog("dialog-compare")


def walk_real(pages: Pages, folder: Path) -> None:
    """Not practice: the first start, and what a job needs before it can be sent."""
    walk = pages.walk
    walk.wait("the start page", lambda: walk.shows("openFileButton"))
    pages.shoot("data-empty")
    pages.open_file(_languages(folder))
    walk.wait("the file", lambda: walk.shows("sheetGrid"))
    walk.click("stepPrompt")
    edit = walk.find("promptEdit")
    assert isinstance(edit, QTextEdit)
    edit.setPlainText("What is {{Bezeichnung des Artikels in der Landessprache}} for?")
    live(1.5)
    pages.shoot("prompt-full")
    walk.click("stepPrice")
    live(1.5)
    pages.shoot("price-full")
    pages.press("settings")
    pages.shoot_dialog("dialog-settings")
