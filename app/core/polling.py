"""How long to wait before the service is asked again: pure, so that a test can read it.

Most batches end within an hour, and all within 24 (the service's own words), so a young part
is asked for often and an old one rarely.
"""

from __future__ import annotations

LONGEST_FACTOR = 20
"""No wait of our own choosing is longer than this many times the chosen interval."""


ASKED_A_SECOND = 5.0
"""Questions a second at most, about all parts together: a job of a million rows has 500 parts."""

_ASKED_A_SECOND_IN_PRACTICE = 50.0


def poll_delay(age: float, interval: float | None, *, parts: int = 1, practice: bool = False) -> float:
    """Seconds until a part that was sent ``age`` seconds ago is asked for again, being one of ``parts`` under way.

    ``interval`` is the user's own choice and always wins.
    """
    if interval is not None:
        return interval
    if practice:
        return max(0.3, parts / _ASKED_A_SECOND_IN_PRACTICE)
    usual = 5.0 if age < 120 else 15.0 if age < 3600 else 60.0
    return max(usual, parts / ASKED_A_SECOND)


def retry_delay(
    failures: int, interval: float | None, chance: float, *, retry_after: float | None = None, practice: bool = False
) -> float:
    """Seconds until a failed call is made again: doubling, spread out, and never under what was asked.

    ``chance`` is a random number from 0 to 1.
    """
    base = interval if interval is not None else (0.3 if practice else 5.0)
    longest = base * LONGEST_FACTOR if interval is not None else max(base * LONGEST_FACTOR, 60.0)
    grown = min(base * 2.0 ** min(max(failures - 1, 0), 10), longest)
    return max(grown * (0.75 + 0.25 * chance), retry_after or 0.0)
