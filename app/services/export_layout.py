"""Which columns an export adds or fills, and how a row fills them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from app.core.export import Existing, ExportChoices, Extra
from app.core.money import dollars
from app.core.outputs import CellValue, Kind, Output, column_names
from app.core.result_rows import ResultRow, RowFacts
from app.core.results import RowState
from app.sheets.export_report import NewColumn

MADE_UP = "Practice mode: answers are made up"

_HEADERS: dict[Extra, tuple[tuple[str, Kind], ...]] = {
    Extra.OUTCOME: (("Outcome", Kind.TEXT),),
    Extra.CAUSE: (("Why it stopped", Kind.TEXT),),
    Extra.MODEL: (("Model", Kind.TEXT),),
    Extra.TOKENS: (("Tokens in", Kind.INTEGER), ("Tokens out", Kind.INTEGER)),
    Extra.COST: (("Cost (USD)", Kind.NUMBER),),
    Extra.WHEN: (("Answered at (UTC)", Kind.TEXT),),
}

_OUTCOMES = {
    RowState.ANSWERED: "answered",
    RowState.CUT_SHORT: "cut short",
    RowState.DECLINED: "declined",
    RowState.FAILED: "failed",
    RowState.EXPIRED: "expired",
    RowState.CANCELLED: "cancelled",
    RowState.WAITING: "not asked yet",
    RowState.RUNNING: "not answered yet",
}

_CAUSES = {
    "max_tokens": "the answer reached its longest length",
    "refusal": "the model declined",
    "invalid_request": "the request was not accepted",
    "service_error": "a fault of the service",
    "unfit": "the answer does not fit its column",
    "paused": "the model paused before it had an answer",
    "context_too_long": "the row is too long for the model",
    "unknown_type": "an answer of an unknown kind",
}
_ENDS = {
    RowState.ANSWERED: "finished",
    RowState.EXPIRED: "the service did not get to it in time",
    RowState.CANCELLED: "cancelled",
}


def existing_columns(outputs: Sequence[Output], columns: Sequence[str]) -> dict[int, int]:
    """Outputs whose names the table has already: {the output's position: the column's}."""
    known = {name.casefold(): index for index, name in enumerate(columns)}
    # Of two steps' outputs with one name the first has it.
    found = {index: known.pop(output.column.casefold(), None) for index, output in enumerate(outputs)}
    return {index: column for index, column in found.items() if column is not None}


@dataclass(frozen=True)
class Layout:
    """The new columns, in the order of a row's values."""

    columns: tuple[NewColumn, ...]
    outputs: int
    extras: tuple[Extra, ...]
    model: str
    only_empty: bool
    all_outcomes: bool
    practice: bool

    @classmethod
    def of(
        cls,
        outputs: Sequence[Output],
        existing: Sequence[str],
        choices: ExportChoices,
        *,
        model: str,
        whole: bool,
        practice: bool,
    ) -> Layout:
        """For a job with those outputs; ``whole``: every row has an answer, else each says what became of it."""
        extras = tuple(extra for extra in Extra if extra in choices.extras or (extra is Extra.OUTCOME and not whole))
        at = existing_columns(outputs, existing) if choices.existing is not Existing.BESIDE else {}
        more = [header for extra in extras for header in _HEADERS[extra]] + ([(MADE_UP, Kind.TEXT)] if practice else [])
        new = [output for index, output in enumerate(outputs) if index not in at]
        names = iter(
            column_names([*new, *(Output(column=name) for name, _kind in more)], existing) if new or more else ()
        )
        columns = [
            NewColumn(existing[at[index]], output.kind, at=at[index])
            if index in at
            else NewColumn(next(names), output.kind)
            for index, output in enumerate(outputs)
        ]
        columns += [NewColumn(next(names), kind) for _name, kind in more]
        fills = choices.existing is Existing.FILL
        return cls(tuple(columns), len(outputs), extras, model, fills, Extra.OUTCOME in choices.extras, practice)

    @property
    def needs_facts(self) -> bool:
        """Whether any of the columns is about more than the answer and what became of it."""
        return bool({*self.extras} - {Extra.OUTCOME, Extra.MODEL})

    def cells(self, row: ResultRow, facts: RowFacts | None) -> list[CellValue]:
        """A value for every column; None in a column that the table has leaves its cell as it is."""
        cells: list[CellValue] = list(row.values) or [None] * self.outputs
        for index, column in enumerate(self.columns[: self.outputs]):
            taken = self.only_empty and column.at is not None and column.at < len(row.cells)
            if taken and row.cells[column.at or 0].strip():
                cells[index] = None
        for extra in self.extras:
            cells.extend(self._extra(extra, row, facts))
        if self.practice:
            cells.append("made up" if row.values else None)
        return cells

    def _extra(self, extra: Extra, row: ResultRow, facts: RowFacts | None) -> Iterator[CellValue]:
        match extra:
            case Extra.OUTCOME:
                answered = row.state is RowState.ANSWERED
                yield None if answered and not self.all_outcomes else _OUTCOMES.get(row.state)
            case Extra.CAUSE:
                cause = facts.cause if facts else ""
                yield _CAUSES.get(cause, cause) or _ENDS.get(row.state)
            case Extra.MODEL:
                yield self.model if row.state not in (RowState.WAITING, RowState.CANCELLED) else None
            case Extra.TOKENS:
                yield facts.input_tokens if facts else None
                yield facts.output_tokens if facts else None
            case Extra.COST:
                yield dollars(facts.cost) if facts else None
            case Extra.WHEN:
                ended = facts.ended_at if facts and row.state is not RowState.WAITING else None
                yield datetime.fromtimestamp(ended, UTC).strftime("%Y-%m-%d %H:%M:%S") if ended else None
