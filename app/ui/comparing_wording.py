"""What is said while two jobs are compared, and of those that one can choose from."""

from __future__ import annotations

import time

from app.ui import wording
from app.ui.language import tr
from app.ui.plain_text import elided

_LONGEST = 40
"""Characters of a job's name."""


def job_and_end(name: str, ended_at: float | None) -> str:
    """A job in a list to choose from: its name, and when it ended, if it did."""
    short = elided(name, _LONGEST)
    return f"{short} · {wording.moment(ended_at, time.time())}" if ended_at else short


def compared_so_far(done: int, total: int) -> str:
    """How far comparing is."""
    return tr("Comparing… {percent}%").format(percent=wording.number(100 * done // total))
