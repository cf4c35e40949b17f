"""The practice service pauses over some long searches, and goes on where it is sent back its own turn."""

from __future__ import annotations

from app.practice.answers import message, read_question
from app.practice.checks import Call
from app.practice.faults import RowFault

CALL = Call("batch", "2026-10-21")
SEARCH = [{"type": "web_search_20250305", "name": "web_search", "max_uses": 3}]


def params(number: int, **more: object) -> dict[str, object]:
    turns = [{"role": "user", "content": f"Row {number}"}]
    return {"model": "claude-haiku-5-5", "max_tokens": 500, "messages": turns, **more}


def test_only_searches_pause_and_only_some() -> None:
    faults = [read_question(params(number, tools=SEARCH), CALL).fault for number in range(300)]
    assert 5 < faults.count(RowFault.PAUSED) < 60
    assert RowFault.PAUSED not in [read_question(params(number), CALL).fault for number in range(300)]


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
