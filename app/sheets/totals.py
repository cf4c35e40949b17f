"""Tells a last row that holds totals from one that holds data."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.sheets.headers import looks_like_number

LOOKED_AT = 50
"""Rows above the last one that say what its columns hold."""
_FEWEST = 5
_USUAL = 0.9
"""A column is of texts, or filled, where this share of the rows looked at has it so."""

_WORD = re.compile(
    "total|totals|grand total|overall total|sum|sum total|summe|summen|gesamt|gesamtsumme|gesamtergebnis|insgesamt|total général"
    "|somme|totale|totale complessivo|somma|total general|suma|suma total|total geral|soma|totaal|eindtotaal|som|razem|summa"
    "|итого|всего|合计|总计|合計|総計|합계|المجموع|الإجمالي|סה״כ|toplam",
    re.IGNORECASE,
)


def is_total(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the last of some rows, those above it given as well, is one of totals.

    It has numbers, a word such as "Total" or nothing before them, and no text where the rows above have theirs. In doubt
    it is data: a row too many costs a fraction of a cent, one that is missing may be somebody's.
    """
    above, last = rows[:-1], [cell.strip() for cell in rows[-1]]
    if len(above) < _FEWEST:
        return False
    filled = [place for place, cell in enumerate(last) if cell]
    named = bool(filled) and _WORD.fullmatch(last[filled[0]].rstrip(": ")) is not None
    numbers = filled[named:]
    texts = [place for place in range(len(last)) if _share(above, place, text=True) >= _USUAL]
    without_texts = not any(last[place] for place in texts if not (named and place == filled[0]))
    if not numbers or not without_texts or not all(looks_like_number(last[place]) for place in numbers):
        return False
    if named:
        return all(row[filled[0]].strip() != last[filled[0]] for row in above)
    # Without a word only where what names a row is missing: an unfinished row has that at least.
    return bool(texts) and not last[0] and _share(above, 0, text=False) == 1


def _share(rows: Sequence[Sequence[str]], place: int, *, text: bool) -> float:
    """The share of rows whose cell is filled, or filled with a text."""
    cells = [cell for row in rows if (cell := row[place].strip())]
    return sum(not (text and looks_like_number(cell)) for cell in cells) / len(rows)
