"""What can go wrong between this program and the service, and what it may never cost.

Every test here ends with the same account: each row was accepted by the service exactly once,
and is answered as it would have been without the fault.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

import orjson
import pytest

from app.batch_api import client
from app.batch_api.client import Connection
from app.core.errors import Code, ServiceTrouble
from app.core.job import JobState
from app.core.outcome import Outcome
from app.core.part import PartState
from app.services.service import Service
from app.store.arrivals import ArrivalStore
from app.store.cuts import CutStore
from app.store.jobs import JobStore
from app.store.parts import PartStore
from app.store.rows import RowStore
from tests.services.bills import ROWS, account, bill
from tests.services.processes import waits_for
from tests.services.rehearsal import Rehearsal
from tests.stand_in import behaviours as be
from tests.stand_in.stand_in import CANCEL, CREATE, LIST, RESULTS, RETRIEVE, StandIn

pytestmark = pytest.mark.logs_warnings

ACCEPTED: dict[str, be.Behaviour] = {
    "connection dropped": be.Drop(accept=True),
    "reply is garbage": be.Status(200, accept=True, body=b"<html>all is well</html>"),
    **{f"status {status}": be.Status(status, accept=True) for status in (408, 409, 500, 502, 503, 504, 524, 529)},
}


@pytest.mark.parametrize("fault", ACCEPTED)
def test_an_accepted_part_whose_reply_is_lost_is_adopted(
    program: Rehearsal, service: StandIn, undisturbed: dict[int, tuple[object, ...]], fault: str
) -> None:
    service.on(CREATE, ACCEPTED[fault], nth=2)
    job = program.job(ROWS)
    account(program, service, program.run(job), undisturbed)


def test_an_accepted_part_without_any_reply_is_adopted(
    program: Rehearsal,
    service: StandIn,
    undisturbed: dict[int, tuple[object, ...]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(client, "READ_SECONDS", 0.5)
    service.on(CREATE, be.Silence(accept=True))
    job = program.job(ROWS)
    account(program, service, program.run(job), undisturbed)


def test_a_batch_that_is_listed_late_is_adopted(
    program: Rehearsal, service: StandIn, undisturbed: dict[int, tuple[object, ...]]
) -> None:
    service.list_late(40.0)
    service.on(CREATE, be.Status(500, accept=True), nth=3)
    job = program.job(ROWS)
    account(program, service, program.run(job), undisturbed)


NOT_ACCEPTED = {
    "dropped": be.Drop(),
    **{str(status): be.Status(status) for status in (408, 409, 500, 503, 504, 524, 529)},
}


@pytest.mark.parametrize("fault", NOT_ACCEPTED.values(), ids=NOT_ACCEPTED)
def test_a_part_that_never_arrived_is_sent_again_after_settling(
    program: Rehearsal, service: StandIn, undisturbed: dict[int, tuple[object, ...]], fault: be.Behaviour
) -> None:
    service.on(CREATE, fault, nth=2)
    job = program.job(ROWS)
    started = service.clock()
    ended = program.run(job)
    account(program, service, ended, undisturbed)
    assert service.clock() - started > program.settle


def test_nothing_else_leaves_while_a_part_is_in_doubt(program: Rehearsal, service: StandIn) -> None:
    service.on(CREATE, be.Status(500))
    first, second = program.job(ROWS), program.job(ROWS)
    for _ in range(100):
        program.turn()
    assert service.count(CREATE) == 1
    found = program.jobs.get(first)
    assert (found.state, found.hold) == (JobState.WAITING, Code.SEND_UNKNOWN)
    assert program.jobs.get(second).state is JobState.SENDING
    program.run(first)
    program.run(second)
    assert set(service.accepted_rows().values()) == {1}


def test_a_list_that_fails_proves_nothing(
    program: Rehearsal, service: StandIn, undisturbed: dict[int, tuple[object, ...]]
) -> None:
    service.on(CREATE, be.Drop(accept=True))
    job = program.job(ROWS)
    program.turn()  # plans
    service.on(LIST, be.Status(500), nth=2, times=5)
    service.on(LIST, be.Drop(), nth=7, times=3)
    account(program, service, program.run(job), undisturbed)


@pytest.mark.parametrize("status", [400, 401, 402, 403, 404, 413])
def test_a_refused_part_needs_the_user_and_then_goes_on(
    program: Rehearsal, service: StandIn, undisturbed: dict[int, tuple[object, ...]], status: int
) -> None:
    service.on(CREATE, be.Status(status), nth=2)
    job = program.job(ROWS)
    for _ in range(6):
        program.turn()
    if program.jobs.get(job).state is not JobState.NEEDS_YOU:
        assert status == 404
    program.jobs.go_on(job)
    account(program, service, program.run(job), undisturbed)


def test_too_many_requests_waits_as_told(
    program: Rehearsal, service: StandIn, undisturbed: dict[int, tuple[object, ...]]
) -> None:
    service.on(CREATE, be.Status(429, retry_after="45"), nth=2)
    job = program.job(ROWS)
    times: list[float] = []
    for _ in range(60):
        before = service.count(CREATE)
        program.turn()
        if service.count(CREATE) > before:
            times.append(service.clock())
    assert times[2] - times[1] >= 45
    account(program, service, program.run(job), undisturbed)


LIMITS = {
    "429 by its code": (be.Status(429, error_code="enforced_spend_limit_reached"), Code.SPEND_LIMIT),
    "400 by its words": (
        be.Status(400, message="You have reached your specified API usage limits."),
        Code.SPEND_LIMIT,
    ),
    "400 without credit": (be.Status(400, message="Your credit balance is too low to access the API."), Code.NO_CREDIT),
    "402": (be.Status(402), Code.NO_CREDIT),
}


@pytest.mark.parametrize("nth", [1, 3])
@pytest.mark.parametrize("limit", LIMITS)
def test_the_accounts_own_limit_needs_the_user_and_loses_nothing(
    program: Rehearsal, service: StandIn, undisturbed: dict[int, tuple[object, ...]], limit: str, nth: int
) -> None:
    fault, code = LIMITS[limit]
    service.on(CREATE, fault, nth=nth)
    job = program.run(program.job(ROWS))
    assert (job.state, job.hold) == (JobState.NEEDS_YOU, code)
    assert len(service.batches) == nth - 1
    program.jobs.go_on(job.id)
    account(program, service, program.run(job.id), undisturbed)


@pytest.mark.parametrize("call", [RETRIEVE, RESULTS])
@pytest.mark.parametrize("status", [401, 403])
def test_a_revoked_key_pauses_and_a_new_one_resends_nothing(
    program: Rehearsal, service: StandIn, undisturbed: dict[int, tuple[object, ...]], status: int, call: str
) -> None:
    job = program.job(ROWS)
    for _ in range(10):
        program.turn()
    sent = len(service.batches)
    assert sent > 1
    service.on(call, be.Status(status))
    found = program.run(job)
    assert (found.state, found.hold) == (JobState.NEEDS_YOU, Code.KEY_REFUSED)
    program.jobs.account_changed()
    account(program, service, program.run(job), undisturbed)


@pytest.mark.parametrize("call", [RETRIEVE, RESULTS])
def test_a_batch_that_can_not_be_found_for_a_while(
    program: Rehearsal, service: StandIn, undisturbed: dict[int, tuple[object, ...]], call: str
) -> None:
    service.on(call, be.Status(404), times=4)
    account(program, service, program.run(program.job(ROWS)), undisturbed)


def test_ten_minutes_of_errors_are_waited_out(
    program: Rehearsal, service: StandIn, undisturbed: dict[int, tuple[object, ...]]
) -> None:
    job = program.job(ROWS)
    for _ in range(8):
        program.turn()
    service.on(RETRIEVE, be.Status(500), times=10**6)
    for _ in range(60):
        program.turn(10.0)
    assert program.jobs.get(job).state is JobState.WAITING
    service.behave()
    account(program, service, program.run(job), undisturbed)


def test_results_torn_again_and_again_are_counted_once(
    program: Rehearsal, service: StandIn, undisturbed: dict[int, tuple[object, ...]]
) -> None:
    for nth, at in enumerate((0, 1, 700, 2_000, 4_001), 1):
        service.on(RESULTS, be.Cut(at, framing=("length", "chunked", "close")[nth % 3]), nth=nth)
    account(program, service, program.run(program.job(ROWS)), undisturbed)


def test_results_cut_at_a_lines_end_without_a_sign(
    program: Rehearsal, service: StandIn, undisturbed: dict[int, tuple[object, ...]]
) -> None:
    for nth in range(1, 6):
        service.on(RESULTS, be.CutLines(nth), nth=nth)
    account(program, service, program.run(program.job(ROWS)), undisturbed)


@pytest.mark.parametrize("change", [be.twice, be.one_missing, be.one_foreign, be.one_broken, be.crlf])
def test_results_with_odd_lines(
    program: Rehearsal, service: StandIn, undisturbed: dict[int, tuple[object, ...]], change
) -> None:
    service.on(RESULTS, be.Rewrite(change), times=2)
    account(program, service, program.run(program.job(ROWS)), undisturbed)


def test_a_row_that_never_comes_is_failed_and_not_lost(program: Rehearsal, service: StandIn) -> None:
    service.on(RESULTS, be.Rewrite(be.one_missing), times=10**6)
    job = program.run(program.job(ROWS))
    assert job.state is JobState.FINISHED
    assert job.breakdown.causes == {"service_error": job.parts}
    assert job.breakdown.count(Outcome.ANSWERED) == ROWS - job.parts


def test_a_part_without_a_single_answer_may_have_cost_its_most(program: Rehearsal, service: StandIn) -> None:
    """An empty page in the place of the answers, for as long as anybody asks: it was paid for all the same."""
    service.on(RESULTS, be.Rewrite(lambda _lines: []), times=10**6)
    job = program.run(program.job(20, part_rows=20))
    assert job.breakdown.causes == {"service_error": 20}
    (part,) = program.jobs.parts(job.id)
    assert (part.out_of_reach, part.cost) == (True, 0)
    assert program.spending.this_month().possible == part.at_most >= bill(service) > 0
    program.jobs.ask_again(job.id, max_price=part.at_most)
    assert program.run(job.id).hold == Code.CEILING
    assert service.count(CREATE) == 1


def test_rows_whose_answers_never_come_may_have_cost_their_most(program: Rehearsal, service: StandIn) -> None:
    service.on(RESULTS, be.Rewrite(be.one_missing), times=10**6)
    job = program.run(program.job(10, part_rows=10))
    assert job.breakdown.causes == {"service_error": 1}
    (part,) = program.jobs.parts(job.id)
    assert part.possible == part.at_most // 10, "its requests are of one length"
    assert not part.out_of_reach
    assert program.spending.this_month().possible == part.possible
    assert part.cost < bill(service) <= part.cost + part.possible
    assert program.jobs.most(job.id) == part.cost + part.possible
    program.jobs.ask_again(job.id, max_price=part.cost + 2 * part.possible - 1)
    assert program.run(job.id).hold == Code.CEILING
    assert service.count(CREATE) == 1


def test_an_unknown_type_is_kept_and_never_an_answer(program: Rehearsal, service: StandIn) -> None:
    """Whatever comes with it: the SDK takes one that looks like an answer for one."""
    service.on(RESULTS, be.Rewrite(be.one_unknown))
    job = program.run(program.job(ROWS))
    assert job.breakdown.causes == {"unknown_type": 1}
    assert job.breakdown.count(Outcome.ANSWERED) == ROWS - 1
    (row,) = program.jobs.rows_without_answer(job.id, "unknown_type")
    assert "postponed" in program.jobs.row_detail(job.id, row).message


def test_strange_characters_come_through(program: Rehearsal, service: StandIn) -> None:
    service.on(RESULTS, be.Rewrite(be.strange_text), times=10**6)
    job = program.job(ROWS)
    program.run(job)
    assert set(program.values(job).values()) == {(be.STRANGE.strip(),)}


def test_a_batch_that_expires_keeps_its_done_half(
    program: Rehearsal, service: StandIn, undisturbed: dict[int, tuple[object, ...]]
) -> None:
    job = program.job(ROWS)
    for _ in range(12):
        program.turn()
    service.expire(service.batches[0].id)
    service.cancel(service.batches[1].id)
    ended = program.run(job)
    lost = ended.breakdown.count(Outcome.EXPIRED) + ended.breakdown.count(Outcome.CANCELLED)
    assert lost > 0
    assert ended.breakdown.count(Outcome.ANSWERED) == ROWS - lost
    assert ended.cost == bill(service)
    assert program.jobs.ask_again(job) == lost
    again = program.run(job)
    assert program.values(job) == undisturbed
    service.finish_all()
    assert sum(service.billed_rows().values()) == ROWS
    assert again.cost == bill(service)


def test_cancelling_keeps_what_is_answered(program: Rehearsal, service: StandIn) -> None:
    job = program.job(ROWS)
    for _ in range(34):
        program.turn()
    answered = program.jobs.get(job).breakdown.count(Outcome.ANSWERED)
    assert 0 < answered < ROWS
    program.jobs.cancel(job)
    ended = program.run(job)
    service.finish_all()
    assert ended.state is JobState.FINISHED
    assert ended.breakdown.count(Outcome.ANSWERED) >= answered
    assert ended.breakdown.count(Outcome.CANCELLED) == ROWS - ended.breakdown.count(Outcome.ANSWERED)
    assert ended.cost == bill(service)


def test_cancelling_before_anything_was_sent_costs_nothing(program: Rehearsal, service: StandIn) -> None:
    job = program.job(ROWS)
    program.jobs.cancel(job)
    ended = program.run(job)
    assert ended.breakdown.count(Outcome.CANCELLED) == ROWS
    assert not service.batches
    assert ended.cost == 0


def test_somebody_elses_batch_is_given_back(
    program: Rehearsal, service: StandIn, undisturbed: dict[int, tuple[object, ...]]
) -> None:
    """A batch of the same size by another program is taken for ours at first, and found out when it ends."""
    job = program.job(ROWS)
    program.turn()  # plans
    size = program.jobs.parts(job)[0].requests
    other = Rehearsal(program.folder / "other", program.connect, program.clock)
    service.on(CREATE, be.Status(500), nth=1)
    program.turn()
    theirs = other.job(size, part_rows=size)
    other.turn()
    other.turn()
    assert len(service.batches) == 1
    ended = program.run(job)
    other.run(theirs)
    assert program.values(job) == undisturbed
    assert set(service.accepted_rows().values()) == {1}
    assert ended.cost + other.jobs.get(theirs).cost == bill(service)
    other.close()


def test_the_ceiling_holds_and_its_raise_goes_on(
    program: Rehearsal, service: StandIn, undisturbed: dict[int, tuple[object, ...]]
) -> None:
    job = program.draft([[f"thing {number}"] for number in range(ROWS)])
    started = program.start(job)
    assert started.price is not None
    ceiling = started.price.at_most // 2
    program.jobs.go_on(job, max_price=ceiling)
    paused = program.run(job)
    assert (paused.state, paused.hold) == (JobState.NEEDS_YOU, Code.CEILING)
    service.finish_all()
    assert 0 < paused.cost == bill(service) <= ceiling
    # Parts are cut smaller for the last of the room: not one more request would have fitted.
    smallest = started.price.at_most // ROWS
    assert ceiling - paused.cost < 2 * smallest
    program.jobs.go_on(job, max_price=started.price.at_most * 2)
    account(program, service, program.run(job), undisturbed)


BOUNDARIES: dict[type, tuple[str, ...]] = {
    CutStore: ("plan",),
    PartStore: ("move", "note"),
    ArrivalStore: ("collect",),
    JobStore: ("planned", "rows_planned", "ended"),
    RowStore: ("plan_rows", "plan_requests", "clear_plan"),
    Service: ("create", "retrieve", "list_since", "download"),
}


def each(name: str, times: int) -> list[str]:
    """The first, the second, ... call of that name."""
    return [f"{name} {nth}" for nth in range(1, times + 1)]


PLANNING = ["clear_plan", "plan_rows", "rows_planned", "planned", *each("plan_requests", 3), *each("plan", 3)]
SENDING = [*each("create", 3), *each("move", 9), "retrieve", "download", *each("collect", 3), "ended"]
"""Writes and calls of a job of three parts; each part moves three times: intended, sent, ended."""

SETTLING = ["list_since", "note", "list_since 2", "move 2", "move 3", "list_since 20"]
"""The same where its first send never arrived."""


class Killed(BaseException):
    """The process is gone between two lines."""


@pytest.mark.parametrize("boundary", [*PLANNING, *SENDING])
@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
def test_the_process_dies_at_any_write_or_call(
    program: Rehearsal,
    service: StandIn,
    undisturbed: dict[int, tuple[object, ...]],
    monkeypatch: pytest.MonkeyPatch,
    boundary: str,
    after: bool,
) -> None:
    """Die before or after it, start again, and end with the same bill."""
    die_and_go_on(program, service, undisturbed, Deaths(monkeypatch, boundary, after=after))


@pytest.mark.parametrize("boundary", SETTLING)
@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("arrived", [False, True], ids=["lost", "listed late"])
def test_the_process_dies_while_it_finds_out_what_became_of_a_send(
    program: Rehearsal,
    service: StandIn,
    undisturbed: dict[int, tuple[object, ...]],
    monkeypatch: pytest.MonkeyPatch,
    boundary: str,
    after: bool,
    arrived: bool,
) -> None:
    service.list_late(40.0)
    service.on(CREATE, be.Status(500, accept=arrived))
    die_and_go_on(program, service, undisturbed, Deaths(monkeypatch, boundary, after=after))


def die_and_go_on(
    program: Rehearsal, service: StandIn, expected: dict[int, tuple[object, ...]], deaths: Deaths
) -> None:
    job = program.job(ROWS, part_rows=20)
    with contextlib.suppress(Killed):
        for _ in range(200):
            program.turn()
            if deaths.struck:
                break
    assert deaths.struck
    deaths.undo()
    survivor = program.again()
    ended = survivor.run(job)
    account(survivor, service, ended, expected)
    survivor.close()


class Deaths:
    """Ends everything at one boundary: a write or a call by its name, and which of them."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, boundary: str, *, after: bool) -> None:
        name, _, nth = boundary.partition(" ")
        self._left = int(nth or 1)
        self._after = after
        self.struck = False
        self.undo = monkeypatch.undo
        for owner, names in BOUNDARIES.items():
            for each in names:
                monkeypatch.setattr(owner, each, self._deadly(getattr(owner, each), mine=each == name))

    def _deadly(self, work: Callable[..., object], *, mine: bool) -> Callable[..., object]:
        def call(*args: object, **kwargs: object) -> object:
            if self.struck:
                raise Killed
            self._left -= mine
            self.struck = mine and not self._left
            if self.struck and not self._after:
                raise Killed
            result = work(*args, **kwargs)
            if self.struck:
                raise Killed
            return result

        return call


