"""Replies that no documentation foresees: whatever is in them, a row is paid for once and every cent is known."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import orjson
import pytest

from app.batch_api.client import Connection
from app.core.errors import NeedsUser
from app.core.job import Job, JobState
from app.core.outcome import Outcome
from app.core.part import PartState
from app.services.removal import Removal
from app.services.rescue import Rescue
from app.services.tasks import TaskControl
from tests.services.bills import bill
from tests.services.rehearsal import Rehearsal
from tests.stand_in import behaviours as be
from tests.stand_in.stand_in import ALWAYS, CANCEL, CREATE, LIST, RESULTS, RETRIEVE, StandIn

pytestmark = pytest.mark.logs_warnings

ROWS = 20
DAY = 24 * 3600.0


def changed(change: Callable[[dict[str, Any]], None]) -> be.Rewrite:
    """A reply's JSON object, changed in place."""

    def rewrite(lines: be.Lines) -> be.Lines:
        found = orjson.loads(b"".join(lines))
        change(found)
        return [orjson.dumps(found)]

    return be.Rewrite(rewrite, "length")


def of_each_batch(change: Callable[[dict[str, Any]], None]) -> be.Rewrite:
    """The same of every batch of a list."""

    def rewrite(found: dict[str, Any]) -> None:
        for batch in found["data"]:
            change(batch)

    return changed(rewrite)


def in_doubt(program: Rehearsal, service: StandIn, fault: be.Behaviour) -> str:
    """A job of one part, whose send was accepted without a reply."""
    service.on(CREATE, be.Status(500, accept=True))
    job = program.job(ROWS, part_rows=ROWS)
    while not service.count(CREATE):
        program.turn()
    service.on(LIST, fault, times=ALWAYS)
    for _ in range(300):
        program.turn()
    assert service.count(CREATE) == 1
    service.behave()
    return job


def once(program: Rehearsal, service: StandIn, job: str) -> Job:
    """The job at its end: every row accepted once, and answered, and every cent of the bill known."""
    found = program.run(job)
    service.finish_all()
    assert found.state is JobState.FINISHED
    assert set(service.accepted_rows().values()) == {1}
    assert found.breakdown.count(Outcome.ANSWERED) == ROWS
    assert found.cost == bill(service)
    return found


def end_early(found: dict[str, Any]) -> None:
    found |= {"data": [], "has_more": True, "first_id": None, "last_id": None}


def without_counts(found: dict[str, Any]) -> None:
    del found["request_counts"]


def all_zero(found: dict[str, Any]) -> None:
    found["request_counts"] = dict.fromkeys(found["request_counts"], 0)


def strange_counts(found: dict[str, Any]) -> None:
    found["request_counts"] = {"queued": found["request_counts"]["processing"]}


def nameless(found: dict[str, Any]) -> None:
    found["id"] = ""


ODD_LISTS = {
    "a page with nothing on it and more to come": changed(end_early),
    "no list at all": changed(lambda found: found.pop("data")),
    "no counts": of_each_batch(without_counts),
    "counts of nothing": of_each_batch(all_zero),
    "counts by other names": of_each_batch(strange_counts),
    "a batch without an id": of_each_batch(nameless),
    "a batch without a time": of_each_batch(lambda found: found.pop("created_at")),
    "batches that are none": changed(lambda found: found.update(data=["x"])),
}


@pytest.mark.parametrize("odd", ODD_LISTS)
def test_a_list_that_can_not_be_read_proves_nothing(program: Rehearsal, service: StandIn, odd: str) -> None:
    once(program, service, in_doubt(program, service, ODD_LISTS[odd]))


def test_a_batch_whose_size_nobody_says_is_known_by_its_ids_once_it_has_ended(
    program: Rehearsal, service: StandIn
) -> None:
    service.on(CREATE, be.Status(500, accept=True))
    service.on(LIST, of_each_batch(without_counts), times=ALWAYS)
    once(program, service, program.job(ROWS, part_rows=ROWS))


