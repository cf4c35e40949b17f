"""The poller between threads and processes: who drives, who waits, and what happens at the seams."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import orjson
import pytest

from app.batch_api.client import Connection
from app.batch_api.prices import prices_for
from app.core.errors import Code, InputError, NeedsUser
from app.core.events import JobEnded, JobsChanged
from app.core.job import Job, JobState
from app.core.outcome import Outcome
from app.core.part import PartState
from app.core.price import Usage
from app.practice.wire import PracticeRequest
from app.services.pace import Pace
from app.services.part_items import part_builder, part_items
from app.services.poller import Poller
from app.services.rescue import Rescue
from app.services.tasks import TaskControl
from app.store.cuts import CutStore
from app.store.parts import PartStore
from app.system.profile_lock import ProfileLock
from tests.services.rehearsal import RECIPE, Rehearsal
from tests.stand_in import behaviours as be
from tests.stand_in.stand_in import CANCEL, CREATE, RETRIEVE, StandIn

pytestmark = pytest.mark.logs_warnings

ROWS = 60


class Threaded(Rehearsal):
    """The program with its own threads and a real lock; several may share a folder like processes."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.lock = ProfileLock(self.folder / "driver.lock")
        self.poller = Poller(
            self.store,
            self.service,
            self.hub,
            self.lock,
            self.folder / "downloads",
            Pace(interval=0.02, settle=self.settle),
            self.documents,
            clock=self.clock,
        )
        self.jobs._wake = self.poller.wake

    def until(self, holds: Callable[[], bool], seconds: float = 60.0) -> None:
        deadline = time.monotonic() + seconds
        while not holds():
            assert time.monotonic() < deadline, self.jobs.list()
            time.sleep(0.005)

    def ended(self, job: str) -> bool:
        return self.jobs.get(job).state is JobState.FINISHED

    def close(self) -> None:
        self.poller.stop()
        super().close()


def threaded(folder: Path, service: StandIn, settle: float = 0.5) -> Threaded:
    connection = Connection(api_key=service.key, base_url=service.url)
    return Threaded(folder, lambda: connection, service.clock, settle)


def quick(service: StandIn, seconds: float = 0.05) -> None:
    service.service.duration = lambda _created_at, _size: seconds


def _all_ended(program: Threaded, jobs: list[str]) -> bool:
    return all(program.ended(job) for job in jobs)


def whole(job: Job) -> bool:
    return job.breakdown.count(Outcome.ANSWERED) == job.breakdown.rows


# Who drives ----------------------------------------------------------------------------------


def test_two_that_start_at_the_same_moment_send_one_bill(tmp_path: Path, service: StandIn) -> None:
    quick(service)
    for attempt in range(12):
        folder = tmp_path / str(attempt)
        one = threaded(folder, service)
        two = threaded(folder, service)
        jobs = [one.job(20, part_rows=5), two.job(20, part_rows=5)]
        barrier = threading.Barrier(2)
        starts = [
            threading.Thread(target=lambda each=each, barrier=barrier: (barrier.wait(), each.poller.start()))
            for each in (one, two)
        ]
        for thread in starts:
            thread.start()
        for thread in starts:
            thread.join()
        one.until(partial(_all_ended, one, jobs))
        assert [one.lock.held, two.lock.held].count(True) == 1
        assert all(whole(one.jobs.get(job)) for job in jobs)
        one.close()
        two.close()
    assert set(service.accepted_rows().values()) == {1}
    assert len(service.batches) == 12 * 8


def test_a_follower_takes_over_and_goes_on(tmp_path: Path, service: StandIn) -> None:
    quick(service, 0.3)
    owner, follower = threaded(tmp_path / "p", service), threaded(tmp_path / "p", service)
    owner.poller.start()
    owner.until(lambda: owner.lock.held)
    follower.poller.start()
    job = follower.job(ROWS)
    owner.until(lambda: service.count(CREATE) >= 2)
    assert not follower.lock.held
    assert owner.poller.stop(patience=60.0)
    follower.until(lambda: follower.ended(job))
    assert set(service.accepted_rows().values()) == {1}
    owner.close()
    follower.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows deletes no file that is open")
