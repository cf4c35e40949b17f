"""What somebody who mends Batchsheet needs to know of a computer on which it failed: versions, counts, the log's end.

No key, no cell, no name of a job or of the user: it is made to be sent to others.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from app import __version__
from app.core.errors import AppError
from app.core.job import Job
from app.services.preferences import Preferences
from app.system.crash_file import CrashFile
from app.system.logs import redact

_LIBRARIES = ("anthropic", "httpx2", "orjson", "python-calamine", "xlsxwriter", "isal", "keyring", "pypdf")
_LOG_BYTES = 48 * 1024
_JOBS = 20


class Diagnostics:
    """Made once; any thread may call it."""

    def __init__(
        self,
        folder: Path,
        log: Path | None,
        crash: CrashFile,
        jobs: Callable[[], Sequence[Job]],
        preferences: Preferences,
        *,
        practice: bool,
    ) -> None:
        """``folder`` is the log's; ``log`` is its file, None where there is none."""
        self.folder = folder
        self._log = log
        self._crash = crash
        self._jobs = jobs
        self._preferences = preferences
        self._practice = practice

    def watch(self) -> bool:
        """Have native faults of this process noted; whether one ended the last window on these jobs."""
        return self._crash.watch()

    def close(self) -> None:
        """The process comes to its end as it should."""
        self._crash.close()

    def text(self, *more: str) -> str:
        """All of it, behind what the caller knows. Never fails: what can't be found out is left out."""
        blocks = ["\n".join(self._about()), *more, "\n".join(self._about_jobs())]
        if self._crash.found:
            blocks.append(f"How the last window ended:\n{self._crash.found}")
        blocks.append(f"The end of the log:\n{self._end_of_log()}")
        return _nameless(redact("\n\n".join(block for block in blocks if block)))

    def _about(self) -> Iterator[str]:
        import platform

        from app.services.address import told
        from app.system.environment import stray_variables

        frozen = "with its own Python" if getattr(sys, "frozen", False) else "installed"
        yield f"Batchsheet {__version__}, {frozen}{', practice mode' if self._practice else ''}"
        yield f"Python {platform.python_version()}, {platform.platform()}"
        yield ", ".join(_versions())
        settings = self._preferences.get()
        address = "another" if settings.service_address else "own"
        if told(settings.service_address).exposed:
            address += ", not encrypted"
        yield (
            f"address: {address}, proxy: {'set' if settings.proxy else 'none'}, "
            f"certificates: {'a file' if settings.ca_file else 'the system'}, look: {settings.theme}"
        )
        if stray := stray_variables():
            yield "environment: " + ", ".join(each.name for each in stray)
        with suppress(OSError):
            yield f"room for the profile: {shutil.disk_usage(self.folder).free // 1_000_000:,} MB"

    def _about_jobs(self) -> Iterator[str]:
        with suppress(AppError):
            jobs = self._jobs()
            yield f"{len(jobs)} job{'' if len(jobs) == 1 else 's'}" + (
                f", of which the newest {_JOBS}:" if len(jobs) > _JOBS else ":" if jobs else ""
            )
            for job in jobs[:_JOBS]:
                counts = ", ".join(f"{count} {name}" for name, count in job.breakdown.as_counts().items() if count)
                yield f"  {job.state}{f' ({job.hold})' if job.hold else ''}: {job.breakdown.rows} rows, {counts or 'none yet'}"

    def _end_of_log(self) -> str:
        try:
            with open(self._log or os.devnull, "rb") as file:  # noqa: PTH123 - there may be no path
                file.seek(0, os.SEEK_END)
                file.seek(max(0, file.tell() - _LOG_BYTES))
                return file.read().decode(errors="replace").strip() or "nothing"
        except OSError as error:
            return f"it can't be read: {error.strerror}"


def _versions() -> Iterator[str]:
    from importlib import metadata

    for name in _LIBRARIES:
        with suppress(metadata.PackageNotFoundError):
            yield f"{name} {metadata.version(name)}"


def _nameless(text: str) -> str:
    """The user's own folder goes by "~": its name is often the user's."""
    home = str(Path.home())
    return text.replace(home, "~") if len(home) > 1 else text
