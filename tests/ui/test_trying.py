"""Rows are tried on the Prompt page, and a few rows are sent at once from the Price page."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLineEdit, QSpinBox, QTableView, QTextEdit

from app.core.job import JobState
from app.core.part import Origin
from app.ui import wording
from tests.ui.hand import Hand


@pytest.fixture
def ready(open_window: Callable[..., Hand], small_file: Path) -> Hand:
    """A window with a file and a prompt, on the Prompt page."""
    hand = open_window(path=str(small_file))
    hand.wait(hand.loaded)
    hand.click("stepPrompt")
    QTest.keyClicks(hand.find("promptEdit"), "Who is {{Name}}?")
    hand.wait(lambda: "for about" in button(hand, "tryButton").text())
    return hand


def button(hand: Hand, name: str) -> QAbstractButton:
    found = hand.find(name)
    assert isinstance(found, QAbstractButton)
    return found


def table(hand: Hand) -> QTableView:
    found = hand.find("tryAnswers")
    assert isinstance(found, QTableView)
    return found


def tried(hand: Hand) -> None:
    """Press the button and wait until all of it is there."""
    hand.click("tryButton")
    hand.wait(lambda: hand.services.trying.of_job(hand.program.current.id))
    hand.wait(lambda: "for about" in button(hand, "tryButton").text())


def test_answers_stand_beside_their_rows(ready: Hand) -> None:
    wanted = ready.find("tryRows")
    assert isinstance(wanted, QLineEdit)
    tried(ready)
    model = table(ready).model()
    assert table(ready).isVisible()
    rows = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert [text.split("\n")[0] for text in rows] == wanted.text().split(", ")
    assert all(text.endswith("answered") for text in rows)
    assert all(model.index(row, 2).data() for row in range(model.rowCount()))
    ready.click("tryBack")
    ready.wait(lambda: ready.shows("rowPreview"))


def test_rows_are_seen_while_they_are_on_their_way(ready: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    service, may_answer = ready.services.trying._service, threading.Event()
    ask = service.ask
    monkeypatch.setattr(service, "ask", lambda params: ask(params) if may_answer.wait(60) else None)
    try:
        ready.click("tryButton")
        model = table(ready).model()
        ready.wait(lambda: model.rowCount() > 0)
        assert str(model.index(0, 0).data()).endswith("on its way")
    finally:
        may_answer.set()
    ready.wait(lambda: "for about" in button(ready, "tryButton").text())
    assert all(str(model.index(row, 0).data()).endswith("answered") for row in range(model.rowCount()))


def test_the_sample_can_be_changed(ready: Hand) -> None:
    rows = ready.find("tryRows")
    count = ready.find("tryCount")
    assert isinstance(rows, QLineEdit)
    assert isinstance(count, QSpinBox)
    count.setValue(2)
    ready.wait(lambda: rows.text().count(",") == 1)
    rows.setFocus()
    rows.selectAll()
    QTest.keyClicks(rows, "3")
    QTest.keyClick(rows, Qt.Key.Key_Return)
    ready.wait(lambda: "1 row" in button(ready, "tryButton").text())
    tried(ready)
    assert [one.number for one in ready.services.trying.of_job(ready.program.current.id)] == [3]


@pytest.fixture
def with_gaps(open_window: Callable[..., Hand], tmp_path: Path) -> Hand:
    """As ``ready``, but only rows 4 and 7 hold a note."""
    path = tmp_path / "gaps.csv"
    path.write_text("Name,Note\nAnn,\nBob,\nCid,tall\nDan,\nEve,\nFay,old\nGus,\n", encoding="utf-8")
    hand = open_window(path=str(path))
    hand.wait(hand.loaded)
    hand.click("stepPrompt")
    QTest.keyClicks(hand.find("promptEdit"), "Who is {{Name}}?")
    hand.wait(lambda: "5 rows for about" in button(hand, "tryButton").text())
    return hand


def ask_for_notes(hand: Hand) -> None:
    prompt = hand.find("promptEdit")
    assert isinstance(prompt, QTextEdit)
    prompt.setPlainText("{{Note}}")


def rows_shown(hand: Hand) -> list[str]:
    rows = hand.find("tryRows")
    assert isinstance(rows, QLineEdit)
    return sorted(rows.text().split(", "))


def test_another_job_without_a_prompt_shows_no_rows_of_the_one_before(ready: Hand, small_file: Path) -> None:
    wanted = ready.find("tryRows")
    assert isinstance(wanted, QLineEdit)
    ready.wait(wanted.text)
    before = ready.program.current.id
    ready.window.open_path(small_file)
    ready.wait(lambda: ready.program.current.id != before and ready.loaded())
    ready.click("stepPrompt")
    assert (wanted.text(), wanted.placeholderText()) == ("", "needs a prompt")


def test_rows_are_drawn_anew_for_a_prompt_about_other_columns(with_gaps: Hand) -> None:
    ask_for_notes(with_gaps)
    with_gaps.wait(lambda: rows_shown(with_gaps) == ["4", "7"])
    with_gaps.wait(lambda: "2 rows for about" in button(with_gaps, "tryButton").text())


def test_rows_that_are_blank_for_another_prompt_are_not_tried_however_soon(with_gaps: Hand) -> None:
    tried(with_gaps)
    ask_for_notes(with_gaps)
    tried(with_gaps)  # pressed before the rows could be looked at again
    job = with_gaps.program.current.id
    with_gaps.wait(lambda: len(with_gaps.services.trying.of_job(job)) == 7)
    last = [one for one in with_gaps.services.trying.of_job(job) if one.run == 2]
    with_gaps.wait(lambda: "2 rows for about" in button(with_gaps, "tryButton").text())
    assert sorted(one.number for one in last) == [4, 7]


def test_rows_of_ones_own_choice_stay_but_for_the_blank_ones(with_gaps: Hand) -> None:
    rows = with_gaps.find("tryRows")
    assert isinstance(rows, QLineEdit)
    rows.setFocus()
    rows.selectAll()
    QTest.keyClicks(rows, "2, 7")
    with_gaps.program.current.saved.emit()  # what is typed stays, whatever comes meanwhile
    QTest.keyClick(rows, Qt.Key.Key_Return)
    with_gaps.wait(lambda: "2 rows for about" in button(with_gaps, "tryButton").text())
    ask_for_notes(with_gaps)
    with_gaps.wait(lambda: "1 row for about" in button(with_gaps, "tryButton").text())
    assert rows_shown(with_gaps) == ["7"]


def test_the_price_of_trying_goes_by_the_rows_that_were_tried(ready: Hand) -> None:
    before, job, trying = button(ready, "tryButton").text(), ready.program.current.id, ready.services.trying
    tried(ready)
    recipe = ready.program.current.draft.recipe
    rows = trying.sampling.rows(job, recipe, [int(number) for number in rows_shown(ready)])
    now = f"for about {wording.money(trying.price(job, recipe, rows).likely)}"
    assert not before.endswith(now)
    ready.wait(lambda: button(ready, "tryButton").text().endswith(now))


def test_several_answers_of_a_row_have_their_names(ready: Hand) -> None:
    ready.click("addOutputButton")
    names = [output.column for output in ready.program.current.draft.recipe.outputs]
    assert len(names) > 1
    ready.find("promptEdit").setFocus()
    tried(ready)
    ready.wait(lambda: all(f"{name}: " in table(ready).model().index(0, 2).data() for name in names))


def test_two_prompts_stand_side_by_side(ready: Hand) -> None:
    tried(ready)
    assert table(ready).model().columnCount() == 3
    prompt = ready.find("promptEdit")
    assert isinstance(prompt, QTextEdit)
    prompt.setPlainText("What is {{Name}}?")
    tried(ready)
    model = table(ready).model()
    assert model.columnCount() == 4
    assert model.index(0, 2).data() != model.index(0, 3).data()


def test_a_good_answer_joins_the_instructions(ready: Hand) -> None:
    tried(ready)
    ready.wait(lambda: "+$" in button(ready, "tryExample").text())
    ready.click("tryExample")
    text = ready.find("instructionsEdit")
    assert isinstance(text, QTextEdit)
    assert "<example>" in text.toPlainText()
    assert ready.program.current.draft.recipe.instructions == text.toPlainText()


def test_a_few_rows_are_sent_at_once(ready: Hand) -> None:
    tried(ready)
    ready.click("stepPrice")
    ready.wait(lambda: ready.shows("submitButton"))
    current = ready.program.current
    if ready.shows("liveButton"):
        ready.click("liveButton")
    else:  # the sample was the whole file
        ready.click("submitButton")
    ready.wait(lambda: current.job is not None and current.job.state is JobState.FINISHED)
    assert {part.origin for part in ready.services.jobs.parts(current.id)} == {Origin.TRIED}


def test_what_an_earlier_job_answered_is_taken_unless_it_is_wanted_fresh(ready: Hand, small_file: Path) -> None:
    ready.click("stepPrice")
    ready.click("liveButton")
    current = ready.program.current
    ready.wait(lambda: current.job is not None and current.job.state is JobState.FINISHED)
    ready.window.open_path(small_file)
    ready.wait(lambda: current.editable and current.info is not None)
    ready.click("stepPrompt")
    QTest.keyClicks(ready.find("promptEdit"), "Who is {{Name}}?")
    ready.click("stepPrice")
    ready.wait(lambda: ready.shows("priceFresh"))
    assert "11 rows answered by an earlier job" in ready.text("pricePaid")
    assert "answers that are here" in button(ready, "submitButton").accessibleName()
    fresh = ready.find("priceFresh")
    assert isinstance(fresh, QCheckBox)
    fresh.setChecked(True)
    ready.wait(lambda: "11 rows" in button(ready, "submitButton").text())
    assert fresh.isChecked()


def test_a_prompt_that_names_no_column_of_the_sheet_is_not_tried(ready: Hand) -> None:
    QTest.keyClicks(ready.find("promptEdit"), " From {{Nmae}}.")
    ready.wait(lambda: not button(ready, "tryButton").isEnabled())
    assert "about" not in button(ready, "tryButton").text()
    ready.click("unknownColumnFix")
    ready.wait(lambda: "for about" in button(ready, "tryButton").text())
    assert ready.window.focusWidget() is ready.find("promptEdit")


def test_a_name_that_is_not_closed_is_told_once_it_is_left_and_closed_with_a_click(ready: Hand) -> None:
    edit = ready.find("promptEdit")
    assert isinstance(edit, QTextEdit)
    ready.window.activateWindow()
    ready.wait(ready.window.isActiveWindow)
    edit.setFocus()
    QTest.keyClicks(edit, " From {{Nme")
    assert not ready.shows("unknownColumn")
    ready.find("instructionsEdit").setFocus()
    ready.wait(lambda: ready.shows("unknownColumnFix"))
    assert "{{Nme" in ready.text("unknownColumn")
    ready.click("unknownColumnFix")
    assert edit.toPlainText() == "Who is {{Name}}? From {{Name}}"
    assert not ready.shows("unknownColumn")
