"""What was spent when, and a month of it, as the store has them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Spent(NamedTuple):
    """What one part or one try has cost, in picodollars; ``at`` in seconds since 1970.

    ``possible`` is what it may have cost at most where nobody can say.
    """

    job: str
    at: float
    recipe: str
    model: str
    answers: int
    input_tokens: int
    output_tokens: int
    cost: int
    possible: int


@dataclass(frozen=True)
class MonthSums:
    """A month across all jobs, in picodollars.

    ``possible`` may have been spent: no reply came, or nobody has the answers. ``in_flight`` is what all
    that is under way may cost at most, whenever it was sent. ``ceiling`` is None where there is none.
    """

    spent: int
    possible: int
    in_flight: int
    ceiling: int | None

    @property
    def committed(self) -> int:
        """What the month may come to without anything more being sent."""
        return self.spent + self.possible + self.in_flight

    @property
    def room(self) -> int | None:
        """What may still be sent, at its most; None where there is no ceiling."""
        return None if self.ceiling is None else max(self.ceiling - self.committed, 0)
