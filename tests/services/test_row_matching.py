"""Rows of a changed file beside those that were sent: certain, or not at all."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from app.services.row_matching import Matching, match_rows
from app.services.tasks import TaskControl


def match(sent: list[str], now: list[str], answers: dict[int, str] | None = None) -> Matching:
    def same(numbers: list[int]) -> bool:
        return len({(answers or {}).get(number, str(number)) for number in numbers}) == 1

    return match_rows(
        (([text], number) for number, text in enumerate(sent, 2)),
        (([text], number) for number, text in enumerate(now, 2)),
        same,
        TaskControl(),
    )


def test_sorted_deleted_and_inserted_rows_are_found() -> None:
    found = match(["a", "b", "c", "d"], ["d", "x", "a", "c"])
    assert dict(zip(found.now, found.sent, strict=True)) == {2: 5, 4: 2, 5: 4}
    assert (found.gone, found.new, found.unsure) == (1, 1, 0)
    assert found.sentence == "3 rows matched, 1 gone, 1 new."


def test_as_many_as_before_are_matched_in_order() -> None:
    found = match(["a", "b", "a"], ["a", "a", "b"])
    assert list(zip(found.now, found.sent, strict=True)) == [(2, 2), (3, 4), (4, 3)]


def test_other_numbers_of_the_same_are_not_certain_unless_their_answers_are_the_same() -> None:
    found = match(["a", "a", "b"], ["a", "b"])
    assert (list(found.now), found.unsure) == ([3], 1)
    found = match(["a", "a", "b"], ["a", "b"], {2: "yes", 3: "yes"})
    assert (list(found.now), found.gone, found.unsure) == ([2, 3], 1, 0)


def test_blank_rows_are_none() -> None:
    found = match(["a", "", " "], ["", "a"])
    assert (list(found.now), found.gone, found.new) == ([3], 0, 0)


def test_cells_are_not_run_together() -> None:
    found = match_rows([(["a", "bc"], 2)], [(["ab", "c"], 2)], lambda _numbers: True, TaskControl())
    assert len(found.now) == 0


ROWS = st.lists(st.sampled_from(["a", "b", "c", "d", "e\n", "\ud800", "ab"]), max_size=12)


@given(ROWS, ROWS)
def test_a_match_is_of_equal_rows_and_every_row_is_accounted_for(sent: list[str], now: list[str]) -> None:
    found = match(sent, now)
    for there, here in zip(found.now, found.sent, strict=True):
        assert now[there - 2] == sent[here - 2]
    assert len(set(found.now)) == len(found.now)
    assert len(set(found.sent)) == len(found.sent)
    assert len(found.now) + found.new + found.unsure == len(now)
    assert list(found.now) == sorted(found.now)
    alone = [text for text, count in Counter(sent).items() if count == Counter(now)[text]]
    assert len(found.now) >= len(alone)
