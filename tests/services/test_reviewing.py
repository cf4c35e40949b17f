"""The report over a job's answers, as they lie in the store."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.core.errors import InputError
from app.core.results import RowState
from app.core.rule import Concern
from app.services import reviewing
from app.services.reviewing import Reviewing, Unanswered
from app.services.tasks import Cancelled, TaskControl
from tests.services.rehearsal import RECIPE, Rehearsal

ANSWER = "I'm sorry, but I can't say anything about this thing."
COPY = replace(RECIPE, prompt="Say in two short and honest sentences what one may want with this thing: {{Name}}.")


@pytest.fixture
def answered(program: Rehearsal, monkeypatch: pytest.MonkeyPatch) -> str:
    """A job of 40 rows; each third answer is no answer."""

    def write(_frame: object, row: object) -> str:
        number = int(str(row.text).rstrip(".").rsplit(" ", 1)[-1])  # type: ignore[attr-defined]
        return ANSWER if number % 3 == 0 else f"It may be number {number}, and it is made of brass and oak."

    monkeypatch.setattr("app.practice.answers._plain", write)
    job = program.job(40, COPY)
    assert program.run(job).breakdown.as_counts()["answered"] == 40
    return job


def test_rows_are_named_as_the_sheet_numbers_them(program: Rehearsal, answered: str) -> None:
    report = Reviewing(program.store).report(answered)(TaskControl())
    found = {finding.concern: finding for finding in report.findings}
    assert found[Concern.REFUSAL].rows == tuple(range(2, 42, 3))
    assert found[Concern.IDENTICAL].rows == found[Concern.REFUSAL].rows
    assert (report.answered, report.looked_at) == (40, 40)


def test_of_very_many_rows_a_part_stands_for_all(
    program: Rehearsal, answered: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reviewing, "MOST_ROWS", 15)
    report = Reviewing(program.store).report(answered)(TaskControl())
    assert (report.answered, report.looked_at) == (40, 14)
    (refusal,) = [finding for finding in report.findings if finding.concern is Concern.REFUSAL]
    assert set(refusal.rows) <= set(range(2, 42, 3))


def test_it_can_be_stopped(program: Rehearsal, answered: str) -> None:
    control = TaskControl()
    control.stop()
    with pytest.raises(Cancelled):
        Reviewing(program.store).report(answered)(control)


def test_a_job_without_rows(program: Rehearsal) -> None:
    with pytest.raises(InputError):
        Reviewing(program.store).report(program.jobs.new_draft("Empty").id)(TaskControl())


def test_rows_without_an_answer_are_told_by_cause(program: Rehearsal, answered: str) -> None:
    with program.store.database.write() as connection:
        connection.execute("UPDATE requests SET outcome = 'failed', cause = 'unfit' WHERE row IN (5, 6)")
        connection.execute("UPDATE requests SET outcome = 'expired', cause = NULL WHERE row = 9")
    report = Reviewing(program.store).report(answered)(TaskControl())
    assert report.unanswered == (
        Unanswered(RowState.FAILED, "unfit", (5, 6)),
        Unanswered(RowState.EXPIRED, "", (9,)),
    )
    assert [row.number for row in program.jobs.results_of(answered, (5, 9))] == [5, 9]
