"""How long a job may still take: from the parts that came back before, and from nothing else."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from app.core.part import Origin, Part, PartState
from app.core.time_left import FEWEST, TimeLeft, only_fetching, takes_longer, time_left, usual_wait

NOW = 1_790_000_000.0
WAITS = [float(minutes * 60) for minutes in range(1, 101)]


def sent(minutes_ago: float, number: int = 1) -> Part:
    return Part("j", number, PartState.SENT, 9, 9, 9, 9, sent_at=NOW - minutes_ago * 60)


def state(of: PartState, origin: Origin = Origin.BATCH) -> Part:
    return Part("j", 2, of, 9, 9, 9, 9, origin=origin)


def test_a_part_just_sent_takes_what_parts_took() -> None:
    assert time_left(WAITS, [sent(0)], NOW) == TimeLeft(10 * 60, 90 * 60)


def test_what_has_gone_by_counts() -> None:
    assert time_left(WAITS, [sent(50)], NOW) == TimeLeft(5 * 60, 45 * 60)


def test_the_last_of_many_comes_later() -> None:
    few, many = time_left(WAITS, [sent(0)], NOW), time_left(WAITS, [sent(0, n) for n in range(20)], NOW)
    assert few is not None
    assert many is not None
    assert many.low == few.low
    assert many.high > few.high


def test_parts_that_are_not_sent_come_after_the_others() -> None:
    found = time_left(WAITS, [sent(50), state(PartState.PLANNED)], NOW)
    assert found == TimeLeft(10 * 60, (45 + 90) * 60)
    assert time_left(WAITS, [state(PartState.PLANNED)], NOW) == TimeLeft(10 * 60, 90 * 60)


def test_nothing_is_made_up() -> None:
    assert time_left(WAITS[: FEWEST - 1], [sent(0)], NOW) is None
    assert time_left(WAITS, [sent(99)], NOW) is None
    assert takes_longer(WAITS, [sent(0), sent(99)], NOW)
    assert not takes_longer(WAITS, [sent(50), state(PartState.COLLECTED), state(PartState.PLANNED)], NOW)
    assert not takes_longer(WAITS[: FEWEST - 1], [sent(99)], NOW)
    assert not takes_longer([1.0] * FEWEST, [sent(1)], NOW)
    assert takes_longer([1.0] * FEWEST, [sent(3)], NOW)
    assert time_left(WAITS, [state(PartState.COLLECTED), state(PartState.PLANNED, Origin.TRIED)], NOW) is None
    assert usual_wait(WAITS[: FEWEST - 1], 3) is None


def test_what_is_back_is_only_to_be_fetched() -> None:
    back = [state(PartState.ENDED), state(PartState.COLLECTED)]
    assert only_fetching(back)
    assert time_left(WAITS, back, NOW) is None
    assert not only_fetching([*back, sent(1)])
    assert not only_fetching([*back, state(PartState.PLANNED)])
    assert not only_fetching(back[1:])


@given(st.lists(st.floats(0, 90_000), max_size=60), st.lists(st.floats(-5, 1500), max_size=30), st.booleans())
def test_a_range_is_one_whatever_happened(waits: list[float], ago: list[float], unsent: bool) -> None:
    parts = [sent(minutes, number) for number, minutes in enumerate(ago)]
    found = time_left(waits, [*parts, *([state(PartState.PLANNED)] if unsent else [])], NOW)
    assert found is None or 0 <= found.low <= found.high


def test_eight_of_ten_parts_end_within_the_range() -> None:
    rng = random.Random(7)
    held = 0
    for _ in range(500):
        waits = [rng.lognormvariate(7.5, 0.8) for _ in range(100)]
        found = time_left(waits, [sent(0)], NOW)
        assert found is not None
        held += found.low <= rng.lognormvariate(7.5, 0.8) <= found.high
    assert 0.74 <= held / 500 <= 0.86
