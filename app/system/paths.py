"""Where a profile keeps its jobs, settings, logs and practice state."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

import platformdirs

from app.system.disk import claim_folder, make_private_folder

VARIABLE = "BATCHSHEET_PROFILE"


class Profile:
    """One user's folder; nothing is made on disk before ``ensure``.

    The root is the one given, else that of BATCHSHEET_PROFILE, else the platform's own place for
    a program's data (which doesn't roam: a profile's jobs are driven from one computer).
    """

    def __init__(self, root: Path | None = None, environ: Mapping[str, str] = os.environ) -> None:
        self.root = _absolute(root) if root else _from_variable(environ) or _default_root()

    @property
    def settings_file(self) -> Path:
        """The settings, as JSON."""
        return self.root / "settings.json"

    @property
    def log_folder(self) -> Path:
        """The program's own log files."""
        return self.root / "logs"

    def crash_file(self, practice: bool) -> Path:
        """What native code leaves behind when it ends the window on these jobs."""
        return self.log_folder / ("crash-practice.txt" if practice else "crash.txt")

    @property
    def recipe_folder(self) -> Path:
        """The user's own recipes."""
        return self.root / "recipes"

    @property
    def practice_folder(self) -> Path:
        """What the practice service remembers."""
        return self.root / "practice" / "service"

    @property
    def handover_folder(self) -> Path:
        """Where drafts wait that practice mode is to take."""
        return self.root / "practice" / "handed over"

    def database(self, practice: bool) -> Path:
        """The jobs; practice jobs live in a file of their own, so that none can reach the real service."""
        return self._jobs(practice) / "jobs.sqlite"

    def lock_file(self, practice: bool) -> Path:
        """Held by the process that drives these jobs; practice jobs have a driver of their own."""
        return self._jobs(practice) / "driver.lock"

    def downloads(self, practice: bool) -> Path:
        """Answers on their way into the database."""
        return self._jobs(practice) / "downloads"

    def sources(self, practice: bool, job: str) -> Path:
        """The folder for copies of one job's files as they were sent."""
        return self._jobs(practice) / "sources" / job

    def ensure(self) -> None:
        """Make the folders, their owner's alone; a root that is there may be shared on purpose. Raises OSError."""
        make_private_folder(self.root)
        for folder in (self._jobs(False), self._jobs(True), self.log_folder, self.recipe_folder, self.practice_folder):
            claim_folder(folder)

    def _jobs(self, practice: bool) -> Path:
        return self.root / "practice" if practice else self.root / "jobs"


def _from_variable(environ: Mapping[str, str]) -> Path | None:
    text = environ.get(VARIABLE, "").strip()
    return _absolute(Path(text)) if text else None


def _default_root() -> Path:
    name = "Batchsheet" if sys.platform in {"darwin", "win32"} else "batchsheet"
    return platformdirs.user_data_path(name, appauthor=False)


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path.expanduser()))  # noqa: PTH100 - resolve() follows links, which users set on purpose
