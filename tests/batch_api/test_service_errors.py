"""Every way in which a call can fail, and what it comes to."""

from __future__ import annotations

import email.utils
import inspect
import re
import ssl
import time
from typing import Any

import anthropic
import httpx2
import pytest

from app.batch_api import troubles
from app.batch_api.errors import _status_words, as_trouble, translated
from app.core.errors import Code, FileError, ServiceTrouble, Trouble

REQUEST = httpx2.Request("POST", "https://api.anthropic.com/v1/messages/batches")


def _trouble(client, service, status: int, **reply: object) -> ServiceTrouble:
    service.replies(status, **reply)
    with pytest.raises(ServiceTrouble) as caught:
        client.post("/v1/messages/batches", b"{}")
    return caught.value


def _error(kind: str, message: str = "Something.", code: str | None = None) -> dict[str, object]:
    """The service's own form of an error."""
    error: dict[str, object] = {"type": kind, "message": message}
    if code:
        error["details"] = {"error_code": code}
    return {"type": "error", "error": error, "request_id": "req_1"}


@pytest.mark.parametrize(
    ("status", "kind", "trouble"),
    [
        (400, "invalid_request_error", Trouble.REQUEST),
        (401, "authentication_error", Trouble.KEY),
        (402, "billing_error", Trouble.CREDIT),
        (403, "permission_error", Trouble.KEY),
        (404, "not_found_error", Trouble.NOT_FOUND),
        (405, "invalid_request_error", Trouble.REQUEST),
        (408, "timeout_error", Trouble.SERVICE),
        (409, "conflict_error", Trouble.SERVICE),
        (412, "invalid_request_error", Trouble.REQUEST),
        (413, "request_too_large", Trouble.REQUEST),
        (418, "of_the_future_error", Trouble.REQUEST),
        (422, "invalid_request_error", Trouble.REQUEST),
        (429, "rate_limit_error", Trouble.BUSY),
        (431, "invalid_request_error", Trouble.REQUEST),
        (499, "api_error", Trouble.SERVICE),
        (500, "api_error", Trouble.SERVICE),
        (501, "api_error", Trouble.SERVICE),
        (502, "api_error", Trouble.SERVICE),
        (503, "api_error", Trouble.SERVICE),
        (504, "timeout_error", Trouble.SERVICE),
        (524, "api_error", Trouble.SERVICE),
        (529, "overloaded_error", Trouble.SERVICE),
        (301, "redirect", Trouble.SERVICE),
    ],
)
def test_by_status(client, service, status, kind, trouble):
    found = _trouble(client, service, status, json=_error(kind), headers={"request-id": "req_1"})
    assert found.trouble is trouble
    assert found.status == status
    for fact in (str(status), kind, "req_1"):
        assert fact in found.details


@pytest.mark.parametrize(
    ("status", "code", "trouble"),
    [
        (429, "enforced_spend_limit_reached", Trouble.SPEND_LIMIT),
        (429, "contract_spend_limit_reached", Trouble.SPEND_LIMIT),
        (402, "linked_organization_spend_limit_reached", Trouble.SPEND_LIMIT),
        (402, "linked_organization_billing_unavailable", Trouble.CREDIT),
        (429, "ramp_limit_exceeded", Trouble.BUSY),
        (429, "of_the_future", Trouble.BUSY),
        (400, "organization_on_hold", Trouble.KEY),
        (400, "claude_code_key_creator_not_member", Trouble.KEY),
        (400, "request_body_timeout", Trouble.NO_CONNECTION),
        (413, "request_body_too_large_after_decoding", Trouble.REQUEST),
        (400, "of_the_future", Trouble.REQUEST),
    ],
)
def test_by_error_code(client, service, status, code, trouble):
    assert _trouble(client, service, status, json=_error("x_error", code=code)).trouble is trouble


@pytest.mark.parametrize(
    ("message", "trouble"),
    [
        (
            "You have reached your specified API usage limits. You will regain access on 2026-12-01.",
            Trouble.SPEND_LIMIT,
        ),
        ("You have reached your specified workspace API usage limits.", Trouble.SPEND_LIMIT),
        ("Your credit balance is too low to access the Anthropic API. Please go to Plans.", Trouble.CREDIT),
        ("messages: text says You have reached your specified limit", Trouble.REQUEST),
        ("", Trouble.REQUEST),
    ],
)
def test_the_two_limits_that_only_a_message_tells(client, service, message, trouble):
    assert _trouble(client, service, 400, json=_error("invalid_request_error", message)).trouble is trouble


