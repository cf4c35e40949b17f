"""Requests that differ from one before them in id and prompt alone, as nearly all of a batch do: the rest is not read again."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import orjson

from app.practice.checks import Call
from app.practice.questions import Frame, Question, frame_of, plain_question

_ID = re.compile(rb'\{"custom_id":"([a-zA-Z0-9_-]{1,64})(?=")')
_MESSAGES = b',"messages":'
_OPENING = b'[{"role":"user","content":'
_CLOSING = b"}]}}"


class Plain(NamedTuple):
    """Such a request: it has passed every check."""

    custom_id: str
    question: Question


class Alike:
    """Knows the last request that others may be like."""

    def __init__(self, call: Call) -> None:
        self._call = call
        self._lead = b""
        self._frame: Frame | None = None

    def read(self, raw: bytes) -> Any:
        """A request as it was sent: plain where it is like the last one, otherwise its JSON. Raises JSONDecodeError."""
        request: Any = self._plain(raw)
        if request is None:
            request = orjson.loads(raw)
            self._learn(raw, request)
        return request

    def _plain(self, raw: bytes) -> Plain | None:
        found = _ID.match(raw)
        if found is None or self._frame is None or not raw.startswith(self._lead, found.end()):
            return None
        # What stands before it ends with a comma and this key, so that it is one, and the last; what stands after it
        # closes all that is open.
        text = raw[found.end() + len(self._lead) : -len(_CLOSING)]
        if not raw.endswith(_CLOSING):
            return None
        try:
            prompt = orjson.loads(text)
        except orjson.JSONDecodeError:
            return None
        question = plain_question(self._frame, prompt) if isinstance(prompt, str) else None
        return Plain(found[1].decode(), question) if question else None

    def _learn(self, raw: bytes, request: Any) -> None:
        found = _ID.match(raw)
        params = request.get("params") if isinstance(request, dict) else None
        if found is None or not isinstance(params, dict):
            return
        messages = orjson.dumps(params.get("messages"))
        lead, ending = raw[found.end() : -len(messages) - 2], raw[-len(messages) - 2 :]
        if ending == messages + b"}}" and lead.endswith(_MESSAGES) and messages.startswith(_OPENING):
            frame = frame_of(params, self._call)
            self._lead = lead + _OPENING
            self._frame = frame if isinstance(frame, Frame) else None
