"""Takes a window through its pages, dialogs and states, for what must hold in each of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QTabWidget, QTextEdit, QWidget

from app.core.errors import Code
from app.core.outcome import Outcome
from app.core.outputs import Kind, Output
from app.core.recipe import FurtherStep, Recipe
from app.core.table import TextFormat
from app.services.poller import Poller
from app.ui.dialogs.problem_report import ProblemReportDialog
from app.ui.dialogs.text_format import TextFormatDialog
from app.ui.widgets.cell_reader import CellReader
from tests.ui.hand import Hand
from tests.ui.held_up import is_away, progress_beyond, refuses_the_key, service_that, slow_service

State = tuple[str, QWidget]
"""What it is called, and the window or the dialog that shows it."""


def states(hand: Hand, folder: Path) -> Iterator[State]:
    """All of them, one after the other: the window stands still while one is looked at."""
    hand.window.resize(1280, 900)  # what a small window leaves out is there
    yield from _without_a_file(hand)
    yield from _with_a_file(hand, folder)
    yield from _with_an_example(hand)
    yield from _under_way(hand)
    yield from _answered(hand)
    yield from _dialogs(hand)


def rest(milliseconds: int = 200) -> None:
    """Let the window lay itself out, and paint."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _without_a_file(hand: Hand) -> Iterator[State]:
    for step in ("Data", "Prompt", "Price", "Run", "Results"):
        hand.click(f"step{step}")
        yield f"{step}, empty", hand.window
    hand.click("stepData")


def _with_a_file(hand: Hand, folder: Path) -> Iterator[State]:
    letters = folder / "letters"
    letters.mkdir()
    (letters / "letter.txt").write_text("Dear all,", encoding="utf-8")
    hand.window.open_path(letters)
    hand.wait(lambda: hand.shows("subfoldersChoice"))
    yield "a folder", hand.window
    broken = folder / "broken.xlsx"
    broken.write_bytes(b"PK\x03\x04 this was never a workbook")
    hand.window.new_job()
    hand.window.open_path(broken)
    hand.wait(lambda: hand.shows("messageBar"))
    yield "a file that can't be read", hand.window
    people = folder / "people.csv"
    lines = ["Name,City,,Note", *(f"Person {n},Łódź,,likes {n}" for n in range(30)), ",,,", "Person 1,Łódź,,likes 1"]
    people.write_text("\n".join(lines), encoding="utf-8")
    with progress_beyond(0):
        hand.window.open_path(people)
        hand.wait(lambda: hand.shows("loadingStop"))
        yield "a file that is being read", hand.window
    hand.wait(lambda: hand.shows("sheetGrid") and hand.shows("textFormatButton"))
    hand.window.view.page.open_find()
    yield "Find", hand.window
    hand.click("sheetFindClose")
    hand.click("rowsWhere")
    yield "a condition", hand.window
    hand.click("rowsRange")
    yield "some rows", hand.window
    hand.click("rowsAll")
    hand.click("stepPrompt")
    yield "no prompt", hand.window
    edit = hand.find("promptEdit")
    assert isinstance(edit, QTextEdit)
    edit.setPlainText("Who is {{Nane}}?")
    hand.wait(lambda: hand.shows("unknownColumnFix"))
    yield "an unknown column", hand.window
    edit.setPlainText("Who is {{Name}}?")
    hand.click("moreButton")
    yield "More", hand.window
    step = Recipe(prompt="Greet {{Name}}.", outputs=(Output("Greeting", Kind.TEXT),))
    hand.program.current.replace_recipe(replace(hand.program.current.draft.recipe, steps=(FurtherStep(step),)))
    hand.click("step2Button")
    yield "two steps", hand.window
    hand.click("stepPrice")
    hand.wait(lambda: hand.shows("submitButton"))
    yield "the price of two steps", hand.window
    info = hand.program.current.info
    assert info is not None
    assert isinstance(info.text, TextFormat)
    yield from _shown(
        hand, TextFormatDialog(info.text, hand.services.importing.encodings(), hand.window), "text format"
    )


def _with_an_example(hand: Hand) -> Iterator[State]:
    hand.window.new_job()
    hand.click("exampleButton2")
    hand.wait(lambda: hand.shows("sheetGrid") and hand.shows("dataNextButton"))
    yield "an example", hand.window
    hand.click("stepPrompt")
    hand.wait(lambda: "$" in _label(hand, "tryButton"))
    yield "its prompt", hand.window
    hand.click("saveRecipeButton")
    yield from _open_dialogs(hand, "a recipe's name")
    with slow_service():
        hand.click("tryButton")
        hand.wait(lambda: hand.shows("tryAnswers"))
        yield "rows being tried", hand.window
    hand.wait(lambda: hand.shows("tryBack") and "$" in _label(hand, "tryButton"))
    yield "tried rows", hand.window
    with slow_service():
        hand.click("stepPrice")
        yield "a price being counted", hand.window
    hand.wait(lambda: hand.shows("submitButton"))
    yield "a price", hand.window


