"""The quick way to a row's identity gives what the plain one does, whatever stands in the cells."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.core.draft import Draft
from app.core.recipe import Recipe
from app.core.table import SheetInfo
from app.services.planning import builder_for
from app.services.scan import BLANK_PROMPT, look_at
from app.store.codec import cells_to_blob

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
