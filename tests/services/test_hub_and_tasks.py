"""Events reach every listener; work reports, stops when asked, and its faults are told and not kept."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from app.core.errors import FileError
from app.core.events import Event, JobChanged, JobsChanged
from app.services.hub import Hub
from app.services.tasks import Cancelled, TaskControl, TaskHandle, Tasks
from app.services.turnstile import go_first


@pytest.fixture
def tasks() -> Iterator[Tasks]:
    found = Tasks(2)
    yield found
    found.close()


def test_every_subscriber_hears_of_everything_in_order() -> None:
    hub, one, two = Hub(), list[Event](), list[Event]()
    hub.subscribe(one.append)
    hub.subscribe(two.append)
    events: list[Event] = [JobChanged("a"), JobsChanged(), JobChanged("b")]
    for event in events:
        hub.publish(event)
    assert one == two == events


def test_who_unsubscribes_hears_no_more() -> None:
    hub, heard = Hub(), list[Event]()
    leave = hub.subscribe(heard.append)
    hub.publish(JobsChanged())
    leave()
    leave()
    hub.publish(JobsChanged())
    assert heard == [JobsChanged()]


def test_who_unsubscribes_while_being_told_is_no_harm() -> None:
    hub, heard = Hub(), list[Event]()
    leaves = [hub.subscribe(lambda _event: leaves[0]())]
    hub.subscribe(heard.append)
    hub.publish(JobsChanged())
    hub.publish(JobsChanged())
    assert len(heard) == 2


@pytest.mark.logs_warnings
def test_one_that_fails_keeps_nothing_from_the_others() -> None:
    hub, heard = Hub(), list[Event]()

    def broken(_event: Event) -> None:
        raise RuntimeError("a fault")

    hub.subscribe(broken)
    hub.subscribe(heard.append)
    hub.publish(JobsChanged())
    assert heard == [JobsChanged()]


def test_events_come_on_the_thread_that_publishes() -> None:
    hub, threads = Hub(), list[int]()
    hub.subscribe(lambda _event: threads.append(threading.get_ident()))
    other = threading.Thread(target=lambda: hub.publish(JobsChanged()))
    other.start()
    other.join()
    assert threads
    assert threads[0] != threading.get_ident()


def test_work_gives_its_result_and_tells_how_far_it_is(tasks: Tasks) -> None:
    go = threading.Event()

    def work(control: TaskControl) -> int:
        go.wait(60)
        control.progress(1, 2, "half")
        control.progress(2, 2)
        return 42

    handle = tasks.submit("count", work)
    told: list[tuple[int, int | None, str]] = []
    ended: list[tuple[int | None, BaseException | None]] = []
    handle.on_progress(lambda *progress: told.append(progress))
    handle.on_done(lambda: ended.append(handle.outcome))
    assert not handle.done
    go.set()
    assert handle.wait(60) == 42
    assert handle.done
    handle.on_done(lambda: ended.append(handle.outcome))  # late: at once
    assert told == [(1, 2, "half"), (2, 2, "")]
    assert ended[-1] == (42, None)


def test_an_error_for_people_is_handed_over(tasks: Tasks) -> None:
    def work(_control: TaskControl) -> None:
        raise FileError("No such file.")

    handle = tasks.submit("open", work)
    with pytest.raises(FileError):
        handle.wait(60)


@pytest.mark.logs_warnings
def test_a_fault_is_logged_and_handed_over(tasks: Tasks, caplog: pytest.LogCaptureFixture) -> None:
    def work(_control: TaskControl) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        tasks.submit("divide", work).wait(60)
    assert "task divide failed" in caplog.text


def test_work_stops_at_its_next_check(tasks: Tasks) -> None:
    begun = threading.Event()

    def work(control: TaskControl) -> None:
        begun.set()
        while True:
            control.check()

    handle = tasks.submit("for ever", work)
    begun.wait(60)
    handle.cancel()
    with pytest.raises(Cancelled):
        handle.wait(60)


def test_work_holds_still_while_the_window_goes_first(tasks: Tasks) -> None:
    begun = threading.Event()
    go_first(600.0)
    try:
        handle = tasks.submit("still", lambda _control: begun.set())
        assert not begun.wait(0.1)
    finally:
        go_first(0.0)
    handle.wait(60)


def test_work_that_is_to_stop_holds_still_for_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.sleep", lambda _seconds: pytest.fail("it waited"))
    control = TaskControl()
    control.stop()
    go_first(600.0)
    try:
        with pytest.raises(Cancelled):
            control.check()
    finally:
        go_first(0.0)


def test_work_that_was_stopped_before_its_turn_is_not_begun() -> None:
    tasks, go, done = Tasks(1), threading.Event(), list[str]()
    first = tasks.submit("first", lambda _control: go.wait(60))
    second = tasks.submit("second", lambda _control: done.append("second"))
    second.cancel()
    go.set()
    first.wait(60)
    with pytest.raises(Cancelled):
        second.wait(60)
    assert done == []
    tasks.close()


def test_closing_stops_all_work_and_waits_for_it() -> None:
    tasks, begun = Tasks(2), threading.Barrier(3)
    ended: list[str] = []

    def work(control: TaskControl) -> None:
        begun.wait(60)
        try:
            while True:
                control.check()
        finally:
            ended.append("ended")

    for _ in range(2):
        tasks.submit("for ever", work)
    begun.wait(60)
    tasks.close()
    assert ended == ["ended", "ended"]


def test_what_is_shown_while_somebody_types_waits_for_no_call(tasks: Tasks) -> None:
    gate = threading.Event()
    try:
        blocked = [tasks.submit(f"call {number}", lambda _control: gate.wait(300)) for number in range(10)]
        preview = TaskHandle("preview", lambda _control: "shown")
        tasks.begin(preview, quick=True)
        assert preview.wait(60) == "shown"
        assert not any(one.done for one in blocked)
    finally:
        gate.set()


def test_what_nobody_waits_for_is_done_once_nothing_else_is_under_way(tasks: Tasks) -> None:
    order: list[str] = []
    go, ended = threading.Event(), threading.Event()

    def wait_and_note(_control: TaskControl) -> None:
        go.wait(60)
        order.append("busy")

    def note_and_end(_control: TaskControl) -> None:
        order.append("spare")
        ended.set()

    busy = tasks.submit("busy", wait_and_note)
    tasks.when_idle("spare", note_and_end)
    tasks.submit("beside", lambda _control: order.append("beside")).wait(60)
    assert order == ["beside"]  # a thread was free, and yet it was left alone
    go.set()
    busy.wait(60)
    assert ended.wait(60)
    assert order == ["beside", "busy", "spare"]


def test_what_waits_for_a_spare_moment_is_not_begun_any_more_when_all_ends() -> None:
    made, begun = Tasks(1), threading.Event()
    made.submit("busy", _until_stopped)
    made.when_idle("spare", lambda _control: begun.set())
    made.close()
    assert not begun.is_set()


def test_what_nobody_waits_for_keeps_still_for_a_moment_in_which_all_may_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.services.tasks._MOMENT", 600)
    made, begun = Tasks(1), threading.Event()
    made.when_idle("spare", lambda _control: begun.set())
    made.close()
    assert not begun.is_set()


def _until_stopped(control: TaskControl) -> None:
    while not control.cancelled:
        threading.Event().wait(0.005)
