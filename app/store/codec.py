"""Records to and from the JSON of a column."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import orjson

from app.core.outputs import CellValue, Kind, Output
from app.core.recipe import FurtherStep, Recipe, Where
from app.core.row_choice import Condition, RowChoice, Test
from app.core.table import Notice, SheetInfo, SourceKind, TextFormat
from app.core.words import pack, unpack


def recipe_to_json(recipe: Recipe) -> str:
    """A recipe as typed: also one that would not pass as a file yet."""
    return _dump(asdict(recipe))


def recipe_from_json(text: str) -> Recipe:
    """Back from `recipe_to_json`."""
    return _recipe(orjson.loads(text))


def _recipe(found: dict[str, Any]) -> Recipe:
    outputs = tuple(
        Output(**(item | {"kind": Kind(item["kind"]), "choices": tuple(item["choices"])}))
        for item in found.pop("outputs")
    )
    steps = tuple(FurtherStep(_recipe(step["recipe"]), _where(step["where"])) for step in found.pop("steps", ()))
    lists = {key: tuple(found.get(key, ())) for key in ("attach", "reference")}
    return Recipe(**(found | lists), outputs=outputs, steps=steps)


def _where(found: dict[str, Any] | None) -> Where | None:
    return Where(**(found | {"test": Test(found["test"])})) if found else None


def rows_to_json(choice: RowChoice) -> str:
    """A choice of rows."""
    return _dump(asdict(choice))


def rows_from_json(text: str) -> RowChoice:
    """Back from `rows_to_json`."""
    found = orjson.loads(text)
    condition = found["condition"]
    return RowChoice(
        tuple((first, last) for first, last in found["ranges"]),
        Condition(**(condition | {"test": Test(condition["test"])})) if condition else None,
    )


def info_to_json(info: SheetInfo) -> str:
    """What was read of a sheet."""
    notices = [{"text": pack(each.text), "done": pack(each.done)} for each in info.notices]
    return _dump(asdict(info) | {"notices": notices})


def info_from_json(json: str) -> SheetInfo:
    """Back from `info_to_json`."""
    found = orjson.loads(json)
    lists = {key: tuple(found[key]) for key in ("sheets", "columns", "files", "tables", "sheet_sizes")}
    text = TextFormat(**found["text"]) if found["text"] else None
    notices = tuple(Notice(unpack(item["text"]), unpack(item["done"])) for item in found["notices"])
    return SheetInfo(**(found | lists | {"notices": notices, "kind": SourceKind(found["kind"]), "text": text}))


def cells_to_blob(cells: Sequence[str]) -> bytes:
    """A row's cells. A lone surrogate, which a sheet can hold and UTF-8 can't, is kept by an escape."""
    try:
        return _trimmed(orjson.dumps(cells))
    except (TypeError, ValueError):
        return orjson.dumps([cell.encode("utf-16-le", "surrogatepass").hex() for cell in cells] + [None])


def is_surely_filled(blob: bytes) -> bool:
    """Whether a packed row has something in it, as far as a glance can say: False where one must look closer."""
    return _BEGINS_WITH_A_WORD(blob) is not None


def split_blob(blob: bytes, count: int) -> list[bytes] | None:
    """A packed row's first ``count`` cells as they stand in JSON, without their quotes, and then the rest of them;
    None where they must be unpacked.

    Between two quotes inside a text there is never a comma alone: the second would be escaped.
    """
    return blob[2:-2].split(b'","', count) if blob[:2] == b'["' and blob[-2:] == b'"]' else None


_BEGINS_WITH_A_WORD = re.compile(rb'"[0-9A-Za-z]').search
"""A quote, escaped or not, and then a letter or a digit, which is no part of an escape."""


def cells_from_blob(blob: bytes) -> tuple[str, ...]:
    """Back from `cells_to_blob`."""
    found = orjson.loads(blob)
    if found and found[-1] is None:
        return tuple(bytes.fromhex(cell).decode("utf-16-le", "surrogatepass") for cell in found[:-1])
    return tuple(found)


def values_to_blob(values: Sequence[CellValue]) -> bytes:
    """An answer's cells: dates are told from texts by a wrapper, whole numbers may be of any size."""
    try:
        return _trimmed(orjson.dumps(values, option=orjson.OPT_PASSTHROUGH_DATETIME))
    except TypeError:  # a date, a lone surrogate, or a number of more than 64 bits
        return orjson.dumps([_wrap(value) for value in values])


def values_from_blob(blob: bytes) -> tuple[CellValue, ...]:
    """Back from `values_to_blob`."""
    return tuple(_unwrap(value) for value in orjson.loads(blob))


def _trimmed(made: bytes) -> bytes:
    """A copy that takes no more memory than it needs.

    What orjson returns lies at the start of a kilobyte cut short; where thousands are kept, looking for room among
    the cuttings takes ten times as long as making them.
    """
    return bytes(memoryview(made))


def _wrap(value: CellValue) -> Any:
    if isinstance(value, dt.date):
        return {"date": value.isoformat()}
    if isinstance(value, int) and not -(2**63) <= value < 2**63:
        return {"int": str(value)}
    if isinstance(value, str):
        return _storable(value)
    return value


def _unwrap(value: Any) -> CellValue:
    if isinstance(value, dict):
        if "date" in value:
            return dt.date.fromisoformat(value["date"])
        if "utf16" in value:
            return bytes.fromhex(value["utf16"]).decode("utf-16-le", "surrogatepass")
        return int(value["int"])
    found: CellValue = value
    return found


def _storable(text: str) -> Any:
    try:
        text.encode()
    except UnicodeEncodeError:
        return {"utf16": text.encode("utf-16-le", "surrogatepass").hex()}
    return text


def _dump(value: Any) -> str:
    return orjson.dumps(value).decode()
