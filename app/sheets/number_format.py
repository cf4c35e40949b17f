"""Number formats: a cell's number as the sheet shows it.

The codes are those of ISO/IEC 29500-1, 18.8.30 and 18.8.31; where Excel and the standard differ,
Excel is followed. Dates whose format follows the system's region (numbers 14 and 22) are shown as
ISO dates, which read the same everywhere. Decimal points and thousands are written the English way,
names of months and days in English.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from app.sheets.date_format import is_date_token, render_date
from app.sheets.digit_format import fraction, plain, scientific
from app.sheets.format_tokens import Token, tokens_of

BUILT_IN: dict[int, str] = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    5: '"$"#,##0_);("$"#,##0)',
    6: '"$"#,##0_);("$"#,##0)',
    7: '"$"#,##0.00_);("$"#,##0.00)',
    8: '"$"#,##0.00_);("$"#,##0.00)',
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "yyyy-mm-dd",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "yyyy-mm-dd h:mm",
    37: "#,##0_);(#,##0)",
    38: "#,##0_);(#,##0)",
    39: "#,##0.00_);(#,##0.00)",
    40: "#,##0.00_);(#,##0.00)",
    41: '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)',
    42: '_("$"* #,##0_);_("$"* (#,##0);_("$"* "-"_);_(@_)',
    43: '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)',
    44: '_("$"* #,##0.00_);_("$"* (#,##0.00);_("$"* "-"??_);_(@_)',
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mm:ss.0",
    48: "##0.0E+0",
    49: "@",
    # In East Asian editions these are dates in the local calendar.
    **dict.fromkeys((*range(27, 32), 36, *range(50, 55), 57, 58), "yyyy-mm-dd"),
    **dict.fromkeys((32, 33, 34, 35, 55, 56), "h:mm:ss"),
}
"""Formats known by number alone. Those left out are "General"."""

MOST_SECTIONS = 4

_OF_A_DAY = ("year", "month", "day")
"""What depends on where the count of days begins; durations and times of day do not."""


def general(value: float) -> str:
    """A number without a format: up to 15 digits, as the formula bar shows it, never a tail of nines."""
    if not math.isfinite(value):
        return "#NUM!"
    text = f"{value:.15g}"
    if "e" not in text:
        return "0" if text == "-0" else text
    digits, _, power = text.partition("e")
    exponent = int(power)
    if -10 <= exponent <= 20:
        return f"{Decimal(text):f}"
    return f"{digits}E{'+' if exponent > 0 else '-'}{abs(exponent):02d}"


@dataclass(frozen=True)
class Simple:
    """The usual shape of a number format: ``#,##0.00`` or ``0%`` with something before and behind it."""

    before: str
    code: str
    places: int
    percent: bool
    behind: str

    def render(self, value: float) -> str | None:
        """A value without its sign; None where binary fractions leave open which way a half goes."""
        if self.percent:
            value *= 100
        scaled = value * 10.0**self.places
        if scaled > 1e14 or abs(scaled % 1 - 0.5) < 1e-4:
            return None
        return self.before + format(value, self.code) + self.behind


@dataclass(frozen=True)
class Section:
    """One of a format's up to four parts, and when it applies."""

    tokens: tuple[Token, ...]
    compare: str = ""
    bound: float = 0.0

    @property
    def is_date(self) -> bool:
        """Whether it shows a moment rather than a number."""
        return any(is_date_token(token) for token in self.tokens)

    def has(self, *kinds: str) -> bool:
        """Whether any token is of one of these kinds."""
        return any(token.kind in kinds for token in self.tokens)

    @cached_property
    def simple(self) -> Simple | None:
        """The section in its usual shape, if it has that."""
        return _simple(self.tokens)

    def holds(self, value: float) -> bool:
        """Whether the section's own condition admits the value."""
        return _COMPARE[self.compare](value, self.bound)


_COMPARE: dict[str, Callable[[float, float], bool]] = {
    "": lambda _value, _bound: True,
    "<": lambda value, bound: value < bound,
    ">": lambda value, bound: value > bound,
    "<=": lambda value, bound: value <= bound,
    ">=": lambda value, bound: value >= bound,
    "=": lambda value, bound: value == bound,
    "<>": lambda value, bound: value != bound,
}


