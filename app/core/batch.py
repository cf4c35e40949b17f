"""A batch as the service describes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Batch:
    """A message batch: times in seconds since 1970, by the service's own clock.

    The four counts of finished requests stay at zero until the whole batch has ended.
    ``archived`` says that its answers are kept no longer.
    ``workspace`` is the id of the workspace that the reply named, empty where it named none.
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
    archived: bool = False
    workspace: str = ""

    @property
    def requests(self) -> int:
        """How many requests it has, whatever became of them."""
        return self.processing + self.succeeded + self.errored + self.canceled + self.expired

    @property
    def ended(self) -> bool:
        """Whether the service is done with it."""
        return self.status == "ended"


class Listing(NamedTuple):
    """A complete list of batches, the newest first, as one workspace of the account has them.

    ``clock`` is the service's time when the list was made; ``workspace`` is empty where the
    replies did not name it.
    """

    batches: list[Batch]
    clock: float | None
    workspace: str


def elsewhere(workspace: str, other: str) -> bool:
    """Whether two workspaces are certainly not the same one."""
    return bool(workspace and other) and workspace != other
