"""What a request asks, once it is checked: the part that all rows of a job share, and each row's own.

Shape of a request: https://platform.claude.com/docs/en/api/messages
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import Any

import orjson

from app.practice import tokens
from app.practice.checks import Call, check_frame, check_messages
from app.practice.faults import RowFault, row_fault
from app.practice.fitting import Maker, maker
from app.practice.models import ADAPTIVE, DISABLED, ENABLED, PracticeModel
from app.practice.searches import most_searches
from app.practice.wire import ServiceError, invalid

_THOUGHTS = {"low": (20, 180), "medium": (60, 500), "high": (120, 1_200), "xhigh": (300, 3_000), "max": (600, 6_000)}
"""Fewest and most tokens of thinking, by effort."""

_PAUSING = 26
"""Of 256 requests that search the web, how many pause."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Everything of a request but its messages: the same for all rows of a job, so worked out once."""

    model: PracticeModel
    call: Call
    core: bytes
    limit: int
    fixed_size: int
    overhead: int
    cached_size: int
    cache_ttl: str
    thoughts: tuple[int, int] | None
    shows_thinking: bool
    make: Maker | None
    searches: int


@dataclass(slots=True)
class Question:
    """One request, checked and understood."""

    frame: Frame
    messages: list[dict[str, Any]]
    text: str
    input_tokens: int
    continued: bool = False
    cached_size: int = 0
    _digest: bytes = b""

    @property
    def digest(self) -> bytes:
        """What tells it from every other request: 24 bytes, worked out when they are first wanted."""
        if not self._digest:
            text = orjson.dumps(self.messages, option=orjson.OPT_SORT_KEYS)
            self._digest = blake2b(text, key=self.frame.core, digest_size=24).digest()
        return self._digest

    @property
    def fault(self) -> RowFault | None:
        """How it goes wrong, where things are to go wrong. A long search pauses; gone on with, it ends well."""
        if self.continued:
            return None
        fault = row_fault(self.digest)
        return RowFault.PAUSED if fault is None and self.frame.searches and self.digest[0] < _PAUSING else fault


def read_question(params: Any, call: Call) -> Question:
    """Check a request. Raises ServiceError for what the service refuses."""
    if not isinstance(params, dict):
        raise invalid("params: Input should be a valid dictionary")
    messages: Any = params.get("messages")
    frame = frame_of(params, call)
    if isinstance(frame, ServiceError):
        # A new one each time: the kept one would gather a traceback at every raise.
        raise ServiceError(frame.status, frame.kind, frame.message)
    check_messages(messages, frame.model, call, formatted=frame.make is not None)
    size, text = _gather(messages)
    count = tokens.tokens_of(frame.fixed_size + size, frame.model.new_tokens) + frame.overhead
    count += tokens.MESSAGE_OVERHEAD * len(messages)
    if count > frame.model.context:
        raise invalid(f"prompt is too long: {count} tokens > {frame.model.context} maximum")
    continued = messages[-1]["role"] == "assistant"
    return Question(frame, messages, text, count, continued, _cached_lead(frame, messages[0]["content"]))


def plain_question(frame: Frame, prompt: str) -> Question | None:
    """The question of a single turn that is a text; None where the service refuses that: `read_question` says why."""
    size = frame.fixed_size + tokens.utf8_length(prompt)
    count = tokens.tokens_of(size, frame.model.new_tokens) + frame.overhead + tokens.MESSAGE_OVERHEAD
    if not prompt or prompt.isspace() or count > frame.model.context:
        return None
    return Question(frame, [{"role": "user", "content": prompt}], prompt, count, cached_size=frame.cached_size)


def frame_of(params: dict[str, Any], call: Call) -> Frame | ServiceError:
    """The part that rows share, or why the service refuses it."""
    # Not sorted: the answer's keys come in the order of the schema's.
    return _frame(orjson.dumps({**params, "messages": None}), call)


def _cached_lead(frame: Frame, content: Any) -> int:
    """Bytes up to the last breakpoint of all that comes before the answer."""
    size, cached = frame.fixed_size, frame.cached_size
    for block in content if isinstance(content, list) else ():
        size += tokens.content_size([block])
        cached = size if block.get("cache_control") else cached
    return cached


@lru_cache(maxsize=256)
def _frame(core: bytes, call: Call) -> Frame | ServiceError:
    params = orjson.loads(core)
    del params["messages"]
    try:
        model = check_frame(params, call)
    except ServiceError as error:
        return error
    form = (params.get("output_config") or {}).get("format")
    cached, ttl = _cached(params)
    thinking = params.get("thinking") or {}
    return Frame(
        model=model,
        call=call,
        core=blake2b(orjson.dumps(params, option=orjson.OPT_SORT_KEYS), digest_size=32).digest(),
        limit=int(params.get("max_tokens") or model.max_output),
        fixed_size=_fixed_size(params),
        overhead=tokens.REQUEST_OVERHEAD + (tokens.SCHEMA_OVERHEAD if form else 0),
        cached_size=cached,
        cache_ttl=ttl,
        thoughts=_thoughts(params, model),
        shows_thinking=thinking.get("display", "summarized" if model.shows_thinking else "omitted") == "summarized",
        make=maker(form["schema"]) if form else None,
        searches=most_searches(params.get("tools") or ()),
    )


def _fixed_size(params: Mapping[str, Any]) -> int:
    size = tokens.content_size(params.get("system"))
    if params.get("tools"):
        size += len(orjson.dumps(params["tools"]))
    form = (params.get("output_config") or {}).get("format")
    return size + (len(orjson.dumps(form["schema"])) if form else 0)


def _cached(params: Mapping[str, Any]) -> tuple[int, str]:
    """Bytes up to the last breakpoint in tools and system, and how long they are kept."""
    size, cached, ttl = 0, 0, "5m"
    system = params.get("system")
    for block in (*(params.get("tools") or ()), *(system if isinstance(system, list) else ())):
        size += tokens.utf8_length(block["text"]) if "text" in block else len(orjson.dumps(block))
        if mark := block.get("cache_control"):
            cached, ttl = size, mark.get("ttl", "5m")
    return cached, ttl


def _thoughts(params: Mapping[str, Any], model: PracticeModel) -> tuple[int, int] | None:
    thinking = params.get("thinking")
    kind = thinking["type"] if thinking else (ADAPTIVE if model.thinks_unasked else DISABLED)
    if kind == ENABLED and thinking:
        return 100, int(thinking["budget_tokens"]) // 2
    if kind != ADAPTIVE:
        return None
    return _THOUGHTS[(params.get("output_config") or {}).get("effort") or model.default_effort]


def _gather(messages: list[dict[str, Any]]) -> tuple[int, str]:
    """Bytes of all turns, and the text of the last one from the user."""
    size, text = 0, ""
    for message in messages:
        content = message["content"]
        size += tokens.content_size(content)
        if message["role"] == "user":
            text = content if isinstance(content, str) else _block_text(content)
    return size, text


def _block_text(blocks: list[dict[str, Any]]) -> str:
    return "\n".join(str(block["text"]) for block in blocks if block["type"] == "text")