def test_a_computer_that_wakes_without_a_network_says_nothing_of_it(program: Rehearsal, service: StandIn) -> None:
    job = program.job(ROWS, part_rows=ROWS)
    while not service.batches:
        program.turn()
    program.turn()
    service.clock.advance(20 * 3600.0)
    service.on(RETRIEVE, be.Drop(), times=2)
    while (found := program.jobs.get(job)).state is not JobState.FINISHED:
        assert not found.hold
        program.turn()
    assert any(seen.status == 0 for seen in service.calls)
    assert set(service.accepted_rows().values()) == {1}


def test_a_job_behind_another_says_too_that_there_is_no_network(tmp_path: Path, service: StandIn) -> None:
    """The older job's part is tried again and again, and the younger one's never comes to its turn."""
    here = Connection(api_key=service.key, base_url=service.url)
    current = [Connection(api_key=service.key, base_url="http://127.0.0.1:9")]
    program = Rehearsal(tmp_path / "program", lambda: current[0], service.clock)
    jobs = [program.job(ROWS), program.job(ROWS + 1)]
    for _ in range(60):
        program.turn(60.0)
    assert [program.jobs.get(job).hold for job in jobs] == [Code.NETWORK] * 2
    current[0] = here
    program.service.reconnect()
    while not service.batches:
        program.turn()
    program.turn()
    assert [program.jobs.get(job).hold for job in jobs] == [""] * 2
    program.close()


