"""What goes with a job that is deleted, in words."""

from __future__ import annotations

from app.core.job import Job, JobState
from app.core.outcome import Outcome
from app.services.deleting import Holding
from app.ui import wording
from app.ui.language import figures, tr


def deleted_here(job: Job, holding: Holding) -> str:
    """What is deleted on this computer with a job, besides its answers."""
    size = max(holding.size / 1_000_000, 0.1)
    megabytes = figures().toString(size, "f", 1 if size < 10 else 0)
    if job.state is JobState.DRAFT:
        text = tr("Deleted here: what you typed, {rows}, about {size} MB.")
    else:
        text = tr("Deleted here: {rows}, about {size} MB.")
    return text.format(rows=wording.rows(holding.rows), size=megabytes)


def deleted_with(job: Job) -> str:
    """What goes with a job that is deleted: how many answers, and what they have cost."""
    answered = job.breakdown.count(Outcome.ANSWERED)
    stay = tr("Your own files stay as they are.")
    if not answered:
        none = tr("It has no answers yet.")
        return f"{none} {stay}"
    text = tr(
        "%Ln answer, worth {money}, is deleted with it.",
        "%Ln answers, worth {money}, are deleted with it.",
        answered,
        money=wording.money(job.cost),
    )
    return f"{text} {stay}"
