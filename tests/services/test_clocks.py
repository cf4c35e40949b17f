"""This computer's clock is wrong, or is set in the middle of a job: nothing is lost, sent twice or asked for in a rush."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.batch_api.client import Connection
from app.batch_api.prices import prices_for
from app.core.job import JobState
from app.core.part import PartState
from app.core.price import Usage
from app.services.pace import Pace
from app.services.poller import Poller
from app.services.service import Service
from tests.services.rehearsal import RECIPE, FreeOwnership, Rehearsal
from tests.stand_in import behaviours as be
from tests.stand_in.stand_in import CREATE, LIST, RETRIEVE, StandIn

pytestmark = pytest.mark.logs_warnings

ROWS = 60
HOUR = 3_600.0
DAY = 24 * HOUR
MONTH = 30 * DAY
JUMPS = {"back a day": -DAY, "forward a month": MONTH}


class ComputerClock:
    """This computer's clock, which a user may set; the service's own is left alone."""

    def __init__(self, service: Callable[[], float]) -> None:
        self._service = service
        self.wrong_by = 0.0

    def __call__(self) -> float:
        return self._service() + self.wrong_by


class Program(Rehearsal):
    """The program by this computer's clock, its monotonic one going evenly with the service's."""

    def on(self, local: ComputerClock, interval: float | None = 1.0) -> None:
        even = self.clock
        self.service.close()
        self.service = Service(self.connect, local, even)
        self.poller = Poller(
            self.store,
            self.service,
            self.hub,
            FreeOwnership(),
            self.folder / "downloads",
            Pace(interval=interval, settle=self.settle),
            self.documents,
            clock=local,
            monotonic=even,
        )
        self.jobs._wake = self.poller.wake
        self.estimating.counting._service = self.service


@pytest.fixture
def local(service: StandIn) -> ComputerClock:
    return ComputerClock(service.clock)


@pytest.fixture
def program(tmp_path: Path, service: StandIn, local: ComputerClock) -> Iterator[Program]:
    connection = Connection(api_key=service.key, base_url=service.url)
    found = Program(tmp_path / "program", lambda: connection, service.clock)
    found.on(local)
    yield found
    found.close()


def one_bill(program: Rehearsal, service: StandIn, job: str) -> None:
    service.finish_all()
    found = program.jobs.get(job)
    usage = service.billed_usage()
    assert found.state is JobState.FINISHED
    assert found.breakdown.as_counts()["answered"] == ROWS
    assert set(service.accepted_rows().values()) == {1}
    assert found.cost == prices_for(RECIPE.model).batch.cost(Usage(usage["input_tokens"], usage["output_tokens"]))


@pytest.mark.parametrize("jump", JUMPS)
@pytest.mark.parametrize("at", [2, 6, 12, 32])
def test_a_clock_that_is_set_in_the_middle_of_a_job(
    program: Program, service: StandIn, local: ComputerClock, jump: str, at: int
) -> None:
    job = program.job(ROWS)
    for _ in range(at):
        program.turn()
    local.wrong_by = JUMPS[jump]
    before, turns = len(service.calls), 0
    while program.jobs.get(job).state is not JobState.FINISHED:
        program.turn()
        turns += 1
        assert turns < 120
    # Each of the few parts is asked for at most once a turn.
    assert len(service.calls) - before <= turns * program.jobs.get(job).parts
    one_bill(program, service, job)


@pytest.mark.parametrize("jump", JUMPS)
@pytest.mark.parametrize("arrived", [True, False], ids=["arrived", "lost"])
@pytest.mark.parametrize("moment", ["during the send", "before the send", "after the send"])
def test_a_clock_that_is_set_around_an_unanswered_send(
    program: Program, service: StandIn, local: ComputerClock, jump: str, arrived: bool, moment: str
) -> None:
    def jumped() -> None:
        local.wrong_by = JUMPS[jump]

    fault: be.Behaviour = be.Status(500, accept=arrived)
    service.on(CREATE, be.Both(jumped, fault) if moment == "during the send" else fault, nth=3)
    job = program.job(ROWS)
    while service.count(CREATE) < 2:
        program.turn()
    if moment == "before the send":
        jumped()
    while service.count(CREATE) < 3:
        program.turn()
    if moment == "after the send":
        jumped()
    asked = service.clock()
    program.run(job)
    if not arrived:
        assert service.clock() - asked > program.settle
    one_bill(program, service, job)


@pytest.mark.parametrize("jump", JUMPS)
def test_a_clock_that_is_wrong_from_the_start(
    program: Program, service: StandIn, local: ComputerClock, jump: str
) -> None:
    local.wrong_by = JUMPS[jump]
    program.on(local)
    service.on(CREATE, be.Status(500, accept=True), times=1)
    service.on(CREATE, be.Drop(accept=True), nth=3)
    job = program.job(ROWS)
    program.run(job)
    one_bill(program, service, job)


@pytest.mark.parametrize("jump", JUMPS)
def test_a_clock_that_is_set_while_the_program_is_not_running(
    program: Program, service: StandIn, local: ComputerClock, jump: str
) -> None:
    service.on(CREATE, be.Drop(accept=True), nth=2)
    job = program.job(ROWS)
    while service.count(CREATE) < 2:
        program.turn()
    local.wrong_by = JUMPS[jump]
    program.close()
    survivor = Program(program.folder, program.connect, program.clock)
    survivor.on(local)
    survivor.run(job)
    one_bill(survivor, service, job)
    survivor.close()


@pytest.mark.parametrize("jump", JUMPS)
def test_a_service_that_does_not_tell_its_time(
    program: Program, service: StandIn, local: ComputerClock, monkeypatch: pytest.MonkeyPatch, jump: str
) -> None:
    """A gateway may leave the time out; then batches are gone by alone."""
    monkeypatch.setattr("app.batch_api.client.http_date", lambda _date: None)
    local.wrong_by = JUMPS[jump]
    program.on(local)
    service.on(CREATE, be.Status(500, accept=True))
    service.on(CREATE, be.Status(500), nth=3)
    job = program.job(ROWS)
    program.run(job)
    one_bill(program, service, job)


def test_how_long_a_send_is_looked_for_needs_no_clock_at_all(
    program: Program, service: StandIn, local: ComputerClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody tells the time, this computer's clock leaps between two looks, and the list is late."""
    monkeypatch.setattr("app.batch_api.client.http_date", lambda _date: None)
    program.on(local)
    service.list_late(40.0)
    service.on(CREATE, be.Status(500, accept=True), nth=2)
    job = program.job(ROWS)
    while service.count(CREATE) < 2:
        program.turn()
    for _ in range(3):
        program.turn()
    local.wrong_by = MONTH
    program.run(job)
    one_bill(program, service, job)


