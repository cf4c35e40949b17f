"""Answers of an ended batch, line by line as they come.

The path is made from the batch's id. The ``results_url`` that a batch names is not used: it may
be on another host, and the key would go there with the question.
"""

from __future__ import annotations

from collections.abc import Generator
from contextlib import closing

import orjson

from app.batch_api.batches import batch_path
from app.batch_api.client import Client
from app.batch_api.troubles import DROPPED
from app.core.errors import ServiceTrouble


def stream_results(client: Client, batch_id: str) -> Generator[bytes, None, None]:
    """The lines of a batch's answers, each one JSON object, in any order and without its end.

    Only a line feed ends a line: a text may hold every other separator. Close the iterator to
    end the download early. Raises ServiceTrouble; a torn download is DROPPED. One that ends
    between two lines can't be told from a whole one here: count the answers.
    """
    with closing(stream_blocks(client, batch_id)) as blocks:
        for block in blocks:
            for found in block.split(b"\n"):
                if line := found.strip(b"\r"):
                    yield line


def stream_blocks(client: Client, batch_id: str) -> Generator[bytes, None, None]:
    """The same as they come, several whole lines at once, the last of them with its end; raises as that does."""
    rest: list[bytes] = []
    with closing(client.stream(batch_path(batch_id) + "/results")) as pieces:
        for piece in pieces:
            end = piece.rfind(b"\n") + 1
            if not end:
                rest.append(piece)
                continue
            yield b"".join([*rest, piece[:end]])
            rest = [piece[end:]]
        if line := b"".join(rest).strip(b"\r"):
            yield _whole(line) + b"\n"


def _whole(line: bytes) -> bytes:
    """A last line that nothing ended: raises ServiceTrouble where it is cut off."""
    try:
        orjson.loads(line)
    except orjson.JSONDecodeError:
        pass
    else:
        return line
    raise ServiceTrouble(DROPPED.trouble, DROPPED.what, DROPPED.means, DROPPED.do, details="the last line is cut off")