def test_no_network_waits_and_says_so(
    tmp_path: Path, service: StandIn, undisturbed: dict[int, tuple[object, ...]]
) -> None:
    here = Connection(api_key=service.key, base_url=service.url)
    nowhere = Connection(api_key=service.key, base_url="http://127.0.0.1:9")
    current = [here]
    service.clock.stand_still()
    program = Rehearsal(tmp_path / "program", lambda: current[0], service.clock)
    job = program.job(ROWS)
    for _ in range(8):
        program.turn()
    current[0] = nowhere
    program.service.reconnect()
    for _ in range(60):
        program.turn(60.0)
    found = program.jobs.get(job)
    assert (found.state, found.hold) == (JobState.WAITING, Code.NETWORK)
    current[0] = here
    program.service.reconnect()
    account(program, service, program.run(job), undisturbed)
    program.close()


@pytest.mark.parametrize("call", [CREATE, RETRIEVE])
def test_a_day_of_waiting_is_waited_and_goes_on_by_itself(
    program: Rehearsal, service: StandIn, undisturbed: dict[int, tuple[object, ...]], call: str
) -> None:
    service.on(call, be.Status(429, retry_after="86400"))
    job = program.job(ROWS, part_rows=ROWS)
    while not service.count(call):
        program.turn()
    for _ in range(95):
        program.turn(900.0)
    assert service.count(call) == 1
    account(program, service, program.run(job, seconds=900.0), undisturbed)


