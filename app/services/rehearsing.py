"""Practice mode beside real work: a second program on the same profile, to which a draft can be handed."""

from __future__ import annotations

import secrets
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from app.core.errors import Code, NeedsUser
from app.core.words import tr
from app.services.job_file import ENDING
from app.services.moving import Moving
from app.services.tasks import TaskControl
from app.system.disk import make_private_folder
from app.system.own_program import own_command, own_environment

_DETACHED = 0x00000208
"""DETACHED_PROCESS and CREATE_NEW_PROCESS_GROUP of Windows, whose names are known there alone."""


class Rehearsing:
    """Jobs of practice mode live apart, so what is rehearsed is a copy, and never comes back."""

    def __init__(self, moving: Moving, profile: Path, folder: Path) -> None:
        """``folder`` is where a copy waits until practice mode has taken it."""
        self._moving = moving
        self._profile = profile
        self._folder = folder

    def start(self, opened: Path | None = None) -> int:
        """Start practice mode, with something opened in it; the process's id.

        It goes on when this program ends, and where it is open already that window takes what is to be
        opened. Raises NeedsUser where it can't be started.
        """
        words = ["--practice", "--profile", str(self._profile), *([str(opened)] if opened else [])]
        apart = {"creationflags": _DETACHED} if sys.platform == "win32" else {"start_new_session": True}
        quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        try:
            process = subprocess.Popen(  # type: ignore[call-overload] # noqa: S603 - this very program
                own_command(*words), env=own_environment(), **quiet, **apart
            )
        except OSError as error:
            raise NeedsUser(
                tr("Practice mode could not be started."),
                tr("Nothing was changed."),
                tr("Start it with the command: batchsheet --practice"),
                details=str(error),
            ) from error
        # Somebody has to hear of its end, or the system keeps a place for it.
        threading.Thread(target=process.wait, name="practice", daemon=True).start()
        return int(process.pid)

    def copy(self, job: str) -> Callable[[TaskControl], Path]:
        """Work that writes a copy of a draft for practice mode, which deletes it once it has read it.

        Raises NeedsUser where there is no room for it.
        """

        def work(control: TaskControl) -> Path:
            try:
                make_private_folder(self._folder)
                for left in self._folder.iterdir():  # by a rehearsal that was ended before it began
                    with suppress(OSError):
                        left.unlink()
            except OSError as error:
                raise NeedsUser(
                    tr("The folder where Batchsheet keeps its jobs can't be written to."),
                    tr("Nothing was changed."),
                    tr("Make room on the disk, then try again."),
                    code=Code.DISK_FULL,
                    details=str(error),
                ) from error
            return self._moving.save(job, self._folder / f"{secrets.token_hex(4)}{ENDING}", rehearsed=True)(control)

        return work
