"""Exceptions of the SDK and of httpx2 as ServiceTrouble, by the tables in `troubles`.

Decided by status, error type and error code, never by a message's words, which may change
(https://platform.claude.com/docs/en/api/errors), but for two 400s that have nothing else to go by:
an account's own spending limit, and an empty balance.

What decides over money is whether the service may have carried the call out. Where nothing can
have left this computer it is NO_CONNECTION; in all other doubt DROPPED or SERVICE.
"""

from __future__ import annotations

import functools
import math
import re
import time
from collections.abc import Callable, Iterator, Mapping
from typing import Any, ParamSpec, TypeVar

from app.batch_api.troubles import (
    BLOCKED,
    BY_CODE,
    BY_PREFIX,
    BY_STATUS,
    BY_TRANSPORT,
    DROPPED,
    KEY,
    NO_CONNECTION,
    NOT_TRUSTED,
    PROXY,
    REQUEST,
    SERVICE,
    UNREADABLE,
    Words,
)
from app.core.errors import AppError, ServiceTrouble

P = ParamSpec("P")
T = TypeVar("T")

WORKSPACE_HEADER = "anthropic-workspace-id"
"""In every reply of the service: whose batches the key sees. A gateway may leave it out."""


def translated(work: Callable[P, T]) -> Callable[P, T]:
    """The same function, but whatever the SDK or httpx2 raises in it comes out as ServiceTrouble.

    Raised where the other exception is over, so that nothing holds on to the request, its key
    and its body.
    """

    @functools.wraps(work)
    def call(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return work(*args, **kwargs)
        except Exception as error:
            found = as_trouble(error)
            if found is None:
                raise
        raise found

    return call


def as_trouble(error: Exception) -> AppError | None:
    """What an exception of the SDK or of httpx2 means; None for any other, which is a bug of ours."""
    import anthropic
    import httpx2

    for link in _raised_from(error):
        if isinstance(link, AppError):
            return link  # raised by a transport of our own, and wrapped by the SDK
    if isinstance(error, anthropic.APIStatusError):
        return _status_trouble(error.status_code, error.body, error.response.headers)
    if isinstance(error, anthropic.APIResponseValidationError):
        return unreadable_reply(error.status_code)
    if isinstance(error, anthropic.CredentialsError):
        return _trouble(KEY, details=type(error).__name__)
    if isinstance(error, anthropic.AnthropicError):
        return _broken_off(error.__cause__ or error)
    if isinstance(error, (httpx2.HTTPError, httpx2.StreamError, httpx2.InvalidURL, httpx2.CookieConflict)):
        return _broken_off(error)
    return None


_NAME = re.compile(r"[\w.:-]{1,100}", re.ASCII)
"""What the service calls an error or a request by; anything else in its place is somebody's words."""

_NOT_CARRIED_OUT = frozenset({400, 401, 402, 403, 404, 407, 413, 422, 429})
"""Statuses that say of a call that costs something that it was not carried out; 407 is a proxy's."""


def doubted(trouble: ServiceTrouble) -> ServiceTrouble:
    """The same for a call that costs something: whatever else somebody on the way says, it may have been carried out."""
    if trouble.outcome_unknown or trouble.status is None or trouble.status in _NOT_CARRIED_OUT:
        return trouble
    return _trouble(
        SERVICE,
        status=trouble.status,
        retry_after=trouble.retry_after,
        details=trouble.facts,
        said=trouble.said,
        workspace=trouble.workspace,
    )


def unreadable_reply(status: int) -> ServiceTrouble:
    """A success that isn't one: the reply is not what the service would say."""
    return _trouble(UNREADABLE, status=status, details=f"status {status}, and no JSON object")


def _status_trouble(status: int, body: object, headers: Mapping[str, str]) -> ServiceTrouble:
    error = body.get("error") if isinstance(body, Mapping) else None
    error = error if isinstance(error, Mapping) else {}
    extra = error.get("details")
    code = extra.get("error_code") if isinstance(extra, Mapping) else None
    message = error.get("message")
    message = message if isinstance(message, str) else ""
    words = _status_words(status, isinstance(body, Mapping), code, message)
    names = (str(fact) for fact in (error.get("type"), code, headers.get("request-id")) if fact)
    facts = [f"status {status}", *(name for name in names if _NAME.fullmatch(name))]
    return _trouble(
        words,
        status=status,
        retry_after=_retry_after(headers),
        details=", ".join(facts),
        said=_without_keys(message)[:300] if status in (400, 404, 413, 422) else "",
        workspace=headers.get(WORKSPACE_HEADER) or "",
    )


def _status_words(status: int, from_service: bool, code: object, message: str) -> Words:
    if isinstance(code, str) and code in BY_CODE:
        return BY_CODE[code]
    if status == 400:
        for prefix, words in BY_PREFIX.items():
            if message.startswith(prefix):
                return words
    if status == 403 and not from_service:
        return BLOCKED  # a firewall's page: the service itself always answers in JSON
    if status == 407:
        return PROXY
    return BY_STATUS.get(status, REQUEST if 400 <= status < 500 else SERVICE)


def _broken_off(error: BaseException) -> ServiceTrouble:
    import ssl

    words = next(
        (BY_TRANSPORT[base.__name__] for base in type(error).__mro__ if base.__name__ in BY_TRANSPORT), DROPPED
    )
    links = list(_behind(error))
    if words is NO_CONNECTION and any(isinstance(link, ssl.SSLCertVerificationError) for link in links):
        words = NOT_TRUSTED
    # Only the system's own words: the others may quote a header or an address with a password in it.
    said = [str(link.strerror) for link in links if isinstance(link, OSError) and link.strerror]
    return _trouble(words, details=", ".join([*(type(link).__name__ for link in links), *said[-1:]]))


def _trouble(
    words: Words,
    *,
    status: int | None = None,
    retry_after: float | None = None,
    details: str = "",
    said: str = "",
    workspace: str = "",
) -> ServiceTrouble:
    return ServiceTrouble(
        words.trouble,
        words.what,
        words.means,
        words.do,
        status=status,
        retry_after=retry_after,
        details=details,
        said=said,
        workspace=workspace,
    )


def _raised_from(error: BaseException) -> Iterator[BaseException]:
    """The exception and what it was raised from, the outermost first."""
    link: BaseException | None = error
    while link is not None:
        yield link
        link = link.__cause__


def _behind(error: BaseException) -> Iterator[BaseException]:
    """The exception and what led to it, the system's own error last: httpcore2 takes that out of the causes.

    An AppError among them is the failure of an earlier call that was being handled meanwhile.
    """
    link: BaseException | None = error
    while link is not None and not isinstance(link, AppError):
        yield link
        link = link.__cause__ or link.__context__


def _retry_after(headers: Mapping[str, str]) -> float | None:
    """The pause asked for, in seconds: milliseconds, seconds or a date; as long as the service likes."""
    for name, unit in (("retry-after-ms", 0.001), ("retry-after", 1.0)):
        seconds = _number(headers.get(name))
        if seconds is not None:
            return max(seconds * unit, 0.0)
    until = http_date(headers.get("retry-after"))
    if until is None:
        return None
    now = http_date(headers.get("date")) or time.time()  # by the service's own clock, where it says
    return max(until - now, 0.0)


def _number(text: str | None) -> float | None:
    try:
        number = float(text or "")
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def http_date(text: str | None) -> float | None:
    """An HTTP date as seconds since 1970."""
    import email.utils

    parts = email.utils.parsedate_tz(text) if text else None
    try:
        return float(email.utils.mktime_tz(parts)) if parts else None
    except (ValueError, OverflowError):
        return None


def _without_keys(text: Any) -> str:
    return re.sub(r"sk-[A-Za-z0-9_\-]+", "sk-…", str(text))
