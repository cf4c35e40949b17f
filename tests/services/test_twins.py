"""A part that has arrived twice: which of its copies is kept, and that the other one is known for what it is."""

from __future__ import annotations

import pytest

from app.core.outcome import Outcome
from tests.services.bills import bill
from tests.services.rehearsal import Rehearsal
from tests.stand_in import behaviours as be
from tests.stand_in.stand_in import CANCEL, CREATE, RESULTS, StandIn

pytestmark = pytest.mark.logs_warnings


@pytest.mark.parametrize("reply", [[], [b'{"custom_id": "bs1-']], ids=["empty", "cut"])
def test_a_copy_whose_answers_come_as_nothing_at_first_is_looked_at_again(
    program: Rehearsal, service: StandIn, reply: be.Lines
) -> None:
    begun = service.clock()
    service.service.duration = lambda created_at, _size: 30.0 if created_at < begun + 60.0 else 50_000.0
    service.list_late(program.settle + 60.0)
    service.on(CREATE, be.Status(500, accept=True))
    service.on(RESULTS, be.Rewrite(lambda _lines: reply))
    job = program.run(program.job(20, part_rows=20), turns=400)
    first, second = service.batches
    kept, twin = program.jobs.parts(job.id)
    assert (kept.batch_id, twin.batch_id, twin.twin_of) == (first.id, second.id, 1)
    assert kept.sent_at is not None
    assert twin.sent_at is not None
    assert kept.sent_at + program.settle < twin.sent_at
    assert kept.workspace == twin.workspace
    assert service.count(CANCEL) == 1
    assert job.breakdown.count(Outcome.ANSWERED) == 20
    service.finish_all()
    assert job.cost == bill(service)
