"""What every rule over a run's answers has in common: what it looks at, and what it finds.

The language of a text is told by a function that is handed in: libraries stay out of the core.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from app.core.outputs import CellValue, Output

LanguageOf = Callable[[str], str]
"""The code of a text's language; "" where that can't be told for sure."""


class Concern(StrEnum):
    """What a finding is about."""

    LABEL_DOMINATES = "label_dominates"
    IDENTICAL = "identical"
    COPIES_PROMPT = "copies_prompt"
    LENGTH_DRIFTS = "length_drifts"
    REFUSAL = "refusal"
    LANGUAGE = "language"
    NUMBER = "number"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Reviewed:
    """An answered row: its number, the cells of the columns that the prompt uses, the prompt, the answer's values."""

    number: int
    cells: tuple[str, ...]
    prompt: str
    values: tuple[CellValue, ...]


@dataclass(frozen=True)
class Finding:
    """Something to look at. ``column`` is an answer column, ``about`` what was found there, ``rows`` where.

    ``looked_at`` says how many rows stood for all of them; 0 where all were looked at.
    """

    concern: Concern
    column: str
    about: str
    rows: tuple[int, ...]
    looked_at: int = 0


@dataclass(frozen=True)
class Reading:
    """What the answers were asked for with: the answer columns, the used columns, and the prompt's own words."""

    outputs: tuple[Output, ...]
    used: tuple[str, ...]
    fixed: tuple[str, ...] = ()


def let_go(kept: dict[Any, Any]) -> None:
    """Empty what a rule has kept, entry by entry.

    Left to Python, 100,000 lists are freed in one go of 0.2 s, in which no other thread runs: the window's neither.
    """
    while kept:
        kept.popitem()


class Neighbours:
    """Which rows differ in one used column alone. Their prompts differ, so their cells in that column do."""

    COLUMNS = 8
    """Used columns that are looked at; a prompt with more has few rows that differ in one alone."""

    def __init__(self, used: Sequence[str]) -> None:
        self._used = used[: self.COLUMNS]
        self._groups: list[defaultdict[int, list[int]]] = [defaultdict(list) for _column in self._used]

    def add(self, row: Reviewed) -> None:
        """Take a row in."""
        marks = [hash((place, cell)) for place, cell in enumerate(row.cells)]
        whole = 0
        for mark in marks:
            whole ^= mark
        for groups, mark in zip(self._groups, marks, strict=False):
            groups[whole ^ mark].append(row.number)

    def groups(self) -> Iterator[tuple[str, Iterable[list[int]]]]:
        """For each used column, the rows that are alike but for it."""
        for column, groups in zip(self._used, self._groups, strict=True):
            yield column, (group for group in groups.values() if len(group) > 1)

    def let_go(self) -> None:
        """Forget all rows; nothing is found afterwards."""
        for groups in self._groups:
            let_go(groups)


class Column(NamedTuple):
    """An answer column, and what else its rules go by."""

    output: Output
    reading: Reading
    neighbours: Neighbours
    language_of: LanguageOf


class Rule(ABC):
    """Looks at one answer column, row by row."""

    def __init__(self, column: Column) -> None:
        self.output, self.reading, self.neighbours, self.language_of = column

    @abstractmethod
    def look(self, row: Reviewed, value: Any) -> None:
        """Take a row in, with its value in this column."""

    @abstractmethod
    def findings(self) -> list[Finding]:
        """What was found, once all rows were looked at. Asked once: what was kept for it may be gone afterwards."""

    def found(self, concern: Concern, about: str, rows: Iterable[int], looked_at: int = 0) -> Finding:
        """A finding of this column."""
        return Finding(concern, self.output.column, about, tuple(sorted(rows)), looked_at)
