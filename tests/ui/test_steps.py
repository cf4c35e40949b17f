"""Further steps in the window: a second opinion over the answers of a job, and what it says of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QTableView, QTextEdit

from app.core.job import JobState
from app.core.outputs import Kind, Output
from app.core.recipe_file import parse_recipe
from app.services.tasks import TaskControl
from app.ui.widgets.column_chips import ColumnChips
from tests.ui.hand import Hand
from tests.ui.test_findings import finish


def choose(hand: Hand, action: str) -> None:
    """Choose from the menu of what can be done with the answers."""
    hand.wait(lambda: hand.shows("goOnFromHereButton"))
    found = hand.window.findChild(QAction, action)
    assert found is not None
    found.trigger()


def button(hand: Hand, name: str) -> QPushButton:
    found = hand.find(name)
    assert isinstance(found, QPushButton)
    return found


def test_a_second_opinion(open_window: Callable[..., Hand], small_file: Path) -> None:
    hand = open_window(path=str(small_file))
    finish(hand)
    job = hand.program.current.id
    asked = hand.program.current.job.breakdown.asked
    choose(hand, "secondOpinion")
    hand.wait(lambda: hand.program.current.id != job and hand.loaded())
    draft = hand.program.current.draft
    assert draft.info.columns[-1] == "Answer"
    assert "{{Answer}}" in draft.recipe.prompt
    assert "{{Question}}" not in draft.recipe.prompt
    assert hand.shows("promptEdit")
    hand.click("promptNextButton")
    hand.click("submitButton")
    hand.wait(hand.finished)
    hand.click("runNextButton")
    hand.wait(lambda: hand.shows("verdict1"))
    counts = [int(button(hand, f"verdict{number}").text().split(" ")[0]) for number in (1, 2, 3)]
    assert sum(counts) == asked
    assert hand.text("verdictName") == "Verdict"
    number = next(number for number, count in enumerate(counts, 1) if count)
    hand.click(f"verdict{number}")
    table = hand.find("resultsGrid")
    assert isinstance(table, QTableView)
    assert hand.waits_for_rows(table, counts[number - 1])


def test_a_further_step_begins_with_an_empty_prompt(open_window: Callable[..., Hand], small_file: Path) -> None:
    hand = open_window(path=str(small_file))
    finish(hand)
    job = hand.program.current.id
    choose(hand, "furtherStep")
    hand.wait(lambda: hand.program.current.id != job and hand.loaded())
    assert hand.program.current.job.state is JobState.DRAFT
    assert hand.program.current.draft.recipe.prompt == ""
    assert hand.shows("promptEdit")
    assert not hand.shows("goOnFromHereButton")


def test_the_same_is_asked_of_another_file(open_window: Callable[..., Hand], small_file: Path, tmp_path: Path) -> None:
    hand = open_window(path=str(small_file))
    finish(hand)
    job, recipe = hand.program.current.id, hand.program.current.draft.recipe
    choose(hand, "sameAgain")
    hand.wait(lambda: hand.program.current.id != job)
    assert hand.shows("openFileButton")
    assert "prompt" in hand.text("messageText")
    made, other = hand.program.current.id, tmp_path / "november.csv"
    other.write_text(small_file.read_text(encoding="utf-8"), encoding="utf-8")
    hand.window.open_path(other)
    hand.wait(hand.loaded)
    assert (hand.program.current.id, hand.program.current.draft.recipe) == (made, recipe)
    assert hand.text("jobSubtitle").startswith("november.csv")


STEPS = """
[[steps]]
name = "Greeting"
where = { column = "Kind", equals = "guest" }
prompt = "Greet {{Name}}, a {{Kind}}."
[[steps.outputs]]
column = "Greeting"
"""


def test_a_recipe_with_steps_is_priced_and_run_as_one(open_window: Callable[..., Hand], small_file: Path) -> None:
    hand = open_window(path=str(small_file))
    hand.wait(hand.loaded)
    recipe = parse_recipe(
        'format = 1\nname = "Guests"\nprompt = "What is {{Name}}?"\n[[outputs]]\ncolumn = "Kind"\nkind = "choice"\n'
        f'choices = ["guest", "host"]\n{STEPS}'
    )
    hand.program.current.replace_recipe(recipe)
    hand.click("stepPrompt")
    hand.click("step2Button")
    edit = hand.find("promptEdit")
    assert isinstance(edit, QTextEdit)
    assert edit.toPlainText() == "Greet {{Name}}, a {{Kind}}."
    assert not hand.shows("tryButton")
    assert "first step" in hand.text("noTries")
    assert hand.find("noTries").isVisible()
    hand.wait(lambda: "‹Kind›" in hand.find("rowPreview").toPlainText())  # type: ignore[attr-defined]
    edit.setPlainText("Say hello to {{Name}}, a {{Kind}}.")
    value = hand.find("stepValue")
    assert isinstance(value, QLineEdit)
    assert value.text() == "guest"
    hand.click("step1Button")
    assert edit.toPlainText() == "What is {{Name}}?"
    changed = hand.program.current.draft.recipe
    assert changed.steps[0].recipe.prompt == "Say hello to {{Name}}, a {{Kind}}."
    assert changed.steps[0].where == recipe.steps[0].where
    assert changed.outputs == recipe.outputs
    hand.click("stepPrice")
    hand.wait(lambda: hand.shows("stepPrice2"))
    hand.click("submitButton")
    first = hand.program.current.id
    hand.wait(lambda: len(hand.services.jobs.list()) == 2)
    hand.wait(lambda: all(job.state is JobState.FINISHED for job in hand.services.jobs.list()))
    second = next(job.id for job in hand.services.jobs.list() if job.id != first)
    hand.window.show_job(second)
    hand.click("stepResults")
    guests = [row for row in hand.services.jobs.results(second, None, 0, 20) if row.values]
    assert guests
    assert all(row.cells[-1] == "guest" for row in guests)


def test_a_step_is_added_and_removed(open_window: Callable[..., Hand], small_file: Path) -> None:
    hand = open_window(path=str(small_file))
    hand.wait(hand.loaded)
    current = hand.program.current
    current.replace_recipe(replace(current.draft.recipe, prompt="Who is {{Name}}?"))
    hand.click("stepPrompt")
    hand.click("addStepButton")
    assert len(current.draft.recipe.steps) == 1
    hand.click("stepPrice")
    hand.wait(lambda: "Step 2: Write what each row should be asked." in _all_texts(hand))
    hand.click("stepPrompt")
    hand.click("step2Button")
    hand.click("removeStepButton")
    assert not current.draft.recipe.steps
    assert current.draft.recipe.prompt == "Who is {{Name}}?"
    hand.click("stepPrice")
    hand.wait(lambda: hand.shows("submitButton"))


def _all_texts(hand: Hand) -> str:
    return " ".join(label.text() for label in hand.window.findChildren(QLabel) if label.isVisible())


def test_two_runs_are_compared_and_an_answer_is_chosen(open_window: Callable[..., Hand], small_file: Path) -> None:
    hand = open_window(path=str(small_file))
    finish(hand)
    first = hand.program.current.id
    copy = hand.services.moving.duplicate(first, "Again")(TaskControl())
    hand.services.jobs.save_recipe(copy, replace(hand.services.jobs.draft(copy).recipe, prompt="Tell of {{Name}}."))
    hand.services.jobs.start(copy, hand.services.estimating.price(copy)(TaskControl()))
    hand.wait(lambda: hand.services.jobs.get(copy).state is JobState.FINISHED)
    choose(hand, "compare")
    dialog = hand.dialog("compareDialog")
    table = hand.find("compareRows")
    assert isinstance(table, QTableView)
    hand.wait(lambda: table.model().rowCount() > 0)
    assert "have another answer" in hand.text("compareSaid")
    assert not hand.shows("compareUseThere")
    hand.wait(lambda: bool(table.model().index(0, 3).data()))
    there = table.model().index(0, 3).data()
    number = int(table.model().headerData(0, Qt.Orientation.Vertical))
    table.selectRow(0)
    hand.click("compareUseThere")
    hand.wait(lambda: table.model().index(0, 1).data() == "there")
    (kept,) = hand.services.jobs.results_of(first, [number])
    assert str(kept.values[0]).startswith(str(there)[:20])
    hand.click("compareAllHere")
    hand.wait(lambda: hand.services.comparing.kept(first) == 0)
    hand.click("compareAll")
    assert table.model().rowCount() == 11
    dialog.close()


def test_what_is_removed_from_a_recipe_comes_back(open_window: Callable[..., Hand], small_file: Path) -> None:
    hand = open_window(path=str(small_file))
    hand.wait(hand.loaded)
    current = hand.program.current
    size = Output("Size", description="How big it is")
    colour = Output("Colour", Kind.CHOICE, choices=("red", "blue"))
    first = replace(current.draft.recipe, prompt="Who is {{Name}}?", outputs=(size, colour))
    current.replace_recipe(first)
    hand.click("stepPrompt")
    table = hand.find("outputsTable")
    assert isinstance(table, QTableView)
    table.setCurrentIndex(table.model().index(0, 0))
    hand.click("removeOutputButton")
    assert current.draft.recipe.outputs == (colour,)
    assert hand.text("messageText") == "The column “Size” was removed."
    # What is typed meanwhile stays.
    edit = hand.find("promptEdit")
    assert isinstance(edit, QTextEdit)
    edit.setFocus()
    edit.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(edit, " So?")
    hand.click("messageAction1")
    assert current.draft.recipe == replace(first, prompt="Who is {{Name}}? So?")
    assert not hand.find("messageBar").isVisible()
    edit.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(edit, " So!")
    chips = hand.window.findChild(ColumnChips)
    assert chips is not None
    hand.wait(lambda: "Person 1" in hand.find("columnChip1").accessibleDescription())
    hand.click("addStepButton")
    assert current.draft.recipe.prompt == "Who is {{Name}}? So? So!"  # what was typed last, too
    QTest.keyClicks(edit, "And why?")
    written = current.draft.recipe
    assert written.steps[0].recipe.prompt == "And why?"
    hand.click("removeStepButton")
    assert not current.draft.recipe.steps
    hand.click("messageAction1")
    assert current.draft.recipe == written
    assert edit.toPlainText() == "And why?"
    # Chips keep their samples from step to step, and the answers of the step before have none.
    assert [bool(chip.accessibleDescription()) for chip in chips._chips.values()] == [True] * 3 + [False] * 2
