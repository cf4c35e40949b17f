"""Leaving the window and coming back to it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pytest
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QSplitter, QWidget

from app.core.breakdown import Breakdown
from app.core.job import Job, JobState
from app.services.exporting import Exporting
from app.services.jobs import Jobs
from app.ui.leaving import asks_before_leaving
from app.ui.left_places import put_back_sizes
from app.ui.notifications import Notifications
from app.ui.widgets.data_table import DataTable
from tests.ui.conftest import close
from tests.ui.hand import Hand

SENDING = Job("j", "Guests", JobState.SENDING, 0.0, Breakdown(100, running=40))


def test_the_window_opens_where_it_was_left(open_window: Callable[..., Hand], small_file: Path) -> None:
    first = open_window(path=str(small_file))
    first.wait(first.loaded)
    older = first.program.current.id
    first.click("stepPrompt")
    QTest.keyClicks(first.find("promptEdit"), "Who is {{Name}}?")
    first.click("newJobButton")
    first.window.show_job(older)
    first.click("stepPrice")
    close(first.program, first.services)
    second = open_window()
    assert second.program.current.id == older
    assert second.find("stepPrice").isChecked()  # type: ignore[attr-defined]
    second.wait(lambda: second.shows("submitButton"))


def test_columns_rows_and_sides_stand_as_they_were_left(open_window: Callable[..., Hand], tmp_path: Path) -> None:
    long, other = tmp_path / "long.csv", tmp_path / "other.csv"
    long.write_text("Name,City,Note\n" + "".join(f"Person {n},Berlin,{n}\n" for n in range(500)), encoding="utf-8")
    other.write_text("Name,City,Note\nAda,London,1\n", encoding="utf-8")
    first = open_window(path=str(long))
    first.wait(first.loaded)
    job = first.program.current.id
    grid, splitter = first.find("sheetGrid"), first.find("promptSides")
    assert isinstance(grid, DataTable)
    assert isinstance(splitter, QSplitter)
    grid.setColumnWidth(1, 222)
    grid.horizontalHeader().moveSection(2, 0)
    grid.freeze_to(2)
    grid.verticalScrollBar().setValue(321)
    first.click("stepPrompt")
    splitter.moveSplitter(splitter.sizes()[0] + 40, 1)
    sides = splitter.sizes()
    first.click("newJobButton")
    first.window.open_path(other)  # another job's table has its own place
    first.wait(lambda: first.program.current.info is not None and first.program.current.info.rows == 1)
    assert grid.columnWidth(1) != 222
    first.window.show_job(job)
    first.click("stepData")
    close(first.program, first.services)

    second = open_window()
    assert second.program.current.id == job
    again = second.find("sheetGrid")
    assert isinstance(again, DataTable)
    second.wait(lambda: again.rowAt(0) == 321)
    assert again.columnWidth(1) == 222
    assert [again.horizontalHeader().logicalIndex(place) for place in range(3)] == [2, 0, 1]
    assert again.frozen.count == 1
    wide = QSplitter()  # the window has no room for these sizes on the screen of a test
    wide.addWidget(QWidget())
    wide.addWidget(QWidget())
    wide.resize(sum(sides) + wide.handleWidth(), 300)
    put_back_sizes(wide, "promptSides", second.services)
    assert wide.sizes() == sides


def test_closing_asks_while_rows_are_not_sent(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Jobs, "list", lambda _self: [SENDING])
    assert not hand.window.close()
    hand.answer("questionNo")
    assert hand.window.isVisible()
    assert not hand.window.close()
    hand.answer("questionYes")
    hand.wait(lambda: not hand.window.isVisible())


def test_the_question_names_the_jobs_and_what_becomes_of_a_file(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    others = [replace(SENDING, id=name, name=name) for name in ("Towns", "Rivers", "Lakes")]
    sent = replace(SENDING, id="s", name="Sent", breakdown=Breakdown(100, running=100))
    for jobs, says in (
        ([SENDING, sent, others[0]], "120 rows of “Guests”, “Towns” are not sent yet. Close all the same?"),
        ([SENDING, *others], "240 rows of “Guests”, “Towns”, “Rivers”, … are not sent yet. Close all the same?"),
    ):
        monkeypatch.setattr(Jobs, "list", lambda _self, found=jobs: found)
        for writing in (False, True):
            asked = asks_before_leaving(hand.program.context, hand.window, lambda: None, writing=writing)
            assert asked
            box = hand.dialog("question")
            assert isinstance(box, QMessageBox)
            assert box.text() == says
            assert ("file that is being written" in box.informativeText()) == writing
            hand.answer("questionNo")
            hand.wait(lambda: hand.window.findChild(QMessageBox, "question") is None)


def test_closing_asks_nothing_once_all_is_sent(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    sent = replace(SENDING, state=JobState.RUNNING, breakdown=Breakdown(100, running=100))
    monkeypatch.setattr(Jobs, "list", lambda _self: [sent])
    assert hand.window.close()


def test_closing_asks_while_a_file_is_written(hand: Hand, monkeypatch: pytest.MonkeyPatch, small_file: Path) -> None:
    hand.window.open_path(small_file)
    hand.wait(hand.loaded)
    hand.click("stepPrompt")
    QTest.keyClicks(hand.find("promptEdit"), "Who is {{Name}}?")
    hand.click("promptNextButton")
    hand.click("submitButton")
    hand.wait(hand.finished)
    hand.click("stepResults")
    written = threading.Event()
    export = Exporting.export

    def slow(*words: Any, **choices: Any) -> Any:
        work = export(*words, **choices)
        return lambda control: (written.wait(60), work(control))[1]

    monkeypatch.setattr(Exporting, "export", slow)
    target = small_file.with_name("answered.xlsx")
    hand.click("exportButton")
    hand.save_as(target)
    hand.wait(lambda: hand.shows("exportBar"))
    assert not hand.window.close()
    hand.answer("questionNo")
    written.set()
    hand.wait(target.exists)
    hand.wait(lambda: not hand.find("exportBar").isVisible())
    assert hand.window.close()


def test_a_badge_says_how_many_jobs_are_under_way(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[int] = []
    monkeypatch.setattr(QGuiApplication, "setBadgeNumber", lambda _self, number: told.append(number))
    monkeypatch.setattr(Jobs, "list", lambda _self: [SENDING, replace(SENDING, id="k", state=JobState.FINISHED)])
    hand.program.notifications.show_progress()
    needing = replace(SENDING, id="n", state=JobState.NEEDS_YOU)
    monkeypatch.setattr(Jobs, "list", lambda _self: [SENDING, SENDING, needing])
    hand.program.notifications.show_progress()
    assert told == [1, 1]


def test_a_click_on_a_note_leads_to_its_job_and_not_to_the_last_one(
    hand: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two end shortly after one another on a desktop that has both a tray, which can't tell notes apart, and notes."""
    said: list[tuple[str, str]] = []
    click: list[Callable[[str], None]] = []

    class Notes:
        def say(self, tag: str, title: str, _text: str) -> None:
            said.append((tag, title))

        def close(self) -> None:
            click.clear()

    def offered(on_chosen: Callable[[str], None]) -> Notes:
        click.append(on_chosen)
        return Notes()

    jobs = hand.services.jobs
    first, second = (jobs.new_draft(name).id for name in ("Towns", "Rivers"))
    tray = Mock()
    with monkeypatch.context() as desktop:
        desktop.setattr(QGuiApplication, "platformName", lambda: "xcb")
        desktop.setattr("app.ui.notifications.QSystemTrayIcon", tray)
        desktop.setattr("app.services.desktop.notes", offered)
        made = Notifications(jobs, QIcon(), hand.window)
    chosen: list[str] = []
    made.clicked.connect(chosen.append)
    made.job_ended(first, needs_user=False)
    made.job_ended(second, needs_user=False)
    assert said == [(first, "Towns is done"), (second, "Rivers is done")]
    click[0](first)
    assert chosen == [first]
    tray.return_value.showMessage.assert_not_called()
    made.close()
