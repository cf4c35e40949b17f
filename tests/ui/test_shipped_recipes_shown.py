"""Every shipped recipe in the window, on the example that is made for its users: chosen, tried, answered in every column."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtWidgets import QAbstractButton, QSpinBox

from app.core.outcome import Outcome
from app.resource_files import resource
from tests.services.test_shipped_recipes import EXAMPLES, RECIPES, example_for
from tests.ui.hand import Hand

ROWS = 2


def has_answers(hand: Hand, count: int) -> bool:
    """Whether so many tried rows of the job have come back."""
    tried = hand.services.trying.of_job(hand.program.current.id)
    return sum(one.outcome is not None for one in tried) == count


@pytest.mark.parametrize("example", EXAMPLES)
def test_each_is_tried_on_its_example(hand: Hand, example: str) -> None:
    hand.window.open_path(resource("examples", example))
    hand.wait(hand.loaded)
    hand.click("stepPrompt")
    count, button = hand.find("tryCount"), hand.find("tryButton")
    assert isinstance(count, QSpinBox)
    assert isinstance(button, QAbstractButton)
    count.setValue(ROWS)
    trying, current = hand.services.trying, hand.program.current
    for recipe in RECIPES:
        if example_for(recipe.prompt) != example:
            continue
        before = len(trying.of_job(current.id))
        button.setText("")
        current.replace_recipe(recipe)
        hand.wait(lambda: f"{ROWS} rows for about" in button.text() and button.isEnabled())
        hand.click("tryButton")
        hand.wait(partial(has_answers, hand, before + ROWS))
        tried = trying.of_job(current.id)[before:]
        assert {one.outcome for one in tried} == {Outcome.ANSWERED}, recipe.name
        assert all(len(one.values) == max(len(recipe.outputs), 1) for one in tried), recipe.name
        hand.wait(lambda: "for about" in button.text())
