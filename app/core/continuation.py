"""A row that the model paused: its next request says what was said so far, and the two answers are one.

https://platform.claude.com/docs/en/build-with-claude/handling-stop-reasons: a turn that ended in
``pause_turn`` is sent back as it is, as the assistant's, and the model goes on from there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any


def paused_turns(results: Iterable[Mapping[str, Any]]) -> list[Any]:
    """What the model has said of a row so far, as blocks of content, from its earlier results, the oldest first.

    Empty where the row begins anew: its last answer was whole, or the service would not take it so.
    """
    blocks: list[Any] = []
    for result in results:
        message = result.get("message") if result.get("type") == "succeeded" else None
        if isinstance(message, dict):
            content = message.get("content")
            if message.get("stop_reason") == "pause_turn" and isinstance(content, list):
                blocks += content
            else:
                blocks.clear()
        elif _refused(result):
            blocks.clear()
    return blocks


def resumed(result: Any, before: Sequence[Any]) -> Any:
    """A result with what was said before put in front, so that it is judged and read as one answer."""
    message = result.get("message") if isinstance(result, dict) else None
    if not before or not isinstance(message, dict) or not isinstance(message.get("content"), list):
        return result
    return {**result, "message": {**message, "content": [*before, *message["content"]]}}


def _refused(result: Mapping[str, Any]) -> bool:
    error = result.get("error")
    inner = error.get("error") if isinstance(error, dict) else None
    return isinstance(inner, dict) and inner.get("type") == "invalid_request_error"
