"""Where the focus goes, and how large the window opens."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit, QPushButton, QTableView, QWidget

from app.core.estimate import Price
from app.core.outputs import Kind
from app.services.tasks import TaskControl
from app.ui.models.outputs_table import KIND
from app.ui.settings.dialog import SettingsDialog
from app.ui.widgets.cell_reader import CellReader
from app.ui.window_place import first_size
from tests.ui.hand import Hand
from tests.ui.test_findings import finish


def test_the_table_has_the_focus_again_after_a_kind_was_chosen(hand: Hand) -> None:
    hand.click("exampleButton2")
    hand.wait(hand.loaded)
    hand.click("stepPrompt")
    table = hand.find("outputsTable")
    assert isinstance(table, QTableView)
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, KIND))
    hand.press(Qt.Key.Key_F2)
    kinds = hand.find("kindChoice")
    assert isinstance(kinds, QComboBox)
    hand.wait(lambda: kinds.view().isVisible())
    kinds.view().setCurrentIndex(kinds.model().index(kinds.findData(Kind.NUMBER), 0))
    QTest.keyClick(kinds.view(), Qt.Key.Key_Return)
    hand.wait(lambda: hand.program.current.draft.recipe.outputs[0].kind is Kind.NUMBER)
    hand.wait(lambda: hand.window.focusWidget() is table)
    assert table.currentIndex().column() == KIND


def focus(place: QWidget) -> str:
    """The part of a window or a dialog that keys go to."""
    found = place.focusWidget()
    return found.objectName() if found is not None else ""


def test_a_dialog_opens_with_the_cursor_where_it_is_wanted(hand: Hand) -> None:
    reader = CellReader("Note", "long", hand.window)
    reader.show()
    hand.wait(reader.isVisible)
    assert focus(reader) == "cellReaderText"
    reader.close()
    settings = SettingsDialog(hand.program.context, hand.window)
    settings.show()
    hand.wait(settings.isVisible)
    assert focus(settings) == "keyEdit"
    settings.close()


def test_answers_are_judged_and_the_dialog_closed_by_the_space_bar(hand: Hand, small_file: Path) -> None:
    hand.window.open_path(small_file)
    hand.wait(hand.loaded)
    finish(hand)
    hand.click("checkAnswersButton")
    dialog = hand.dialog("checkAnswers")
    hand.wait(lambda: focus(dialog) == "checkRight")
    for _ in range(11):
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Space)
    assert focus(dialog) == "checkClose"
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Space)
    hand.wait(lambda: hand.shows("agreement") and hand.text("agreement").startswith("11 of 11 right"))


def test_find_has_the_cursor_and_gives_it_back_to_the_table(hand: Hand, small_file: Path) -> None:
    hand.window.open_path(small_file)
    hand.wait(hand.loaded)
    hand.wait(lambda: hand.shows("sheetGrid"))
    hand.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    hand.wait(lambda: focus(hand.window) == "sheetFindEdit")
    hand.press(Qt.Key.Key_Escape)
    assert focus(hand.window) == "sheetGrid"


def test_the_name_of_a_job_is_renamed_where_it_stands(hand: Hand, small_file: Path) -> None:
    hand.window.open_path(small_file)
    hand.wait(hand.loaded)
    hand.press(Qt.Key.Key_F2)
    hand.wait(lambda: focus(hand.window) == "jobTitle")
    title = hand.find("jobTitle")
    assert isinstance(title, QLineEdit)
    assert title.selectedText() == title.text() == "people"


def test_an_unknown_column_is_mended_and_one_types_on(hand: Hand, small_file: Path) -> None:
    hand.window.open_path(small_file)
    hand.wait(hand.loaded)
    hand.click("stepPrompt")
    QTest.keyClicks(hand.find("promptEdit"), "Who is {{Nane}}?")
    hand.click("unknownColumnFix")
    assert focus(hand.window) == "promptEdit"
    hand.click("addStepButton")
    assert focus(hand.window) == "promptEdit"


def test_the_cure_of_a_ceiling_puts_the_cursor_there(hand: Hand) -> None:
    hand.click("exampleButton")
    hand.wait(hand.loaded)
    hand.click("stepPrice")
    hand.wait(lambda: hand.shows("submitButton"))
    hand.find("priceCeiling").setValue(0.01)  # type: ignore[attr-defined]
    hand.wait(lambda: not hand.find("submitButton").isEnabled() and hand.shows("checkCure1"))
    hand.click("checkCure1")
    assert focus(hand.window) == "priceCeiling"


def test_the_cursor_does_not_stay_in_a_list_that_is_empty_now(hand: Hand) -> None:
    hand.click("newJobButton")
    hand.wait(lambda: hand.shows("jobList"))
    assert "jobList" in tab_stops(hand)
    hand.find("jobList").setFocus()
    hand.window._delete(hand.program.current.id)
    hand.wait(lambda: not hand.services.jobs.list())
    hand.wait(lambda: focus(hand.window) == "newJobButton")


def test_on_the_price_of_a_job_that_was_sent_the_cursor_is_on_its_page(hand: Hand, small_file: Path) -> None:
    hand.window.open_path(small_file)
    hand.wait(hand.loaded)
    finish(hand)
    hand.press(Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert focus(hand.window) == "priceTable"  # the ceiling takes nothing any more


def test_tab_stops_only_where_the_focus_can_be_seen(hand: Hand) -> None:
    assert not tab_stops(hand) & {"jobList", "jobTitle"}
    hand.click("newJobButton")
    hand.wait(lambda: hand.shows("jobList") and hand.shows("jobTitle"))
    assert {"jobList", "jobTitle"} <= tab_stops(hand)


def tab_stops(hand: Hand) -> set[str]:
    stops = set()
    for _ in range(30):
        hand.press(Qt.Key.Key_Tab)
        focused = hand.window.focusWidget()
        stops.add(focused.objectName() if focused else "")
    return stops


def test_the_first_window_fits_the_screen_with_its_frame(hand: Hand) -> None:
    small = first_size(QSize(1280, 800))
    assert small.width() < 1280
    assert small.height() < 800 - 30
    assert first_size(QSize(1920, 1080)) == QSize(1280, 800)
    assert hand.window.height() < hand.window.screen().availableGeometry().height()


def test_the_cursor_never_comes_to_the_ceiling_by_itself(
    hand: Hand, small_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is typed there replaces it."""
    seen: list[str] = []
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.focusChanged.connect(lambda _old, new: seen.append(new.objectName() if new else ""))
    hand.window.open_path(small_file)
    hand.wait(hand.loaded)
    hand.click("stepPrompt")
    hand.find("promptEdit").setPlainText("Who is {{Name}}?")  # type: ignore[attr-defined]
    may_count, price = threading.Event(), hand.services.estimating.price

    def late(job: str) -> Callable[[TaskControl], Price]:
        def work(control: TaskControl) -> Price:
            may_count.wait(60)
            return price(job)(control)

        return work

    monkeypatch.setattr(hand.services.estimating, "price", late)
    hand.click("stepPrice")
    assert focus(hand.window) == "stepPrice"
    hand.wait(lambda: hand.shows("countingStop"))
    hand.find("countingStop").setFocus()
    may_count.set()
    hand.wait(lambda: hand.shows("submitButton"))
    assert focus(hand.window) == "priceTable"
    hand.click("stepPrompt")
    assert focus(hand.window) == "promptEdit"
    hand.click("stepPrice")
    assert focus(hand.window) == "priceTable"
    assert "priceCeiling" not in seen


def test_the_cursor_is_never_left_on_the_tab_of_another_page(hand: Hand, small_file: Path) -> None:
    for step in ("Prompt", "Price", "Results"):
        hand.click(f"step{step}")
        assert focus(hand.window) == f"step{step}"  # these pages say what is missing
    hand.window.open_path(small_file)
    hand.wait(hand.loaded)
    assert focus(hand.window) == "sheetGrid"


def test_to_close_a_dialog_is_not_what_it_is_for(hand: Hand) -> None:
    opened = {"guideButton": "guideClose", "historyButton": "overviewClose", "settingsButton": "settingsClose"}
    for opens, closes in opened.items():
        hand.click(opens)
        hand.wait(partial(hand.window.findChild, QPushButton, closes))
        button = hand.window.findChild(QPushButton, closes)
        assert button is not None
        assert not button.property("role")
        button.click()
        hand.wait(lambda: hand.window.isActiveWindow() or not hand.window.findChild(QDialog))
