"""Documents looked at in the test's own process, without a reader's."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.services.looking import Found
from app.services.tasks import TaskControl
from app.sheets.attachments import look_at, look_into


class LookHere:
    """Looks in this process."""

    def __call__(self, paths: Sequence[Path], control: TaskControl) -> list[Found]:
        """What these files are."""
        found = []
        for path in paths:
            control.check()
            found.append(look_at(path))
        return found

    def text(self, path: Path) -> tuple[Found, str]:
        """What one of them is, and its text where it is sent as such."""
        return look_into(path)
