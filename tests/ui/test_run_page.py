"""The Run page: what may be closed when, and why rows have no answer."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QTableView

from app.core.breakdown import Breakdown
from app.core.clocks import DAY
from app.core.errors import Code, Problem
from app.core.events import JobsChanged
from app.core.job import Job, JobState
from app.core.outcome import Outcome
from app.core.part import Part, PartState
from app.ui import job_wording, parts_wording, wording
from app.ui.flow import Step
from app.ui.models.roles import ACCESSIBLE_TEXT
from app.ui.steps.run import RunPage
from tests.ui.hand import Hand

SENDING = Job("j", "Guests", JobState.SENDING, 0.0, Breakdown(10_000, running=1_112), started_at=1_790_000_000.0)


@pytest.fixture
def page(hand: Hand) -> RunPage:
    found = hand.window.view.pages[Step.RUN]
    assert isinstance(found, RunPage)
    return found


def footer(page: RunPage, job: Job) -> str:
    page.current.job = job
    return page.footer_text()


def test_the_window_stays_open_until_all_is_sent(page: RunPage) -> None:
    said = footer(page, SENDING)
    assert said.startswith("Keep Batchsheet open until all is sent: 8,888 rows to go.")
    assert footer(page, replace(SENDING, state=JobState.WAITING)) == said
    asked = footer(page, replace(SENDING, state=JobState.NEEDS_YOU))
    assert asked == "8,888 rows are not sent yet: they wait for what is asked above."


def test_what_is_all_sent_goes_on_by_itself(page: RunPage) -> None:
    sent = replace(SENDING, state=JobState.RUNNING, breakdown=Breakdown(10_000, running=10_000))
    assert footer(page, sent).startswith("You can close Batchsheet")


def test_a_job_that_is_being_cancelled_says_so(page: RunPage) -> None:
    cancelling = replace(SENDING, state=JobState.CANCELLING, cancelling=True)
    assert footer(page, cancelling).startswith("You can close Batchsheet: what was answered by then waits for you")
    assert wording.time_left(cancelling, None) == "The service is stopping"
    assert job_wording.job_line(cancelling, 0.0) == "Cancelling · 0 of 10,000"


def test_every_reason_is_listed_and_none_twice(page: RunPage) -> None:
    causes = {"max_tokens": 4, "refusal": 1, "unfit": 2, "service_error": 3}
    outcomes = {Outcome.CUT_SHORT: 4, Outcome.DECLINED: 1, Outcome.FAILED: 5, Outcome.EXPIRED: 7}
    job = replace(SENDING, breakdown=Breakdown(100, outcomes=outcomes, causes=causes))
    for _twice in range(2):
        page.money.causes.show_job(job)
    reasons = [one for one in page.money.causes.findChildren(QLabel) if one.property("role") == "hint"]
    shown = [one.text() for one in reasons if not one.isHidden()]
    assert [int(text.split()[0]) for text in shown] == [7, 4, 3, 2, 1]
    assert shown[0] == "7 rows: The service did not get there in time. That costs nothing."


def test_parts_are_shown_in_full_in_a_narrow_window(hand: Hand, page: RunPage) -> None:
    hand.window.resize(1024, 700)
    page._stack.setCurrentWidget(page.content)
    hand.window.view._stack.setCurrentWidget(page)
    done = {Outcome.ANSWERED: 21_600}
    parts = [Part("j", 12, PartState.ENDED, 21_600, 21_600, 9, 9, settled=done, cost=3 * 10**13)]
    hand.wait(lambda: page.parts.table.isVisible())
    page.parts.show_parts(parts)
    for column in range(page.parts.model.columnCount()):
        assert page.parts.table.columnWidth(column) >= page.parts.table.sizeHintForColumn(column), column


def test_four_kinds_of_failure_are_in_sight_in_a_narrow_german_window(open_window: Callable[..., Hand]) -> None:
    hand = open_window(language="de")
    page = hand.window.view.pages[Step.RUN]
    assert isinstance(page, RunPage)
    hand.window.resize(1024, 700)
    page._stack.setCurrentWidget(page.content)
    hand.window.view._stack.setCurrentWidget(page)
    hand.wait(page.parts.table.isVisible)
    kinds = dict.fromkeys((Outcome.CUT_SHORT, Outcome.DECLINED, Outcome.FAILED, Outcome.EXPIRED), 44)
    settled = {Outcome.ANSWERED: 800, **kinds}
    part = Part("j", 14, PartState.COLLECTED, 976, 976, 9, 9, settled=settled, cost=8_100_000_000)
    page.parts.show_parts([part])
    assert page.parts.model.index(0, 3).data() == "0,0081\u00a0$"
    assert not page.parts.table.horizontalScrollBar().maximum()


def flying(days_ago: float) -> Part:
    sent = time.time() - days_ago * DAY
    return Part(
        "j", 1, PartState.ENDED if days_ago > 1 else PartState.SENT, 9, 9, 9, 9, sent_at=sent, expires_at=sent + DAY
    )


def test_what_runs_out_is_in_sight(page: RunPage) -> None:
    page.parts.show_parts([flying(0.25)])
    assert "(in 18 h)" in page.parts.hint.text()
    assert ", the last by " in page.parts.hint.text()
    assert page._short.isHidden()
    page.parts.show_parts([flying(0.25), replace(flying(0.25), number=2, state=PartState.PLANNED)])
    assert ", those sent by " in page.parts.hint.text()  # of what is still here nobody knows
    page.parts.show_parts([flying(27), flying(0.25)])
    assert not page._short.isHidden()
    assert "2 days are left" in page._short_text.text()
    page.parts.show_parts([flying(30)])
    assert "probably gone" in page._short_text.text()
    page.parts.show_parts([])
    assert page._short.isHidden()


def test_a_part_without_answers_is_not_called_done(page: RunPage) -> None:
    gone = Part("j", 1, PartState.COLLECTED, 9, 9, 9, 10**12, possible=10**12)
    page.parts.show_parts([gone])
    assert page.parts.model.index(0, 1).data() == "out of reach"
    assert "may have cost up to $1.00" in parts_wording.part_says(gone)
    some = replace(gone, cost=10**11, possible=10**12, settled={Outcome.ANSWERED: 8, Outcome.FAILED: 1})
    page.parts.show_parts([some])
    assert page.parts.model.index(0, 1).data() == "done"
    assert "billed $0.10 · may have cost up to $1.10" in parts_wording.part_says(some)


def with_failures(open_window: Callable[..., Hand]) -> tuple[Hand, Job]:
    """A window with a job that has ended with rows of every kind."""
    hand = open_window(faults=True)
    hand.click("exampleButton")
    hand.wait(hand.loaded)
    hand.click("stepPrice")
    hand.click("submitButton")
    hand.wait(hand.finished)
    job = hand.program.current.job
    assert job is not None
    return hand, job


@pytest.mark.logs_warnings
def test_each_reason_leads_to_exactly_its_rows(open_window: Callable[..., Hand]) -> None:
    hand, job = with_failures(open_window)
    reasons = wording.unanswered(job.breakdown)
    assert len(reasons) > 3
    hand.click("stepRun")
    assert f"{sum(count for count, _why, _name in reasons)} rows have no whole answer" in hand.text("statusMessage")
    grid, again = hand.find("resultsGrid"), hand.find("askAgainButton")
    assert isinstance(grid, QTableView)
    assert isinstance(again, QPushButton)
    for number, (count, _why, name) in enumerate(reasons, 1):
        assert len(hand.services.jobs.rows_without_answer(job.id, name)) == count
        hand.click("stepRun")
        hand.click(f"causeShow{number}")
        assert hand.waits_for_rows(grid, count)
        if name == "max_tokens":  # what the page shows is what it offers to ask again
            hand.wait(lambda: "twice the room" in again.text())
            assert f"Ask {count} row" in again.text().replace("&", "")
    hand.click("newJobButton")  # the panel of the last row has nothing to read when all is closed


def by_cause(hand: Hand) -> dict[str, int]:
    """The places of the causes on the page, as they are numbered."""
    job = hand.program.current.job
    assert job is not None
    return {name: place for place, (_count, _why, name) in enumerate(wording.unanswered(job.breakdown), 1)}


def cut_off(hand: Hand, count: int) -> list[str]:
    """The links beside the causes that their list, which can't scroll sideways, cuts off."""
    area = hand.find("causes")
    assert isinstance(area, QScrollArea)
    view = area.viewport()
    links = [hand.find(f"cause{kind}{place}") for kind in ("Show", "Cure") for place in range(1, count + 1)]
    return [one.objectName() for one in links if one.mapTo(view, one.rect().topRight()).x() >= view.width()]


