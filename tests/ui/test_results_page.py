"""The Results page: what came back for a row, what it cost, and words that fit practice mode."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QTableView, QTextBrowser
from pytestqt.qtbot import QtBot

from app.core.export import Foreseen
from app.core.job import JobState
from app.core.result_rows import RowDetail
from app.core.results import RowState
from app.ui.steps.export_flow import ExportFlow
from app.ui.theme import Theme
from app.ui.tokens import DARK, LIGHT
from app.ui.widgets.row_detail import RowDetailPanel
from tests.ui.hand import LEFT, Hand

UNFIT = RowDetail(
    number=7,
    state=RowState.FAILED,
    cause="unfit",
    message="“maybe” does not fit the column “Urgent”.",
    prompt="Is it urgent?",
    text='{"urgent": "maybe"}',
    values=(),
    stop_reason="end_turn",
    input_tokens=40,
    output_tokens=9,
    cost=16_000_000_000,
    shared_with=0,
)


def panel(qtbot: QtBot, theme: Theme, *, practice: bool = False) -> tuple[RowDetailPanel, QTextBrowser]:
    made = RowDetailPanel(theme, practice=practice)
    qtbot.addWidget(made)
    made.resize(240, 260)
    made.show()
    shown = made.findChild(QTextBrowser)
    assert shown is not None
    return made, shown


@pytest.mark.parametrize("state", [RowState.FAILED, RowState.DECLINED, RowState.CUT_SHORT])
def test_what_came_back_is_shown_where_it_is_no_answer(qtbot: QtBot, theme: Theme, state: RowState) -> None:
    made, shown = panel(qtbot, theme)
    made.show_row(replace(UNFIT, state=state), ("Urgent",))
    text = shown.toPlainText()
    assert text.index("What came back") < text.index('{"urgent": "maybe"}') < text.index("Is it urgent?")


def test_an_answer_without_text_is_said_to_be_one(qtbot: QtBot, theme: Theme) -> None:
    made, shown = panel(qtbot, theme)
    made.show_row(replace(UNFIT, text="\n"), ("Urgent",))
    assert "An answer without any text." in shown.toPlainText()
    made.show_row(replace(UNFIT, text="", stop_reason=""), ("Urgent",))
    assert "What came back" not in shown.toPlainText()


def test_details_are_scrolled_to(qtbot: QtBot, theme: Theme) -> None:
    made, shown = panel(qtbot, theme)
    made.show_row(replace(UNFIT, prompt="A line.\n" * 80), ("Urgent",))
    assert shown.verticalScrollBar().value() == 0
    QTest.mouseClick(made._more, LEFT)
    place = shown.verticalScrollBar().value()
    assert place > 200
    made.show_row(replace(UNFIT, prompt="A line.\n" * 80), ("Urgent",))
    assert shown.verticalScrollBar().value() == place


def test_the_hint_takes_the_colours_of_the_look(qtbot: QtBot, theme: Theme) -> None:
    _made, shown = panel(qtbot, theme)
    assert LIGHT.hint in shown.toHtml()
    theme.choose("dark")
    assert DARK.hint in shown.toHtml()
    assert LIGHT.hint not in shown.toHtml()


def test_nothing_is_billed_in_practice(qtbot: QtBot, theme: Theme) -> None:
    made, shown = panel(qtbot, theme, practice=True)
    made.show_row(UNFIT, ("Urgent",))
    assert "It would have cost $0.016." in shown.toPlainText()
    made, shown = panel(qtbot, theme)
    made.show_row(UNFIT, ("Urgent",))
    assert "It was billed: $0.016." in shown.toPlainText()


@pytest.fixture
def finished(open_window: Callable[..., Hand], small_file: Path) -> Hand:
    """A job in practice mode that has come to its end."""
    hand = open_window(path=str(small_file))
    hand.wait(hand.loaded)
    hand.click("stepPrompt")
    QTest.keyClicks(hand.find("promptEdit"), "Who is {{Name}} of {{Note}}?")
    hand.click("promptNextButton")
    hand.click("submitButton")
    hand.wait(hand.finished, 60)
    hand.click("stepResults")
    return hand


def test_practice_speaks_of_no_bill_and_of_its_own_service(finished: Hand) -> None:
    assert finished.text("billName") == "Would have been billed"
    finished.wait(lambda: finished.shows("keptAtService"))
    assert finished.text("keptAtService").startswith("The practice service keeps its copy")


def test_exporting_comes_next_only_when_all_answers_are_there(finished: Hand) -> None:
    button, current = finished.find("exportButton"), finished.program.current
    assert button.property("role") == "main"
    assert current.job is not None
    for state, role in ((JobState.RUNNING, ""), (JobState.FINISHED, "main")):
        current.job = replace(current.job, state=state)
        current.changed.emit()
        assert button.property("role") == role


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_an_export_says_alike_what_it_wrote_and_where(finished: Hand, tmp_path: Path, ending: str) -> None:
    finished.window.findChild(ExportFlow).export_to(tmp_path / f"out{ending}")
    finished.wait(lambda: finished.shows("messageAction1"))
    said = finished.text("messageText")
    assert said.startswith(f"Written: out{ending} in {tmp_path}, 12 rows, 11 with an answer.")


def test_where_nothing_opens_a_file_its_path_is_shown(
    finished: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    target = tmp_path / "out.csv"
    finished.window.findChild(ExportFlow).export_to(target)
    finished.click("messageAction1")
    finished.wait(lambda: finished.text("messageText").endswith(f"It is here: {target}"))
    finished.click("messageAction1")
    assert QGuiApplication.clipboard().text() == str(target)


def test_what_to_know_is_told_before_anything_is_written(finished: Hand, tmp_path: Path, small_file: Path) -> None:
    lines = small_file.read_text(encoding="utf-8").splitlines()
    small_file.write_text("\n".join([lines[0], *reversed(lines[2:6])]) + "\n", encoding="utf-8")
    target = tmp_path / "out.csv"
    finished.click("exportButton")
    finished.save_as(target)
    dialog = finished.dialog("exportChoices")
    finished.wait(lambda: "as it was sent" in finished.text("exportWarnings"))
    assert not target.exists()
    which = dialog.findChild(QComboBox, "exportWhich")
    assert which is not None
    which.setCurrentIndex(1)
    finished.wait(lambda: "4 rows matched" in finished.text("exportWarnings"))
    finished.click("exportGo")
    finished.wait(lambda: finished.shows("messageAction1"))
    assert "4 rows matched" in finished.text("messageText")
    written = target.read_text(encoding="utf-8").splitlines()
    assert [line.split(",")[0] for line in written[1:]] == ["Person 5", "Person 4", "Person 3", "Person 2"]
    assert finished.services.exporting.choices(finished.program.current.id).current_file


def test_boxes_keep_their_height_however_much_is_said(finished: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    said = Foreseen(warnings=("This is a sentence that goes over several lines of the dialog. " * 4,) * 3)
    monkeypatch.setattr(finished.services.exporting, "foresee", lambda *_what: lambda _control: said)
    finished.click("exportOptionsButton")
    dialog = finished.dialog("exportChoices")
    finished.wait(lambda: "several lines" in finished.text("exportWarnings"))
    boxes = [box for box in dialog.findChildren(QCheckBox) if box.isVisible()]
    assert boxes
    finished.wait(lambda: all(box.height() >= box.sizeHint().height() for box in boxes))


def test_options_are_there_before_a_file_is_chosen(finished: Hand, tmp_path: Path) -> None:
    finished.click("exportOptionsButton")
    box = finished.dialog("exportChoices").findChild(QCheckBox, "export_cost")
    assert box is not None
    box.click()
    finished.click("exportGo")
    finished.save_as(tmp_path / "out.csv")
    finished.wait(lambda: finished.shows("messageAction1"))
    header = (tmp_path / "out.csv").read_text(encoding="utf-8").splitlines()[0]
    assert "Cost (USD)" in header.split(",")


def test_a_row_that_is_read_is_closed_again(finished: Hand) -> None:
    grid = finished.find("resultsGrid")
    assert isinstance(grid, QTableView)
    assert finished.waits_for_rows(grid, 12)
    grid.selectRow(0)
    finished.wait(lambda: finished.shows("rowDetailTitle") and finished.text("rowDetailTitle").startswith("Row 2: "))
    finished.click("rowDetailClose")
    finished.wait(lambda: not finished.shows("rowDetailTitle") and finished.shows("billCost"))
    assert not grid.currentIndex().isValid()


def test_where_no_row_is_chosen_it_is_as_high_as_the_hint(qtbot: QtBot, theme: Theme) -> None:
    made, shown = panel(qtbot, theme)
    heights = []
    for width in (400, 160):
        made.resize(width, 260)
        qtbot.waitUntil(lambda: 0 <= shown.minimumHeight() - shown.document().size().height() < 4, timeout=60_000)
        heights.append(shown.minimumHeight())
    assert heights[0] < heights[1]
    made.show_row(UNFIT, ("Urgent",))
    assert shown.minimumHeight() < shown.document().size().height()
