"""How often the service is asked."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Pace:
    """How often things are asked. ``interval`` is the user's own choice; ``settle`` is how long an unanswered send is
    looked for before it counts as not arrived. Both in seconds.
    """

    interval: float | None = None
    settle: float = 120.0
    practice: bool = False
