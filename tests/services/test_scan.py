"""The quick way to a row's identity gives what the plain one does, whatever stands in the cells."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.core.draft import Draft
from app.core.recipe import Recipe
from app.core.sampling import spread
from app.core.table import SheetInfo, SheetRow
from app.services import scan
from app.services.planning import builder_for
from app.services.scan import BLANK_PROMPT, look_at
from app.services.tasks import TaskControl
from app.store.codec import cells_to_blob
from app.store.store import Store

CELL = st.text(st.characters() | st.sampled_from('\\",[]n u000b\t\x1c')) | st.sampled_from(["", ",", '"', "\\", '","'])
PROMPTS = (
    "Say {{A}}.",
    "{{A}}",
    '100% of "{{B}}"\\n and {{A}}: {{C}} {{A}}\n€',
    "\u2003{{B}}\n{{C}}",
    "no column",
)


@pytest.mark.parametrize("prompt", PROMPTS)
@given(st.lists(CELL, min_size=0, max_size=4))
@example(["\\", ",", "x"])
@example(['"n', "", ""])
@example(["\x0b", "\x1c", "\u00a0"])
def test_packed_or_not(prompt: str, cells: list[str]) -> None:
    draft = Draft(Recipe(prompt=prompt), info=SheetInfo("x.csv", "", (), 1, ("A", "B", "C"), rows=1))
    builder = builder_for(draft)
    found = look_at(draft, builder)(cells_to_blob(tuple(cells)))
    if not any(cell.strip() for cell in cells):
        assert found is None
    else:
        assert found == (builder.identity(cells) or BLANK_PROMPT)


def test_requests_that_share_a_key_are_told_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The key is shorter than what it stands for; two that fall together must not become one request."""
    monkeypatch.setattr(scan, "_short", lambda _mark: 7)
    store = Store(tmp_path / "jobs.sqlite")
    store.drafts.add("j", "Test", 0.0, Recipe(prompt="Say {{A}}."))
    names = ["one", "two", "one", "three"]
    store.rows.append("j", 0, [SheetRow(number, (name,)) for number, name in enumerate(names, 2)])
    store.drafts.save_sheet("j", SheetInfo("x.csv", "", (), 1, ("A",), rows=4), "x.csv", 4)
    draft = store.drafts.get("j")
    assert draft is not None
    found = scan.Scan()
    rows = list(scan.scan_rows(store, "j", draft, builder_for(draft), TaskControl(), found))
    assert rows == [(2, 0, 2), (3, 1, 3), (4, 2, 2), (5, 3, 5)]
    assert list(found.shared) == [2, 1, 1]
    store.close()


@given(st.lists(st.tuples(st.integers(1, 9), st.booleans()), max_size=60), st.integers(2, 50))
def test_a_sample_is_spread_over_all_sizes_as_if_they_were_sorted(requests: list[tuple[int, bool]], count: int) -> None:
    found = scan.Scan()
    for position, (size, taken) in enumerate(requests):
        found.add(position + 2, position, 1, size)
        found.sources.append(taken)
    sent = [position for position, (_size, taken) in enumerate(requests) if not taken]
    assert found.sample(count) == list(spread(sorted(sent, key=found.sizes.__getitem__), count))
    assert found.by_size() == Counter(requests[position][0] for position in sent)