def test_one_whose_lock_was_deleted_leaves_the_jobs_to_the_next(tmp_path: Path, service: StandIn) -> None:
    quick(service)
    first, second = threaded(tmp_path / "p", service), threaded(tmp_path / "p", service)
    job = first.job(ROWS, part_rows=10)
    first.until(lambda: first.poller.step() >= 0 and service.count(CREATE) == 1)
    (tmp_path / "p" / "driver.lock").unlink()
    second.poller.start()
    second.until(lambda: second.lock.held)
    first.poller.step()
    assert not first.lock.held
    second.until(lambda: first.poller.step() > 0 and second.ended(job))
    assert whole(first.jobs.get(job))
    assert set(service.accepted_rows().values()) == {1}
    first.close()
    second.close()


def test_a_cancel_reaches_the_one_that_drives(tmp_path: Path, service: StandIn) -> None:
    quick(service, 3600.0)
    owner, other = threaded(tmp_path / "p", service), threaded(tmp_path / "p", service)
    owner.poller.start()
    job = owner.job(ROWS)
    owner.until(lambda: service.count(CREATE) >= 3)
    other.poller.start()
    other.jobs.cancel(job)
    other.until(lambda: other.jobs.cancel_is_out(job))
    assert service.count(CANCEL) == len(service.batches)
    service.finish_all()
    other.until(lambda: other.ended(job))
    assert not other.lock.held
    service.finish_all()
    assert other.jobs.get(job).breakdown.as_counts()["answered"] == sum(service.billed_rows().values())
    other.close()
    owner.close()


