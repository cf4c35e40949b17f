"""Amounts of money.

They are whole *picodollars* (``PICO`` of them make a dollar), so that sums over a million
rows are exact: the cheapest rate, a cached token of the smallest model at batch price, is
5,000 of them. They turn into dollars only where somebody reads them.
"""

from __future__ import annotations

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
