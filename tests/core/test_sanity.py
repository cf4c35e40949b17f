"""Planted faults are found in their rows, each kind; runs without any have no findings."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.outliers import outliers, ranks_agree
from app.core.outputs import Kind, Output
from app.core.rule import Concern, Finding, Reading, Reviewed
from app.core.sanity import review
from app.services.languages import language_detector
from tests.core import planted
from tests.core.planted import CLEAN, Run, text_of

ROWS = 1_200
FEW = range(100, 112)


language_of = language_detector()


def findings(run: Run) -> list[Finding]:
    return review(run.rows, run.reading, language_of)


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("kind", CLEAN)
def test_a_run_without_faults_has_no_findings(kind: str, seed: int) -> None:
    assert findings(CLEAN[kind](ROWS, seed)) == []


def all_the_same(run: Run) -> Run:
    return run.with_rows(range(ROWS), lambda row: text_of(row, "a" if row.number < 60 else "b"))


def identical(run: Run) -> Run:
    return run.with_rows(FEW, lambda row: text_of(row, "A fine product that will please everybody in the family."))


def copies_cells(run: Run) -> Run:
    return run.with_rows(FEW, lambda row: text_of(row, " ".join(row.cells[0].split()[:40])))


def copies_prompt(run: Run) -> Run:
    return run.with_rows(FEW, lambda row: text_of(row, f"You asked: {row.prompt}. Here it is."))


def refuses(run: Run) -> Run:
    texts = (
        "I'm sorry, but I can't help with that.",
        "I cannot write this.",
        "As an AI, I have no opinion on bells.",
        "Es tut mir leid, dabei kann ich leider nicht helfen.",
        "Je ne peux pas répondre à cette question.",
        "申し訳ありませんが、お答えできません。",
    )
    return run.with_rows(FEW, lambda row: text_of(row, texts[row.number % len(texts)]))


def another_language(run: Run) -> Run:
    return run.with_rows(
        FEW,
        lambda row: text_of(row, f"Ein schöner Text über Nummer {row.number}, der für das Mädchen gänzlich neu ist."),
    )


def out_of_line(run: Run) -> Run:
    return run.with_rows(FEW, lambda row: text_of(row, 10.0**12 + row.number))


def out_of_line_score(run: Run) -> Run:
    return run.with_rows(FEW, lambda row: replace(row, values=(row.values[0], 400)))


def unchanged(run: Run) -> Run:
    return run.with_rows(
        range(ROWS), lambda row: text_of(row, f"A product for all that need it, number {row.number // 3}")
    )


PLANTED: dict[str, tuple[str, Callable[[Run], Run], Concern, range]] = {
    "label": ("labels", all_the_same, Concern.LABEL_DOMINATES, range(60, ROWS)),
    "identical": ("copy", identical, Concern.IDENTICAL, FEW),
    "cells copied": ("summaries", copies_cells, Concern.COPIES_PROMPT, FEW),
    "prompt copied": ("copy", copies_prompt, Concern.COPIES_PROMPT, FEW),
    "length": ("copy", planted.shrinking, Concern.LENGTH_DRIFTS, range(ROWS * 9 // 10, ROWS)),
    "refusal": ("copy", refuses, Concern.REFUSAL, FEW),
    "language": ("copy", another_language, Concern.LANGUAGE, FEW),
    "amount": ("numbers", out_of_line, Concern.NUMBER, FEW),
    "score": ("numbers", out_of_line_score, Concern.NUMBER, FEW),
    "unchanged": ("copy", unchanged, Concern.UNCHANGED, range(ROWS)),
}


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("fault", PLANTED)
def test_what_was_planted_is_found_where_it_is(fault: str, seed: int) -> None:
    kind, plant, concern, rows = PLANTED[fault]
    found = findings(plant(CLEAN[kind](ROWS, seed)))
    assert concern in [one.concern for one in found]
    for one in found:
        if one.concern is concern:
            assert set(one.rows) == set(rows)


def test_every_concern_is_planted() -> None:
    assert {concern for _kind, _plant, concern, _rows in PLANTED.values()} == set(Concern)


def test_a_sample_that_stands_for_a_large_run_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.core.text_rules._Languages.MOST", 400)
    run = planted.copy_of_products(ROWS, 1).with_rows(
        range(600, 700),
        lambda row: text_of(row, f"Ganz für Mädchen und Jungen in München erzählt, {row.number} mal neu."),
    )
    (found,) = [one for one in findings(run) if one.concern is Concern.LANGUAGE]
    assert found.looked_at == 300
    assert set(found.rows) == set(range(600, 700, 4))


def test_rows_that_share_a_prompt_count_once() -> None:
    answer = "The same question has the same answer, and there is nothing wrong with that."
    rows = [Reviewed(number, ("x",), "Same?", (answer,)) for number in range(100)]
    assert review(rows, Reading((Output(),), ("A",)), language_of) == []


@given(
    st.lists(
        st.tuples(st.text(max_size=60), st.none() | st.text(max_size=80) | st.floats() | st.booleans()), max_size=80
    )
)
def test_any_answers_can_be_looked_at(rows: list[tuple[str, object]]) -> None:
    outputs = tuple(Output(kind, kind) for kind in Kind)
    reviewed = [Reviewed(n, (cell,), cell, (value,) * len(outputs)) for n, (cell, value) in enumerate(rows)]  # type: ignore[arg-type]
    review(reviewed, Reading(outputs, ("A",), ("a fixed text that is long enough to be looked for",)), language_of)


def test_one_value_can_not_hide_itself() -> None:
    assert outliers([1.0] * 500 + [2.0] * 500 + [10_000.0]) == [1000]
    assert outliers([3.0] * 990 + [4.0] * 9 + [5.0]) == []
    chance = random.Random(3)
    assert outliers([chance.gauss(0, 1) for _ in range(5_000)]) == []


def test_ranks() -> None:
    assert ranks_agree([1, 2, 3, 4]) == 1
    assert ranks_agree([4, 3, 2, 1]) == -1
