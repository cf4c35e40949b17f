"""An answer as the store takes it: judged, with what it cost, from the line that it came in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app.core.answer_reading import AnswerReader
from app.core.judging import judge_with
from app.core.outcome import Outcome
from app.core.price import Usage
from app.core.words import map_values
from app.store.arrivals import StoredAnswer
from app.store.codec import values_to_blob


def stored_answer(
    reader: AnswerReader, cost: Callable[[Usage], int], row: int, line: bytes, result: Any
) -> StoredAnswer:
    """A row's judged answer, from its line and the result in that; ``cost`` says what usage costs."""
    verdict = judge_with(reader, result if isinstance(result, dict) else {})
    usage = verdict.usage or _NO_USAGE
    # By place: this is done a million times.
    return StoredAnswer(
        row,
        line,
        verdict.outcome,
        verdict.cause,
        values_to_blob(verdict.values) if verdict.outcome is Outcome.ANSWERED else None,
        verdict.message and map_values(verdict.message, _storable),
        usage.prompt_tokens,
        usage.output_tokens,
        cost(usage),
    )


_NO_USAGE = Usage()


def _storable(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode()
