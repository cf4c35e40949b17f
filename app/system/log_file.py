"""The file that the log is written to: it is closed and begun anew before it grows large."""

from __future__ import annotations

import contextlib
from io import TextIOWrapper
from logging import LogRecord
from logging.handlers import RotatingFileHandler
from pathlib import Path

from app.system.disk import open_private

FILE_SIZE = 1_000_000
"""Bytes after which a new file is begun."""
OLD_FILES = 3


class LogFile(RotatingFileHandler):
    """A log that never gets in the way: a full disk or another process's grip costs lines, nothing else."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, maxBytes=FILE_SIZE, backupCount=OLD_FILES, encoding="utf-8", delay=True)

    def _open(self) -> TextIOWrapper:
        return TextIOWrapper(open(self.baseFilename, "ab", opener=open_private), encoding=self.encoding)

    def doRollover(self) -> None:  # noqa: N802
        """Begin another file; where that can't be, go on with this one."""
        # Windows renames no file that another process has open.
        with contextlib.suppress(OSError):
            super().doRollover()
        if self.stream is None:
            self.stream = self._open()

    def handleError(self, record: LogRecord) -> None:  # noqa: N802
        """Lose the line: the base class prints its arguments to the terminal."""
        del record
