"""Long work that is stopped in its middle: what was done stays, what was not is told, and it can be begun again."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from app.bootstrap import build
from app.core.job import JobState
from app.core.outcome import Outcome
from app.services import importing, planning, taking
from app.services.job_file import ENDING
from app.services.tasks import TaskControl
from app.ui import job_errands
from app.ui.application import Program, make_application
from app.ui.dialogs.compare import CompareDialog
from app.ui.flow import Step
from app.ui.steps import prompt_guesses
from tests.stand_in.behaviours import Until
from tests.stand_in.stand_in import COUNT, CREATE, RESULTS, StandIn
from tests.ui.conftest import close, made
from tests.ui.hand import Hand
from tests.ui.midway import BOTH_WAYS, ROWS, bar, job_of, said, send, stop


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[StandIn]:
    """The service, on this machine."""
    with StandIn(tmp_path / "stand-in") as service:
        monkeypatch.setenv("ANTHROPIC_API_KEY", service.key)
        monkeypatch.setenv("ANTHROPIC_BASE_URL", service.url)
        yield service


@pytest.fixture
def open_real(qtbot: QtBot, own_profile: Path, stand_in: StandIn) -> Iterator[Callable[[], Hand]]:
    """Opens a window over the stand-in, closed at the end; each on the profile as the one before left it."""
    opened: list[Hand] = []

    def open_one() -> Hand:
        services = build(own_profile, interval=0.05)
        program = Program(make_application(), services)
        hand = Hand(qtbot, program, services)
        opened.append(hand)
        with qtbot.waitExposed(program.window, timeout=60_000):
            program.show()
        hand.wait(lambda: len(made(program)) == len(Step))
        return hand

    yield open_one
    for hand in opened:
        close(hand.program, hand.services)


def test_what_is_sent_stays_and_the_rest_waits_until_one_goes_on(
    open_real: Callable[[], Hand], stand_in: StandIn, gate: Until, rows: Path
) -> None:
    stand_in.on(CREATE, gate, nth=3)
    hand = open_real()
    send(hand, rows)
    hand.wait(gate.arrived.is_set)
    hand.click("stopSendingButton")
    hand.wait(lambda: hand.shows("goOnButton"))
    assert not hand.find("stopSendingButton").isVisible()
    gate.gate.set()
    hand.wait(lambda: job_of(hand).breakdown.running + job_of(hand).breakdown.waiting == ROWS)
    hand.wait(lambda: stand_in.batches and len(stand_in.batches) == 3)
    sent = sum(len(batch.custom_ids) for batch in stand_in.batches)
    hand.wait(lambda: job_of(hand).breakdown.running == sent)
    held = ROWS - sent
    hand.wait(lambda: f"{sent} rows are sent and stay so" in hand.text("needsYouText"))
    assert f"{held} rows are held here, and cost nothing" in hand.text("needsYouText")
    assert "$" in hand.text("needsYouText")
    assert hand.text("timeLeft") == "Sending stopped"

    # Their answers are collected all the same, in many turns in which nothing more leaves.
    stand_in.end_from_now_on()
    hand.wait(lambda: job_of(hand).breakdown.count(Outcome.ANSWERED) == sent)
    assert stand_in.count(CREATE) == 3
    hand.wait(lambda: f"{sent} rows are sent: {sent} answered for $" in hand.text("needsYouText"))
    assert hand.count("countWaiting") == held

    # A program that is started again does not take it up unasked.
    close(hand.program, hand.services)
    hand = open_real()
    hand.wait(lambda: hand.shows("goOnButton"))
    assert job_of(hand).state is JobState.NEEDS_YOU
    assert stand_in.count(CREATE) == 3
    hand.click("goOnButton")
    hand.wait(hand.finished)
    assert job_of(hand).breakdown.count(Outcome.ANSWERED) == ROWS
    assert len(stand_in.billed_rows()) == ROWS
    assert set(stand_in.accepted_rows().values()) == {1}


def test_getting_rows_ready_shows_how_far_it_is_and_is_begun_anew(
    open_real: Callable[[], Hand], stand_in: StandIn, gate: Until, rows: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark = taking.mark_taken

    def slow(*given: object, **named: object) -> None:
        control = next(each for each in given if isinstance(each, TaskControl))
        control.progress(5, 10)
        gate.arrived.set()
        while not gate.gate.wait(0.01):
            control.check()
        mark(*given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(planning, "mark_taken", slow)
    hand = open_real()
    send(hand, rows)
    hand.wait(lambda: hand.text("timeLeft") == "Getting the rows ready to be sent, 55%")
    hand.click("stopSendingButton")
    hand.wait(lambda: hand.services.poller.share_planned(job_of(hand).id) is None)
    hand.wait(lambda: hand.text("timeLeft") == "Sending stopped")
    assert hand.text("needsYouText").startswith("Sending was stopped.")
    assert not stand_in.batches
    gate.gate.set()
    stand_in.end_from_now_on()
    hand.click("goOnButton")
    hand.wait(hand.finished)
    assert set(stand_in.accepted_rows().values()) == {1}
    assert len(stand_in.accepted_rows()) == ROWS


def test_a_job_is_cancelled_while_its_answers_come_in(
    open_real: Callable[[], Hand], stand_in: StandIn, gate: Until, rows: Path
) -> None:
    held = Until(gate.gate, threading.Event())
    stand_in.on(CREATE, held, nth=3)
    stand_in.on(RESULTS, gate)
    hand = open_real()
    send(hand, rows)
    hand.wait(held.arrived.is_set)
    first = stand_in.batches[-1]
    stand_in.finish(first.id)
    hand.wait(gate.arrived.is_set)
    hand.click("cancelButton")
    hand.answer("questionYes")
    cancel = hand.find("cancelButton")
    assert isinstance(cancel, QPushButton)
    hand.wait(lambda: cancel.text() == "Cancelling")
    hand.wait(lambda: job_of(hand).breakdown.waiting < ROWS)
    gate.gate.set()
    stand_in.finish_all()
    hand.wait(hand.finished)
    counts = job_of(hand).breakdown
    assert counts.count(Outcome.ANSWERED) >= len(first.custom_ids)
    assert counts.settled == ROWS
    assert counts.count(Outcome.ANSWERED) == len(stand_in.billed_rows())


def test_what_a_closed_window_was_fetching_is_fetched_by_the_next(
    open_real: Callable[[], Hand], stand_in: StandIn, gate: Until, rows: Path
) -> None:
    stand_in.on(RESULTS, gate)
    hand = open_real()
    send(hand, rows)
    hand.wait(lambda: job_of(hand).breakdown.running == ROWS)
    stand_in.finish_all()
    hand.wait(gate.arrived.is_set)
    hand.program.window.leave()
    gate.gate.set()
    close(hand.program, hand.services)
    hand = open_real()
    hand.wait(hand.finished)
    assert job_of(hand).breakdown.count(Outcome.ANSWERED) == ROWS
    assert set(stand_in.accepted_rows().values()) == {1}


# What is done in this computer, held up at the first sign of how far it is


@BOTH_WAYS
def test_opening_a_file(hand: Hand, rows: Path, monkeypatch: pytest.MonkeyPatch, gate: Until, way: str) -> None:
    tell = importing.tell_rows

    def slow(control: TaskControl, count: int, share: float | None) -> None:
        tell(control, count, share)
        while not gate.gate.wait(0.01):
            control.check()

    monkeypatch.setattr(importing, "tell_rows", slow)
    before = [job.id for job in hand.services.jobs.list()]
    hand.window.open_path(rows)
    hand.wait(lambda: hand.shows("loadingRows") and hand.text("loadingRows") == f"{ROWS} rows, 100%")
    assert bar(hand, "loadingBar").maximum() > 0
    stop(hand, "loadingStop", way)
    hand.wait(lambda: said(hand) == "Stopped: “things.csv” was not opened, and your file is as it was.")
    assert hand.shows("openFileButton")
    assert len(hand.services.jobs.list()) <= len(before) + 1
    assert not any(hand.services.jobs.row_count(job.id) for job in hand.services.jobs.list())
    gate.gate.set()
    hand.window.open_path(rows)
    hand.wait(hand.loaded)
    assert hand.services.jobs.row_count(job_of(hand).id) == ROWS


def test_another_header_row(hand: Hand, rows: Path, monkeypatch: pytest.MonkeyPatch, gate: Until) -> None:
    hand.window.open_path(rows)
    hand.wait(hand.loaded)
    tell = importing.tell_rows

    def slow(control: TaskControl, count: int, share: float | None) -> None:
        tell(control, count, share)
        while not gate.gate.wait(0.01):
            control.check()

    monkeypatch.setattr(importing, "tell_rows", slow)
    hand.window.view.pages.data.opening.read_file(rows, header_row=3)
    hand.wait(lambda: hand.shows("loadingRows") and hand.text("loadingRows").endswith("100%"))
    stop(hand, "loadingStop", "button")
    hand.wait(lambda: said(hand).startswith("Stopped: the rows of “things.csv” are not here any more."))
    assert hand.shows("openFileButton")
    assert hand.program.current.info is None
    gate.gate.set()
    hand.window.open_path(rows)
    hand.wait(hand.loaded)
    assert hand.services.jobs.row_count(job_of(hand).id) == ROWS


@BOTH_WAYS
def test_counting(
    open_real: Callable[[], Hand],
    stand_in: StandIn,
    gate: Until,
    rows: Path,
    way: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # A pause in typing would have some counted as well, which could be the eight that get through.
    monkeypatch.setattr(prompt_guesses, "_COUNT_AFTER_MS", 3_600_000)
    stand_in.on(COUNT, gate, nth=9, times=ROWS)
    hand = open_real()
    hand.window.open_path(rows)
    hand.wait(hand.loaded)
    hand.click("stepPrompt")
    QTest.keyClicks(hand.find("promptEdit"), "What is {{Name}}?")
    hand.click("promptNextButton")
    # What is counted by then is shown, though others are still on their way.
    hand.wait(lambda: hand.shows("countingBar") and 0.6 < bar(hand, "countingBar").value() / 1000 < 1)
    stop(hand, "countingStop", way)
    hand.wait(lambda: said(hand) == "Counting was stopped. Nothing was sent, and nothing is spent.")
    assert hand.shows("promptEdit")
    assert not stand_in.batches
    gate.gate.set()
    hand.click("promptNextButton")
    hand.wait(lambda: hand.shows("submitButton"))


@BOTH_WAYS
@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_exporting(ended: Hand, held: Until, tmp_path: Path, ending: str, way: str) -> None:
    target = tmp_path / f"out{ending}"
    target.write_bytes(b"mine")
    held.gate.set()
    ended.click("stepResults")
    ended.wait(lambda: ended.shows("findingsSummary") and not ended.shows("findingsStop"))
    held.gate.clear()
    exporting = ended.window.view.pages.results._exporting
    exporting.export_to(target)
    stop(ended, "exportStop", way)
    ended.wait(lambda: said(ended).startswith("Stopped: nothing was written."))
    assert target.read_bytes() == b"mine"
    assert not [path for path in tmp_path.iterdir() if path.name.startswith((".out", "~")) or path.suffix == ".part"]
    held.gate.set()
    exporting.export_to(target)
    ended.wait(lambda: said(ended).startswith("Written: out"))
    assert target.read_bytes() != b"mine"


@pytest.mark.parametrize("what", ["duplicate", "save", "load", "delete"])
def test_whole_jobs(ended: Hand, held: Until, tmp_path: Path, what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(job_errands, "_AT_ONCE", 0)
    job, saved = job_of(ended).id, tmp_path / f"job{ENDING}"
    errands = ended.window._errands
    held.gate.set()
    errands.save_to(job, saved)
    ended.wait(lambda: said(ended).startswith("Written: job"))
    ended.wait(lambda: ended.window.findChild(QDialog, "errandProgress") is None)
    kept = saved.read_bytes()
    do, says = {
        "duplicate": (lambda: errands.duplicate(job), "Copying the job"),
        "save": (lambda: errands.save_to(job, saved), "Saving the job"),
        "load": (lambda: errands.load(saved), "Opening the job"),
        "delete": (lambda: errands.delete(job), "Deleting the job"),
    }[what]
    held.gate.clear()
    before = [each.id for each in ended.services.jobs.list()]
    do()
    shown = ended.dialog("errandProgress")
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    ended.wait(lambda: said(ended) == f"{says}: stopped. All is as it was before.")
    assert [each.id for each in ended.services.jobs.list()] == before
    assert saved.read_bytes() == kept
    assert ended.services.jobs.result_count(job) == ROWS
    assert ended.services.jobs.get(job).breakdown.count(Outcome.ANSWERED) == ROWS
    ended.wait(lambda: ended.window.findChild(QDialog, "errandProgress") is None)
    held.gate.set()
    do()
    more = {"duplicate": 1, "save": 0, "load": 1, "delete": -1}[what]
    ended.wait(lambda: len(ended.services.jobs.list()) == len(before) + more)
    ended.wait(lambda: ended.window.findChild(QDialog, "errandProgress") is None)


@BOTH_WAYS
def test_comparing_with_an_earlier_job(ended: Hand, held: Until, tmp_path: Path, rows: Path, way: str) -> None:
    held.gate.set()
    later = tmp_path / "later.csv"
    later.write_text(rows.read_text(encoding="utf-8") + "another\n", encoding="utf-8")
    earlier = job_of(ended).id
    ended.window.new_job()
    ended.window.open_path(later)
    ended.wait(lambda: ended.loaded() and job_of(ended).id != earlier)
    ended.click("stepPrompt")
    QTest.keyClicks(ended.find("promptEdit"), "What is {{Name}}?")
    ended.click("promptNextButton")
    ended.wait(lambda: ended.shows("sinceJob"))
    choice = ended.find("sinceJob")
    assert isinstance(choice, QComboBox)
    held.gate.clear()
    choice.setCurrentIndex(1)
    ended.wait(lambda: ended.text("sinceResult") == "Comparing… 0%")
    stop(ended, "sinceStop", way)
    ended.wait(lambda: choice.currentIndex() == 0)
    assert said(ended).startswith("Comparing was stopped")
    assert ended.services.continuing.chosen(job_of(ended).id)[0] is None or not ended.shows("sinceResult")
    held.gate.set()
    choice.setCurrentIndex(1)
    ended.wait(lambda: ended.text("sinceResult").startswith("1 new, 0 changed, 60 unchanged, 0 gone."))
    assert not ended.shows("sinceStop")


@BOTH_WAYS
def test_comparing_two_runs(ended: Hand, held: Until, way: str) -> None:
    held.gate.set()
    first = job_of(ended).id
    ended.services.moving.duplicate(first, "Again")(TaskControl())
    second = next(job.id for job in ended.services.jobs.list() if job.id != first)
    ended.services.jobs.set_fresh(second, fresh=True)
    ended.services.jobs.start(second, ended.services.estimating.price(second)(TaskControl()))
    ended.wait(lambda: str(ended.services.jobs.get(second).state) == "finished")
    held.gate.clear()
    dialog = CompareDialog(ended.window._context, first, 0, ended.window)
    dialog.open()
    ended.wait(lambda: ended.shows("compareStop"))
    ended.wait(lambda: ended.text("compareSaid").startswith("Comparing… "))
    if way == "escape":
        dialog.activateWindow()
        ended.wait(dialog.isActiveWindow)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    else:
        ended.click("compareStop")
    ended.wait(lambda: ended.text("compareSaid").startswith("Stopped."))
    assert dialog.isVisible()
    held.gate.set()
    dialog._start()
    ended.wait(lambda: ended.text("compareSaid").startswith("60 rows are in both"))
    dialog.reject()


def test_escape_in_the_bar_that_finds_closes_it_and_stops_nothing_else(
    ended: Hand, held: Until, tmp_path: Path
) -> None:
    held.gate.set()
    ended.click("stepResults")
    ended.wait(lambda: ended.shows("findingsSummary") and not ended.shows("findingsStop"))
    ended.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    ended.wait(lambda: ended.shows("resultsFindEdit"))
    held.gate.clear()
    exporting = ended.window.view.pages.results._exporting
    exporting.export_to(tmp_path / "out.csv")
    ended.wait(lambda: ended.shows("exportStop"))
    QTest.keyClick(ended.find("resultsFindEdit"), Qt.Key.Key_Escape)
    assert not ended.shows("resultsFindEdit")
    assert ended.shows("exportStop")
    held.gate.set()
    ended.wait(lambda: said(ended).startswith("Written: out"))
