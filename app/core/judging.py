"""What became of one row, judged by what an answer is and not by the word "succeeded".

Shapes of a results line: https://platform.claude.com/docs/en/build-with-claude/batch-processing
Everything is decided by the ``type`` strings: the SDK's own models build an unknown type as one
that they know.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from app.core.answer_reading import AnswerReader, answer_reader
from app.core.outcome import Cause, Outcome
from app.core.outputs import CellValue, Output
from app.core.price import Usage
from app.core.web_answers import after_search, search_trouble, with_sources
from app.core.words import tr


class Verdict(NamedTuple):
    """The judged result of one request.

    ``text`` is the answer as the model wrote it, also where it is cut short or declined.
    ``values`` are the cells, one for each output, only where the outcome is ANSWERED.
    ``message`` says in words what went wrong, for the row's own page.
    """

    outcome: Outcome
    cause: Cause | None = None
    text: str = ""
    values: tuple[CellValue, ...] = ()
    stop_reason: str = ""
    usage: Usage | None = None
    message: str = ""


_WHOLE = frozenset({"end_turn", "stop_sequence"})


def judge(result: Mapping[str, Any], outputs: Sequence[Output]) -> Verdict:
    """Judge the ``result`` of one results line.

    Never raises for what the service says: an unknown type is FAILED with UNKNOWN_TYPE, and
    what it was is kept in ``message``.
    """
    return judge_with(answer_reader(outputs), result)


def judge_with(reader: AnswerReader, result: Mapping[str, Any]) -> Verdict:
    """The same with what reads the answers made beforehand: for many of one job."""
    match result.get("type"):
        case "succeeded":
            return _judge_message(result.get("message"), reader)
        case "errored":
            return _judge_error(result.get("error"))
        case "expired":
            return Verdict(Outcome.EXPIRED, message=tr("The service did not get to this row within 24 hours."))
        case "canceled":
            return Verdict(Outcome.CANCELLED)
        case other:
            return _unknown(
                tr("The service sent a result of the type “{kind}”, which this version does not know.", kind=other)
            )


def _judge_message(message: Any, reader: AnswerReader) -> Verdict:
    if not isinstance(message, dict):
        return _unknown(tr("The service sent a success without an answer, which this version does not know."))
    usage = Usage.from_service(message.get("usage"))
    stop_reason = str(message.get("stop_reason") or "")
    content = message.get("content")
    text = _text_of(content)
    if stop_reason in _WHOLE:
        if trouble := search_trouble(content):
            return Verdict(Outcome.FAILED, Cause.SERVICE_ERROR, text, (), stop_reason, usage, trouble)
        values, problem = reader(text)
        if values == (text.strip(),):
            # A plain text says what it rests on; columns have no place for that.
            values = (with_sources(text.strip(), content),)
        if problem:
            return Verdict(Outcome.FAILED, Cause.UNFIT, text, (), stop_reason, usage, problem)
        return Verdict(Outcome.ANSWERED, None, text, values, stop_reason, usage)
    outcome, cause, note = _without_answer(stop_reason)
    return Verdict(outcome, cause, text, (), stop_reason, usage, note)


def _without_answer(stop_reason: str) -> tuple[Outcome, Cause, str]:
    """What an answer that is not whole comes to, and why in words."""
    match stop_reason:
        case "max_tokens":
            return Outcome.CUT_SHORT, Cause.MAX_TOKENS, tr("The answer reached the longest allowed length.")
        case "refusal":
            return Outcome.DECLINED, Cause.REFUSAL, tr("The model declined to answer.")
        case "pause_turn":
            return Outcome.FAILED, Cause.PAUSED, tr("The model paused before it had an answer.")
        case "model_context_window_exceeded":
            note = tr("The row and its answer together are longer than the model can hold.")
            return Outcome.FAILED, Cause.CONTEXT_TOO_LONG, note
        case other:
            note = tr("The answer ended for a reason that this version does not know: “{other}”.", other=other)
            return Outcome.FAILED, Cause.UNKNOWN_TYPE, note


_REFUSED = frozenset({"invalid_request_error", "request_too_large", "not_found_error"})
_OF_THE_SERVICE = frozenset(
    {
        "api_error",
        "authentication_error",
        "billing_error",
        "conflict_error",
        "overloaded_error",
        "permission_error",
        "rate_limit_error",
        "timeout_error",
    }
)


def _judge_error(error: Any) -> Verdict:
    """An ``errored`` result; the error's own type is one level further in than one would think."""
    inner = error.get("error") if isinstance(error, dict) else None
    if not isinstance(inner, dict):
        return _unknown(tr("The service sent an error that does not say what it is, which this version does not know."))
    kind = str(inner.get("type") or "")
    note = str(inner.get("message") or "")
    if kind in _REFUSED:
        return Verdict(Outcome.FAILED, Cause.INVALID_REQUEST, message=note)
    if kind in _OF_THE_SERVICE:
        return Verdict(Outcome.FAILED, Cause.SERVICE_ERROR, message=note)
    return _unknown(tr("The service sent an error of the type “{kind}”, which this version does not know.", kind=kind))


def _text_of(content: Any) -> str:
    """The text blocks put together; thinking may come before them."""
    if not isinstance(content, list):
        return ""
    if len(content) == 1 and isinstance(content[0], dict) and content[0].get("type") == "text":
        return str(content[0].get("text") or "")
    blocks = [block for block in content if isinstance(block, dict)]
    # What is said before the last search is about searching; where nothing follows, it is all there is.
    return _joined(after_search(blocks)) or _joined(blocks)


def _joined(blocks: Sequence[Mapping[str, Any]]) -> str:
    return "".join([str(block.get("text") or "") for block in blocks if block.get("type") == "text"])


def _unknown(note: str) -> Verdict:
    return Verdict(Outcome.FAILED, Cause.UNKNOWN_TYPE, message=note)