def test_a_day_of_waiting_stops_at_once_when_asked(program: Rehearsal, service: StandIn) -> None:
    service.on(CREATE, be.Status(429, retry_after="86400"))
    program.job(ROWS)
    program.poller.start()
    assert waits_for(lambda: service.count(CREATE) > 0)
    assert program.poller.stop(patience=60.0)
    assert service.count(CREATE) == 1


def test_the_program_never_repeats_a_call_by_itself(program: Rehearsal, service: StandIn) -> None:
    service.on(LIST, be.Status(500))
    with pytest.raises(ServiceTrouble):
        program.service.learn_clock()
    assert service.count(LIST) == 1


def test_a_part_is_on_disk_before_its_call(program: Rehearsal, service: StandIn) -> None:
    seen: list[PartState] = []

    def look() -> None:
        other = program.store.parts.in_state(PartState.INTENDED)
        seen.extend(part.state for part in other)

    service.on(CREATE, be.Both(look, be.Status(500)))
    program.job(ROWS)
    program.turn()
    program.turn()
    assert seen == [PartState.INTENDED]


def test_rows_cut_short_are_asked_again_with_twice_the_room(program: Rehearsal, service: StandIn) -> None:
    service.on(RESULTS, be.Rewrite(be.cut_short), times=2)
    job = program.job(ROWS)
    ended = program.run(job)
    assert ended.breakdown.count(Outcome.CUT_SHORT) == 2
    price = program.estimating.again(job, (Outcome.CUT_SHORT,))
    assert price.rows == 2
    program.jobs.ask_again(job, (Outcome.CUT_SHORT,))
    again = program.run(job)
    assert again.breakdown.count(Outcome.ANSWERED) == ROWS
    last = [call for call in service.calls if call.path == CREATE.split()[1] and call.method == "POST"][-1]
    assert [item["params"]["max_tokens"] for item in orjson.loads(last.body)["requests"]] == [200, 200]
    service.finish_all()
    assert again.cost == bill(service)
    assert again.cost - ended.cost <= price.at_most


