"""Jobs as windows and commands see them."""

from __future__ import annotations

import pytest

from app.core.errors import InputError
from app.core.events import JobChanged, JobsChanged
from app.core.job import JobState
from app.core.outcome import Outcome
from app.core.results import RowState
from app.core.row_choice import RowChoice
from app.services.tasks import TaskControl
from tests.services.rehearsal import RECIPE, Rehearsal
from tests.stand_in.stand_in import StandIn

ROWS = 12


def test_a_draft_is_listed_first_and_told(program: Rehearsal) -> None:
    older = program.jobs.new_draft("Older")
    newer = program.jobs.new_draft()
    assert [job.id for job in program.jobs.list()] == [newer.id, older.id]
    assert (newer.name, newer.state) == ("New job", JobState.DRAFT)
    assert program.events.count(JobsChanged()) == 2


def test_a_job_is_renamed_in_every_state(program: Rehearsal) -> None:
    job = program.job(ROWS)
    for name in ("While it is sent", "Names: “odd”\n<b>'; DROP TABLE jobs; --"):
        program.jobs.rename(job, name)
        assert program.jobs.get(job).name == name
    assert program.jobs.get(job).state is JobState.SENDING
    program.run(job)
    program.jobs.rename(job, "Done")
    assert program.jobs.get(job).name == "Done"


def test_a_job_under_way_is_not_deleted(program: Rehearsal, service: StandIn) -> None:
    job = program.job(ROWS)
    for _ in range(5):
        with pytest.raises(InputError):
            program.deleting.delete(job)
        program.turn()
    program.run(job)
    program.deleting.delete(job)
    assert program.jobs.list() == []
    with pytest.raises(InputError):
        program.jobs.get(job)
    with pytest.raises(InputError):
        program.deleting.delete(job)


def test_deleting_takes_rows_answers_and_the_copy_with_it(program: Rehearsal, tmp_path) -> None:
    source = tmp_path / "names.csv"
    source.write_text("Name\none\n", encoding="utf-8")
    job = program.jobs.new_draft("", RECIPE).id
    program.importing.load(job, source)(TaskControl())
    program.start(job)
    program.run(job)
    program.deleting.delete(job)
    assert program.importing.copy_of(job) is None
    with program.store.database.read() as connection:
        for table in ("sheet_rows", "job_rows", "requests", "parts", "answers"):
            assert connection.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0] == 0, table  # noqa: S608


def test_what_there_is_not_is_said(program: Rehearsal) -> None:
    for call in (program.jobs.get, program.jobs.draft, program.deleting.delete):
        with pytest.raises(InputError, match="nobody"):
            call("nobody")


def test_starting_twice_changes_nothing(program: Rehearsal, service: StandIn) -> None:
    job = program.draft([[f"thing {n}"] for n in range(ROWS)])
    first = program.start(job)
    again = program.start(job)
    assert (again.started_at, again.price) == (first.started_at, first.price)
    program.run(job)
    assert set(service.accepted_rows().values()) == {1}


def test_a_draft_without_rows_does_not_start(program: Rehearsal) -> None:
    priced = program.draft([["thing"]])
    price = program.estimating.price(priced)(TaskControl())
    empty = program.jobs.new_draft()
    with pytest.raises(InputError):
        program.jobs.start(empty.id, price)
    assert program.jobs.get(empty.id).state is JobState.DRAFT


def test_a_choice_of_rows_is_kept_until_the_job_is_sent(program: Rehearsal) -> None:
    job = program.draft([[f"thing {n}"] for n in range(ROWS)])
    program.jobs.save_rows(job, RowChoice(((2, 4),)))
    assert JobChanged(job) in program.events
    program.start(job)
    program.jobs.save_rows(job, RowChoice(((2, 9),)))
    ended = program.run(job)
    assert ended.breakdown.rows == 3
    assert program.jobs.draft(job).rows.ranges == ((2, 4),)


def test_results_come_in_pages_by_what_became_of_them(program: Rehearsal) -> None:
    job = program.draft([[f"thing {n}"] for n in range(ROWS)] + [[" "]])
    program.start(job)
    assert program.jobs.result_count(job, {RowState.ANSWERED}) == 0
    program.run(job)
    assert program.jobs.result_count(job) == ROWS + 1
    assert program.jobs.result_count(job, {RowState.ANSWERED}) == ROWS
    assert [row.number for row in program.jobs.results(job, {RowState.ANSWERED}, 10, 5)] == [12, 13]
    assert [row.number for row in program.jobs.results(job, {RowState.SKIPPED}, 0, 5)] == [14]
    assert program.jobs.results(job, None, 50, 5) == []
    detail = program.jobs.row_detail(job, 2)
    assert (detail.prompt, detail.state) == ("Say something about thing 0.", RowState.ANSWERED)
    assert detail.cost > 0
    with pytest.raises(InputError):
        program.jobs.row_detail(job, 99)


def test_asking_again_is_for_ended_jobs(program: Rehearsal) -> None:
    job = program.job(ROWS)
    with pytest.raises(InputError):
        program.jobs.ask_again(job)
    ended = program.run(job)
    assert program.jobs.ask_again(job, [Outcome.FAILED]) == 0
    assert program.run(job).cost == ended.cost