@pytest.mark.parametrize("message", ["You have reached your specified", "Your credit balance is too low"])
def test_a_message_decides_nothing_elsewhere(client, service, message):
    assert _trouble(client, service, 500, json=_error("api_error", message)).trouble is Trouble.SERVICE
    assert _trouble(client, service, 429, json=_error("rate_limit_error", message)).trouble is Trouble.BUSY


@pytest.mark.parametrize(
    ("status", "trouble"),
    [
        (400, Trouble.REQUEST),
        (401, Trouble.KEY),
        (403, Trouble.NO_CONNECTION),  # a firewall's page: the service never saw it
        (404, Trouble.NOT_FOUND),
        (407, Trouble.NO_CONNECTION),
        (413, Trouble.REQUEST),
        (429, Trouble.BUSY),
        (502, Trouble.SERVICE),
        (524, Trouble.SERVICE),
    ],
)
@pytest.mark.parametrize(
    "body",
    [b"", b"<html><body>blocked</body></html>", b"\xff\xfe\x00", b'{"type":"err', b"[]", b'"x"', b"null"],
)
def test_a_reply_in_another_form(client, service, status, trouble, body):
    assert _trouble(client, service, status, content=body, headers={"content-type": "text/html"}).trouble is trouble


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"error": "text"},
        {"error": None},
        {"error": {"type": 7, "message": ["a"], "details": "x"}},
        {"error": {"details": {"error_code": {"a": 1}}}},
        {"error": {"details": {"error_code": ["enforced_spend_limit_reached"]}}},
        {"detail": "of some gateway"},
    ],
)
def test_a_body_of_another_shape(client, service, body):
    assert _trouble(client, service, 429, json=body).trouble is Trouble.BUSY
    assert _trouble(client, service, 403, json=body).trouble is Trouble.KEY


def test_the_services_own_words_are_kept_for_a_request_at_fault(client, service):
    found = _trouble(client, service, 400, json=_error("invalid_request_error", "max_tokens: 999 > 128" + "." * 900))
    assert "max_tokens: 999 > 128" in found.details
    assert len(found.details) < 500


class TestPause:
    @pytest.mark.parametrize(
        ("headers", "seconds"),
        [
            ({"retry-after": "30"}, 30.0),
            ({"retry-after": "0.5"}, 0.5),
            ({"retry-after": "86400000"}, 86_400_000.0),
            ({"retry-after-ms": "1500"}, 1.5),
            ({"retry-after-ms": "1500", "retry-after": "9"}, 1.5),
            ({"retry-after-ms": "soon", "retry-after": "9"}, 9.0),
            ({"retry-after": "-4"}, 0.0),
            ({"retry-after": "soon"}, None),
            ({"retry-after": "inf"}, None),
            ({"retry-after": "nan"}, None),
            ({}, None),
        ],
    )
    def test_in_seconds(self, client, service, headers, seconds):
        assert _trouble(client, service, 429, json={}, headers=headers).retry_after == seconds

    def test_as_a_date_by_the_services_clock(self, client, service):
        headers = {"date": "Fri, 20 Nov 2026 19:00:00 GMT", "retry-after": "Fri, 20 Nov 2026 21:00:00 GMT"}
        assert _trouble(client, service, 503, json={}, headers=headers).retry_after == 7200.0

    def test_as_a_date_without_that_clock(self, client, service):
        until = email.utils.formatdate(time.time() + 7200, usegmt=True)
        assert _trouble(client, service, 429, json={}, headers={"retry-after": until}).retry_after == pytest.approx(
            7200, abs=30
        )

    def test_as_a_date_gone_by(self, client, service):
        headers = {"retry-after": "Fri, 20 Nov 2020 19:00:00 GMT"}
        assert _trouble(client, service, 429, json={}, headers=headers).retry_after == 0.0


NOTHING_SENT = {
    httpx2.ConnectError,
    httpx2.ConnectTimeout,
    httpx2.PoolTimeout,
    httpx2.ProxyError,
    httpx2.UnsupportedProtocol,
    httpx2.InvalidURL,
}


def _exceptions_of(module) -> list[type[Exception]]:
    found = [value for _name, value in inspect.getmembers(module, inspect.isclass) if issubclass(value, Exception)]
    return [value for value in dict.fromkeys(found) if not issubclass(value, Warning)]


TRANSPORT_ERRORS = _exceptions_of(httpx2)
SDK_ERRORS = _exceptions_of(anthropic) + [
    value for value in _exceptions_of(anthropic._exceptions) if value not in _exceptions_of(anthropic)
]


def _transport_error(kind: type[Exception]) -> Exception:
    if issubclass(kind, httpx2.HTTPStatusError):
        return kind("x", request=REQUEST, response=httpx2.Response(500, request=REQUEST))
    try:
        return kind("x")
    except TypeError:
        return kind()