@pytest.mark.logs_warnings
def test_each_reason_has_its_cure_at_one_click(open_window: Callable[..., Hand]) -> None:
    hand, job = with_failures(open_window)
    hand.click("stepRun")
    places, causes = by_cause(hand), dict(job.breakdown.causes)
    assert {"max_tokens", "service_error", "invalid_request"} <= set(places)
    for name, place in places.items():
        hand.wait(partial(hand.shows, f"causeCure{place}"))
        text = hand.find(f"causeCure{place}")
        assert isinstance(text, QPushButton)
        says = "new job" if name == "invalid_request" else "Twice the room" if name == "max_tokens" else "Ask again"
        assert says in text.text()
        assert ("$" in text.text()) == (name != "invalid_request")
    hand.window.resize(1024, 700)
    hand.wait(lambda: not cut_off(hand, len(places)))
    hand.window.resize(1440, 1000)
    scrolled = hand.find("causes")
    assert isinstance(scrolled, QScrollArea)
    hand.wait(lambda: not scrolled.verticalScrollBar().maximum())  # there is room for all of them

    hand.click(f"causeCure{places['invalid_request']}")
    hand.wait(lambda: hand.program.current.id != job.id)
    made = hand.program.current
    wrong = hand.services.jobs.rows_without_answer(job.id, "invalid_request")
    assert [row for row in range(2, 10_000) if made.draft.rows.in_range(row) and row <= max(wrong)] == list(wrong)
    assert hand.services.estimating.guessing.chosen(made.id) == len(wrong)

    hand.program.current.select(job.id)
    hand.click("stepRun")
    parts = len(hand.services.jobs.parts(job.id))
    others = {name: count for name, count in causes.items() if name != "service_error"}
    hand.program.messages.good("Written: people.xlsx")
    hand.click(f"causeCure{places['service_error']}")
    assert not hand.shows("messageBar")  # the file has not the answers that are asked for now
    jobs = hand.services.jobs
    hand.wait(lambda: len(jobs.parts(job.id)) > parts and jobs.get(job.id).state is JobState.FINISHED)
    page = hand.window.findChild(RunPage)

    def is_on_page() -> bool:
        focused = hand.window.focusWidget()
        return focused is not None and page.isAncestorOf(focused)

    hand.wait(lambda: hand.finished() and is_on_page())
    again = hand.services.jobs.get(job.id).breakdown
    assert {name: count for name, count in again.causes.items() if name in others} == others
    assert sum(again.outcomes.values()) == sum(job.breakdown.outcomes.values())


