"""What a command says on a terminal."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.cli.console import Console

_ORDERS = st.sampled_from(["\x1b[2J", "\x1b]0;title\x07", "\x9b31m", "\r", "\x08", "\u202e", "\u2066", "\x00", "\x7f"])
TEXTS = st.lists(st.text(st.characters(exclude_categories=["Cs"])) | _ORDERS).map("".join)
_HARMLESS = {"\n", "\t"}
_TURNED = {"\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069"}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS)
def test_a_terminal_is_told_nothing_but_text(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    """File names and cells may hold what a terminal obeys, or turns what follows around."""
    console = Console(as_json=False)
    console.say(text)
    console.note(text)
    said = capsys.readouterr()
    for character in said.out + said.err:
        assert character in _HARMLESS or unicodedata.category(character) != "Cc", repr(character)
        assert character not in _TURNED


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS)
def test_an_object_on_a_terminal_is_one_line_of_text_and_says_the_same(
    text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Console(as_json=True).finish({"message": text + "\x85\u2028\x9b31m\u202e"})
    said = capsys.readouterr().out
    (line,) = said.splitlines()
    assert json.loads(line) == {"message": text + "\x85\u2028\x9b31m\u202e"}
    assert all(unicodedata.category(character) != "Cc" and character not in _TURNED for character in line)


def test_the_object_is_the_last_line_and_whole(capsys: pytest.CaptureFixture[str]) -> None:
    console = Console(as_json=True)
    console.say("said to people")
    console.finish({"message": "\x1b[2J and\nmore"})
    said = capsys.readouterr()
    assert said.err == "said to people\n"
    (line,) = said.out.splitlines()
    assert json.loads(line) == {"message": "\x1b[2J and\nmore"}
