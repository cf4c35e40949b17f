"""Finding rows by their text, away from the window."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from typing import TypeVar

from app.services.tasks import TaskControl

Row = TypeVar("Row")

_PAGE = 500


def search(
    text: str, count: int, fetch: Callable[[int, int], Sequence[Row]], texts: Callable[[Row], Sequence[str]]
) -> Callable[[TaskControl], array[int]]:
    """Work that finds the positions of all rows in one of whose ``texts`` the text stands, in whatever case.

    ``fetch`` gives rows by position and count. Progress is (rows looked through, rows in all, rows found so far).
    """
    wanted = text.casefold()

    def work(control: TaskControl) -> array[int]:
        found = array("q")
        for first in range(0, count, _PAGE):
            control.check()
            control.progress(first, count, str(len(found)))
            for position, row in enumerate(fetch(first, _PAGE), first):
                if any(wanted in each.casefold() for each in texts(row)):
                    found.append(position)
        return found

    return work
