"""The practice service pauses over some long searches, and goes on where it is sent back its own turn."""

from __future__ import annotations

import pytest

from app.practice.answers import message
from app.practice.checks import Call
from app.practice.faults import RowFault
from app.practice.questions import read_question
from app.practice.wire import ServiceError

CALL = Call("batch", "2026-10-21")
SEARCH = [{"type": "web_search_20250305", "name": "web_search", "max_uses": 3}]


def params(number: int, **more: object) -> dict[str, object]:
    turns = [{"role": "user", "content": f"Row {number}"}]
    return {"model": "claude-haiku-5-5", "max_tokens": 500, "messages": turns, **more}


def test_only_searches_pause_and_only_some() -> None:
    faults = [read_question(params(number, tools=SEARCH), CALL).fault for number in range(300)]
    assert 5 < faults.count(RowFault.PAUSED) < 60
    assert RowFault.PAUSED not in [read_question(params(number), CALL).fault for number in range(300)]


def test_searches_are_shown_cited_and_counted() -> None:
    found = [message(read_question(params(number, tools=SEARCH), CALL), "msg_1") for number in range(30)]
    counts = [one["usage"]["server_tool_use"]["web_search_requests"] for one in found]
    assert set(counts) == {1, 2, 3}
    for one, count in zip(found, counts, strict=True):
        kinds = [block["type"] for block in one["content"]]
        assert kinds.count("server_tool_use") == kinds.count("web_search_tool_result") == count
        assert one["content"][-1]["citations"][0]["url"].startswith("https://")
    plain = message(read_question(params(1), CALL), "msg_1")
    assert found[1]["usage"]["input_tokens"] > plain["usage"]["input_tokens"] + 5_000 * counts[1]


@pytest.mark.parametrize(
    "tool",
    [
        {"name": "search"},
        {"max_uses": 0},
        {"type": "web_search_1"},
        {"allowed_domains": ["a"], "blocked_domains": ["b"]},
    ],
)
def test_a_tool_that_the_service_would_refuse_is_refused(tool: dict[str, object]) -> None:
    with pytest.raises(ServiceError):
        read_question(params(1, tools=[SEARCH[0] | tool]), CALL)


def test_a_paused_turn_that_is_sent_back_is_gone_on_with() -> None:
    asked = next(
        found
        for number in range(300)
        if read_question(found := params(number, tools=SEARCH), CALL).fault is RowFault.PAUSED
    )
    paused = message(read_question(asked, CALL), "msg_1", RowFault.PAUSED)
    assert paused["stop_reason"] == "pause_turn"
    assert paused["content"][-1]["type"] == "server_tool_use"
    turns = [*asked["messages"], {"role": "assistant", "content": paused["content"]}]  # type: ignore[misc]
    again = read_question(asked | {"messages": turns}, CALL)
    assert again.fault is None
    assert message(again, "msg_2")["stop_reason"] == "end_turn"
