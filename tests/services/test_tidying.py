"""Many jobs at once: what they take on the disk, listed in a file, deleted, and their room given back."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from app.core.errors import InputError, ServiceTrouble
from app.core.job import JobState
from app.services.removal import Removal
from app.services.tasks import TaskControl
from app.services.tidying import Tidying
from tests.services.rehearsal import Rehearsal
from tests.stand_in import behaviours as be
from tests.stand_in.stand_in import DELETE, StandIn

ROWS = 20


@pytest.fixture
def tidying(program: Rehearsal) -> Tidying:
    removal = Removal(program.store, program.service, program.hub)
    sources = program.folder / "sources"
    return Tidying(program.store, program.deleting, removal, program.folder, lambda job: sources / job)


def ended(program: Rehearsal, tag: str, text: str = "") -> str:
    """An ended job of rows that no other asks."""
    job = program.draft([[f"{tag} {number} {text}"] for number in range(ROWS)])
    program.start(job)
    program.run(job)
    return job


def test_every_job_says_what_it_takes(program: Rehearsal, tidying: Tidying) -> None:
    small, large = ended(program, "small"), ended(program, "large", "word " * 2_000)
    copy = program.folder / "sources" / large
    copy.mkdir(parents=True)
    (copy / "list.csv").write_bytes(b"x" * 50_000)
    taken = tidying.taken()(TaskControl())
    assert taken.by_job[large] > 50_000 + ROWS * 10_000 > taken.by_job[small] > 0
    assert taken.whole >= taken.by_job[large]
    assert taken.spare == 0


def test_deleted_together_they_leave_room_that_is_given_back(
    program: Rehearsal, service: StandIn, tidying: Tidying
) -> None:
    jobs = [ended(program, tag, "word " * 2_000) for tag in ("one", "two", "three")]
    kept = ended(program, "kept")
    draft = program.draft([["a"]])
    running = program.job(5)
    leaving = tidying.leaving([*jobs, draft, running, "nosuch"])(TaskControl())
    assert [job.id for job in leaving.jobs] == [*jobs, draft]
    assert (leaving.rows, leaving.answers, leaving.there) == (3 * ROWS + 1, 3 * ROWS, 3)
    assert leaving.parts == len(service.batches) - len(program.jobs.parts(kept))
    assert tidying.delete([*jobs, draft, running], there=False)(TaskControl()) == 4
    assert service.count(DELETE) == 0
    assert {job.id for job in program.jobs.list()} == {kept, running}
    with pytest.raises(InputError, match="under way"):
        tidying.compact()(TaskControl())
    program.run(running)
    spare = tidying.taken()(TaskControl()).spare
    assert spare > 100_000
    assert tidying.compact()(TaskControl()) > 0
    assert tidying.taken()(TaskControl()).spare == 0
    assert len(program.values(kept)) == ROWS


def test_what_the_service_has_goes_first(program: Rehearsal, service: StandIn, tidying: Tidying) -> None:
    first, second = ended(program, "one"), ended(program, "two")
    gone = len(program.jobs.parts(first))
    service.on(DELETE, be.Status(500), nth=gone + 1)
    with pytest.raises(ServiceTrouble):
        tidying.delete([first, second], there=True)(TaskControl())
    # What could not be deleted there is here still, and can be tried again.
    assert [job.id for job in program.jobs.list()] == [second]
    assert tidying.delete([second], there=True)(TaskControl()) == 1
    assert not program.service.list_since(0.0)[0]


def test_the_list_as_a_file(program: Rehearsal, tidying: Tidying, tmp_path: Path) -> None:
    job = ended(program, "one")
    program.jobs.rename(job, "=1+1")
    program.draft([["a"]])
    target = tmp_path / "jobs.csv"
    tidying.export(target, overwrite=False)(TaskControl())
    with target.open(encoding="utf-8-sig", newline="") as file:
        rows = {row["Job"]: row for row in csv.DictReader(file)}
    assert len(rows) == 2
    assert (rows[job]["Name"], rows[job]["State"], rows[job]["Answered"]) == ("'=1+1", JobState.FINISHED, str(ROWS))
    assert int(rows[job]["On this disk (bytes)"]) > 0
    assert float(rows[job]["Cost (USD)"]) > 0
