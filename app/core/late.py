"""Parts of a whole that are made when they are first wanted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class Late(Generic[T]):
    """A part that is made when it is first wanted, with all that it imports, and once: whichever thread wants it.

    Put over the method that makes it, in a class that has a ``guard``: a lock that a thread can take again, as one part
    may want another. `functools.cached_property` makes a part twice where two threads ask at once.
    """

    def __init__(self, make: Callable[[Any], T]) -> None:
        self._make = make

    def __set_name__(self, _owner: type, name: str) -> None:
        self._name = name

    def __get__(self, whole: Any, _owner: type) -> T:
        made = vars(whole)  # what is in here is found before this descriptor is
        with whole.guard:
            if self._name not in made:
                made[self._name] = self._make(whole)
            found: T = made[self._name]
        return found