class NumberFormat:
    """A format's code, taken apart once, and then applied to many values."""

    def __init__(self, code: str, date1904: bool = False) -> None:
        self.is_date1904 = date1904
        sections = [_section(part) for part in split_sections(code)[:MOST_SECTIONS]]
        self.text_section = _text_section(sections)
        numbers = [section for section in sections if section is not self.text_section]
        self._sections = numbers or [Section((Token("general"),))]
        self.is_general = len(self._sections) == 1 and all(t.kind == "general" for t in self._sections[0].tokens)
        self.is_date = any(section.is_date for section in self._sections)

    def number(self, value: float) -> str:
        """A number as the sheet shows it."""
        section, shown = self._choose(value) if math.isfinite(value) else (None, value)
        if section is None:
            return general(value)
        if section.is_date:
            text = render_date(section.tokens, value + (1462 if self.is_date1904 and section.has(*_OF_A_DAY) else 0))
            return general(value) if text is None else text
        return _render_number(section, shown).strip()

    def text(self, value: str) -> str:
        """A text as the sheet shows it."""
        if self.text_section is None:
            return value
        return "".join(value if token.kind == "text" else token.literal for token in self.text_section.tokens)

    def _choose(self, value: float) -> tuple[Section | None, float]:
        """The section for a value, and the value as that section shows it: a section of its own hides the minus."""
        sections = self._sections
        if any(section.compare for section in sections):
            return self._choose_by_condition(value)
        if len(sections) == 1:
            return sections[0], value
        if value < 0:
            return sections[1], abs(value)
        return (sections[2] if value == 0 and len(sections) > 2 else sections[0]), value

    def _choose_by_condition(self, value: float) -> tuple[Section | None, float]:
        for index, section in enumerate(self._sections):
            implied = not section.compare and index == 1 and len(self._sections) > 2
            if section.holds(value) and not (implied and value >= 0):
                below = section.compare in ("<", "<=") and (index > 0 or not section.bound)
                hides_minus = value < 0 and (implied or below)
                return section, abs(value) if hides_minus else value
        return None, value


def split_sections(code: str) -> list[str]:
    """A code's parts between semicolons, those in quotes, brackets or behind a backslash left alone."""
    parts, current, index = [], "", 0
    while index < len(code):
        char = code[index]
        end = index + 1
        if char == '"':
            end = code.find('"', index + 1) + 1 or len(code)
        elif char == "[":
            end = code.find("]", index + 1) + 1 or len(code)
        elif char in "\\_*":
            end = index + 2
        if char == ";":
            parts.append(current)
            current = ""
        else:
            current += code[index:end]
        index = end
    return [*parts, current]


_CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)\s*(-?[0-9.]+)\]")


def _section(text: str) -> Section:
    match = _CONDITION.search(text)
    if not match:
        return Section(tuple(tokens_of(text)))
    return Section(tuple(tokens_of(text.replace(match[0], "", 1))), match[1], float(match[2]))


def _text_section(sections: Sequence[Section]) -> Section | None:
    """The section for texts: the fourth, or the last where that holds an ``@``."""
    last = sections[-1]
    if len(sections) == MOST_SECTIONS or last.has("text"):
        return last
    return None


def _render_number(section: Section, value: float) -> str:
    tokens = section.tokens
    sign = "-" if value < 0 else ""
    if section.simple and (text := section.simple.render(abs(value))) is not None:
        return sign + text
    size = Decimal(f"{abs(value):.15g}")
    if section.has("general", "text"):
        shown = general(abs(value))
        return sign + "".join(shown if token.kind in ("general", "text") else token.literal for token in tokens)
    if not section.has("digit"):
        return (sign if tokens else "") + "".join(token.literal for token in tokens)
    if section.has("exponent"):
        return sign + scientific(tokens, size)
    if section.has("fraction"):
        return sign + fraction(tokens, size)
    return sign + plain(tokens, size)


_SIMPLE = re.compile(r"(l*)(#+g#*|#*)0(?:\.(0+))?(%?)(l*)")


def _simple(tokens: Sequence[Token]) -> Simple | None:
    """The shape of a section: digits as they are, ``g`` for a comma, ``l`` for what is shown literally."""
    letters = {"literal": "l", "group": "g", "point": ".", "percent": "%"}
    shape = "".join(token.code if token.kind == "digit" else letters.get(token.kind, "x") for token in tokens)
    match = _SIMPLE.fullmatch(shape)
    if not match:
        return None
    places = len(match[3] or "")
    literals = "".join(token.literal for token in tokens[: len(match[1])])
    behind = "".join(token.literal for token in tokens[match.end(4) - bool(match[4]) :])
    return Simple(literals, f"{',' if 'g' in match[2] else ''}.{places}f", places, bool(match[4]), behind)
