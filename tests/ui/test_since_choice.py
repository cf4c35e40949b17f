"""The second month in the window: what has changed since an earlier job stands beside the price."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QComboBox

from app.services.tasks import TaskControl
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
    hand.wait(lambda: hand.program.current.info is not None and hand.program.current.info.rows == 3)
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


def test_what_was_typed_since_is_told_before_and_stays(
    open_window: Callable[..., Hand], small_file: Path, tmp_path: Path
) -> None:
    hand = open_window(path=str(small_file))
    finish(hand)
    march, answers = hand.program.current.id, tmp_path / "answers.csv"
    hand.services.exporting.export(march, answers)(TaskControl())
    with answers.open(encoding="utf-8-sig", newline="") as file:
        header, *rows = list(csv.reader(file))
    place = header.index("Answer")
    rows[2][place] = "By hand"
    april = tmp_path / "april.csv"
    with april.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *rows])
    prompt = hand.program.current.draft.recipe.prompt
    hand.window.open_path(april)
    current = hand.program.current
    hand.wait(lambda: current.info is not None and "Answer" in current.info.columns)
    current.replace_recipe(replace(current.draft.recipe, prompt=prompt))
    hand.click("stepPrice")
    choose(hand, "sinceJob", 1)
    hand.wait(lambda: hand.text("sinceResult").startswith("0 new, 0 changed"))
    assert hand.services.continuing.chosen(current.id) == (march, None)
    hand.click("submitButton")
    hand.wait(hand.finished)
    hand.click("stepResults")
    hand.click("exportButton")
    out = tmp_path / "out.csv"
    hand.save_as(out)
    hand.dialog("exportChoices")
    choose(hand, "exportExisting", 2)
    hand.wait(lambda: "edited by hand" in hand.text("exportWarnings"))
    assert "row 4 (“Answer”)" in hand.text("exportWarnings")
    hand.click("exportGo")
    hand.wait(lambda: hand.shows("messageAction1"))
    assert "1 cell of your answer columns was edited by hand" in hand.text("messageText")
    with out.open(encoding="utf-8-sig", newline="") as file:
        after = list(csv.reader(file))[1:]
    assert [row[place : place + 1] for row in after] == [row[place : place + 1] for row in rows]


def test_however_a_column_is_called_the_page_stays_as_wide_as_it_is(
    open_window: Callable[..., Hand], small_file: Path, tmp_path: Path
) -> None:
    hand = open_window(path=str(small_file))
    finish(hand)
    prompt = hand.program.current.draft.recipe.prompt
    april = tmp_path / "april.csv"
    long = "What they told us when we asked them on the telephone last summer in their own words"
    april.write_text(f"Name,City,Note,{long}\nPerson 2,Berlin,likes 2,nothing\n", encoding="utf-8")
    hand.window.open_path(april)
    hand.wait(lambda: hand.program.current.info is not None and hand.program.current.info.rows == 1)
    current = hand.program.current
    current.replace_recipe(replace(current.draft.recipe, prompt=prompt))
    hand.click("stepPrice")
    choose(hand, "sinceJob", 1)
    choose(hand, "sinceKey", 4)
    key = hand.find("sinceKey")
    assert isinstance(key, QComboBox)
    assert key.currentText() == long
    assert key.minimumSizeHint().width() < key.fontMetrics().horizontalAdvance(long) / 2
