"""Waiting for jobs without a window: until they end, or the user has waited enough."""

from __future__ import annotations

import time
from collections.abc import Collection, Sequence
from enum import StrEnum

from app.cli.context import Context
from app.cli.report import breakdown_line
from app.core.job import Job, JobState

LOOK = 0.2
"""Seconds between looks at a job that is waited for."""


class Waited(StrEnum):
    """How the waiting came to its end."""

    ENDED = "ended"  # each job has ended, needs the user, or is sent where that is all that was asked
    BROKEN_OFF = "broken off"  # by a signal
    LONG_ENOUGH = "long enough"  # the most time to wait is over


def wait(context: Context, jobs: Sequence[str], *, detach: bool) -> Waited:
    """Wait for jobs, and tell how they are doing; with ``detach`` until all is sent."""
    most: float | None = context.arguments.max_wait
    until = time.monotonic() + most if most is not None else None
    said: dict[str, str] = {}
    while not context.stop.is_set():
        found = [context.services.jobs.get(job) for job in jobs]
        stopped = {job.agreed for job in found if job.state is JobState.NEEDS_YOU}
        for job in found:
            line = _progress_line(job)
            if said.get(job.id) != line and job.laid:
                said[job.id] = line
                context.console.note(line if len(found) == 1 else f"{job.id}: {line}")
        if all(_settled(job, stopped, detach=detach) for job in found) or context.services.poller.trouble:
            return Waited.ENDED
        if until is not None and time.monotonic() >= until:
            return Waited.LONG_ENOUGH
        context.stop.wait(LOOK)
    return Waited.BROKEN_OFF


def _progress_line(job: Job) -> str:
    line = breakdown_line(job)
    return f"{line}. {job.hold_message}" if job.hold else line


def _settled(job: Job, stopped: Collection[str], *, detach: bool) -> bool:
    """``stopped`` are agreements one of whose steps needs the user: those after it wait for nothing else."""
    if not job.laid:
        return detach or job.agreed in stopped
    if detach and job.state is JobState.RUNNING:
        return True
    return job.state in (JobState.FINISHED, JobState.NEEDS_YOU)
