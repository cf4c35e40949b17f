"""What the account's queue holds, learned from its refusals."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.core.queue_room import QueueRoom


def test_nothing_refused_nothing_learned() -> None:
    assert QueueRoom().takes(10**9, 10**5, 0.0)
    assert QueueRoom().accepted(500) == QueueRoom()


def test_what_was_under_way_at_a_refusal_is_what_it_holds() -> None:
    room = QueueRoom().refused(400, 100.0, None)
    assert room.takes(300, 100, 100.0)
    assert not room.takes(301, 100, 100.0)
    assert room.accepted(400) == room


def test_more_is_tried_after_a_while_and_less_and_less_often() -> None:
    room, now, waits = QueueRoom(), 0.0, []
    for _ in range(8):
        room = room.refused(400, now, None)
        waits.append(room.probe_at - now)
        assert not room.takes(400, 1, room.probe_at - 1)
        assert room.takes(400, 1, room.probe_at)
        now = room.probe_at
    assert waits == [60, 120, 240, 480, 600, 600, 600, 600]


def test_room_that_was_found_is_used() -> None:
    assert QueueRoom().refused(400, 0.0, None).accepted(450) == QueueRoom()


@given(st.floats(0.01, 3600), st.integers(1, 30))
def test_no_wait_is_longer_than_the_interval_allows(interval: float, refusals: int) -> None:
    room = QueueRoom()
    for _ in range(refusals):
        room = room.refused(0, 0.0, interval)
    assert room.probe_at <= 20 * interval
