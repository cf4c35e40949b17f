"""The answer to one request: made up, steady, and of the shape that the service gives.

Shape of a message: https://platform.claude.com/docs/en/api/messages
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import orjson

from app.practice import tokens
from app.practice.checks import SERVER_TOOL_USE
from app.practice.faults import RowFault
from app.practice.questions import Frame, Question
from app.practice.searches import Searches, made_up_searches
from app.practice.wording import MARK, Row, clip, paragraph

_CATEGORIES = ("cyber", "bio", "frontier_llm", "reasoning_extraction", "general_harms")
_SALT = 0x5EED
_TARGET = (25, 130)


@dataclass(slots=True)
class _Draft:
    """An answer in the making: its text, thinking tokens and why it stops."""

    text: str
    thinking: int
    stop_reason: str = "end_turn"
    stop_details: dict[str, Any] | None = None
    output_tokens: int = 0


def message(question: Question, message_id: str, fault: RowFault | None = None) -> dict[str, Any]:
    """The message that answers a question. ``fault`` may be one of those that end in an answer."""
    frame = question.frame
    digest = question.digest
    row = Row(int.from_bytes(digest[:8], "big"), question.text)
    draft = _write(frame, row)
    if fault is RowFault.DECLINED:
        _decline(draft, row, frame)
    elif fault is RowFault.CUT_SHORT:
        _cut(draft, row, frame)
    elif fault is RowFault.UNFIT:
        _spoil(draft, frame)
    elif fault is RowFault.PAUSED:
        draft.text, draft.stop_reason = f"{MARK}: looking further.", "pause_turn"
    found = made_up_searches(frame.searches, digest)
    return {
        "id": message_id,
        "type": "message",
        "role": "assistant",
        "model": frame.model.id,
        "content": _content(draft, frame, digest, found),
        "stop_reason": draft.stop_reason,
        "stop_sequence": None,
        "stop_details": draft.stop_details,
        "usage": _usage(question, row, draft, found),
    }


def _count(frame: Frame, text: str) -> int:
    return tokens.tokens_of(tokens.utf8_length(text), frame.model.new_tokens)


def _write(frame: Frame, row: Row) -> _Draft:
    """A whole answer within the limit; only JSON that can't be made short enough is cut."""
    text = _plain(frame, row) if frame.make is None else _json(frame, row)
    size = _count(frame, text)
    if size > frame.limit and frame.make is not None:
        text = _json(frame, Row(row.seed, row.text, terse=True))
        size = _count(frame, text)
    draft = _Draft(text, 0, output_tokens=size)
    if size > frame.limit:
        draft.text = clip(text, tokens.bytes_of(frame.limit, frame.model.new_tokens))
        draft.output_tokens, draft.stop_reason = frame.limit, "max_tokens"
    elif frame.thoughts is not None:
        low, high = frame.thoughts
        # Practice without faults answers every row, so thinking never takes the room of the answer.
        draft.thinking = min(low + row.pick(_SALT, high - low), (frame.limit - size) * 3 // 4)
        draft.output_tokens += draft.thinking
    return draft


def _plain(frame: Frame, row: Row) -> str:
    low, high = _TARGET
    target = min(low + row.pick(_SALT + 1, high - low), frame.limit)
    return paragraph(row, _SALT + 2, tokens.bytes_of(target, frame.model.new_tokens), 1 + target // 25)


def _json(frame: Frame, row: Row) -> str:
    assert frame.make is not None
    return orjson.dumps(frame.make(row)).decode()


def _decline(draft: _Draft, row: Row, frame: Frame) -> None:
    """A refusal, in half of all cases before any text."""
    category = _CATEGORIES[row.pick(_SALT + 3, len(_CATEGORIES))]
    draft.stop_reason = "refusal"
    draft.stop_details = {
        "type": "refusal",
        "category": category,
        "explanation": f"{MARK}: this row was declined as a rehearsal.",
    }
    begun = row.pick(_SALT + 4, 2) == 0
    draft.text = clip(draft.text, len(draft.text) // 3) if begun and draft.text else ""
    draft.output_tokens = draft.thinking + (_count(frame, draft.text) if draft.text else 1)


def _cut(draft: _Draft, row: Row, frame: Frame) -> None:
    """An answer that has run into the limit; JSON stays open."""
    room = tokens.bytes_of(frame.limit, frame.model.new_tokens)
    if frame.make is not None:
        text = clip(draft.text, len(draft.text.encode()) * 2 // 3)
        # Where the model does not think, blanks are what fills JSON up to the limit.
        draft.text = text if frame.thoughts else text + " " * (room - tokens.utf8_length(text))
    elif frame.thoughts is None:
        draft.text = _endless(row, room)
    draft.text = clip(draft.text, room) if frame.thoughts or frame.make is None else draft.text[:room]
    draft.thinking = frame.limit - _count(frame, draft.text) if frame.thoughts else 0
    draft.stop_reason, draft.output_tokens = "max_tokens", frame.limit


def _endless(row: Row, most_bytes: int) -> str:
    """Text that goes on to the last byte allowed."""
    text = paragraph(row, _SALT + 2, most_bytes, 12)
    while tokens.utf8_length(text) < most_bytes:
        text = f"{text} {text}"
    return clip(text, most_bytes)


def _spoil(draft: _Draft, frame: Frame) -> None:
    """An answer that fits the schema and is no use: a day that does not exist, or nothing at all."""
    spoilt = _without_day(orjson.loads(draft.text)) if frame.make and draft.stop_reason == "end_turn" else None
    draft.text = orjson.dumps(spoilt).decode() if spoilt is not None else ""
    draft.output_tokens = draft.thinking + (_count(frame, draft.text) if draft.text else 1)


def _without_day(found: Any) -> Any:
    """The same with one date put on 30 February; None where it has no date."""
    if not isinstance(found, dict):
        return None
    for key, value in found.items():
        if isinstance(value, str) and len(value) == 10 and value[4] == value[7] == "-" and value[:4].isdigit():
            return {**found, key: f"{value[:4]}-02-30"}
    return None


def _content(draft: _Draft, frame: Frame, digest: bytes, found: Searches) -> list[dict[str, Any]]:
    blocks: list[dict[str, Any]] = []
    if draft.thinking:
        thought = f"{MARK}: thinking about this row." if frame.shows_thinking else ""
        blocks.append({"type": "thinking", "thinking": thought, "signature": f"practice{digest.hex()}"})
    blocks += found.blocks
    if draft.text:
        cites = {"citations": found.citations} if found.citations and frame.make is None else {}
        blocks.append({"type": "text", "text": draft.text, **cites})
    if draft.stop_reason == "pause_turn":
        name = f"srvtoolu_01{digest.hex()[:22]}"
        blocks.append({"type": SERVER_TOOL_USE, "id": name, "name": "web_search", "input": {"query": MARK}})
    return blocks


def _usage(question: Question, row: Row, draft: _Draft, found: Searches) -> dict[str, Any]:
    frame = question.frame
    written, read = _cache_use(frame, question.cached_size, row)
    long_kept = written if frame.cache_ttl == "1h" else 0
    return {
        "input_tokens": question.input_tokens - written - read + found.tokens,
        "cache_creation_input_tokens": written,
        "cache_read_input_tokens": read,
        "cache_creation": {
            "ephemeral_5m_input_tokens": written - long_kept,
            "ephemeral_1h_input_tokens": long_kept,
        },
        "output_tokens": draft.output_tokens,
        "output_tokens_details": {"thinking_tokens": draft.thinking},
        "server_tool_use": {"web_search_requests": found.count, "web_fetch_requests": 0} if found.count else None,
        "service_tier": "batch" if frame.call.kind == "batch" else "standard",
        "inference_geo": "global",
    }


def _cache_use(frame: Frame, cached: int, row: Row) -> tuple[int, int]:
    """Tokens written to and read from the cache; hits are best effort, here four in five."""
    if not cached:
        return 0, 0
    size = tokens.tokens_of(cached, frame.model.new_tokens)
    if size < frame.model.min_cache:
        return 0, 0
    return (0, size) if row.pick(_SALT + 5, 5) else (size, 0)
