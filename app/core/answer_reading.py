"""Answers into cells: the way back from the JSON that `outputs` asks for.

The service does not promise the capitals of an enum, so choices are matched without regard to
case and written as the user spelt them.
"""

from __future__ import annotations

import datetime as dt
import functools
import json
import math
import re
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from app.core.outputs import CellValue, Kind, Output, is_plain_text, keys_of
from app.core.words import tr


class Answer(NamedTuple):
    """An answer read into cells, or why it doesn't fit."""

    values: tuple[CellValue, ...] = ()
    problem: str = ""


AnswerReader = Callable[[str], Answer]
"""Reads one answer into cells."""


def answer_reader(outputs: Sequence[Output]) -> AnswerReader:
    """What reads answers into cells, one value for each output; strict, and checked here again.

    What all rows share is worked out once.
    """
    if is_plain_text(outputs):
        return _read_text
    columns = tuple(
        (key, output, None if output.if_unsure and output.kind is Kind.TEXT else _AS_THEY_ARE.get(output.kind))
        for key, output in zip(keys_of(outputs), outputs, strict=True)
    )
    return functools.partial(_read_columns, columns)


def _read_text(text: str) -> Answer:
    found = text.strip()
    return Answer((found,)) if found else Answer(problem=tr("The answer is empty."))


def _read_columns(columns: Sequence[tuple[str, Output, type | None]], text: str) -> Answer:
    """``columns``: the key of each, the output, and the type whose values need no second look."""
    bare = text.strip(_JSON_BLANKS)
    try:
        found, end = _JSON.raw_decode(bare)
    except (ValueError, RecursionError) as error:
        if isinstance(error, _Repeated):
            return Answer(problem=tr("The answer says “{name}” twice.", name=_shorten(error.key)))
        return Answer(problem=_UNREADABLE)
    if not isinstance(found, dict) or end != len(bare):
        return Answer(problem=_UNREADABLE)
    values: list[CellValue] = []
    for key, output, plain in columns:
        if key not in found:
            return Answer(problem=tr("The answer has no “{column}”.", column=output.column))
        value = found[key]
        exact = type(value)
        if exact is plain and (plain is str or -_PLAIN < value < _PLAIN):
            values.append(value)
            continue
        try:
            values.append(_read_value(output, value))
        except ValueError:
            return Answer(
                problem=tr("“{value}” does not fit the column “{column}”.", value=_shown(value), column=output.column)
            )
    return Answer(tuple(values))


def read_lists(outputs: Sequence[Output], text: str) -> dict[int, list[str]]:
    """The items of an answer's lists, by the output's position; nothing of an answer that doesn't fit."""
    try:
        found = _JSON.decode(text)
    except (ValueError, RecursionError):
        return {}
    lists = {}
    for index, (key, output) in enumerate(zip(keys_of(outputs), outputs, strict=True)):
        value = found.get(key) if isinstance(found, dict) else None
        if output.kind is Kind.LIST and isinstance(value, list):
            lists[index] = [item.strip() for item in value if isinstance(item, str)]
    return lists


_AS_THEY_ARE = {Kind.TEXT: str, Kind.INTEGER: int, Kind.NUMBER: int}
_UNREADABLE = tr("The answer is not in the form that was asked for.")
_JSON_BLANKS = " \t\n\r"


def _read_value(output: Output, value: Any) -> CellValue:
    """Raises ValueError where the value is not of the column's kind."""
    if output.if_unsure and isinstance(value, str) and value.strip().casefold() == output.if_unsure.strip().casefold():
        return output.if_unsure
    match output.kind:
        case Kind.TEXT if isinstance(value, str):
            return value
        case Kind.INTEGER:
            return _whole_number(value)
        case Kind.NUMBER:
            return _number(value)
        case Kind.YES_NO if isinstance(value, bool):
            return value
        case Kind.YES_NO if isinstance(value, str) and value.strip().casefold() in _YES_NO:
            return _YES_NO[value.strip().casefold()]
        case Kind.DATE if isinstance(value, str):
            return _day(value.strip())
        case Kind.CHOICE if isinstance(value, str):
            for choice in output.choices:
                if choice.strip().casefold() == value.strip().casefold():
                    return choice
        case Kind.LIST if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return "; ".join(item.strip() for item in value)
    raise ValueError


_YES_NO = {"yes": True, "true": True, "no": False, "false": False}


_PLAIN = 2**53
"""Whole numbers under it are finite beyond question."""


def _number(value: Any) -> float | int:
    """A number that a cell can hold; raises ValueError for anything else."""
    if isinstance(value, str) and re.fullmatch(r"\s*-?[0-9]+(\.[0-9]+)?\s*", value):
        value = float(value) if "." in value else int(value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError
    try:
        finite = math.isfinite(value)
    except OverflowError:  # a whole number of hundreds of digits
        finite = False
    if not finite:
        raise ValueError
    return value


def _whole_number(value: Any) -> int:
    number = _number(value)
    if isinstance(number, float) and not number.is_integer():
        raise ValueError
    return int(number)


def _day(text: str) -> dt.date:
    """A day as YYYY-MM-DD and in no other of ISO's forms, which people read as numbers."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise ValueError
    return dt.date.fromisoformat(text)


def _no_constant(name: str) -> None:
    raise ValueError(name)


class _Repeated(ValueError):
    """The same key twice, with different values: nobody can say which one is meant."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def _no_second(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    found.clear()
    for key, value in pairs:
        # Compared as written: 1, 1.0 and true are equal to Python.
        if key in found and json.dumps(found[key]) != json.dumps(value):
            raise _Repeated(key)
        found[key] = value
    return found


_JSON = json.JSONDecoder(parse_constant=_no_constant, object_pairs_hook=_no_second)


def _shown(value: Any) -> str:
    try:
        return _shorten(value if isinstance(value, str) else json.dumps(value))
    except RecursionError:
        return "…"


def _shorten(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"
