"""The practice service in a process of its own, as the program has it."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from app import PRACTICE
from app.core.errors import FaultElsewhere, NeedsUser
from app.core.words import tr
from app.practice.wire import PracticeRequest, PracticeResponse, TornConnection
from app.services.practice_frames import Kind, pack_call, pack_number, unpack_reply
from app.system.child import Child
from app.system.own_program import own_command
from app.system.pipes import Frame


class PracticeProcess:
    """Answers calls as the practice service does; any thread may use it.

    The process begins when it is warmed or first called, and anew with the first call after it has ended, whatever
    ended it: for a call that was under way that is a dropped connection.
    """

    def __init__(self, folder: Path, *, faults: bool, command: Sequence[str] | None = None) -> None:
        """``folder`` is where the service keeps its batches; ``command`` starts it, by default this program's own."""
        self._command = list(command or own_command(PRACTICE, str(folder)))
        self._faults = faults
        # Frames don't say which call they answer: who has asked is answered before anybody else asks.
        self._turn = threading.Lock()
        self._child: Child | None = None
        self._closed = False

    def let_fail(self, faults: bool) -> None:
        """Have rows and calls of what is sent from now on fail now and then, or none. Waits for nothing."""
        self._faults = faults

    def warm(self) -> None:
        """Begin the process if it doesn't run. Never fails: whoever asks is told what is wrong."""
        with self._turn, suppress(NeedsUser, TornConnection):
            self._running()

    def handle(self, request: PracticeRequest) -> PracticeResponse:
        """Answer one call. Raises TornConnection, OSError for trouble with the disk, NeedsUser where it can't be started."""
        with self._turn:
            child = self._running()
            call = (Kind.CALL, pack_call(request, faults=self._faults)), (Kind.BODY, request.body)
            kind, head, body = _ask(child, *call)
        status, headers, number = unpack_reply(head)
        return PracticeResponse(status, headers, (body,) if kind == Kind.WHOLE else _Pieces(self, child, number))

    def piece(self, child: Child, number: int) -> bytes | None:
        """The next piece of a reply; None at its end. Raises as ``handle`` does."""
        with self._turn:
            kind, piece, _ = _ask(child, (Kind.NEXT, pack_number(number)))
        return piece if kind == Kind.PIECE else None

    def leave(self, child: Child, number: int) -> None:
        """Let go of a reply that is not read on."""
        with self._turn:
            child.send(Kind.LEAVE, pack_number(number))

    def close(self) -> None:
        """End the process for good; a call that is under way is dropped."""
        self._closed = True
        if self._child is not None:
            self._child.kill()
        with self._turn:
            self._end()

    def _running(self) -> Child:
        if self._closed:
            raise TornConnection("practice is over")
        if self._child is not None and self._child.alive:
            return self._child
        self._end()
        try:
            self._child = Child(self._command, behind=True)  # no service at all takes the processor from a window
        except OSError as error:
            raise NeedsUser(
                tr("Practice can't begin: this computer does not let Batchsheet start the program that answers in it."),
                tr("Nothing is lost: practice costs nothing."),
                tr("Close other programs, or start Batchsheet again."),
                details=str(error),
            ) from error
        return self._child

    def _end(self) -> None:
        if self._child is not None:
            self._child.end()
        self._child = None


class _Pieces:
    """The body of a reply that is made while it is read. Of a process that has ended nothing more comes."""

    def __init__(self, process: PracticeProcess, child: Child, number: int) -> None:
        self._process = process
        self._child = child
        self._number = number

    def __iter__(self) -> Iterator[bytes]:
        while (piece := self._process.piece(self._child, self._number)) is not None:
            yield piece

    def close(self) -> None:
        """Read no further."""
        self._process.leave(self._child, self._number)


def _ask(child: Child, *asked: Frame) -> tuple[int, bytes, bytes]:
    """Say that; the frame that it is answered with, and the body after it. Raises TornConnection, OSError or FaultElsewhere."""
    try:
        there = all(child.send(*frame) for frame in asked)
        told = child.receive() if there else None
        body = child.receive() if told and told[0] == Kind.WHOLE else (Kind.BODY, b"")
    except BaseException:
        # Whoever asks next would hear the answer to this.
        child.end()
        raise
    if told is None or body is None:
        child.end()
        raise TornConnection(child.how_ended())
    kind, payload = told
    match kind:
        case Kind.TORN:
            raise TornConnection(payload.decode())
        case Kind.TROUBLE:
            raise OSError(payload.decode())
        case Kind.FAULT:
            raise FaultElsewhere(payload.decode(errors="replace"))
    return kind, payload, body[1]
