"""The arguments of each command: a window's start needs none of them."""

from __future__ import annotations

import math
import os
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Callable
from pathlib import Path

from app.core.export import Existing, Extra
from app.core.outcome import Outcome

STATUSES = (
    "Exit status: 0 done as asked; 1 a fault of Batchsheet; 2 unusable arguments, recipe, file or OUT; 3 ended, some "
    "rows without a whole answer; 4 price not agreed to, or the ceiling reached; 5 needs you (key, credit, a full "
    "disk); 130 interrupted, the job safe."
)

_MORE_TO_RETRY = (Outcome.CUT_SHORT, Outcome.DECLINED)


def _price(parser: ArgumentParser) -> None:
    parser.add_argument("recipe", type=Path, metavar="RECIPE", help="a recipe file; after a job also second-opinion")
    about = "a spreadsheet or text file, or a folder of documents (a row for each); it is never written to"
    parser.add_argument("file", type=Path, nargs="?", metavar="FILE|FOLDER", help=about)
    about = "in place of a file: the rows of that ended job, its answers as columns beside them"
    parser.add_argument("--after", metavar="JOB", help=about)
    _sheet(parser)
    about = "documents that rows name may also lie in DIR, outside of the spreadsheet's own folder; as often as needed"
    parser.add_argument("--attach-from", type=Path, action="append", default=[], metavar="DIR", help=about)
    fresh = "ask all rows anew, those too that an earlier job has answered just so"
    parser.add_argument("--fresh", action="store_true", help=fresh)
    _ceiling(parser)


def _price_of(parser: ArgumentParser) -> None:
    _price(parser)
    _since(parser)


def _try(parser: ArgumentParser) -> None:
    _price(parser)
    parser.add_argument("--count", type=_whole, metavar="N", help="how many rows; 5 otherwise, and varied ones")
    parser.add_argument("--try-rows", metavar="SPEC", help="these rows, as Excel numbers them, in place of a sample")
    parser.add_argument("--yes", action="store_true", help="send without asking")


def _run(parser: ArgumentParser) -> None:
    _price(parser)
    _since(parser)
    _output(parser)
    _sending(parser)
    _existing(parser)
    live = "ask all rows at once, at the ordinary price: simpler for a few"
    parser.add_argument("--live", action="store_true", help=live)
    parser.add_argument("--detach", action="store_true", help="return once everything is sent")
    parser.add_argument("--part-rows", type=_whole, metavar="N", help="rows in each part")


def _jobs(parser: ArgumentParser) -> None:
    parser.add_argument("job", nargs="?", metavar="JOB", help="a job's name in `batchsheet jobs`; all otherwise")


def _resume(parser: ArgumentParser) -> None:
    parser.add_argument("job", nargs="?", metavar="JOB", help="a job's name in `batchsheet jobs`; all otherwise")
    _poll(parser)


def _retry(parser: ArgumentParser) -> None:
    parser.add_argument("job", metavar="JOB", help="a job's name in `batchsheet jobs`")
    parser.add_argument(
        "--also", type=_outcomes, default=(), metavar="OUTCOMES", help="cut_short, declined, or both with a comma"
    )
    _ceiling(parser)
    _sending(parser)


def _cancel(parser: ArgumentParser) -> None:
    parser.add_argument("job", metavar="JOB", help="a job's name in `batchsheet jobs`")


def _recover(parser: ArgumentParser) -> None:
    _poll(parser)


def _export(parser: ArgumentParser) -> None:
    parser.add_argument("job", metavar="JOB", help="a job's name in `batchsheet jobs`")
    _output(parser)
    _overwrite(parser)
    parser.add_argument(
        "--with",
        dest="extras",
        type=_extras,
        metavar="COLUMNS",
        help="further columns, with commas: " + ", ".join(Extra),
    )
    _existing(parser)
    parser.add_argument("--items", action="store_true", help="lists also item by item, in a sheet of their own")
    parser.add_argument("--raw", action="store_true", help="in text files: formulas in answers stay formulas")
    parser.add_argument("--utf8", action="store_true", help="a text file in an older encoding becomes UTF-8")
    parser.add_argument(
        "--current-file",
        action="store_true",
        help="into the file as it is now, rows matched by their content, and not as it was sent",
    )


def _existing(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--existing",
        type=Existing,
        choices=list(Existing),
        metavar="HOW",
        help="a column of the sheet that has an answer's name: beside (as ever), fill its empty cells, replace; with "
        "--since, cells that were edited by hand stay",
    )


def _compare(parser: ArgumentParser) -> None:
    parser.add_argument("job", metavar="JOB", help="a job's name in `batchsheet jobs`")
    parser.add_argument("other", metavar="OTHER", help="another job over the same rows")
    parser.add_argument("--key", metavar="COLUMN", help="the column that names a row; its content otherwise")
    about = "whose answers JOB has from now on in its exports: those of OTHER where it has one, or its own again"
    parser.add_argument("--keep", choices=("own", "other"), help=about)


def _report(parser: ArgumentParser) -> None:
    parser.add_argument("job", metavar="JOB", help="a job's name in `batchsheet jobs`")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="also as a file: .pdf or .json")
    parser.add_argument("--overwrite", action="store_true", help="FILE may be replaced")


