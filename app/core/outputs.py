"""Answer columns: their kinds, and the JSON schema that asks for them.

Limits of structured outputs (24 optional and 16 union parameters, ``additionalProperties``
false, no ranges or lengths): https://platform.claude.com/docs/en/build-with-claude/structured-outputs
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

CellValue = str | int | float | bool | dt.date | None
"""What an answer column's cell can hold."""

MAX_UNIONS = 16
"""Union parameters that one schema may have."""


class Kind(StrEnum):
    """What a column's values are."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    YES_NO = "yes_no"
    DATE = "date"
    CHOICE = "choice"
    LIST = "list"


@dataclass(frozen=True)
class Output:
    """One answer column."""

    column: str = "Answer"
    kind: Kind = Kind.TEXT
    description: str = ""
    choices: tuple[str, ...] = ()
    if_unsure: str = ""


def is_plain_text(outputs: Sequence[Output]) -> bool:
    """Whether the answer is free text in one column, without a schema."""
    return not outputs or (len(outputs) == 1 and outputs[0].kind is Kind.TEXT and not outputs[0].description)


def column_names(outputs: Sequence[Output], existing: Sequence[str]) -> list[str]:
    """Names for the answer columns; one that the sheet already has gets a number, "Answer (2)"."""
    taken = {name.casefold() for name in existing}
    names = []
    for output in outputs or (Output(),):
        name, number = output.column, 2
        while name.casefold() in taken:
            name, number = f"{output.column} ({number})", number + 1
        taken.add(name.casefold())
        names.append(name)
    return names


def json_schema(outputs: Sequence[Output]) -> dict[str, Any] | None:
    """The schema for ``output_config.format``, or None for plain text."""
    if is_plain_text(outputs):
        return None
    properties: dict[str, Any] = {}
    unions = 0
    for key, output in zip(keys_of(outputs), outputs, strict=True):
        schema = _kind_schema(output)
        if output.if_unsure and output.kind in (Kind.INTEGER, Kind.NUMBER, Kind.YES_NO, Kind.DATE):
            unions += 1
            if unions <= MAX_UNIONS:
                schema = {"anyOf": [schema, {"type": "string", "enum": [output.if_unsure]}]}
            else:
                schema = _without_union(output)
        properties[key] = schema | {"description": _describe(output)}
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def as_text(value: CellValue | Sequence[str]) -> str:
    """A cell's value as a grid shows it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def keys_of(outputs: Sequence[Output]) -> tuple[str, ...]:
    """The property of each column in an answer's JSON."""
    return _slugs(tuple(output.column for output in outputs))


@functools.lru_cache(maxsize=16)
def _slugs(columns: tuple[str, ...]) -> tuple[str, ...]:
    """Property names that the service takes: letters, digits, ``_``; unique, and close to the column's name."""
    keys: list[str] = []
    for number, column in enumerate(columns, 1):
        slug = re.sub(r"[^a-z0-9]+", "_", column.casefold()).strip("_")[:40] or f"column_{number}"
        while slug in keys:
            slug = f"{slug}_{number}"
        keys.append(slug)
    return tuple(keys)


def _kind_schema(output: Output) -> dict[str, Any]:
    match output.kind:
        case Kind.TEXT:
            return {"type": "string"}
        case Kind.INTEGER:
            return {"type": "integer"}
        case Kind.NUMBER:
            return {"type": "number"}
        case Kind.YES_NO:
            return {"type": "boolean"}
        case Kind.DATE:
            return {"type": "string", "format": "date"}
        case Kind.CHOICE:
            extra = (output.if_unsure,) if output.if_unsure and output.if_unsure not in output.choices else ()
            return {"type": "string", "enum": [*output.choices, *extra]}
        case Kind.LIST:
            return {"type": "array", "items": {"type": "string"}}


def _without_union(output: Output) -> dict[str, Any]:
    """The shape of a column over the limit of unions: its value as text, or the way out."""
    if output.kind is Kind.YES_NO:
        return {"type": "string", "enum": ["yes", "no", output.if_unsure]}
    return {"type": "string"}


def _describe(output: Output) -> str:
    parts = [f"{output.column}: {output.description}" if output.description else output.column]
    if output.if_unsure:
        parts.append(f"If unsure: {output.if_unsure}")
    return ". ".join(part.rstrip(".") for part in parts) + "."
