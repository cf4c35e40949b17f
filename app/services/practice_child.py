"""The process that plays the service in practice mode: asked over its input, answering over its output.

Made-up answers take as long as real work does. In the window's process they would hold up whatever else runs there.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from pathlib import Path
from typing import IO, NoReturn

from app.practice.state import PracticeService
from app.practice.wire import DISK_TROUBLE, PracticeRequest, TornConnection
from app.services.practice_frames import Kind, pack_reply, unpack_call, unpack_number
from app.system.asked import answer
from app.system.pipes import Frame, write_frame

_READY = 4
"""Pieces of each reply that are made before they are asked for."""


def main(folder: str) -> NoReturn:
    """Answer from that folder until nobody asks any more; ends the process."""
    os.umask(0o077)  # prompts lie there
    answer(lambda requests, answers: serve(requests, answers, requests.is_none_waiting, folder=Path(folder)))


def serve(requests: Iterator[Frame], answers: IO[bytes], idle: Callable[[], bool], *, folder: Path) -> None:
    """Answer calls, and give out pieces of replies, in turn. While ``idle``, pieces are made before they are asked for."""
    player = _Player(folder)
    for kind, payload in requests:
        if kind == Kind.CALL:
            _kind, body = next(requests)
            for told in player.call(*unpack_call(payload, body)):
                write_frame(answers, *told)
        elif kind == Kind.LEAVE:
            player.leave(unpack_number(payload))
        else:
            write_frame(answers, *player.piece(unpack_number(payload)))
        # The other side is at work on what it was told, and may ask again at any moment: a piece at a time.
        while idle() and player.look_ahead():
            pass


class _Player:
    """The practice service, made with the first call, and the replies that are being read."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._faults = False
        self._service: PracticeService | None = None
        self._numbers = count(1)
        self._open: dict[int, Iterator[bytes]] = {}
        self._ready: dict[int, deque[Frame]] = {}

    def call(self, request: PracticeRequest, faults: bool) -> list[Frame]:
        """The frames that answer a call."""
        return _told(partial(self._call, request, faults))

    def _call(self, request: PracticeRequest, faults: bool) -> list[Frame]:
        if self._service is None:
            self._service = PracticeService(self._folder, faults=faults)
        elif faults != self._faults:
            self._service.let_fail(faults)
        self._faults = faults
        reply = self._service.handle(request)
        if isinstance(reply.body, tuple):
            return [(Kind.WHOLE, pack_reply(reply.status, reply.headers)), (Kind.BODY, b"".join(reply.body))]
        number = next(self._numbers)
        self._open[number] = iter(reply.body)
        return [(Kind.PIECES, pack_reply(reply.status, reply.headers, number))]

    def piece(self, number: int) -> Frame:
        """The next piece of a reply, or how it ended."""
        ready = self._ready.setdefault(number, deque())
        if not ready:
            self._make(number)
        piece = ready.popleft()
        if piece[0] != Kind.PIECE:
            del self._ready[number]
        return piece

    def look_ahead(self) -> bool:
        """Make a piece more of the reply that has the fewest ready; whether there was any to make."""
        short = [number for number in self._open if len(self._ready.get(number, ())) < _READY]
        if short:
            self._make(min(short, key=lambda number: len(self._ready.get(number, ()))))
        return bool(short)

    def leave(self, number: int) -> None:
        """Give a reply up."""
        self._open.pop(number, None)
        self._ready.pop(number, None)

    def _make(self, number: int) -> None:
        (piece,) = _told(lambda: [_next(self._open[number])])
        self._ready.setdefault(number, deque()).append(piece)
        if piece[0] != Kind.PIECE:
            del self._open[number]


def _next(pieces: Iterator[bytes]) -> Frame:
    piece = next(pieces, None)
    return (Kind.END, b"") if piece is None else (Kind.PIECE, piece)


def _told(work: Callable[[], list[Frame]]) -> list[Frame]:
    """What came of it, whatever that is."""
    try:
        return work()
    except TornConnection as error:
        return [(Kind.TORN, str(error).encode())]
    except DISK_TROUBLE as error:
        return [(Kind.TROUBLE, str(error).encode(errors="replace"))]
    except Exception as error:  # noqa: BLE001 - a bug, which the program is to know of
        from app.system.logs import describe

        return [(Kind.FAULT, describe(error).encode(errors="replace"))]
