"""What a model can do, as far as a request or a price depends on it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


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
    """A model offered for batches. Lengths are in tokens."""

    id: str
    name: str
    max_input: int
    max_output: int
    thinking: Thinking
    efforts: tuple[str, ...] = ()
    structured_outputs: bool = True
    retires: dt.date | None = None


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
        room = THINKING_ROOM[effort_of(model, thinking, effort) or "high"]
    return min(longest_answer + room, model.max_output)
