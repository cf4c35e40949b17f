"""The program's log: rotating files that know no key and no cell."""

from __future__ import annotations

import contextlib
import logging
import re
import threading
import traceback
from pathlib import Path
from types import TracebackType

from app.core.errors import AppError, FaultElsewhere
from app.system.disk import make_private_file, make_private_folder

FILE_NAME = "batchsheet.log"

HIDDEN = "[hidden]"

# Compiled, and kept, by `re` at the first record: a start has none.
_SECRETS = r"""sk-ant-[\w-]+                          # a key of the service
    | (?<=://)[^\s/@]+(?=@)                    # user and password in an address
    # Headers, as text, in a dict, in a list of pairs. What stands before the secret is kept.
    | ((?:x-api-key|authorization)["']?\s*[:=,]\s*(?:b?["'])?(?:(?:bearer|basic)\s+)?)[^\s"',}]+
    """
# What a terminal would obey that shows the log, or be turned around by.
_CONTROL = r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]"
# They write whole requests, prompts and cells included, at lower levels.
_TALKATIVE = ("anthropic", "charset_normalizer", "httpcore2", "httpx2", "keyring")
# Kinds of errors whose message is about the program or the machine. Others may quote a cell.
_QUOTED = (AppError, FaultElsewhere, OSError, ImportError, AttributeError, NameError, TypeError)

_own_secrets: set[str] = set()
_own_secrets_lock = threading.Lock()


def hide(secret: str) -> None:
    """Have a text masked wherever it turns up in the log, whatever its form."""
    if len(secret) >= 8:
        with _own_secrets_lock:
            _own_secrets.add(secret)


def redact(text: str) -> str:
    """The text without keys, passwords and whatever was to be hidden."""
    with _own_secrets_lock:
        secrets = sorted(_own_secrets, key=len, reverse=True)
    for secret in secrets:
        text = text.replace(secret, HIDDEN)
    return re.sub(_SECRETS, lambda match: (match[1] or "") + HIDDEN, text, flags=re.IGNORECASE | re.VERBOSE)


class RedactingFormatter(logging.Formatter):
    """Formats a record and then masks it whole: message, arguments, traceback and stack alike."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as it stands in the file."""
        # Another handler may have left its own rendering of the traceback, messages included.
        record.exc_text = None
        try:
            return re.sub(_CONTROL, "\ufffd", redact(super().format(record)))
        finally:
            record.exc_text = None

    # The base class has it so.
    def formatException(  # noqa: N802
        self, ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
    ) -> str:
        """Where it happened and of what kind; what it says only where that can't be a cell."""
        return describe(ei[1]) if ei[1] is not None else ""


def describe(error: BaseException) -> str:
    """A traceback without messages that could quote a cell, keys masked; causes first."""
    found = traceback.TracebackException.from_exception(error)
    return redact("".join(_lines(found, error)).rstrip("\n"))


def _lines(found: traceback.TracebackException, error: BaseException) -> list[str]:
    lines: list[str] = []
    if found.__cause__ is not None and error.__cause__ is not None:
        lines += [*_lines(found.__cause__, error.__cause__), "\nwhich caused:\n"]
    elif found.__context__ is not None and error.__context__ is not None and not found.__suppress_context__:
        lines += [*_lines(found.__context__, error.__context__), "\nand while that was dealt with:\n"]
    lines += found.stack.format()
    kind = type(error)
    says = f": {error}" if _is_quoted(error) else " (what it says is left out: it may quote a cell)"
    lines.append(f"{kind.__module__}.{kind.__qualname__}{says}\n")
    if isinstance(error, AppError) and error.facts:
        lines.append(f"details: {error.facts}\n")
    return lines


def _is_quoted(error: BaseException) -> bool:
    return isinstance(error, _QUOTED) or type(error).__module__ == "sqlite3"


class _LateFile(logging.Handler):
    """Opens the file for its first line: what it takes to write one takes longer to import than a window to paint."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record. The lock is held."""
        if self._file is None:
            from app.system.log_file import LogFile

            self._file = LogFile(self._path)
            self._file.setFormatter(self.formatter)
        self._file.emit(record)

    def close(self) -> None:
        """Close the file, if there ever was a line for it."""
        super().close()
        if self._file is not None:
            self._file.close()


def _is_ours_or_serious(record: logging.LogRecord) -> bool:
    # The level of a logger is not enough: ANTHROPIC_LOG=debug lowers it again.
    return record.levelno >= logging.WARNING or not record.name.startswith(_TALKATIVE)


class Log:
    """The log while it is open; ``path`` is None where no file could be opened."""

    def __init__(self, path: Path | None, handler: logging.Handler) -> None:
        self.path = path
        self._handler = handler
        logging.getLogger().addHandler(handler)

    def close(self) -> None:
        """Take it off the loggers and close the file."""
        logging.getLogger().removeHandler(self._handler)
        # Its last lines may find no room.
        with contextlib.suppress(OSError):
            self._handler.close()


def setup(folder: Path) -> Log:
    """Begin to write the log in ``folder``; the program works without one where that fails."""
    path: Path | None = folder / FILE_NAME
    handler: logging.Handler
    try:
        make_private_folder(folder)
        make_private_file(folder / FILE_NAME)
        handler = _LateFile(folder / FILE_NAME)
    except OSError:
        path, handler = None, logging.NullHandler()
    handler.setFormatter(RedactingFormatter("%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s"))
    handler.addFilter(_is_ours_or_serious)
    logging.getLogger("app").setLevel(logging.INFO)
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
    return Log(path, handler)
