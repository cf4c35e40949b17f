"""Moves of parts: legal ones only, and a job's counts follow in the same transaction."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.batch import Batch
from app.core.errors import InputError
from app.core.estimate import Price
from app.core.input_fit import InputFit
from app.core.job import JobState
from app.core.outcome import Outcome
from app.core.part import LEGAL, PartState
from app.core.recipe import Recipe
from app.core.table import SheetInfo, SheetRow
from app.store.arrivals import StoredAnswer
from app.store.cuts import Piece
from app.store.part_records import IllegalMove
from app.store.store import Store

PRICE = Price(1, 2, 3, 4, 4, InputFit.guess(), 6, 6, 6, 10, 10, 1, 1, 1, 1)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A job "j" of six rows, each its own request, in two planned parts of three."""
    store = Store(tmp_path / "jobs.sqlite")
    store.drafts.add("j", "Job", 1.0, Recipe())
    store.rows.append("j", 0, [SheetRow(number, (f"cell {number}",)) for number in range(2, 8)])
    store.drafts.save_sheet("j", SheetInfo("names.csv", "", (), 1, ("Name",), rows=6), "names.csv", 6)
    store.jobs.start("j", 2.0, PRICE, None, None)
    store.rows.plan_rows("j", [(number, number - 2, number) for number in range(2, 8)])
    store.rows.plan_requests("j", [(number, number - 2, 1, 100, None) for number in range(2, 8)])
    store.jobs.rows_planned("j", 6, 0, 6, None)
    store.cuts.plan("j", 1, Piece((2, 3, 4), 3, 300, 50))
    store.cuts.plan("j", 2, Piece((5, 6, 7), 3, 300, 50))
    store.jobs.planned("j")
    yield store
    store.close()


def answer(row: int, outcome: Outcome = Outcome.ANSWERED, cost: int = 7) -> StoredAnswer:
    cells = b'["yes"]' if outcome is Outcome.ANSWERED else None
    cause = "refusal" if outcome is Outcome.DECLINED else None
    return StoredAnswer(row, b'{"result":{}}', str(outcome), cause, cells, "", 1, 1, cost)


def counts(store: Store) -> dict[str, int]:
    job = store.jobs.get("j")
    assert job is not None
    found = {name: count for name, count in job.breakdown.as_counts().items() if count}
    assert sum(found.values()) == 6
    return found


def send(store: Store, number: int) -> None:
    store.parts.move("j", number, PartState.INTENDED)
    store.parts.move("j", number, PartState.SENT, batch_id=f"batch-{number}")


def test_counts_follow_a_part_on_its_way(store: Store) -> None:
    assert counts(store) == {"waiting": 6}
    store.parts.move("j", 1, PartState.INTENDED)
    assert counts(store) == {"waiting": 6}
    store.parts.move("j", 1, PartState.SENT, batch_id="b")
    assert counts(store) == {"waiting": 3, "running": 3}
    store.parts.move("j", 1, PartState.ENDED)
    store.arrivals.collect("j", 1, [answer(2), answer(3, Outcome.DECLINED), answer(4, Outcome.EXPIRED, 0)])
    assert counts(store) == {"waiting": 3, "answered": 1, "declined": 1, "expired": 1}
    job = store.jobs.get("j")
    assert job is not None
    assert job.cost == 14
    assert job.breakdown.causes == {"refusal": 1}
    assert job.state is JobState.SENDING


def test_waits_are_of_parts_that_came_back_uncancelled(store: Store) -> None:
    for number in (1, 2):
        store.parts.move("j", number, PartState.INTENDED)
        store.parts.move("j", number, PartState.SENT, batch_id=f"b{number}", sent_at=100.0)
    assert store.parts.waits(10) == []
    store.parts.move("j", 1, PartState.ENDED, ended_at=160.0)
    assert store.parts.waits(10) == [60.0]
    store.parts.move("j", 2, PartState.ENDED, ended_at=130.0, cancel_asked=True)
    assert store.parts.waits(10) == [60.0]


