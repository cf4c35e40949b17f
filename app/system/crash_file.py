"""What native code leaves behind when it ends the program: where every thread was, for the next start to tell.

Names of files and functions and line numbers stand in it, never a value: no key and no cell.
"""

from __future__ import annotations

import faulthandler
import logging
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from app.system.disk import make_private_file, make_private_folder

_MOST = 64 * 1024
"""Characters of it that are read: a stack that ran over has hundreds of frames in each thread."""

_log = logging.getLogger(__name__)


class CrashFile:
    """One window's. ``found`` is what the last one left; "" where it came to its end."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: TextIO | None = None
        self.found = ""

    def watch(self) -> bool:
        """Take up what was left, and have this process leave its own; whether anything was left.

        Where no file can be opened, nothing is watched.
        """
        with suppress(OSError):
            make_private_folder(self._path.parent)
            with suppress(FileNotFoundError):
                self.found = self._path.read_text(encoding="utf-8", errors="replace")[:_MOST].strip()
            make_private_file(self._path)
            self._file = self._path.open("w", encoding="utf-8")
            faulthandler.enable(self._file)
        if self.found:
            _log.error("the program was ended by a fault in native code:\n%s", self.found)
        return bool(self.found)

    def close(self) -> None:
        """This process comes to its end as it should."""
        if self._file is None:
            return
        faulthandler.disable()
        with suppress(OSError):
            self._file.close()
            self._path.unlink(missing_ok=True)
        self._file = None
