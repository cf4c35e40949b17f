"""Made-up JSON that fits a schema: a schema is compiled once and asked for every row."""

from __future__ import annotations

import datetime as dt
import re
import uuid
import zlib
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from app.practice.schemas import Schema, resolve
from app.practice.wording import Row, sentence

Maker = Callable[[Row], Any]
"""Makes the value of one place in the answer."""

_ISO_DATE = re.compile(r"\b(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])\b")
_RANGE = re.compile(r"\b(\d{1,4})\b[^\d.]{0,40}?(?:\bto\b|\band\b|[-–])[^\d.]{0,20}?\b(\d{1,4})\b")
_SHY = re.compile(r"unknown|unsure|unclear|not sure|other|none|n/?a|neither", re.IGNORECASE)
_STEM = 6
_FIRST_DAY = dt.date(2015, 1, 1)
_DAYS = 4_300


def maker(schema: Schema) -> Maker:
    """Compile a schema that the service takes."""
    return _Compiler(schema).make(schema, "answer", "")


class _Compiler:
    def __init__(self, root: Schema) -> None:
        self._root = root

    def make(self, schema: Schema, path: str, hint: str) -> Maker:
        """``path`` gives every place its own chance, ``hint`` is its name and description in lower case."""
        if "$ref" in schema:
            return self.make(resolve(self._root, str(schema["$ref"])), path, hint)
        if "allOf" in schema:
            merged = {key: value for key, value in schema.items() if key != "allOf"}
            for option in schema["allOf"]:
                merged |= option
            return self.make(merged, path, hint)
        hint = f"{hint} {schema.get('description', '')}".lower()
        salt = zlib.crc32(path.encode()) << 8
        if "const" in schema:
            return _always(schema["const"])
        if "enum" in schema:
            return _choice(schema["enum"], salt)
        if "anyOf" in schema:
            return _one_of([self.make(option, f"{path}|{n}", hint) for n, option in enumerate(schema["anyOf"])], salt)
        kinds = schema.get("type", "object")
        if not isinstance(kinds, str):
            return _one_of([self.make({**schema, "type": kind}, f"{path}|{kind}", hint) for kind in kinds], salt)
        return self._by_type(kinds, schema, path, hint, salt)

    def _by_type(self, kind: str, schema: Schema, path: str, hint: str, salt: int) -> Maker:
        match kind:
            case "object":
                return self._object(schema, path, salt)
            case "array":
                return self._array(schema, path, hint, salt)
            case "string":
                return _text(schema.get("format"), salt)
            case "integer":
                return _integer(hint, salt)
            case "number":
                return _decimal(hint, salt)
            case "boolean":
                return lambda row: row.number(salt) & 1 == 1
            case _:
                return _always(None)

    def _object(self, schema: Schema, path: str, salt: int) -> Maker:
        required = set(schema.get("required", ()))
        properties: Mapping[str, Schema] = schema.get("properties", {})
        # Required properties come first, whatever the order in the schema.
        names = sorted(properties, key=lambda name: name not in required)
        fields = [(name, self.make(properties[name], f"{path}.{name}", name), name in required) for name in names]
        if len(required) == len(fields):
            pairs = [(name, make) for name, make, _ in fields]
            return lambda row: {name: make(row) for name, make in pairs}
        return lambda row: {
            name: make(row)
            for number, (name, make, needed) in enumerate(fields)
            if needed or (row.pick(salt + number, 10) < 7 and not row.terse)
        }

    def _array(self, schema: Schema, path: str, hint: str, salt: int) -> Maker:
        least = int(schema.get("minItems", 0))
        items: Schema = schema.get("items", {"type": "string"})
        if items.get("type") == "string" and not items.keys() & {"enum", "const", "format"}:
            return lambda row: [f"practice: {word}" for word in _items(row, salt)]
        makers = [self.make(items, f"{path}[{n}]", hint) for n in range(3)]
        return lambda row: [make(row) for make in makers[: least if row.terse else max(least, row.pick(salt, 4))]]


