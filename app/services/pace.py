"""How often the service is asked."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Pace:
    """How often things are asked. ``interval`` is the user's own choice, in seconds."""

    interval: float | None = None
    settle: float = 120.0
    practice: bool = False
