"""The user's settings, read once and written when they change."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import Any

from app.core.errors import Code, NeedsUser
from app.core.words import tr
from app.system.settings import Settings, SettingsFile


class Preferences:
    """Settings of a profile."""

    def __init__(self, file: SettingsFile) -> None:
        self._file = file
        self._guard = threading.Lock()
        self._settings = file.load()
        self._saved = False
        """Whether they are on the disk as they are here."""

    def get(self) -> Settings:
        """The settings as they are."""
        return self._settings

    def save(self, **changes: Any) -> Settings:
        """Change some of them; on disk when this returns. Raises NeedsUser where they find no room there."""
        with self._guard:
            changed = replace(self._settings, **changes)
            if changed == self._settings and self._saved:
                # A window remembers at every turn: what is on the disk already is not waited for.
                return changed
            try:
                self._file.save(changed)
            except OSError as error:
                raise NeedsUser(
                    tr("The settings could not be saved."),
                    tr("They are as they were."),
                    tr("Make room on the disk, or allow writing to the folder of Batchsheet."),
                    code=Code.DISK_FULL,
                    details=str(error),
                ) from error
            self._settings, self._saved = changed, True
            return changed
