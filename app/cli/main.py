"""From arguments to an exit status: every failure is told in words, and as JSON where asked."""

from __future__ import annotations

import argparse
import logging
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from app.cli import compare, manage, price, run, spend, trying
from app.cli.console import Console, fail
from app.cli.context import Context
from app.cli.report import failure_object
from app.core.errors import AppError, Code, ExitStatus, Problem
from app.core.receipt import Receipt
from app.services.services import Services
from app.services.tasks import Cancelled

_log = logging.getLogger(__name__)

_COMMANDS: dict[str, Callable[[Context], int]] = {
    "price": price.price,
    "try": trying.try_rows,
    "run": run.run,
    "resume": run.resume,
    "retry": run.retry,
    "jobs": manage.jobs,
    "cancel": manage.cancel,
    "export": manage.export,
    "report": manage.report,
    "spend": spend.spend,
    "compare": compare.compare,
    "recover": run.recover,
}

_CALLING = frozenset({"price", "try", "run", "resume", "retry", "cancel", "recover"})
"""Commands that may call the service."""


def main(build: Callable[[], Services], arguments: argparse.Namespace, draw_receipt: Callable[[Receipt], bytes]) -> int:
    """Carry out a command; ``build`` wires the services for it, ``draw_receipt`` makes a page of a receipt."""
    console = Console(as_json=arguments.json)
    stop = threading.Event()
    with _signals(stop):
        try:
            return _carry_out(build, arguments, console, stop, draw_receipt)
        except AppError as error:
            return fail(console, error)
        except Cancelled:
            console.note("Broken off. Nothing was sent.")
            console.finish(failure_object([]))
            return ExitStatus.INTERRUPTED
        except Exception:  # noqa: BLE001 - a command ends in a status and a line of JSON, whatever happens
            _log.exception("a command failed")
            message = "Batchsheet made a mistake. What was answered is kept. The log says more."
            console.note(message)
            console.finish(failure_object([Problem(str(Code.INTERNAL), message)]))
            return ExitStatus.OUR_FAULT


def _carry_out(
    build: Callable[[], Services],
    arguments: argparse.Namespace,
    console: Console,
    stop: threading.Event,
    draw_receipt: Callable[[Receipt], bytes],
) -> int:
    services = build()
    try:
        if arguments.command in _CALLING and (exposed := services.account.address().exposed):
            console.note(exposed)
        return _COMMANDS[arguments.command](Context(services, arguments, console, stop, draw_receipt))
    finally:
        services.close()


@contextmanager
def _signals(stop: threading.Event) -> Iterator[None]:
    """SIGINT and SIGTERM ask for an orderly end; a second one is obeyed at once."""
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}

    def ask(number: int, _frame: object) -> None:
        stop.set()
        signal.signal(number, before[signal.Signals(number)])

    for number in before:
        signal.signal(number, ask)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
