"""A walk over a job's rows that says what each would be asked: the base of prices and plans alike."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from app.batch_api.requests import RequestBuilder
from app.core.draft import Draft
from app.services.tasks import TaskControl
from app.store.store import Store

ScannedRow = tuple[int, int, int | None]
"""A chosen row: its number, its position, the row whose request it shares, its own or an earlier one (None: skipped)."""


def _numbers() -> array[int]:
    return array("q")


@dataclass(slots=True)
class Scan:
    """What was found. The requests lie side by side in arrays: a million of them take 32 MB, and not 300."""

    chosen: int = 0
    skipped: int = 0
    blank_prompts: int = 0
    rows: array[int] = field(default_factory=_numbers)
    positions: array[int] = field(default_factory=_numbers)
    shared: array[int] = field(default_factory=_numbers)
    sizes: array[int] = field(default_factory=_numbers)

    @property
    def asked(self) -> int:
        """Rows that are not skipped."""
        return self.chosen - self.skipped

    @property
    def requests(self) -> int:
        """How many requests the rows come to."""
        return len(self.rows)

    def add(self, row: int, position: int, rows: int, size: int) -> None:
        """A request: its row, that row's position, how many rows share it, its bytes."""
        self.rows.append(row)
        self.positions.append(position)
        self.shared.append(rows)
        self.sizes.append(size)

    def each(self) -> Iterator[tuple[int, int, int, int]]:
        """The requests as they were added."""
        return zip(self.rows, self.positions, self.shared, self.sizes, strict=True)

    def by_size(self) -> Counter[int]:
        """How many requests are of each size."""
        return Counter(self.sizes)


def scan_rows(
    store: Store, job: str, draft: Draft, builder: RequestBuilder, control: TaskControl, found: Scan
) -> Iterator[ScannedRow]:
    """Every chosen row in order; ``found`` is filled while it goes.

    A row is skipped where it is blank, fails the condition, or leaves nothing to ask.
    """
    seen: dict[bytes, int] = {}
    total = store.jobs.sheet_rows(job)
    choice, condition, alone = draft.rows, draft.rows.condition, not draft.recipe.deduplicate
    count = 0
    # This loop turns a million times: what needs no call makes none.
    for first, rows in store.rows.pages(job):
        control.check()
        control.progress(first, total)
        for position, (number, cells) in enumerate(rows, first):
            if choice.ranges and not choice.in_range(number):
                continue
            found.chosen += 1
            if not any(map(str.strip, cells)) or (condition is not None and not condition.holds(cells)):
                found.skipped += 1
                yield number, position, None
                continue
            identity = builder.identity(cells)
            if identity is None:
                found.skipped += 1
                found.blank_prompts += 1
                yield number, position, None
                continue
            mark, size = identity
            index = count if alone else seen.setdefault(mark, count)
            if index < count:
                found.shared[index] += 1
                yield number, position, found.rows[index]
            else:
                found.add(number, position, 1, size)
                count += 1
                yield number, position, number
