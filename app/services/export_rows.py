"""Rows with their answers, as an export has them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from app.core.outputs import CellValue
from app.core.result_rows import ResultRow, RowFacts
from app.core.results import RowState
from app.core.table import SheetInfo
from app.services.answer_rows import AnswerRows
from app.services.edited_cells import EditedCells
from app.services.export_layout import Layout
from app.services.export_source import ExportSource
from app.services.tasks import TaskControl
from app.store.store import Store

if TYPE_CHECKING:
    from app.sheets.added_sheets import ExtraSheet
    from app.sheets.text_records import TextManner

ITEMS = "List items"


class ExportRows:
    """Rows of one file, in the columns of one layout. Each way of going through them is a stream."""

    def __init__(
        self, store: Store, answers: AnswerRows, layout: Layout, control: TaskControl, edited: EditedCells
    ) -> None:
        """``edited`` are cells that are left as they are."""
        self._edited = edited
        self._store = store
        self._answers = answers
        self._layout = layout
        self._control = control

    def answered(self, source: ExportSource) -> Iterator[tuple[int, Sequence[CellValue]]]:
        """Rows that were asked, under their numbers in the source, with a value for each of the layout's columns."""
        if source.numbers is None:
            for number, state, cells in self._each():
                if state is not RowState.SKIPPED:
                    yield number, cells
            return
        held: list[tuple[int, int]] = []
        for pair in source.numbers:
            held.append(pair)
            if len(held) == 500:
                yield from self._matched(held)
                held = []
        yield from self._matched(held)

    def full(self, width: int) -> Iterator[list[CellValue]]:
        """Every row of the sheet, chosen or not, with its answers beside its ``width`` cells."""
        answers = self._each()
        upcoming = next(answers, None)
        for _position, row in self._store.rows.each(self._answers.first):
            cells: list[CellValue] = [*row.cells[:width], *("" for _ in range(width - len(row.cells)))]
            values: Sequence[CellValue] = [None] * len(self._layout.columns)
            if upcoming is not None and upcoming[0] == row.number:
                values = upcoming[2]
                upcoming = next(answers, None)
            for column, value in zip(self._layout.columns, values, strict=True):
                if column.at is None:
                    cells.append(value)
                elif value is not None:
                    cells[column.at] = value
            yield cells

    def items(self, info: SheetInfo) -> list[ExtraSheet]:
        """A sheet with a row for each item of the lists; none where no answer column holds lists."""
        if not self._answers.has_lists:
            return []
        from app.sheets.added_sheets import ExtraSheet

        lead = info.columns[0] if info.columns else ""
        return [ExtraSheet(ITEMS, ("Row", lead, "Column", "Item"), self._answers.items())]

    def fit(self, manner: TextManner) -> bool:
        """Whether a text file's own encoding has every character of the answers."""
        if manner.is_unicode:
            return True
        headers = all(manner.holds(column.header) for column in self._layout.columns)
        return headers and all(manner.holds(value) for _number, _state, cells in self._each() for value in cells)

    def _matched(self, pairs: Sequence[tuple[int, int]]) -> Iterator[tuple[int, Sequence[CellValue]]]:
        self._control.check()
        answers, layout = self._answers, self._layout
        sent = [number for _now, number in pairs]
        rows = {row.number: row for row in answers.of(sent)}
        facts = {found.number: found for found in answers.facts_of(sent)} if layout.needs_facts else {}
        for now, number in pairs:
            row = rows.get(number)
            if row is not None and row.state is not RowState.SKIPPED:
                yield now, self._cells(row, facts.get(number))

    def _each(self) -> Iterator[tuple[int, RowState, Sequence[CellValue]]]:
        layout = self._layout
        facts = self._answers.facts() if layout.needs_facts else None
        for index, row in enumerate(self._answers.each()):
            if index % 500 == 0:
                self._control.check()
                self._control.progress(index, self._answers.count, "")
            known = next(facts) if facts else None
            if known is not None and known.number != row.number:
                raise AssertionError(f"facts of row {known.number} beside row {row.number}")
            if row.state is RowState.SKIPPED:
                yield row.number, row.state, [None] * len(layout.columns)
            else:
                yield row.number, row.state, self._cells(row, known)

    def _cells(self, row: ResultRow, facts: RowFacts | None) -> list[CellValue]:
        cells = self._layout.cells(row, facts)
        for output in self._edited.cells.get(row.number, ()):
            cells[output] = None
        return cells
