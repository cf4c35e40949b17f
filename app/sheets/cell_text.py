"""Text made safe for a cell: what XML forbids, what a cell can't hold, what Excel would take for a formula."""

from __future__ import annotations

import re

MOST_CHARACTERS = 32_767
"""UTF-16 code units that a cell holds (Excel specifications and limits)."""

CUT_MARK = " … [cut: longer than a cell can be]"

_SPECIAL = re.compile("[&<>\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_x[0-9A-Fa-f]{4}_")
_LOOKALIKE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_PLAIN_NEGATIVE = re.compile(r"-[0-9]+(?:[.,' ][0-9]+)*%?")


def xml_text(text: str) -> str:
    """A text as an element's content.

    What XML can't carry is written as Excel writes it, ``_xHHHH_`` for each UTF-16 code unit, and what
    looks like that by chance gets its underscore escaped (ISO/IEC 29500-1, 22.9.2.19): nothing is lost.
    """
    if not needs_escape(text):
        return text
    text = join_surrogates(text)
    text = _LOOKALIKE.sub("_x005F_", text)
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _FORBIDDEN.sub(lambda match: f"_x{ord(match[0]):04X}_", text)


def needs_escape(text: str) -> bool:
    """Whether `xml_text` would write a text otherwise than it is."""
    return _SPECIAL.search(text) is not None


def join_surrogates(text: str) -> str:
    """Halves of characters that stand side by side made whole; those that stand alone are kept."""
    if not _SURROGATE.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


def fit_cell(text: str) -> tuple[str, bool]:
    """A text as long as a cell can hold, and whether it had to be cut; the cut is marked."""
    if (
        len(text) * 2 <= MOST_CHARACTERS
        or len(units := text.encode("utf-16-le", "surrogatepass")) // 2 <= MOST_CHARACTERS
    ):
        return text, False
    kept = units[: 2 * (MOST_CHARACTERS - len(CUT_MARK))].decode("utf-16-le", "surrogatepass")
    if "\ud800" <= kept[-1] <= "\udbff":
        kept = kept[:-1]
    return kept + CUT_MARK, True


def formula_safe(text: str) -> str:
    """A text that Excel, on opening a text file, does not take for a formula.

    An apostrophe in front is what Excel itself shows for text; plain negative numbers need none.
    See https://owasp.org/www-community/attacks/CSV_Injection
    """
    if text.startswith(_FORMULA_STARTS) and not _PLAIN_NEGATIVE.fullmatch(text):
        return "'" + text
    return text


def utf8_text(text: str) -> str:
    """A text that UTF-8 can carry, and that text files keep: lone surrogates and zero characters spelled out."""
    text = join_surrogates(text).replace("\x00", "\\x00")
    return _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