def test_the_job_ends_with_its_last_part(store: Store) -> None:
    for number in (1, 2):
        send(store, number)
        store.parts.move("j", number, PartState.ENDED)
        store.arrivals.collect("j", number, [answer(row) for row in range(number * 3 - 1, number * 3 + 2)])
    job = store.jobs.get("j")
    assert job is not None
    assert job.state is JobState.FINISHED
    assert counts(store) == {"answered": 6}


@pytest.mark.parametrize("start", list(PartState))
def test_only_legal_moves_are_made(store: Store, start: PartState) -> None:
    store.parts.note("j", 1, state=start)
    for to in PartState:
        if to in LEGAL[start]:
            continue
        with pytest.raises(IllegalMove):
            store.parts.move("j", 1, to)
    assert store.parts.get("j", 1).state is start


def test_answers_of_a_part_enter_once(store: Store) -> None:
    send(store, 1)
    store.parts.move("j", 1, PartState.ENDED)
    store.arrivals.collect("j", 1, [answer(2), answer(3), answer(4)])
    with pytest.raises(IllegalMove):
        store.arrivals.collect("j", 1, [answer(2), answer(3), answer(4)])
    job = store.jobs.get("j")
    assert job is not None
    assert job.cost == 21


def test_two_parts_never_have_one_batch(store: Store) -> None:
    send(store, 1)
    store.parts.move("j", 2, PartState.INTENDED)
    with pytest.raises(Exception, match="UNIQUE"):
        store.parts.move("j", 2, PartState.SENT, batch_id="batch-1")
    assert store.parts.get("j", 2).state is PartState.INTENDED


def test_dropped_rows_count_as_cancelled(store: Store) -> None:
    send(store, 1)
    store.jobs.change("j", cancelling=1)
    store.parts.move("j", 2, PartState.DROPPED)
    assert counts(store) == {"running": 3, "cancelled": 3}
    job = store.jobs.get("j")
    assert job is not None
    assert job.state is JobState.CANCELLING


def test_asking_again_takes_rows_out_and_keeps_what_they_cost(store: Store) -> None:
    for number in (1, 2):
        send(store, number)
        store.parts.move("j", number, PartState.ENDED)
        rows = range(number * 3 - 1, number * 3 + 2)
        store.arrivals.collect(
            "j", number, [answer(row, Outcome.FAILED if row == 3 else Outcome.ANSWERED) for row in rows]
        )
    assert store.cuts.release("j", ["failed"]) == 1
    assert counts(store) == {"waiting": 1, "answered": 5}
    assert store.rows.unassigned("j", 10) == [(3, 1, 1, 100, None)]
    job = store.jobs.get("j")
    assert job is not None
    assert job.cost == 42
    assert job.state is JobState.SENDING


def money(store: Store) -> tuple[int, int]:
    """What the job has cost, and of how many parts it knows."""
    with store.database.read() as connection:
        row = connection.execute("SELECT cost, parts FROM jobs WHERE id = 'j'").fetchone()
    return row["cost"], row["parts"]


def test_a_second_copy_is_a_part_of_its_own_until_it_is_accounted_for(store: Store) -> None:
    send(store, 1)
    batch = Batch("copy", "in_progress", 77.0, 88.0, workspace="wrkspc_there")
    store.batches.add_twin(store.parts.get("j", 1), batch, cancel=True)
    twin = store.parts.get("j", 3)
    assert (twin.batch_id, twin.twin_of, twin.sent_at, twin.workspace) == ("copy", 1, 77.0, "wrkspc_there")
    assert (twin.state, twin.requests, twin.confirmed) == (PartState.SENT, 3, False)
    assert money(store) == (0, 3)
    store.batches.end_twin(twin, 9, ours=True, possible=4)
    ended = store.parts.get("j", 3)
    assert (ended.state, ended.cost, ended.possible, ended.confirmed) == (PartState.COLLECTED, 9, 4, True)
    assert money(store) == (9, 3)
    assert store.batches.owned() == {"batch-1", "copy"}


