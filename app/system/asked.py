"""The other end of `app.system.child`: a process that is asked over its input, and ends when nobody can ask any more."""

from __future__ import annotations

import os
import queue
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import IO, NoReturn

from app.system.pipes import Frame, read_frame


class Requests(Iterator[Frame]):
    """What is asked, each thing once it has come; without an end, since the process ends first."""

    def __init__(self) -> None:
        self._waiting: queue.SimpleQueue[Frame] = queue.SimpleQueue()

    def put(self, frame: Frame) -> None:
        """Something more is asked."""
        self._waiting.put(frame)

    def __next__(self) -> Frame:
        return self._waiting.get()

    def is_none_waiting(self) -> bool:
        """Whether nothing is asked at this moment."""
        return self._waiting.empty()


def answer(serve: Callable[[Requests, IO[bytes]], None]) -> NoReturn:
    """Have ``serve`` answer what is asked, and end the process when it returns, or at once when the program is gone."""
    with suppress(ValueError, OSError):
        # Ctrl+C in a terminal goes to every process in it; the program decides what it means.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    asked, answers = _streams()
    requests = Requests()
    threading.Thread(target=_listen, args=(asked, requests.put, os._exit), name="listener", daemon=True).start()
    status = 0
    try:
        serve(requests, answers)
    except OSError:
        status = 1  # nobody reads what is written
    except BaseException:  # noqa: BLE001 - whatever native code raised: the program tells it by the end
        status = 1
    # The listener sits in a call that nothing ends.
    os._exit(status)


def _listen(asked: IO[bytes], put: Callable[[Frame], None], end: Callable[[int], None]) -> None:
    """Hand on what is asked. Where nobody asks any more, the program is gone: end, whatever is being done."""
    with suppress(OSError):
        while frame := read_frame(asked):
            put(frame)
    end(0)


def _streams() -> tuple[IO[bytes], IO[bytes]]:
    """Input and output for frames alone: whatever else is printed goes nowhere."""
    incoming, outgoing = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1):
        os.dup2(nothing, descriptor)
    os.close(nothing)
    if sys.platform == "win32":
        import msvcrt

        for descriptor in (incoming, outgoing):
            msvcrt.setmode(descriptor, os.O_BINARY)
    return os.fdopen(incoming, "rb"), os.fdopen(outgoing, "wb", buffering=256 * 1024)
