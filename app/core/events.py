"""What the program tells its windows: a closed list, each a frozen record of numbers and text.

An event says what changed and never carries the change: whoever shows it reads the store.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class JobsChanged:
    """A job came, went or was renamed."""


@dataclass(frozen=True, slots=True)
class JobChanged:
    """A job's state, counts, parts or money moved."""

    job: str


@dataclass(frozen=True, slots=True)
class RowsSaved:
    """Answers of a job arrived on disk."""

    job: str


@dataclass(frozen=True, slots=True)
class JobEnded:
    """A job came to its end, or needs the user: worth a notification."""

    job: str
    needs_user: bool


Event = JobsChanged | JobChanged | RowsSaved | JobEnded
