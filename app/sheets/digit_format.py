"""Numbers by the places that a section of a format has for their digits: plain, to a power of ten, or as a fraction.

Values are not negative: signs are for the section to show.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

from app.sheets.format_tokens import Token, fill

_EXACT = Context(prec=1_000)
"""Room for the largest number (309 digits) with as many decimals as a code of 255 characters asks for."""


def plain(tokens: Sequence[Token], value: Decimal) -> str:
    """Whole places and decimals, such as ``1,234.50``; so many percent, or thousands, as the code has signs for."""
    percents = sum(token.kind == "percent" for token in tokens)
    scaled = value * 100**percents / 1000 ** sum(token.kind == "scale" for token in tokens)
    point = next((index for index, token in enumerate(tokens) if token.kind == "point"), len(tokens))
    whole_part, decimal_part = tokens[:point], tokens[point + 1 :]
    places = sum(token.kind == "digit" for token in decimal_part)
    whole, _, decimals = f"{_rounded(scaled, places):f}".partition(".")
    grouped = any(token.kind == "group" for token in tokens)
    left = fill(whole_part, whole.lstrip("0"), grouped=grouped)
    if not any(token.kind == "digit" for token in whole_part):
        left += whole.lstrip("0")  # a code such as ``.00`` has no place for them, and shows them all the same
    if point == len(tokens):
        return left
    return left + "." + _decimals(decimal_part, decimals)


def _rounded(value: Decimal, places: int) -> Decimal:
    """Halves go away from zero, as a spreadsheet rounds."""
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP, context=_EXACT)


def _decimals(tokens: Sequence[Token], digits: str) -> str:
    kept = len(digits.rstrip("0"))
    out, position = [], 0
    for token in tokens:
        if token.kind != "digit":
            out.append(token.literal)
            continue
        digit = digits[position : position + 1] or "0"
        out.append(digit if position < kept else {"0": "0", "?": " "}.get(token.literal, ""))
        position += 1
    return "".join(out)


def scientific(tokens: Sequence[Token], value: Decimal) -> str:
    """Mantissa and power of ten, such as ``1.50E+3``."""
    mark = next(index for index, token in enumerate(tokens) if token.kind == "exponent")
    mantissa, power = tokens[:mark], tokens[mark + 1 :]
    point = next((index for index, token in enumerate(mantissa) if token.kind == "point"), len(mantissa))
    step = max(sum(token.kind == "digit" for token in mantissa[:point]), 1)
    places = sum(token.kind == "digit" for token in mantissa[point:])
    exponent = value.adjusted() // step * step if value else 0
    size = _rounded(value.scaleb(-exponent), places)
    if size >= Decimal(10) ** step:
        exponent += step
        size = _rounded(value.scaleb(-exponent), places)
    sign = "-" if exponent < 0 else "+" if tokens[mark].literal.endswith("+") else ""
    return plain(mantissa, size) + "E" + sign + fill(power, str(abs(exponent)).lstrip("0"))


def fraction(tokens: Sequence[Token], value: Decimal) -> str:
    """Whole and fraction, such as ``1 1/2``; blanks that only line up columns are left out."""
    bar = next(index for index, token in enumerate(tokens) if token.kind == "fraction")
    first = next(index for index, token in enumerate(tokens) if token.kind == "digit")
    end = bar + 1
    while end < len(tokens) and (tokens[end].kind == "digit" or tokens[end].literal.isdigit()):
        end += 1
    blank = max((index for index in range(first, bar) if tokens[index].literal.isspace()), default=first)
    whole_places = {token.code for token in tokens[first:blank] if token.kind == "digit"}
    whole = int(value) if whole_places else 0
    top, bottom = _nearest_fraction(value - whole, "".join(token.literal for token in tokens[bar + 1 : end]))
    if top == bottom and whole_places:
        whole, top = whole + 1, 0
    shown = [f"{top}/{bottom}"] if top or not whole_places else []
    if whole or "0" in whole_places or not shown:
        shown.insert(0, str(whole))
    before, behind = tokens[:first], tokens[end:]
    return "".join(t.literal for t in before) + " ".join(shown) + "".join(t.literal for t in behind)


def _nearest_fraction(value: Decimal, denominator: str) -> tuple[int, int]:
    if denominator.isdigit() and int(denominator):
        return int(_rounded(value * int(denominator), 0)), int(denominator)
    nearest = Fraction(value).limit_denominator(10 ** max(len(denominator), 1) - 1)
    return nearest.numerator, nearest.denominator
