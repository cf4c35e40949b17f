"""Lists item by item: a row for each, under the number of the row that it answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import orjson

from app.core.answer_reading import read_lists
from app.core.judging import judge
from app.core.outputs import CellValue, Kind, Output
from app.store.store import Store

_PAGE = 500


def item_rows(store: Store, job: str, outputs: Sequence[Output]) -> Iterator[list[CellValue]]:
    """Rows of (row number, its first cell, the list's column, the item); made anew of the answers as they came.

    In the one cell that a list has in the sheet its items stand side by side, and can't be told apart
    where one has a semicolon in it.
    """
    held: list[tuple[int, bytes]] = []
    for found in store.answers.answered(job):
        held.append(found)
        if len(held) == _PAGE:
            yield from _page(store, job, outputs, held)
            held = []
    if held:
        yield from _page(store, job, outputs, held)


def _page(
    store: Store, job: str, outputs: Sequence[Output], answers: Sequence[tuple[int, bytes]]
) -> Iterator[list[CellValue]]:
    numbers = [number for number, _ in answers]
    rows, kept = {row.number: row for row in store.answers.rows(job, numbers)}, store.kept.among(job, numbers)
    for number, line in answers:
        result = orjson.loads(line).get("result") if line else None
        text = judge(result if isinstance(result, dict) else {}, outputs).text
        row = rows[number]
        found = {} if number in kept else read_lists(outputs, text)
        for index, output in enumerate(outputs):
            if output.kind is Kind.LIST:
                # An answer that came in several turns, or from another job, has its items in the cell alone.
                cell = row.values[index] if row.values else None
                for item in found.get(index, str(cell).split("; ") if cell else []):
                    yield [number, "".join(row.cells[:1]), output.column, item]
