"""What a page must keep in sight, in the smallest window that is supported and in a large one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QTableView, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.core.breakdown import Breakdown
from app.core.outcome import Outcome
from app.core.results import RowState
from app.ui.models.outputs_table import HOLDS
from app.ui.models.parts_table import PartsTableModel
from app.ui.steps.step_page import WIDEST
from app.ui.theme import Theme
from app.ui.widgets.breakdown_bar import paint_bar
from app.ui.widgets.footer import Footer
from app.ui.widgets.price_table import PriceTable
from app.ui.widgets.scrolled import Scrolled
from app.ui.widgets.tables import fit_column, set_up
from tests.ui.hand import Hand


def test_rows_can_be_tried_without_scrolling_in_a_small_window(open_window: Callable[..., Hand]) -> None:
    hand = open_window()
    hand.window.resize(1024, 700)
    hand.click("exampleButton")
    hand.wait(hand.loaded)
    hand.click("stepPrompt")
    hand.wait(lambda: hand.shows("tryButton"))
    hand.wait(lambda: in_sight(hand.find("tryButton")) and in_sight(hand.find("tryRows")))


def test_the_button_stays_in_sight_once_rows_are_tried(open_window: Callable[..., Hand]) -> None:
    hand = open_window()
    hand.window.resize(1024, 700)
    hand.click("exampleButton")
    hand.wait(hand.loaded)
    hand.click("stepPrompt")
    hand.wait(lambda: "for about" in hand.find("tryButton").text())  # type: ignore[attr-defined]
    hand.click("tryButton")
    hand.wait(lambda: hand.shows("tryAnswers") and "for about" in hand.find("tryButton").text())  # type: ignore[attr-defined]
    hand.wait(lambda: in_sight(hand.find("tryButton")))


def test_the_preview_begins_with_the_rows_own_part_in_a_small_window(open_window: Callable[..., Hand]) -> None:
    hand = open_window()
    hand.window.resize(1024, 700)
    hand.click("exampleButton")
    hand.wait(hand.loaded)
    hand.click("stepPrompt")
    view = hand.find("rowPreview")
    assert isinstance(view, QTextEdit)

    def at_its_end() -> bool:
        bar = view.verticalScrollBar()
        return bar.maximum() > 0 and bar.value() > bar.maximum() / 2

    hand.wait(at_its_end)
    view.verticalScrollBar().setValue(0)
    hand.click("previewNext")
    hand.wait(at_its_end)
    assert hand.find("previewPrevious").isEnabled()
    hand.click("previewPrevious")
    assert not hand.find("previewPrevious").isEnabled()


def test_instructions_and_what_columns_hold_take_the_room_of_a_large_window(open_window: Callable[..., Hand]) -> None:
    hand = open_window()
    hand.window.resize(1024, 700)
    hand.click("exampleButton")
    hand.wait(hand.loaded)
    hand.click("stepPrompt")
    instructions, table = hand.find("instructionsEdit"), hand.find("outputsTable")
    assert isinstance(instructions, QTextEdit)
    assert isinstance(table, QTableView)
    few = instructions.height()
    assert instructions.verticalScrollBar().maximum() > 0
    hand.window.resize(3840, 2160)
    hand.wait(lambda: instructions.height() > few and not instructions.verticalScrollBar().maximum())
    hand.wait(lambda: table.columnWidth(HOLDS) > table.viewport().width() / 2)
    for column in range(table.model().columnCount()):
        assert column == HOLDS or table.columnWidth(column) >= table.sizeHintForColumn(column)


def test_a_wrong_name_and_its_cure_are_in_sight_in_a_small_window(open_window: Callable[..., Hand]) -> None:
    hand = open_window()
    hand.window.resize(1024, 700)
    hand.click("exampleButton")
    hand.wait(hand.loaded)
    hand.click("stepPrompt")
    edit = hand.find("promptEdit")
    assert isinstance(edit, QTextEdit)
    edit.setPlainText(edit.toPlainText() + "\nThey are in {{Contry}}.")
    hand.wait(lambda: hand.shows("unknownColumnFix") and in_sight(hand.find("unknownColumnFix")))
    hand.wait(lambda: "Contry" in hand.text("statusMessage"))
    hand.wait(lambda: not hand.shows("previewCost"))


def in_sight(part: QWidget) -> bool:
    """Whether all of it can be seen without scrolling."""
    return part.visibleRegion().boundingRect().height() == part.height()


def test_a_thin_bar_fills_with_what_is_done(theme: Theme) -> None:
    image = QImage(100, 3, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        counts = Breakdown(100, running=80, outcomes={Outcome.ANSWERED: 20})
        paint_bar(painter, QRectF(0, 0, 100, 3), counts, theme, signs=False)
    shown = [image.pixelColor(x, 1) for x in (10, 60)]
    assert shown == [QColor(theme.tokens.outcome(state)) for state in (RowState.ANSWERED, RowState.WAITING)]


def test_headings_of_a_price_break_only_where_there_is_no_room(qtbot: QtBot, theme: Theme) -> None:
    table = PriceTable(theme)
    qtbot.addWidget(table)
    table.show()
    across = table.horizontalHeader()
    heights = {}
    for width in (700, table.minimumWidth()):
        table.resize(width, table.height())
        qtbot.waitUntil(lambda: sum(map(across.sectionSize, range(4))) == table.viewport().width(), timeout=60_000)
        headings = [table.model().headerData(place, Qt.Orientation.Horizontal) for place in range(4)]
        assert any("\n" in heading for heading in headings) == (width < 700)
        assert all(across.sectionSize(place) >= across.sectionSizeHint(place) for place in range(4))
        heights[width] = table.height()
    assert heights[700] < heights[table.minimumWidth()]


def test_a_column_of_parts_follows_what_is_in_it_now(qtbot: QtBot) -> None:
    table = QTableView()
    qtbot.addWidget(table)
    table.setModel(PartsTableModel(table))
    fit_column(table, 1, "the answers are being fetched")
    wide = table.columnWidth(1)
    fit_column(table, 1, "done")
    assert table.columnWidth(1) < wide
    fit_column(table, 1, "mmmmmmmmmmmm")
    wide = table.columnWidth(1)
    fit_column(table, 1, "iiiiiiiiiiiiiii", "mmmmmmmmmmmm")  # the most letters don't take the most room
    assert table.columnWidth(1) == wide


def test_the_foot_s_text_stands_above_buttons_that_leave_it_no_room(qtbot: QtBot) -> None:
    foot = Footer()
    qtbot.addWidget(foot)
    button = QPushButton("Ask 20 rows again for about $0.00084, with twice the room for each")
    foot.add_buttons(button)
    foot.show_buttons(button, usable=True)
    text = foot.findChild(QLabel, "statusMessage")
    assert text is not None
    foot.show()
    foot.show_text("Not asked again: 7 cut short, 7 declined, 3 that the service can't take as they are.")
    narrow, wide = button.sizeHint().width() + 150, button.sizeHint().width() + 500

    def is_above() -> bool:
        return text.geometry().bottom() < button.mapTo(foot, QPoint(0, 0)).y()

    for width in (wide, narrow, wide, narrow):
        foot.resize(width, 100)
        qtbot.waitUntil(lambda: is_above() == (foot.width() == narrow), timeout=60_000)
        assert button.mapTo(foot, button.rect().topRight()).x() == width - 25
    foot.show_text("Done")
    qtbot.waitUntil(lambda: not is_above(), timeout=60_000)


def test_a_name_that_means_no_column_is_brought_into_sight(open_window: Callable[..., Hand], small_file: Path) -> None:
    hand = open_window(path=str(small_file))
    hand.wait(hand.loaded)
    hand.click("stepPrompt")
    edit = hand.find("promptEdit")
    assert isinstance(edit, QTextEdit)
    hand.find("instructionsEdit").setFocus()
    edit.setPlainText("Who?\n" * 40 + "From {{Contry}}")
    hand.wait(lambda: edit.viewport().rect().contains(edit.cursorRect()) and edit.verticalScrollBar().value() > 0)


def test_the_estimate_is_the_one_that_was_agreed_to(open_window: Callable[..., Hand], small_file: Path) -> None:
    hand = open_window(path=str(small_file))
    hand.wait(hand.loaded)
    hand.click("stepPrompt")
    QTest.keyClicks(hand.find("promptEdit"), "Who is {{Name}}?")
    hand.find("tryCount").setProperty("value", 1)
    hand.click("tryButton")
    hand.wait(lambda: any(one.outcome for one in hand.services.trying.of_job(hand.program.current.id)))
    hand.click("stepPrice")
    hand.wait(lambda: hand.shows("submitButton"))
    agreed = hand.text("priceLikely")
    assert hand.shows("priceWhen")
    hand.click("submitButton")
    hand.wait(lambda: hand.shows("moneyTried"))
    hand.click("stepPrice")
    assert hand.text("priceLikely") == agreed
    assert not hand.shows("priceWhen")  # it is for who has not sent it yet
    hand.click("stepRun")
    assert hand.text("moneyPromised").startswith(f"{agreed} (")
    hand.wait(hand.finished)
    hand.click("stepResults")
    hand.wait(lambda: hand.shows("billTried"))
    assert hand.text("billLikely") == agreed


def test_many_buttons_of_one_page_leave_the_text_of_another_its_room(qtbot: QtBot) -> None:
    foot = Footer()
    qtbot.addWidget(foot)
    few, many = QPushButton("Go"), QPushButton("A button with very much to say of what it does " * 3)
    for each in (few, many):
        foot.add_buttons(each)
    foot.show_buttons(few, usable=True)
    shown = few.parentWidget()
    assert shown is not None
    assert shown.sizeHint() == few.sizeHint()
    foot.show_buttons(many, usable=True)
    assert shown.sizeHint() == many.sizeHint()


def test_a_foot_without_anything_to_say_or_to_press_is_not_there(hand: Hand) -> None:
    assert hand.shows("statusMessage")
    hand.click("stepPrice")
    assert hand.shows("priceStepMissingButton")
    assert not hand.shows("statusMessage")
    hand.click("stepData")
    assert hand.shows("statusMessage")


def test_on_a_large_screen_the_cards_of_a_run_are_no_higher_than_what_they_show(hand: Hand, small_file: Path) -> None:
    hand.window.resize(3840, 2160)
    hand.window.open_path(small_file)
    hand.wait(hand.loaded)
    hand.click("stepPrompt")
    QTest.keyClicks(hand.find("promptEdit"), "Who is {{Name}}?")
    hand.click("stepPrice")
    hand.click("submitButton")
    hand.wait(hand.finished)
    hand.click("stepRun")
    hand.wait(lambda: hand.shows("latestAnswers") and bool(hand.find("partsTable").model().rowCount()))  # type: ignore[attr-defined]

    def fits(name: str) -> bool:
        table = hand.find(name)
        assert isinstance(table, QTableView)
        rows = table.verticalHeader().length()
        return rows <= table.viewport().height() <= rows + 150

    hand.wait(lambda: fits("partsTable") and fits("latestAnswers"))
    answers = hand.find("latestAnswers")
    assert answers.y() < 60, "there is a gap below its heading"
    assert hand.find("breakdownBar").width() <= WIDEST


@pytest.mark.parametrize("words", [2, 7, 9, 40])
def test_a_question_is_in_sight_whole(hand: Hand, words: int) -> None:
    question = "Delete " + "jobs " * words + "?"
    hand.program.context.messages.ask(hand.window, question, "They are gone.", "Delete", lambda: None)
    box = hand.dialog("question")
    line = box.findChild(QLabel, "qt_msgbox_label")
    assert line is not None
    assert line.wordWrap() or line.width() >= line.sizeHint().width()
    assert line.height() >= line.heightForWidth(line.width())
    box.reject()


def test_scroll_bars_and_headings_look_as_they_should_before_another_look_is_chosen(hand: Hand) -> None:
    area, table = Scrolled(hand.window), QTableView(hand.window)
    set_up(table, row_height=30, numbered=False)
    assert area.verticalScrollBar().sizeHint().width() > table.verticalScrollBar().sizeHint().width()
    assert table.horizontalHeader().font().bold()


def test_on_a_large_screen_no_field_is_higher_than_what_is_written_there(hand: Hand, small_file: Path) -> None:
    hand.window.resize(3840, 2160)
    hand.window.open_path(small_file)
    hand.wait(hand.loaded)
    hand.click("stepPrompt")
    hand.wait(lambda: hand.find("rowPreview").height() < 1000 and 200 < hand.find("promptEdit").height() < 800)


def test_an_example_is_as_high_as_what_it_says(hand: Hand) -> None:
    def high() -> list[int]:
        return [hand.find(f"exampleButton{number}").height() for number in ("", 2, 3)]

    hand.window.resize(1024, 700)
    hand.wait(lambda: len(set(high())) == 1)
    narrow = high()[0]
    hand.window.resize(1800, 900)
    hand.wait(lambda: max(high()) < narrow)
