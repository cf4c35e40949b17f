"""What every page is handed: the program below, and the window's few shared things."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.core.errors import AppError
from app.services.services import Services
from app.ui.background import Background
from app.ui.bridge import EventBridge
from app.ui.current_job import CurrentJob
from app.ui.messages import Messages
from app.ui.theme import Theme


@dataclass(frozen=True)
class Context:
    """Made once by the application. ``services`` is the whole program without a window."""

    services: Services
    theme: Theme
    bridge: EventBridge
    background: Background
    messages: Messages
    current: CurrentJob

    def folder(self) -> str:
        """Where a dialog for files begins: where the last file came from, at first with the user's documents.

        One that begins where there is no folder offers its name as that of a file.
        """
        from PySide6.QtCore import QStandardPaths

        last = self.services.preferences.get().last_folder
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return last or (documents if Path(documents).is_dir() else str(Path.home()))

    def remember(self, **changes: Any) -> None:
        """Keep settings; where they can't be written the user is told, and goes on with what was chosen."""
        try:
            self.services.preferences.save(**changes)
        except AppError as error:
            self.messages.error(error)
