"""The second month in the window: what has changed since an earlier job stands beside the price."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QComboBox

from tests.ui.hand import Hand
from tests.ui.test_findings import finish


def choose(hand: Hand, name: str, place: int) -> None:
    combo = hand.find(name)
    assert isinstance(combo, QComboBox)
    hand.wait(lambda: combo.isVisible() and combo.count() > place)
    combo.setCurrentIndex(place)


def test_what_has_changed_since(open_window: Callable[..., Hand], small_file: Path, tmp_path: Path) -> None:
    hand = open_window(path=str(small_file))
    finish(hand)
    prompt = hand.program.current.draft.recipe.prompt
    assert not hand.shows("sinceJob")
    april = tmp_path / "april.csv"
    lines = ["Name,City,Note", "Person 2,Berlin,likes 2", "Person 3,Rome,likes 3", "Person 77,Bonn,likes 7"]
    april.write_text("\n".join(lines) + "\n", encoding="utf-8")
    hand.window.open_path(april)
    hand.wait(lambda: hand.program.current.draft.info is not None and hand.program.current.draft.info.rows == 3)
    current = hand.program.current
    current.replace_recipe(replace(current.draft.recipe, prompt=prompt))
    hand.click("stepPrice")
    choose(hand, "sinceJob", 1)
    hand.wait(lambda: hand.text("sinceResult").startswith("2 new, 0 changed, 1 unchanged, 10 gone. Unchanged rows"))
    choose(hand, "sinceKey", 1)
    hand.wait(lambda: "stands more than once in “Name”" in hand.text("sinceResult"))
    choose(hand, "sinceKey", 3)
    hand.wait(lambda: "more than once" in hand.text("sinceResult") or "is blank" in hand.text("sinceResult"))
    choose(hand, "sinceJob", 0)
    hand.wait(lambda: not hand.shows("sinceResult"))