@pytest.mark.parametrize("jump", JUMPS)
def test_nor_does_it_over_a_start_anew(
    program: Program, service: StandIn, local: ComputerClock, monkeypatch: pytest.MonkeyPatch, jump: str
) -> None:
    """The same, but the clock is set between two starts: the second one looks for as long as the first one would."""
    monkeypatch.setattr("app.batch_api.client.http_date", lambda _date: None)
    program.on(local)
    service.list_late(40.0)
    service.on(CREATE, be.Status(500, accept=True))
    job = program.job(ROWS)
    while not service.count(CREATE) or program.store.parts.get(job, 1).missed_at is None:
        program.turn()
    program.close()
    local.wrong_by = JUMPS[jump]
    survivor = Program(program.folder, program.connect, program.clock)
    survivor.on(local)
    survivor.run(job)
    one_bill(survivor, service, job)
    survivor.close()


@pytest.mark.parametrize("arrived", [True, False], ids=["arrived", "lost"])
@pytest.mark.parametrize("before", [None, 0.0], ids=["told for the first time", "told by another"])
def test_a_time_that_leaps_ahead_between_two_looks_settles_nothing(
    program: Program,
    service: StandIn,
    local: ComputerClock,
    monkeypatch: pytest.MonkeyPatch,
    before: float | None,
    arrived: bool,
) -> None:
    """Two gateways with clocks of their own, or none, answer in turn, and the list is late."""
    told = [before]
    monkeypatch.setattr(
        "app.batch_api.client.http_date", lambda _date: None if told[0] is None else service.clock() + told[0]
    )
    program.on(local)
    service.list_late(40.0)
    service.on(CREATE, be.Status(500, accept=arrived))
    job = program.job(ROWS)
    while not service.count(CREATE) or program.store.parts.get(job, 1).missed_at is None:
        program.turn()
    looked = service.clock()
    told[0] = HOUR
    while not arrived and service.count(CREATE) < 2:
        program.turn()
    assert arrived or service.clock() - looked > program.settle
    program.run(job)
    one_bill(program, service, job)


