"""What the service counts when somebody stops typing, and that it is kept for each model."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest

from app.batch_api.models import SHIPPED
from app.core.errors import ServiceTrouble, Trouble
from app.core.input_fit import Basis
from app.core.recipe import Recipe
from app.services.estimating import Estimating
from app.services.guessing import FEW, SOME
from app.services.tasks import TaskControl
from tests.services.rehearsal import Rehearsal

RECIPE = Recipe(prompt="Say something about {{Name}}, at some length.", longest_answer=100)


@pytest.fixture
def job(program: Rehearsal) -> str:
    cells = [[f"thing {'x' * (number % 50)}"] for number in range(300)]
    return program.draft([*cells, ["  "], [""]], RECIPE)


@pytest.fixture
def counted(program: Rehearsal, monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """The requests that were counted."""
    found: list[dict[str, Any]] = []
    really = program.service.count_tokens

    def count(params: dict[str, Any]) -> int:
        found.append(params)
        return really(params)

    monkeypatch.setattr(program.service, "count_tokens", count)
    return found


def basis(program: Rehearsal, job: str, recipe: Recipe) -> Basis:
    price = program.estimating.guessing.quick(job, recipe)
    assert price is not None
    return price.basis


def test_a_few_rows_are_counted_once_for_each_prompt(
    program: Rehearsal, job: str, counted: list[dict[str, Any]]
) -> None:
    assert basis(program, job, RECIPE) is Basis.GUESSED
    guessed = program.estimating.guessing.preview(job, 0, RECIPE).tokens
    assert program.estimating.guessing.count_some(job, RECIPE)(TaskControl())
    assert len(counted) == SOME
    assert basis(program, job, RECIPE) is Basis.SAMPLED
    assert program.estimating.guessing.preview(job, 0, RECIPE).tokens != guessed
    assert not program.estimating.guessing.count_some(job, RECIPE)(TaskControl())
    assert len(counted) == SOME
    other = Recipe(prompt="Another: {{Name}}")
    assert basis(program, job, other) is Basis.SAMPLED  # the line holds until the next pause
    program.estimating.guessing.count_some(job, other)(TaskControl())
    assert len(counted) == 2 * SOME


def test_what_is_counted_is_told_while_the_first_is_still_on_its_way(
    program: Rehearsal, job: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    others, guard, really, begun = threading.Event(), threading.Lock(), program.service.count_tokens, []

    def count(params: dict[str, Any]) -> int:
        with guard:
            begun.append(params)
            first = len(begun) == 1
        if first:
            assert others.wait(60)
        return really(params)

    monkeypatch.setattr(program.service, "count_tokens", count)
    control = TaskControl()
    control.listen(lambda done, total, _text: others.set() if done + 1 == total else None)
    assert program.estimating.guessing.count_some(job, RECIPE)(control)


def test_each_model_counts_for_itself(program: Rehearsal, job: str, counted: list[dict[str, Any]]) -> None:
    new, old = SHIPPED[1], next(model for model in SHIPPED if model.id == "claude-haiku-4-5")
    assert program.estimating.guessing.count_some(job, RECIPE, [new, old])(TaskControl())
    assert [params["model"] for params in counted] == [new.id] * FEW + [old.id] * FEW
    lengths = [program.estimating.guessing.preview(job, 0, RECIPE.for_model(model)).tokens for model in (new, old)]
    assert lengths[0] > lengths[1] * 1.1
    assert basis(program, job, RECIPE) is Basis.GUESSED
    assert not program.estimating.guessing.count_some(job, RECIPE, [new, old])(TaskControl())


def test_what_a_model_does_not_take_is_left_out_of_its_price(program: Rehearsal, job: str) -> None:
    asked = Recipe(prompt="{{Name}}", thinking="off", effort="max", longest_answer=300_000)
    for model in SHIPPED:
        assert program.estimating.guessing.per_thousand(model, job, asked)


def test_without_a_key_or_a_prompt_nothing_is_counted(
    program: Rehearsal, job: str, counted: list[dict[str, Any]]
) -> None:
    keyless = Estimating(program.store, program.service, lambda: False, program.documents, practice=False)
    assert not keyless.guessing.count_some(job, RECIPE)(TaskControl())
    for recipe in (Recipe(prompt=" "), Recipe(prompt="{{No such column}}")):
        assert not program.estimating.guessing.count_some(job, recipe)(TaskControl())
    assert counted == []


@pytest.mark.parametrize(("trouble", "told"), [(Trouble.NO_CONNECTION, False), (Trouble.KEY, True)])
def test_where_the_service_can_not_be_asked_it_stays_a_guess(
    program: Rehearsal, job: str, monkeypatch: pytest.MonkeyPatch, trouble: Trouble, told: bool
) -> None:
    def refuse(_params: object) -> int:
        raise ServiceTrouble(trouble, "No.")

    monkeypatch.setattr(program.service, "count_tokens", refuse)
    work: Callable[[TaskControl], bool] = program.estimating.guessing.count_some(job, RECIPE)
    if told:
        with pytest.raises(ServiceTrouble):
            work(TaskControl())
    else:
        assert not work(TaskControl())
    assert basis(program, job, RECIPE) is Basis.GUESSED


def test_a_row_that_the_service_does_not_take_keeps_nobody_from_the_price(
    program: Rehearsal, monkeypatch: pytest.MonkeyPatch
) -> None:
    long = "word " * 1_300_000
    job = program.draft([["a"], ["b"], [long], ["c"]], RECIPE)
    really = program.service.count_tokens

    def count(params: dict[str, Any]) -> int:
        if long in str(params):
            raise ServiceTrouble(Trouble.REQUEST, "Too long.", status=400)
        return really(params)

    monkeypatch.setattr(program.service, "count_tokens", count)
    price = program.estimating.price(job)(TaskControl())
    assert (price.rows, price.basis) == (4, Basis.SAMPLED)
    checks = [check.text for check in program.estimating.checks(job, price, None)]
    assert any("longer than the model can read" in text for text in checks)


def test_what_the_service_takes_of_no_row_is_told(
    program: Rehearsal, job: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_params: dict[str, Any]) -> int:
        raise ServiceTrouble(Trouble.REQUEST, "Not like that.", status=400)

    monkeypatch.setattr(program.service, "count_tokens", refuse)
    with pytest.raises(ServiceTrouble, match="Not like that"):
        program.estimating.price(job)(TaskControl())


def test_the_length_of_a_short_prompt_is_guessed_from_its_own_words(program: Rehearsal) -> None:
    short = Recipe(prompt="Describe {{Name}}")
    job = program.draft([["a thing"]], short)
    assert program.estimating.guessing.preview(job, 0, short).tokens < 10
