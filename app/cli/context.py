"""What every command is given."""

from __future__ import annotations

import argparse
import threading
from collections.abc import Callable
from dataclasses import dataclass

from app.cli.console import Console
from app.core.receipt import Receipt
from app.services.services import Services
from app.services.tasks import TaskControl


@dataclass(frozen=True)
class Context:
    """Services, arguments, where to speak, the event that a signal sets, and what makes a page of a receipt."""

    services: Services
    arguments: argparse.Namespace
    console: Console
    stop: threading.Event
    draw_receipt: Callable[[Receipt], bytes]

    @property
    def control(self) -> TaskControl:
        """Makes work on this thread end with Cancelled when a signal came."""
        return TaskControl(self.stop)
