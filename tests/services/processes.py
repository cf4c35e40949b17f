"""Processes that a test looks after."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from app import PRACTICE

DEADLINE = 60.0


def gone(process_id: int) -> bool:
    try:
        os.kill(process_id, 0)
    except ProcessLookupError:
        return True
    if sys.platform == "linux":
        # One that has ended and that nobody has asked after yet: here, whoever took it over.
        try:
            return "\nState:\tZ" in Path(f"/proc/{process_id}/status").read_text(encoding="ascii")
        except OSError:  # somebody has, since the line above
            return True
    return False


def waits_for(condition: Callable[[], bool]) -> bool:
    until = time.monotonic() + DEADLINE
    while not condition():
        if time.monotonic() > until:
            return False
        threading.Event().wait(0.02)
    return True


def players(program: int) -> list[int]:
    """The processes that play the service for that program; Linux alone tells."""
    found = []
    for tasks in Path(f"/proc/{program}/task").glob("*/children"):
        with suppress(OSError):
            found += [int(each) for each in tasks.read_text(encoding="ascii").split()]
    return [each for each in found if PRACTICE in _words(each)]


def _words(process_id: int) -> list[str]:
    try:
        return Path(f"/proc/{process_id}/cmdline").read_text(encoding="utf-8").split("\0")
    except OSError:
        return []
