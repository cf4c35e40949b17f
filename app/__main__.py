"""The program: reads the arguments, builds the services, then brings in the command line or the window."""

from __future__ import annotations

import gc
import logging
import os
import sys
import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from app import PRACTICE, READER

if TYPE_CHECKING:
    from pathlib import Path

    from app.core.receipt import Receipt
    from app.services.services import Services


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; its exit status."""
    words = list(sys.argv[1:] if argv is None else argv)
    if words == [READER]:
        from app.services.reader_child import main as read_files

        read_files()
    if words[:1] == [PRACTICE] and len(words) == 2:
        from app.services.practice_child import main as play_service

        play_service(words[1])
    # A start makes next to no garbage: looking for it takes a twentieth of the time until the window is painted. From
    # then on the window's thread does so, and no other (`ui/interpreter.py`).
    gc.disable()
    try:
        return _start(words)
    finally:
        gc.enable()


def _start(words: Sequence[str]) -> int:
    from app.cli.arguments import parse, wants_json
    from app.core.errors import AppError

    try:
        arguments = parse(words)
    except AppError as error:
        from app.cli.console import Console, fail

        return fail(Console(as_json=wants_json(words)), error)
    if not arguments.command and arguments.self_test:
        gc.enable()
        from app.self_test import self_test

        return self_test()
    if not arguments.command and arguments.file is not None and not arguments.file.exists():
        from app.cli.arguments import COMMANDS
        from app.cli.console import Console, fail
        from app.core.errors import FileError

        do = "Check its name. Commands are: " + ", ".join(COMMANDS) + "."
        return fail(
            Console(as_json=arguments.json),
            FileError(f"There is no file “{arguments.file}”.", "Nothing was opened.", do),
        )
    practice = arguments.practice or arguments.practice_faults

    def build() -> Services:
        from app.bootstrap import build as wire

        return wire(
            arguments.profile,
            practice=practice,
            faults=arguments.practice_faults,
            interval=getattr(arguments, "poll", None),
        )

    if arguments.command:
        gc.enable()
        from app.cli.main import main as run_command

        return run_command(build, arguments, _draw_receipt)
    return _show_window(build, arguments.file)


def _show_window(build: Callable[[], Services], file: Path | None) -> int:
    import app.ui  # noqa: F401 - says how Qt comes in, before anything brings it in
    from app.core.errors import AppError

    try:
        services = build()
    except AppError as error:
        from app.ui.start_problem import say_why_not

        return say_why_not(error)
    from app.ui.application import REOPEN, start

    status = start(services, file)
    while status == REOPEN:
        status = start(build())
    return status


def _draw_receipt(receipt: Receipt) -> bytes:
    """A receipt as a page. Qt draws it, as in the window: it is loaded for this alone."""
    from app.ui.receipt_page import draw_receipt

    return draw_receipt(receipt)


def run() -> None:
    """The program as a command: ends the process."""
    status = main()
    sys.stdout.flush()
    sys.stderr.flush()
    if any(thread.name.startswith("call") for thread in threading.enumerate()):
        # A call that hangs would keep the process for minutes. What it does is known at the next start.
        logging.shutdown()
        os._exit(status)
    sys.exit(status)


if __name__ == "__main__":
    run()