def test_a_call_under_way_keeps_everybody_else_from_driving(
    tmp_path: Path, service: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The one that stops can't wait for its send; as long as it lives nobody may take that for lost."""
    quick(service)
    gate = be.Until(threading.Event(), threading.Event())
    service.on(CREATE, gate)
    leaving, waiting = threaded(tmp_path / "p", service, 0.1), threaded(tmp_path / "p", service, 0.1)
    leaving.poller.start()
    job = leaving.job(ROWS, part_rows=ROWS)
    assert gate.arrived.wait(60)
    assert not leaving.poller.stop(patience=0.1)
    tries: list[bool] = []
    acquire = waiting.lock.acquire

    def tried() -> bool:
        tries.append(acquire())
        return tries[-1]

    monkeypatch.setattr(waiting.lock, "acquire", tried)
    waiting.poller.start()
    waiting.until(lambda: len(tries) >= 2)
    assert not any(tries)
    assert leaving.lock.held
    assert [part.state for part in waiting.jobs.parts(job)] == [PartState.INTENDED]
    gate.gate.set()
    leaving.until(lambda: not leaving.store.parts.in_state(PartState.INTENDED))
    assert leaving.poller.stop()
    leaving.lock.release()  # as the system does when the process ends
    waiting.until(lambda: waiting.ended(job))
    assert set(service.accepted_rows().values()) == {1}
    waiting.close()
    leaving.close()


def test_what_was_waiting_for_a_thread_is_due_again_after_a_stop(tmp_path: Path, service: StandIn) -> None:
    program = threaded(tmp_path / "p", service)
    program.poller._calls._threads = 1
    job = program.job(ROWS, part_rows=15)
    quick(service, 3600.0)
    program.poller.start()
    program.until(lambda: len(service.batches) == 4)
    gate = be.Until(threading.Event(), threading.Event())
    service.on(RETRIEVE, gate)
    program.until(lambda: gate.arrived.is_set() and len(program.poller._calls._futures) >= 3)
    threading.Timer(0.2, gate.gate.set).start()
    assert program.poller.stop(patience=60.0)
    quick(service, 0.0)
    service.finish_all()
    program.poller.start()
    program.until(lambda: program.ended(job))
    program.close()


def test_the_end_is_told_and_dated(tmp_path: Path, service: StandIn) -> None:
    quick(service)
    program = threaded(tmp_path / "p", service)
    program.poller.start()
    job = program.job(ROWS)
    program.until(lambda: JobEnded(job, needs_user=False) in program.events)
    assert program.jobs.get(job).finished_at is not None
    program.poller.stop()
    assert program.events.count(JobEnded(job, needs_user=False)) == 1
    program.close()


def test_a_lock_that_can_not_be_had_is_told(program: Rehearsal) -> None:
    class Broken:
        def acquire(self) -> bool:
            raise PermissionError(13, "Permission denied")

        def release(self) -> None:
            pass

    program.poller._driving.ownership = Broken()
    with pytest.raises(NeedsUser) as caught:
        program.poller.step()
    assert caught.value.code is Code.DISK_FULL


def test_a_fault_of_ours_is_told_and_the_thread_lives(
    tmp_path: Path, service: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = threaded(tmp_path / "p", service)
    broken = [True]
    in_state = PartStore.in_state

    def sometimes(store: PartStore, *states: PartState) -> object:
        if broken[0]:
            raise RuntimeError("a fault")
        return in_state(store, *states)

    monkeypatch.setattr(PartStore, "in_state", sometimes)
    program.poller.start()
    program.until(lambda: program.poller.trouble is not None)
    assert program.poller.trouble.code == Code.INTERNAL
    program.until(lambda: JobsChanged() in program.events)  # who shows jobs looks again: none of them can say it
    broken[0] = False
    program.until(lambda: program.poller.trouble is None)
    program.close()


def test_taking_over_is_done_whole_or_again(program: Rehearsal, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that is full at the moment of taking over doesn't leave a driver that forgot what it took over."""
    job = program.job(ROWS)
    program.store.jobs.change(job, hold="no_credit", hold_message="No credit.")
    change = program.store.jobs.change

    def full(*_args: object, **_changes: object) -> None:
        raise NeedsUser("The disk is full.", code=Code.DISK_FULL)

    monkeypatch.setattr(program.store.jobs, "change", full)
    with pytest.raises(NeedsUser):
        program.turn()
    monkeypatch.setattr(program.store.jobs, "change", change)
    program.turn()
    assert program.jobs.get(job).hold == ""


# A queue that is full --------------------------------------------------------------------------


def test_a_full_queue_is_waited_for_and_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with StandIn(tmp_path / "stand-in", batch_seconds=30.0, queue_limit=25) as service:
        connection = Connection(api_key=service.key, base_url=service.url)
        service.clock.stand_still()
        program = Rehearsal(tmp_path / "program", lambda: connection, service.clock)
        jobs = [program.job(ROWS), program.job(ROWS)]
        refused: list[float] = []
        told = waits = turns = 0
        clear, forgotten = program.poller._holds.clear_waiting, []

        def cleared(job: str) -> None:
            planned = any(part.state is PartState.PLANNED for part in program.jobs.parts(job))
            forgotten.append(planned and program.poller._schedule.waits_for_room)
            clear(job)

        monkeypatch.setattr(program.poller._holds, "clear_waiting", cleared)
        while not all(program.jobs.get(job).state is JobState.FINISHED for job in jobs):
            before = service.count(CREATE)
            program.turn()
            turns += 1
            assert turns < 1500
            assert service.count(CREATE) <= before + 1
            if any(seen.status == 429 for seen in service.calls[-8:]) and service.count(CREATE) > before:
                refused.append(service.clock())
            if program.poller._schedule.waits_for_room:
                waits += 1
                told += any(program.jobs.get(job).state is JobState.WAITING for job in jobs)
                # However often it is refused: it is the account's own rows that it waits for.
                assert all(each.waits_for_room for each in map(program.jobs.get, jobs) if each.hold)
        assert len(refused) > 1
        # What the queue holds is learned: parts leave as others end, and more is tried only now and then.
        assert service.count(CREATE) - len(service.batches) <= 2 + turns / 20
        assert service.count(CREATE) < turns / 4
        # It says so as long as it waits, though polls of the parts in flight succeed all the while.
        assert told > 0.8 * waits
        assert not any(forgotten)
        assert all(whole(program.jobs.get(job)) for job in jobs)
        assert set(service.accepted_rows().values()) == {1}
        program.close()


def test_a_queue_that_grows_is_found_out(tmp_path: Path) -> None:
    with StandIn(tmp_path / "stand-in", batch_seconds=1_000.0, queue_limit=25) as service:
        connection = Connection(api_key=service.key, base_url=service.url)
        service.clock.stand_still()
        program = Rehearsal(tmp_path / "program", lambda: connection, service.clock)
        job = program.job(ROWS, part_rows=10)
        for _ in range(30):
            program.turn()
        assert len(service.batches) == 2
        assert program.jobs.get(job).state is JobState.WAITING
        service.service._queue_limit = None
        while len(service.batches) < 4:
            program.turn()
        assert program.jobs.get(job).state is JobState.SENDING
        for _ in range(10):
            program.turn()
        assert len(service.batches) == 6
        assert program.jobs.get(job).state is JobState.RUNNING
        program.close()


def test_parts_larger_than_the_whole_queue_are_cut_until_they_fit(tmp_path: Path) -> None:
    with StandIn(tmp_path / "stand-in", batch_seconds=5.0, queue_limit=12) as service:
        connection = Connection(api_key=service.key, base_url=service.url)
        service.clock.stand_still()
        program = Rehearsal(tmp_path / "program", lambda: connection, service.clock)
        job = program.job(ROWS, part_rows=ROWS)
        assert whole(program.run(job, turns=2_000))
        assert all(part.requests <= 12 for part in program.jobs.parts(job))
        assert set(service.accepted_rows().values()) == {1}
        program.close()


def test_what_the_queue_holds_is_known_after_a_start_anew(tmp_path: Path) -> None:
    with StandIn(tmp_path / "stand-in", batch_seconds=1_000.0, queue_limit=25) as service:
        connection = Connection(api_key=service.key, base_url=service.url)
        service.clock.stand_still()
        program = Rehearsal(tmp_path / "program", lambda: connection, service.clock)
        job = program.job(ROWS, part_rows=10)
        while not program.poller._schedule.waits_for_room:
            program.turn()
        asked = service.count(CREATE)
        again = program.again()
        for _ in range(10):
            again.turn()
        assert service.count(CREATE) == asked
        assert again.jobs.get(job).state is JobState.WAITING
        service.service._queue_limit = None
        assert whole(again.run(job, turns=3_000))
        assert set(service.accepted_rows().values()) == {1}
        assert again.store.queue_limits.find("") is None
        again.close()


def test_too_many_calls_a_minute_quiets_them_all(program: Rehearsal, service: StandIn) -> None:
    service.service.duration = lambda _created_at, _size: 3600.0
    program.job(ROWS)
    while len(service.batches) < 5:
        program.turn()
    service.on(RETRIEVE, be.Status(429, retry_after="40"))
    calls = len(service.calls)
    while len(service.calls) == calls:
        program.turn()
    # Parts whose polls were begun in the same turn may have been asked for; then nobody is.
    calls = len(service.calls)
    for _ in range(35):
        program.turn()
    assert len(service.calls) - calls <= 5
    for _ in range(20):
        program.turn()
    assert len(service.calls) - calls > 5


# Batches of the same size ------------------------------------------------------------------------


def test_a_batch_taken_by_the_wrong_part_goes_to_its_own(program: Rehearsal, service: StandIn) -> None:
    """Two parts of one size are in doubt: the first never arrived, and takes what the second has sent."""
    service.service.duration = lambda _created_at, _size: 3 * program.settle
    job = program.job(40, part_rows=20)
    program.turn()
    service.on(CREATE, be.Status(500, accept=True))
    program.turn()
    _swap(program, service, job)
    while program.jobs.parts(job)[0].state is not PartState.SENT:
        program.turn()
    _doubt(program, job, 2)
    ended = program.run(job, turns=1500)
    service.finish_all()
    assert whole(ended)
    assert set(service.accepted_rows().values()) == {1}
    assert len(service.batches) == 2


def _swap(program: Rehearsal, service: StandIn, job: str) -> None:
    """Let the batch at the service carry the rows of part 2 in the place of part 1's."""
    second = program.jobs.parts(job)[1]
    items, _withheld = part_items(program.store, second, part_builder(program.store, second, program.documents))
    body = b'{"requests":[' + b",".join(items) + b"]}"
    for record in service.service.store.newest(10):
        service.service.store.delete(record.id)
    headers = {"x-api-key": service.key, "anthropic-version": "2023-06-01"}
    reply = service.service.handle(
        PracticeRequest("POST", "/v1/messages/batches", "", headers, body, "http://127.0.0.1")
    )
    assert reply.status == 200, b"".join(reply.body)


def _doubt(program: Rehearsal, job: str, number: int) -> None:
    now = program.clock()
    program.store.parts.move(job, number, PartState.INTENDED, intended_at=now)
    program.store.parts.move(job, number, PartState.UNKNOWN)


def test_the_nearest_batch_of_the_size_is_taken(program: Rehearsal, service: StandIn) -> None:
    """Somebody else's of the same size lies in the account since some minutes."""
    other = Rehearsal(program.folder / "other", program.connect, program.clock)
    theirs = other.job(20, part_rows=20)
    other.turn()
    other.turn()
    program.clock.advance(300.0)
    service.on(CREATE, be.Status(500, accept=True))
    job = program.job(20, part_rows=20)
    while program.jobs.parts(job) == [] or program.jobs.parts(job)[0].state is not PartState.SENT:
        program.turn()
    batch = program.jobs.parts(job)[0].batch_id
    mine = next(found for found in service.batches if found.id == batch)
    assert all(custom_id.startswith(f"bs1-{job}-") for custom_id in mine.custom_ids)
    other.run(theirs)
    other.close()


def test_somebody_elses_batch_is_not_cancelled_for_a_second_copy(program: Rehearsal, service: StandIn) -> None:
    """A part was given up for lost and sent again; minutes later a colleague sends a batch of the same size."""
    service.service.duration = lambda _created_at, _size: 2_000.0
    service.on(CREATE, be.Drop())
    job = program.job(20, part_rows=20)
    while not program.store.parts.in_state(PartState.SENT):
        program.turn()
    other = Rehearsal(program.folder / "other", program.connect, program.clock)
    program.clock.advance(30.0)
    theirs = other.job(20, part_rows=20)
    other.turn()
    other.turn()
    for _ in range(30):
        program.turn()
    assert service.count(CANCEL) == 0
    ended = program.run(job, turns=300, seconds=20.0)
    assert whole(other.run(theirs))
    assert [part.twin_of for part in program.jobs.parts(job)] == [None]
    assert ended.cost + other.jobs.get(theirs).cost == _bill(service)
    other.close()


def _bill(service: StandIn) -> int:
    service.finish_all()
    usage = service.billed_usage()
    return prices_for(RECIPE.model).batch.cost(Usage(usage["input_tokens"], usage["output_tokens"]))


# Seams ---------------------------------------------------------------------------------------------


def test_a_cancel_does_not_wait_for_the_next_poll(program: Rehearsal, service: StandIn) -> None:
    service.service.duration = lambda _created_at, _size: 3600.0
    job = program.job(ROWS)
    while program.jobs.get(job).state is not JobState.RUNNING:
        program.turn()
    program.poller._schedule.pace = Pace(interval=600.0)
    program.turn(2.0)
    program.turn(2.0)
    program.jobs.cancel(job)
    program.turn(1.0)
    assert service.count(CANCEL) == len(service.batches)


def test_a_part_that_leaves_while_its_job_is_cancelled(
    program: Rehearsal, service: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is on its way already when the poller would drop it; it arrives, and is cancelled there."""
    job = program.job(ROWS)
    program.turn()
    parts = program.jobs.parts(job)
    program.turn()
    program.jobs.cancel(job)
    program.poller._turns.drop_planned(parts)
    states = [part.state for part in program.jobs.parts(job)]
    assert states == [PartState.SENT] + [PartState.DROPPED] * (len(parts) - 1)
    ended = program.run(job)
    assert ended.breakdown.as_counts()["cancelled"] >= ROWS - parts[0].rows
    assert len(service.batches) == 1


def test_without_a_key_no_part_is_taken_for_sent(program: Rehearsal, service: StandIn) -> None:
    """The key is gone before the call: nothing left this computer, and nothing is in doubt."""
    job = program.job(ROWS)
    while len(service.batches) < 2:
        program.turn()
    connect = program.service._connect

    def no_key() -> Connection:
        raise NeedsUser("There is no key.", code=Code.NO_KEY)

    program.service._connect = no_key
    program.service.reconnect()
    held = program.run(job)
    assert (held.state, held.hold) == (JobState.NEEDS_YOU, Code.NO_KEY)
    assert not program.store.parts.in_state(PartState.INTENDED, PartState.UNKNOWN)
    program.service._connect = connect
    program.jobs.go_on(job)
    assert whole(program.run(job))
    assert set(service.accepted_rows().values()) == {1}


def test_asking_again_twice_at_once_asks_once(program: Rehearsal, service: StandIn) -> None:
    job = program.job(ROWS)
    for _ in range(12):
        program.turn()
    service.expire(service.batches[0].id)
    ended = program.run(job)
    lost = ended.breakdown.count(Outcome.EXPIRED)
    other = Rehearsal(program.folder, program.connect, program.clock)
    assert program.jobs.ask_again(job) == lost
    program.jobs.cancel(job)
    other.jobs.get = lambda _job: replace(ended)  # type: ignore[assignment, method-assign] # what it had read a moment ago
    assert other.jobs.ask_again(job) == 0
    assert program.jobs.get(job).cancelling
    other.close()


def test_a_finished_job_is_not_deleted_once_it_is_asked_again(program: Rehearsal, service: StandIn) -> None:
    job = program.job(ROWS)
    program.turn()
    with pytest.raises(InputError):
        program.deleting.delete(job)
    program.run(job)
    program.deleting.delete(job)
    assert program.store.jobs.get(job) is None


def test_a_lost_job_is_brought_back_whole_or_not_at_all(
    program: Rehearsal, service: StandIn, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A kill in the middle may leave nothing that the poller would take for a job to be sent."""
    job = program.job(ROWS)
    ended = program.run(job)
    new = Rehearsal(tmp_path / "new", program.connect, program.clock)
    rescue = Rescue(new.store, new.service, new.hub, new.poller.wake)
    plan, seen = CutStore.plan, [0]

    def die(*args: object, **kwargs: object) -> None:
        seen[0] += 1
        if seen[0] == 3:
            raise KeyboardInterrupt
        plan(*args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(CutStore, "plan", die)
    with pytest.raises(KeyboardInterrupt):
        rescue.look()(TaskControl())
    assert new.jobs.list() == []
    for _ in range(5):
        new.turn()
    monkeypatch.undo()
    assert rescue.look()(TaskControl()).jobs == (job,)
    again = new.run(job)
    assert again.cost == ended.cost
    assert new.values(job) == program.values(job)
    assert set(service.accepted_rows().values()) == {1}
    new.close()


def test_what_is_sent_is_what_was_agreed_to(program: Rehearsal, service: StandIn) -> None:
    """A recipe that is changed once the job was started changes nothing of it."""
    job = program.job(ROWS)
    program.jobs.save_recipe(job, replace(RECIPE, prompt="Something dearer about {{Name}}"))
    program.run(job)
    sent = [orjson.loads(call.body) for call in service.calls if call.body and b"custom_id" in call.body]
    assert sent
    assert not any(b"dearer" in orjson.dumps(body) for body in sent)