def test_cancelling_asks_first_and_keeps_what_is_answered(open_window: Callable[..., Hand], tmp_path: Path) -> None:
    path = tmp_path / "many.csv"
    path.write_text("N\n" + "\n".join(str(n) for n in range(3000)), encoding="utf-8")
    hand = open_window(path=str(path))
    hand.wait(hand.loaded)
    hand.click("stepPrompt")
    QTest.keyClicks(hand.find("promptEdit"), "Is {{N}} prime?")
    hand.click("promptNextButton")
    hand.click("submitButton")
    assert hand.find("cancelButton").focusPolicy() & Qt.FocusPolicy.TabFocus
    hand.click("cancelButton")
    hand.answer("questionYes")
    hand.wait(hand.finished, 60)
    hand.wait(lambda: hand.count("countCancelled") + hand.count("countAnswered") == 3000)
    # The button that was pressed is gone; the next in the window's order would be “New job”.
    hand.wait(lambda: hand.window.focusWidget() is hand.find("partsTable"))
    cancelled = hand.count("countCancelled") if hand.shows("countCancelled") else 0
    hand.click("stepResults")
    hand.wait(lambda: hand.shows("billCost"))
    # The estimate was for all rows, the bill is for those that were answered.
    assert hand.shows("billUnasked") == (cancelled > 0)
    assert not cancelled or f"{cancelled:,} rows that were cancelled" in hand.text("billUnasked")


def test_a_disk_that_is_full_is_told_although_no_job_can_be_told_of_it(hand: Hand, page: RunPage) -> None:
    bar, poller = page._hold, SimpleNamespace(trouble=None)
    bar._services = SimpleNamespace(poller=poller)  # type: ignore[assignment]
    running = replace(SENDING, state=JobState.RUNNING)
    bar.show_job(running)
    assert bar.isHidden()
    poller.trouble = Problem(str(Code.DISK_FULL), "The disk is full.")
    page.services.hub.publish(JobsChanged())
    told = bar.findChild(QLabel, "needsYouText")
    assert told is not None
    hand.wait(lambda: not bar.isHidden() and told.text() == "The disk is full.")
    poller.trouble = None  # as between two tries
    bar.show_job(running)
    assert not bar.isHidden()
    bar.show_job(replace(running, breakdown=Breakdown(10_000, running=1_111)))  # what is written down is new
    assert bar.isHidden()


def test_with_a_full_disk_no_end_is_promised(hand: Hand, page: RunPage) -> None:
    poller = SimpleNamespace(trouble=Problem(str(Code.DISK_FULL), "The disk is full."))
    page._hold._services = SimpleNamespace(poller=poller)  # type: ignore[assignment]
    running = replace(SENDING, state=JobState.RUNNING, started_at=time.time())
    page.current.job = running
    page._hold.show_job(running)
    page._show_time()
    assert hand.text("timeLeft") == "Disk full"
    poller.trouble = None
    page.current.job = replace(running, breakdown=Breakdown(10_000, running=1_111))
    page._hold.show_job(page.current.job)
    page._show_time()
    assert hand.text("timeLeft").startswith("Most jobs end within an hour")


def test_a_disk_that_is_full_is_told_in_the_list_of_jobs(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    hand.services.poller.stop()
    running, model = replace(SENDING, state=JobState.RUNNING), hand.window._side.model
    monkeypatch.setattr(hand.services.jobs, "list", lambda: [running, replace(SENDING, id="d", state=JobState.DRAFT)])
    hand.services.poller.trouble = Problem(str(Code.DISK_FULL), "The disk is full.")
    hand.services.hub.publish(JobsChanged())

    def lines() -> list[str]:
        texts = [model.index(line).data(ACCESSIBLE_TEXT) for line in range(model.rowCount())]
        return [text for text in texts if text.startswith("Guests")]

    hand.wait(lambda: lines() == ["Guests, Disk full · 0 of 10,000", "Guests, No rows yet"])
