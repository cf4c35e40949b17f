"""Parts and totals of money as a table shows them: what is in sight adds up."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.money import PICO, decimals_of


def decimals_of_sums(*sums: Sequence[int]) -> int:
    """Decimals for parts and totals, all in picodollars: as few as show the parts, and two beyond the total's at most."""
    totals = max(decimals_of(sum(one)) for one in sums)
    parts = max((decimals_of(part) for one in sums for part in one), default=2)
    return min(max(parts, totals), totals + 2)


def in_sight(parts: Sequence[int], decimals: int) -> list[int]:
    """What is shown of the parts, in picodollars: each within a unit of the last decimal, their sum that of the true ones.

    That sum reads as the true one does elsewhere, with fewer decimals.
    """
    unit = PICO // 10**decimals
    true = sum(parts)
    total = (true + unit // 2) // unit
    if _reads_as(total * unit) != _reads_as(true):
        total = true // unit  # rounded up twice it would read as a cent too many
    shown = [part // unit for part in parts]
    left = total - sum(shown)
    for place in sorted(range(len(parts)), key=lambda one: -(parts[one] % unit))[:left]:
        shown[place] += 1
    return [one * unit for one in shown]


def _reads_as(pico: int) -> int:
    """An amount as it is shown alone, in picodollars."""
    unit: int = PICO // 10 ** decimals_of(pico)
    return (pico + unit // 2) // unit * unit
