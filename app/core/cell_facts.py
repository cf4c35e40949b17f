"""What a look at the cells of a column finds: blanks, a sample, and what deserves a second look.

Nothing here changes or blocks anything: a cell that reads like an order to the model is sent as any
other, and what looks like a card number may be none. Numbers count only with their own checksum:
Luhn's for cards (ISO/IEC 7812-1), that of ISO 13616 for IBANs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

LONG = 10_000
"""Characters from which a cell is called very long: about five pages."""

SAMPLE_CHARACTERS = 60


class Concern(StrEnum):
    """What somebody may want to know before a cell is sent."""

    BLANK = "blank"
    LONG = "long"
    ORDERS = "orders"
    EMAIL = "email"
    PHONE = "phone"
    CARD = "card"
    IBAN = "iban"


PERSONAL = (Concern.EMAIL, Concern.PHONE, Concern.CARD, Concern.IBAN)
"""Concerns about personal data."""


@dataclass
class ColumnFacts:
    """What was found in one column: how many cells, and at which position (from 0) the first of each concern."""

    name: str
    sample: str = ""
    counts: dict[Concern, int] = field(default_factory=dict)
    first: dict[Concern, int] = field(default_factory=dict)

    def add(self, concern: Concern, position: int) -> None:
        """Count a cell."""
        self.counts[concern] = self.counts.get(concern, 0) + 1
        self.first.setdefault(concern, position)


@dataclass(frozen=True)
class SheetFacts:
    """What was found in the rows that were looked at, ``rows`` of ``all_rows``; wholly blank rows don't count."""

    columns: tuple[ColumnFacts, ...] = ()
    rows: int = 0
    all_rows: int = 0

    @property
    def whole(self) -> bool:
        """Whether every row was looked at."""
        return self.rows >= self.all_rows

    def share(self, column: ColumnFacts, concern: Concern) -> float:
        """Which part of the column's cells has that concern."""
        return column.counts.get(concern, 0) / self.rows if self.rows else 0.0


def look(facts: Sequence[ColumnFacts], position: int, cells: Sequence[str]) -> None:
    """Take one row into account; a row that ends early is blank from there."""
    for index, column in enumerate(facts):
        text = cells[index] if index < len(cells) else ""
        if not text.strip():
            column.add(Concern.BLANK, position)
            continue
        if not column.sample:
            column.sample = " ".join(text[: SAMPLE_CHARACTERS * 4].split())[:SAMPLE_CHARACTERS]
        for concern in concerns(text):
            column.add(concern, position)


def concerns(text: str) -> Iterable[Concern]:
    """What is to be said about a cell that isn't blank."""
    if len(text) > LONG:
        yield Concern.LONG
    lowered = text.lower()
    if any(sign in lowered for sign in _SIGNS) and _ORDERS.search(text):
        yield Concern.ORDERS
    if "@" in text and _EMAIL.search(text):
        yield Concern.EMAIL
    if not _DIGITS.search(text):
        return
    cards = any(_is_card(found[0]) for found in _CARD.finditer(text))
    ibans = any(_is_iban(found[0]) for found in _IBAN.finditer(text))
    if cards:
        yield Concern.CARD
    if ibans:
        yield Concern.IBAN
    if not cards and not ibans and any(_is_phone(found[0]) for found in _PHONE.finditer(text)):
        yield Concern.PHONE


_DIGITS = re.compile(r"[0-9](?:[^0-9\n]{0,3}[0-9]){7}")
"""Eight digits close together: the numbers looked for have at least as many."""

_EMAIL = re.compile(r"[\w.+-]{1,64}@[a-z0-9](?:[a-z0-9-]{0,62}\.){1,8}[a-z]{2,24}\b", re.IGNORECASE)

_CARD = re.compile(
    r"(?<![0-9])[3-6][0-9]{3}(?:[ -]?[0-9]{4}[ -]?[0-9]{4}[ -]?[0-9]{4}|[ -]?[0-9]{6}[ -]?[0-9]{5})(?![0-9])"
)

_IBAN = re.compile(r"\b[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b")

_PHONE = re.compile(r"(?<![\w.,/+-])(?<![0-9] )(?:\+|00|\(?0)[1-9(](?:[ ()/.-]{0,2}[0-9]){7,13}(?!\w)")

_ORDERS = re.compile(
    r"\b(?:ignore|disregard|forget|override)\s+(?:\w+\s+){0,3}(?:previous|prior|above|earlier|preceding|your|all|the|system)"
    r"\s+(?:\w+\s+){0,2}(?:instructions?|prompts?|rules|messages?)\b"
    r"|\b(?:reveal|print|repeat|show)\s+(?:\w+\s+){0,2}system\s+prompt\b"
    r"|\byou\s+are\s+now\s+(?:a|an|the|in)\b"
    r"|\bnew\s+instructions?\s*:"
    r"|\bignorier\w*\s+(?:\w+\s+){0,2}(?:anweisung|anleitung|vorgabe)\w*"
    r"|\b(?:ignor\w+|oubli\w+)\s+(?:\w+\s+){0,2}(?:instructions|consignes)\b"
    r"|\bignor\w+\s+(?:\w+\s+){0,3}(?:instrucciones|istruzioni|instruç\w+)\b"
    r"|忽略\S{0,8}(?:指令|指示|说明)|(?:指示|命令)を無視"
    r"|</?(?:system|instructions?|assistant)>|<\|im_(?:start|end)\|>|\[/?INST\]"
    r"|^\s*(?:system|assistant|human)\s*:",
    re.IGNORECASE | re.MULTILINE,
)
"""Phrases known from texts that were written to take a model over, in a few languages: a hint, not a shield."""


_SIGNS = (
    *("ignor", "disregard", "forget", "override", "system", "you are now", "new instruction", "oubli"),
    *("忽略", "無視", "instruction>", "instructions>", "assistant", "human", "|im_", "inst]"),
)
"""One of these, in small letters, is in all that ``_ORDERS`` finds: looking for them takes next to no time."""


def _is_card(text: str) -> bool:
    digits = [int(one) for one in text if one.isdigit()]
    brand = {16: (4, *range(51, 56), *range(2221, 2721), 6011, 65), 15: (34, 37)}.get(len(digits), ())
    shown = "".join(map(str, digits))
    if not any(shown.startswith(str(first)) for first in brand):
        return False
    doubled = [one if index % 2 == 0 else one * 2 - 9 * (one > 4) for index, one in enumerate(reversed(digits))]
    return sum(doubled) % 10 == 0


def _is_iban(text: str) -> bool:
    letters = text.replace(" ", "")
    if not 15 <= len(letters) <= 34:
        return False
    turned = letters[4:] + letters[:4]
    return int("".join(str(int(one, 36)) for one in turned)) % 97 == 1


def _is_phone(text: str) -> bool:
    digits = sum(one.isdigit() for one in text)
    if text[0] == "+":
        return 8 <= digits <= 16
    # Without the plus only with something between the digits: article numbers begin with 0, too.
    least = 11 if text.startswith("00") else 9
    return least <= digits <= 15 and not text.isdigit()
