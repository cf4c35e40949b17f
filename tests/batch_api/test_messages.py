"""The free calls: counting tokens, trying a key."""

from __future__ import annotations

import json

import pytest

from app.batch_api.messages import check_key, count_tokens
from app.batch_api.models import SHIPPED
from app.batch_api.requests import RequestBuilder
from app.core.errors import ServiceTrouble, Trouble
from app.core.outputs import Kind, Output
from app.core.recipe import Recipe


def test_counting_sends_all_that_counts_and_nothing_else(service, client):
    service.replies(200, json={"input_tokens": 42})
    recipe = Recipe(prompt="{{A}}", instructions="Be brief.", outputs=(Output(kind=Kind.DATE),), effort="low")
    params = RequestBuilder(recipe, SHIPPED[0], ["A"]).params(["x"])

    assert count_tokens(client, params) == 42

    (request,) = service.requests
    assert request.url.path == "/v1/messages/count_tokens"
    assert json.loads(request.content) == {key: value for key, value in params.items() if key != "max_tokens"}


@pytest.mark.parametrize("reply", [{}, {"input_tokens": None}, {"input_tokens": "7"}, {"input_tokens": -1}])
def test_a_count_that_is_none(service, client, reply):
    service.replies(200, json=reply)
    with pytest.raises(ServiceTrouble):
        count_tokens(client, {"model": "m", "messages": []})


def test_a_model_that_the_service_does_not_have(service, client):
    service.replies(404, json={"type": "error", "error": {"type": "not_found_error", "message": "model: x"}})
    with pytest.raises(ServiceTrouble) as caught:
        count_tokens(client, {"model": "x", "messages": []})
    assert caught.value.trouble is Trouble.MODEL
    assert "model" in caught.value.what
    assert "model: x" in caught.value.details


def test_another_failure_stays_what_it_is(service, client):
    service.replies(429, json={}, headers={"retry-after": "3"})
    with pytest.raises(ServiceTrouble) as caught:
        count_tokens(client, {"model": "x", "messages": []})
    assert caught.value.trouble is Trouble.BUSY
    assert caught.value.retry_after == 3


def test_a_good_key(service, client):
    service.replies(200, json={"data": [], "has_more": False})
    check_key(client)
    assert str(service.requests[0].url) == "https://api.anthropic.com/v1/models?limit=1"


@pytest.mark.parametrize("status", [401, 403])
def test_a_bad_key(service, client, status):
    service.replies(status, json={"type": "error", "error": {"type": "authentication_error", "message": "no"}})
    with pytest.raises(ServiceTrouble) as caught:
        check_key(client)
    assert caught.value.trouble is Trouble.KEY
