"""Standard output and error: plain lines, safe for a terminal, and the one JSON object at the end."""

from __future__ import annotations

import json
import re
import sys
from typing import Any

from app.cli.report import failure_object
from app.core.errors import AppError

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


class Console:
    """Where a command speaks. With ``as_json`` people's lines go to standard error."""

    def __init__(self, *, as_json: bool) -> None:
        self.as_json = as_json
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")

    def say(self, text: str) -> None:
        """A line of the answer itself."""
        print(_safe(text), file=sys.stderr if self.as_json else sys.stdout, flush=True)

    def note(self, text: str) -> None:
        """Progress, a notice or a problem."""
        print(_safe(text), file=sys.stderr, flush=True)

    def finish(self, found: dict[str, Any]) -> None:
        """The JSON object as the last line, where it was asked for."""
        if self.as_json:
            print(json.dumps(found, ensure_ascii=False), file=sys.stdout, flush=True)

    def agree(self, question: str) -> bool:
        """Ask a person; False where nobody is there."""
        if not (sys.stdin and sys.stdin.isatty() and sys.stderr.isatty()):
            return False
        print(f"{_safe(question)} [y/N] ", end="", file=sys.stderr, flush=True)
        return sys.stdin.readline().strip().casefold() in {"y", "yes"}


def _safe(text: str) -> str:
    """File names and answers may hold control characters that a terminal would obey."""
    return _CONTROL.sub("\ufffd", text)


def fail(console: Console, error: AppError) -> int:
    """Tell an error and give its exit status."""
    console.note(error.message)
    console.finish(failure_object([error.problem]))
    return error.exit_status
