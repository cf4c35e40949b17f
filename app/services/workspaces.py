"""A key sees the batches of its own workspace alone: what is said where a job is in another one.

https://platform.claude.com/docs/en/build-with-claude/batch-processing: batches belong to a
workspace. With a key of another one a batch is not in any list and can't be found; neither says
that it does not exist.
"""

from __future__ import annotations

from app.core.errors import Code, NeedsUser
from app.core.part import PartState
from app.core.words import tr
from app.store.store import Store


def unknown_elsewhere() -> NeedsUser:
    """A send whose outcome is unknown went to another workspace than the key's."""
    return NeedsUser(
        tr("A part of this job went to another workspace than this key's, and no reply came."),
        tr("Whether it arrived can only be seen with a key of that workspace, so nothing is sent again."),
        tr("Enter a key of that workspace, or cancel the job to give that part up."),
        code=Code.SEND_UNKNOWN,
    )


def job_elsewhere(store: Store, job: str) -> NeedsUser:
    """Parts of the job are in another workspace than the key's; one whose outcome is unknown is said first."""
    if any(part.state is PartState.UNKNOWN for part in store.parts.of_job(job)):
        return unknown_elsewhere()
    return NeedsUser(
        tr("This job was sent with a key of another workspace."),
        tr("Its answers wait there: nothing is lost, and nothing is sent again."),
        tr("Enter a key of that workspace, or cancel the job to give those rows up."),
        code=Code.KEY_REFUSED,
    )


def removal_elsewhere() -> NeedsUser:
    """What is to be deleted at the service is in another workspace than the key's."""
    return NeedsUser(
        tr("This job was sent with a key of another workspace."),
        tr("What Anthropic has of it could not be deleted; what is here is as it was."),
        tr("Enter a key of that workspace, then delete it again."),
        code=Code.KEY_REFUSED,
    )
