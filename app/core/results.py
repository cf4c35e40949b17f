"""Where the rows of a job are."""

from __future__ import annotations

from enum import StrEnum


class RowState(StrEnum):
    """Where one row is: an outcome, or on its way to one."""

    ANSWERED = "answered"
    CUT_SHORT = "cut_short"
    DECLINED = "declined"
    FAILED = "failed"
    EXPIRED = "expired"
    CANCELLED = "cancelled"
    WAITING = "waiting"
    RUNNING = "running"
    SKIPPED = "skipped"