def _under_way(hand: Hand) -> Iterator[State]:
    jobs, poller = hand.services.jobs, hand.services.poller
    with service_that(refuses_the_key):
        hand.click("submitButton")
        job = hand.program.current.id
        hand.wait(lambda: hand.shows("goOnButton"))
        yield "a key that is refused", hand.window
    with service_that(is_away):
        hand.click("goOnButton")
        hand.wait(lambda: jobs.get(job).hold == Code.NETWORK)
        yield "no network", hand.window
        hand.click("stepResults")
        yield "no answers yet", hand.window
        hand.window.close()
        yield from _open_dialogs(hand, "leaving")
    _stand_still_midway(poller, hand)
    hand.click("stepRun")
    hand.wait(lambda: hand.shows("latestAnswers"))
    yield "a run", hand.window
    poller.start()
    hand.wait(hand.finished)


def _answered(hand: Hand) -> Iterator[State]:
    hand.click("stepRun")
    hand.wait(lambda: hand.shows("causes"))
    _quiet(hand)
    yield "a run that has ended", hand.window
    hand.click("stepResults")
    hand.wait(lambda: hand.shows("askAgainButton") and not hand.shows("findingsStop"))
    if hand.shows("rowDetailClose"):
        hand.click("rowDetailClose")
    _quiet(hand)
    yield "results", hand.window
    grid = hand.find("resultsGrid")
    grid.go_to(2, 0)  # type: ignore[attr-defined]
    hand.wait(lambda: hand.shows("rowDetail"))
    yield "one row's answer", hand.window
    hand.window.view.page.open_find()
    edit = hand.find("resultsFindEdit")
    edit.setText("nowhere to be found")  # type: ignore[attr-defined]
    yield "Find in results", hand.window
    hand.click("resultsFindClose")
    for step in ("Data", "Prompt", "Price"):
        hand.click(f"step{step}")
        yield f"{step} of a job that was sent", hand.window
    hand.click("stepResults")
    job = hand.program.current.id
    second = hand.window.findChild(QAction, "secondOpinion")
    assert second is not None
    for name in ("checkAnswersButton", "exportOptionsButton", "deleteAtService"):
        if hand.shows("rowDetailClose"):
            hand.click("rowDetailClose")  # what the service keeps stands below it where there is room
        hand.click(name)
        _quiet(hand)
        yield from _open_dialogs(hand, name)
    compare = hand.window.findChild(QAction, "compare")
    assert compare is not None
    compare.trigger()
    _quiet(hand)
    yield from _open_dialogs(hand, "compare")
    second.trigger()
    hand.wait(lambda: hand.program.current.id != job and hand.loaded())
    yield "a second opinion's prompt", hand.window
    hand.click("stepPrice")
    hand.click("submitButton")
    hand.wait(hand.finished)
    hand.click("stepResults")
    hand.wait(lambda: hand.shows("verdict1"))
    _quiet(hand)
    yield "verdicts", hand.window


def _dialogs(hand: Hand) -> Iterator[State]:
    for action in ("guide", "about", "history", "spend", "delete_job"):
        found = hand.window.findChild(QAction, f"action_{action}")
        assert found is not None
        found.trigger()
        _quiet(hand)
        yield from _open_dialogs(hand, action)
    hand.click("settingsButton")
    settings = hand.dialog("settingsDialog")
    tabs = settings.findChild(QTabWidget)
    assert tabs is not None
    for place in range(tabs.count()):
        tabs.setCurrentIndex(place)
        _quiet(hand)
        yield f"settings, {tabs.tabText(place)}", settings
    settings.close()
    yield from _shown(hand, CellReader("Note", "long\n" * 99, hand.window), "a cell")
    yield from _shown(hand, ProblemReportDialog("details\n" * 99, str, hand.window), "a problem")


def _shown(hand: Hand, dialog: QDialog, name: str) -> Iterator[State]:
    dialog.show()
    _quiet(hand)
    yield name, dialog
    dialog.close()
    _go_back(hand)


def _open_dialogs(hand: Hand, name: str) -> Iterator[State]:
    def found() -> list[QDialog]:
        return [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()]

    hand.wait(found)
    dialog = found()[-1]
    yield name, dialog
    dialog.reject()
    hand.wait(lambda: not found())
    _go_back(hand)


def _go_back(hand: Hand) -> None:
    hand.window.activateWindow()
    hand.wait(hand.window.isActiveWindow)


def _quiet(hand: Hand) -> None:
    """Wait until nothing is read any more that would take the place of what is shown."""
    rest()
    hand.wait(lambda: not hand.program.context.background._waiting)
    rest()


def _label(hand: Hand, name: str) -> str:
    made = hand.find(name)
    assert isinstance(made, QPushButton)
    return made.text() if made.isVisible() else ""


def _stand_still_midway(poller: Poller, hand: Hand) -> None:
    """Let the job have some of its answers, and no more until its poller is started again."""
    jobs, job = hand.services.jobs, hand.program.current.id
    jobs.go_on(job)
    hand.wait(lambda: jobs.get(job).breakdown.outcomes.get(Outcome.ANSWERED))
    poller.stop()
    rest()
