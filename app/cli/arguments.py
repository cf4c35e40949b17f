"""Arguments of the command line, as words only: what they mean for a job is decided elsewhere."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from app import __version__
from app.core.errors import InputError

COMMANDS = (
    "price",
    "try",
    "run",
    "jobs",
    "resume",
    "retry",
    "cancel",
    "export",
    "report",
    "compare",
    "spend",
    "recover",
)


class _Parser(argparse.ArgumentParser):
    """Says what is wrong by InputError, so that `--json` has its last line whatever happens."""

    def error(self, message: str) -> NoReturn:
        raise InputError(f"{message[:1].upper()}{message[1:]}.", "Nothing was sent.", f"See: {self.prog} --help")


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """The arguments; ``command`` is "" for the window. Raises InputError."""
    common = _common()
    given, rest = common.parse_known_args(list(argv))
    command = next((word for word in rest if not word.startswith("-")), "")
    if command not in COMMANDS or rest[0] != command:
        found = _window(common).parse_args(rest, given)
        found.command = ""
        return found
    found = _command(common, command).parse_args(rest[1:], given)
    found.command = command
    return found


def wants_json(argv: Sequence[str]) -> bool:
    """Whether the last line is to be a JSON object, even where the arguments can't be parsed."""
    return "--json" in argv


def _common() -> _Parser:
    parser = _Parser(prog="batchsheet", add_help=False, allow_abbrev=False)
    parser.add_argument("--practice", action="store_true", help="practice service: no key, no network, no cost")
    parser.add_argument("--practice-faults", action="store_true", help="the same with failures and refusals too")
    parser.add_argument(
        "--profile",
        type=Path,
        default=_folder("BATCHSHEET_PROFILE"),
        metavar="DIR",
        help="where jobs and settings live",
    )
    parser.add_argument("--json", action="store_true", help="end with one JSON object on standard output")
    parser.add_argument("--version", action="version", version=f"Batchsheet {__version__}")
    return parser


def _window(common: _Parser) -> _Parser:
    parser = _Parser(
        prog="batchsheet",
        parents=[common],
        allow_abbrev=False,
        description="Runs one prompt over every row of a spreadsheet, at half price.",
        epilog="Commands without a window: " + ", ".join(COMMANDS) + ". Each has --help.",
    )
    parser.add_argument(
        "file",
        nargs="?",
        type=Path,
        metavar="FILE|FOLDER",
        help="open the window with that file, or folder of documents",
    )
    parser.add_argument("--self-test", action="store_true", help="try every part of this installation; nothing is sent")
    return parser


def _command(common: _Parser, command: str) -> _Parser:
    from app.cli.command_arguments import COMMAND_ARGUMENTS, STATUSES

    about, add_to = COMMAND_ARGUMENTS[command]
    parser = _Parser(
        prog=f"batchsheet {command}", parents=[common], allow_abbrev=False, description=about, epilog=STATUSES
    )
    add_to(parser)
    return parser


def _folder(variable: str) -> Path | None:
    found = os.environ.get(variable)
    return Path(found) if found else None