@pytest.mark.parametrize("ended", [False, True], ids=["cancelled in time", "ended before"])
def test_a_send_that_turns_up_after_all_is_cancelled_and_accounted_for(
    program: Rehearsal, service: StandIn, undisturbed: dict[int, tuple[object, ...]], ended: bool
) -> None:
    """The list did not show the batch for longer than anybody waits, so the part went out twice."""
    if not ended:
        service.service.duration = lambda _created_at, _size: 500.0
    service.list_late(program.settle + 60.0)
    service.on(CREATE, be.Status(500, accept=True))
    job = program.run(program.job(ROWS), turns=1500)
    for _ in range(100):
        program.turn()
    job = program.jobs.get(job.id)
    assert job.state is JobState.FINISHED
    assert program.values(job.id) == undisturbed
    twins = [part for part in program.jobs.parts(job.id) if part.twin_of is not None]
    assert [twin.twin_of for twin in twins] == [1]
    assert (twins[0].cost == program.jobs.parts(job.id)[0].cost) is ended
    service.finish_all()
    assert job.cost == bill(service)
    assert sum(job.breakdown.as_counts().values()) == ROWS


def test_of_two_copies_the_one_with_answers_is_kept_and_the_other_one_ended(
    program: Rehearsal, service: StandIn, undisturbed: dict[int, tuple[object, ...]]
) -> None:
    """The first send turns up with all its answers while the second is still being worked on."""
    begun = service.clock()
    service.service.duration = lambda created_at, _size: 30.0 if created_at < begun + 60.0 else 50_000.0
    service.list_late(program.settle + 60.0)
    service.on(CREATE, be.Status(500, accept=True))
    job = program.run(program.job(20, part_rows=20), turns=400)
    first, second = service.batches
    parts = program.jobs.parts(job.id)
    assert (parts[0].batch_id, parts[1].batch_id, parts[1].twin_of) == (first.id, second.id, 1)
    assert service.count(CANCEL) == 1
    assert service.clock() < begun + 10_000.0
    assert program.values(job.id) == {row: undisturbed[row] for row in range(2, 22)}
    assert parts[0].cost > parts[1].cost
    service.finish_all()
    assert job.cost == bill(service)


