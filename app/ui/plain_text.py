"""Other people's text where Qt would read it as markup, or take the direction of a whole line from it."""

from __future__ import annotations

import re


def shown_as_is(text: str) -> str:
    """Text for a place that guesses whether it is HTML (tooltips, message boxes), so that it is shown letter by letter.

    A cell may hold anything, `<img src=...>` among it, which Qt would go and read.
    """
    if "<" not in text and "&lt;" not in text:
        return text
    import html  # seldom: with a table of all named characters

    from PySide6.QtGui import Qt

    if not Qt.mightBeRichText(text):
        return text

    return f'<p style="white-space: pre-wrap">{html.escape(text)}</p>'


SHOWN = 300
"""Characters of a cell that a grid line can show at most."""


def one_line(text: str) -> str:
    """A cell's text for one line of a grid."""
    return " ".join(text[:SHOWN].split()) if len(text) > SHOWN or "\n" in text or "\r" in text else text


def elided(text: str, longest: int) -> str:
    """A text of at most so many characters, with three dots where it was cut and none before them."""
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip(' .…')}…"


def with_whole_names(text: str) -> str:
    """A sentence in which no short name in quotation marks is parted at the end of a line."""
    return re.sub(r"[“„][^“”„]{1,24}[”“]", lambda name: name[0].replace(" ", "\u00a0"), text)


_LEFT_TO_RIGHT, _APART, _APART_END = "\u200e", "\u2068", "\u2069"


def from_the_left(text: str) -> str:
    """A line in the window's language that begins with other people's words, such as a name in Arabic.

    Qt would set all of it from right to left, at the right edge.
    """
    return _LEFT_TO_RIGHT + text if begins_right(text) else text


def name_in_line(name: str) -> str:
    """A name as a part of a line: from right to left in itself, what follows it stays behind it."""
    return f"{_LEFT_TO_RIGHT}{_APART}{name}{_APART_END}" if begins_right(name) else name


def begins_right(text: str) -> bool:
    """Whether the first letter that has a direction runs from right to left."""
    if text.isascii():
        return False
    import unicodedata  # seldom: its tables are large

    kinds = (unicodedata.bidirectional(letter) for letter in text)
    return next((kind for kind in kinds if kind in ("L", "R", "AL")), "L") != "L"
