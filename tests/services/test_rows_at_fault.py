"""Rows that the service could not take: just as they are they would fail once more, so they are not sent again."""

from __future__ import annotations

import orjson
import pytest

from app.core.job import JobState
from app.core.outcome import Outcome
from tests.services.rehearsal import Rehearsal
from tests.stand_in import behaviours as be
from tests.stand_in.stand_in import CREATE, RESULTS, StandIn

pytestmark = pytest.mark.logs_warnings

ROWS = 12


def failing(*kinds: str) -> be.Rewrite:
    """Has the rows fail by these errors in turn."""

    def rewritten(lines: be.Lines) -> be.Lines:
        found = []
        for place, line in enumerate(lines):
            error = {"type": kinds[place % len(kinds)], "message": "no"}
            result = {"type": "errored", "error": {"type": "error", "error": error, "request_id": "r"}}
            found.append(orjson.dumps(orjson.loads(line) | {"result": result}) + b"\n")
        return found

    return be.Rewrite(rewritten)


def sent(service: StandIn) -> list[int]:
    """How many requests each batch had."""
    calls = [call for call in service.calls if f"{call.method} {call.path}" == CREATE]
    return [len(orjson.loads(call.body)["requests"]) for call in calls]


@pytest.mark.parametrize("kind", ["invalid_request_error", "request_too_large"])
def test_none_of_them_is_sent_again(program: Rehearsal, service: StandIn, kind: str) -> None:
    service.on(RESULTS, failing(kind))
    job = program.job(ROWS, part_rows=ROWS)
    ended = program.run(job)
    assert ended.breakdown.causes == {"invalid_request": ROWS}
    assert program.estimating.again(job).requests == 0
    assert program.jobs.ask_again(job) == 0
    assert program.jobs.get(job).state is JobState.FINISHED
    assert program.jobs.get(job).breakdown == ended.breakdown
    assert sent(service) == [ROWS]


def test_beside_others_they_stay_where_they_are(program: Rehearsal, service: StandIn) -> None:
    service.on(RESULTS, failing("invalid_request_error", "api_error", "overloaded_error"))
    job = program.job(ROWS, part_rows=ROWS)
    ended = program.run(job)
    assert ended.breakdown.causes == {"invalid_request": ROWS // 3, "service_error": 2 * ROWS // 3}
    assert program.estimating.again(job).rows == 2 * ROWS // 3
    assert program.jobs.ask_again(job) == 2 * ROWS // 3
    after = program.run(job)
    assert after.breakdown.count(Outcome.ANSWERED) == 2 * ROWS // 3
    assert after.breakdown.causes == {"invalid_request": ROWS // 3}
    assert sent(service) == [ROWS, 2 * ROWS // 3]
    assert sum(part.rows for part in program.jobs.parts(job)) == ROWS + 2 * ROWS // 3


def test_they_are_sent_again_for_whoever_asks_for_all_that_failed(program: Rehearsal, service: StandIn) -> None:
    service.on(RESULTS, failing("invalid_request_error"))
    job = program.job(ROWS, part_rows=ROWS)
    program.run(job)
    assert program.estimating.again(job, but=()).rows == ROWS
    assert program.jobs.ask_again(job, but=()) == ROWS
    assert program.run(job).breakdown.count(Outcome.ANSWERED) == ROWS
    assert sent(service) == [ROWS, ROWS]
