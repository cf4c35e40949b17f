"""Each kind of column and everything that a model may send instead: no value that nobody gave, and asked again for nothing less."""

from __future__ import annotations

import datetime as dt
from functools import partial

from app.core.outcome import Outcome
from app.core.recipe import Recipe
from tests.services.rehearsal import Rehearsal
from tests.stand_in import behaviours as be
from tests.stand_in.hostile import OUTPUTS, fit, planted, unfit
from tests.stand_in.stand_in import RESULTS, StandIn

RECIPE = Recipe(name="Test", prompt="What is {{Name}}?", longest_answer=300, outputs=OUTPUTS)
FIT, UNFIT = list(fit()), list(unfit())
FIRST = 2
"""The first row under a header."""


def hostile_job(program: Rehearsal, service: StandIn) -> str:
    """A job that has ended with one row for each of them, those that fit first."""
    texts = dict(enumerate((text for _name, text in (*FIT, *UNFIT)), FIRST))
    service.on(RESULTS, be.Rewrite(partial(planted, texts)), times=10**6)
    job = program.job(len(texts), RECIPE)
    program.run(job)
    texts.clear()  # from here on it answers as it was asked to
    return job


def test_what_does_not_fit_is_marked_and_asked_again(program: Rehearsal, service: StandIn) -> None:
    job = hostile_job(program, service)
    counts = program.jobs.get(job).breakdown
    got = {row.number: row for row in program.store.answers.each(job)}
    names = dict(enumerate((name for name, _text in (*FIT, *UNFIT)), FIRST))
    taken = {name for number, name in names.items() if got[number].values}
    assert taken == {name for name, _text in FIT}
    assert counts.outcomes == {Outcome.ANSWERED: len(FIT), Outcome.FAILED: len(UNFIT)}
    assert counts.causes == {"unfit": len(UNFIT)}
    again = program.estimating.again(job)
    assert again.rows == len(UNFIT)
    assert again.likely > 0
    program.jobs.ask_again(job)
    assert program.run(job).breakdown.count(Outcome.ANSWERED) == len(FIT) + len(UNFIT)


def test_what_fits_is_written_as_it_was_asked_for(program: Rehearsal, service: StandIn) -> None:
    job = hostile_job(program, service)
    values = program.values(job)
    plain = ("a", 3, 1.5, True, dt.date(2026, 2, 28), "Warm", "a; b")
    assert [values[number] for number in range(FIRST, FIRST + 4)] == [plain] * 4
    cased = [values[number] for number in range(FIRST + 4, FIRST + len(FIT))]
    assert [row[3] for row in cased[:2]] == [True, False]
    assert [row[5] for row in cased[2:]] == ["Warm", "Cold"]


def test_each_says_what_is_wrong(program: Rehearsal, service: StandIn) -> None:
    job = hostile_job(program, service)
    for number, (name, text) in enumerate(UNFIT, FIRST + len(FIT)):
        found = program.jobs.row_detail(job, number)
        key, of_a_column, _what = name.partition(":")
        assert found.text == text, name
        assert found.message, name
        assert not of_a_column or f"“{key}”" in found.message.casefold(), (name, found.message)
