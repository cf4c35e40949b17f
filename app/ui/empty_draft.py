"""Drafts into which nothing has come yet: a new job begins in one of them before it makes another."""

from __future__ import annotations

from app.core.job import Job, JobState
from app.services.jobs import Jobs
from app.ui.flow import new_recipe
from app.ui.language import tr


def empty_draft(jobs: Jobs) -> str:
    """The id of a draft that has no file, no prompt and no name of its own; "" where there is none."""
    return next((job.id for job in jobs.list() if is_empty(jobs, job)), "")


def begin(jobs: Jobs) -> str:
    """The id of an empty draft: one that was left so, or a new one."""
    return empty_draft(jobs) or jobs.new_draft(_unnamed(), new_recipe()).id


def is_empty(jobs: Jobs, job: Job) -> bool:
    """Whether nothing has come into a job yet, so that nothing is lost with it."""
    if job.state is not JobState.DRAFT or job.name != _unnamed():
        return False
    draft = jobs.draft(job.id)
    return draft.info is None and not draft.earlier and draft.recipe == new_recipe()


def _unnamed() -> str:
    return tr("New job")
