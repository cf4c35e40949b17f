"""The process that reads foreign files: asked over its input, answering over its output.

A damaged file can make a native reader abort, eat all memory or never end. Here that ends this
process alone.
"""

from __future__ import annotations

import gc
import os
import queue
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO

from app.core.errors import AppError
from app.services.frames import Frame, Kind, pack_error, pack_item, read_frame, unpack_request, write_frame
from app.services.reading import ReadRequest, read_here
from app.sheets.problems import can_not_open
from app.system.limits import limit_memory, physical_memory

MOST_MEMORY = 4 * 1024**3
"""Bytes of addresses that reading may take: the largest sheets that are read at all come to less than 3 GB."""


def main() -> None:
    """Answer until nobody asks any more; ends the process."""
    with suppress(ValueError, OSError):
        # Ctrl+C in a terminal goes to every process in it; the program decides what it means.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    requests, answers = _streams()
    limit_memory(min(MOST_MEMORY, physical_memory() or MOST_MEMORY))
    waiting: queue.SimpleQueue[Frame] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(requests, waiting.put, os._exit), name="listener", daemon=True).start()
    status = 0
    try:
        serve(iter(waiting.get, None), answers)
    except OSError:
        status = 1  # nobody reads what is written
    except BaseException:  # noqa: BLE001 - whatever a native reader raised: the program tells it by the end
        status = 1
    # The listener sits in a call that nothing ends.
    os._exit(status)


def serve(requests: Iterator[Frame], answers: IO[bytes]) -> None:
    """Answer requests in turn; ends after one that used up the memory."""
    for _kind, payload in requests:
        gc.collect()
        # Millions of cells come and go, none in a cycle: looking for cycles among them costs a tenth of the time.
        gc.disable()
        try:
            for kind, answer in _answers(unpack_request(payload)):
                write_frame(answers, kind, answer)
        except MemoryError:
            write_frame(answers, Kind.FULL)
            return
        finally:
            gc.enable()


def _answers(request: ReadRequest) -> Iterator[Frame]:
    """What is answered: what was read, and how it ended."""
    try:
        for item in read_here(request):
            yield pack_item(item)
    except AppError as error:
        yield Kind.ERROR, pack_error(error)
    except OSError as error:
        # Its disk or its share has gone while it was read.
        yield Kind.ERROR, pack_error(can_not_open(Path(request.path), error))
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - a bug, which the program is to know of
        from app.system.logs import describe

        yield Kind.FAULT, describe(error).encode(errors="replace")
    else:
        yield Kind.END, b""


def _listen(requests: IO[bytes], put: Callable[[Frame], None], end: Callable[[int], None]) -> None:
    """Hand on what is asked. Where nobody asks any more, the program is gone: end, whatever is being read."""
    with suppress(OSError):
        while frame := read_frame(requests):
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
