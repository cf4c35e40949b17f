"""A job by its id, where it has to be there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.core.errors import InputError
from app.core.job import Job
from app.core.words import tr
from app.store.store import Store

if TYPE_CHECKING:
    from app.core.draft import Draft


def job_of(store: Store, job: str) -> Job:
    """A job, of whatever state. Raises InputError where there is none."""
    if (found := store.jobs.get(job)) is None:
        raise _none(job)
    return found


def draft_of(store: Store, job: str) -> Draft:
    """What a job is made of, sent or not. Raises InputError where there is none."""
    if (found := store.drafts.get(job)) is None:
        raise _none(job)
    return found


def _none(job: str) -> InputError:
    return InputError(
        tr("There is no job “{job}”.", job=job),
        tr("Nothing was changed."),
        tr("The list of jobs shows those there are."),
    )
