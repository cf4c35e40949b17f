"""Next month's file: new, changed, unchanged and gone, by what is asked and by a key."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.errors import InputError
from app.core.row_choice import RowChoice
from app.services.continuing import Continuing, Since
from app.services.tasks import Cancelled, TaskControl
from tests.services.rehearsal import RECIPE, Rehearsal

COLUMNS = ("Id", "Name", "Note")


def compare(program: Rehearsal, job: str, since: str, key: str | None = None) -> tuple[int, int, int, int]:
    found = Continuing(program.store).compare(job, since, key)(TaskControl())
    assert found.job == since
    return found.new, found.changed, found.unchanged, found.gone


def table(program: Rehearsal, *names: str) -> str:
    """Rows like "7 pump": an id and a name, with a note that no prompt uses."""
    return program.draft([[*name.partition(" ")[::2], f"note {n}"] for n, name in enumerate(names)], columns=COLUMNS)


def test_by_content_and_by_key(program: Rehearsal) -> None:
    before = table(program, "1 pump", "2 valve", "3 seal", "4 pipe")
    now = table(program, "4 pipe", "1 pump", "2 valves", "5 hose", "6 seal")
    assert compare(program, now, before) == (2, 0, 3, 1)
    assert compare(program, now, before, "Id") == (2, 1, 2, 1)
    assert compare(program, before, before) == (0, 0, 4, 0)


def test_blank_rows_and_rows_that_were_not_chosen_count_nowhere(program: Rehearsal) -> None:
    before = table(program, "1 pump", "2 valve", "3 seal", "4 pipe")
    program.jobs.save_rows(before, RowChoice(((2, 3),)))
    now = program.draft([["1", "pump", ""], ["", " ", ""], ["3", "seal", ""]], columns=COLUMNS)
    assert compare(program, now, before) == (1, 0, 1, 1)


def test_a_key_that_names_no_row(program: Rehearsal) -> None:
    before, now = table(program, "1 pump", "2 valve"), table(program, "1 pump", "1 valve")
    for job, since in ((now, before), (before, now)):
        with pytest.raises(InputError, match="“1” stands more than once in “Id”"):
            compare(program, job, since, "Id")
    with pytest.raises(InputError, match="no column “Number”"):
        compare(program, now, before, "Number")


def test_other_columns_and_no_rows(program: Rehearsal) -> None:
    now = program.draft([["a"]], replace(RECIPE, prompt="{{Firm}}"), columns=("Firm",))
    with pytest.raises(InputError, match="no column “Firm”"):
        compare(program, now, table(program, "1 pump"))
    with pytest.raises(InputError):
        compare(program, now, program.jobs.new_draft("Empty").id)
    with pytest.raises(InputError):
        compare(program, now, "nosuch")
    attached = program.draft([["a"]], replace(RECIPE, attach=("Name",)))
    with pytest.raises(InputError, match="documents"):
        compare(program, attached, attached)
    control = TaskControl()
    control.stop()
    with pytest.raises(Cancelled):
        Continuing(program.store).compare(now, now)(control)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from("abcde"), min_size=1), st.lists(st.sampled_from("abcde"), min_size=1))
def test_every_row_is_counted_once(program: Rehearsal, before: list[str], now: list[str]) -> None:
    then, new = table(program, *(f"0 {name}" for name in before)), table(program, *(f"0 {name}" for name in now))
    found = Continuing(program.store).compare(new, then)(TaskControl())
    unchanged = (Counter(before) & Counter(now)).total()
    assert found == Since(then, len(now) - unchanged, 0, unchanged, len(before) - unchanged)


@pytest.mark.parametrize("key", ['a","b', "back\\slash", "line\nend", "żółw", "lone \ud800", " padded "])
def test_a_key_is_the_cell_whatever_is_in_it(program: Rehearsal, key: str) -> None:
    before = program.draft([[key, "pump", ""], ["other", "seal", ""]], columns=COLUMNS)
    now = program.draft([["x", "hose", ""], [key.strip(), "valve", "n"]], columns=COLUMNS)
    assert compare(program, now, before, "Id") == (1, 1, 0, 1)
