"""Where an opened file lands: in a job of its own, which stays the one that is shown."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QListView
from pytestqt.qtbot import QtBot

from app.ui.steps.opening import Opening
from app.ui.widgets.start_view import ExampleButton
from tests.ui.hand import LEFT, Hand
from tests.ui.held_up import progress_beyond


def job_list(hand: Hand) -> QListView:
    found = hand.find("jobList")
    assert isinstance(found, QListView)
    return found


def shown_name(hand: Hand) -> str:
    job = hand.program.current.job
    return job.name if job else ""


def comes_back_to(jobs: QListView) -> None:
    """The focus returns to the list, as after a dialog."""
    for kind in (QEvent.Type.FocusOut, QEvent.Type.FocusIn):
        QApplication.sendEvent(jobs, QFocusEvent(kind, Qt.FocusReason.ActiveWindowFocusReason))


def test_an_opened_file_stays_shown_when_the_focus_returns_to_the_list(hand: Hand, small_file: Path) -> None:
    for name in ("First", "Second"):
        hand.services.jobs.new_draft(name)
    jobs = job_list(hand)
    hand.wait(lambda: jobs.model().rowCount() == 3)
    jobs.setFocus()
    hand.window.open_path(small_file)
    made = hand.program.current.id
    assert jobs.currentIndex().data() == "people"
    comes_back_to(jobs)
    hand.wait(hand.loaded)
    assert hand.program.current.id == made
    assert hand.program.current.job.name == "people"


def test_the_focus_alone_chooses_no_job_but_keys_and_clicks_do(hand: Hand) -> None:
    for name in ("First", "Second"):
        hand.services.jobs.new_draft(name)
    jobs = job_list(hand)
    hand.wait(lambda: jobs.model().rowCount() == 3)
    comes_back_to(jobs)
    assert shown_name(hand) == ""
    QTest.keyClick(jobs, Qt.Key.Key_Down)
    assert shown_name(hand) == "First"
    QTest.keyClick(jobs, Qt.Key.Key_Up)
    assert shown_name(hand) == "Second"
    first = jobs.visualRect(jobs.model().index(2, 0)).center()
    QTest.mouseClick(jobs.viewport(), LEFT, pos=first)
    assert shown_name(hand) == "First"


def test_a_second_file_becomes_a_job_of_its_own(hand: Hand, small_file: Path, tmp_path: Path) -> None:
    other = tmp_path / "towns.csv"
    other.write_text("Town\nBerlin\n", encoding="utf-8")
    hand.window.open_path(small_file)
    hand.wait(hand.loaded)
    first = hand.program.current.id
    hand.program.wake(str(other))
    hand.wait(lambda: hand.program.current.id != first and hand.loaded())
    assert hand.program.current.job.name == "towns"
    assert hand.program.current.info.columns == ("Town",)
    kept = hand.services.jobs.draft(first).info
    assert kept is not None
    assert Path(kept.path).name == "people.csv"


def test_what_is_opened_while_a_file_is_read_waits_for_it(hand: Hand, small_file: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"no workbook")
    other = tmp_path / "towns.csv"
    other.write_text("Town\nBerlin\n", encoding="utf-8")
    hand.window.open_path(small_file)
    hand.window.open_path(broken)
    assert hand.text("messageText") == "“broken.xlsx” is opened as soon as “people.csv” is read."
    hand.window.open_path(other)
    hand.wait(lambda: shown_name(hand) == "towns" and hand.loaded())
    assert "broken.xlsx" in hand.text("messageText")
    read = {job.name: hand.services.jobs.draft(job.id).info for job in hand.services.jobs.list()}
    assert {name: info.columns for name, info in read.items() if info} == {
        "people": ("Name", "City", "Note"),
        "towns": ("Town",),
    }


def test_one_that_is_stopped_gives_way_to_the_next(hand: Hand, small_file: Path, tmp_path: Path) -> None:
    other = tmp_path / "towns.csv"
    other.write_text("Town\nBerlin\n", encoding="utf-8")
    hand.window.open_path(small_file)
    hand.window.open_path(other)
    opening = hand.window.findChild(Opening)
    opening.stop()
    hand.wait(hand.loaded)
    assert [job.name for job in hand.services.jobs.list()] == ["towns"]


def test_an_empty_draft_takes_the_file(hand: Hand, small_file: Path) -> None:
    hand.click("newJobButton")
    empty = hand.program.current.id
    hand.window.open_path(small_file)
    hand.wait(hand.loaded)
    assert hand.program.current.id == empty
    hand.wait(lambda: hand.program.current.job.name == "people")


def test_an_example_is_chosen_by_a_click_on_its_words_and_shows_a_hand(qtbot: QtBot) -> None:
    made = ExampleButton("Towns", "Which country is each of them in?")
    qtbot.addWidget(made)
    chosen: list[None] = []
    made.clicked.connect(lambda: chosen.append(None))
    made.show()
    for words in made.findChildren(QLabel):
        QTest.mouseClick(words, LEFT)
    assert len(chosen) == 2
    place = QPointF(5, 5)
    QApplication.sendEvent(made, QEnterEvent(place, place, place))
    assert made.cursor().shape() is Qt.CursorShape.PointingHandCursor


def test_another_sheet_of_one_job_waits_for_the_file_of_another(hand: Hand, small_file: Path, tmp_path: Path) -> None:
    book, path = Workbook(), tmp_path / "towns.xlsx"
    book.active.append(["Town"])
    book.active.append(["Berlin"])
    rivers = book.create_sheet("Rivers")
    rivers.append(["River"])
    rivers.append(["Spree"])
    book.save(path)
    hand.window.open_path(path)
    hand.wait(hand.loaded)
    towns = hand.program.current.id
    with progress_beyond(0):
        hand.window.open_path(small_file)
        hand.wait(lambda: hand.program.current.id != towns and hand.shows("loadingStop"))
        people = hand.program.current.id
        hand.window.show_job(towns)
        sheets = hand.find("sheetChoice")
        assert isinstance(sheets, QComboBox)
        hand.wait(sheets.isVisible)
        sheets.setCurrentText("Rivers")
        sheets.activated.emit(sheets.currentIndex())
        assert hand.text("messageText") == "“towns.xlsx” is opened as soon as “people.csv” is read."
        hand.window.show_job(people)  # what waits belongs to the job that it was chosen in

    def columns(job: str) -> tuple[str, ...]:
        info = hand.services.jobs.draft(job).info
        return info.columns if info else ()

    hand.wait(lambda: columns(towns) == ("River",) and columns(people) == ("Name", "City", "Note"))
    assert hand.program.current.id == people


def test_the_prompt_of_a_draft_goes_along_to_another_file_where_one_wants_it(hand: Hand, tmp_path: Path) -> None:
    """Its own file may have lost a column, or have been the wrong one: nobody writes a prompt twice."""
    old, new = tmp_path / "people.csv", tmp_path / "towns.csv"
    old.write_text("Name,Note\nAda,x\n", encoding="utf-8")
    new.write_text("Name,City\nAda,London\n", encoding="utf-8")
    hand.window.open_path(old)
    hand.wait(hand.loaded)
    hand.click("stepPrompt")
    QTest.keyClicks(hand.find("promptEdit"), "See {{Note}} of {{Name}}.")
    current, first = hand.program.current, hand.program.current.id
    hand.window.open_path(new)
    hand.wait(lambda: hand.loaded() and current.id != first)
    hand.wait(lambda: hand.shows("messageText"))
    assert hand.text("messageText") == "This is a new job. The prompt that you wrote stays with “people”."
    assert hand.services.jobs.draft(current.id).recipe.prompt == ""
    hand.click("messageAction1")
    assert current.draft.recipe.prompt == "See {{Note}} of {{Name}}."
    assert hand.services.jobs.draft(first).recipe.prompt == "See {{Note}} of {{Name}}."
    assert not hand.shows("messageText")

    # Nothing is offered where there is nothing to take: beside a draft without a prompt.
    hand.click("newJobButton")
    hand.window.open_path(old)
    hand.wait(lambda: hand.loaded() and current.draft.info is not None and current.draft.info.path == str(old))
    hand.window.open_path(new)
    hand.wait(lambda: hand.loaded() and current.draft.info is not None and current.draft.info.path == str(new))
    hand.wait(lambda: not hand.window.view.reading)
    assert not hand.shows("messageText")


def test_a_draft_that_is_deleted_while_another_file_is_read_offers_its_prompt_no_more(
    hand: Hand, tmp_path: Path
) -> None:
    old, new = tmp_path / "people.csv", tmp_path / "towns.csv"
    old.write_text("Name,Note\nAda,x\n", encoding="utf-8")
    new.write_text("Name,City\nAda,London\n", encoding="utf-8")
    hand.window.open_path(old)
    hand.wait(hand.loaded)
    hand.click("stepPrompt")
    QTest.keyClicks(hand.find("promptEdit"), "See {{Note}} of {{Name}}.")
    current, first = hand.program.current, hand.program.current.id
    hand.window.open_path(new)
    assert current.id != first
    hand.services.deleting.delete(first)
    hand.wait(hand.loaded)
    assert not hand.shows("messageText")
