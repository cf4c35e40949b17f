"""What a model can do, as far as a request or a price depends on it."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


class Thinking(StrEnum):
    """How a model's thinking is switched."""

    DISABLED = "disabled"  # on unless switched off
    ON_REQUEST = "on_request"  # off unless asked for
    BETWEEN_TOOLS = "between_tools"  # can't be switched off, but kept to a minimum
    ALWAYS = "always"  # can't be switched off
    BUDGET = "budget"  # off unless given a budget of tokens


EFFORTS = ("low", "medium", "high", "xhigh", "max")
"""Levels of effort, least first."""


@dataclass(frozen=True)
class Model:
    """A model offered for batches. Lengths are in tokens; a shared part shorter than ``min_cache`` is not kept for reuse."""

    id: str
    name: str
    max_input: int
    max_output: int
    thinking: Thinking
    efforts: tuple[str, ...] = ()
    structured_outputs: bool = True
    retires: dt.date | None = None
    default_effort: str = "high"
    long_output: bool = False
    min_cache: int = 4_096
    web_search: bool = True

    @property
    def most_answer(self) -> int:
        """The longest answer that can be asked for: in batches, some models go far beyond their limit."""
        return max(LONG_OUTPUT, self.max_output) if self.long_output else self.max_output

    def retired_by(self, moment: float) -> bool:
        """Whether it no longer answers at that time, in seconds since 1970."""
        return self.retires is not None and moment >= _midnight(self.retires)

    def retires_within(self, moment: float, seconds: float) -> bool:
        """Whether it stops to answer within so many seconds after that time."""
        return self.retired_by(moment + seconds)


LONG_OUTPUT = 300_000
"""Tokens that very long answers have at most; source: the page on batch processing, under extended output."""

JOB_SECONDS = 24 * 3600.0
"""How long a batch may take: a model that retires sooner may leave rows without an answer."""

SOON_SECONDS = 30 * 24 * 3600.0
"""A model that retires within this is marked."""

MOST_EFFORT_UNTHINKING = "high"
"""The most effort that models take with thinking switched off."""


def effort_choices(model: Model, thinking: str | None) -> tuple[str, ...]:
    """The efforts that the model takes with that ``thinking``, least first."""
    held_back = model.thinking in (Thinking.DISABLED, Thinking.BETWEEN_TOOLS) and thinking != "on"
    most = EFFORTS.index(MOST_EFFORT_UNTHINKING)
    return tuple(one for one in model.efforts if not held_back or EFFORTS.index(one) <= most)


THINKING_ROOM = {"low": 2_000, "medium": 8_000, "high": 16_000, "xhigh": 32_000, "max": 64_000}
"""Tokens added to the longest answer where the model thinks, by effort.

Thinking counts in ``max_tokens`` and is billed as output, so without room a short answer
comes back cut or empty.
"""


def thinks(model: Model, thinking: str | None) -> bool:
    """Whether the model will think under a recipe's ``thinking`` ("on", "off" or None)."""
    if thinking == "on":
        return True
    return model.thinking is Thinking.ALWAYS


def effort_of(model: Model, thinking: str | None, effort: str | None) -> str | None:
    """The effort to send: the recipe's, else the least where thinking can't be switched off."""
    if effort is not None:
        return effort
    if thinks(model, thinking) and thinking != "on" and model.efforts:
        return model.efforts[0]
    return None


def max_tokens(model: Model, longest_answer: int, thinking: str | None, effort: str | None) -> int:
    """``max_tokens`` of a request: the longest visible answer, and room to think where it does."""
    room = 0
    if thinks(model, thinking):
        room = THINKING_ROOM[effort_of(model, thinking, effort) or model.default_effort]
    most = model.most_answer if longest_answer > model.max_output else model.max_output
    return min(longest_answer + room, most)


def model_to_json(model: Model) -> dict[str, Any]:
    """For the profile's record of what the service said."""
    return asdict(model) | {"retires": model.retires.isoformat() if model.retires else None}


def model_from_json(found: dict[str, Any]) -> Model:
    """Back from the record; raises ValueError, KeyError or TypeError where it is none."""
    retires = found["retires"]
    return Model(
        **(
            found
            | {
                "thinking": Thinking(found["thinking"]),
                "efforts": tuple(found["efforts"]),
                "retires": dt.date.fromisoformat(retires) if retires else None,
            }
        )
    )


def _midnight(day: dt.date) -> float:
    return dt.datetime.combine(day, dt.time(), tzinfo=dt.UTC).timestamp()