def _sdk_error(kind: Any) -> Exception:
    response = httpx2.Response(getattr(kind, "status_code", 500), request=REQUEST)
    for arguments in (
        lambda: kind("x", response=response, body=None),
        lambda: kind(response, None),
        lambda: kind("x", REQUEST, body=None),
        lambda: kind(message="x", request=REQUEST),
        lambda: kind(REQUEST),
        lambda: kind("x"),
    ):
        try:
            return arguments()
        except (TypeError, AttributeError):
            continue
    raise AssertionError(f"no way to make a {kind}")


def test_there_is_something_to_walk():
    assert len(TRANSPORT_ERRORS) > 20
    assert len(SDK_ERRORS) > 20


@pytest.mark.parametrize("kind", TRANSPORT_ERRORS)
def test_every_exception_of_httpx2_is_mapped(kind):
    found = as_trouble(_transport_error(kind))
    assert isinstance(found, ServiceTrouble)
    assert found.trouble is (Trouble.NO_CONNECTION if kind in NOTHING_SENT else Trouble.DROPPED)


@pytest.mark.parametrize("kind", SDK_ERRORS)
def test_every_exception_of_the_sdk_is_mapped(kind):
    found = as_trouble(_sdk_error(kind))
    assert isinstance(found, ServiceTrouble)
    if issubclass(kind, anthropic.APIStatusError) and hasattr(kind, "status_code"):
        by_status = _status_words(kind.status_code, False, None, "")
        assert found.trouble is by_status.trouble


@pytest.mark.parametrize("kind", [kind for kind in TRANSPORT_ERRORS if issubclass(kind, httpx2.RequestError)])
def test_a_transport_that_fails_under_the_sdk(client, service, kind):
    service.fails(_transport_error(kind))
    with pytest.raises(ServiceTrouble) as caught:
        client.post("/v1/messages/batches", b"{}")
    assert caught.value.trouble is (Trouble.NO_CONNECTION if kind in NOTHING_SENT else Trouble.DROPPED)
    assert kind.__name__ in caught.value.details


def test_the_table_names_only_what_exists():
    assert all(issubclass(getattr(httpx2, name), Exception) for name in troubles.BY_TRANSPORT)


def test_a_transport_may_raise_what_the_user_should_read(client, service):
    service.fails(FileError("The disk is full.", code=Code.DISK_FULL))
    with pytest.raises(FileError) as caught:
        client.get("/v1/models")
    assert caught.value.code is Code.DISK_FULL


def test_anything_else_a_transport_raises_leaves_the_outcome_unknown(client, service):
    service.fails(OSError(28, "No space left on device"))
    with pytest.raises(ServiceTrouble) as caught:
        client.post("/v1/messages/batches", b"{}")
    assert caught.value.trouble is Trouble.DROPPED
    assert "No space left" in caught.value.details


def test_a_bug_of_ours_stays_one():
    @translated
    def broken() -> None:
        raise KeyError("ours")

    with pytest.raises(KeyError):
        broken()


def _fail(error: Exception) -> None:
    raise error


def test_an_earlier_failure_does_not_colour_a_later_one(client, service):
    service.replies(500, json={})
    try:
        _fail(ServiceTrouble(Trouble.KEY, "An earlier one."))
    except ServiceTrouble:
        with pytest.raises(ServiceTrouble) as caught:
            client.get("/v1/models")
    assert caught.value.trouble is Trouble.SERVICE

    service.fails(httpx2.ConnectError("refused"))
    try:
        try:
            _fail(ssl.SSLCertVerificationError("long ago"))
        finally:
            _fail(FileError("An earlier one."))
    except FileError:
        with pytest.raises(ServiceTrouble) as caught:
            client.get("/v1/models")
    assert caught.value.what == troubles.NO_CONNECTION.what
    assert "SSL" not in caught.value.details


ALL_WORDS = [value for value in vars(troubles).values() if isinstance(value, troubles.Words)]


@pytest.mark.parametrize("words", ALL_WORDS, ids=lambda words: words.what)
def test_it_is_put_in_plain_words(words):
    said = " ".join(words[1:])
    assert not re.search(r"\b(batch|batches|tokens?|custom_id|JSON|JSONL|schema|HTTP|API|status|\d{3})\b", said)
    for sentence in words[1:]:
        assert sentence.count(". ") == 0
        assert not sentence or sentence.endswith(".")


def test_every_trouble_has_words():
    assert {words.trouble for words in ALL_WORDS} == set(Trouble)
