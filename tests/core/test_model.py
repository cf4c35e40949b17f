from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.model import EFFORTS, THINKING_ROOM, Model, Thinking, effort_of, max_tokens, thinks

MODELS = st.builds(
    lambda thinking, efforts: Model("m", "M", 1_000_000, 128_000, thinking, efforts),
    st.sampled_from(Thinking),
    st.sampled_from(((), EFFORTS[:3], EFFORTS)),
)
CHOICES = st.sampled_from((None, "on", "off"))
EFFORT = st.sampled_from((None, *EFFORTS))


@pytest.mark.parametrize(
    ("thinking", "by_default", "on"),
    [
        (Thinking.DISABLED, False, True),
        (Thinking.ON_REQUEST, False, True),
        (Thinking.BETWEEN_TOOLS, False, True),
        (Thinking.ALWAYS, True, True),
        (Thinking.BUDGET, False, True),
    ],
)
def test_whether_a_model_thinks(thinking, by_default, on):
    model = Model("m", "M", 10, 10, thinking)
    assert thinks(model, None) is by_default
    assert thinks(model, "on") is on


@given(MODELS, st.integers(1, 200_000), CHOICES, EFFORT)
def test_there_is_room_for_the_answer_and_for_thinking_but_never_too_much(model, longest, thinking, effort):
    tokens = max_tokens(model, longest, thinking, effort)
    assert 1 <= tokens <= model.max_output
    assert tokens >= min(longest, model.max_output)
    if not thinks(model, thinking):
        assert tokens == min(longest, model.max_output)
    elif longest < 1000:
        assert tokens > longest


@given(MODELS, CHOICES, EFFORT)
def test_effort_is_the_recipes_or_the_least_where_thinking_can_not_be_switched_off(model, thinking, effort):
    found = effort_of(model, thinking, effort)
    if effort is not None:
        assert found == effort
    elif model.thinking is Thinking.ALWAYS and thinking != "on" and model.efforts:
        assert found == "low"
    else:
        assert found is None


def test_more_effort_has_more_room():
    assert list(THINKING_ROOM) == list(EFFORTS)
    assert list(THINKING_ROOM.values()) == sorted(THINKING_ROOM.values())
