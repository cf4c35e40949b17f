"""Another process of this program that answers it, over pipes alone: no port is opened, and no key handed down.

It ends with the program, however that ends: see `app.system.asked`.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import IO

from app.system.own_program import own_environment
from app.system.pipes import Frame, read_frame, write_frame

_PIPE = 1024 * 1024
"""Bytes that a pipe holds where that can be set, so that one side goes on while the other is busy."""

_BEHIND = 10
"""Steps of Unix's niceness: about a tenth of what the program gets, where there is not enough for both."""


class Child:
    """The process. Raises OSError where it can't be started."""

    def __init__(self, command: Sequence[str], *, behind: bool = False) -> None:
        """Where both want the processor, the program goes before a process that is ``behind``."""
        self._process = subprocess.Popen(  # noqa: S603 - the program itself
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=own_environment(),
            creationflags=_flags(behind=behind),
        )
        if behind:
            _put_behind(self._process.pid)
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._requests: IO[bytes] = self._process.stdin
        self._answers: IO[bytes] = self._process.stdout
        for stream in (self._requests, self._answers):
            _widen(stream)

    def send(self, kind: int, payload: bytes = b"") -> bool:
        """Ask; whether the process was there to be asked."""
        try:
            write_frame(self._requests, kind, payload)
        except (OSError, ValueError):
            return False
        return self.alive

    def receive(self) -> Frame | None:
        """The next answer; None where the process has ended."""
        try:
            return read_frame(self._answers)
        except (OSError, ValueError):
            return None

    @property
    def alive(self) -> bool:
        """Whether it has not ended, as far as the system has told by now."""
        return self._process.poll() is None

    def kill(self) -> None:
        """End it; whoever waits for an answer gets none."""
        self._process.kill()

    def how_ended(self) -> str:
        """How it ended: for details."""
        return f"the process ended with {self._process.wait()}"

    def end(self) -> None:
        """End it and let go of it."""
        self._process.kill()
        self._process.wait()
        for stream in (self._requests, self._answers):
            with suppress(OSError):
                stream.close()


def _flags(*, behind: bool) -> int:
    if sys.platform != "win32":
        return 0
    return subprocess.CREATE_NO_WINDOW | (subprocess.BELOW_NORMAL_PRIORITY_CLASS if behind else 0)


def _put_behind(process: int) -> None:
    """After it has begun: what is run between fork and exec can hang in a program with threads."""
    if sys.platform != "win32":
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, process, min(os.getpriority(os.PRIO_PROCESS, 0) + _BEHIND, 19))


def _widen(stream: IO[bytes]) -> None:
    if sys.platform == "linux":
        import fcntl

        with suppress(OSError):
            fcntl.fcntl(stream, fcntl.F_SETPIPE_SZ, _PIPE)
