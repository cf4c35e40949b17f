"""A row and what became of it, as the results are shown and exported."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.outputs import CellValue
from app.core.results import RowState


@dataclass(frozen=True, slots=True)
class ResultRow:
    """A row of the sheet beside its answer.

    ``values`` has one cell for each answer column, and is empty where there is no whole answer.
    """

    number: int
    cells: tuple[str, ...]
    state: RowState
    values: tuple[CellValue, ...] = ()


@dataclass(frozen=True, slots=True)
class RowFacts:
    """What is known about a row's answer. Money in picodollars, the time in seconds since 1970.

    A row whose request another row asked has no tokens and no cost of its own, so that they add up.
    """

    number: int
    cause: str
    input_tokens: int
    output_tokens: int
    cost: int
    ended_at: float | None


@dataclass(frozen=True, slots=True)
class RowDetail:
    """Everything about one row: what was sent, what came back, why it stopped, what it cost.

    Money in picodollars. ``text`` is what the model wrote, whole or not. ``shared_with`` counts
    the other rows that have the same request, which was asked and billed once. ``answered_at`` is when, in seconds since 1970, an answer came that
    was here before the job was sent: from a try, or from an earlier job. ``sources`` are the pages of the web that
    the answer cites: title and address.
    """

    number: int
    state: RowState
    cause: str
    message: str
    prompt: str
    text: str
    values: tuple[CellValue, ...]
    stop_reason: str
    input_tokens: int
    output_tokens: int
    cost: int
    shared_with: int
    answered_at: float | None = None
    sources: tuple[tuple[str, str], ...] = ()
