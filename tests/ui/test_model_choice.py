"""The model on the Prompt page: only what the chosen one allows is offered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QSpinBox
from pytestqt.qtbot import QtBot

from app.batch_api.models import SHIPPED, find_model
from app.batch_api.requests import RequestBuilder
from app.core.model import Model
from app.core.recipe import Recipe
from app.services.models import Models
from app.ui.steps.model_choice import ModelChoice
from app.ui.theme import Theme


class Known:
    """The shipped models; those in ``retiring`` retire soon."""

    def __init__(self) -> None:
        self.models = list(SHIPPED)

    def offered(self) -> list[Model]:
        return self.models

    def find(self, model_id: str) -> Model | None:
        return find_model(model_id)

    def retires_soon(self, model: Model) -> bool:
        return model.retires is not None


@pytest.fixture
def known() -> Known:
    return Known()


@pytest.fixture
def choice(qtbot: QtBot, theme: Theme, known: Known) -> Iterator[ModelChoice]:
    made = ModelChoice(cast("Models", known))
    qtbot.addWidget(made)
    made.show_recipe(Recipe(prompt="x"))
    yield made
    assert theme


def find(choice: ModelChoice, name: str, kind: Any = QComboBox) -> Any:
    return choice.findChild(kind, name)


def choose(box: QComboBox, data: str | None) -> None:
    """Choose a line as the user does."""
    box.setCurrentIndex(box.findData(data))
    box.activated.emit(box.currentIndex())


def offered(box: QComboBox) -> list[str | None]:
    return [box.itemData(index) for index in range(box.count())]


@pytest.mark.parametrize("model", SHIPPED)
def test_whatever_can_be_chosen_makes_a_request_that_the_service_takes(choice: ModelChoice, model: Model) -> None:
    choose(find(choice, "modelChoice"), model.id)
    thinking, effort = find(choice, "thinkingChoice"), find(choice, "effortChoice")
    longest = find(choice, "longestAnswer", QSpinBox)
    for one in offered(thinking):
        choose(thinking, one)
        for another in offered(effort):
            choose(effort, another)
            longest.setValue(longest.maximum())
            recipe = choice.changed(Recipe(prompt="x"))
            assert (recipe.model, recipe.thinking, recipe.effort) == (model.id, one, another)
            assert RequestBuilder(recipe, model, ()).limit <= model.most_answer
    assert effort.isEnabled() == bool(model.efforts)


def test_what_another_model_does_not_take_is_chosen_no_more(choice: ModelChoice) -> None:
    choose(find(choice, "modelChoice"), "claude-opus-5-5")
    choose(find(choice, "effortChoice"), "max")
    find(choice, "longestAnswer", QSpinBox).setValue(300_000)
    assert choice.changed(Recipe()).effort == "max"
    choose(find(choice, "modelChoice"), "claude-opus-4-5")
    recipe = choice.changed(Recipe())
    assert (recipe.effort, recipe.longest_answer) == (None, 64_000)


def test_more_effort_needs_thinking_where_the_service_says_so(choice: ModelChoice) -> None:
    effort = find(choice, "effortChoice")
    assert offered(effort) == [None, "low", "medium", "high"]
    choose(find(choice, "thinkingChoice"), "on")
    choose(effort, "max")
    choose(find(choice, "thinkingChoice"), None)
    assert choice.changed(Recipe()).effort is None


def test_very_long_answers_say_that_they_take_long(choice: ModelChoice) -> None:
    words = find(choice, "longestAnswerSlow", QLabel)
    find(choice, "longestAnswer", QSpinBox).setValue(128_000)
    assert "hours" not in words.text()
    find(choice, "longestAnswer", QSpinBox).setValue(128_001)
    assert words.text().endswith("may take hours")


def test_a_model_that_retires_is_marked_and_the_prices_stay_beside_the_others(choice: ModelChoice) -> None:
    choice.show_prices({"claude-haiku-5-5": 10**10, "claude-sonnet-4-5": 10**12})
    box = find(choice, "modelChoice")
    texts = {box.itemData(index): box.itemText(index) for index in range(box.count())}
    assert texts["claude-haiku-5-5"] == "Claude Haiku 5.5 · $0.01 per 1,000 rows"
    assert texts["claude-sonnet-4-5"] == "Claude Sonnet 4.5 · $1.00 per 1,000 rows · retires on 30 November 2026"
    assert texts["claude-opus-5-5"] == "Claude Opus 5.5"


def test_a_new_list_is_offered_and_what_was_chosen_stays(choice: ModelChoice, known: Known) -> None:
    recipe = Recipe(prompt="x", model="claude-opus-4-6", thinking="on", effort="max")
    choice.show_recipe(recipe)
    known.models = [model for model in SHIPPED if model.id != "claude-opus-4-6"]
    choice.show_models(recipe)
    box = find(choice, "modelChoice")
    assert offered(box) == [*(model.id for model in known.models), "claude-opus-4-6"]
    assert choice.changed(Recipe()) == Recipe(model="claude-opus-4-6", thinking="on", effort="max")


def test_showing_a_recipe_edits_nothing(choice: ModelChoice, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(choice.edited):
        choice.show_recipe(Recipe(prompt="x", model="claude-opus-4-5", thinking="on", longest_answer=64_000))