def _items(row: Row, salt: int) -> list[str]:
    """One to three of the row's words, none twice."""
    count = 1 if row.terse else min(1 + row.pick(salt, 3), len(row.words))
    return [row.quote(salt + 1, number) for number in range(count)]


def _always(value: Any) -> Maker:
    return lambda _row: value


def _one_of(makers: Sequence[Maker], salt: int) -> Maker:
    """The first alternative six times out of seven: the others are for what a model is unsure of."""
    if len(makers) == 1:
        return makers[0]
    others = len(makers) - 1

    def make(row: Row) -> Any:
        if row.pick(salt, 7):
            return makers[0](row)
        return makers[1 + row.pick(salt + 1, others)](row)

    return make


def _choice(values: Sequence[Any], salt: int) -> Maker:
    """The choice whose words the row has most of; by chance among equals, and now and then anyway."""
    stems = [_stems(value) for value in values]
    bold = [n for n, value in enumerate(values) if not _SHY.fullmatch(str(value).strip())] or list(range(len(values)))

    def make(row: Row) -> Any:
        text = row.lower
        best, top = bold, 1
        if row.pick(salt, 6):
            for n, wanted in enumerate(stems):
                score = sum(map(text.count, wanted))
                if score > top:
                    best, top = [n], score
                elif score == top and top > 1:
                    best = [*best, n]
        elif row.pick(salt + 1, 4) == 0:
            best = list(range(len(values)))
        return values[best[row.pick(salt + 2, len(best))]]

    return make


def _stems(value: Any) -> list[str]:
    words = re.findall(r"[^\W_]{3,}", str(value).lower())
    return [word[:_STEM] for word in words][:3]


def _integer(hint: str, salt: int) -> Maker:
    low, count = _span(hint)
    return lambda row: low + row.pick(salt, count)


def _decimal(hint: str, salt: int) -> Maker:
    if re.search(r"share|ratio|probab|confiden|fraction", hint) and "percent" not in hint:
        return lambda row: row.pick(salt, 101) / 100
    low, count = _span(hint)
    return lambda row: low + row.pick(salt, (count - 1) * 100 + 1) / 100


def _span(hint: str) -> tuple[int, int]:
    """The lowest value and how many there are, from what the column is called and said to hold."""
    if said := _RANGE.search(hint):
        low, high = int(said[1]), int(said[2])
        if low < high:
            return low, high - low + 1
    if "year" in hint:
        return 1990, 37
    if re.search(r"percent|score|confiden|%", hint):
        return 0, 101
    if re.search(r"rating|stars|scale|grade|urgency|priority", hint):
        return 1, 5
    if re.search(r"price|cost|amount|revenue|sales|value", hint):
        return 5, 995
    return 1, 120


def _text(form: object, salt: int) -> Maker:
    match form:
        case "date":
            return lambda row: _day(row, salt).isoformat()
        case "date-time":
            return lambda row: f"{_day(row, salt).isoformat()}T{_time(row, salt)}Z"
        case "time":
            return lambda row: f"{_time(row, salt)}Z"
        case "duration":
            return lambda row: f"PT{1 + row.pick(salt, 47)}H"
        case "email":
            return lambda row: f"practice{row.pick(salt, 1000)}@example.com"
        case "hostname":
            return lambda row: f"practice{row.pick(salt, 1000)}.example.com"
        case "uri":
            return lambda row: f"https://example.com/practice/{row.pick(salt, 1000)}"
        case "ipv4":
            return lambda row: f"192.0.2.{row.pick(salt, 256)}"
        case "ipv6":
            return lambda row: f"2001:db8::{row.pick(salt, 65536):x}"
        case "uuid":
            return lambda row: str(uuid.UUID(int=row.number(salt) << 64 | row.number(salt + 1), version=4))
        case _:
            return lambda row: sentence(row, salt)


def _day(row: Row, salt: int) -> dt.date:
    found = _ISO_DATE.search(row.text)
    if found:
        return dt.date.fromisoformat(found[0])
    return _FIRST_DAY + dt.timedelta(days=row.pick(salt, _DAYS))


def _time(row: Row, salt: int) -> str:
    return f"{row.pick(salt + 1, 24):02}:{row.pick(salt + 2, 60):02}:00"
