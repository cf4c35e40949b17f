"""A walk over a job's rows that says what each would be asked: the base of prices and plans alike."""

from __future__ import annotations

from array import array
from collections import Counter, deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from hashlib import blake2b

from app.batch_api.requests import RequestBuilder
from app.core.draft import Draft
from app.core.sampling import spread
from app.services.steps import left_out
from app.services.tasks import TaskControl
from app.store.codec import cells_from_blob, is_surely_filled, split_blob
from app.store.store import Store

ScannedRow = tuple[int, int, int | None]
"""A chosen row: its number, its position, the row whose request it shares, its own or an earlier one (None: skipped)."""


PRINT = 16
"""Bytes of a request's print."""

_NO_PRINT = bytes(PRINT)

_STRETCH = 4096

_WAY = 500
"""Rows between two looks at whether to stop, or to hold still."""


def _numbers() -> array[int]:
    return array("q")


@dataclass(slots=True)
class Scan:
    """What was found. The requests lie side by side in arrays: a million of them take 48 MB, and not 300.

    ``sources`` has a byte for each request: where its answer comes from; empty while nobody looked.
    """

    chosen: int = 0
    skipped: int = 0
    rows: array[int] = field(default_factory=_numbers)
    positions: array[int] = field(default_factory=_numbers)
    shared: array[int] = field(default_factory=_numbers)
    sizes: array[int] = field(default_factory=_numbers)
    prints: bytearray = field(default_factory=bytearray)
    sources: bytearray = field(default_factory=bytearray)

    @property
    def asked(self) -> int:
        """Rows that are not skipped."""
        return self.chosen - self.skipped

    @property
    def requests(self) -> int:
        """How many requests the rows come to."""
        return len(self.rows)

    def add(self, row: int, position: int, rows: int, size: int, mark: bytes = _NO_PRINT) -> None:
        """A request: its row, that row's position, how many rows share it, its bytes, what tells it from others."""
        self.prints += mark
        self.rows.append(row)
        self.positions.append(position)
        self.shared.append(rows)
        self.sizes.append(size)

    def print(self, index: int) -> bytes:
        """What tells a request from all others of its frame."""
        return bytes(self.prints[index * PRINT : index * PRINT + PRINT])

    def each(self) -> Iterator[tuple[int, int, int, int, bytes]]:
        """The requests as they were added."""
        prints = (self.print(index) for index in range(self.requests))
        return zip(self.rows, self.positions, self.shared, self.sizes, prints, strict=True)

    def to_send(self) -> array[int]:
        """Positions in these lists of the requests whose answers are not here yet."""
        if not any(self.sources):
            return array("q", range(self.requests))
        return array("q", (index for index, source in enumerate(self.sources) if not source))

    def rows_from(self, source: int) -> int:
        """Rows whose answers come from there."""
        return sum(rows for rows, found in zip(self.shared, self.sources, strict=False) if found == source)

    def by_size(self) -> Counter[int]:
        """How many requests that are to be sent are of each size."""
        found: Counter[int] = Counter()
        if any(self.sources):
            found.update(self.sizes[index] for index in self.to_send())
        else:  # a stretch at a time: every thread waits until one has been counted
            for start in range(0, self.requests, _STRETCH):
                found.update(self.sizes[start : start + _STRETCH])
        return found

    def sample(self, count: int) -> list[int]:
        """So many of the requests that are to be sent, evenly spread over short, usual and long ones, in that order.

        None is sorted for it: of a million that would hold up every thread, the window's too, for a quarter of a second.
        """
        sent, begin = self.to_send(), 0
        ranks = deque(spread(range(len(sent)), count))
        wanted: dict[int, set[int]] = {}
        for size, requests in sorted(self.by_size().items()):
            while ranks and ranks[0] < begin + requests:
                wanted.setdefault(size, set()).add(ranks.popleft() - begin)
            begin += requests
        seen = dict.fromkeys(wanted, 0)
        found: list[tuple[int, int]] = []
        for index in sent:
            size = self.sizes[index]
            if size in seen:
                if seen[size] in wanted[size]:
                    found.append((size, index))
                seen[size] += 1
        return [index for _size, index in sorted(found)]


def scan_rows(
    store: Store, job: str, draft: Draft, builder: RequestBuilder, control: TaskControl, found: Scan
) -> Iterator[ScannedRow]:
    """Every chosen row in order; ``found`` is filled while it goes.

    A row is skipped where it is blank, fails the condition, leaves nothing to ask, or has no answer of an earlier step
    that is asked about.
    """
    seen: dict[int, int] = {}
    total = store.jobs.sheet_rows(job)
    choice, alone = draft.rows, not draft.recipe.deduplicate
    look = look_at(draft, builder)
    without = left_out(store, job, draft, builder.columns)
    count = 0
    # This loop turns a million times: what needs no call makes none.
    for first, rows in store.rows.packed_pages(job):
        control.progress(first, total)
        for position, (number, blob) in enumerate(rows, first):
            if not position % _WAY:
                control.check()
            if choice.ranges and not choice.in_range(number):
                continue
            found.chosen += 1
            identity = look(blob) if number not in without else None
            if identity is None or identity is BLANK_PROMPT:
                found.skipped += 1
                yield number, position, None
                continue
            mark, size = identity
            index = count if alone else seen.setdefault(_short(mark), count)
            if index < count and found.print(index) == mark:
                found.shared[index] += 1
                yield number, position, found.rows[index]
            else:
                found.add(number, position, 1, size, mark)
                count += 1
                yield number, position, number


def _short(mark: bytes) -> int:
    """A key that takes half the memory; two marks that share one are told apart by themselves."""
    return hash(mark) >> 4


Identity = tuple[bytes, int]
"""What tells a request from others of its frame, and its bytes."""

BLANK_PROMPT: Identity = (b"", 0)
"""Of a row with something in it, none of which goes into the prompt."""


def look_at(draft: Draft, builder: RequestBuilder) -> Callable[[bytes], Identity | None]:
    """What gives a packed row's identity, or None where the row is blank or fails the condition."""

    def unpacked(blob: bytes) -> Identity | None:
        cells = cells_from_blob(blob)
        if draft.rows.skips(cells):
            return None
        return builder.identity(cells) or BLANK_PROMPT

    prompt = builder.packed_prompt() if draft.rows.condition is None else None
    if prompt is None:
        return unpacked
    form, pick, last = prompt
    bare, count = builder.bare_size, last + 1

    def packed(blob: bytes) -> Identity | None:
        cells = split_blob(blob, count) if is_surely_filled(blob) else None
        if cells is None or len(cells) < count:
            return unpacked(blob)
        text = form % pick(cells)
        return blake2b(text, digest_size=16).digest(), bare + len(text)

    return packed