def test_the_services_own_time_counts_over_a_start_anew(program: Program, service: StandIn) -> None:
    """A program that is only ever there for a moment finds out all the same that a send never arrived."""
    service.on(CREATE, be.Status(500))
    job = program.job(ROWS, part_rows=ROWS)
    while not service.count(CREATE) or program.store.parts.get(job, 1).missed_at is None:
        program.turn()
    for _ in range(3):
        program.close()
        service.clock.advance(program.settle / 2)
        program = Program(program.folder, program.connect, program.clock)
        for _ in range(3):
            program.turn()
    sends = service.count(CREATE)
    program.close()
    assert sends == 2


def test_a_gateway_whose_time_is_wrong(program: Program, service: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    """What it stamps on replies is no measure of when batches were made."""
    monkeypatch.setattr("app.batch_api.client.http_date", lambda _date: service.clock() + DAY)
    service.on(CREATE, be.Status(500, accept=True), nth=2)
    job = program.job(ROWS)
    program.run(job)
    one_bill(program, service, job)


def test_a_gateway_whose_time_is_wrong_beside_a_computer_whose_clock_is(
    program: Program, service: StandIn, local: ComputerClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both a day ahead: the first batch says what time it is where batches are made."""
    monkeypatch.setattr("app.batch_api.client.http_date", lambda _date: service.clock() + DAY)
    local.wrong_by = DAY
    program.on(local)
    service.on(CREATE, be.Status(500, accept=True), nth=2)
    job = program.job(ROWS)
    program.run(job)
    one_bill(program, service, job)


def test_what_was_learned_long_ago_is_asked_anew(program: Program, service: StandIn) -> None:
    """The monotonic clock stood still while the computer slept: the service's time is asked for before a send."""
    job = program.job(ROWS)
    while service.count(CREATE) < 2:
        program.turn()
    lists = service.count(LIST)
    program.clock.advance(-10.0)
    program.service._clock = lambda: service.clock() + 8 * HOUR
    while service.count(CREATE) < 3:
        program.turn()
    assert service.count(LIST) == lists + 1
    part = program.store.parts.get(job, 3)
    assert part.intended_at == pytest.approx(service.clock(), abs=5.0)


@pytest.mark.parametrize("jump", JUMPS)
def test_polling_slows_down_whatever_the_clock_says(
    program: Program, service: StandIn, local: ComputerClock, jump: str
) -> None:
    """Ten hours of waiting at the program's own pace: never more than a young part's five seconds, soon a minute."""
    service.service.duration = lambda _created_at, _size: 20 * HOUR
    program.on(local, interval=None)
    job = program.job(ROWS, part_rows=ROWS)
    while not service.batches:
        program.turn()
    local.wrong_by = JUMPS[jump]
    before = service.count(RETRIEVE)
    for _ in range(5 * 720):
        program.turn(10.0)
    hour, minute = 3_600 / 15, 60
    assert service.count(RETRIEVE) - before <= 120 / 5 + hour + 9 * minute + 20
    assert program.store.parts.get(job, 1).state is PartState.SENT


def test_a_part_that_the_service_gave_up_is_expired_by_its_word_alone(
    program: Program, service: StandIn, local: ComputerClock
) -> None:
    service.service.duration = lambda _created_at, _size: 200.0
    job = program.job(ROWS)
    for _ in range(10):
        program.turn()
    local.wrong_by = MONTH
    for _ in range(20):
        program.turn()
    assert program.jobs.get(job).breakdown.as_counts()["expired"] == 0
    program.run(job)
    one_bill(program, service, job)


def test_the_time_of_now_needs_no_clock_of_this_computer(service: StandIn) -> None:
    connection = Connection(api_key=service.key, base_url=service.url)
    wall, even = [5.0], [1000.0]
    found = Service(lambda: connection, lambda: wall[0], lambda: even[0])
    assert not found.clock_known
    assert found.earliest_now() == 0.0
    before = time.time()
    found.learn_clock()
    after = time.time()
    assert found.clock_known
    wall[0] += MONTH
    even[0] += 10.0
    assert not found.clock_known
    assert before + 10.0 - 3.0 <= found.earliest_now() <= after + 10.0
    found.close()
