"""Where the window stood and what it showed when it was closed."""

from __future__ import annotations

import binascii
from contextlib import suppress

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QMainWindow

from app.core.errors import AppError
from app.core.job import Job, JobState
from app.services.services import Services
from app.ui.flow import Step

_FIRST_SIZE = QSize(1280, 800)
_FRAME = QSize(16, 48)
"""Room for the frame and the title, which are not known before the window is shown."""


def first_size(available: QSize) -> QSize:
    """The size of the window when it opens for the first time: with its frame it stays on the screen."""
    return _FIRST_SIZE.boundedTo(available - _FRAME)


def put_back(window: QMainWindow, services: Services) -> None:
    """Put a window where it stood when it was closed."""
    window.setMinimumSize(900, 600)
    window.resize(first_size(window.screen().availableGeometry().size()))
    with suppress(ValueError):  # settings can be edited by anybody
        window.restoreGeometry(binascii.a2b_base64(services.preferences.get().window_geometry))


def keep(window: QMainWindow, services: Services, job: str, page: Step) -> None:
    """Keep where a window stands and what it shows. A full disk loses that, and keeps nobody from closing it."""
    geometry = binascii.b2a_base64(window.saveGeometry().data(), newline=False).decode()
    from app.ui import left_places  # not before the first paint

    places = left_places.left(window, services.preferences.get().places)
    with suppress(AppError):
        services.preferences.save(window_geometry=geometry, places=places, last_job=job, last_page=str(page))


def opens_on(services: Services) -> tuple[Job | None, Step | None]:
    """The job to begin with, and its page where it is the one to go on with: what needs the user, else what was
    shown last, else the newest job.
    """
    jobs = services.jobs.list()
    left = services.preferences.get()
    needing = [job for job in jobs if job.state is JobState.NEEDS_YOU]
    known = [job for job in jobs if job.id == left.last_job]
    found = next(iter(needing or known or jobs), None)
    if needing or not known or left.last_page not in set(Step):
        return found, None
    step = Step(left.last_page)
    # A job that has come to its end meanwhile opens on its answers.
    ended = step is Step.RUN and known[0].state is JobState.FINISHED
    return found, None if ended else step
