"""A service that says what a test has it say, for code that decides by its lists: no call is made."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, field
from typing import cast

from app.core.batch import Batch
from app.core.errors import ServiceTrouble
from app.services.service import Line, Service, TimedListing

HERE = "wrkspc_here"


@dataclass
class Scripted:
    """What its list shows, by which clock and for which workspace; and what was asked of it."""

    batches: list[Batch] = field(default_factory=list)
    now: float = 10_000.0
    comparable_from: float = 0.0
    workspace: str = HERE
    lines: dict[str, list[bytes] | ServiceTrouble] = field(default_factory=dict)
    reply: Callable[[], Batch] | None = None
    listed_from: list[float] = field(default_factory=list)
    created: list[list[bytes]] = field(default_factory=list)

    @property
    def service(self) -> Service:
        """As what it stands in for."""
        return cast(Service, self)

    def since(self, moment: float) -> float:
        return moment

    def earliest_now(self) -> float:
        return self.now

    def line(self) -> Line:
        return Line(None, self.workspace)  # type: ignore[arg-type]

    def list_since(self, created_after: float) -> TimedListing:
        self.listed_from.append(created_after)
        found = [batch for batch in self.batches if batch.created_at >= created_after]
        return TimedListing(found, self.now, self.comparable_from, self.workspace)

    def results(self, batch_id: str) -> Generator[bytes, None, None]:
        said = self.lines.get(batch_id, [])
        if isinstance(said, ServiceTrouble):
            raise said
        yield from said

    def create(self, line: Line, items: Sequence[bytes], betas: Sequence[str]) -> Batch:
        self.created.append(list(items))
        assert self.reply is not None
        return self.reply()
