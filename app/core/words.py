"""Texts that a window shows in the user's language, while reports and the command line keep to English.

A layer below the window says `tr("Row {row} is empty.", row=7)`. What it gets is that sentence in English, a `str` like
any other, which still knows what it was made of; `app.ui.language.shown` makes the same sentence of it in another
language. Joined or sliced it is plain English: join sentences with `sentences`.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable, Sequence
from typing import Any, Self, SupportsIndex

_PLACE = re.compile(r"\{(?P<name>\w+)(?::(?P<group>,?)(?:\.(?P<decimals>[0-9])f)?)?\}")
_NUMBER = "%Ln"
_MARK = "\x1f"
"""Begins a text that was kept with what it is made of. No text of a person begins with it."""

Value = str | int | float | dt.date
Show = Callable[[Value, bool, int | None], str]
"""How a value is written: the value, whether thousands are parted, and how many decimals it has if they are named."""


class Text(str):
    """A text in English that knows its source and its values. Equal to that English, and used like it."""

    __slots__ = ("many", "n", "one", "values")

    one: str
    many: str
    n: int | None
    values: dict[str, Value]

    def __new__(cls, one: str, many: str = "", n: int | None = None, values: dict[str, Value] | None = None) -> Self:
        """As `tr`."""
        found = values or {}
        source = one if n is None or n == 1 else many
        made = super().__new__(cls, fill(source.replace(_NUMBER, f"{n:,}") if n is not None else source, found))
        made.one, made.many, made.n, made.values = one, many, n, found
        return made

    def __getnewargs__(self) -> tuple[str, str, int | None, dict[str, Value]]:  # type: ignore[override]
        return self.one, self.many, self.n, self.values

    def __reduce_ex__(self, _protocol: SupportsIndex) -> tuple[Any, ...]:
        return Text, self.__getnewargs__()


def tr(one: str, many: str = "", n: int | None = None, /, **values: object) -> Text:
    """A text for the user, written out where it stands, so that `make translations` finds it.

    `{name}` stands for a value, `{name:,}` for a number with its thousands apart, `{name:,.1f}` for one with decimals.
    Where a number decides between "row" and "rows": `tr("%Ln row is empty.", "%Ln rows are empty.", count)`.
    """
    found = {
        name: value if isinstance(value, str | int | float | dt.date) else str(value) for name, value in values.items()
    }
    return Text(one, many, n, found)


def sentences(*texts: str) -> Text:
    """Texts one after the other; empty ones are left out."""
    found = {f"part{number}": text for number, text in enumerate(filter(None, texts), 1)}
    return Text(" ".join(f"{{{name}}}" for name in found), values={**found})


def listed(texts: Sequence[str], separator: str = ", ") -> Text:
    """Texts with something between them."""
    found = {f"part{number}": text for number, text in enumerate(texts, 1)}
    return Text(separator.join(f"{{{name}}}" for name in found), values={**found})


def a_few(texts: Sequence[str], most: int = 5, separator: str = ", ") -> Text:
    """The first few of many texts, the rest as a number."""
    shown = listed(texts[:most], separator)
    more = len(texts) - most
    return tr("{names} and {more:,} more", names=shown, more=more) if more > 0 else shown


def fill(source: str, values: dict[str, Value], show: Show | None = None) -> str:
    """A source with its values; whatever else stands in braces is left as it is."""
    write = show or in_english

    def place(found: re.Match[str]) -> str:
        value = values.get(found["name"])
        if value is None:
            return found[0]
        return write(value, bool(found["group"]), int(found["decimals"]) if found["decimals"] else None)

    return _PLACE.sub(place, source) if values else source


def in_english(value: Value, grouped: bool, decimals: int | None) -> str:
    """A value as English text has it."""
    if isinstance(value, str):
        return value
    if isinstance(value, dt.date):
        return f"{value.day} {value:%B %Y}"
    return format(value, ("," if grouped else "") + (f".{decimals}f" if decimals is not None else ""))


def pack(text: str) -> str:
    """A text as it is kept on disk or sent to another process; plain ones as they are."""
    return _MARK + json.dumps(_parts(text)) if isinstance(text, Text) else text


def unpack(kept: str) -> str:
    """Back from `pack`; what makes no sense is taken as a plain text."""
    if not kept.startswith(_MARK):
        return kept
    try:
        return _text(json.loads(kept[1:]))
    except (ValueError, TypeError, KeyError, RecursionError):
        return kept


def map_values(text: str, change: Callable[[str], str]) -> str:
    """A text with something done to every plain text in it."""
    if not isinstance(text, Text):
        return change(text)
    values = {
        name: map_values(value, change) if isinstance(value, str) else value for name, value in text.values.items()
    }
    return Text(text.one, text.many, text.n, values)


def _parts(value: Value) -> Any:
    if isinstance(value, dt.date):
        return {"day": value.isoformat()}
    if not isinstance(value, Text):
        return value
    return [value.one, value.many, value.n, {name: _parts(each) for name, each in value.values.items()}]


def _text(found: Any) -> Text:
    one, many, n, values = found
    if not isinstance(one, str) or not isinstance(many, str) or not isinstance(n, int | None):
        raise TypeError(found)
    return Text(one, many, n, {str(name): _value(value) for name, value in dict(values).items()})


def _value(found: Any) -> Value:
    if isinstance(found, list):
        return _text(found)
    if isinstance(found, dict):
        return dt.date.fromisoformat(found["day"])
    if not isinstance(found, str | int | float):
        raise TypeError(found)
    return found
