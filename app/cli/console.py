"""Standard output and error: plain lines, safe for a terminal, and the one JSON object at the end."""

from __future__ import annotations

import errno
import json
import os
import re
import sys
from typing import Any, TextIO

from app.cli.report import failure_object
from app.core.errors import AppError, Code

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_CONTROL_OR_END = re.compile(rf"{_CONTROL.pattern}|[\u2028\u2029]")
"""The last two end a line for some that read it, and the object is one line."""


class Console:
    """Where a command speaks. With ``as_json`` people's lines go to standard error.

    Where nobody reads any more, as after ``| head``, it does what it was asked to do in silence.
    """

    def __init__(self, *, as_json: bool) -> None:
        self.as_json = as_json
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")

    def say(self, text: str) -> None:
        """A line of the answer itself."""
        _write(_safe(text) + "\n", sys.stderr if self.as_json else sys.stdout)

    def note(self, text: str) -> None:
        """Progress, a notice or a problem."""
        _write(_safe(text) + "\n", sys.stderr)

    def finish(self, found: dict[str, Any]) -> None:
        """The JSON object as the last line, where it was asked for."""
        if self.as_json:
            _write(_CONTROL_OR_END.sub(_escaped, json.dumps(found, ensure_ascii=False)) + "\n", sys.stdout)

    def agree(self, question: str) -> bool:
        """Ask a person; False where nobody is there."""
        if not (sys.stdin and sys.stdin.isatty() and sys.stderr.isatty()):
            return False
        _write(f"{_safe(question)} [y/N] ", sys.stderr)
        return sys.stdin.readline().strip().casefold() in {"y", "yes"}


def _write(text: str, stream: TextIO) -> None:
    try:
        print(text, end="", file=stream, flush=True)
    except OSError as error:
        if error.errno not in _NOBODY_READS:
            raise
        # What lies in the stream still, and all that follows, goes nowhere: else the interpreter complains at its end.
        # https://docs.python.org/3/library/signal.html#note-on-sigpipe
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


_NOBODY_READS = {errno.EPIPE, errno.EINVAL} if sys.platform == "win32" else {errno.EPIPE}
"""Windows has another word for it."""


def _safe(text: str) -> str:
    """File names and answers may hold control characters that a terminal would obey."""
    return _CONTROL.sub("\ufffd", text)


def _escaped(found: re.Match[str]) -> str:
    """A character inside of a JSON text, which alone can hold such."""
    return f"\\u{ord(found[0]):04x}"


def fail(console: Console, error: AppError) -> int:
    """Tell an error and give its exit status."""
    console.note(error.message)
    if error.code is Code.NO_KEY and error.details:
        console.note(error.details)  # the other way to give one, which is the usual one here
    console.finish(failure_object([error.problem]))
    return error.exit_status
