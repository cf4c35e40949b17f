"""Amounts of money.

They are whole *picodollars* (``PICO`` of them make a dollar), so that sums over a million
rows are exact: the cheapest rate, a cached token of the smallest model at batch price, is
5,000 of them. They turn into dollars only where somebody reads them.
"""

from __future__ import annotations

import math

PICO = 10**12
"""Picodollars in a US dollar."""


def dollars(pico: int) -> float:
    """Picodollars as dollars."""
    return pico / PICO


def exactly(pico: int) -> str:
    """Picodollars as dollars with all their digits, for a table: "0.0003895"."""
    from decimal import Decimal

    return f"{Decimal(pico) / PICO:f}"


def picodollars(amount: float) -> int:
    """Dollars as picodollars: exactly those of the figure as it is written."""
    from decimal import Decimal

    return round(Decimal(str(amount)) * PICO)


def decimals_of(pico: int) -> int:
    """How many decimals an amount is shown with: cents from ten cents on, else two digits that count."""
    amount = dollars(pico)
    if not 0 < abs(amount) < 0.1:
        return 2
    decimals = max(2, min(12, 1 - math.floor(math.log10(abs(amount)))))
    while decimals > 2 and rounded(pico, decimals) == 10 * rounded(pico, decimals - 1):
        decimals -= 1
    return decimals


def rounded(pico: int, decimals: int) -> int:
    """In units of the last decimal, halves up: a float may take either way."""
    unit: int = PICO // 10**decimals
    return (pico + unit // 2) // unit


def written(pico: int) -> str:
    """An amount in English: "$1,234.50", "$0.0021"."""
    decimals = decimals_of(pico)
    return f"${rounded(pico, decimals) / 10**decimals:,.{decimals}f}"
