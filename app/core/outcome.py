"""How a row ends, and why one ends without a whole answer."""

from __future__ import annotations

from enum import StrEnum


class Outcome(StrEnum):
    """How a row ended."""

    ANSWERED = "answered"
    CUT_SHORT = "cut_short"
    DECLINED = "declined"
    FAILED = "failed"
    EXPIRED = "expired"
    CANCELLED = "cancelled"


class Cause(StrEnum):
    """Why a row has no whole answer."""

    MAX_TOKENS = "max_tokens"
    REFUSAL = "refusal"
    INVALID_REQUEST = "invalid_request"
    SERVICE_ERROR = "service_error"
    UNFIT = "unfit"
    PAUSED = "paused"
    CONTEXT_TOO_LONG = "context_too_long"
    UNKNOWN_TYPE = "unknown_type"
    ANSWERS_GONE = "answers_gone"
    OUT_OF_REACH = "out_of_reach"
    DOCUMENT = "document"


RETRIED_BY_DEFAULT = (Outcome.FAILED, Outcome.EXPIRED, Outcome.CANCELLED)
"""Outcomes that "ask again" takes up unless told more."""

AT_FAULT = (Cause.INVALID_REQUEST, Cause.CONTEXT_TOO_LONG)
"""Causes that lie in the request itself: made once more just as it was, it would most likely end the same way."""
