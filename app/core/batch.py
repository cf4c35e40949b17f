"""A batch as the service describes it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Batch:
    """A message batch: times in seconds since 1970, by the service's own clock.

    The four counts of finished requests stay at zero until the whole batch has ended.
    """

    id: str
    status: str
    created_at: float
    expires_at: float | None = None
    ended_at: float | None = None
    processing: int = 0
    succeeded: int = 0
    errored: int = 0
    canceled: int = 0
    expired: int = 0
    has_results: bool = False

    @property
    def requests(self) -> int:
        """How many requests it has, whatever became of them."""
        return self.processing + self.succeeded + self.errored + self.canceled + self.expired

    @property
    def ended(self) -> bool:
        """Whether the service is done with it."""
        return self.status == "ended"
