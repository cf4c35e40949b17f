"""A request made of a packed row is, byte for byte, the one made of its cells."""

from __future__ import annotations

from collections.abc import Sequence

import orjson
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.batch_api.models import find_model
from app.batch_api.requests import batch_item
from app.core.attachment import Attachment, AttachmentKind
from app.core.custom_id import custom_id_stem, make_custom_id
from app.core.draft import Draft
from app.core.outcome import Outcome
from app.core.outputs import Kind, Output
from app.core.recipe import Recipe
from app.core.table import SheetInfo
from app.services.part_items import row_items
from app.services.planning import builder_for
from app.store.codec import cells_from_blob, cells_to_blob
from tests.services.rehearsal import Rehearsal
from tests.stand_in.stand_in import CREATE, StandIn

CELL = st.text(st.characters() | st.sampled_from('\\",[]n u000b\t\x1c%')) | st.sampled_from(["", ",", '"', "%b", '","'])
RECIPES = (
    Recipe(prompt="Say {{A}}."),
    Recipe(prompt='100% of "{{B}}"\\n and {{A}}: {{C}} {{A}}\n€', instructions="Say 100% %b of it."),
    Recipe(prompt="{{C}}", outputs=(Output("100%", Kind.INTEGER), Output("Why"))),
    Recipe(prompt="A: {{A}}\nB: {{B}}", skip_blank_lines=True),
    Recipe(prompt="no column"),
)


class Ahead:
    """Rows name no documents; one goes before every prompt."""

    by_row = False
    _price_list = Attachment("prices.txt", AttachmentKind.TEXT, "text/plain", 9, "digest")

    def references(self) -> list[Attachment]:
        return [self._price_list]

    def reference_content(self) -> list[tuple[Attachment, bytes]]:
        return [(self._price_list, b"100% free")]

    def facts(self, _cells: Sequence[str]) -> list[Attachment]:
        return []

    def content(self, _cells: Sequence[str]) -> list[tuple[Attachment, bytes]]:
        return []

    def sent(self, _cells: Sequence[str]) -> int:
        return 0

    def sent_ahead(self) -> int:
        return 9


@pytest.mark.parametrize("recipe", RECIPES)
@pytest.mark.parametrize("documents", [None, Ahead()])
@pytest.mark.parametrize("kept", [False, True])
@given(st.lists(CELL, min_size=0, max_size=4))
@example(["\\", ",", "x"])
@example(["\ud800", "", "x"])
def test_packed_or_not(recipe: Recipe, documents: Ahead | None, kept: bool, cells: list[str]) -> None:
    draft = Draft(recipe, info=SheetInfo("x.csv", "", (), 1, ("A", "B", "C"), rows=1))
    builder = builder_for(draft, None, documents, kept=kept)

    def unpacked(row: int, blob: bytes) -> bytes:
        return batch_item(make_custom_id("job1", 3, row), builder.params_json(cells_from_blob(blob)))

    blob = cells_to_blob(tuple(cells))
    (found,) = row_items([(70_000, blob)], builder, custom_id_stem("job1", 3), unpacked)
    assert found == unpacked(70_000, blob)
    assert orjson.loads(found)["custom_id"] == "bs1-job1-3-70000"
    assert (b"100% free" in found) is (documents is not None)


def test_rows_are_not_unpacked_where_they_need_not_be() -> None:
    draft = Draft(RECIPES[0], info=SheetInfo("x.csv", "", (), 1, ("A", "B"), rows=1))
    packed = [(2, cells_to_blob(("one", "x"))), (3, cells_to_blob(("\ud800", "x"))), (4, cells_to_blob(()))]
    asked: list[int] = []

    def unpacked(row: int, _blob: bytes) -> bytes:
        asked.append(row)
        return b""

    assert len(list(row_items(packed, builder_for(draft), "", unpacked))) == 3
    assert asked == [3, 4]


def test_very_long_answers_are_asked_for_in_the_header_too(program: Rehearsal, service: StandIn) -> None:
    model = find_model("claude-haiku-5-5")
    recipe = Recipe(prompt="Say all of {{Name}}.", model=model.id, longest_answer=model.max_output + 1)
    job = program.run(program.job(2, recipe))
    assert job.breakdown.count(Outcome.ANSWERED) == 2
    created = [seen for seen in service.calls if f"{seen.method} {seen.path}" == CREATE]
    assert [seen.headers["anthropic-beta"] for seen in created] == ["output-300k-2026-03-24"]
