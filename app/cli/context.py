"""What every command is given."""

from __future__ import annotations

import argparse
import threading
from dataclasses import dataclass

from app.cli.console import Console
from app.services.services import Services
from app.services.tasks import TaskControl


@dataclass(frozen=True)
class Context:
    """Services, arguments, where to speak, and the event that a signal sets."""

    services: Services
    arguments: argparse.Namespace
    console: Console
    stop: threading.Event

    @property
    def control(self) -> TaskControl:
        """Makes work on this thread end with Cancelled when a signal came."""
        return TaskControl(self.stop)
