"""Shipped recipes are called in the window's language; a user's own are called what they are called."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QWidget

from app.core.recipe_file import parse_recipe
from app.core.words import Text
from app.resource_files import resource
from app.services.shipped_recipes import shipped_name
from app.services.spending import SpendLine
from app.ui.language import use
from app.ui.overview.spend_tree import By, spend_tree
from tests.ui.hand import Hand

FILES = sorted([*resource("recipes").glob("*.toml"), *resource("examples").glob("*.toml")])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_shipped_name_can_be_said_in_other_languages(path: Path) -> None:
    name = parse_recipe(path.read_text("utf-8"), fallback_name="").name
    assert isinstance(shipped_name(name), Text)
    assert shipped_name(name) == name


def test_the_list_of_recipes_is_german_and_own_names_stay(open_window: Callable[..., Hand], small_file: Path) -> None:
    hand = open_window(language="de")
    recipes = hand.services.recipes
    translate = next(recipe for recipe in recipes.built_in() if recipe.name == "Translate a column")
    recipes.save(translate.renamed("Rate a lead"))
    hand.window.open_path(small_file)
    hand.wait(hand.loaded)
    hand.click("stepPrompt")
    choice = hand.find("recipeChoice")
    assert isinstance(choice, QComboBox)
    hand.wait(lambda: choice.findText("Interessenten bewerten") >= 0)
    assert choice.findText("Rate a lead") < choice.findText("Interessenten bewerten")
    choice.setCurrentIndex(choice.findText("Spalte übersetzen"))
    choice.activated.emit(choice.currentIndex())
    hand.wait(lambda: choice.currentText() == "Spalte übersetzen")
    assert hand.program.current.draft.recipe.name == "Translate a column"


def test_an_example_s_recipe_is_german(open_window: Callable[..., Hand]) -> None:
    hand = open_window(language="de")
    hand.click("exampleButton")
    hand.wait(hand.loaded)
    hand.click("stepPrompt")
    choice = hand.find("recipeChoice")
    assert isinstance(choice, QComboBox)
    hand.wait(lambda: choice.placeholderText() == "Firmen anreichern")


@pytest.mark.usefixtures("qapp")
def test_in_what_was_spent_own_recipes_are_called_what_they_are_called() -> None:
    use("de")
    line = SpendLine("2026-11", "Rate a lead", "claude-haiku-4-5", 1, 1, 1, 1, 1, 0)
    around = QWidget()
    assert spend_tree([line], By.RECIPE, around, str).item(0).text() == "Interessenten bewerten"
    mine = spend_tree([line], By.MONTH, around, str, {"Rate a lead"}).item(0)
    assert mine.child(0).text().startswith("Rate a lead · ")
