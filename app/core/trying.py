"""A row tried by itself, at once and at the ordinary price."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.core.outcome import Outcome
from app.core.outputs import CellValue
from app.core.sampling import Why


class TryState(StrEnum):
    """Where the call for one row is."""

    INTENDED = "intended"  # on disk as about to be made; it may be under way
    UNKNOWN = "unknown"  # no reply came: it may have been carried out, and billed
    ANSWERED = "answered"  # its answer is here, whatever that is worth
    REFUSED = "refused"  # certainly not carried out, and costs nothing


@dataclass(frozen=True, slots=True)
class Tried:
    """One try as the store has it. Money in picodollars; ``size`` is the request's bytes.

    Tries with the same ``run`` were made together. ``recipe`` is the identity of what was asked, ``kin`` that
    of all that differ from it in wording alone.
    ``outcome`` and what follows are there for answered tries alone. ``weight`` is the share of all
    rows that it stands for, 0 where the user chose it.
    """

    id: int
    run: int
    number: int
    position: int
    recipe: str
    kin: str
    why: Why
    weight: float
    size: int
    state: TryState
    at_most: int
    outcome: Outcome | None = None
    cause: str = ""
    values: tuple[CellValue, ...] = ()
    message: str = ""
    result: bytes = b""
    input_tokens: int = 0
    output_tokens: int = 0
    cost: int = 0