def test_an_ended_batch_of_somebody_else_never_takes_the_place_of_ours(program: Rehearsal, service: StandIn) -> None:
    begun = service.clock()
    service.service.duration = lambda created_at, _size: 5.0 if created_at < begun + 60.0 else 1_000.0
    service.on(CREATE, be.Drop())
    job = program.job(20, part_rows=20)
    while not service.count(CREATE):
        program.turn()
    # So much alike that it is even taken for the first send for a while: only its ids tell.
    program.store.parts.move(job, 1, PartState.PLANNED, doubted_at=program.jobs.parts(job)[0].intended_at)
    other = Rehearsal(program.folder / "other", program.connect, program.clock)
    theirs = other.job(20, part_rows=20)
    other.turn()
    other.turn()
    for _ in range(60):
        program.turn(2.0)
    assert service.count(CANCEL) == 0
    assert other.run(theirs).breakdown.count(Outcome.ANSWERED) == 20
    assert program.run(job, turns=800, seconds=5.0).breakdown.count(Outcome.ANSWERED) == 20
    assert [part.twin_of for part in program.jobs.parts(job)] == [None]
    other.close()


def test_a_batch_of_another_size_is_never_taken_for_ours(
    program: Rehearsal, service: StandIn, undisturbed: dict[int, tuple[object, ...]]
) -> None:
    job = program.job(ROWS)
    program.turn()  # plans
    size = program.jobs.parts(job)[0].requests
    service.on(CREATE, be.Status(500))
    program.turn()
    other = Rehearsal(program.folder / "other", program.connect, program.clock)
    theirs = other.job(size + 1, part_rows=size + 1)
    other.turn()
    other.turn()
    for _ in range(10):
        program.turn()
    assert program.jobs.parts(job)[0].state is PartState.UNKNOWN
    program.run(job)
    other.run(theirs)
    assert program.values(job) == undisturbed
    assert set(service.accepted_rows().values()) == {1}
    other.close()


