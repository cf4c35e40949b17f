"""A job's account part by part: it adds up, to the cent, whatever the job went through."""

from __future__ import annotations

from fractions import Fraction

import pytest

from app.cli.report import job_object, part_line, part_object
from app.core.outcome import Outcome
from app.ui import parts_wording
from tests.services.bills import bill
from tests.services.rehearsal import Rehearsal
from tests.stand_in import behaviours as be
from tests.stand_in.stand_in import CREATE, RESULTS, StandIn

pytestmark = pytest.mark.logs_warnings


def test_a_job_that_went_through_everything(program: Rehearsal, service: StandIn) -> None:
    cells = [[f"thing {number}"] for number in range(57)] + [["thing 3"], ["thing 4"], [""]]
    job = program.draft(cells)
    tried = program.attempt(job, 5)
    spent = sum(one.cost for one in tried)
    service.list_late(300.0)
    service.on(CREATE, be.Status(500, accept=True))
    service.on(RESULTS, be.Rewrite(be.cut_short), nth=2)
    program.start(job, part_rows=20)
    program.run(job, turns=3_000)
    for _ in range(200):
        program.turn(5.0)
    again = program.jobs.get(job)
    assert again.breakdown.count(Outcome.CUT_SHORT)
    program.jobs.ask_again(job, (Outcome.CUT_SHORT,))
    program.run(job, turns=3_000)
    parts = program.jobs.parts(job)
    assert [part.twin_of is not None for part in parts].count(True) == 1
    found, account = job_object(program.jobs.get(job)), [part_object(part) for part in parts]
    names = (*map(str, Outcome), "waiting", "running")
    again = sum(part["asked_again"] for part in account)
    assert again == len(service.batches[-1].custom_ids) > 0
    for part in account:
        assert part["rows"] == sum(part[name] for name in (*names, "asked_again"))
    for name in names:
        assert found[name] == sum(part[name] for part in account), name
    assert found["rows"] == 60 == found["skipped"] + sum(part["rows"] for part in account) - again
    exactly = sum(Fraction(part.cost) for part in parts)
    assert found["cost"] == pytest.approx(sum(part["cost"] for part in account), abs=1e-12)
    assert exactly + program.jobs.get(job).tried_cost == program.jobs.get(job).cost == spent + bill(service)
    lines = [part_line(part) for part in parts]
    assert [line for line in lines if f" + {again} asked again; billed $" in line]
    assert [line for line in lines if "0 rows, a second copy of part 2; billed $" in line]
    said = [parts_wording.part_says(part) for part in parts]
    assert [line for line in said if f" + {again} asked again; billed $" in line]
    assert [line for line in said if "second copy of part 2; billed $" in line]
