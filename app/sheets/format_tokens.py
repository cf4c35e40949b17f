"""A section of a number format taken apart into tokens."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a format.

    Kinds: ``literal``, ``digit`` (0 # ?), ``point``, ``group`` (a comma between digits), ``scale``
    (a comma behind them), ``percent``, ``exponent``, ``fraction``, ``text`` (@), ``general``, and
    for moments ``year``, ``month``, ``minute``, ``day``, ``hour``, ``second``, ``part`` (tenths of a
    second and less), ``half`` (AM/PM), ``elapsed``. ``literal`` is what the piece shows by itself;
    for digits and moments ``code`` is how it is written.
    """

    kind: str
    literal: str = ""
    code: str = ""


_PIECES = re.compile(
    r"""
      "(?P<quoted>[^"]*)"?
    | \\(?P<escaped>.)
    | _(?P<width>.)
    | \*(?P<filler>.)
    | \[(?P<elapsed>h+|m+|s+)\]
    | \[\$(?P<currency>[^\]-]*)(?:-[^\]]*)?\]
    | \[[^\]]*\]
    | (?P<general>general)
    | (?P<half>am/pm|a/p)
    | (?P<exponent>e[+-])
    | g+(?=e)
    | (?P<moment>y+|m+|d+|h+|s+|b+|e+)
    | (?P<digit>[0\#?])
    | (?P<mark>[.,%@/])
    | (?P<other>.)
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)

_MOMENTS = {"y": "year", "e": "year", "b": "year", "m": "month", "d": "day", "h": "hour", "s": "second"}


def tokens_of(section: str) -> list[Token]:
    """A section's tokens, with commas and the letter m told apart by what stands around them."""
    tokens = list(_raw(section))
    if any(token.kind in ("day", "month", "year", "hour", "second", "half", "elapsed") for token in tokens):
        return _as_moment(tokens)
    return _as_number(tokens)


def _raw(section: str) -> Iterator[Token]:
    for match in _PIECES.finditer(section):
        kind, text = match.lastgroup, match[match.lastgroup] if match.lastgroup else ""
        match kind:
            case None | "filler":
                continue
            case "width":
                yield Token("literal", " ")
            case "quoted" | "escaped" | "other" | "currency":
                yield Token("literal", text)
            case "moment":
                yield Token(_MOMENTS[text[0].lower()], "", text.lower())
            case "half" | "elapsed":
                yield Token(kind, "", text)
            case "digit":
                yield Token("digit", text, text)
            case "mark":
                yield Token({".": "point", ",": "comma", "%": "percent", "@": "text", "/": "fraction"}[text], text)
            case _:
                yield Token(kind, text)


def _as_number(tokens: Sequence[Token]) -> list[Token]:
    digits = [index for index, token in enumerate(tokens) if token.kind == "digit"]
    point = next((index for index, token in enumerate(tokens) if token.kind == "point"), len(tokens))
    before_point = [index for index in digits if index < point]
    out = []
    for index, token in enumerate(tokens):
        if token.kind == "comma":
            out.append(_comma(index, digits, before_point))
        elif token.kind == "fraction" and not _is_bar(tokens, index):
            out.append(Token("literal", "/"))
        elif token.kind == "point" and index > point:
            out.append(Token("literal", "."))
        else:
            out.append(token)
    return out


def _comma(index: int, digits: Sequence[int], before_point: Sequence[int]) -> Token:
    if before_point and before_point[0] < index < before_point[-1]:
        return Token("group")
    if digits and index > digits[0]:
        return Token("scale")
    return Token("literal", ",")


def _is_bar(tokens: Sequence[Token], index: int) -> bool:
    """Whether a slash divides a fraction: a digit before it, and a digit or number right behind."""
    before = index > 0 and tokens[index - 1].kind == "digit"
    following = tokens[index + 1 : index + 2]
    return before and bool(following) and (following[0].kind == "digit" or following[0].literal.isdigit())


def _as_moment(tokens: Sequence[Token]) -> list[Token]:
    out: list[Token] = []
    seen_point = False
    for index, token in enumerate(tokens):
        if token.kind == "month" and len(token.code) <= 2 and _is_minute(tokens, index):
            out.append(Token("minute", "", token.code))
        elif token.kind == "point" and tokens[index + 1 : index + 2] and tokens[index + 1].literal == "0":
            seen_point = True
        elif token.kind == "digit" and seen_point and token.literal == "0":
            if out and out[-1].kind == "part":
                out[-1] = Token("part", "", out[-1].code + "0")
            else:
                out.append(Token("part", "", "0"))
        elif token.kind in ("point", "comma", "percent", "fraction", "digit", "exponent", "general"):
            out.append(Token("literal", token.literal))
        else:
            out.append(token)
    return out


def _is_minute(tokens: Sequence[Token], index: int) -> bool:
    """An m is minutes right after hours, or right before seconds, whatever literals stand between."""
    moments = [(i, t) for i, t in enumerate(tokens) if t.kind in (*_MOMENTS.values(), "elapsed")]
    place = next(position for position, (i, _) in enumerate(moments) if i == index)
    before = moments[place - 1][1] if place else None
    after = moments[place + 1][1] if place + 1 < len(moments) else None
    hours = before is not None and (before.kind == "hour" or before.code[:1].lower() == "h")
    seconds = after is not None and (after.kind == "second" or after.code[:1].lower() == "s")
    return hours or seconds


def fill(tokens: Sequence[Token], digits: str, *, grouped: bool = False) -> str:
    """Digits put into places from the right; those left over go before the first place."""
    out: list[str] = []
    left, count = digits, 0
    first = next((index for index, token in enumerate(tokens) if token.kind == "digit"), -1)
    for index in range(len(tokens) - 1, -1, -1):
        token = tokens[index]
        if token.kind != "digit":
            out.append(token.literal)
            continue
        take = left if index == first else left[-1:]
        left = left[: len(left) - len(take)]
        for digit in reversed(take or {"0": "0", "?": " "}.get(token.code, "")):
            if grouped and count and count % 3 == 0 and digit != " ":
                out.append(",")
            out.append(digit)
            count += 1
    return "".join(reversed(out))