def test_of_two_lines_for_a_row_the_first_counts(program: Rehearsal, service: StandIn) -> None:
    def declined_again(lines: be.Lines) -> be.Lines:
        return [*lines, *(line.replace(b'"end_turn"', b'"refusal"') for line in lines)]

    service.on(RESULTS, be.Rewrite(declined_again), times=10**6)
    job = program.run(program.job(ROWS))
    assert job.breakdown.count(Outcome.ANSWERED) == ROWS
    service.finish_all()
    assert job.cost == bill(service)


def test_a_batch_that_may_be_somebody_elses_is_never_cancelled(program: Rehearsal, service: StandIn) -> None:
    job = program.job(ROWS)
    program.turn()  # plans
    size = program.jobs.parts(job)[0].requests
    other = Rehearsal(program.folder / "other", program.connect, program.clock)
    service.on(CREATE, be.Status(500))
    program.turn()
    theirs = other.job(size, part_rows=size)
    other.turn()
    other.turn()
    for _ in range(10):
        program.turn()
    assert program.jobs.parts(job)[0].batch_id == service.batches[0].id
    program.jobs.cancel(job)
    assert program.run(job).breakdown.count(Outcome.CANCELLED) >= size
    assert other.run(theirs).breakdown.count(Outcome.ANSWERED) == size
    other.close()
