"""Threads, events, faults and second starts: what lies between the window and the rest."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import threading
import weakref
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, QThread, QTimer
from PySide6.QtWidgets import QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.__main__ import main
from app.bootstrap import build
from app.core.errors import AppError, Code, FileError, NeedsUser
from app.core.events import JobChanged, JobEnded, JobsChanged, RowsSaved
from app.services.hub import Hub
from app.services.tasks import Cancelled, TaskControl, Tasks
from app.ui.application import Program, make_application
from app.ui.background import Background
from app.ui.bridge import EventBridge
from app.ui.crash import CrashReporter, details_of
from app.ui.interpreter import Interpreter
from app.ui.messages import Messages
from app.ui.single_instance import SingleInstance
from app.ui.widgets.message_bar import MessageBar
from tests.ui.conftest import close, settle


@pytest.fixture
def tasks() -> Iterator[Tasks]:
    made = Tasks(1)
    yield made
    made.close()


def kept_background(tasks: Tasks, on_unhandled: Callable[[BaseException], None]) -> Background:
    """As in the program: it belongs to the application, so that no worker, letting go of it last, deletes it."""
    return Background(tasks, on_unhandled, QCoreApplication.instance())


def test_a_flood_of_events_is_told_once(qtbot: QtBot) -> None:
    hub, told = Hub(), []
    bridge = EventBridge(hub)
    bridge.job_changed.connect(lambda job: told.append((job, QThread.isMainThread())))
    bridge.rows_saved.connect(lambda job: told.append(("rows", job)))

    def flood() -> None:
        for _ in range(1000):
            hub.publish(JobChanged("a"))
            hub.publish(JobChanged("b"))
        hub.publish(RowsSaved("a"))

    thread = threading.Thread(target=flood)
    thread.start()
    thread.join()
    assert told == []
    qtbot.waitUntil(lambda: len(told) == 3, timeout=60_000)
    assert told == [("a", True), ("b", True), ("rows", "a")]
    bridge.close()


def test_events_reach_the_window_by_kind_and_stop_at_the_end(qtbot: QtBot) -> None:
    hub = Hub()
    told: list[object] = []
    bridge = EventBridge(hub)
    bridge.jobs_changed.connect(lambda: told.append("jobs"))
    bridge.job_ended.connect(lambda job, needs_user: told.append((job, needs_user)))
    hub.publish(JobsChanged())
    hub.publish(JobEnded("a", needs_user=True))
    qtbot.waitUntil(lambda: told == ["jobs", ("a", True)], timeout=60_000)
    bridge.close()
    hub.publish(JobsChanged())
    qtbot.wait(150)
    assert len(told) == 2


def test_results_come_back_to_the_windows_thread(qtbot: QtBot, tasks: Tasks) -> None:
    told: list[object] = []
    background, owner = kept_background(tasks, told.append), QObject()

    def work(control: TaskControl) -> str:
        control.progress(1, 2, "half")
        return f"main thread: {QThread.isMainThread()}"

    background.run_task(
        owner,
        "work",
        work,
        lambda result: told.append((result, QThread.isMainThread())),
        on_progress=lambda *progress: told.append(progress),
    )
    qtbot.waitUntil(lambda: told[-1:] == [("main thread: False", True)], timeout=60_000)


class Witness:
    """Says on which thread it died."""

    def __init__(self, deaths: list[threading.Thread]) -> None:
        weakref.finalize(self, lambda: deaths.append(threading.current_thread()))


def made_as_result(deaths: list[threading.Thread]) -> Callable[[TaskControl], object]:
    return lambda _control: Witness(deaths)


def captured_by_the_work(deaths: list[threading.Thread]) -> Callable[[TaskControl], object]:
    witness = Witness(deaths)
    return lambda _control: repr(witness)


def met_by_an_error(deaths: list[threading.Thread]) -> Callable[[TaskControl], object]:
    def work(_control: TaskControl) -> None:
        witness = Witness(deaths)
        raise FileError(f"{type(witness).__name__} can't be read.")

    return work


@pytest.mark.parametrize("last", ["window", "worker"])
@pytest.mark.parametrize("made", [made_as_result, captured_by_the_work, met_by_an_error])
def test_what_work_holds_and_brings_dies_in_the_windows_thread(
    qtbot: QtBot,
    tasks: Tasks,
    made: Callable[[list[threading.Thread]], Callable[[TaskControl], object]],
    last: str,
) -> None:
    """A widget or a model among it would take the program down on any other, whoever holds on to it longest."""
    deaths: list[threading.Thread] = []
    told: list[str] = []
    delivered, ended = threading.Event(), threading.Event()
    background, owner, begin = kept_background(tasks, print), QObject(), threading.Event()
    work = made(deaths)

    def waits(control: TaskControl, work: Callable[[TaskControl], object] = work) -> object:
        begin.wait(60)
        return work(control)

    def tell(_outcome: object) -> None:
        if last == "window":
            ended.wait(60)
            tasks.submit("after it", lambda _control: None).wait(60)  # by then the worker holds nothing of it
        told.append("told")

    handle = background.run_task(owner, "work", waits, tell, on_failed=tell)
    if last == "worker":
        handle.on_done(lambda: delivered.wait(60))
    handle.on_done(ended.set)
    del handle, work, waits
    begin.set()
    qtbot.waitUntil(lambda: bool(told), timeout=60_000)
    delivered.set()
    qtbot.waitUntil(lambda: bool(deaths), timeout=60_000)
    assert deaths == [threading.main_thread()]


def test_a_flood_of_progress_is_told_once_and_its_end_is_not_lost(qtbot: QtBot, tasks: Tasks) -> None:
    told: list[int] = []
    flooded, on, ended = threading.Event(), threading.Event(), threading.Event()
    background, owner = kept_background(tasks, print), QObject()

    def work(control: TaskControl) -> None:
        for done in range(1000):
            control.progress(done, 2000)
        flooded.set()
        on.wait(60)
        control.progress(1500, 2000)
        ended.wait(60)

    background.run_task(
        owner, "work", work, print, on_progress=lambda done, _total, _text: told.append(done), quick=True
    )
    assert flooded.wait(60)  # while the event loop stands still
    qtbot.waitUntil(lambda: bool(told), timeout=60_000)
    assert told == [999]
    on.set()
    qtbot.waitUntil(lambda: told == [999, 1500], timeout=60_000)
    ended.set()


def test_work_begins_once_the_window_has_come_to_rest_and_what_is_quick_at_once(qtbot: QtBot, tasks: Tasks) -> None:
    background, owner, begun = kept_background(tasks, print), QObject(), threading.Event()
    done: list[object] = []
    background.run_task(owner, "quick", lambda _control: begun.set(), done.append, quick=True)
    assert begun.wait(60)
    begun.clear()
    background.run_task(owner, "work", lambda _control: begun.set(), done.append)
    assert not begun.wait(0.2)  # the loop has not turned since: the window may still be painting
    qtbot.waitUntil(lambda: len(done) == 2, timeout=60_000)
    assert begun.is_set()


@pytest.mark.usefixtures("qtbot")
def test_work_that_has_not_begun_when_the_window_closes_never_does(tasks: Tasks) -> None:
    background, owner, begun = kept_background(tasks, print), QObject(), threading.Event()
    background.run_task(owner, "work", lambda _control: begun.set(), print)
    background.close()
    loop = QEventLoop()
    QTimer.singleShot(200, loop.quit)
    loop.exec()
    assert not begun.is_set()


def test_a_result_is_dropped_when_its_owner_has_gone(qtbot: QtBot, tasks: Tasks) -> None:
    told: list[object] = []
    background, owner, go = kept_background(tasks, told.append), QObject(), threading.Event()
    handle = background.run_task(owner, "work", lambda _control: go.wait(60), told.append)
    owner.deleteLater()
    settle()
    go.set()
    qtbot.waitUntil(lambda: handle.done, timeout=60_000)
    qtbot.wait(50)
    assert told == []


def test_closing_waits_for_what_is_just_being_told_and_nothing_is_told_after_it(tasks: Tasks) -> None:
    background = kept_background(tasks, lambda _error: None)
    order: list[str] = []
    entered, go_on = threading.Event(), threading.Event()

    class Told:
        def emit(self) -> None:
            order.append("telling")
            entered.set()
            go_on.wait(60)
            order.append("told")

    worker = threading.Thread(target=background._tell, args=(Told(),))
    worker.start()
    assert entered.wait(60)
    threading.Timer(0.2, go_on.set).start()
    background.close()
    order.append("closed")
    worker.join(60)
    background._tell(Told())
    assert order == ["telling", "told", "closed"]


def test_errors_reach_whoever_wants_them_and_else_the_messages(qtbot: QtBot, tasks: Tasks) -> None:
    unhandled: list[BaseException] = []
    wanted: list[BaseException] = []
    background, owner = kept_background(tasks, unhandled.append), QObject()

    def fail(_control: TaskControl) -> None:
        raise FileError("No.")

    background.run_task(owner, "work", fail, lambda _result: None)
    background.run_task(owner, "work", fail, lambda _result: None, on_failed=wanted.append)
    qtbot.waitUntil(lambda: len(unhandled) == len(wanted) == 1, timeout=60_000)


def test_work_that_was_stopped_is_no_error(qtbot: QtBot, tasks: Tasks) -> None:
    told: list[object] = []
    background, owner, begun = kept_background(tasks, told.append), QObject(), threading.Event()

    def work(control: TaskControl) -> None:
        begun.set()
        while True:
            control.check()

    handle = background.run_task(owner, "work", work, told.append)
    qtbot.waitUntil(begun.is_set, timeout=60_000)
    handle.cancel()
    qtbot.waitUntil(lambda: handle.done, timeout=60_000)
    qtbot.wait(50)
    assert told == []


def result_of(number: int, _control: TaskControl) -> int:
    return number


def test_of_overtaken_work_only_the_last_result_counts(qtbot: QtBot, tasks: Tasks) -> None:
    told: list[object] = []
    latest = kept_background(tasks, told.append).latest(QObject())
    for number in range(5):
        latest.run("work", partial(result_of, number), told.append)
    qtbot.waitUntil(lambda: told == [4], timeout=60_000)
    qtbot.wait(50)
    assert told == [4]


def test_a_fault_on_any_thread_shows_one_report_without_its_words(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    reporter = CrashReporter(str)
    reporter.install()
    try:

        def fail() -> None:
            raise RuntimeError("cell: Jane Doe, key sk-ant-api03-secret")

        thread = threading.Thread(target=fail)
        thread.start()
        thread.join()
        qtbot.waitUntil(lambda: reporter._dialog is not None, timeout=60_000)
    finally:
        reporter.remove()
    assert reporter._dialog is not None
    details = reporter._dialog.findChild(QPlainTextEdit, "problemDetails").toPlainText()
    assert "builtins.RuntimeError" in details
    assert "in fail" in details
    assert "Jane Doe" not in details + caplog.text
    assert "sk-ant" not in details + caplog.text
    reporter.report(ValueError("again"))
    qtbot.waitUntil(lambda: "builtins.ValueError" in reporter._dialog._details.toPlainText(), timeout=60_000)
    reporter._dialog.findChild(QPushButton, "problemClose").click()
    reporter._dialog.deleteLater()
    settle()


def test_details_name_places_in_the_code_and_not_the_users_folders() -> None:
    try:
        try:
            Path("/home/jane/secret.xlsx").read_text(encoding="utf-8")
        except OSError as error:
            raise RuntimeError("x") from error
    except RuntimeError as error:
        details = details_of(error)
    assert "builtins.RuntimeError" in details
    assert "builtins.FileNotFoundError" in details
    assert "jane" not in details
    assert "test_machinery.py" in details


def test_messages_show_our_own_errors_with_their_cure_and_report_the_rest(qtbot: QtBot) -> None:
    bugs: list[BaseException] = []
    pressed: list[str] = []
    messages, bar = Messages(bugs.append), MessageBar()
    qtbot.addWidget(bar)
    messages.attach(
        bar, lambda error: ("Enter key", lambda: pressed.append("key")) if error.code is Code.NO_KEY else None
    )
    messages.error(NeedsUser("There is no key.", "Nothing was sent.", "Enter one.", code=Code.NO_KEY))
    assert bar._text.text() == "There is no key. Nothing was sent. Enter one."
    cure = next(one for one in bar.findChildren(QPushButton) if one.objectName() == "messageAction1")
    cure.click()
    assert pressed == ["key"]
    messages.error(Cancelled())
    bug = ValueError("x")
    messages.error(bug)
    assert bugs == [bug]
    messages.error(AppError("Other."))
    assert bar._text.text() == "Other."
    messages.clear()
    assert bar.isHidden()


def second_start(name: str, path: str) -> subprocess.Popen[str]:
    code = (
        "import sys\n"
        "from PySide6.QtCore import QCoreApplication\n"
        "from app.ui import single_instance\n"
        "single_instance._PATIENCE_MS = single_instance._WAIT_MS = 60_000\n"
        "application = QCoreApplication([])\n"
        "print('asking', flush=True)\n"
        "print(single_instance.SingleInstance(sys.argv[1]).hand_over(sys.argv[2]))\n"
    )
    return subprocess.Popen([sys.executable, "-c", code, name, path], stdout=subprocess.PIPE, text=True)


def test_a_second_start_wakes_the_first_and_hands_over_its_file(qtbot: QtBot, tmp_path: Path) -> None:
    name = f"test-{tmp_path.name}-{os.getpid()}"
    first = SingleInstance(name)
    told: list[str] = []
    first.woken.connect(told.append)
    assert not first.hand_over("")
    before = os.umask(0)
    try:
        first.listen()
    finally:
        os.umask(before)
    if os.name != "nt":
        assert first._server is not None
        assert not Path(first._server.fullServerName()).stat().st_mode & 0o077, "another account could hand it files"
    with second_start(name, "/x/ü.csv") as second:
        qtbot.waitUntil(lambda: second.poll() is not None, timeout=60_000)
        assert second.communicate()[0].split() == ["asking", "True"]
    assert told == ["/x/ü.csv"]
    assert not SingleInstance(f"{name}-other").hand_over("")
    first.close()
    assert not SingleInstance(name).hand_over("")


def test_a_second_start_waits_until_the_first_is_painted(qtbot: QtBot, tmp_path: Path) -> None:
    name = f"test-{tmp_path.name}-{os.getpid()}"
    first = SingleInstance(name)
    told: list[str] = []
    first.woken.connect(told.append)
    assert not first.hand_over("")
    with second_start(name, "/x/ü.csv") as second:
        assert second.stdout is not None
        assert second.stdout.readline() == "asking\n"
        QTimer.singleShot(200, first.listen)  # it has found nobody by then, or finds somebody at once
        qtbot.waitUntil(lambda: second.poll() is not None, timeout=60_000)
        assert second.stdout.read() == "True\n"
    assert told == ["/x/ü.csv"]
    first.close()


def test_the_window_keeps_answering_while_a_file_is_read(qtbot: QtBot, tasks: Tasks) -> None:
    ticks: list[int] = []
    done: list[object] = []
    begun, answered = threading.Event(), threading.Event()

    def tick() -> None:
        if begun.is_set():
            ticks.append(1)
        if len(ticks) == 10:
            answered.set()

    def read(_control: TaskControl) -> bool:
        begun.set()
        return answered.wait(60)

    timer = QTimer()
    timer.timeout.connect(tick)
    timer.start(10)
    background, owner = kept_background(tasks, done.append), QObject()
    background.run_task(owner, "slow", read, done.append)
    qtbot.waitUntil(lambda: bool(done), timeout=90_000)
    timer.stop()
    assert done == [True]


def test_the_interpreter_favours_the_window_and_is_given_back(qtbot: QtBot) -> None:
    gc.enable()
    before = sys.getswitchinterval()
    interpreter = Interpreter()
    assert sys.getswitchinterval() < before
    made = _Cycle()
    gone = weakref.ref(made)
    del made
    interpreter._last = -1e9  # the user has been at the window all the time
    interpreter.look()
    assert gone() is None
    interpreter.release()
    assert sys.getswitchinterval() == before
    assert gc.isenabled()


def test_garbage_dies_in_the_windows_thread(qtbot: QtBot) -> None:
    """On a worker, it would be taken away while Qt deletes its other half."""
    interpreter = Interpreter()
    interpreter.begin()
    died: list[int] = []

    def make_much() -> None:
        for _ in range(5000):
            weakref.finalize(_Cycle(), lambda: died.append(threading.get_ident()))

    worker = threading.Thread(target=make_much)
    worker.start()
    worker.join()
    assert not died
    qtbot.waitUntil(lambda: len(died) == 5000, timeout=60_000)
    assert set(died) == {threading.get_ident()}
    interpreter.release()


def test_workers_collect_garbage_again_once_nothing_of_the_window_is_left(
    own_profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A worker that did so while a style was taken off its widgets brought the process down."""
    windows: list[bool] = []
    release = Interpreter.release
    garbage = weakref.ref(_Cycle())

    def look(interpreter: Interpreter) -> None:
        nonlocal garbage
        windows.append(isValid(program.window))
        made = _Cycle()
        garbage = weakref.ref(made)
        del made
        assert not gc.isenabled()
        release(interpreter)

    monkeypatch.setattr(Interpreter, "release", look)
    services = build(own_profile, practice=True)
    program = Program(make_application(), services)
    program.show()
    close(program, services)
    assert windows == [False]
    assert garbage() is None


def test_garbage_is_looked_for_once_the_window_is_there(own_profile: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    collecting: list[bool] = []
    show = Program.show

    def shown(program: Program, path: str = "") -> None:
        collecting.append(gc.isenabled())
        show(program, path)
        looking = QTimer(program.window, interval=10)
        gone = [weakref.ref(_Cycle()) for _ in range(5000)]

        def look() -> None:
            if all(each() is None for each in gone):
                collecting.append(gc.isenabled())
                looking.stop()
                program.window.leave()

        looking.timeout.connect(look)
        looking.start()

    monkeypatch.setattr(Program, "show", shown)
    assert main(["--practice", "--profile", str(own_profile)]) == 0
    assert collecting == [False, False]
    assert gc.isenabled()


class _Cycle:
    def __init__(self) -> None:
        self.me = self
