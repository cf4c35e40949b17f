"""The service's two clocks: how long it works on a part, and how long it keeps the answers.

https://platform.claude.com/docs/en/build-with-claude/batch-processing: a batch ends after 24 hours
whatever it has got to, and its results can be fetched for 29 days from its making.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.core.part import IN_FLIGHT, Part, PartState

DAY = 86_400.0
KEPT_SECONDS = 29 * DAY
"""How long the service keeps answers, from the making of the part."""

WARN_SECONDS = 3 * DAY
"""How long before they are gone the user hears of answers that are not here yet."""


@dataclass(frozen=True)
class Clocks:
    """What runs out for a job, in seconds since 1970; None where nothing does.

    ``runs_until``: by then the service ends the last part that it works on. ``next_end``: the
    first. ``answers_until``: until then all answers that are not here can be fetched.
    """

    next_end: float | None = None
    runs_until: float | None = None
    answers_until: float | None = None

    def is_short(self, now: float) -> bool:
        """Whether answers that are not here will be gone soon, or are."""
        return self.answers_until is not None and now > self.answers_until - WARN_SECONDS


def kept_until(part: Part) -> float | None:
    """Until when the service has a part's answers; None where it was not sent, or they are gone."""
    return part.sent_at + KEPT_SECONDS if part.sent_at is not None and not part.removed else None


def clocks(parts: Iterable[Part]) -> Clocks:
    """The clocks of a job with those parts."""
    flying = [part for part in parts if part.state in IN_FLIGHT]
    ends = [part.expires_at for part in flying if part.state is PartState.SENT and part.expires_at is not None]
    kept = [until for part in flying if (until := kept_until(part)) is not None]
    return Clocks(min(ends, default=None), max(ends, default=None), min(kept, default=None))
