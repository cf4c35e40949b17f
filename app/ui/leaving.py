"""The end of the window: what goes on without it, and what stands still, before it closes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.core.errors import NeedsUser
from app.core.job import Job, JobState
from app.ui.context import Context
from app.ui.language import shown, tr

_NAMED = 3
"""Jobs that a question names at most."""


def asks_before_leaving(context: Context, window: QWidget, on_yes: Callable[[], object], *, writing: bool) -> bool:
    """Ask where something stands still or breaks off once the window is closed; whether it was asked.

    What was typed is saved first. ``writing``: a file is being written. A session that ends is not held up: its user has been asked already.
    """
    lacks_room = _save(context)
    unsent = [job for job in context.services.jobs.list() if _is_unsent(job)]
    application = QGuiApplication.instance()
    ending = isinstance(application, QGuiApplication) and application.isSavingSession()
    if ending or not (lacks_room or unsent or writing):
        return False
    if lacks_room:
        question, means = tr("What you typed last could not be saved. Close all the same?"), lacks_room
    elif unsent:
        question = tr(
            "%Ln row of {jobs} is not sent yet. Close all the same?",
            "%Ln rows of {jobs} are not sent yet. Close all the same?",
            sum(job.breakdown.waiting for job in unsent),
            jobs=_names(unsent),
        )
        means = tr(
            "What is sent goes on without this window, and without this computer. The rest goes out at the next "
            "start. The same holds while the computer sleeps."
        )
        if writing:
            means = tr(
                "What is sent goes on without this window, and without this computer. The rest goes out at the next "
                "start. Nothing is left of the file that is being written: export it again."
            )
    else:
        question = tr("The file is not written to its end. Close all the same?")
        means = tr("Nothing is left of a file that is broken off. The answers stay, and can be exported again.")
    context.messages.ask(window, question, means, tr("Close"), on_yes)
    return True


def _save(context: Context) -> str:
    """Save what was typed; why that can't be, or ""."""
    try:
        context.current.flush()
    except NeedsUser as error:
        return shown(error.message)
    return ""


def _is_unsent(job: Job) -> bool:
    """Whether rows of it are to leave from here by themselves: also those that wait for the network, or for a step's end."""
    return job.state in (JobState.SENDING, JobState.WAITING) and job.breakdown.waiting > 0


def _names(jobs: Sequence[Job]) -> str:
    """Which jobs, as far as a question has room for them."""
    names = [tr("“{job}”", job=job.name) for job in jobs[:_NAMED]]
    return ", ".join(names if len(jobs) <= _NAMED else [*names, "…"])
