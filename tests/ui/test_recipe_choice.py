"""The list of recipes: used on this file, mine with their versions, built in, from files of many kinds."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QLabel, QTextEdit

from app.core.recipe import Recipe
from app.services.recipe_history import RecipeHistory, UsedRecipe
from app.ui.steps.recipe_choice import RecipeChoice
from tests.ui.hand import Hand

MINE = Recipe(name="Sort", prompt="Sort {{Name}}")


def open_prompt(hand: Hand, path: Path) -> tuple[RecipeChoice, QComboBox]:
    hand.window.open_path(path)
    hand.wait(hand.loaded)
    hand.click("stepPrompt")
    choice = hand.window.findChild(RecipeChoice)
    box = hand.find("recipeChoice")
    assert isinstance(box, QComboBox)
    assert choice is not None
    hand.wait(lambda: box.count() > 0)
    return choice, box


def texts(box: QComboBox) -> list[str]:
    return [box.itemText(index) for index in range(box.count())]


def take(box: QComboBox, text: str) -> None:
    """Choose a line as the user does."""
    box.setCurrentIndex(texts(box).index(text))
    box.activated.emit(box.currentIndex())


def test_recipes_are_offered_in_groups_with_what_they_cost(hand: Hand, small_file: Path) -> None:
    choice, box = open_prompt(hand, small_file)
    hand.services.recipes.save(MINE)
    used = UsedRecipe(replace(MINE, prompt="Sort {{City}}"), 1_790_000_000.0, 10**11)
    choice.show_history(RecipeHistory((used,), {"Sort": 2 * 10**11}))
    shown = texts(box)
    assert shown[0] == "Used on this file"
    assert shown[1].endswith(": Sort · $0.10 per 1,000 rows")
    assert shown[2:4] == ["Mine", "Sort · last $0.20 per 1,000 rows"]
    assert shown[4] == "Built in"
    assert shown[-1] == "From a file…"
    model = box.model()
    assert [text for index, text in enumerate(shown) if text and not model.flags(model.index(index, 0))] == [
        "Used on this file",
        "Mine",
        "Built in",
    ]
    take(box, shown[1])
    assert hand.program.current.draft.recipe.prompt == "Sort {{City}}"
    assert box.currentText() == "Sort · last $0.20 per 1,000 rows"


def test_an_earlier_version_comes_back(hand: Hand, small_file: Path) -> None:
    choice, box = open_prompt(hand, small_file)
    edit = hand.find("promptEdit")
    assert isinstance(edit, QTextEdit)
    for text in ("First {{Name}}", "Second {{Name}}"):
        edit.setPlainText(text)
        choice.save("Sort")
    shown = texts(box)
    at = shown.index("Earlier versions of Sort")
    assert shown[at + 1].endswith(": Sort")
    take(box, shown[at + 1])
    assert edit.toPlainText() == "First {{Name}}"
    assert hand.program.current.draft.recipe.name == "Sort"


def test_a_prompt_from_elsewhere_fills_the_page_and_what_is_lost_is_said(
    hand: Hand, small_file: Path, tmp_path: Path
) -> None:
    choice, _box = open_prompt(hand, small_file)
    kept = tmp_path / "Old prompt.py"
    kept.write_text(
        'client.messages.create(model="claude-2", max_tokens=300, temperature=0, system="Be brief.",'
        ' messages=[{"role": "user", "content": "Who is {{NAME}} of {{COUNTRY}}?"}])\n',
        encoding="utf-8",
    )
    choice.open_file(kept)
    recipe = hand.program.current.draft.recipe
    assert recipe == Recipe(
        name="Old prompt", prompt="Who is {{Name}} of {{COUNTRY}}?", instructions="Be brief.", longest_answer=300
    )
    said = [one.text() for one in hand.window.findChildren(QLabel) if one.isVisible()]
    assert any("left out: temperature, the model claude-2." in text for text in said)
    assert hand.text("unknownColumn") == "The sheet has no column “COUNTRY”."


def test_what_is_no_prompt_is_refused_and_nothing_changes(hand: Hand, small_file: Path, tmp_path: Path) -> None:
    choice, _box = open_prompt(hand, small_file)
    before = hand.program.current.draft.recipe
    empty = tmp_path / "empty.json"
    empty.write_text("{}", encoding="utf-8")
    choice.open_file(empty)
    assert hand.program.current.draft.recipe == before


def test_what_earlier_asked_these_columns_is_offered_while_there_is_no_prompt(hand: Hand, small_file: Path) -> None:
    choice, _box = open_prompt(hand, small_file)
    assert not hand.shows("usedBeforeButton")
    choice.show_history(RecipeHistory((UsedRecipe(Recipe(prompt="Sort {{City}}"), 1_790_000_000.0, None, "October"),)))
    assert "October" in hand.text("usedBefore")
    hand.click("usedBeforeButton")
    assert hand.program.current.draft.recipe.prompt == "Sort {{City}}"
    assert not hand.shows("usedBeforeButton")
