"""Rows in ascending order of their numbers, looked at beside others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Generic, Protocol, TypeVar


class Numbered(Protocol):
    """Something about a row."""

    @property
    def number(self) -> int:
        """The row's number."""


N = TypeVar("N", bound=Numbered)


class ByNumber(Generic[N]):
    """Asked for in ascending order, each is read once; the same one may be asked for again."""

    def __init__(self, rows: Iterator[N]) -> None:
        self._rows = rows
        self._next = next(rows, None)

    def of(self, number: int) -> N | None:
        """The value of that row; None where there is none."""
        while self._next is not None and self._next.number < number:
            self._next = next(self._rows, None)
        return self._next if self._next is not None and self._next.number == number else None