def _spend(parser: ArgumentParser) -> None:
    about = "the most that all jobs together may cost in a month; none for no such ceiling"
    parser.add_argument("--month-ceiling", type=_money_or_none, metavar="USD|none", help=about)
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="also as a file: .csv")
    parser.add_argument("--overwrite", action="store_true", help="FILE may be replaced")


COMMAND_ARGUMENTS: dict[str, tuple[str, Callable[[ArgumentParser], None]]] = {
    "price": ("What a job would cost; sends nothing but free counts.", _price_of),
    "try": ("Asks a few rows at once, at the ordinary price, and shows the answers; a job takes them over.", _try),
    "run": ("The whole job: price, send, wait, collect, export.", _run),
    "jobs": ("The jobs, or one with its parts.", _jobs),
    "resume": ("Go on with one unfinished job, or with all, until they end.", _resume),
    "retry": ("Ask again for rows that failed, expired or were cancelled.", _retry),
    "cancel": ("Cancel what is not answered yet; answers are kept.", _cancel),
    "export": ("Write a job's answers into a file.", _export),
    "compare": ("How a job's answers differ from another job's over the same rows; nothing is sent.", _compare),
    "report": ("A job's receipt: what was run, when, and what it cost; no cell is in it.", _report),
    "spend": ("What was spent, by month, recipe and model, and the ceiling for a month.", _spend),
    "recover": ("Look for lost jobs at Anthropic and bring their answers back.", _recover),
}
"""What each command does, and what adds its arguments."""


def _sheet(parser: ArgumentParser) -> None:
    parser.add_argument("--sheet", metavar="NAME", help="the sheet; the first one otherwise")
    parser.add_argument(
        "--header-row", type=_whole_or_none, metavar="N", help="the header's row, as Excel numbers it; 0 for none"
    )
    parser.add_argument(
        "--rows", metavar="SPEC", help="rows as Excel numbers them: 2-500,700; in a folder files count from 1"
    )
    parser.add_argument("--subfolders", action="store_true", help="of a folder, the documents in its sub-folders too")


def _output(parser: ArgumentParser) -> None:
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="OUT", help="the file to write")


def _since(parser: ArgumentParser) -> None:
    about = (
        "say which rows are new, changed, unchanged or gone since that job; its answers to what is unchanged are kept"
    )
    parser.add_argument("--since", metavar="JOB", help=about)
    parser.add_argument(
        "--key", metavar="COLUMN", help="with --since: the column that names a row; its content otherwise"
    )


def _ceiling(parser: ArgumentParser) -> None:
    parser.add_argument("--max-price", type=_money, metavar="USD", help="never spend more than that")


def _sending(parser: ArgumentParser) -> None:
    parser.add_argument("--yes", action="store_true", help="send without asking")
    _overwrite(parser)
    _poll(parser)


def _overwrite(parser: ArgumentParser) -> None:
    parser.add_argument("--overwrite", action="store_true", help="OUT may replace a file that is not this job's own")


def _poll(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--poll",
        type=_seconds,
        default=os.environ.get("BATCHSHEET_POLL") or None,
        metavar="SECONDS",
        help="how often to ask for news",
    )
    about = "the most time to wait, as in 90m, 8h or seconds; then it ends with 130, and resume goes on"
    parser.add_argument("--max-wait", type=_time, metavar="TIME", help=about)


def _whole(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ArgumentTypeError("it must be 1 or more")
    return number


def _whole_or_none(text: str) -> int:
    number = int(text)
    if number < 0:
        raise ArgumentTypeError("it must be 1 or more, or 0 for no header")
    return number


def _money(text: str) -> float:
    amount = float(text)
    if not math.isfinite(amount) or amount < 0:
        raise ArgumentTypeError("it must be an amount in dollars")
    return amount


def _money_or_none(text: str) -> tuple[float | None]:
    """In a tuple: where the option is absent there is nothing at all."""
    return (None,) if text.casefold() == "none" else (_money(text),)


def _seconds(text: str) -> float:
    seconds = float(text)
    if not math.isfinite(seconds) or seconds <= 0:
        raise ArgumentTypeError("it must be more than nothing")
    return seconds


def _time(text: str) -> float:
    """Seconds, of a number that may end in its unit."""
    unit = text[-1:].casefold()
    return _seconds(text[:-1]) * _UNITS[unit] if unit in _UNITS else _seconds(text)


_UNITS = {"s": 1.0, "m": 60.0, "h": 3_600.0, "d": 86_400.0}


def _extras(text: str) -> tuple[Extra, ...]:
    words = [word.strip() for word in text.split(",")]
    if unknown := [word for word in words if word not in set(Extra)]:
        raise ArgumentTypeError(f"there is no column “{unknown[0]}”; there are " + ", ".join(Extra))
    return tuple(extra for extra in Extra if extra in words)


def _outcomes(text: str) -> tuple[Outcome, ...]:
    found = []
    for word in text.split(","):
        if word.strip() not in _MORE_TO_RETRY:
            raise ArgumentTypeError("it takes " + " and ".join(_MORE_TO_RETRY))
        found.append(Outcome(word.strip()))
    return tuple(found)
