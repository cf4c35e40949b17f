"""Cells that are numbers, as spreadsheets write them, and what they come to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

_NUMBER = re.compile(r"([-+−]?)[$€£¥]?((?!0\d)\d{1,15}(?:[ ,.'’\u00a0\u202f]\d{3})*(?:[.,]\d+)?)(?:\s?([%€$£]))?")
"""Sign, digits and what is behind them. One that begins with a zero is a name made of digits: ``007``."""
_MOST_DECIMALS = 6


@dataclass(frozen=True)
class Sums:
    """Of some cells: how many hold anything; of those that are numbers how many, and what they come to."""

    filled: int = 0
    numbers: int = 0
    total: Decimal = Decimal(0)

    @property
    def average(self) -> Decimal:
        """To two decimals more than the sum has, of which six are enough; there has to be a number."""
        decimals = min(max(-int(self.total.as_tuple().exponent), 0) + 2, _MOST_DECIMALS)
        return (self.total / self.numbers).quantize(Decimal(1).scaleb(-decimals))


def is_number(text: str) -> bool:
    """Whether a text is a number, a share or an amount."""
    return _NUMBER.fullmatch(text) is not None


def add_up(columns: Iterable[tuple[Sequence[str], str]]) -> Sums:
    """What the cells of some columns come to.

    Beside each column's cells is the decimal mark, "." or ",", for where nothing in them tells it, as in ``1,234``
    alone. Shares are not added: a sum of percentages is one of nothing.
    """
    filled = numbers = 0
    total = Decimal(0)
    for cells, mark in columns:
        there = [text for cell in cells if (text := cell.strip())]
        found = [match for text in there if (match := _NUMBER.fullmatch(text)) and match[3] != "%"]
        marks = {own for match in found if (own := _decimal_mark(match[2]))}
        usual = marks.pop() if len(marks) == 1 else mark
        filled += len(there)
        numbers += len(found)
        total += sum((_value(match[1], match[2], usual) for match in found), Decimal(0))
    return Sums(filled, numbers, total)


def _value(sign: str, digits: str, usual: str) -> Decimal:
    mark = _decimal_mark(digits) or usual
    whole, _mark, part = digits.rpartition(mark) if mark in digits else (digits, "", "")
    plain = "".join(one for one in whole if one.isdecimal())
    number = Decimal(f"{plain}.{part}" if part else plain)
    return -number if sign in ("-", "−") else number


def _decimal_mark(digits: str) -> str:
    """The decimal mark as far as one number tells it; "" where it doesn't."""
    marks = [one for one in digits if one in ".,"]
    if not marks:
        return ""
    last = marks[-1]
    if len(set(marks)) > 1:
        return last
    if len(marks) > 1:
        return "," if last == "." else "."
    before, _mark, after = digits.partition(last)
    return "" if len(after) == 3 and before != "0" and len(before) <= 3 else last
