"""Answers that a model may send in the place of what was asked for: every kind of column by every kind of harm."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import orjson

from app.core.custom_id import parse_custom_id
from app.core.outputs import Kind, Output
from tests.stand_in.behaviours import Lines

OUTPUTS = tuple(Output(kind.value, kind, choices=("Warm", "Cold") if kind is Kind.CHOICE else ()) for kind in Kind)
"""One column of each kind, named like its kind."""

GOOD: dict[str, Any] = {
    "text": "a",
    "integer": 3,
    "number": 1.5,
    "yes_no": True,
    "date": "2026-02-28",
    "choice": "Warm",
    "list": ["a", "b"],
}
"""An answer that fits them."""

_WRONG: dict[str, tuple[Any, ...]] = {
    "text": (3, None, True, ["a"], {"a": 1}),
    "integer": ("three", 3.5, None, True, [3], "3 or 4", ""),
    "number": ("1,5", "about 2", None, False, [1.5], ""),
    "yes_no": ("perhaps", 1, None, ["yes"], ""),
    "date": ("28.02.2026", "2026-02-30", 20260228, None, "yesterday", ""),
    "choice": ("Lukewarm", 1, None, ["Warm"], ""),
    "list": ("a; b", None, [1, 2], {"0": "a"}, [["a"]], ""),
}
"""For each kind values of another one, and none."""

_CASE: dict[str, tuple[Any, ...]] = {"yes_no": ("YES", "False"), "choice": ("warm", " COLD ")}
"""What differs in capitals and blanks alone."""


def unfit() -> Iterator[tuple[str, str]]:
    """(what is wrong, text) of answers that must not become values."""
    for key, values in _WRONG.items():
        for value in values:
            yield f"{key}: {value!r}", json.dumps(GOOD | {key: value})
        yield f"{key}: missing", json.dumps({name: good for name, good in GOOD.items() if name != key})
        yield (
            f"{key}: in other case",
            json.dumps({name.upper() if name == key else name: v for name, v in GOOD.items()}),
        )
        twice = json.dumps(GOOD)[:-1] + f', "{key}": "another"}}'
        yield f"{key}: twice", twice
    whole = json.dumps(GOOD)
    yield "empty", ""
    yield "blank", " \n"
    yield "prose before", f"Here is the answer: {whole}"
    yield "prose after", f"{whole} I hope this helps."
    yield "a fence", f"```json\n{whole}\n```"
    yield "in a list", f"[{whole}]"
    yield "cut off", whole[:-9]
    yield "wrapped", json.dumps({"answer": GOOD})
    yield "prose alone", "I can't say."


def fit() -> Iterator[tuple[str, str]]:
    """(what is odd, text) of answers that are whole all the same."""
    yield "as asked for", json.dumps(GOOD)
    yield "extra keys", json.dumps({"note": {"text": [1]}, **GOOD, "": None})
    yield "other order", json.dumps(dict(reversed(GOOD.items())))
    yield "blanks around", f"\n {json.dumps(GOOD, indent=2)} \n"
    for key, values in _CASE.items():
        for value in values:
            yield f"{key}: {value!r}", json.dumps(GOOD | {key: value})


def planted(texts: dict[int, str], lines: Lines) -> Lines:
    """Every row's answer is the text that is planted for it."""
    return [_planted(texts, line) for line in lines]


def _planted(texts: dict[int, str], line: bytes) -> bytes:
    found = orjson.loads(line)
    row = parse_custom_id(found["custom_id"])
    if row is not None and row.row in texts:
        found["result"]["message"]["content"] = [{"type": "text", "text": texts[row.row]}]
    return orjson.dumps(found) + b"\n"