def test_somebody_elses_batch_whose_size_nobody_says_holds_nothing_up_for_good(
    program: Rehearsal, service: StandIn
) -> None:
    other = Rehearsal(program.folder / "other", program.connect, program.clock)
    theirs = other.job(ROWS, part_rows=ROWS)
    other.run(theirs)
    service.on(CREATE, be.Status(500))
    service.on(LIST, of_each_batch(without_counts), times=ALWAYS)
    job = program.job(ROWS + 1, part_rows=ROWS + 1)
    assert program.run(job).breakdown.count(Outcome.ANSWERED) == ROWS + 1
    assert set(service.accepted_rows().values()) == {1}
    other.close()


def test_a_full_page_that_does_not_say_whether_there_is_more(
    program: Rehearsal, service: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.batch_api.batches.PAGE", 2)
    service.on(CREATE, be.Status(500, accept=True))
    job = program.job(ROWS, part_rows=ROWS)
    while not service.count(CREATE):
        program.turn()
    other = Rehearsal(program.folder / "other", program.connect, program.clock)
    service.on(LIST, changed(lambda found: found.pop("has_more")), times=ALWAYS)
    theirs = other.job(30, part_rows=10)
    for _ in range(5):
        other.turn()
    other.run(theirs)
    once_more = program.run(job)
    assert once_more.breakdown.count(Outcome.ANSWERED) == ROWS
    assert set(service.accepted_rows().values()) == {1}
    other.close()


@pytest.mark.parametrize("ahead", [3 * 3600.0, DAY])
def test_the_first_send_under_a_gateway_whose_clock_is_ahead(
    program: Rehearsal, service: StandIn, monkeypatch: pytest.MonkeyPatch, ahead: float
) -> None:
    monkeypatch.setattr("app.batch_api.client.http_date", lambda _date: service.clock() + ahead)
    service.on(CREATE, be.Status(500, accept=True))
    once(program, service, program.job(ROWS, part_rows=ROWS))


@pytest.mark.parametrize("status", [405, 410, 418, 444, 460, 499, 301, 307])
def test_a_status_that_nobody_expects_may_come_after_the_batch_was_made(
    program: Rehearsal, service: StandIn, status: int
) -> None:
    service.on(CREATE, be.Status(status, accept=True))
    once(program, service, program.job(ROWS, part_rows=ROWS))


def test_a_status_that_is_new_is_asked_for_until_it_ends(program: Rehearsal, service: StandIn) -> None:
    service.on(RETRIEVE, changed(lambda found: found.update(processing_status="archiving")), times=40)
    once(program, service, program.job(ROWS))


def test_a_batch_that_ended_without_a_time_or_counts(program: Rehearsal, service: StandIn) -> None:
    def bare(found: dict[str, Any]) -> None:
        for name in ("ended_at", "expires_at", "request_counts", "results_url"):
            found.pop(name, None)

    service.on(RETRIEVE, changed(bare), times=ALWAYS)
    once(program, service, program.job(ROWS))


def pages_of_others(_lines: be.Lines) -> be.Lines:
    return [b"<html>\n", b"<body>Please log in</body>\n", b"</html>\n"]


def test_pages_in_the_place_of_answers_never_let_rows_fail(program: Rehearsal, service: StandIn) -> None:
    service.on(RESULTS, be.Rewrite(pages_of_others), times=60)
    job = program.job(ROWS, part_rows=ROWS)
    for _ in range(2_000):
        program.turn(5.0)
    once(program, service, job)


def test_a_cancelled_job_ends_whatever_comes_in_the_place_of_answers(program: Rehearsal, service: StandIn) -> None:
    service.on(RESULTS, be.Rewrite(pages_of_others), times=ALWAYS)
    job = program.job(ROWS, part_rows=ROWS)
    while not service.batches:
        program.turn()
    program.jobs.cancel(job)
    found = program.run(job, turns=2_000, seconds=5.0)
    assert found.state is JobState.FINISHED
    assert found.breakdown.settled == ROWS


ODD_USAGE: dict[str, Any] = {
    "words": {"input_tokens": "many", "output_tokens": "few"},
    "nothing": None,
    "a list": [1, 2],
    "below nothing": {"input_tokens": -5, "output_tokens": -7},
    "far too much": {"input_tokens": 10**17, "output_tokens": 10**17},
    "parts of one": {"input_tokens": 1.5, "output_tokens": True},
    "nested": {"input_tokens": {"a": 1}, "cache_creation": [], "server_tool_use": "x"},
}


@pytest.mark.parametrize("usage", ODD_USAGE)
def test_usage_that_is_none_never_keeps_an_answer_away(program: Rehearsal, service: StandIn, usage: str) -> None:
    def odd(lines: be.Lines) -> be.Lines:
        found = [orjson.loads(line) for line in lines]
        for one in found:
            one["result"]["message"]["usage"] = ODD_USAGE[usage]
        return [orjson.dumps(one) + b"\n" for one in found]

    service.on(RESULTS, be.Rewrite(odd), times=ALWAYS)
    found = program.run(program.job(ROWS))
    assert found.state is JobState.FINISHED
    assert found.breakdown.count(Outcome.ANSWERED) == ROWS
    assert found.cost >= 0


ODD_RESULTS: dict[str, Any] = {
    "nothing": None,
    "words": "succeeded",
    "a list": [],
    "no message": {"type": "succeeded"},
    "a message of words": {"type": "succeeded", "message": "hello"},
    "no content": {"type": "succeeded", "message": {"type": "message", "content": None, "usage": {}}},
    "content of words": {"type": "succeeded", "message": {"content": "hello", "stop_reason": 5}},
    "an error of words": {"type": "errored", "error": "bad"},
    "an error in an error": {"type": "errored", "error": {"error": {"type": ["x"], "message": {"a": 1}}}},
    "a type that is none": {"type": {"a": 1}},
}


@pytest.mark.parametrize("result", ODD_RESULTS)
def test_a_result_of_any_shape_ends_its_row(program: Rehearsal, service: StandIn, result: str) -> None:
    def odd(lines: be.Lines) -> be.Lines:
        first = orjson.loads(lines[0]) | {"result": ODD_RESULTS[result]}
        return [orjson.dumps(first) + b"\n", *lines[1:]]

    service.on(RESULTS, be.Rewrite(odd), times=ALWAYS)
    found = program.run(program.job(ROWS, part_rows=ROWS))
    assert found.state is JobState.FINISHED
    assert found.breakdown.count(Outcome.ANSWERED) == ROWS - 1
    assert found.breakdown.settled == ROWS


def two_copies(
    program: Rehearsal, service: StandIn, change: Callable[[be.Lines], be.Lines], *, always: bool = False
) -> Job:
    """A job whose only part went out twice, and what comes of the answers of the copy that counts for nothing.

    ``always``: its answers come changed also where it is found out whose they are.
    """
    if always:
        service.on(RESULTS, be.Rewrite(change), times=ALWAYS)
    service.list_late(program.settle + 60.0)
    service.on(CREATE, be.Status(500, accept=True))
    job = program.job(ROWS, part_rows=ROWS)
    for _ in range(1_500):
        program.turn()
        if any(part.twin_of is not None for part in program.jobs.parts(job)):
            break
    service.on(RESULTS, be.Rewrite(change), times=ALWAYS)
    found = program.run(job, turns=3_000)
    for _ in range(20):
        program.turn()
    assert program.jobs.get(job).state is JobState.FINISHED
    return found


COPIES: dict[str, Callable[[be.Lines], be.Lines]] = {
    "as it is": lambda lines: lines,
    "twice": be.twice,
    "one foreign": be.one_foreign,
    "one foreign first": lambda lines: [be.one_foreign(lines)[-1], *lines],
    "no objects": lambda lines: [b"5\n", b"[]\n", b'"x"\n', *lines],
    "odd ids": lambda lines: [b'{"custom_id": 5}\n', b'{"custom_id": null, "result": 7}\n', *lines],
}


@pytest.mark.parametrize("always", [False, True])
@pytest.mark.parametrize("change", COPIES)
def test_what_a_second_copy_cost_is_known_whatever_comes_with_it(
    program: Rehearsal, service: StandIn, change: str, always: bool
) -> None:
    job = two_copies(program, service, COPIES[change], always=always)
    service.finish_all()
    assert program.jobs.get(job.id).cost == bill(service)


@pytest.mark.parametrize("change", [be.one_missing, be.one_broken, pages_of_others])
def test_a_second_copy_that_never_comes_whole_does_not_keep_its_job_for_ever(
    program: Rehearsal, service: StandIn, change: Callable[[be.Lines], be.Lines]
) -> None:
    job = two_copies(program, service, change)
    assert job.breakdown.count(Outcome.ANSWERED) == ROWS
    (twin,) = (part for part in program.jobs.parts(job.id) if part.twin_of is not None)
    assert twin.cost + twin.possible == twin.at_most, "nobody says what it cost, so it may have cost its most"
    assert job.cost < bill(service) <= job.cost + program.spending.this_month().possible


def rescue(program: Rehearsal) -> Rescue:
    return Rescue(program.store, program.service, program.hub, program.poller.wake)


@pytest.mark.parametrize("change", ["as it is", "one foreign", "one foreign first", "no objects", "odd ids"])
def test_a_lost_job_is_found_again_whatever_stands_between_its_lines(
    program: Rehearsal, service: StandIn, tmp_path: Path, change: str
) -> None:
    lost = Rehearsal(tmp_path / "lost", program.connect, program.clock)
    job = lost.run(lost.job(ROWS, part_rows=ROWS))
    lost.close()
    service.on(RESULTS, be.Rewrite(COPIES[change]), times=ALWAYS)
    assert rescue(program).look()(TaskControl()).jobs == (job.id,)
    found = program.run(job.id)
    assert found.breakdown.count(Outcome.ANSWERED) == ROWS
    assert found.cost == job.cost == bill(service)


def test_what_asking_again_has_cost_is_found_again_too(program: Rehearsal, service: StandIn, tmp_path: Path) -> None:
    def half_declined(lines: be.Lines) -> be.Lines:
        return [line.replace(b'"end_turn"', b'"refusal"') for line in lines[:10]] + lines[10:]

    lost = Rehearsal(tmp_path / "lost", program.connect, program.clock)
    service.on(RESULTS, be.Rewrite(half_declined))
    job = lost.run(lost.job(ROWS, part_rows=ROWS))
    assert job.breakdown.count(Outcome.DECLINED) == 10
    lost.jobs.ask_again(job.id, (Outcome.DECLINED,))
    job = lost.run(job.id)
    lost.close()
    rescue(program).look()(TaskControl())
    found = program.run(job.id)
    assert found.breakdown.count(Outcome.ANSWERED) == ROWS
    assert found.cost == job.cost == bill(service)
    assert sum(line.cost for line in program.spending.lines()) == bill(service)


def test_a_second_copy_that_turns_up_when_nobody_looks_any_more_is_counted_by_looking_for_lost_jobs(
    program: Rehearsal, service: StandIn
) -> None:
    service.list_late(5 * 3600.0)
    service.on(CREATE, be.Status(500, accept=True))
    job = program.run(program.job(ROWS, part_rows=ROWS), turns=1_000)
    program.turn(2 * 3600.0)
    program.turn(4 * 3600.0)
    service.finish_all()
    assert program.jobs.get(job.id).cost < bill(service)
    found = rescue(program).look()(TaskControl())
    assert found.jobs == ()
    program.run(job.id)
    assert program.jobs.get(job.id).cost == bill(service)
    assert sum(line.cost for line in program.spending.lines()) == bill(service)
    assert program.jobs.get(job.id).breakdown.count(Outcome.ANSWERED) == ROWS


def test_a_batch_found_by_looking_is_not_taken_from_a_part_that_is_still_in_doubt(
    program: Rehearsal, service: StandIn
) -> None:
    service.service.duration = lambda _created_at, _size: 0.0
    service.on(CREATE, be.Status(500, accept=True))
    service.on(LIST, be.Status(500), nth=2, times=20)
    job = program.job(ROWS, part_rows=ROWS)
    while not service.count(CREATE):
        program.turn()
    service.behave()
    assert program.jobs.parts(job)[0].state is PartState.UNKNOWN
    assert rescue(program).look()(TaskControl()).jobs == ()
    once(program, service, job)


def test_a_removal_with_a_key_of_another_workspace_says_so_and_marks_nothing(
    program: Rehearsal, service: StandIn
) -> None:
    strange = "key-of-another-workspace"
    service.add_workspace(strange)
    job = program.run(program.job(ROWS))
    removal = Removal(program.store, program.service, program.hub)
    left = removal.left(job.id)
    program.service._connect = lambda: Connection(api_key=strange, base_url=service.url)
    program.service.reconnect()
    with pytest.raises(NeedsUser, match="another workspace"):
        removal.remove(job.id)(TaskControl())
    assert removal.left(job.id) == left


def test_a_first_look_under_a_wrong_clock_does_not_hold_the_second_one_up_for_a_day(
    program: Rehearsal, service: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    ahead = [DAY]
    monkeypatch.setattr("app.batch_api.client.http_date", lambda _date: service.clock() + ahead[0])
    service.on(CREATE, be.Status(500))
    job = program.job(ROWS, part_rows=ROWS)
    while not service.count(CREATE) or program.jobs.parts(job)[0].missed_at is None:
        program.turn()
    ahead[0] = 0.0
    once(program, service, job)


@pytest.mark.parametrize("status", [400, 409])
def test_what_can_not_be_cancelled_any_more_is_told_so_once_and_waited_for(
    program: Rehearsal, service: StandIn, status: int
) -> None:
    service.on(CANCEL, be.Status(status), times=ALWAYS)
    job = program.job(ROWS, part_rows=ROWS)
    while not service.batches:
        program.turn()
    program.jobs.cancel(job)
    for _ in range(10):
        program.turn()
    assert service.count(CANCEL) == 1
    once(program, service, job)


def test_a_reply_that_was_given_before_is_not_taken_for_this_sends(program: Rehearsal, service: StandIn) -> None:
    """Somebody on the way keeps replies: the second part's send is answered with the first one's batch."""
    service.on(CREATE, changed(lambda found: found.update(id=service.batches[0].id)), nth=2)
    once(program, service, program.job(ROWS, part_rows=12))


@pytest.mark.parametrize("said", [ROWS + 1, 0])
def test_a_reply_about_a_batch_of_another_size_is_believed_once_its_ids_are_seen(
    program: Rehearsal, service: StandIn, said: int
) -> None:
    other = Rehearsal(program.folder / "other", program.connect, program.clock)
    theirs = other.job(30, part_rows=30)
    other.run(theirs)

    def another(found: dict[str, Any]) -> None:
        found["request_counts"]["processing"] = said
        if said:
            found["id"] = service.batches[0].id

    service.on(CREATE, changed(another))
    job = program.run(program.job(ROWS, part_rows=ROWS))
    assert job.breakdown.count(Outcome.ANSWERED) == ROWS
    assert set(service.accepted_rows().values()) == {1}
    assert job.cost + other.jobs.get(theirs).cost == bill(service)
    other.close()
