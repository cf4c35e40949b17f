"""Chance and words for made-up answers, both taken from the request itself.

Nothing here knows the time, the batch or what was asked before: the same request gives the same
answer, always and everywhere.
"""

from __future__ import annotations

import re

MARK = "Practice answer"
"""Every made-up text begins with this, so that nobody takes it for a real one."""

_LONGEST_QUOTE = 48
_HEAD, _TAIL = 500, 1_000
_QUOTED = 700
"""Characters looked through for words to quote: enough to look right, little enough for a million rows."""

_EDGES = " \t\r\n.,;:!?\"'“”„«»()[]{}<>*#|=+-–—…/\\_`"
_LABELLED = re.compile(r"^[^\n:]{1,40}:[ \t]+([^\n]{2,})$", re.MULTILINE)
_CAPITAL = "[^\\W\\x00-/:-@\\[-`a-z{-\\x7fß-öø-ÿα-ωά-ώа-џ]"
_LETTERS = r"[\w&'’-]*(?:\.(?=\w)[\w&'’-]*)*"
# Not within a word, nor where a sentence begins. Looked at after the capital: asked first, it is asked at every letter.
_NAME = re.compile(rf"{_CAPITAL}(?<!\w{_CAPITAL})(?<![.!?] {_CAPITAL}){_LETTERS}(?: {_CAPITAL}{_LETTERS})*")
_COMMON_WORDS = """
about above accurate after again also always among analyse analyze and answer answers any are article based because
been before below between body both briefly categories category choose classify clear clearly column columns comment
company could customer date description details each either email english every exactly explain extract fact facts field
fields find following for from give given has have here inc into item its keep language line list listed long mention
message mentioned more most must name need never none not note number one only order other our output over please
product provide question reads reply return review row same sentence sentences should short shown some state subject
such suggest summarise summarize summary tell text than that the their them then there these they this those ticket
title tone translate two under unknown use used using value values very want was were what when where whether which
while who whose will with without word words would write writing yes you your
"""
_COMMON = frozenset(word for base in _COMMON_WORDS.split() for word in (base, base.capitalize()))


class Row:
    """One request's text and its own source of chance."""

    __slots__ = ("_lower", "_words", "seed", "terse", "text")

    def __init__(self, seed: int, text: str, *, terse: bool = False) -> None:
        self.seed = seed
        self.text = text if len(text) <= _HEAD + _TAIL else f"{text[:_HEAD]}\n{text[-_TAIL:]}"
        self.terse = terse
        self._lower: str | None = None
        self._words: list[str] | None = None

    def pick(self, salt: int, count: int) -> int:
        """A number below ``count`` that depends on the request and on what it is for."""
        mixed = ((self.seed ^ salt) * 0x9E3779B97F4A7C15) & 0xFFFFFFFFFFFFFFFF
        mixed = ((mixed ^ (mixed >> 29)) * 0xBF58476D1CE4E5B9) >> 32 & 0xFFFFFFFF
        return mixed * count >> 32

    def number(self, salt: int) -> int:
        """One below 2**32."""
        return self.pick(salt, 1 << 32)

    @property
    def lower(self) -> str:
        """The text in lower case, for comparing."""
        if self._lower is None:
            self._lower = self.text.lower()
        return self._lower

    @property
    def words(self) -> list[str]:
        """What is worth quoting: the values of lines like "Name: Blue mug", and the rarer words."""
        if self._words is None:
            self._words = _words_of(self.text[-_QUOTED:])
        return self._words

    def quote(self, salt: int, further: int = 0) -> str:
        """A few of the row's own words; those that stand ``further`` on are other ones where it has any."""
        words = self._words or self.words
        return words[(self.pick(salt, len(words)) + further) % len(words)]


def _words_of(text: str) -> list[str]:
    labelled = ": " in text or ":\t" in text
    found = [value[:_LONGEST_QUOTE] for value in _LABELLED.findall(text)] if labelled else []
    if len(found) < 3:
        found += [name for name in _NAME.findall(text) if len(name) > 2 and name not in _COMMON]
    if len(found) < 2:
        found += [word for word in text.split() if len(word) > 3 and word not in _COMMON]
    cleaned = dict.fromkeys([word[:_LONGEST_QUOTE].strip(_EDGES) for word in found])
    found = [word for word in cleaned if len(word) > 2 and word not in _COMMON]
    return found or [text[:_LONGEST_QUOTE].strip(_EDGES) or "this row"]


_FIRST = (
    f"{MARK}: this stands where the answer about “%s” will be.",
    f"{MARK}: made up from the words of this row, such as “%s”.",
    f"{MARK}: “%s” is what this row seems to be about.",
    f"{MARK}: no model has read “%s” yet.",
)
_MORE = (
    "It also mentions “{a}”, which a real answer would take up.",
    "The part about “{a}” would be put into proper words.",
    "Beside “{a}” there is “{b}”, and the two would be weighed against each other.",
    "A real answer would say more about “{a}” and leave “{b}” aside.",
    "Nothing here is true of “{a}”; it only shows how much room an answer takes.",
    "Whoever reads this can see that “{a}” comes from the row itself.",
)


def sentence(row: Row, salt: int) -> str:
    """One or two sentences for a column of text."""
    if row.terse:
        return f"{MARK}: {row.quote(salt)}"
    first = _FIRST[row.pick(salt, len(_FIRST))] % row.quote(salt + 1)
    if row.pick(salt + 2, 3):
        return first
    return f"{first} {_more(row, salt + 3, 1)}"


def paragraph(row: Row, salt: int, most_bytes: int, sentences: int) -> str:
    """A short text of whole sentences within ``most_bytes``, or as much of one as fits."""
    parts = [_FIRST[row.pick(salt, len(_FIRST))] % row.quote(salt + 1)]
    size = len(parts[0].encode())
    for number in range(1, sentences):
        part = _more(row, salt + 3, number)
        size += len(part.encode()) + 1
        if size > most_bytes:
            break
        parts.append(part)
    text = " ".join(parts)
    return text if size <= most_bytes or len(parts) > 1 else clip(text, most_bytes)


def clip(text: str, most_bytes: int) -> str:
    """The beginning of a text, in whole characters within ``most_bytes``; never empty."""
    return text.encode()[:most_bytes].decode(errors="ignore").rstrip() or text[:1]


def _more(row: Row, salt: int, number: int) -> str:
    """The ``number``-th further sentence; six in a row differ."""
    form = _MORE[(row.pick(salt, len(_MORE)) + number) % len(_MORE)]
    return form.format(a=row.quote(salt + 1, number), b=row.quote(salt + 1, number + 1))
