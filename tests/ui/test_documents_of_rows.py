"""Documents that rows name, in the window: columns to tick, and folders that have to be allowed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QFileDialog, QLabel, QMenu, QMessageBox, QPushButton

from app.core.recipe import Recipe
from app.ui.flow import Step
from app.ui.widgets.file_menu import FileMenu
from tests.services.test_attached_documents import png
from tests.ui.hand import Hand


def test_a_column_is_ticked_and_another_folder_allowed(hand: Hand, tmp_path: Path) -> None:
    mine, other = tmp_path / "mine", tmp_path / "other"
    for folder in (mine, other):
        folder.mkdir()
    (mine / "a.png").write_bytes(png())
    (other / "b.png").write_bytes(png(shade=3))
    (mine / "list.csv").write_text(f"Name,Photo\none,a.png\ntwo,{other / 'b.png'}\n", encoding="utf-8")
    hand.window.open_path(mine / "list.csv")
    hand.wait(lambda: hand.program.current.info is not None)
    hand.program.current.replace_recipe(Recipe(prompt="What is on {{Name}}?", longest_answer=100))
    hand.window.view.show_step(Step.PROMPT)
    hand.click("moreButton")
    button = hand.find("attachColumns")
    assert isinstance(button, QPushButton)
    menu = button.findChild(QMenu, "attachMenu")
    assert menu is not None
    assert [action.text() for action in menu.actions()] == ["Photo", "Name"]
    menu.actions()[0].trigger()
    assert hand.program.current.draft.recipe.attach == ("Photo",)
    assert button.accessibleName().endswith("Photo")
    hand.window.view.show_step(Step.PRICE)
    hand.wait(lambda: _cure(hand) is not None)
    assert "1 row" in hand.text("priceAsked")
    found = _cure(hand)
    assert found is not None
    found.click()
    hand.wait(lambda: hand.window.findChild(QMessageBox, "question") is not None)
    box = hand.window.findChild(QMessageBox, "question")
    assert box is not None
    assert str(other) in box.informativeText()
    hand.click("questionYes")
    hand.wait(lambda: "2 rows" in hand.text("priceAsked"))
    hand.wait(lambda: _cure(hand) is None)


def _cure(hand: Hand) -> QPushButton | None:
    buttons = hand.find("checksList").findChildren(QPushButton)
    return next(
        (one for one in buttons if one.isVisible() and one.text().replace("&", "") == "Allow these folders"), None
    )


def test_a_document_goes_before_every_row(hand: Hand, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    guide = tmp_path / "elsewhere" / "guide & rules.txt"
    guide.write_text("Write as we do.")
    (tmp_path / "list.csv").write_text("Name\none\ntwo\n", encoding="utf-8")
    hand.window.open_path(tmp_path / "list.csv")
    hand.wait(lambda: hand.program.current.info is not None)
    hand.program.current.replace_recipe(Recipe(prompt="What is {{Name}}?", longest_answer=100))
    hand.window.view.show_step(Step.PROMPT)
    hand.click("moreButton")
    button = hand.find("referenceDocuments")
    assert isinstance(button, FileMenu)
    menu = button.findChild(QMenu, "referenceMenu")
    assert menu is not None
    menu.actions()[0].trigger()
    dialog = hand.dialog("referenceDialog")
    assert isinstance(dialog, QFileDialog)
    dialog.selectFile(str(guide))
    dialog.accept()
    hand.wait(lambda: hand.program.current.draft.recipe.reference == (str(guide),))
    assert button.text() == "guide && rules.txt"
    assert button.accessibleName().endswith("guide & rules.txt")
    hand.window.view.show_step(Step.PRICE)
    # Chosen by hand, it needs no further leave.
    hand.wait(lambda: any("guide & rules.txt" in one.text() for one in hand.find("checksList").findChildren(QLabel)))
    assert _cure(hand) is None
    hand.wait(lambda: hand.shows("submitButton"))  # what was saved meanwhile has all of it looked at once more
    guide.unlink()
    hand.window.view.show_step(Step.PROMPT)
    hand.window.view.show_step(Step.DATA)
    menu.actions()[-1].trigger()
    assert hand.program.current.draft.recipe.reference == ()
    assert button.text() == "none"


def test_in_a_low_window_what_is_behind_more_keeps_its_height(hand: Hand, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("Name\none\n", encoding="utf-8")
    hand.window.resize(1024, 700)
    hand.window.open_path(tmp_path / "list.csv")
    hand.wait(lambda: hand.program.current.info is not None)
    hand.program.current.replace_recipe(Recipe(prompt="What is {{Name}}?", longest_answer=100))
    hand.window.view.show_step(Step.PROMPT)
    hand.click("moreButton")
    names = ("thinkingChoice", "attachColumns", "referenceDocuments", "webSearches", "askOnce")
    parts = [hand.find(name) for name in names]
    hand.wait(lambda: all(one.height() >= min(one.sizeHint().height(), one.maximumHeight()) for one in parts))
    places = [hand.find(name).mapTo(hand.window, QPoint()).y() for name in names]
    ends = [place + hand.find(name).height() for place, name in zip(places, names, strict=True)]
    assert all(end <= place for end, place in zip(ends, places[1:], strict=False))


def test_in_a_low_window_the_price_is_read_whole(hand: Hand, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("Name,Town\n" + "one,\n" * 30, encoding="utf-8")
    hand.window.resize(1024, 700)
    hand.window.open_path(tmp_path / "list.csv")
    hand.wait(lambda: hand.program.current.info is not None)
    recipe = Recipe(prompt="What is {{Name}} of {{Town}}?", longest_answer=20_000, web_search=2)
    hand.program.current.replace_recipe(recipe)
    hand.window.view.show_step(Step.PRICE)
    hand.wait(lambda: hand.shows("submitButton"))
    names = ("priceLikely", "priceRange", "priceBasis")

    def whole(name: str) -> bool:
        found = hand.find(name)
        needed = found.heightForWidth(found.width()) if found.hasHeightForWidth() else found.sizeHint().height()
        return found.height() >= needed

    hand.wait(lambda: all(map(whole, names)))
    assert "web searches" in hand.text("priceBasis")
