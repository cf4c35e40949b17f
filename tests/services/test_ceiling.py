"""The ceiling's arithmetic, by hand; that it holds while a job runs is tested with the service."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import cast

import pytest

from app.core.breakdown import Breakdown
from app.core.job import Job, JobState
from app.core.part import Part, PartState
from app.services.ceiling import committed, committed_beside, may_leave, room_left
from app.store.store import Store

PLANNED = Part("abc", 1, PartState.PLANNED, 10, 10, 0, at_most=100)


def job(most: int | None, tried: int = 0, possible: int = 0) -> Job:
    made = Job("abc", "Job", JobState.SENDING, 0.0, Breakdown(10))
    return replace(made, max_price=most, tried_cost=tried, tried_possible=possible)


@pytest.mark.parametrize(
    ("state", "held"),
    [
        (PartState.PLANNED, 0), (PartState.INTENDED, 100), (PartState.UNKNOWN, 100), (PartState.SENT, 100),
        (PartState.ENDED, 100), (PartState.COLLECTED, 0), (PartState.DROPPED, 0),
    ],
)  # fmt: skip
def test_what_may_be_on_its_way_is_held_back_at_its_most(state: PartState, held: int) -> None:
    assert committed([replace(PLANNED, state=state)]) == held
    assert committed([replace(PLANNED, state=state, cost=7)]) == held + 7
    assert committed([replace(PLANNED, state=state, cost=7, possible=20)]) == held + 27


def test_parts_add_up() -> None:
    parts = [
        replace(PLANNED, state=PartState.COLLECTED, cost=3),
        replace(PLANNED, state=PartState.COLLECTED, cost=4),
        replace(PLANNED, state=PartState.SENT, at_most=50),
        replace(PLANNED, state=PartState.UNKNOWN, at_most=60),
    ]
    assert committed(parts) == 117
    assert room_left(job(200), parts, others=0) == 83
    assert room_left(job(200, tried=10, possible=20), parts, others=0) == 53
    assert room_left(job(200, tried=10, possible=20), parts, others=40) == 13
    assert room_left(job(100), parts, others=0) == 0


@pytest.mark.parametrize(("most", "leaves"), [(None, True), (217, True), (216, False), (0, False)])
def test_a_part_leaves_where_all_at_its_most_stays_under_the_ceiling(most: int | None, leaves: bool) -> None:
    under_way = [replace(PLANNED, state=PartState.SENT, at_most=117)]
    assert may_leave(job(most), under_way, PLANNED, others=0) is leaves


def test_other_jobs_agreed_to_with_it_count() -> None:
    assert may_leave(job(150), [], PLANNED, others=50)
    assert not may_leave(job(150), [], PLANNED, others=51)


def test_what_was_spent_beside_is_all_of_the_others_and_nothing_of_its_own() -> None:
    mine, other = replace(job(150, tried=1), agreed="abc"), replace(job(150, tried=7, possible=20), id="def")
    replaced = replace(job(150, tried=3), id="old")
    sent = replace(PLANNED, state=PartState.SENT, at_most=50)
    store = SimpleNamespace(
        steps=SimpleNamespace(agreed_with=lambda _job: ["abc", "def"], spent_before=lambda _job: ["gone", "old"]),
        jobs=SimpleNamespace(get={"abc": mine, "def": other, "old": replaced}.get),
        parts=SimpleNamespace(of_job=lambda _job: [sent]),
    )
    assert committed_beside(cast(Store, store), mine) == 77 + 53
    assert committed_beside(cast(Store, store), replace(mine, agreed="")) == 0
