"""Counts of rows that add up to the chosen rows by construction."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from app.core.outcome import AT_FAULT, Outcome


@dataclass(frozen=True)
class Breakdown:
    """What the rows of a job are doing.

    ``rows`` are the chosen rows; ``waiting`` is what is left of them when all else is taken
    away, so the counts always add up. ``causes`` divides cut short, declined and failed.
    """

    rows: int
    skipped: int = 0
    running: int = 0
    outcomes: Mapping[Outcome, int] = field(default_factory=dict)
    causes: Mapping[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.waiting < 0:
            raise ValueError(f"more rows counted than there are: {self}")

    def count(self, outcome: Outcome) -> int:
        """Rows with that outcome."""
        return self.outcomes.get(outcome, 0)

    def to_ask_again(self, outcomes: Collection[Outcome]) -> int:
        """Rows with one of those outcomes that may be asked again: not those whose own request was at fault."""
        return sum(map(self.count, outcomes)) - (self.at_fault if Outcome.FAILED in outcomes else 0)

    @property
    def at_fault(self) -> int:
        """Failed rows whose own request was the cause."""
        return sum(self.causes.get(cause, 0) for cause in AT_FAULT)

    @property
    def settled(self) -> int:
        """Rows whose fate is known."""
        return sum(self.outcomes.values())

    @property
    def waiting(self) -> int:
        """Rows that are neither skipped, nor sent, nor settled."""
        return self.rows - self.skipped - self.running - self.settled

    @property
    def asked(self) -> int:
        """Rows that are not skipped."""
        return self.rows - self.skipped

    def as_counts(self) -> dict[str, int]:
        """The counts under their names in the JSON object; they add up to ``rows``."""
        counts = {str(outcome): self.count(outcome) for outcome in Outcome}
        return counts | {"waiting": self.waiting, "running": self.running, "skipped": self.skipped}
