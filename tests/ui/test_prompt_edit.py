"""The prompt: names in braces coloured, completed, corrected, dragged in."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from app.core.cell_facts import ColumnFacts, SheetFacts
from app.core.recipe import Recipe
from app.ui.theme import Theme
from app.ui.widgets.column_chips import FEW, ColumnChip, ColumnChips
from app.ui.widgets.prompt_edit import PromptEdit
from app.ui.widgets.row_preview import prompt_html
from tests.ui.hand import LEFT, Hand

COLUMNS = ("Product", "Ticket Subject", "Ticket Text", "Größe")
WAVE = QTextCharFormat.UnderlineStyle.WaveUnderline


@pytest.fixture
def edit(qtbot: QtBot, theme: Theme) -> PromptEdit:
    made = PromptEdit(theme)
    qtbot.addWidget(made)
    made.show_columns(COLUMNS)
    with qtbot.waitExposed(made, timeout=60_000):
        made.show()
    return made


def list_of(edit: PromptEdit) -> QAbstractItemView:
    popup = edit.completer.popup()
    assert popup is not None
    return popup


def looks(edit: PromptEdit, line: int = 0) -> dict[str, QTextCharFormat]:
    block = edit.document().findBlockByNumber(line)
    text = block.text().encode("utf-16-le")
    return {
        text[2 * found.start : 2 * (found.start + found.length)].decode("utf-16-le"): QTextCharFormat(found.format)
        for found in block.layout().formats()
    }


def test_known_names_are_coloured_like_the_chips_and_unknown_ones_underlined(edit: PromptEdit, theme: Theme) -> None:
    edit.setPlainText("😀 {{Größe}} and {{Colour}} and \\{{not one}}")
    found = looks(edit)
    assert set(found) == {"{{Größe}}", "{{Colour}}"}
    assert found["{{Größe}}"].foreground().color() == QColor(theme.tokens.on_chip)
    assert found["{{Größe}}"].underlineStyle() != WAVE
    assert found["{{Colour}}"].underlineStyle() == WAVE


def test_colours_follow_the_look(edit: PromptEdit, theme: Theme) -> None:
    edit.setPlainText("{{Product}}")
    theme.choose("dark")
    assert looks(edit)["{{Product}}"].foreground().color() == QColor(theme.tokens.on_chip)
    theme.choose("light")


def test_names_become_known_with_another_sheet(edit: PromptEdit) -> None:
    edit.setPlainText("{{Colour}} {{colour}} {{ product }}")
    assert edit.unknown_names() == ["Colour", "colour"]
    edit.show_columns(("Colour",))
    assert edit.unknown_names() == [" product "]


def test_braces_open_the_list_of_columns(edit: PromptEdit) -> None:
    popup = list_of(edit)
    QTest.keyClicks(edit, "About {{")
    assert popup.isVisible()
    assert popup.model().rowCount() == len(COLUMNS)
    QTest.keyClicks(edit, "tick")
    assert popup.model().rowCount() == 2
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert edit.toPlainText() == "About {{Ticket Text}}"
    assert not popup.isVisible()
    QTest.keyClicks(edit, "!")
    assert edit.toPlainText() == "About {{Ticket Text}}!"


def test_the_list_closes_when_no_name_is_open(edit: PromptEdit) -> None:
    popup = list_of(edit)
    QTest.keyClicks(edit, "{{zzz")
    assert not popup.isVisible()
    edit.clear()
    QTest.keyClicks(edit, "\\{{")
    assert not popup.isVisible()
    edit.clear()
    QTest.keyClicks(edit, "{{Pro")
    assert popup.isVisible()
    QTest.keyClick(edit, Qt.Key.Key_Escape)
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    assert not popup.isVisible()


def test_completing_before_closing_braces_does_not_double_them(edit: PromptEdit) -> None:
    edit.setPlainText("{{}} there")
    cursor = edit.textCursor()
    cursor.setPosition(2)
    edit.setTextCursor(cursor)
    QTest.keyClicks(edit, "P")
    QTest.keyClick(list_of(edit), Qt.Key.Key_Return)
    assert edit.toPlainText() == "{{Product}} there"


def test_a_wrong_name_is_corrected_everywhere_in_one_step(edit: PromptEdit) -> None:
    edit.setPlainText("😀{{Prodct}} x {{Prodct}} {{Product}}")
    edit.rename("Prodct", "Product")
    assert edit.toPlainText() == "😀{{Product}} x {{Product}} {{Product}}"
    edit.undo()
    assert edit.toPlainText() == "😀{{Prodct}} x {{Prodct}} {{Product}}"


def test_text_comes_in_plain(edit: PromptEdit) -> None:
    data = QMimeData()
    data.setHtml("<b>bold</b>")
    data.setText("{{Product}}")
    edit.insertFromMimeData(data)
    assert edit.toPlainText() == "{{Product}}"


def test_nothing_comes_in_when_the_job_was_sent(edit: PromptEdit) -> None:
    edit.setReadOnly(True)
    edit.insert_column("Product")
    QTest.keyClicks(edit, "{{")
    assert edit.toPlainText() == ""
    assert not edit.completer.popup().isVisible()


def test_a_chip_puts_its_column_in(hand: Hand) -> None:
    hand.click("exampleButton2")
    hand.wait(hand.loaded)
    hand.click("stepPrompt")
    before = hand.program.current.draft.recipe.prompt
    name = hand.find("columnChip2").name  # type: ignore[attr-defined]
    hand.click("columnChip2")
    assert hand.program.current.draft.recipe.prompt.count(f"{{{{{name}}}}}") == before.count(f"{{{{{name}}}}}") + 1
    assert hand.window.focusWidget() is hand.find("promptEdit")


def test_many_columns_hide_behind_a_number(qtbot: QtBot, theme: Theme) -> None:
    chips = ColumnChips(theme)
    qtbot.addWidget(chips)
    chips.show_columns([f"Column & {n}" for n in range(FEW + 12)])
    chips.show()
    assert len([chip for chip in chips.findChildren(ColumnChip) if chip.isVisible()]) == FEW
    more = chips.findChild(QPushButton, "columnChipsMore")
    assert more is not None
    assert more.text() == "+ 12"
    QTest.mouseClick(more, LEFT)
    qtbot.waitUntil(
        lambda: len([one for one in chips.findChildren(ColumnChip) if one.isVisible()]) == FEW + 12, timeout=60_000
    )


def test_the_room_that_is_kept_for_samples_is_told_to_nobody(
    qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(ColumnChip, "setAccessibleDescription", lambda _chip, text: said.append(text))
    chips = ColumnChips(theme)
    qtbot.addWidget(chips)
    chips.resize(300, 300)
    chips.show_columns([f"Column {n}" for n in range(6)])
    assert chips.minimumHeight() > chips.findChildren(ColumnChip)[0].sizeHint().height()
    chips.resize(200, 300)
    assert set(said) == {""}


def test_answers_of_earlier_steps_never_hide(qtbot: QtBot, theme: Theme) -> None:
    chips = ColumnChips(theme)
    qtbot.addWidget(chips)
    names = [f"Column {n}" for n in range(12)]
    facts = SheetFacts(tuple(ColumnFacts(name, sample=name.lower()) for name in names), rows=5, all_rows=5)
    chips.show_columns([*names, "Industry", "Size"], 2)
    chips.show_facts(facts)
    shown = chips.findChildren(ColumnChip)
    assert [chip.name for chip in shown] == [*names[: FEW - 2], "Industry", "Size"]
    assert [chip.accessibleDescription() for chip in shown] == [*(name.lower() for name in names[: FEW - 2]), "", ""]
    more = chips.findChild(QPushButton, "columnChipsMore")
    assert more is not None
    assert more.text() == "+ 6"


@pytest.mark.parametrize("width", [340, 580])
def test_what_lies_below_the_chips_stays_where_it_is_when_samples_come(qtbot: QtBot, theme: Theme, width: int) -> None:
    names = ("Company", "Country", "City", "Website", "Founded", "Employees", "Revenue", "What they told us", "Source")
    chips = ColumnChips(theme)
    qtbot.addWidget(chips)
    chips.resize(width, 200)
    chips.show()
    chips.show_columns(names)
    before = max(chips.minimumHeight(), chips.height_at(width))
    found = [ColumnFacts(name, sample="n" * 30) for name in names]
    chips.show_facts(SheetFacts(tuple(found), rows=5, all_rows=5))
    assert chips.minimumHeight() == 0
    assert chips.height_at(width) == before


def test_an_unknown_column_is_named_and_corrected_by_one_click(hand: Hand) -> None:
    hand.click("exampleButton")
    hand.wait(hand.loaded)
    hand.click("stepPrompt")
    column = hand.program.current.info.columns[0]
    edit = hand.find("promptEdit")
    edit.setPlainText(f"{{{{{column}x}}}}")  # type: ignore[attr-defined]
    assert f"{column}x" in hand.text("unknownColumn")
    hand.click("stepPrice")
    hand.wait(lambda: hand.shows("priceStepMissingButton"))
    assert f"{column}x" in hand.text("priceStepMissingText")
    hand.click("priceStepMissingButton")
    hand.click("unknownColumnFix")
    assert edit.toPlainText() == f"{{{{{column}}}}}"  # type: ignore[attr-defined]
    assert not hand.find("unknownColumn").isVisible()


def test_the_preview_shows_the_row_that_is_asked_for(hand: Hand) -> None:
    hand.click("exampleButton2")
    hand.wait(hand.loaded)
    hand.click("stepPrompt")
    preview = hand.find("rowPreview")
    column = hand.program.current.info.columns[0]
    hand.find("promptEdit").setPlainText(f"It is {{{{{column}}}}}")  # type: ignore[attr-defined]
    rows = hand.services.jobs.rows(hand.program.current.id, 0, 8)
    hand.wait(lambda: f"It is {rows[0].cells[0]}" in preview.toPlainText())  # type: ignore[attr-defined]
    hand.click("previewNext")
    hand.wait(lambda: f"It is {rows[1].cells[0]}" in preview.toPlainText())  # type: ignore[attr-defined]
    hand.find("previewRow").setValue(rows[7].number)  # type: ignore[attr-defined]
    hand.wait(lambda: f"It is {rows[7].cells[0]}" in preview.toPlainText())  # type: ignore[attr-defined]
    hand.wait(lambda: "words in" in hand.text("previewCost"))


def test_the_preview_counts_rows_and_starts_at_the_first_one_of_each_job(hand: Hand, tmp_path: Path) -> None:
    hand.window.open_path(_lines(tmp_path / "long.csv", 40))
    hand.wait(hand.loaded)
    hand.click("stepPrompt")
    assert (hand.find("previewRow").text(), hand.text("previewOf")) == ("Row 2", "· 1 of 40")  # type: ignore[attr-defined]
    hand.find("previewRow").setValue(30)  # type: ignore[attr-defined]
    assert hand.text("previewOf") == "· 29 of 40"
    first = hand.program.current.id
    hand.window.open_path(_lines(tmp_path / "other.csv", 35))
    hand.wait(lambda: hand.program.current.id != first and hand.loaded())
    hand.click("stepPrompt")
    assert (hand.find("previewRow").text(), hand.text("previewOf")) == ("Row 2", "· 1 of 35")  # type: ignore[attr-defined]


def _lines(path: Path, count: int) -> Path:
    path.write_text("\n".join(["Name", *(f"Person {n}" for n in range(count))]) + "\n", encoding="utf-8")
    return path


def test_a_preview_shows_the_rows_own_text_in_bold_and_as_it_is() -> None:
    shown = prompt_html(Recipe(prompt="It is {{A}}"), ("A",), ("<b>x</b> {{A}}",), "It is <b>x</b> {{A}}")
    assert shown == "It is <b>&lt;b&gt;x&lt;/b&gt; {{A}}</b>"
    lines = Recipe(prompt="Size: {{A}}\nColour: {{B}}", skip_blank_lines=True)
    assert prompt_html(lines, ("A", "B"), ("", "red"), "Colour: red") == "Colour: <b>red</b>"
    assert prompt_html(Recipe(prompt="It is {{B}}"), ("A",), ("x",), "It is <") == "It is &lt;"


def offered(edit: PromptEdit, name: str = "nearestColumns") -> list[str]:
    menus = [menu for menu in edit.findChildren(QMenu, name) if menu.isVisible()]
    return [action.text() for menu in menus for action in menu.actions() if action.text().startswith("Use")]


def close(edit: PromptEdit, name: str) -> None:
    for menu in edit.findChildren(QMenu, name):
        menu.close()


def place_of(edit: PromptEdit, text: str) -> QPoint:
    cursor = edit.textCursor()
    cursor.setPosition(edit.toPlainText().index(text) + len(text) // 2)
    return edit.cursorRect(cursor).center()


def test_a_click_on_a_name_that_is_no_column_offers_the_nearest(edit: PromptEdit, qtbot: QtBot) -> None:
    edit.setPlainText("Of {{Produkt}} and {{Product}} and {{Produkt}}")
    QTest.mouseClick(edit.viewport(), LEFT, pos=place_of(edit, "{{Product}}"))
    assert offered(edit) == []
    QTest.mouseClick(edit.viewport(), LEFT, pos=place_of(edit, "{{Produkt}}"))
    assert offered(edit)[0] == "Use “Product” instead"
    menu = edit.findChild(QMenu, "nearestColumns")
    assert menu is not None
    QTest.keyClick(menu, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: edit.toPlainText() == "Of {{Product}} and {{Product}} and {{Product}}", timeout=60_000)
    edit.undo()
    assert edit.unknown_names() == ["Produkt"]


def test_the_keyboard_offers_the_nearest_by_alt_enter_and_by_the_menu_key(edit: PromptEdit) -> None:
    edit.setPlainText("Say {{Product}} of {{Ticket Subjekt}}.")
    QTest.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert offered(edit)[0] == "Use “Ticket Subject” instead"
    assert "\n" not in edit.toPlainText()
    close(edit, "nearestColumns")
    cursor = edit.textCursor()
    cursor.setPosition(edit.toPlainText().index("Subjekt"))
    edit.setTextCursor(cursor)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    edit.contextMenuEvent(event)
    assert offered(edit, "promptMenu")[0] == "Use “Ticket Subject” instead"
    close(edit, "promptMenu")


def test_a_sent_jobs_prompt_offers_nothing(edit: PromptEdit) -> None:
    edit.setPlainText("Of {{Produkt}}")
    edit.setReadOnly(True)
    QTest.mouseClick(edit.viewport(), LEFT, pos=place_of(edit, "{{Produkt}}"))
    QTest.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    edit.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint()))
    assert offered(edit) + offered(edit, "promptMenu") == []
    close(edit, "promptMenu")
    assert edit.toPlainText() == "Of {{Produkt}}"


def test_where_no_column_is_near_one_is_chosen_from_all(hand: Hand, small_file: Path) -> None:
    hand.window.open_path(small_file)
    hand.wait(hand.loaded)
    recipe = next(one for one in hand.services.recipes.built_in() if "{{Text}}" in one.prompt)
    hand.program.current.replace_recipe(recipe)
    hand.click("stepPrompt")
    hand.wait(lambda: hand.shows("unknownColumnFix"))
    assert hand.find("unknownColumnFix").text() == "Choose a column"  # type: ignore[attr-defined]
    hand.click("unknownColumnFix")
    edit = hand.find("promptEdit")
    assert isinstance(edit, PromptEdit)
    assert offered(edit) == ["Use “Name” instead", "Use “City” instead", "Use “Note” instead"]
    menu = edit.findChild(QMenu, "nearestColumns")
    assert menu is not None
    menu.actions()[2].trigger()
    menu.close()
    assert edit.toPlainText() == recipe.prompt.replace("{{Text}}", "{{Note}}")
    hand.wait(lambda: "for about" in hand.find("tryButton").text())  # type: ignore[attr-defined]
