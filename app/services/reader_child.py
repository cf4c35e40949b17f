"""The process that reads foreign files: asked over its input, answering over its output.

A damaged file can make a native reader abort, eat all memory or never end. Here that ends this
process alone.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path
from typing import IO, NoReturn

from app.core.errors import AppError
from app.services.frames import Kind, pack_error, pack_item, unpack_request
from app.services.reading import ReadRequest, read_here
from app.sheets.problems import can_not_open
from app.system.asked import answer
from app.system.limits import limit_memory, physical_memory
from app.system.pipes import Frame, write_frame

MOST_MEMORY = 4 * 1024**3
"""Bytes of addresses that reading may take: the largest sheets that are read at all come to less than 3 GB."""


def main() -> NoReturn:
    """Answer until nobody asks any more; ends the process."""
    limit_memory(min(MOST_MEMORY, physical_memory() or MOST_MEMORY))
    answer(serve)


def serve(requests: Iterator[Frame], answers: IO[bytes]) -> None:
    """Answer requests in turn; ends after one that used up the memory."""
    for _kind, payload in requests:
        gc.collect()
        # Millions of cells come and go, none in a cycle: looking for cycles among them costs a tenth of the time.
        gc.disable()
        try:
            for kind, told in _answers(unpack_request(payload)):
                write_frame(answers, kind, told)
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
