"""Answers drawn and marked: kept, continued, and never those without an answer."""

from __future__ import annotations

import pytest

from app.core.agreement import Agreement, Verdict
from app.core.errors import InputError
from app.services.marking import Marking
from app.services.tasks import TaskControl
from tests.services.rehearsal import Rehearsal


def test_marks_are_kept_and_continued(program: Rehearsal) -> None:
    job = program.job(60)
    program.run(job)
    with program.store.database.write() as connection:
        connection.execute("UPDATE requests SET outcome = 'failed' WHERE row > 40")
    marking = Marking(program.store)
    draw = marking.draw(job)(TaskControl())
    assert len(draw.rows) == 20
    assert max(draw.rows) <= 40
    for row in draw.rows[:18]:
        marking.mark(job, row, Verdict.RIGHT)
    marking.mark(job, draw.rows[17], Verdict.WRONG)
    again = Marking(program.again().store).draw(job)(TaskControl())
    assert again.rows == draw.rows
    assert again.first_open == 18
    marking = Marking(program.again().store)
    assert marking.draw(job, more=True)(TaskControl()).rows == draw.rows
    marking.mark(job, draw.rows[18], Verdict.SKIPPED)
    marking.mark(job, draw.rows[19], Verdict.RIGHT)
    assert marking.agreement(job) == Agreement(18, 19)
    assert marking.draw(job)(TaskControl()).first_open == 20
    more = marking.draw(job, more=True)(TaskControl())
    assert more.rows[:20] == draw.rows
    assert len(more.rows) == 39
    assert more.first_open == 20
    marking.mark(job, draw.rows[0], None)
    assert marking.agreement(job) == Agreement(17, 18)


def test_without_an_answer_there_is_nothing_to_check(program: Rehearsal) -> None:
    job = program.job(3)
    with pytest.raises(InputError):
        Marking(program.store).draw(job)(TaskControl())
