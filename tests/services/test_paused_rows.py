"""Rows that the model paused over a long search: asked again, they go on where they were."""

from __future__ import annotations

from typing import Any

import orjson
import pytest

from app.core.errors import Code
from app.core.job import JobState
from app.core.outcome import Outcome
from tests.services.bills import bill
from tests.services.rehearsal import Rehearsal
from tests.stand_in import behaviours as be
from tests.stand_in.stand_in import CREATE, RESULTS, StandIn

pytestmark = pytest.mark.logs_warnings

ROWS = 12


def paused(program: Rehearsal, service: StandIn, times: int = 1) -> str:
    """An ended job, whose rows were all paused."""
    service.on(RESULTS, be.Rewrite(be.paused), times=times)
    job = program.job(ROWS, part_rows=ROWS)
    assert program.run(job).breakdown.causes == {"paused": ROWS}
    return job


def requests(service: StandIn) -> list[dict[str, Any]]:
    """Those of the last batch that was sent."""
    last = [call for call in service.calls if f"{call.method} {call.path}" == CREATE][-1]
    found: list[dict[str, Any]] = orjson.loads(last.body)["requests"]
    return found


def test_they_go_on_with_what_was_said_kept_to_the_letter(program: Rehearsal, service: StandIn) -> None:
    job = paused(program, service)
    first = requests(service)
    spent = program.jobs.get(job).cost
    price = program.estimating.again(job)
    assert program.jobs.ask_again(job) == ROWS
    ended = program.run(job)
    again = requests(service)
    assert len(again) == ROWS
    for before, after in zip(first, again, strict=True):
        shared = {key: value for key, value in before["params"].items() if key != "messages"}
        assert {key: value for key, value in after["params"].items() if key != "messages"} == shared
        assert after["params"]["messages"][:1] == before["params"]["messages"]
        (turn,) = after["params"]["messages"][1:]
        assert turn["role"] == "assistant"
        assert [block["type"] for block in turn["content"]] == ["thinking", "text", "server_tool_use"]
        assert turn["content"][0]["signature"] == "EqQBCgIYAhIM1gbcDa9GJwZA2b3h=="
        assert turn["content"][2]["input"] == {"query": "\u2028x"}
    assert ended.breakdown.count(Outcome.ANSWERED) == ROWS
    # What was said before the pause is part of the answer, in the cells and on the row's own page.
    for row, (text,) in program.values(job).items():
        request = next(one for one in again if one["custom_id"].endswith(f"-{row}"))
        said = request["params"]["messages"][1]["content"][1]["text"]
        # What came after it begins just so by itself: it has to be there twice.
        assert str(text).startswith(said)
        assert str(text).removeprefix(said).strip().startswith(said)
        assert program.jobs.row_detail(job, row).text.strip() == text
    service.finish_all()
    assert spent < ended.cost == bill(service)
    assert ended.cost - spent <= price.at_most


def test_a_row_may_pause_twice_and_the_service_fail_between(program: Rehearsal, service: StandIn) -> None:
    job = paused(program, service)
    program.jobs.ask_again(job)
    service.on(RESULTS, be.Rewrite(be.paused))
    program.run(job)
    program.jobs.ask_again(job)
    while len(service.batches) < 3:
        program.turn()
    service.expire(service.batches[2].id, share=0.0)
    assert program.run(job).breakdown.count(Outcome.EXPIRED) == ROWS
    program.jobs.ask_again(job)
    assert program.run(job).breakdown.count(Outcome.ANSWERED) == ROWS
    for request in requests(service):
        first, second = request["params"]["messages"]
        assert (first["role"], second["role"]) == ("user", "assistant")
        assert [block["type"] for block in second["content"]] == ["thinking", "text", "server_tool_use"] * 2


def test_what_was_said_counts_as_input_in_the_price_and_under_the_ceiling(program: Rehearsal, service: StandIn) -> None:
    long = "x" * 40_000

    def lengthened(lines: be.Lines) -> be.Lines:
        return [line.replace(b"srvtoolu_1", long.encode()) for line in be.paused(lines)]

    service.on(RESULTS, be.Rewrite(lengthened))
    job = program.job(ROWS, part_rows=ROWS)
    ended = program.run(job)
    whole = program.jobs.parts(job)[0].at_most
    price = program.estimating.again(job)
    assert price.at_most > 2 * whole
    program.jobs.ask_again(job, max_price=ended.cost + whole)
    held = program.run(job)
    assert (held.state, held.hold) == (JobState.NEEDS_YOU, Code.CEILING)


def test_a_row_that_the_service_won_t_go_on_with_begins_anew(program: Rehearsal, service: StandIn) -> None:
    def refused(lines: be.Lines) -> be.Lines:
        error = {"type": "error", "error": {"type": "invalid_request_error", "message": "no"}, "request_id": "r"}
        result = {"type": "errored", "error": error}
        return [orjson.dumps(orjson.loads(line) | {"result": result}) + b"\n" for line in lines]

    job = paused(program, service)
    program.jobs.ask_again(job)
    service.on(RESULTS, be.Rewrite(refused))
    assert program.run(job).breakdown.causes == {"invalid_request": ROWS}
    program.jobs.ask_again(job)
    service.on(RESULTS, be.Rewrite(be.paused))
    program.run(job)
    assert {len(request["params"]["messages"]) for request in requests(service)} == {1}
    program.jobs.ask_again(job)
    assert program.run(job).breakdown.count(Outcome.ANSWERED) == ROWS
    assert {len(request["params"]["messages"][1]["content"]) for request in requests(service)} == {3}


def test_the_process_may_die_between(program: Rehearsal, service: StandIn) -> None:
    job = paused(program, service)
    program.jobs.ask_again(job)
    service.on(CREATE, be.Drop(accept=True))
    program.turn()
    again = program.again()
    ended = again.run(job)
    assert ended.breakdown.count(Outcome.ANSWERED) == ROWS
    assert len(service.batches) == 2
    again.close()
