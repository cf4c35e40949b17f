"""A job and the states it passes through."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from app.core.breakdown import Breakdown
from app.core.errors import Code
from app.core.words import tr

if TYPE_CHECKING:
    from app.core.estimate import Price


class JobState(StrEnum):
    """Where a job is, under its name in the JSON object."""

    DRAFT = "draft"
    SENDING = "sending"
    RUNNING = "running"
    CANCELLING = "cancelling"
    WAITING = "waiting"
    NEEDS_YOU = "needs_you"
    FINISHED = "finished"


UNFINISHED = frozenset({JobState.SENDING, JobState.RUNNING, JobState.CANCELLING, JobState.WAITING, JobState.NEEDS_YOU})

WAITING_CODES = frozenset({Code.NETWORK, Code.BUSY, Code.SEND_UNKNOWN, Code.MONTH_CEILING})
"""Reasons to wait that pass by themselves, unless it is said that they don't; every other one needs the user."""

NO_ROOM = tr(
    "Your account has as many rows at Anthropic as it may, all your jobs together. Nothing is lost: the rest goes out as soon as some of them are done."
)

STOPPED = tr(
    "Sending was stopped. What was sent by then is answered and collected. The other rows wait here, and cost nothing, until the job goes on."
)


@dataclass(frozen=True)
class Job:
    """One job as the store has it. Money in picodollars, times in seconds since 1970.

    ``rows_planned`` says that the rows to ask are on disk, ``planned`` that they are all cut into
    parts. ``hold`` is the code of what keeps it from going on, with its sentence; ``user_needed`` says of one
    that usually passes by itself that this time it won't. ``stopped`` says that the user wants nothing more of it sent for
    now, which is the ``hold`` where nothing else is. ``longer_answer`` is the
    longest answer of rows that are asked again, where it is not the recipe's. ``output_mark`` tells the file
    that this job wrote to ``output`` from anybody else's. ``fresh`` asks every row anew, whatever earlier jobs know.
    ``tried_cost`` is what tried rows have cost whose answers are of no use to the job, and in ``cost``;
    ``tried_possible`` is what those at most may have cost that no reply came for, and in nothing else.

    Jobs that rest on each other's answers have the same ``chain``, the id of the first, and their place in it, ``step``.
    ``laid`` says that its rows are there: those of a further step are when the one before has ended. ``agreed`` is the
    job whose agreed price covers this one, too, which is never passed: ``agreed_most``, for all of them together,
    where there is no ceiling. One that was ``replaced`` has made room for the same step over newer answers.
    """

    id: str
    name: str
    state: JobState
    created_at: float
    breakdown: Breakdown
    source: str = ""
    hold: str = ""
    hold_message: str = ""
    user_needed: bool = False
    stopped: bool = False
    cancelling: bool = False
    rows_planned: bool = False
    planned: bool = False
    price: Price | None = None
    max_price: int | None = None
    part_rows: int | None = None
    longer_answer: int | None = None
    cost: int = 0
    parts: int = 0
    requests: int = 0
    started_at: float | None = None
    finished_at: float | None = None
    output: str = ""
    output_mark: str = ""
    overwrite: bool = False
    fresh: bool = False
    tried_cost: int = 0
    tried_possible: int = 0
    chain: str = ""
    step: int = 0
    laid: bool = True
    agreed: str = ""
    agreed_most: int | None = None
    replaced: bool = False

    @property
    def limit(self) -> int | None:
        """What it must not pass together with all that was agreed to with it, in picodollars; None for no limit."""
        return self.agreed_most if self.max_price is None else self.max_price

    @property
    def needs_user(self) -> bool:
        """Whether what keeps it from going on won't pass by itself."""
        return bool(self.hold) and (self.user_needed or self.hold not in WAITING_CODES)

    @property
    def waits_for_room(self) -> bool:
        """Whether it waits for the account's own rows to be done, and not for a service that has trouble."""
        return self.hold == Code.BUSY and self.hold_message == NO_ROOM

    @property
    def same_as_another(self) -> int:
        """Rows that share another row's request."""
        return self.breakdown.asked - self.requests if self.rows_planned else 0


def job_state(
    *,
    parts: Mapping[str, int],
    hold: str,
    cancelling: bool,
    user_needed: bool = False,
    stopped: bool = False,
    laid: bool = True,
) -> JobState:
    """The state of a job that was started, from the states of its parts.

    ``parts`` counts parts by state; ``hold`` is the code of what stops it from going on, and
    ``user_needed`` says that it never passes by itself; one that was ``stopped`` waits for the user as long as there is
    something to send. Without its rows ``laid`` it waits for another job's end.
    """
    open_parts = {state for state, count in parts.items() if count and state not in ("collected", "dropped")}
    if not open_parts:
        return JobState.FINISHED
    if hold:
        return JobState.WAITING if hold in WAITING_CODES and not user_needed else JobState.NEEDS_YOU
    if cancelling:
        return JobState.CANCELLING
    if stopped and "planned" in open_parts:
        return JobState.NEEDS_YOU
    if not laid:
        return JobState.WAITING
    if open_parts & {"planned", "intended", "unknown"}:
        return JobState.SENDING
    return JobState.RUNNING


_FIRST_TOLD = (
    JobState.NEEDS_YOU, JobState.CANCELLING, JobState.SENDING, JobState.RUNNING, JobState.WAITING, JobState.DRAFT,
)  # fmt: skip


def chain_state(steps: Sequence[Job]) -> JobState:
    """Where jobs are that were agreed to together: what needs the user first, ended when all are."""
    states = {step.state for step in steps}
    return next((state for state in _FIRST_TOLD if state in states), JobState.FINISHED)