def test_somebody_elses_batch_is_no_copy_after_all(store: Store) -> None:
    send(store, 1)
    store.batches.add_twin(store.parts.get("j", 1), Batch("copy", "ended", 77.0, 88.0), cancel=False)
    store.batches.end_twin(store.parts.get("j", 3), 0, ours=False, possible=0)
    assert store.parts.find("j", 3) is None
    assert money(store) == (0, 2)
    assert store.batches.owned() == {"batch-1", "copy"}


def test_a_copy_that_has_ended_takes_the_place_of_the_one_that_runs(store: Store) -> None:
    send(store, 1)
    assert store.batches.exchange_for_twin(store.parts.get("j", 1), Batch("copy", "ended", 77.0, 88.0))
    assert [part.batch_id for part in store.parts.of_job("j")] == ["copy", "", "batch-1"]
    assert money(store) == (0, 3)


def test_a_disowned_batch_is_not_taken_again(store: Store) -> None:
    store.parts.move("j", 1, PartState.INTENDED)
    store.parts.move("j", 1, PartState.UNKNOWN)
    store.parts.move("j", 1, PartState.SENT, batch_id="somebody's")
    store.batches.disown(store.parts.get("j", 1))
    part = store.parts.get("j", 1)
    assert (part.state, part.batch_id) == (PartState.UNKNOWN, "")
    assert counts(store) == {"waiting": 6}
    assert "somebody's" in store.batches.owned()


def test_a_disowned_batch_goes_to_the_part_that_its_ids_name(store: Store) -> None:
    """Held for somebody else's, its own part would never find it, and go out a second time."""
    for number in (1, 2):
        store.parts.move("j", number, PartState.INTENDED)
        store.parts.move("j", number, PartState.UNKNOWN)
    store.parts.move("j", 1, PartState.SENT, batch_id="of part 2", sent_at=5.0, expires_at=9.0)
    store.batches.disown(store.parts.get("j", 1), ("j", 2))
    taken, owner = store.parts.of_job("j")
    assert (taken.state, taken.batch_id) == (PartState.UNKNOWN, "")
    assert (owner.state, owner.batch_id, owner.confirmed) == (PartState.SENT, "of part 2", True)
    assert (owner.sent_at, owner.expires_at) == (5.0, 9.0)
    # Confirmed parts keep what is theirs.
    store.parts.move("j", 1, PartState.SENT, batch_id="a second copy")
    store.batches.disown(store.parts.get("j", 1), ("j", 2))
    assert store.parts.get("j", 2).batch_id == "of part 2"
    assert store.batches.owned() == {"of part 2", "a second copy"}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cells=st.lists(st.lists(st.text(alphabet=st.characters(), max_size=8), min_size=1, max_size=4), max_size=20))
def test_any_cells_come_back_as_they_were(store: Store, cells: list[list[str]]) -> None:
    if store.jobs.get("draft") is None:
        store.drafts.add("draft", "Draft", 3.0, Recipe())
    store.rows.clear("draft")
    rows = [SheetRow(number, tuple(row)) for number, row in enumerate(cells, 2)]
    store.rows.append("draft", 0, rows)
    assert store.rows.page("draft", 0, 100) == rows
    assert [row for _position, row in store.rows.each("draft")] == rows


def test_rows_of_a_job_that_was_sent_stay(store: Store) -> None:
    before = store.rows.page("j", 0, 100)
    with pytest.raises(InputError):
        store.rows.clear("j")
    with pytest.raises(InputError):
        store.rows.append("j", 6, [SheetRow(9, ("late",))])
    assert store.rows.page("j", 0, 100) == before


def test_only_drafts_and_ended_jobs_are_removed(store: Store) -> None:
    assert not store.jobs.remove("j")
    assert store.jobs.get("j") is not None
    store.drafts.add("draft", "Draft", 3.0, Recipe())
    assert store.jobs.remove("draft")


def test_a_job_that_goes_on_is_not_taken_apart(store: Store) -> None:
    """Two processes ask again at the same moment: the second one finds the job under way."""
    store.jobs.change("j", cancelling=1)
    assert store.cuts.release("j", ["failed"]) == 0
    found = store.jobs.get("j")
    assert found is not None
    assert (found.planned, found.cancelling) == (True, True)
